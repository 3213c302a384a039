"""The payments of a plan, and what the plan costs a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from overdue.law import LAW
from overdue.model import ZERO, Citation, exact, fen
from overdue.periods import add_period
from overdue.rates import (
    Row,
    Schedule,
    dated_rate,
    flat_fee_plan,
    level_payment,
    level_principal,
    periodic_rate,
    yearly_rate,
)

NOTHING = fen(ZERO)
Method = Literal["level_payment", "level_principal", "flat_fee"]


class Cash(NamedTuple):
    """Money to be paid on a day, in yuan."""

    paid_on: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class YearlyCost:
    """What a plan costs a year, as ratios: ``simple`` is twelve times the monthly rate, ``compound`` effective."""

    simple: Decimal
    compound: Decimal
    citations: tuple[Citation, ...]


def one_payment(on: date, amount: Decimal) -> Schedule:
    """The schedule of a single sum."""
    rows = (Row(1, on, amount, amount, NOTHING, NOTHING, NOTHING),) if amount else ()
    return Schedule(amount, rows, amount, NOTHING, NOTHING)


@exact
def plan_payments(
    balance: Decimal, rate: Decimal, months: int, method: Method, first_on: date, agreed_on: date
) -> Schedule:
    """The rows of a plan on what is left after waiver and down payment, in yuan; ``rate`` is a yearly ratio.

    A period bears a twelfth of the yearly rate; the first one, where it is not one month, actual days / 365.
    A flat fee is the same every month, however long the first period is.
    """
    if not balance:
        return Schedule(NOTHING, (), NOTHING, NOTHING, NOTHING)
    if method == "flat_fee":
        return flat_fee_plan(balance, months, rate, first_due_on=first_on, fee_months=12)
    make = level_payment if method == "level_payment" else level_principal
    odd = None if first_on == add_period(agreed_on, months=1) else (first_on - agreed_on).days
    return make(balance, rate, months, first_due_on=first_on, first_days=odd)


def yearly_cost(settled: Decimal, cash: Sequence[Cash], agreed_on: date) -> YearlyCost | None:
    """The rate at which the plan's cash is worth the debt after waiver; None where nothing is paid later.

    Counted in months where every payment falls on a corresponding day of the agreement, else in actual days / 365.
    Rule: PEN-8 (a rate that is shown says whether it is simple or compound).
    """
    later = [payment for payment in cash if payment.paid_on > agreed_on]
    received = settled - sum((payment.amount for payment in cash if payment.paid_on <= agreed_on), ZERO)
    if not later or received <= 0:
        return None
    by_month = _by_month(later, agreed_on)
    if by_month is not None:
        rate = periodic_rate(received, by_month)
        simple, compound = yearly_rate(rate, compound=False), yearly_rate(rate)
    else:
        compound = dated_rate([(agreed_on, received), *((day, -amount) for day, amount in later)])
        simple = _monthly(compound)
    return YearlyCost(simple, compound, LAW.cites(["PEN-8"]))


def _by_month(later: Sequence[Cash], agreed_on: date) -> list[Decimal] | None:
    """The payments by month after the agreement, or None where one falls on no corresponding day."""
    paid: dict[int, Decimal] = {}
    first = min(payment.paid_on for payment in later)
    before = _months(agreed_on, first)
    for day, amount in later:
        gap = _months(agreed_on, day)
        if day.day != first.day and day not in (_at(agreed_on, gap), _at(first, gap - before)):
            return None
        paid[gap] = paid.get(gap, ZERO) + amount
    if before < 1 or first != add_period(agreed_on, months=before):
        return None
    return [paid.get(gap, ZERO) for gap in range(1, max(paid) + 1)]


def _at(start: date, months: int) -> date:
    return add_period(start, months=months)


def _months(start: date, day: date) -> int:
    return (day.year - start.year) * 12 + day.month - start.month


@exact
def _monthly(compound: Decimal) -> Decimal:
    return round(12 * ((1 + compound) ** (Decimal(1) / 12) - 1), 14)
