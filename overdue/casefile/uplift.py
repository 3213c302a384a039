"""The uplift of a penalty that nobody gave: which one stands in, and what rests on it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from overdue.accrual import accrue
from overdue.casefile.case import Case
from overdue.law import LAW
from overdue.model import ZERO

BARE = ("credit_card", "private")  # lenders that usually add nothing


class UpliftSpan(NamedTuple):
    """What has grown by a day where the uplift was not given: between which sums, in yuan, by the ends of its range;
    ``usual`` is the uplift in percent that the case counts with."""

    usual: Decimal
    low: Decimal
    high: Decimal


def uplifts(case: Case) -> tuple[Decimal, Decimal, Decimal]:
    """The lowest, the usual and the highest uplift in percent; none is usual for cards and private loans."""
    low, high = (100 * LAW.value("PEN-1", end, case.contracted) for end in ("uplift_min", "uplift_max"))
    return (ZERO, ZERO, high) if case.lender in BARE else (low, high, high)


def usual_uplift(case: Case) -> Decimal | None:
    """The uplift, in percent, that stands in while the contract's own is not known; None where penalty does not rest
    on one that nobody gave.

    >>> from overdue.casefile import read
    >>> [usual_uplift(read({"story": "job", "uplift": given}, date(2026, 6, 30))[0]) for given in ("?", "30")]
    [Decimal('50.0'), None]
    """
    if not case.rate or case.uplift is not None or case.daily_rate is not None:
        return None
    return uplifts(case)[1]


def uplift_ends(case: Case) -> tuple[Decimal, Decimal]:
    """The ends of an uplift nobody gave, in percent: none at the low one while the lender may be one that adds none."""
    least, _, most = uplifts(case)
    return (ZERO if case.lender == "unknown" else least), most


def uplift_span(case: Case, day: date) -> UpliftSpan | None:
    """What rests on an uplift that nobody gave, at the end of a day; None where nothing does.

    At the low end nothing is added while nobody knows whether the lender is one that adds any.

    >>> from overdue.casefile import read
    >>> given = {"due_on": "2026-08-20", "principal": "1000", "rate": "24", "lender": "bank"}
    >>> uplift_span(read(given, date(2026, 11, 28))[0], date(2026, 11, 28))
    UpliftSpan(usual=Decimal('50.0'), low=Decimal('86.67'), high=Decimal('100.00'))
    """
    usual = usual_uplift(case)
    if usual is None:
        return None
    low, high = (
        accrue(replace(case, uplift=end).loan(), day, case.payments, case.payment_order).growing
        for end in uplift_ends(case)
    )
    return None if low == high else UpliftSpan(usual, low, high)
