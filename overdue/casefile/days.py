"""A day as people type it: 20260310, 2026-3-10, 15/3/2026, the tenth of March by name, with or without its year."""

import re
from datetime import date
from unicodedata import normalize

from overdue.casefile.fields import SHOWN, shown
from overdue.casefile.keys import FIRST_DAY, LAST_DAY
from overdue.model import OverdueError

PIECE = re.compile(r"[0-9]+|[a-z]+")
INSIDE = re.compile(r"(?=([0-9]{8}))")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = chr(0x6708)  # the character for month: whoever writes it names the month before the day
WHICH_DAY = "field.which_day"
SHORT, LONG = 4, 8  # figures in one run: month and day, with the year before them


def typed_day(text: str, near: date, ahead: bool = False, month_first: bool = False) -> date:
    """The day a text names; every mark and word between its figures is passed over.

    Without a year it is this year's up to ``near``; one that is still to come may be meant, or last year's. With
    ``ahead`` it is the next one from ``near``. Two figures beside no month by name and behind no year are a day and a
    month in either order. Where more than one day may be meant, which one is asked (``field.which_day``, with all of
    them) and never supposed. ``month_first`` says of two figures without a year, as Chinese does, that the month comes
    first. Eight figures typed into the words of another day are the day meant. Raises ``OverdueError`` for the rest.

    >>> near = date(2026, 6, 30)
    >>> [str(typed_day(text, near)) for text in ("20260310", "2026.3.10", "15/3/2026", "3/15/2026", "10 March 2026")]
    ['2026-03-10', '2026-03-10', '2026-03-15', '2026-03-15', '2026-03-10']
    >>> [str(typed_day(text, near)) for text in ("0515", "3-15", "15 3")], str(typed_day("0815", near, ahead=True))
    (['2026-05-15', '2026-03-15', '2026-03-15'], '2026-08-15')
    >>> str(typed_day("4/3", near, month_first=True)), str(typed_day("4月3日", near))
    ('2026-04-03', '2026-04-03')
    >>> typed_day("4/3", near)
    Traceback (most recent call last):
    overdue.errors.OverdueError: “4/3” can be more than one day: ...
    """
    plain = normalize("NFKC", text[: 2 * SHOWN]).lower()
    pieces = PIECE.findall(plain)
    if len(pieces) > 1:
        runs = INSIDE.findall(plain)
        typed = {day for run in runs if (day := day_of(int(run[:4]), int(run[4:6]), int(run[6:])))}
        if len(typed) == 1:
            return typed.pop()
    named = [MONTHS.index(piece[:3]) + 1 for piece in pieces if piece[:3] in MONTHS]
    first = month_first or MONTH in plain
    days: list[date] = []
    for year, month, number in _readings([piece for piece in pieces if piece.isdigit()], named, first):
        given = day_of(year, month, number) if year else None
        days += ([given] if given else []) if year else _without_year(month, number, near, ahead)
    if not days:
        raise OverdueError("field.day", given=shown(text), low=FIRST_DAY, high=LAST_DAY)
    if len({*days}) > 1:
        raise OverdueError(WHICH_DAY, given=shown(text), days=tuple(sorted({*days})))
    return days[0]


def _without_year(month: int, number: int, near: date, ahead: bool) -> list[date]:
    """Each day that may be meant: the next one, or the last one and this year's where that is still to come."""
    days = [day for year in range(near.year - 1, near.year + 2) if (day := day_of(year, month, number))]
    if ahead:
        return [day for day in days if day >= near][:1]
    last = [day for day in days if day <= near][-1:]
    return last + [day for day in days if last and day > near and day.year == near.year]


def _readings(runs: list[str], named: list[int], month_first: bool) -> list[tuple[int | None, int, int]]:
    """Year, month and day as the figures may be meant."""
    if len(runs) == 1 and not named:
        run = runs[0]
        runs = {LONG: [run[:4], run[4:6], run[6:]], SHORT: [run[:2], run[2:]]}.get(len(run), [])
    year = next((int(run) for run in runs if len(run) == 4), None)
    rest = [int(run) for run in runs if len(run) <= 2]
    if len(rest) + (year is not None) != len(runs):
        return []
    if len(named) == 1 and len(rest) == 1:
        return [(year, named[0], rest[0])]
    if named or len(rest) != 2:
        return []
    first, second = rest
    both = [(year, first, second), (year, second, first)]
    if year is not None and len(runs[0]) == 4:
        return both[:1]
    if month_first and year is None and day_of(2000, first, second):  # the year of a leap day
        return both[:1]
    return both


def day_of(year: int, month: int, number: int) -> date | None:
    """The day, where there is one and a case may hold it."""
    try:
        day = date(year, month, number)
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None
