"""The lesson of a workshop: its steps, what is guessed at each, and the truth by the rules and the person's figures."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

from overdue.account import WAITING, Account
from overdue.claims import CLAIMS
from overdue.law import LAW
from overdue.model import Frozen
from overdue.periods import add_period
from overdue.rooms import Question

Form = Literal["full", "half", "short"]
FORMS: tuple[Form, ...] = ("full", "half", "short")
TENS = Decimal(10)


class Step(Frozen):
    """One step: minutes by form (0 leaves it out), the ``page`` with its ``own`` keys, and how it is guessed.

    Words: ``workshop.step.<id>``: name, ask, show, say, mistake.
    """

    id: str
    minutes: dict[Form, int]
    page: str
    own: dict[str, str] = {}  # noqa: RUF012  # pydantic copies it
    kind: Literal["choice", "number"]
    options: tuple[str, ...] = ()
    edges: tuple[Decimal, ...] = ()
    shares: tuple[Decimal, ...] = ()
    truth: str | None = None


@cache
def steps() -> tuple[Step, ...]:
    """All steps in their order.

    >>> [step.id for step in steps()][:3]
    ['grow', 'offer', 'record']
    """
    held = tomllib.loads((Path(__file__).parent / "lesson.toml").read_text(encoding="utf-8"))
    return tuple(Step.model_validate({"id": name, **given}) for name, given in held.items())


def lesson(form: Form) -> tuple[Step, ...]:
    """The steps of a form, in order.

    >>> sum(step.minutes["full"] for step in lesson("full"))
    45
    """
    return tuple(step for step in steps() if step.minutes[form])


def find(name: str) -> Step | None:
    """The step of a name, None if there is none."""
    return next((step for step in steps() if step.id == name), None)


def question(step: Step, account: Account, on: date) -> Question:
    """What is guessed at a step; the spaces of a sum lie about the truth, rounded to ten yuan."""
    edges = step.edges
    if step.shares:
        whole = Decimal(truth(step, account, on))
        edges = tuple(dict.fromkeys((whole * share / TENS).to_integral_value() * TENS for share in step.shares))
    return Question(name=step.id, kind=step.kind, options=step.options, edges=edges)


def truth(step: Step, account: Account, on: date) -> str:
    """The answer of a step, as a guess is written: by the person's figures, or by the rule of the day ``on``.

    Rules: CR-2 (years the record is kept), JUD-11 (days for an answer). Raises what the account raises.
    """
    if step.truth is not None:
        return step.truth
    if step.id == "grow":
        return str(account.ledger_on(add_period(account.as_of, months=12)).total)
    if step.id == "offer":
        offers = {letter: one.altogether for letter, one in account.settled.items() if letter in step.options}
        if not offers:
            raise account.refused[WAITING]
        return min(offers, key=lambda letter: (offers[letter], letter))
    if step.id == "record":
        return str(LAW.value("CR-2", "retention_years", on))
    if step.id == "court":
        return str(LAW.value("JUD-11", "answer_days", on))
    return str(CLAIMS.cards[step.own["card"]].verdict)
