"""What one mover says and draws of the day of paying: what is owed now, and what grows until then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from overdue.account import Account
from overdue.accrual import Point
from overdue.periods import add_period
from overdue.tables import paying
from overdue.tables.moving import (
    WIDE,
    Moving,
    Picture,
    Shape,
    Stop,
    across,
    beside,
    dot,
    poly,
    rect,
    run,
    text,
    thinned,
    upright,
)
from overdue.tables.penalty import COMPONENTS, past
from overdue.words import Words

TOP, FOOT, TALL = 26, 166, 186  # of the picture, in pixels: the highest value, the axis, with the axis' words
ROOM = 190  # thousandths across: what half of the longest words take on a phone


def moving(account: Account, days: tuple[date, ...], w: Words) -> Moving:
    """What paying on each of ``days`` takes: a sentence for each, what is owed now, and what grows."""
    points = account.points(sorted(past(account) | set(days) | {add_period(account.as_of, months=1)}))
    at = {point.day: point for point in points}
    drawn = [point for point in points if point.day <= days[-1]]
    return Moving(
        label=w("fields.pay_on.label"),
        stops=tuple(Stop(day.isoformat(), says(account, at, day, w), noted(account, at[day], w)) for day in days),
        quick=paying.quick(account.as_of, days, w),
        pictures=(_owed(at[account.as_of], w), _growing(account, drawn, days, w)),
    )


def says(account: Account, at: Mapping[date, Point], day: date, w: Words) -> str:
    """What paying on a day takes, and how much of that has grown since the day looked at."""
    now, then, month = at[account.as_of], at[day], at[add_period(account.as_of, months=1)]
    known = {"grown": _grown(then, w), "growing": w.yuan(now.growing), "day": run(w.day(day), "day")}
    if day == account.as_of:
        return w("penalty.move.now", month=run(w.yuan(month.growing - now.growing), "up"), **known)
    more = then.growing - now.growing
    due = then.total - now.total - more
    told = known | {"more": run(w.yuan(more), "up"), "total": run(w.yuan(then.total), "strong")}
    return w("penalty.move.later_due", due=run(w.yuan(due)), **told) if due else w("penalty.move.later", **told)


def _grown(point: Point, w: Words) -> str:
    """What grows on this loan, named."""
    found = [name for name in ("penalty", "compound", "late_fees") if getattr(point, name)] or ["penalty"]
    return w("penalty.move.and").join(w(f"penalty.move.{name}") for name in found)


def noted(account: Account, then: Point, w: Words) -> str:
    """Where a day stands to the reference line, in yuan; why there is none, where there is none."""
    line = account.ledger.ceiling
    if line is None or line.annual_rate is None or then.line is None or then.over_line is None:
        return w(f"penalty.{account.ledger.line_reason or 'line.guarantor'}")
    rate = w.percent(line.annual_rate)
    if not then.over_line:
        return w("penalty.move.below", rate=rate, line=run(w.yuan(then.line)))
    return w(f"penalty.move.above_{line.kind}", rate=rate, over=run(w.yuan(then.over_line), "up"))


def _owed(now: Point, w: Words) -> Picture:
    """What is owed on the day looked at, as one bar."""
    found = [(name, getattr(now, name)) for name in COMPONENTS if getattr(now, name)]
    shapes, left = [], 0
    for name, amount in found:
        wide = across(amount, now.total)
        shapes.append(rect(name, left, 0, wide, 22))
        left += wide
    names = tuple((name, w(f"penalty.legend_{name}", amount=w.yuan(amount))) for name, amount in found)
    return Picture(22, w("penalty.move.bar_alt", day=now.day), tuple(shapes), legend=names)


def _growing(account: Account, points: Sequence[Point], days: Sequence[date], w: Words) -> Picture:
    """Only what grows, against the line; a mark that moves along it."""
    first, last = points[0].day, points[-1].day
    x = {point.day: paying.place(point.day, first, last) for point in points}
    peak = max([*(p.growing for p in points), *(p.line for p in points if p.line is not None), Decimal("0.01")])

    def down(amount: Decimal) -> float:
        return FOOT - (FOOT - TOP) * float(amount / peak)

    at, end = {p.day: p for p in points}, points[-1]
    marks = [x[day] for day in days]
    free = [int(mark < WIDE - 2 * ROOM) for mark in marks]  # the mark's own words need the right end
    shapes: list[Shape] = [rect("axis", 0, FOOT, WIDE, 1)]
    curve = [(float(x[p.day]), down(p.growing)) for p in points]
    high = end.line is None or end.growing >= end.line
    if end.line is not None:
        lined = [(float(x[p.day]), down(p.line)) for p in points if p.line is not None]
        over = thinned([(float(x[p.day]), down(max(p.growing, p.line))) for p in points if p.line is not None])
        ceiling = account.ledger.ceiling
        rate = w.percent(ceiling.annual_rate) if ceiling and ceiling.annual_rate else ""
        shapes += [poly("over", [*over, *reversed(thinned(lined))], closed=True), poly("line", thinned(lined))]
        shapes.append(_end("", lined, not high, w("penalty.move.line", rate=rate, amount=w.number(end.line, 2)), free))
    total = w("penalty.move.end", grown=_grown(end, w), amount=w.number(end.growing, 2))
    shapes += [poly("grow", thinned(curve)), _end("up", curve, high, total, free)]
    heights = [round(down(at[day].growing)) for day in days]
    shapes += [upright("mark", marks, TOP - 14, FOOT), dot("", marks, heights)]
    shapes.append(beside("strong", marks, heights, [w.number(at[day].growing, 2) for day in days]))
    shapes += [text("", 0, TALL - 4, w.month(first)), text("", WIDE, TALL - 4, w.month(last))]
    if 2 * ROOM < x[account.as_of] < WIDE - 2 * ROOM:
        shapes.append(text("", x[account.as_of], TALL - 4, w.day(account.as_of)))
    alt = w("penalty.move.alt", first=first, last=last, amount=w.yuan(end.growing))
    return Picture(TALL, alt, tuple(shapes), w("penalty.move.title", grown=_grown(end, w)))


def _end(kind: str, line: Sequence[tuple[float, float]], above: bool, said: str, free: list[int]) -> Shape:
    """What a line comes to, at its right end: above it while the mark is not there, or clear below it."""
    if above:
        return text(kind, WIDE, round(line[-1][1]) - 8, said, "end", free)
    under = max(y for x, y in line if x >= WIDE - 2 * ROOM)
    return text(kind, WIDE, min(round(under) + 16, FOOT - 4), said, "end")
