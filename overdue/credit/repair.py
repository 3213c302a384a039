"""Whether the one-off repair that has ended applied to an overdue amount."""

from datetime import date
from decimal import Decimal
from typing import Any

from overdue.law import LAW
from overdue.model import Citation, Frozen, OverdueError, Yuan
from overdue.periods import add_period, days_after

REPAIR_RULES = ("FIX-1", "FIX-2", "FIX-3", "FIX-4", "FIX-5", "FIX-6")


class Condition(Frozen):
    """One condition of the repair, the rule it stands in, and whether it was met."""

    rule: str
    met: bool


class RepairCheck(Frozen):
    """Whether the repair applied, condition by condition; from or by which day the entry was hidden.

    Exactly one of ``hidden_from`` and ``hidden_by`` is a day if it applied, none if it did not.
    """

    applies: bool
    conditions: tuple[Condition, ...]
    hidden_from: date | None
    hidden_by: date | None
    citations: tuple[Citation, ...]


class _Asked(Frozen):
    amount: Yuan


def one_off_repair(overdue_on: date, amount: Decimal, paid_on: date | None) -> RepairCheck:
    """Whether the one-off repair applied to a single overdue ``amount`` in yuan.

    ``overdue_on`` is the day it became overdue, ``paid_on`` the day it was paid in full (None if it
    is not). It needed overdue information of the years the notice names (FIX-1), an amount up to
    the limit (FIX-2) and payment in full by the last day (FIX-3); then it was hidden from, or by,
    a day that follows from the payment (FIX-4), of itself and free of charge (FIX-5). It has ended
    and no new round is known (FIX-6). The values are those the notice set. Raises ``OverdueError``
    for a payment before the amount fell overdue.

    >>> check = one_off_repair(date(2024, 5, 11), Decimal("3000"), date(2026, 1, 20))
    >>> check.applies, check.hidden_by
    (True, datetime.date(2026, 2, 28))
    >>> one_off_repair(date(2024, 5, 11), Decimal("10000.01"), date(2026, 1, 20)).applies
    False
    """
    amount = _Asked(amount=amount).amount
    if paid_on is not None and paid_on < overdue_on:
        raise OverdueError("record.paid_before_overdue", paid_on=paid_on, overdue_on=overdue_on)
    first: date = noticed("FIX-1", "overdue_from")
    last: date = noticed("FIX-1", "overdue_until")
    deadline: date = noticed("FIX-3", "paid_by")
    early: date = noticed("FIX-4", "early_paid_by")
    conditions = (
        Condition(rule="FIX-1", met=first <= overdue_on <= last),
        Condition(rule="FIX-2", met=amount <= noticed("FIX-2", "single_max")),
        Condition(rule="FIX-3", met=paid_on is not None and paid_on <= deadline),
    )
    applies = all(condition.met for condition in conditions)
    at_once = applies and paid_on is not None and paid_on <= early
    return RepairCheck(
        applies=applies,
        conditions=conditions,
        hidden_from=noticed("FIX-4", "early_hidden_from") if at_once else None,
        hidden_by=_end_of_next_month(paid_on) if applies and paid_on is not None and not at_once else None,
        citations=LAW.cites(REPAIR_RULES),
    )


def noticed(rule: str, name: str) -> Any:
    """A value as the notice set it, asked for the rule's first day."""
    return LAW.value(rule, name, LAW.rule(rule).since)


def _end_of_next_month(day: date) -> date:
    return days_after(add_period(day.replace(day=1), months=2), -1)
