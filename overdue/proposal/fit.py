"""Which plan fits: the months a payment takes, the payment a number of months takes, and what only feeds the growth."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import Field, validate_call

from overdue.model import FEN, ZERO, Citation, OverdueError, Ratio, Yuan, exact, fen
from overdue.rates import level_payment

SPANS = (12, 24, 36)
MOST = 1200
Months = Annotated[int, Field(ge=1, le=1200)]


@dataclass(frozen=True, slots=True)
class Fit:
    """A monthly payment and the months it takes; ``months``, ``last_payment`` and ``total`` are None where it never
    ends the debt.

    Amounts are yuan. ``stops_growth`` is the smallest payment after which the debt is smaller than before;
    ``ends_in`` are pairs of months and the smallest level payment that ends it within them. It uses no law.
    """

    debt: Decimal
    payment: Decimal
    months: int | None
    last_payment: Decimal | None
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
    >>> found = months_for("1200", "110", "0.12")
    >>> found.stops_growth, found.last_payment, found.ends_in[0]
    (Decimal('12.01'), Decimal('67.11'), (12, Decimal('106.62')))
    """
    return _fit(_some(debt), payment, annual_rate, _pays_off(debt, payment, annual_rate))


@validate_call
@exact
def payment_for(debt: Yuan, months: Months, annual_rate: Ratio = ZERO) -> Fit:
    """The level payment that ends a debt in so many months; otherwise as ``months_for``.

    >>> payment_for("12000", 12, "0.18").payment
    Decimal('1100.16')
    """
    schedule = level_payment(_some(debt), annual_rate, months)
    paid = schedule.payments
    return _fit(debt, paid[0], annual_rate, (len(paid), paid[-1], schedule.total_paid))


def _some(debt: Decimal) -> Decimal:
    if not debt:
        raise OverdueError("proposal.no_debt")
    return debt


Ended = tuple[int, Decimal, Decimal]


def _pays_off(debt: Decimal, payment: Decimal, annual_rate: Decimal) -> Ended | None:
    """The months a payment takes, the last payment and all of them together; None where it never ends the debt."""
    left, months, paid, due = debt, 0, fen(ZERO), ZERO
    while left and months < MOST and payment > (interest := fen(left * annual_rate / 12)):
        due = min(payment, left + interest)
        left, months, paid = left + interest - due, months + 1, paid + due
    if left:
        return None
    if months > 1 and (plan := level_payment(debt, annual_rate, months - 1)).rows[0].payment == payment:
        return months - 1, plan.payments[-1], plan.total_paid
    return months, due, paid


def _fit(debt: Decimal, payment: Decimal, rate: Decimal, ended: Ended | None) -> Fit:
    ends_in = tuple((span, _smallest(debt, rate, span)) for span in SPANS)
    months, last, total = ended or (None, None, None)
    return Fit(debt, payment, months, last, total, fen(debt * rate / 12) + FEN, ends_in)


def _smallest(debt: Decimal, annual_rate: Decimal, months: int) -> Decimal:
    """The smallest payment to the fen that ends a debt in time: the annuity's, moved as far as roundings allow."""

    def ends(payment: Decimal) -> bool:
        ended = _pays_off(debt, payment, annual_rate)
        return ended is not None and ended[0] <= months

    rate = annual_rate / 12
    payment = fen(debt * rate / (1 - (1 + rate) ** -months) if rate else debt / months)
    while not ends(payment):
        payment += FEN
    while payment > FEN and ends(payment - FEN):
        payment -= FEN
    return payment
