"""The waiver at which a lump sum costs no more than a plan, over the day of the lump sum: sentence, picture, stops."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from overdue.account import Account
from overdue.model import ZERO
from overdue.periods import add_period
from overdue.proposal import BreakEven, Settlement, break_even_curve
from overdue.tables import moving
from overdue.tables.moving import Moving, Picture, Stop, run
from overdue.words import Words

MONTHS = 12
TALL, TOP, FOOT = 190, 24, 160
ROOM = 16  # pixels a line of words takes


def days(account: Account, once: Settlement) -> tuple[date, ...]:
    """The day looked at and twelve months on, and the day of the lump sum among them."""
    return tuple(sorted({add_period(account.as_of, months=n) for n in range(MONTHS + 1)} | {once.debt.on}))


def curve(once: Settlement, later: Settlement, on: Sequence[date]) -> tuple[BreakEven, ...]:
    """The break-even of a lump sum on each day against the plan."""
    return break_even_curve(later, on, once.offer.covers_all)


def method(later: Settlement) -> str:
    """How a plan is paid."""
    return str(getattr(later.offer, "method", ""))


def says(point: BreakEven, plan: str, w: Words) -> str:
    """What has to be waived on a day for the lump sum to cost no more; the parts that change stand in runs."""
    told = {"day": run(w.day(point.pay_on), "day"), "plan": plan}
    if not point.waived:
        return w("proposals.even.at_none", **told)
    share = point.of_penalty
    of = w("proposals.even.beyond_penalty")
    if share is not None:
        of = w("proposals.even.of_penalty", share=run(w.percent(round(share, 3))))
    return w("proposals.even.at", **told, amount=run(w.yuan(point.waived), "strong"), of=of)


def of(account: Account, plan: str, on: Sequence[date]) -> object:
    """What the picture depends on: the case without the day that moves."""
    return replace(account.case, lump_on=None), plan, tuple(on)


def moving_days(points: Sequence[BreakEven], offered: Decimal, plan: str, w: Words) -> Moving:
    """The picture: a line of waivers over days, the offer as it stands across, a mark at the day."""
    first, last = points[0].pay_on, points[-1].pay_on
    most = max([offered, *(point.waived or ZERO for point in points)])

    def across(point: BreakEven) -> int:
        return moving.across((point.pay_on - first).days, (last - first).days)

    def up(amount: Decimal | None) -> int:
        return FOOT - round((FOOT - TOP) * float((amount or ZERO) / most))

    line = [(across(point), up(point.waived)) for point in points]
    at, down = [x for x, _ in line], [y for _, y in line]
    amounts = [w.number(point.waived or ZERO, 2) for point in points]
    offer, over = w("proposals.even.offered", amount=w.number(offered, 2)), up(offered) - 6
    shapes = [
        moving.poly("over", [(0, FOOT), *line, (moving.WIDE, FOOT)], closed=True),
        moving.poly("grow", line),
        moving.poly("line", [(0, up(offered)), (moving.WIDE, up(offered))]),
        moving.poly("", [(0, FOOT), (moving.WIDE, FOOT)]),
        moving.text("", 0, 14, w("proposals.even.up"), "start"),
        moving.text("", 0, FOOT + 18, w.day(first), "start"),
        moving.text("", moving.WIDE, FOOT + 18, f"{w('proposals.even.across')} → {w.month(last)}", "end"),
        moving.text("", moving.WIDE, over, offer, "end", moving.clear(offer, over, at, down, amounts)),
        moving.upright("mark", at, TOP, FOOT),
        moving.dot("", at, down),
        moving.beside("strong", at, down, amounts),
        *_sides(line, up(offered), w),
    ]
    stops = [Stop(point.pay_on.isoformat(), says(point, plan, w)) for point in points]
    note = w("proposals.even.sides")
    return Moving(
        label=w("proposals.move.lump_on"),
        stops=tuple(replace(stop, note=note) for stop in stops),
        pictures=(Picture(TALL, w("proposals.even.alt"), tuple(shapes)),),
    )


def _sides(line: Sequence[tuple[int, int]], offered: int, w: Words) -> list[moving.Shape]:
    """Who pays less on each side of the line, where there is room for the words."""
    (_, left), (_, right) = line[0], line[-1]
    rises = right <= left
    low, high = max(left, right), min(left, right)  # pixels down
    near, far = (20, moving.WIDE) if rises else (moving.WIDE - 20, 0)
    shapes = []
    if low - TOP > 2 * ROOM:
        shapes.append(moving.text("name", near, TOP + ROOM, w("proposals.even.above"), _anchor(near)))
    if FOOT - high > 2 * ROOM:
        y = FOOT - 8 if abs(offered - FOOT) > 2 * ROOM else offered - 2 * ROOM + 4
        shapes.append(moving.text("name", far, y, w("proposals.even.below"), _anchor(far)))
    return shapes


def _anchor(x: int) -> str:
    return "end" if x > moving.WIDE // 2 else "start"
