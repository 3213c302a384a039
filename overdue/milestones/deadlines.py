"""Deadlines of a court: counted from the day something was received, moved past rest days.

The first day does not count; a last day on a statutory rest day moves to the day after the holiday
(Civil Code 201 and 203). Make-up working weekends are working days, so a weekday test is not enough:
the days come from the State Council's yearly holiday notices as kept by ``chinesecalendar``. Beyond
the last notice a day is only ever "not before".
"""

from dataclasses import dataclass
from datetime import date

from chinese_calendar import holidays, is_holiday

from overdue.law import LAW
from overdue.model import Citation
from overdue.periods import add_period, days_after

NOTICES = range(min(holidays).year, max(holidays).year + 1)  # the years whose holiday notice is known


@dataclass(frozen=True, slots=True)
class Deadline:
    """The end of a period.

    ``counted`` is the last day by counting alone, ``last_day`` the one after rest days, None where no
    holiday notice is known; ``not_before`` is a day the end cannot lie before.
    """

    received_on: date
    counted: date
    last_day: date | None
    not_before: date
    citations: tuple[Citation, ...]

    @property
    def shifted(self) -> bool:
        """Whether a rest day moved the end."""
        return self.not_before != self.counted


def is_rest_day(day: date) -> bool | None:
    """Whether nobody need work on ``day``; None where no holiday notice is known.

    >>> is_rest_day(date(2026, 9, 20))  # a Sunday made up as a working day
    False
    >>> is_rest_day(date(2026, 9, 19))
    True
    >>> is_rest_day(date(2040, 1, 1)) is None
    True
    """
    return bool(is_holiday(day)) if day.year in NOTICES else None


def deadline(
    received_on: date, rules: tuple[str, ...] = (), years: int = 0, months: int = 0, days: int = 0
) -> Deadline:
    """The last day of a period that begins when something is received.

    Rules: CC-2 and CC-4 (Civil Code 201 to 203), and those in ``rules`` that set the length.
    Raises ``OverdueError`` when the period leaves the calendar.

    >>> deadline(date(2026, 9, 11), days=15).last_day  # 26 September lies in the holiday of the 25th to 27th
    datetime.date(2026, 9, 28)
    """
    counted = add_period(received_on, years=years, months=months, days=days)
    end = counted
    while is_rest_day(end):
        end = days_after(end, 1)
    known = is_rest_day(end) is not None
    return Deadline(received_on, counted, end if known else None, end, LAW.cites((*rules, "CC-2", "CC-4")))
