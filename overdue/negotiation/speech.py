"""What is said on the telephone: six hard sentences with an answer, and what a friendly one does in law."""

from dataclasses import dataclass
from enum import StrEnum

from overdue.law import LAW
from overdue.milestones import Step
from overdue.model import Citation


class Effect(StrEnum):
    """What a sentence or an act does to the limitation period."""

    RESTARTS = "restarts"
    CONTESTED = "contested"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Friendly:
    """A friendly sentence or act: its effect, and a wording that shows goodwill and keeps the defence.

    Words: ``friendly.<key>.says``, ``.effect`` and ``.wording`` in section ``negotiate``.
    """

    key: str
    effect: Effect
    citations: tuple[Citation, ...]


def hard_sentences() -> tuple[Step, ...]:
    """Six sentences that press, each with a calm answer (words ``hard.<key>.says``, ``.means``, ``.answer``).

    Rules: CC-7, CC-9, CC-10, CC-11, CC-17, CC-19, COL-6, COL-7, CR-2, HOT-4, JUD-14, JUD-16, PLAN-4, PLAN-6.

    >>> len(hard_sentences())
    6
    """
    return tuple(
        Step(f"hard.{key}", LAW.cites(rules))
        for key, rules in (
            ("sue", ("CC-9", "HOT-4", "JUD-6")),
            ("family", ("COL-6", "COL-9", "CC-19")),
            ("arrest", ("PLAN-6", "PLAN-4", "COL-7")),
            ("token", ("CC-10", "CC-11", "CC-7")),
            ("today", ("CC-17", "PLAN-2")),
            ("travel", ("JUD-14", "JUD-16", "CR-2")),
        )
    )


def friendly_sentences() -> tuple[Friendly, ...]:
    """What friendly words and acts do to the limitation period.

    Rules: CC-10 (Civil Code 195 and the rules on limitation, articles 8 to 14), CC-11 (192, article 19).
    How far a part payment revives the rest of an expired claim is contested, and marked so.

    >>> {f.key: f.effect.value for f in friendly_sentences()}["ask_bill"]
    'nothing'
    """
    return tuple(
        Friendly(key, effect, LAW.cites(("CC-10", "CC-11")))
        for key, effect in (
            ("want", Effect.CONTESTED),
            ("delay", Effect.RESTARTS),
            ("small", Effect.RESTARTS),
            ("sign", Effect.RESTARTS),
            ("ask_bill", Effect.NOTHING),
        )
    )
