"""What the mover of the three time limits says and draws: one day of paying for penalty, suit and record."""

from collections.abc import Sequence
from datetime import date

from overdue.account import Account
from overdue.credit import retention
from overdue.milestones.clocks import Clocks
from overdue.periods import add_period, days_after
from overdue.tables import paying
from overdue.tables.moving import Moving, Picture, Stop, run
from overdue.tables.spans import Spans
from overdue.words import Words

AHEAD = 1080  # days a payoff may be moved ahead: past the end of the limitation period
ROOM = 4  # months the picture goes on after the last end


def moving(account: Account, days: tuple[date, ...], w: Words) -> Moving:
    """What paying everything on each of ``days`` takes and does; a single day stands still."""
    clocks, judged = account.clocks_on(days[-1]), account.case.judgment_on is not None
    owed = [account.clocks_on(day).owed for day in days] if judged else [p.total for p in account.points(days)]
    stops = tuple(
        Stop(
            day.isoformat(),
            w("court.move.says", day=run(w.day(day), "day"), removed=run(w.day(_gone(day)))),
            _note(account.clocks_on(day) if judged else clocks, day, w),
            figure=w.yuan(amount),
        )
        for day, amount in zip(days, owed, strict=True)
    )
    moves = len(days) > 1
    label, quick = (w("fields.pay_on.label"), paying.quick(account.as_of, days, w)) if moves else ("", ())
    return Moving(label, stops, quick, (_drawn(account, clocks, days, w),))


def _gone(day: date) -> date:
    return retention(day).removed_from or day


def _note(clocks: Clocks, day: date, w: Words) -> str:
    """Where the court's time stands that day."""
    under, period = clocks.under_judgment, clocks.limitation
    if under is not None:
        until = under.judgment.perform_until
        return w("court.move.late" if day > until else "court.move.in_time", day=until)
    if period is None:
        return w("court.move.unknown")
    if period.revived:
        return w("court.move.revived")
    if period.last_day is None:
        return w("court.move.sued")
    state = "sued_late" if period.sued_late(day) else "expired" if period.expired(day) else "limited"
    return w(f"court.move.{state}", day=period.last_day)


def _drawn(account: Account, clocks: Clocks, days: Sequence[date], w: Words) -> Picture:
    """A bar each: the penalty up to the day, the time to sue or to perform, the record five years on."""
    moved: date | list[date] = list(days) if len(days) > 1 else days[0]
    spans = Spans(account.case.first_due, add_period(_gone(days[-1]), months=ROOM))
    began = clocks.penalty.starts_on
    stopped = clocks.penalty.ends_on or days[-1]
    ends = [min(day, stopped) for day in days]
    spans.row(w(f"court.move.row_{clocks.penalty.stops}"))
    spans.bar("penalty", began, ends if len(days) > 1 else ends[0])
    _court(spans, clocks, moved, w)
    spans.row(w("court.move.row_record"))
    spans.bar("late", began, moved)
    spans.bar("kept", moved, [_gone(day) for day in days] if isinstance(moved, list) else _gone(moved))
    spans.mark("mark", moved)
    alt = w("court.move.alt", first=days[0], last=days[-1])
    return Picture(spans.height, alt, spans.years(), legend=_legend(clocks, w))


def _court(spans: Spans, clocks: Clocks, moved: date | list[date], w: Words) -> None:
    under, period = clocks.under_judgment, clocks.limitation
    if under is not None:
        until = under.judgment.perform_until
        spans.row(w("court.move.row_judgment", day=until))
        spans.bar("suit", under.judgment.effective_on, until)
        ends = [max(day, until) for day in moved] if isinstance(moved, list) else max(moved, until)
        spans.bar("doubled", until, ends)
    elif period is None:
        spans.row(w("court.move.row_unknown"))
    elif period.last_day is None:
        spans.row(w("court.move.row_sued"))
        spans.endless("suit", clocks.court.starts_on)
    else:
        spans.row(w("court.move.row_limited", day=period.last_day))
        spans.bar("suit", period.began_on, days_after(period.last_day, 1))


def _legend(clocks: Clocks, w: Words) -> tuple[tuple[str, str], ...]:
    """Only what stands beside something else on its row: a bar alone is named above it."""
    kinds = [*([] if clocks.under_judgment is None else ["perform", "doubled"]), "late", "kept"]
    return tuple(("suit" if kind == "perform" else kind, w(f"court.legend.{kind}")) for kind in kinds)
