"""Repayment schedules: level payment, level principal, flat-fee instalments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, ROUND_UP, Decimal
from itertools import count, repeat
from typing import Annotated, Literal

from pydantic import Field, validate_call

from overdue.model import FEN, ZERO, Citation, Day, OverdueError, Ratio, Yuan, exact, fen
from overdue.periods import add_period, days_after
from overdue.rates.yearly import PerYear

Count = Annotated[int, Field(ge=1, le=1200)]
FirstDays = Annotated[int, Field(ge=0, le=100_000)]
Rounding = Literal["parts", "sum"]
Balance = Literal["rounded", "exact"]
PaymentRounding = Literal["half_up", "up"]
FeePaid = Literal["monthly", "first", "upfront"]

_ROUNDED = {"half_up": ROUND_HALF_UP, "up": ROUND_UP}
YEAR = 365
_DAYS = {26: 14, 52: 7}
_NOTHING = fen(ZERO)


@dataclass(frozen=True, slots=True)
class Row:
    """One payment, in yuan: ``payment`` is principal, interest and fee; ``balance`` is left after it."""

    number: int
    due_on: date | None
    payment: Decimal
    principal: Decimal
    interest: Decimal
    fee: Decimal
    balance: Decimal


@dataclass(frozen=True, slots=True)
class Schedule:
    """A plan of payments, in yuan.

    ``received`` is what the borrower gets in hand: the principal less a fee paid at the start, which
    stands in no row but in ``total_fee`` and ``total_paid``. So ``periodic_rate(plan.received,
    plan.payments)`` is what the plan costs. It uses no law and therefore cites none.
    """

    received: Decimal
    rows: tuple[Row, ...]
    total_paid: Decimal
    total_interest: Decimal
    total_fee: Decimal
    citations: tuple[Citation, ...] = ()

    @property
    def payments(self) -> tuple[Decimal, ...]:
        """What is paid at the end of each period."""
        return tuple(row.payment for row in self.rows)


@validate_call
@exact
def level_payment(
    principal: Yuan,
    annual_rate: Ratio,
    months: Count,
    per_year: PerYear = 12,
    rounding: Rounding = "parts",
    balance: Balance = "rounded",
    payment_rounding: PaymentRounding = "half_up",
    first_due_on: Day | None = None,
    first_days: FirstDays | None = None,
) -> Schedule:
    """A schedule of equal payments; interest on what is left, at ``annual_rate / per_year`` a period.

    ``principal`` is yuan, ``annual_rate`` a nominal ratio a year, ``months`` the number of payments
    (months where ``per_year`` is 12). The payment is rounded half up, or up to the next fen with
    ``payment_rounding="up"``; interest is rounded half up; principal is the rest.
    ``balance="rounded"`` carries what the rows show. ``"exact"`` carries the unrounded payment and
    balance: rows are rounded only to be shown, totals are the unrounded ones, rounded once.
    The last row clears the balance: the sum of its rounded parts, or rounded as a whole with
    ``rounding="sum"``. Where rounding ends the debt earlier, the schedule ends there.
    ``first_due_on`` gives the rows their days, counted from it (CC-3, Civil Code 202); where the first
    period is longer or shorter than the others, it bears ``annual_rate`` for its ``first_days`` / 365.
    Source: the annuity formula. Raises ``OverdueError`` for days of a period that is neither whole
    months nor weeks.

    >>> plan = level_payment("12000", "0.18", 12)
    >>> plan.rows[0].payment, plan.total_interest
    (Decimal('1100.16'), Decimal('1201.95'))
    """
    rate, first = annual_rate / per_year, _first(per_year, first_days)
    paid = (1 - (1 + rate) ** -months) / (1 - 1 / (1 + rate)) if rate else Decimal(months)
    level = principal * (1 + annual_rate * first[0] / first[1]) / paid
    mode, parts = _ROUNDED[payment_rounding], rounding == "parts"
    if balance == "rounded":
        level = level.quantize(FEN, mode)
    plan = _Plan(principal, annual_rate, per_year, first, months, level, ZERO, mode, balance == "exact", False, parts)
    return plan.schedule(_days(first_due_on, per_year))


@validate_call
@exact
def level_principal(
    principal: Yuan,
    annual_rate: Ratio,
    months: Count,
    per_year: PerYear = 12,
    rounding: Rounding = "parts",
    balance: Balance = "rounded",
    payment_rounding: PaymentRounding = "half_up",
    first_due_on: Day | None = None,
    first_days: FirstDays | None = None,
) -> Schedule:
    """A schedule of equal principal parts; interest on what is left, so that payments fall.

    With ``rounding="parts"`` the principal part and the interest are each rounded and added up
    (``payment_rounding`` is that of the principal part). With ``"sum"`` the payment is rounded as a
    whole, and principal is what interest leaves of it. Everything else is as in ``level_payment``.

    >>> plan = level_principal("12000", "0.18", 12)
    >>> plan.rows[0].payment, plan.rows[-1].payment, plan.total_interest
    (Decimal('1180.00'), Decimal('1015.00'), Decimal('1170.00'))
    """
    mode, parts = _ROUNDED[payment_rounding], rounding == "parts"
    share = principal / months
    if parts and balance == "rounded":
        share = share.quantize(FEN, mode)
    first = _first(per_year, first_days)
    plan = _Plan(principal, annual_rate, per_year, first, months, None, share, mode, balance == "exact", parts, parts)
    return plan.schedule(_days(first_due_on, per_year))


@validate_call
@exact
def flat_fee_plan(
    principal: Yuan,
    months: Count,
    fee_rate: Ratio,
    fee_paid: FeePaid = "monthly",
    first_due_on: Day | None = None,
    fee_months: Annotated[int, Field(ge=1, le=12)] = 1,
) -> Schedule:
    """Equal principal parts and a fee on the starting principal, as card instalments charge it.

    ``fee_rate`` is a ratio of the starting principal a month, or for ``fee_months`` months; it does not
    fall as the debt does: 12 x 0.6 % cost more than 7.2 % a year. ``fee_paid="monthly"`` adds the fee to every payment,
    ``"first"`` all months' fees to the first, ``"upfront"`` takes them off what is received.
    The fee is rounded half up where it is paid; the last row clears the balance. Otherwise as
    ``level_payment``; interest is 0.

    >>> plan = flat_fee_plan("12000", 12, "0.006")
    >>> plan.rows[0].payment, plan.total_fee
    (Decimal('1072.00'), Decimal('864.00'))
    """
    monthly, whole = fen(principal * fee_rate / fee_months), fen(principal * fee_rate * months / fee_months)
    first = {"monthly": monthly, "first": whole, "upfront": ZERO}[fee_paid]
    later = monthly if fee_paid == "monthly" else ZERO
    upfront = whole if fee_paid == "upfront" else ZERO
    share, left, rows = fen(principal / months), principal, []
    for number, day in zip(range(1, months + 1), _days(first_due_on, 12), strict=False):
        part = min(share, left) if number < months else left
        fee = first if number == 1 else later
        left -= part
        rows.append(Row(number, day, part + fee, part, _NOTHING, fee, left))
    fees = upfront + sum((row.fee for row in rows), _NOTHING)
    return Schedule(principal - upfront, tuple(rows), principal + fees, _NOTHING, fees)


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a balance is paid off: by a ``level`` payment, or by a level ``share`` of principal.

    Each row is rounded by ``mode``, as the sum of its ``parts`` or as a whole (``last_parts`` for the
    last row). ``exact`` carries what is not rounded. ``first`` is the first period as a share of a year; shares
    are divided last, since a third of a year's rate has no end and half a fen would be missed.
    """

    principal: Decimal
    annual_rate: Decimal
    per_year: int
    first: tuple[int, int]
    count: int
    level: Decimal | None
    share: Decimal
    mode: str
    exact: bool
    parts: bool
    last_parts: bool

    def schedule(self, days: Iterator[date | None]) -> Schedule:
        """The rows until the balance is cleared, and their totals."""
        left, earned, (times, below) = self.principal, ZERO, self.first
        mode, parts, keep = self.mode, self.parts, self.exact
        rows: list[Row] = []
        for number, day in zip(range(1, self.count + 1), days, strict=False):
            if not left:
                break
            interest = left * self.annual_rate * times / below
            times, below = 1, self.per_year
            principal = self.share if self.level is None else self.level - interest
            if number == self.count or principal >= left:
                principal, mode, parts = left, ROUND_HALF_UP, self.last_parts
            shown = interest.quantize(FEN, ROUND_HALF_UP)
            part = principal.quantize(FEN, mode) if parts else (principal + interest).quantize(FEN, mode) - shown
            left = left - principal if keep or principal == left else left - part
            earned += interest if keep else shown
            rows.append(Row(number, day, part + shown, part, shown, _NOTHING, fen(left) if keep else left))
        interest = fen(earned)
        return Schedule(self.principal, tuple(rows), self.principal + interest, interest, _NOTHING)


def _first(per_year: int, days: int | None) -> tuple[int, int]:
    """The first period as a share of a year: whole, or its actual days."""
    return (1, per_year) if days is None else (days, YEAR)


def _days(first: date | None, per_year: int) -> Iterator[date | None]:
    """The due days, each counted from the first one; without a first one, rows without days."""
    if first is None:
        return repeat(None)
    if per_year in _DAYS:
        return (days_after(first, _DAYS[per_year] * number) for number in count())
    if 12 % per_year:
        raise OverdueError("rates.no_days", per_year=per_year)
    return (add_period(first, months=12 // per_year * number) for number in count())
