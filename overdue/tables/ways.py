"""One way of dividing in the reader's words: who gets what and when, where it leads, what does not work out."""

from collections.abc import Callable, Iterator
from datetime import date

from overdue.casefile.keys import MOST_SHARED
from overdue.debts import Debts
from overdue.household import Division, Month, Way
from overdue.household.division import MONTHS, TALK_MONTHS
from overdue.model import ZERO
from overdue.periods import add_period
from overdue.tables import Frame, framed
from overdue.tables.debts import frame, name, names
from overdue.words import Words

WAITED = 2  # months without a payment that a pledge may bear
YEARS = MONTHS // 12  # a division is followed so far


def way_name(way: Way, count: int, w: Words) -> str:
    """A way by its name; one debt alone shares with nobody."""
    return w("debts.says.now_name") if way is Way.FAIR and count == 1 else w(f"fields.way.{way}")


def by(found: Division, w: Words) -> str:
    """Which way a table or a paper follows."""
    return w("debts.says.by", way=way_name(found.way, len(found.debts), w))


def done(found: Division, day: date | None, w: Words) -> str:
    """The month something ends, for a sentence or a table; while a rate is not known, not before it."""
    if day is None:
        return "—"
    return w("debts.says.not_before" if found.unrated else "debts.says.in_month", month=w.month(day))


def courses(debts: Debts, found: Division, w: Words) -> Frame:
    """One way by its debts: what each is paid, when it ends, how long its record is kept."""
    rows = [
        (
            name(debts, course.key, w),
            w.number(course.paid, 2),
            w.number(course.charges, 2),
            done(found, course.done_on, w) if found.unrated else w.month(course.done_on) if course.done_on else "—",
            w.day(course.record_last_day) if course.record_last_day and not found.unrated else "—",
        )
        for course in found.debts
    ]
    return frame(rows, ("debt", "paid", "charges", "done", "record"), w)


def months(debts: Debts, found: Division, w: Words) -> Frame:
    """One way month by month: who gets what, and what is left unused."""
    keys = [course.key for course in found.debts]
    rows = [
        (w.day(row.paid_on), *(w.number(row.paid.get(key, ZERO), 2) for key in keys), w.number(row.unused, 2))
        for row in found.months
    ]
    heads = [
        w("debts.column.month", way=way_name(found.way, len(keys), w)),
        *(name(debts, key, w) for key in keys),
        w("debts.column.unused"),
    ]
    return framed(rows, columns=heads, dtype=object)


def each_month(debts: Debts, found: Division, w: Words, most: int) -> Iterator[str]:
    """The first months of one way as lines, for its columns do not fit a phone; then how many more there are."""
    for row in found.months[:most]:
        yield w("debts.says.month", day=w.day(row.paid_on), paid=_gets(debts, row, w) or "—")
    if len(found.months) > most:
        yield w("debts.says.rest", count=len(found.months) - most)


def first_payment(debts: Debts, found: Division, w: Words) -> str:
    """Who gets what on the first day of paying; empty where nothing is paid, or too many are for one line."""
    paid = first_paid(debts, found, w)
    return w("debts.says.first", day=next(row.paid_on for row in found.months if row.paid), paid=paid) if paid else ""


def first_paid(debts: Debts, found: Division, w: Words, mark: Callable[[str], str] = str) -> str:
    """The sums of that day; ``mark`` is put on each (see ``moving.run``)."""
    row = next((row for row in found.months if row.paid), None)
    return "" if row is None or len(row.paid) > MOST_SHARED else _gets(debts, row, w, mark)


def _gets(debts: Debts, row: Month, w: Words, mark: Callable[[str], str] = str) -> str:
    paid = row.paid.items()
    return " · ".join(w("debts.says.gets", name=name(debts, key, w), amount=mark(w.yuan(sum_))) for key, sum_ in paid)


def strips(found: Division) -> Frame:
    """What a division pays in each month, for drawing: the debt's key, the month by its first day, the yuan.

    A bar stands over the month its payments are in: one on the 30th would lie over the mark of the next.
    """
    rows = [
        (course.key, row.paid_on.replace(day=1), row.paid.get(course.key, ZERO))
        for course in found.debts
        for row in found.months
    ]
    sums = framed(rows, columns=["key", "day", "amount"]).groupby(["key", "day"], as_index=False).sum()
    return sums.assign(amount=sums["amount"].astype(float))


def told(debts: Debts, found: Division, w: Words) -> Iterator[str]:
    """What one way comes to: paid in all, the end, what falls short."""
    sums = {"paid": w.yuan(found.paid), "charges": w.yuan(found.charges)}
    if found.done_on:
        record = w.month(found.last_record_day) if found.last_record_day else "—"
        code = "paid_least" if found.unrated else "paid" if found.charges else "paid_plain"
        yield w(f"debts.says.{code}", done=done(found, found.done_on, w), record=record, **sums)
    else:
        yield w("debts.says.unpaid", paid=sums["paid"], years=YEARS, names=names(debts, found.unfinished, w))
    if debts.picture is not None and debts.picture.unknown:
        yield w("debts.move.more")
    yield from trouble(debts, found, w)


def trouble(debts: Debts, found: Division, w: Words, income: bool = True) -> Iterator[str]:
    """What does not work out on one way: a month that is short, an offer that cannot be carried, a debt that grows."""
    short = found.first_short if income else None
    if short is not None and short.kind == "income":
        yield w("debts.says.short", month=w.month(short.on), amount=w.yuan(short.missing))
    yield from waiting(debts, found, w)
    if found.dropped:
        yield w("debts.says.dropped", name=names(debts, found.dropped, w))
    if found.outgrown:
        code = "outgrown" if len(found.outgrown) < len(found.debts) else "outgrown_all"
        yield w(f"debts.says.{code}", names=names(debts, found.outgrown, w))


def waiting(debts: Debts, found: Division, w: Words, mark: Callable[[str], str] = str) -> Iterator[str]:
    """Which secured debts get nothing for longer than two months; ``mark`` is put on the month (see ``moving.run``)."""
    soon = add_period(debts.as_of, months=WAITED)
    for course in found.debts:
        first = course.payments[0].paid_on if course.payments else None
        if not debts.debts[int(course.key)].secured or (first is not None and first <= soon):
            continue
        called = name(debts, course.key, w)
        if first is None:
            yield w("debts.says.secured_never", name=called)
        else:
            yield w("debts.says.secured_waits", name=called, month=mark(w.month(first)))


def idle(debts: Debts, found: Division, w: Words) -> str:
    """What goes on with the lenders without security that a way pays nothing for longer than two months."""
    soon = add_period(debts.as_of, months=WAITED)
    first = {course.key: course.payments[0].paid_on for course in found.debts if course.payments}
    late = {key: day for key, day in first.items() if day > soon and not debts.debts[int(key)].secured}
    return w("debts.says.idle", names=names(debts, late, w), month=w.month(min(late.values()))) if late else ""


def meaning(debts: Debts, way: Way, w: Words) -> str:
    """What one way does, in its own sentence."""
    found = debts.compare().divisions[way]
    first = found.order[0] if found.order else str(next(iter(debts.debts)))
    if way is Way.FAIR:
        return w("debts.says.fair" if len(debts.debts) > 1 else "debts.says.now")
    if way is Way.TALK:
        return w("debts.says.talk", months=TALK_MONTHS)
    return w(f"debts.says.{way}", name=name(debts, first, w))
