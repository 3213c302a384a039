"""The waiver at which a lump sum costs no more than a plan, over the day of the lump sum: sentence, picture, stops."""

from __future__ import annotations

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
    shapes = [
        moving.poly("over", [(0, FOOT), *line, (moving.WIDE, FOOT)], closed=True),
        moving.poly("grow", line),
        moving.poly("line", [(0, up(offered)), (moving.WIDE, up(offered))]),
        moving.poly("", [(0, FOOT), (moving.WIDE, FOOT)]),
        moving.text("", 0, 12, w("proposals.even.up"), "start"),
        moving.text("", 0, FOOT + 18, w.day(first), "start"),
        moving.text("", moving.WIDE, FOOT + 18, f"{w('proposals.even.across')} → {w.month(last)}", "end"),
        moving.text("", moving.WIDE, up(offered) - 6, w("proposals.even.offered", amount=w.number(offered, 2)), "end"),
        moving.upright("mark", [x for x, _ in line], TOP, FOOT),
        moving.dot("", [x for x, _ in line], [y for _, y in line]),
        moving.text(
            "strong",
            [x for x, _ in line],
            [max(TOP, y - 12) for _, y in line],
            [w.number(point.waived or ZERO, 2) for point in points],
        ),
    ]
    stops = [Stop(point.pay_on.isoformat(), says(point, plan, w)) for point in points]
    note = w("proposals.even.sides")
    return Moving(
        label=w("proposals.move.lump_on"),
        stops=tuple(replace(stop, note=note) for stop in stops),
        pictures=(Picture(TALL, w("proposals.even.alt"), tuple(shapes)),),
    )
