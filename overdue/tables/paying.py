"""The days at which a mover of the day of paying stops."""

from datetime import date, timedelta
from functools import lru_cache

from overdue.periods import add_period, days_after
from overdue.tables.moving import WIDE
from overdue.words import Words

QUICK = (0, 30, 60, 90)
STEPS = 36  # a thumb tells no more apart on a phone, and each costs a sentence
LAST = date(2100, 12, 31)


def year_on(as_of: date) -> date:
    """The corresponding day a year after ``as_of``, at most the last day of the calendar: where a year to come ends."""
    return add_period(as_of, years=1) if as_of.year < LAST.year else LAST


@lru_cache(1024)
def stops(as_of: date, chosen: date, ahead: int | None = None) -> tuple[date, ...]:
    """Some 37 days from ``as_of`` on, evenly, to ``ahead`` days later (None: a year later) or to ``chosen``.

    Today, in 30, 60 and 90 days, the day chosen and the last of them are always among them.

    >>> days = stops(date(2026, 6, 30), date(2026, 9, 9))
    >>> len(days), days[0], days[-1], date(2026, 9, 9) in days
    (37, datetime.date(2026, 6, 30), datetime.date(2027, 6, 30), True)
    """
    last = year_on(as_of) if ahead is None else days_after(as_of, min(ahead, (LAST - as_of).days))
    span = (max(last, chosen) - as_of).days
    offsets = sorted({span * n // STEPS for n in range(STEPS + 1)})
    fixed = [n for n in (*QUICK, (chosen - as_of).days, span) if 0 <= n <= span]
    for must in fixed:
        if must not in offsets:
            near = min((n for n in offsets if n not in fixed), key=lambda n: abs(n - must))
            offsets[offsets.index(near)] = must
    return tuple(days_after(as_of, n) for n in sorted(offsets))


def quick(as_of: date, days: tuple[date, ...], w: Words) -> tuple[tuple[str, str], ...]:
    """The quick buttons: what they say, and the day each goes to."""
    there = [(n, days_after(as_of, n)) for n in QUICK if as_of <= LAST - timedelta(n)]
    return tuple(
        (w("move.plus", days=n) if n else w.short_day(day), day.isoformat()) for n, day in there if day in days
    )


def place(day: date, first: date, last: date) -> int:
    """Where a day stands between the first and the last of a picture.

    >>> place(date(2026, 7, 1), date(2026, 1, 1), date(2026, 12, 31))
    497
    """
    return round(WIDE * (day - first).days / max(1, (last - first).days))
