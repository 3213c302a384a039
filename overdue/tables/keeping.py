"""What the mover of the record says and draws: five years that begin on the day of paying, or never."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from overdue.account import Account
from overdue.credit import Record, Retention, retention
from overdue.periods import add_period
from overdue.tables import paying
from overdue.tables.moving import Moving, Picture, Stop, run
from overdue.tables.spans import Spans
from overdue.words import Words

AHEAD = 720  # days a payoff may be moved ahead
ROOM = 4  # months the picture goes on after the last end


def moving(account: Account, days: tuple[date, ...], w: Words, quick: bool = True) -> Moving:
    """What paying everything on each of ``days`` does to the record of an unpaid debt; with ``quick`` buttons."""
    began = account.record_on(None).spells[-1].starts_on
    picture = _drawn(began, days, [retention(day) for day in days], w)
    return replace(alone(account.as_of, days, w, quick), pictures=(picture,))


def alone(as_of: date, days: tuple[date, ...], w: Words, quick: bool = True) -> Moving:
    """What each of ``days`` of paying says of any record: no debt is needed for that, and none is drawn."""
    stops = tuple(
        Stop(
            day.isoformat(),
            w("credit.move.says", day=run(w.day(day), "day")),
            w("credit.move.note"),
            figure=_day(retention(day).removed_from, w),
        )
        for day in days
    )
    return Moving(w("fields.pay_on.label"), stops, paying.quick(as_of, days, w) if quick else ())


def standing(record: Record, sentence: str, w: Words) -> Moving:
    """The same picture of a record whose payoff day is known: nothing moves."""
    window, began = record.retention, record.spells[-1].starts_on
    day = window.starts_on or record.as_of
    picture = _drawn(began, [day], [window], w, unpaid=False)
    return Moving("", (Stop(day.isoformat(), sentence, figure=_day(window.removed_from, w)),), pictures=(picture,))


def _day(day: date | None, w: Words) -> str:
    return "" if day is None else w.day(day)


def _drawn(began: date, days: Sequence[date], windows: Sequence[Retention], w: Words, unpaid: bool = True) -> Picture:
    """The time in arrears and the five years after it, beside the bar of what is never paid."""
    ends = [window.removed_from or day for day, window in zip(days, windows, strict=True)]
    spans = Spans(began, add_period(ends[-1], months=ROOM))
    spans.row(w("credit.move.kept"))
    spans.bar("late", began, list(days))
    spans.bar("kept", list(days), ends)
    if unpaid:
        spans.row(w("credit.move.unpaid"))
        spans.endless("late", began)
    spans.mark("mark", list(days))
    legend = (("late", w("credit.chart.arrears")), ("kept", w("credit.chart.kept")))
    alt = w("credit.move.alt", first=ends[0], last=ends[-1])
    shapes = spans.years()
    return Picture(spans.height, alt, shapes, legend=legend)
