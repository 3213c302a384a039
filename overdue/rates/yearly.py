"""What money costs: the rate a period, the rate a year, and a worth on one day.

The rates are solved in floats and returned as ``Decimal`` with fourteen digits; money never is a float.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context, Decimal, localcontext
from itertools import pairwise
from math import exp, log
from typing import Annotated

from pydantic import Field, validate_call

from overdue.model import ZERO, Day, Flow, OverdueError, Yield, Yuan, exact

PerYear = Annotated[int, Field(ge=1, le=366)]
Flows = Sequence[tuple[Day, Flow]]

_SOLVED = Context(prec=14)
_WORTH = Context(prec=28)
_YEAR = 365
_FAR = 600.0  # exp() of a float ends at 709
_TRIES = 200


@validate_call
def periodic_rate(received: Yuan, payments: Sequence[Flow]) -> Decimal:
    """The rate a period at which the payments are worth what was received.

    ``received`` is what the borrower really got, in yuan: a fee paid at the start is taken off it.
    ``payments`` follow at the end of each period, the first one period after; a period without a
    payment is 0, and money received later counts as a negative payment. The ratio is for one
    period: ``yearly_rate`` makes it a year's. Where several rates fit, the one nearest to 0.
    Source: the internal rate of return, as in 12 CFR 1026 Appendix J for whole unit-periods.
    Raises ``OverdueError`` where nothing is received or nothing is paid, or where no rate fits.

    >>> periodic_rate("12000", ["1072"] * 12)
    Decimal('0.010861853567590')
    """
    return _rate(dict(enumerate((received, *(-payment for payment in payments)))))


@validate_call
@exact
def yearly_rate(rate: Yield, per_year: PerYear = 12, compound: bool = True) -> Decimal:
    """A year's rate from the rate of one period, both ratios.

    Compound is ``(1 + rate) ** per_year - 1``, the effective rate of European disclosures; not compound
    is ``rate * per_year``, the nominal rate of those of the United States. Chinese disclosures use
    either and must say so where it is the simple one (PEN-8).

    >>> yearly_rate("0.01", compound=False), yearly_rate("0.01")
    (Decimal('0.12'), Decimal('0.12682503013197'))
    """
    return _SOLVED.plus((1 + rate) ** per_year - 1 if compound else rate * per_year)


@validate_call
def dated_rate(flows: Flows) -> Decimal:
    """The effective yearly rate of dated amounts, actual days / 365, as a ratio (spreadsheets' XIRR).

    ``flows`` are pairs of day and yuan in any order, one sign for what is received and the other for
    what is paid; several on one day are added up and amounts of 0 change nothing. Every year has 365
    days, leap years too. Where several rates fit, the one nearest to 0.
    Raises ``OverdueError`` where all amounts have one sign, or where no rate fits.

    >>> from datetime import date
    >>> dated_rate([(date(2025, 1, 1), "-100"), (date(2026, 1, 1), "118")])
    Decimal('0.18000000000000')
    """
    amounts: dict[int, Decimal] = {}
    for day, amount in flows:
        amounts[day.toordinal()] = amounts.get(day.toordinal(), ZERO) + amount
    return _rate(amounts, _YEAR)


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
    day_factor = (1 + annual_rate) ** (Decimal(-1) / _YEAR)
    return _WORTH.plus(sum((amount * day_factor ** (day - on).days for day, amount in flows), ZERO))


def _rate(amounts: dict[int, Decimal], per_period: int = 1) -> Decimal:
    """The rate for ``per_period`` units of time at which amounts by time are worth nothing together."""
    held = sorted((time, amount) for time, amount in amounts.items() if amount)
    turns = [later for (_, before), (later, after) in pairwise(held) if (before > 0) != (after > 0)]
    if not turns:
        raise OverdueError("rates.one_sign")
    if not sum(amounts.values()):
        return ZERO
    start = held[0][0]
    value = _Value([((time - start) / per_period, float(amount)) for time, amount in held])
    if len(turns) == 1:
        growth = value.root(-_FAR / value.span, _FAR * per_period / (turns[0] - start), 0.0)
    else:
        low, high = value.bracket()
        growth = value.root(low, high, (low + high) / 2)
    with localcontext(_WORTH):
        return _SOLVED.plus(Decimal(growth).exp() - 1)


class _Value:
    """Which amounts at times (the first at 0) prevail when money grows by ``exp(growth)`` a period.

    The logarithm of what comes in over what goes out, both discounted, is nearly a straight line in
    the growth, so that a few of Newton's steps find where it is 0. It is monotone, with exactly one
    root, where the amounts change their sign once.
    """

    def __init__(self, flows: list[tuple[float, float]]) -> None:
        self.span = flows[-1][0]
        self.sides = [(t, a) for t, a in flows if a > 0], [(t, -a) for t, a in flows if a < 0]

    def at(self, growth: float) -> tuple[float, float]:
        """The logarithm and its slope."""
        level = slope = 0.0
        for sign, flows in zip((1, -1), self.sides, strict=True):
            worth = moment = 0.0
            for time, amount in flows:
                part = amount * exp(-growth * time)
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
