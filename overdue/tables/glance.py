"""Three answers that move with one day of paying: what is owed, at once or in instalments, the record."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from overdue.account import Account
from overdue.credit import retention
from overdue.model import OverdueError
from overdue.periods import days_after
from overdue.tables import paying
from overdue.tables.moving import WIDE, Moving, Picture, Stop, across, rect, run, text
from overdue.words import Words

STEP, AHEAD = 30, 360  # days between the stops, and how far they go
THICK, LINE = 14, 20  # px: of a bar, and of its words


def stops(as_of: date, chosen: date) -> tuple[date, ...]:
    """Every thirty days of a year, and the day chosen.

    >>> len(stops(date(2026, 6, 30), date(2026, 7, 1)))
    14
    """
    days = {days_after(as_of, n) for n in range(0, min(AHEAD, (paying.LAST - as_of).days) + 1, STEP)}
    return tuple(sorted(days | {chosen}))


def moving(account: Account, days: tuple[date, ...], w: Words) -> Moving:
    """What paying on each of ``days`` means for all three questions."""
    points = dict(zip(days, account.points(days), strict=True))
    now = points[days[0]]
    said = []
    for day in days:
        held = {"day": run(w.day(day), "day"), "more": run(w.yuan(points[day].growing - now.growing), "up")}
        said.append(
            Stop(day.isoformat(), w("home.glance.now" if day == account.as_of else "home.glance.later", **held))
        )
    owed = [points[day].total for day in days]
    growing = [points[day].growing for day in days]
    return Moving(
        label=w("fields.pay_on.label"),
        stops=tuple(said),
        quick=paying.quick(account.as_of, days, w),
        pictures=(_owed(owed, growing, w), *_offers(account, days, w), _record(days, w)),
    )


def _owed(owed: list[Decimal], growing: list[Decimal], w: Words) -> Picture:
    """What is owed: what stands, and what grows."""
    peak = max(owed)
    stands = [across(total - more, peak) for total, more in zip(owed, growing, strict=True)]
    grows = [across(more, peak) for more in growing]
    amounts = [w("home.glance.owed", total=w.yuan(t), grown=w.yuan(g)) for t, g in zip(owed, growing, strict=True)]
    shapes = (
        rect("principal", 0, 0, stands, THICK),
        rect("penalty", stands, 0, grows, THICK),
        text("strong", 0, THICK + LINE, amounts, "start"),
    )
    return Picture(THICK + LINE + 4, w("home.glance.owed_alt"), shapes, w("home.glance.owed_title"))


def _offers(account: Account, days: tuple[date, ...], w: Words) -> tuple[Picture, ...]:
    """Paying at once on the day, beside the plan; none where either cannot be worked out."""
    lump = next((letter for letter, one in account.settled.items() if one.offer.kind == "lump"), None)
    plan = next((letter for letter, one in account.settled.items() if len(one.cash) > 1), None)
    if lump is None or plan is None:
        return ()
    once = []
    for day in days:
        seen = Account(account.case.edited(pay_on=day))
        try:
            once.append(seen.settle(seen.desk.proposals[lump].offer()).altogether)
        except OverdueError:
            return ()
    later = account.settled[plan].altogether
    peak = max(*once, later)
    months = len(account.settled[plan].cash)
    below = THICK + LINE + 8
    shapes = (
        rect("principal", 0, 0, [across(total, peak) for total in once], THICK),
        text("strong", 0, THICK + LINE - 3, [w("home.glance.once", amount=w.yuan(total)) for total in once], "start"),
        rect("interest", 0, below, across(later, peak), THICK),
        text("strong", 0, below + below - 11, w("home.glance.plan", amount=w.yuan(later), months=months), "start"),
    )
    tall = 2 * (THICK + LINE) + 12
    return (Picture(tall, w("home.glance.offers_alt"), shapes, w("home.glance.offers_title")),)


def _record(days: tuple[date, ...], w: Words) -> Picture:
    """The five years of the record, from each day of paying to the day it must be gone."""
    gone = [retention(day).removed_from or day for day in days]
    first, last = days[0], gone[-1]
    starts = [paying.place(day, first, last) for day in days]
    wide = [paying.place(end, first, last) - start for end, start in zip(gone, starts, strict=True)]
    shapes = (
        rect("axis", 0, 0, WIDE, THICK),
        rect("fees", starts, 0, wide, THICK),
        text("strong", 0, THICK + LINE, [w("home.glance.record", day=end) for end in gone], "start"),
    )
    return Picture(THICK + LINE + 4, w("home.glance.record_alt"), shapes, w("home.glance.record_title"))
