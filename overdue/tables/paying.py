"""The days at which a mover of the day of paying stops."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

from overdue.periods import days_after
from overdue.tables.moving import WIDE
from overdue.words import Words

QUICK = (0, 30, 60, 90)
YEAR = 360
STEPS = 36  # a thumb tells no more apart on a phone, and each costs a sentence
LAST = date(2100, 12, 31)


def stops(as_of: date, chosen: date, ahead: int = YEAR) -> tuple[date, ...]:
    """Some 37 days from ``as_of`` on, evenly, to ``ahead`` days later or to ``chosen``.

    Today, in 30, 60 and 90 days, and the day chosen are always among them.

    >>> days = stops(date(2026, 6, 30), date(2026, 9, 9))
    >>> len(days), days[0], days[-1], date(2026, 9, 9) in days
    (37, datetime.date(2026, 6, 30), datetime.date(2027, 6, 25), True)
    """
    ahead = min(ahead, (LAST - as_of).days)
    span = max(ahead, (chosen - as_of).days)
    offsets = list(range(0, span + 1, max(1, ceil(span / STEPS))))
    fixed = [n for n in (*QUICK, (chosen - as_of).days) if 0 <= n <= span]
    for must in fixed:
        if must not in offsets:
            near = min((n for n in offsets if n not in fixed), key=lambda n: abs(n - must))
            offsets[offsets.index(near)] = must
    return tuple(days_after(as_of, n) for n in sorted(offsets))


def quick(as_of: date, days: tuple[date, ...], w: Words) -> tuple[tuple[str, str], ...]:
    """The quick buttons: what they say, and the day each goes to."""
    there = [(n, days_after(as_of, n)) for n in QUICK if as_of <= LAST - timedelta(n)]
    return tuple((w("move.plus", days=n) if n else w("move.now"), day.isoformat()) for n, day in there if day in days)


def place(day: date, first: date, last: date) -> int:
    """Where a day stands between the first and the last of a picture.

    >>> place(date(2026, 7, 1), date(2026, 1, 1), date(2026, 12, 31))
    497
    """
    return round(WIDE * (day - first).days / max(1, (last - first).days))
