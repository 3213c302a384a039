"""The lesson of a workshop: its steps, what is guessed at each, and the truth by the rules and the person's figures."""

import tomllib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

from overdue.account import WAITING, Account
from overdue.casefile import Case, read
from overdue.claims import CLAIMS, Verdict
from overdue.law import LAW
from overdue.lesson.divide import paid_by_way
from overdue.model import Frozen
from overdue.periods import add_period
from overdue.rooms import Question, Unit

Form = Literal["full", "half", "short"]
FORMS: tuple[Form, ...] = ("full", "half", "short")
TENS = Decimal(10)
CARD = "card."


class Step(Frozen):
    """One step: minutes by form (0 leaves it out), the ``page`` with its ``own`` keys, and how it is guessed.

    ``of_case`` says that its truth is worked out of the person's figures, ``rules`` those behind the common mistake,
    ``case`` what it adds to a ready-made person, as an address writes it: what is offered to them.
    Words: ``workshop.step.<id>``: name, ask, show, say, mistake.
    """

    id: str
    minutes: dict[Form, int] = {}  # noqa: RUF012  # pydantic copies it
    page: str
    own: dict[str, str] = {}  # noqa: RUF012  # pydantic copies it
    case: dict[str, str] = {}  # noqa: RUF012  # pydantic copies it
    kind: Literal["choice", "number"]
    options: tuple[str, ...] = ()
    edges: tuple[Decimal, ...] = ()
    unit: Unit = "yuan"
    shares: tuple[Decimal, ...] = ()
    truth: str | None = None
    of_case: bool = False
    rules: tuple[str, ...] = ()


@cache
def steps() -> tuple[Step, ...]:
    """All steps in their order.

    >>> [step.id for step in steps()][:3]
    ['grow', 'offer', 'divide']
    """
    held = tomllib.loads((Path(__file__).parent / "lesson.toml").read_text(encoding="utf-8"))
    return tuple(Step.model_validate({"id": name, **given}) for name, given in held.items())


def person(story: str, on: date) -> Case:
    """A ready-made person as the lesson has them, with what its steps add.

    >>> person("job", date(2026, 11, 29)).story
    'job'
    """
    return read({"story": story} | _added(), on)[0]


def offered(case: Case, on: date) -> Case:
    """A ready-made person with what the lesson's steps add, where the case does not say it itself; others as they are.

    >>> offered(read({"story": "job", "plan_months": "6"}, date(2026, 11, 29))[0], date(2026, 11, 29)).plan_months
    6
    """
    if case.story is None:
        return case
    made = person(case.story, on)
    return replace(case, **{name: getattr(made, name) for name in _added() if getattr(case, name) is None})


def _added() -> dict[str, str]:
    return {name: text for step in steps() for name, text in step.case.items()}


def lesson(form: Form) -> tuple[Step, ...]:
    """The steps of a form, in order.

    >>> sum(step.minutes["full"] for step in lesson("full"))
    45
    """
    return tuple(step for step in steps() if step.minutes[form])


def find(name: str) -> Step | None:
    """The step of a name, or the claim to discuss of a name like ``card.v27``; None if there is none.

    >>> find("card.v27").own, find("card.v0")
    ({'card': 'V27'}, None)
    """
    card = name.removeprefix(CARD).upper()
    if is_card(name) and card in CLAIMS.cards:
        return Step(id=name, page="claims", own={"card": card}, kind="choice", options=tuple(Verdict))
    return next((step for step in steps() if step.id == name), None)


def is_card(name: str) -> bool:
    """Whether a step is a claim to discuss.

    >>> is_card("card.v27"), is_card("grow")
    (True, False)
    """
    return name.startswith(CARD)


def of_cards(ids: Iterable[str]) -> tuple[Step, ...]:
    """The steps of claims picked for a discussion, in their order, each once; ids that are none are left out.

    >>> [step.id for step in of_cards(["V27", "V0", "V3", "V27"])]
    ['card.v27', 'card.v3']
    """
    found = (find(f"{CARD}{one.lower()}") for one in dict.fromkeys(ids))
    return tuple(step for step in found if step is not None)


def question(step: Step, account: Account, on: date) -> Question:
    """What is guessed at a step; the spaces of a sum lie about the truth, rounded to ten yuan."""
    edges = step.edges
    if step.shares:
        whole = Decimal(truth(step, account, on))
        edges = tuple(dict.fromkeys((whole * share / TENS).to_integral_value() * TENS for share in step.shares))
    return Question(name=step.id, kind=step.kind, options=step.options, edges=edges, unit=step.unit)


def truth(step: Step, account: Account, on: date) -> str:
    """The answer of a step, as a guess is written; the first of them where several are equal."""
    return truths(step, account, on)[0]


def truths(step: Step, account: Account, on: date) -> tuple[str, ...]:
    """Every answer of a step that is right: by the person's figures, or by the rule of the day ``on``.

    How to divide a month's money is asked of the lesson's household, not of the person: the least that is paid in all.
    Rules: CR-2 (years the record is kept), JUD-11 (days for an answer). Raises what the account raises.
    """
    if step.truth is not None:
        return (step.truth,)
    if step.id == "grow":
        return (str(account.ledger_on(add_period(account.as_of, months=12)).total),)
    if step.id in ("offer", "divide"):
        return _least(sums(step, account, on))
    if step.id == "record":
        return (str(LAW.value("CR-2", "retention_years", on)),)
    if step.id == "court":
        return (str(LAW.value("JUD-11", "answer_days", on)),)
    return (str(CLAIMS.cards[step.own["card"]].verdict),)


def sums(step: Step, account: Account, on: date) -> dict[str, Decimal]:
    """What each answer of a step comes to, in yuan; empty where its answers are no sums. Raises as ``truths`` does."""
    if step.id == "divide":
        paid = paid_by_way(on)
        return {option: paid[option] for option in step.options}
    if step.id != "offer":
        return {}
    offers = {letter: one.altogether for letter, one in account.settled.items() if letter in step.options}
    if not offers:
        raise account.refused[WAITING]
    return offers


def _least(sums: dict[str, Decimal]) -> tuple[str, ...]:
    """All names of the smallest sum, in yuan."""
    return tuple(sorted(name for name, amount in sums.items() if amount == min(sums.values())))
