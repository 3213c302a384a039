"""Where to begin: why the money was not paid decides the first steps."""

from enum import StrEnum

from overdue.law import LAW
from overdue.milestones.model import Step


class Cause(StrEnum):
    """Why an instalment was not paid, or will not be."""

    FORGOT = "forgot"
    CANNOT_PAY = "cannot_pay"
    FAILED = "failed"
    DISPUTE = "dispute"
    NOT_YET = "not_yet"


class Outside(StrEnum):
    """What this tool cannot do: who is kindly sent elsewhere."""

    GUARANTOR = "guarantor"
    BUSINESS = "business"
    ENFORCEMENT = "enforcement"


_FIRST: dict[Cause, tuple[tuple[str, tuple[str, ...]], ...]] = {
    Cause.FORGOT: (
        ("pay", ("CC-2", "PEN-3")),
        ("ask_report", ("CR-1", "CR-14")),
        ("debit", ()),
        ("receipt", ()),
    ),
    Cause.CANNOT_PAY: (
        ("needs", ()),
        ("sum", ("PEN-9",)),
        ("no_borrowing", ("COL-7",)),
        ("ask", ("CC-17", "PLAN-2", "PLAN-3")),
        ("limitation", ("CC-10", "CC-11")),
        ("tell", ("CC-19",)),
    ),
    Cause.FAILED: (
        ("proof", ()),
        ("pay", ("PEN-3",)),
        ("correct", ("CR-8",)),
        ("terms", ("CC-20", "PEN-8")),
    ),
    Cause.DISPUTE: (
        ("bill", ("PEN-9", "CC-18")),
        ("check", ("PEN-1", "CAP-3", "CC-8")),
        ("part", ("CC-7", "CC-10")),
        ("object", ("CR-8", "CR-9")),
        ("complain", ("HOT-1", "HOT-12")),
    ),
    Cause.NOT_YET: (
        ("ask", ("CC-15",)),
        ("plan", ("CC-17",)),
        ("no_borrowing", ("COL-7",)),
        ("reachable", ("COL-6",)),
    ),
}


def first_steps(cause: Cause) -> tuple[Step, ...]:
    """What to do first, in order, for the reason the person gives.

    Keys are ``cause.<cause>.<step>`` in ``words`` section ``timeline``. Rules: CC-2, CC-7, CC-10,
    CC-11, CC-15, CC-17 to CC-20, CR-1, CR-8, CR-9, CR-14, PEN-3, PEN-8, PEN-9, PLAN-2, PLAN-3.

    >>> [step.key for step in first_steps(Cause.NOT_YET)][0]
    'cause.not_yet.ask'
    """
    return tuple(Step(f"cause.{cause}.{key}", LAW.cites(rules)) for key, rules in _FIRST[cause])
