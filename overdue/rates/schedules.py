"""Repayment schedules: level payment, level principal, flat-fee instalments."""

from decimal import ROUND_CEILING, ROUND_HALF_UP, ROUND_UP, Decimal
from itertools import islice
from typing import Annotated, Literal

from pydantic import Field, validate_call

from overdue.model import FEN, ZERO, Day, OverdueError, Ratio, Yuan, exact, fen
from overdue.rates.days import DayCount
from overdue.rates.rows import NOTHING, Plan, Rounding, Row, Schedule, due_days, shares_of, worth

PerYear = Annotated[int, Field(ge=1, le=366)]
Count = Annotated[int, Field(ge=1, le=1200)]
FirstDays = Annotated[int, Field(ge=0, le=100_000)]
Balance = Literal["rounded", "exact"]
PaymentRounding = Literal["half_up", "up"]
FeePaid = Literal["monthly", "first", "upfront"]

_ROUNDED = {"half_up": ROUND_HALF_UP, "up": ROUND_UP}
MOST = 1200


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
    fee: Yuan = ZERO,
    day_count: DayCount | None = None,
    starts_on: Day | None = None,
) -> Schedule:
    """A schedule of equal payments; interest on what is left, at ``annual_rate / per_year`` a period.

    ``principal`` is yuan, ``annual_rate`` a nominal ratio a year, ``months`` the number of payments
    (months where ``per_year`` is 12). The payment is rounded half up, or up to the next fen with
    ``payment_rounding="up"``; interest is rounded half up; principal is the rest.
    ``balance="rounded"`` carries what the rows show. ``"exact"`` carries the unrounded payment and
    balance: balances are rounded to be shown, principal is their difference, interest what is left of
    the payment, and payments add up to the unrounded total, rounded once. With ``rounding="each"`` every
    figure is rounded alone, as some textbooks print it; then rows need not add up.
    The last row clears the balance: the sum of its rounded parts, or rounded as a whole with
    ``rounding="sum"``. Where rounding ends the debt earlier, the schedule ends there.
    ``first_due_on`` gives the rows their days, counted from it (CC-3, Civil Code 202). Where the first
    period is longer or shorter than the others, it bears ``annual_rate`` for its ``first_days`` / 365; with
    ``day_count`` every period bears it for its own days, the first from ``starts_on`` (else one period
    earlier). ``fee`` is yuan added to every payment.
    Source: the annuity formula. Raises ``OverdueError`` for days of a period that is neither whole
    months nor weeks, and for a ``day_count`` without days.

    >>> plan = level_payment("12000", "0.18", 12)
    >>> plan.rows[0].payment, plan.total_interest
    (Decimal('1100.16'), Decimal('1201.95'))
    """
    days = list(islice(due_days(first_due_on, per_year), months))
    shares = shares_of(days, per_year, first_days, day_count, starts_on)
    mode = _ROUNDED[payment_rounding]
    level = principal / worth(annual_rate, shares, per_year)
    if balance == "rounded":
        level = level.quantize(FEN, mode)
    return Plan(principal, annual_rate, shares, level, ZERO, mode, balance == "exact", rounding, fee).schedule(days)


@validate_call
@exact
def level_principal(
    principal: Yuan,
    annual_rate: Ratio,
    months: Count | None = None,
    per_year: PerYear = 12,
    rounding: Rounding = "parts",
    balance: Balance = "rounded",
    payment_rounding: PaymentRounding = "half_up",
    first_due_on: Day | None = None,
    first_days: FirstDays | None = None,
    fee: Yuan = ZERO,
    day_count: DayCount | None = None,
    starts_on: Day | None = None,
    part: Annotated[Yuan, Field(gt=0)] | None = None,
) -> Schedule:
    """A schedule of equal principal parts; interest on what is left, so that payments fall.

    With ``rounding="parts"`` the principal part and the interest are each rounded and added up
    (``payment_rounding`` is that of the principal part). With ``"sum"`` the payment is rounded as a
    whole, and principal is what interest leaves of it. ``part`` fixes the principal part in yuan instead of
    ``months``, and the term follows. Everything else is as in ``level_payment``. Raises ``OverdueError``
    unless one of ``months`` and ``part`` is given, and where a part takes more than 1,200 payments.

    >>> plan = level_principal("12000", "0.18", 12)
    >>> plan.rows[0].payment, plan.rows[-1].payment, plan.total_interest
    (Decimal('1180.00'), Decimal('1015.00'), Decimal('1170.00'))
    >>> plan = level_principal("200000", "0.06", part="900")
    >>> len(plan.rows), plan.rows[0].payment, plan.rows[-1].payment
    (223, Decimal('1900.00'), Decimal('201.00'))
    """
    mode = _ROUNDED[payment_rounding]
    months, share = _term(principal, months, part)
    if rounding == "parts" and balance == "rounded":
        share = share.quantize(FEN, mode)
    days = list(islice(due_days(first_due_on, per_year), months))
    shares = shares_of(days, per_year, first_days, day_count, starts_on)
    return Plan(principal, annual_rate, shares, None, share, mode, balance == "exact", rounding, fee).schedule(days)


def _term(principal: Decimal, months: int | None, part: Decimal | None) -> tuple[int, Decimal]:
    """How many parts, and how large each is before rounding."""
    if (months is None) == (part is None):
        raise OverdueError("rates.months_or_part")
    if months is not None:
        return months, principal / months
    count = max(1, int((principal / (part or principal)).to_integral_value(ROUND_CEILING)))
    if count > MOST:
        raise OverdueError("rates.too_many_parts", part=part, count=count, most=MOST)
    return count, part or principal


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
    ``level_payment``; interest is 0. Raises ``OverdueError`` for a fee of more than all of it at once.

    >>> plan = flat_fee_plan("12000", 12, "0.006")
    >>> plan.rows[0].payment, plan.total_fee
    (Decimal('1072.00'), Decimal('864.00'))
    """
    if fee_rate > 1:
        raise OverdueError("rates.fee_above_all", given=fee_rate, hundredth=fee_rate / 100)
    monthly, whole = fen(principal * fee_rate / fee_months), fen(principal * fee_rate * months / fee_months)
    first = {"monthly": monthly, "first": whole, "upfront": ZERO}[fee_paid]
    later = monthly if fee_paid == "monthly" else ZERO
    upfront = whole if fee_paid == "upfront" else ZERO
    share, left, rows = fen(principal / months), principal, []
    for number, day in zip(range(1, months + 1), due_days(first_due_on, 12), strict=False):
        part = min(share, left) if number < months else left
        fee = first if number == 1 else later
        left -= part
        rows.append(Row(number, day, part + fee, part, NOTHING, fee, left))
    fees = upfront + sum((row.fee for row in rows), NOTHING)
    return Schedule(principal - upfront, tuple(rows), principal + fees, NOTHING, fees)
