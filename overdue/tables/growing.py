"""What one mover says and draws of the day of paying: what is owed now, and what grows until then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from overdue.account import Account
from overdue.accrual import Ledger, Point
from overdue.casefile.uplift import UpliftSpan, uplift_span, usual_uplift
from overdue.law import LAW
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
    broad,
    clear,
    dot,
    poly,
    rect,
    run,
    text,
    thinned,
    upright,
)
from overdue.tables.owing import unsaid
from overdue.tables.penalty import COMPONENTS, past
from overdue.words import Words

TOP, FOOT, TALL = 26, 166, 186  # of the picture, in pixels: the highest value, the axis, with the axis' words
ROOM = 190  # thousandths across: what half of the longest words take on a phone


def moving(account: Account, days: tuple[date, ...], w: Words) -> Moving:
    """What paying on each of ``days`` takes: a sentence for each, what is owed now, and what grows."""
    points = account.points(sorted(past(account) | set(days) | {add_period(account.as_of, months=1)}))
    at = {point.day: point for point in points}
    drawn = [point for point in points if point.day <= days[-1]]
    now, month = at[account.as_of], at[add_period(account.as_of, months=1)]
    of_now, left_out = of_it(account, account.as_of, w), unsaid(account, w)
    said = [w.together([of_now, says(now, at[day], month, w), *left_out]) for day in days]
    return Moving(
        label=w("fields.pay_on.label"),
        stops=tuple(Stop(d.isoformat(), one, noted(account, at[d], w)) for d, one in zip(days, said, strict=True)),
        quick=paying.quick(account.as_of, days, w),
        pictures=(_owed(now, w), _growing(account, drawn, days, w)),
    )


def says(now: Point, then: Point, month: Point, w: Words) -> str:
    """What paying on a day takes, and how much of that has grown since the day looked at."""
    total = then.total
    known = {"day": run(w.day(then.day), "day"), "total": run(w.yuan(total), "strong")}
    if then is now:
        adds = month.growing - now.growing
        return w(f"penalty.move.{'now' if adds else 'still'}", month=run(w.yuan(adds), "up"), **known)
    more = then.growing - now.growing
    due = total - now.total - more
    told = known | {"more": run(w.yuan(more), "up"), "due": run(w.yuan(due))}
    return w(f"penalty.move.{'later' if more else 'same'}{'_due' if due else ''}", **told)


def of_it(account: Account, day: date, w: Words) -> str:
    """How much of what is owed on a day has grown, between which sums where the uplift was not given: a sentence, also
    where it is nothing yet."""
    ledger, spanned = account.ledger_on(day), uplift_span(account.case, day)
    what = grown(ledger, w)
    if spanned is not None:
        return w("penalty.move.of_assumed", grown=what, **span_said(spanned, w))
    return w(f"penalty.move.{'of' if ledger.growing else 'none'}", grown=what, growing=w.yuan(ledger.growing))


def span_said(spanned: UpliftSpan, w: Words) -> dict[str, str]:
    """The fields of a sentence on what rests on an uplift that nobody gave."""
    return {"low": w.number(spanned.low, 2), "high": w.yuan(spanned.high), "usual": w.number(spanned.usual)}


def grown(point: Point | Ledger, w: Words) -> str:
    """What grows on this loan, named."""
    found = [name for name in ("penalty", "compound", "late_fees") if getattr(point, name)] or ["penalty"]
    return w.listed(w(f"penalty.move.{name}") for name in found)


def no_line(ledger: Ledger, w: Words) -> str:
    """Why there is no reference line."""
    until = LAW.rule("LPR-1").values["one_year"].rows[-1].known_until
    return w(f"penalty.{ledger.line_reason or 'line.guarantor'}", until=until)


def noted(account: Account, then: Point, w: Words) -> str:
    """Where a day stands to the reference line, in yuan; why there is none, where there is none. What lies above it
    by an uplift that nobody gave is no demand of the lender."""
    line, usual = account.ledger.ceiling, usual_uplift(account.case)
    if line is None or line.annual_rate is None or then.line is None or then.over_line is None:
        return no_line(account.ledger, w)
    rate = w.percent(line.annual_rate)
    if not then.over_line:
        return w("penalty.move.below", rate=rate, line=run(w.yuan(then.line)))
    over = run(w.yuan(then.over_line), "up")
    if usual:
        return w("penalty.move.above_if", rate=rate, over=over, usual=usual)
    return w(f"penalty.move.above_{line.kind}", rate=rate, over=over)


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
    grows = {point.day: point.growing for point in points}
    peak = max([*grows.values(), *(p.line for p in points if p.line is not None), Decimal("0.01")])
    pixels = (FOOT - TOP) / float(peak)

    def down(amount: Decimal) -> float:
        return FOOT - pixels * float(amount)

    end, heights = points[-1], {day: down(amount) for day, amount in grows.items()}
    own = _Own(
        [x[day] for day in days],
        [round(heights[day]) for day in days],
        [w.number(grows[day], 2) for day in days],
    )
    shapes: list[Shape] = [rect("axis", 0, FOOT, WIDE, 1)]
    curve = [(float(x[day]), down_to) for day, down_to in heights.items()]
    high = end.line is None or end.growing >= end.line
    if end.line is not None:
        lines = {p.day: down(p.line) for p in points if p.line is not None}
        lined = [(float(x[day]), down_to) for day, down_to in lines.items()]
        over = thinned([(float(x[day]), min(down_to, heights[day])) for day, down_to in lines.items()])
        ceiling = account.ledger.ceiling
        rate = w.percent(ceiling.annual_rate) if ceiling and ceiling.annual_rate else ""
        shapes += [poly("over", [*over, *reversed(thinned(lined))], closed=True), poly("line", thinned(lined))]
        shapes.append(_end("", lined, not high, w("penalty.move.line", rate=rate, amount=w.number(end.line, 2)), own))
    total = w("penalty.move.end", grown=grown(end, w), amount=w.number(end.growing, 2))
    if broad(total) > WIDE - ROOM:  # the title names it
        total = w.number(end.growing, 2)
    shapes += [poly("grow", thinned(curve)), _end("up", curve, high, total, own)]
    shapes += [upright("mark", own.marks, TOP - 14, FOOT), dot("", own.marks, own.heights)]
    shapes.append(beside("strong", own.marks, own.heights, own.amounts))
    shapes += [text("", 0, TALL - 4, w.month(first)), text("", WIDE, TALL - 4, w.month(last))]
    if 2 * ROOM < x[account.as_of] < WIDE - 2 * ROOM:
        shapes.append(text("", x[account.as_of], TALL - 4, w.day(account.as_of)))
    alt = w("penalty.move.alt", first=first, last=last, amount=w.yuan(end.growing))
    return Picture(TALL, alt, tuple(shapes), w("penalty.move.title", grown=grown(end, w)))


@dataclass(frozen=True, slots=True)
class _Own:
    """The mark at each stop: where it stands across and down, and its own amount."""

    marks: list[int]
    heights: list[int]
    amounts: list[str]


def _end(kind: str, line: Sequence[tuple[float, float]], above: bool, said: str, own: _Own) -> Shape:
    """What a line comes to, at its right end, above it or clear below it, where the mark and its amount leave room."""
    if above:
        foot = round(line[-1][1]) - 8
    else:
        foot = min(round(max(y for x, y in line if x >= WIDE - 2 * ROOM)) + 16, FOOT - 4)
    shown = clear(said, foot, own.marks, own.heights, own.amounts)
    if above:  # the mark's upright would cross the words
        shown = [int(one and mark < WIDE - 2 * ROOM) for one, mark in zip(shown, own.marks, strict=True)]
    return text(kind, WIDE, foot, said, "end", None if all(shown) else shown)
