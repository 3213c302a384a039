"""Three answers that move with one day of paying: what is owed, at once or in instalments, the record."""

from datetime import date
from decimal import Decimal

from overdue.account import Account
from overdue.casefile.entered_offer import EnteredOffer
from overdue.casefile.offers import desk
from overdue.credit import retention
from overdue.model import OverdueError
from overdue.periods import days_after
from overdue.tables import Frame, framed, paying
from overdue.tables.moving import WIDE, Moving, Picture, Stop, across, rect, run, text
from overdue.words import Words

STEP, AHEAD = 30, 360  # days between the stops; the last is the day a year later
THICK, LINE = 14, 20  # px: of a bar, and of its words


def stops(as_of: date, chosen: date) -> tuple[date, ...]:
    """Every thirty days of a year, its last day, and the day chosen.

    >>> len(stops(date(2026, 6, 30), date(2026, 7, 1)))
    14
    """
    days = {days_after(as_of, n) for n in range(0, min(AHEAD, (paying.LAST - as_of).days), STEP)}
    return tuple(sorted(days | {paying.year_on(as_of), chosen}))


def moving(account: Account, days: tuple[date, ...], w: Words) -> Moving:
    """What paying on each of ``days`` means for all three questions."""
    points = dict(zip(days, account.points(days), strict=True))
    now = points[days[0]]
    said = []
    for day in days:
        more = points[day].growing - now.growing
        how = "now" if day == account.as_of else "later" if more else "same"
        held = {"day": run(w.day(day), "day"), "more": run(w.yuan(more), "up")}
        said.append(Stop(day.isoformat(), w(f"home.glance.{how}", **held)))
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
    shapes = (
        rect("principal", 0, 0, stands, THICK),
        rect("penalty", stands, 0, grows, THICK),
        text("strong", 0, THICK + LINE, [w.yuan(total) for total in owed], "start"),
        text("up", WIDE, THICK + LINE, [w("home.glance.grown", amount=w.number(g, 2)) for g in growing], "end"),
    )
    return Picture(THICK + LINE + 4, w("home.glance.owed_alt"), shapes, w("home.glance.owed_title"))


def _offers(account: Account, days: tuple[date, ...], w: Words) -> tuple[Picture, ...]:
    """Paying at once on the day, beside the plan; none where either cannot be worked out."""
    lump = next((letter for letter, one in account.settled.items() if one.offer.kind == "lump"), None)
    plan = next((letter for letter, one in account.settled.items() if len(one.cash) > 1), None)
    if lump is None or plan is None:
        return ()
    account.foresee(days)
    try:
        terms = [desk(account.case.edited(pay_on=day)).proposals[lump] for day in days]
        once = [account.settle(one.offer()).altogether for one in terms]
    except OverdueError:
        return ()
    later = account.settled[plan].altogether
    peak = max(*once, later)
    plan_says = "plan" if account.settled[plan].bears else "plan_free"
    months = len(account.settled[plan].cash)
    below = THICK + LINE + 8
    shapes = (
        rect("principal", 0, 0, [across(total, peak) for total in once], THICK),
        text("strong", 0, THICK + LINE - 3, [_once(*each, w) for each in zip(terms, once, strict=True)], "start"),
        rect("interest", 0, below, across(later, peak), THICK),
        text(
            "strong", 0, below + below - 11, w(f"home.glance.{plan_says}", amount=w.yuan(later), months=months), "start"
        ),
    )
    tall = 2 * (THICK + LINE) + 12
    return (Picture(tall, w("home.glance.offers_alt"), shapes, w("home.glance.offers_title")),)


def _once(terms: EnteredOffer, total: Decimal, w: Words) -> str:
    """Paying at once, by the day it is paid on: the one that moves, or the one that was entered."""
    told = {"day": w.day(terms.on), "amount": w.yuan(total)}
    if terms.amount is None:
        return w("home.glance.once", **told)
    return w("home.glance.once_figure", sum=w.number(terms.amount, 2), **told)


def _record(days: tuple[date, ...], w: Words) -> Picture:
    """The five years of the record, from each day of paying to the day it must be gone."""
    gone = [retention(day).removed_from or day for day in days]
    first, last = days[0], gone[-1]
    starts = [paying.place(day, first, last) for day in days]
    wide = [paying.place(end, first, last) - start for end, start in zip(gone, starts, strict=True)]
    shapes = (
        rect("axis", 0, 0, WIDE, THICK),
        rect("kept", starts, 0, wide, THICK),
        text("strong", 0, THICK + LINE, [w("home.glance.record", day=end) for end in gone], "start"),
    )
    return Picture(THICK + LINE + 4, w("home.glance.record_alt"), shapes, w("home.glance.record_title"))


def rows(account: Account, w: Words) -> Frame:
    """What stands behind the pictures: today, in 30, 60 and 90 days, and the day chosen."""
    near = {days_after(account.as_of, n) for n in paying.QUICK} | {account.pay_on}
    days = sorted(day for day in near if day <= paying.LAST)
    found = [
        (day.isoformat(), w.number(point.total, 2), w.number(point.growing, 2), str(retention(day).removed_from or ""))
        for day, point in zip(days, account.points(days), strict=True)
    ]
    return framed(found, columns=[w(f"home.glance.column.{name}") for name in ("day", "owed", "grown", "gone")])
