"""How long a span of days is as a share of a year: the day counts of contracts, spreadsheets and Chinese banks."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from pydantic import validate_call

from overdue.model import Day, OverdueError, Ratio, Yuan, exact, fen
from overdue.periods import add_period

DayCount = Literal["actual/365", "actual/360", "30/360", "actual/actual", "calendar"]

BASES = {"actual/365": 365, "actual/360": 360}


def year_share(start: date, end: date, day_count: DayCount) -> Fraction:
    """The days from ``start`` to ``end`` (one of them counted) as an exact share of a year.

    ``30/360`` is the bond basis, ``actual/actual`` divides each calendar year's days by its own length,
    ``calendar`` counts whole months as twelfths and the odd days as 1 / 360 (对年对月对日).

    >>> year_share(date(2026, 1, 31), date(2026, 3, 5), "calendar")
    Fraction(7, 72)
    """
    if day_count in BASES:
        return Fraction((end - start).days, BASES[day_count])
    if day_count == "calendar":
        return _calendar(start, end)
    if day_count == "30/360":
        first = min(start.day, 30)
        last = 30 if end.day == 31 and first == 30 else end.day
        return Fraction(360 * (end.year - start.year) + 30 * (end.month - start.month) + last - first, 360)
    years = range(start.year, end.year + 1)
    return sum((Fraction(_within(start, end, year), _within(None, None, year)) for year in years), Fraction(0))


def _within(start: date | None, end: date | None, year: int) -> int:
    """How many days of a calendar year lie between two days; all of them without the two."""
    first, after = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1
    low = first if start is None else max(first, start.toordinal())
    high = after if end is None else min(after, end.toordinal())
    return high - low


def _calendar(start: date, end: date) -> Fraction:
    months = (end.year - start.year) * 12 + end.month - start.month
    if add_period(start, months=months) > end:
        months -= 1
    return Fraction(months, 12) + Fraction((end - add_period(start, months=months)).days, 360)


@validate_call
@exact
def simple_interest(
    principal: Yuan, annual_rate: Ratio, starts_on: Day, until: Day, day_count: DayCount = "calendar"
) -> Decimal:
    """Simple interest from one day to another, one of the two counted; yuan, rounded half up once.

    ``annual_rate`` is a ratio a year. ``day_count="calendar"`` is how Chinese banks count deposits and loans by
    corresponding days: whole years and months at their rate, odd days at a 360th a day. No law here.
    Raises ``OverdueError`` where ``until`` is before ``starts_on``.

    >>> simple_interest("10000", "0.036", date(2025, 1, 10), date(2026, 4, 25))
    Decimal('465.00')
    """
    if until < starts_on:
        raise OverdueError("court.until_before_start", starts_on=starts_on, until=until)
    share = year_share(starts_on, until, day_count)
    return fen(principal * annual_rate * share.numerator / share.denominator)
