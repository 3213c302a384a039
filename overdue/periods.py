"""Counting days and months as the Civil Code does (articles 200 to 202).

The first day does not count, the last one does. No holiday shift here: that is a matter of the
court's calendar.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from overdue.given import a_day
from overdue.model import OverdueError

ONE_DAY = timedelta(days=1)
YEAR = 365  # the days of a year by which a rate a year and one a day are turned into each other


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from ``start`` to ``end``, both counted."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days are counted, the first and the last among them."""
        return (self.end - self.start).days + 1


def add_period(start: date, years: int = 0, months: int = 0, days: int = 0) -> date:
    """The last day of a period that begins on ``start`` (that day itself not counted).

    Years and months end on the corresponding day, else on that month's last day; days follow
    after them. Rules: CC-1, CC-2, CC-3 (Civil Code 200 to 202), in force since 2021-01-01 and
    asked by no day, for the way of counting is the same throughout.
    Raises ``OverdueError`` when the period leaves the calendar.

    >>> add_period(date(2024, 2, 29), years=5)
    datetime.date(2029, 2, 28)
    >>> add_period(date(2026, 1, 31), months=1)
    datetime.date(2026, 2, 28)
    """
    a_day(start)
    index = start.year * 12 + start.month - 1 + years * 12 + months
    year, month = divmod(index, 12)
    try:
        end = date(year, month + 1, min(start.day, _last_of(year, month + 1)))
        return end + timedelta(days=days) if days else end
    except (ValueError, OverflowError) as error:
        raise OverdueError("period.out_of_calendar", start=start, years=years, months=months, days=days) from error


@lru_cache(maxsize=2400)
def _last_of(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def overdue_days(due_on: date, on: date) -> int:
    """How many days ``on`` lies after ``due_on``, never below 0; a grace period changes nothing here.

    Rule: CC-2 (Civil Code 201). Due on the 10th, paid on the 11th is one day.

    >>> overdue_days(date(2026, 1, 10), date(2026, 1, 11))
    1
    >>> overdue_days(date(2026, 1, 10), date(2026, 1, 10))
    0
    """
    return max(0, (a_day(on) - a_day(due_on)).days)


def days_after(day: date, count: int) -> date:
    """The day ``count`` days later; raises ``OverdueError`` outside the calendar.

    >>> days_after(date(2026, 2, 28), 1)
    datetime.date(2026, 3, 1)
    """
    return add_period(day, days=count)
