"""Interest a court reckons with: the doubled part after a judgment, and interest at the LPR."""

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import validate_call

from overdue.law import LAW
from overdue.law.lines import lpr_1y
from overdue.model import Day, OverdueError, Ratio, Yuan, exact, fen
from overdue.periods import days_after, overdue_days
from overdue.rates import Segment, Segments

Count = Literal["start", "both"]


@validate_call
@exact
def delayed_interest(amount: Yuan, starts_on: Day, until: Day, count: Count = "start") -> Decimal:
    """The doubled part of interest on a judgment that is not performed in time, in yuan.

    ``amount`` is the money the judgment sets and that is still unpaid, without its general interest,
    which goes on beside this as the judgment says. ``starts_on`` is the first day after the time for
    performance. ``count="start"`` counts ``starts_on`` … ``until`` - 1, ``"both"`` also ``until``.
    Simple interest at 0.0175 % a day (JUD-2, with JUD-1 and JUD-3; asked for ``starts_on``), rounded
    half up. Raises ``OverdueError`` where ``until`` is before ``starts_on``, ``NotInForce`` before
    2014-08-01. Source: Supreme People's Court interpretation No. 8 of 2014, articles 1 to 3.

    >>> delayed_interest("10000", date(2025, 1, 1), date(2026, 1, 1))
    Decimal('638.75')
    """
    days = _days(starts_on, until, count)
    return fen(amount * LAW.value("JUD-2", "daily_rate", starts_on) * days)


@validate_call
@exact
def segmented_interest(
    principal: Yuan,
    starts_on: Day,
    until: Day,
    multiple: Ratio,
    day_basis: Literal[365, 360] = 365,
    count: Count = "start",
) -> Segments:
    """Simple interest at a multiple of the one-year LPR in force on each day.

    A new LPR counts from its announcement day on; neighbouring announcements of one value are one
    row. Rows have ``start``, ``end``, ``days``, ``base``, ``rate`` (a ratio a year), ``amount`` in yuan,
    each rounded half up before ``total`` adds them up. ``count`` as in ``delayed_interest``.
    Law: LPR-1, asked for each day counted. Raises ``OverdueError`` where ``until`` is before
    ``starts_on``, ``NotInForce`` for days before 2019-08-20 or past the last one known.

    >>> interest = segmented_interest("485652.75", date(2023, 8, 21), date(2025, 6, 19), 1)
    >>> [row.days for row in interest], interest.total
    ([336, 91, 211, 30], Decimal('29380.66'))
    """
    days = _days(starts_on, until, count)
    if not days:
        return Segments((), ())
    last = days_after(starts_on, days - 1)
    changes = [row.since for row in LAW.rule("LPR-1").values["one_year"].rows if starts_on < row.since <= last]
    held: list[tuple[date, Decimal]] = []
    for start in (starts_on, *changes):
        rate = lpr_1y(start) / 100 * multiple
        if not held or held[-1][1] != rate:
            held.append((start, rate))
    lpr_1y(last)
    ends = [days_after(start, -1) for start, _ in held[1:]] + [last]
    rows = [
        Segment(start, end, principal, rate, fen(principal * rate * (overdue_days(start, end) + 1) / day_basis))
        for (start, rate), end in zip(held, ends, strict=True)
    ]
    return Segments(tuple(rows), tuple(LAW.cite("LPR-1", "one_year", row.start) for row in rows))


def _days(starts_on: date, until: date, count: Count) -> int:
    """How many days count from the first one on."""
    if until < starts_on:
        raise OverdueError("court.until_before_start", starts_on=starts_on, until=until)
    return overdue_days(starts_on, until) + (count == "both")
