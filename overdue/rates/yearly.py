"""What money costs: the rate a period, the rate a year, and a worth on one day.

The rates are solved in floats and returned as ``Decimal`` with fourteen digits; money never is a float.
"""

from collections.abc import Mapping, Sequence
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from itertools import pairwise
from math import exp, log
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainValidator, validate_call

from overdue.model import ZERO, Day, Flow, OverdueError, Yield, Yuan, exact, no_float
from overdue.periods import YEAR
from overdue.rates.days import DayCount, year_share


def _length(value: object) -> Fraction:
    """A time in periods, exact."""
    if isinstance(value, str | int | Decimal | Fraction) and not isinstance(value, bool):
        try:
            length = Fraction(value)
        except (ValueError, OverflowError, ZeroDivisionError) as error:
            raise ValueError(f"{value!r} is no number of periods: give a text such as '32/7'") from error
        if 0 <= length <= 100_000:
            return length
    raise ValueError(f"{value!r} is no number of periods from 0 to 100,000: give a text such as '32/7'")


Periods = Annotated[Decimal, BeforeValidator(no_float), Field(gt=0, le=366, allow_inf_nan=False)]
Length = Annotated[Fraction, PlainValidator(_length)]
Flows = Sequence[tuple[Day, Flow]]

_SOLVED = Context(prec=14)
_WORTH = Context(prec=28)
_FAR = 600.0  # exp() of a float ends at 709
_TRIES = 200


@validate_call
def periodic_rate(
    received: Yuan, payments: Sequence[Flow | tuple[Length, Flow]], first_period: Length = Fraction(1)
) -> Decimal:
    """The rate a period at which the payments are worth what was received.

    ``received`` is what the borrower really got, in yuan: a fee paid at the start is taken off it.
    ``payments`` follow at the end of each period, the first one ``first_period`` periods after; a period
    without a payment is 0, and money received later counts as a negative payment. A payment may also be a
    pair of its own time in periods and its yuan. The odd part of a time bears simple interest. Times are
    texts (``"32/7"``, ``"6.4"``), whole numbers, ``Decimal`` or ``Fraction``. The ratio is for one
    period: ``yearly_rate`` makes it a year's. Where several rates fit, the one nearest to 0.
    Source: the internal rate of return, as in 12 CFR 1026 Appendix J.
    Raises ``OverdueError`` where nothing is received or nothing is paid, or where no rate fits.

    >>> periodic_rate("12000", ["1072"] * 12)
    Decimal('0.010861853567590')
    >>> round(52 * periodic_rate("500", ["17.60"] * 30, first_period="32/7"), 4)
    Decimal('0.1496')
    """
    flows = {Fraction(0): received}
    for number, paid in enumerate(payments):
        time, amount = paid if isinstance(paid, tuple) else (first_period + number, paid)
        flows[time] = flows.get(time, ZERO) - amount
    return _rate(flows, simple=True)


@validate_call
@exact
def yearly_rate(rate: Yield, per_year: Periods = Decimal(12), compound: bool = True) -> Decimal:
    """A year's rate from the rate of one period, both ratios.

    Compound is ``(1 + rate) ** per_year - 1``, the effective rate of European disclosures; not compound
    is ``rate * per_year``, the nominal rate of those of the United States. Chinese disclosures use
    either and must say so where it is the simple one (PEN-8). ``per_year`` may be a fraction of a number.

    >>> yearly_rate("0.01", compound=False), yearly_rate("0.01")
    (Decimal('0.12'), Decimal('0.12682503013197'))
    """
    return _SOLVED.plus((1 + rate) ** per_year - 1 if compound else rate * per_year)


@validate_call
def dated_rate(flows: Flows, day_count: DayCount = "actual/365") -> Decimal:
    """The effective yearly rate of dated amounts, as a ratio (spreadsheets' XIRR).

    ``flows`` are pairs of day and yuan in any order, one sign for what is received and the other for
    what is paid; several on one day are added up and amounts of 0 change nothing. Times are counted from
    the first day by ``day_count`` (``year_share``); with actual / 365 leap years too have 365 days. Where
    several rates fit, the one nearest to 0.
    Raises ``OverdueError`` where all amounts have one sign, or where no rate fits.

    >>> from datetime import date
    >>> dated_rate([(date(2025, 1, 1), "-100"), (date(2026, 1, 1), "118")])
    Decimal('0.18000000000000')
    """
    start = min((day for day, amount in flows if amount), default=None)
    amounts: dict[Fraction, Decimal] = {}
    for day, amount in flows:
        if start is not None and amount:
            time = year_share(start, day, day_count)
            amounts[time] = amounts.get(time, ZERO) + amount
    return _rate(amounts)


@validate_call
@exact
def net_present_value(flows: Flows, annual_rate: Yield, on: Day) -> Decimal:
    """What dated amounts are worth on one day, in yuan and unrounded.

    ``annual_rate`` is an effective yearly rate; each amount is divided by ``(1 + annual_rate)`` to the
    power of its days after ``on`` / 365, so that amounts before ``on`` grow. A spreadsheet's NPV puts
    the first amount one period after ``on``; here every amount has its own day.

    >>> from datetime import date
    >>> net_present_value([(date(2026, 1, 1), "118")], "0.18", on=date(2025, 1, 1))
    Decimal('100.0000000000000000000000000')
    """
    day_factor = (1 + annual_rate) ** (Decimal(-1) / YEAR)
    return _WORTH.plus(sum((amount * day_factor ** (day - on).days for day, amount in flows), ZERO))


def _rate(amounts: Mapping[Fraction, Decimal], simple: bool = False) -> Decimal:
    """The rate at which amounts by time are worth nothing together; ``simple``: the odd part of a time is simple."""
    held = sorted((time, amount) for time, amount in amounts.items() if amount)
    turns = [later for (_, before), (later, after) in pairwise(held) if (before > 0) != (after > 0)]
    if not turns:
        raise OverdueError("rates.one_sign")
    if not sum(amounts.values()):
        return ZERO
    start = held[0][0]
    value = _Value([_flow(time if simple else time - start, amount, simple) for time, amount in held])
    if len(turns) == 1 and not value.odd:
        growth = value.root(-_FAR / value.span, _FAR / float(turns[0] - start), 0.0)
    else:
        low, high = value.bracket()
        growth = value.root(low, high, (low + high) / 2)
    with localcontext(_WORTH):
        return _SOLVED.plus(Decimal(growth).exp() - 1)


def _flow(time: Fraction, amount: Decimal, simple: bool) -> tuple[float, float, float]:
    """The compound part of a time, its simple part, and the amount."""
    odd = time % 1 if simple else Fraction(0)
    return float(time - odd), float(odd), float(amount)


class _Value:
    """Which amounts at times (the first at 0) prevail when money grows by ``exp(growth)`` a period.

    The logarithm of what comes in over what goes out, both discounted, is nearly a straight line in
    the growth, so that a few of Newton's steps find where it is 0. It is monotone, with exactly one
    root, where the amounts change their sign once.
    """

    def __init__(self, flows: list[tuple[float, float, float]]) -> None:
        self.span = flows[-1][0] + flows[-1][1]
        self.odd = any(odd for _, odd, _ in flows)
        self.sides = [f for f in flows if f[2] > 0], [(t, odd, -a) for t, odd, a in flows if a < 0]

    def at(self, growth: float) -> tuple[float, float]:
        """The logarithm and its slope."""
        level = slope = 0.0
        for sign, flows in zip((1, -1), self.sides, strict=True):
            worth = moment = 0.0
            for time, odd, amount in flows:
                part = amount * exp(-growth * time)
                if odd:
                    simple = 1 + odd * (exp(growth) - 1)
                    part /= simple
                    moment += odd * exp(growth) / simple * part
                worth += part
                moment += time * part
            level += sign * log(worth)
            slope -= sign * moment / worth
        return level, slope

    def bracket(self) -> tuple[float, float]:
        """Two growths around the root nearest to 0, searched in steps of a tenth on both sides."""
        reached = dict.fromkeys((1, -1), (0.0, self.at(0.0)[0]))
        width = 0.05
        while width < _FAR:
            for side, (near, before) in reached.items():
                far = side * width / self.span
                after, _ = self.at(far)
                if (before > 0) != (after > 0):
                    return min(near, far), max(near, far)
                reached[side] = far, after
            width *= 1.1
        raise OverdueError("rates.none_fits")

    def root(self, low: float, high: float, growth: float) -> float:
        """The growth between two at which the logarithm is 0: Newton's steps, halving where one leaves."""
        rising = self.at(high)[0] > 0
        for _ in range(_TRIES):
            level, slope = self.at(growth)
            low, high = (low, growth) if (level > 0) == rising else (growth, high)
            step = -level / slope if slope else high - low
            growth += step
            if abs(step) * self.span < 1e-9 * (1 + abs(growth) * self.span):
                return growth
            if not low < growth < high:
                growth = (low + high) / 2
        raise OverdueError("rates.none_fits")
