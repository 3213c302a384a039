"""Preparing to negotiate: the steps in order, each with what to tick off."""

from dataclasses import dataclass

from overdue.law import LAW
from overdue.milestones import Step


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the preparation with its checklist. Words: ``prepare.<key>.name`` and ``.why``."""

    key: str
    items: tuple[Step, ...]


_STAGES: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...] = (
    (
        "bill",
        (
            ("creditor", ("CC-18",)),
            ("parts", ("PEN-9",)),
            ("clause", ("PEN-1", "CC-20")),
            ("record", ("CR-7",)),
        ),
    ),
    (
        "papers",
        (
            ("income", ()),
            ("hardship", ()),
            ("true", ("PLAN-6",)),
            ("copies", ("SCAM-2",)),
        ),
    ),
    (
        "plan",
        (
            ("needs", ()),
            ("worst", ()),
            ("figure", ()),
            ("limitation", ("CC-10", "CC-11")),
        ),
    ),
    (
        "call",
        (
            ("number", ("SCAM-4",)),
            ("record", ("COL-8", "JUD-19")),
            ("no_decision", ("CC-17",)),
            ("repeat", ()),
        ),
    ),
    (
        "confirm",
        (
            ("nine", ("CC-17",)),
            ("signer", ("CC-18",)),
            ("before", ("CC-7",)),
            ("keep", ()),
        ),
    ),
    (
        "keep",
        (
            ("days", ()),
            ("receipts", ()),
            ("reachable", ("COL-6", "JUD-11")),
            ("early", ("CC-17",)),
        ),
    ),
    (
        "refused",
        (
            ("reason", ()),
            ("again", ("PLAN-2", "PLAN-3")),
            ("complain", ("HOT-1", "HOT-12", "PLAN-8")),
            ("court", ("JUD-6", "JUD-18")),
        ),
    ),
)


def preparation() -> tuple[Stage, ...]:
    """Know the bill, papers, a plan you can keep, the call, written confirmation, keeping to it, if refused.

    Rules: CC-7, CC-10, CC-11, CC-17, CC-18, CC-20, COL-6, COL-8, CR-7, HOT-1, HOT-12, JUD-6, JUD-11, JUD-18,
    JUD-19, PEN-1, PEN-9, PLAN-2, PLAN-3, PLAN-6, PLAN-8, SCAM-2, SCAM-4.

    >>> [stage.key for stage in preparation()]
    ['bill', 'papers', 'plan', 'call', 'confirm', 'keep', 'refused']
    """
    return tuple(
        Stage(stage, tuple(Step(f"prepare.{stage}.{key}", LAW.cites(rules)) for key, rules in items))
        for stage, items in _STAGES
    )
