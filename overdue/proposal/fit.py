"""Which plan fits: the months a payment takes, the payment a number of months takes, and what only feeds the growth."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_UP, Decimal
from typing import Annotated

from pydantic import Field, validate_call

from overdue.model import FEN, ZERO, Citation, OverdueError, Ratio, Yuan, exact, fen
from overdue.rates import level_payment

SPANS = (12, 24, 36)
MOST = 1200
Months = Annotated[int, Field(ge=1, le=1200)]


@dataclass(frozen=True, slots=True)
class Fit:
    """A monthly payment and the months it takes; ``months`` and ``total`` are None where it never ends the debt.

    Amounts are yuan. ``stops_growth`` is the smallest payment after which the debt is smaller than before;
    ``ends_in`` are pairs of months and the level payment that ends it then. It uses no law.
    """

    debt: Decimal
    payment: Decimal
    months: int | None
    total: Decimal | None
    stops_growth: Decimal
    ends_in: tuple[tuple[int, Decimal], ...]
    citations: tuple[Citation, ...] = ()


@validate_call
@exact
def months_for(debt: Yuan, payment: Yuan, annual_rate: Ratio = ZERO) -> Fit:
    """How many months a level payment takes at a yearly rate (a twelfth a month, in arrears); amounts in yuan.

    The last payment is smaller, or takes with it the fen that rounding left, so that ``payment_for`` is
    answered by its own months. Where a payment does not exceed the month's interest, or takes more than
    a hundred years, ``months`` is None; ``stops_growth`` and ``ends_in`` say which payments would do.
    Raises ``OverdueError`` for a debt of 0.

    >>> months_for("1200", "100").months, months_for("1200", "12", "0.12").months
    (12, None)
    >>> months_for("1200", "12", "0.12").stops_growth
    Decimal('12.01')
    """
    left, months, paid = _some(debt), 0, fen(ZERO)
    while left and months < MOST and payment > (interest := fen(left * annual_rate / 12)):
        due = min(payment, left + interest)
        left, months, paid = left + interest - due, months + 1, paid + due
    ended = not left
    if ended and months > 1 and (plan := level_payment(debt, annual_rate, months - 1)).rows[0].payment == payment:
        months, paid = months - 1, plan.total_paid
    return _fit(debt, payment, months if ended else None, paid if ended else None, annual_rate)


@validate_call
@exact
def payment_for(debt: Yuan, months: Months, annual_rate: Ratio = ZERO) -> Fit:
    """The level payment that ends a debt in so many months; otherwise as ``months_for``.

    >>> payment_for("12000", 12, "0.18").payment
    Decimal('1100.16')
    """
    schedule = level_payment(_some(debt), annual_rate, months)
    return _fit(debt, schedule.rows[0].payment, len(schedule.rows), schedule.total_paid, annual_rate)


def _some(debt: Decimal) -> Decimal:
    if not debt:
        raise OverdueError("proposal.no_debt")
    return debt


def _fit(debt: Decimal, payment: Decimal, months: int | None, total: Decimal | None, rate: Decimal) -> Fit:
    ends_in = tuple((span, _level(debt, rate, span)) for span in SPANS)
    return Fit(debt, payment, months, total, fen(debt * rate / 12) + FEN, ends_in)


def _level(debt: Decimal, annual_rate: Decimal, months: int) -> Decimal:
    """The smallest level payment to the fen that ends a debt in time."""
    rate = annual_rate / 12
    return (debt * rate / (1 - (1 + rate) ** -months) if rate else debt / months).quantize(FEN, ROUND_UP)
