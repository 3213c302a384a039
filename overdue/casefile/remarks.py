"""What a person may well have meant otherwise: possible figures that deserve a second look."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from overdue.casefile.case import MOST_SLICES, Case
from overdue.casefile.keys import FIRST_DAY, LAST_DAY
from overdue.periods import YEAR

LOW_RATE = 1  # percent a year; below it the daily rate an app shows was probably meant
ODD_INTEREST = Decimal("1.1")  # times that of the first missed one by the rate: of an earlier instalment, probably
ODD_RATE = 100  # percent a year; above it a daily or monthly rate was probably meant


SUMS = ("principal", "interest", "remaining")


@lru_cache(64)
def remarks(case: Case) -> Mapping[str, str]:
    """What is possible but deserves a second look: the key of a figure and the code of its remark.

    Kept, for each field of a page asks for its own.
    """
    found = {}
    if case.rate is not None and case.daily_rate is None and case.rate == 0:
        found["rate"] = "zero"
    if case.rate is not None and case.daily_rate is None and 0 < case.rate < LOW_RATE:
        found["rate"] = "low"
    if case.rate is not None and case.rate > ODD_RATE:
        found["rate"] = "high"
    if case.daily_rate is not None:
        found["daily_rate"] = "high" if case.daily_rate * YEAR > ODD_RATE else "instead"
    if case.due_on is not None and case.due_on > case.as_of:
        found["due_on"] = "later"
    if case.principal == 0:
        found["principal"] = "zero"
    for name in SUMS:
        if _looks_like_a_day(getattr(case, name)):
            found[name] = "day"
    by_rate = None if case.interest is None else interest_by_rate(case)
    if case.interest is not None and by_rate is not None:
        several = by_rate[0] != by_rate[1]  # of one alone there is no question which it is of
        if several and case.interest > by_rate[0] * ODD_INTEREST:
            found["interest"] = "unlike"
    return MappingProxyType(found)


def _looks_like_a_day(amount: Decimal | None) -> bool:
    """Whether a sum in yuan is a day in eight digits: a day typed after the field had moved from under the thumb."""
    if amount is None or amount % 1 or not FIRST_DAY.year <= amount // 10_000 <= LAST_DAY.year:
        return False
    try:
        date.fromisoformat(str(int(amount)))
    except ValueError:
        return False
    return True


def interest_by_rate(case: Case) -> tuple[Decimal, Decimal] | None:
    """The interest of the first and of the last missed instalment by the yearly rate, in yuan; None where that takes
    something nobody gave.

    >>> from datetime import date
    >>> from overdue.casefile import read
    >>> given = {"due_on": "2026-08-20", "principal": "1000", "missed": "4", "remaining": "3000", "rate": "24"}
    >>> interest_by_rate(read(given, date(2026, 11, 30))[0])
    (Decimal('140.00'), Decimal('80.00'))
    """
    if case.missing or case.rows or not case.rate or case.remaining is None or not case.principal:
        return None
    if case.remaining > case.principal * MOST_SLICES:
        return None
    made = replace(case, interest=None).instalments()[: case.missed]
    return made[0].interest, made[-1].interest


def interest_to_come(case: Case) -> tuple[Decimal, Decimal] | None:
    """The interest of the first instalment still to come as it was entered and by the yearly rate, in yuan; None where
    only one of the two was given, or both come to the same: else which one holds is asked (``to_come``).

    >>> from datetime import date
    >>> from overdue.casefile import read
    >>> given = {"due_on": "2026-08-20", "principal": "1000", "missed": "4", "remaining": "3000", "rate": "24"}
    >>> interest_to_come(read(given | {"interest": "85"}, date(2026, 11, 30))[0])
    (Decimal('85'), Decimal('60.00'))
    """
    if case.missing or case.rows or case.accelerated_on or case.rate is None or not (case.interest and case.remaining):
        return None
    entered, by_rate = (
        next(
            (i.interest for i in replace(case, to_come=how).instalments()[case.missed :] if i.due_on > case.as_of), None
        )
        for how in ("entered", "rate")
    )
    return None if entered is None or by_rate is None or entered == by_rate else (entered, by_rate)
