"""Rows of a schedule: how a balance is paid off, rounded to be paid or only to be shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import count, pairwise, repeat
from typing import Literal

from overdue.model import FEN, ZERO, Citation, OverdueError, fen
from overdue.periods import YEAR, add_period, days_after
from overdue.rates.days import DayCount, year_share

Rounding = Literal["parts", "sum", "each"]

NOTHING = fen(ZERO)
_DAYS = {26: 14, 52: 7}


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
    stands in no row but in ``total_fee`` and ``total_paid``. Rows add up: their principal to what is
    repaid, their payments (with a fee paid at the start) to ``total_paid``. ``periodic_rate(plan.received,
    plan.payments)`` is what the plan costs a period; with an odd first period it needs ``first_period``, and
    with actual days ``dated_rate``. It uses no law and therefore cites none.
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


@dataclass(frozen=True, slots=True)
class Plan:
    """How a balance is paid off: by a ``level`` payment, or by a level ``share`` of principal.

    ``shares`` are the periods as shares of a year. Each row is rounded by ``mode``; ``exact`` carries what is not
    rounded. Shares are divided last, since a third of a year's rate has no end and half a fen would be missed.
    """

    principal: Decimal
    annual_rate: Decimal
    shares: Sequence[Fraction]
    level: Decimal | None
    share: Decimal
    mode: str
    exact: bool
    rounding: Rounding
    fee: Decimal

    def schedule(self, days: Sequence[date | None]) -> Schedule:
        """The rows until the balance is cleared, and their totals."""
        rows = list(self._exact(days) if self.exact else self._rounded(days))
        interest = sum((row.interest for row in rows), NOTHING)
        fees = fen(self.fee) * len(rows)
        paid = sum((row.payment for row in rows), NOTHING)
        if self.exact and self.rounding == "each":
            interest = fen(sum((interest for _, _, interest, _ in self._carried(days)), ZERO))
            paid = self.principal + interest + fees
        return Schedule(self.principal, tuple(rows), paid, interest, fees)

    def _unrounded(self, left: Decimal, share: Fraction) -> tuple[Decimal, Decimal]:
        """What a period asks for on what is left: interest, and the principal of a payment that is not the last."""
        interest = left * self.annual_rate * share.numerator / share.denominator
        return interest, self.share if self.level is None else self.level - interest

    def _rounded(self, days: Sequence[date | None]) -> Iterator[Row]:
        """Rows that carry what they show."""
        left, mode, fee = self.principal, self.mode, fen(self.fee)
        parts = self.rounding != "sum" and self.level is None
        for number, (day, share) in enumerate(zip(days, self.shares, strict=True), 1):
            if not left:
                return
            interest, principal = self._unrounded(left, share)
            if number == len(days) or principal >= left:
                principal, mode, parts = left, ROUND_HALF_UP, self.rounding != "sum"
            shown = interest.quantize(FEN, ROUND_HALF_UP)
            part = principal.quantize(FEN, mode) if parts else (principal + interest).quantize(FEN, mode) - shown
            left = left - principal if principal == left else left - part
            yield Row(number, day, part + shown + fee, part, shown, fee, left)

    def _carried(self, days: Sequence[date | None]) -> Iterator[tuple[date | None, Decimal, Decimal, Decimal]]:
        """Day, principal, interest and what is left, unrounded."""
        left = self.principal
        for number, (day, share) in enumerate(zip(days, self.shares, strict=True), 1):
            if not left:
                return
            interest, principal = self._unrounded(left, share)
            if number == len(days) or principal >= left:
                principal = left
            left -= principal
            yield day, principal, interest, left

    def _exact(self, days: Sequence[date | None]) -> Iterator[Row]:
        """Rows that are rounded to be shown: balances and what is paid in all; the rest is their difference."""
        paid, shown_paid, shown_left, fee = ZERO, NOTHING, fen(self.principal), fen(self.fee)
        for number, (day, principal, interest, left) in enumerate(self._carried(days), 1):
            if self.rounding == "each":
                shown, part = fen(interest), principal.quantize(FEN, self.mode)
                if self.level is not None and left:
                    part = (principal + interest).quantize(FEN, self.mode) - shown
                yield Row(number, day, part + shown + fee, part, shown, fee, fen(left))
                continue
            paid += principal + interest
            part = shown_left - fen(left)
            whole = max(part, fen(paid) - shown_paid)
            shown_paid, shown_left = shown_paid + whole, fen(left)
            yield Row(number, day, whole + fee, part, whole - part, fee, shown_left)


def worth(annual_rate: Decimal, shares: Sequence[Fraction], per_year: int) -> Decimal:
    """What one yuan a period is worth at the start."""
    if not annual_rate:
        return Decimal(len(shares))
    if len(set(shares[1:])) < 2 and shares[-1] == Fraction(1, per_year):
        rate, first = annual_rate / per_year, shares[0]
        level = (1 - (1 + rate) ** -len(shares)) / (1 - 1 / (1 + rate))
        return level / (1 + annual_rate * first.numerator / first.denominator)
    worth, factor = ZERO, Decimal(1)
    for share in shares:
        factor /= 1 + annual_rate * share.numerator / share.denominator
        worth += factor
    return worth


def shares_of(
    days: Sequence[date | None], per_year: int, first_days: int | None, day_count: DayCount | None, start: date | None
) -> list[Fraction]:
    """Each period as a share of a year: whole, the first by its days, or all by their days."""
    whole = Fraction(1, per_year)
    if day_count is None:
        first = whole if first_days is None else Fraction(first_days, YEAR)
        return [first, *([whole] * (len(days) - 1))]
    dated = [day for day in days if day is not None]
    if not dated:
        raise OverdueError("rates.day_count_without_days")
    before = start or (
        days_after(dated[0], -_DAYS[per_year]) if per_year in _DAYS else add_period(dated[0], months=-12 // per_year)
    )
    if before > dated[0]:
        raise OverdueError("court.until_before_start", starts_on=before, until=dated[0])
    return [year_share(a, b, day_count) for a, b in pairwise([before, *dated])]


def due_days(first: date | None, per_year: int) -> Iterator[date | None]:
    """The due days, each counted from the first one; without a first one, rows without days."""
    if first is None:
        return repeat(None)
    if per_year in _DAYS:
        return (days_after(first, _DAYS[per_year] * number) for number in count())
    if 12 % per_year:
        raise OverdueError("rates.no_days", per_year=per_year)
    return (add_period(first, months=12 // per_year * number) for number in count())
