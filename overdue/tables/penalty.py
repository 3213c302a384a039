"""The growth of an overdue loan: points in time and at every event, and the rows of the working."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from overdue.account import Account
from overdue.accrual import COMPONENTS as COMPONENTS
from overdue.accrual import Ledger, Point
from overdue.accrual.segment import Segment
from overdue.periods import add_period, days_after
from overdue.tables import Frame, framed
from overdue.words import Words

BEFORE = 9  # points up to the day looked at besides events: between these every line is all but straight
MOST_DUE = 90  # due days at which it is asked; of more every second, every third …: a picture shows no more apart


def past(account: Account) -> set[date]:
    """The days at which the growth is asked up to the day looked at: evenly, and before and at every event."""
    loan, as_of = account.loan, account.as_of
    first = min(i.due_on for i in loan.instalments)
    step = max(7, (as_of - first).days // BEFORE)
    due = sorted({i.due_on for i in loan.instalments if i.due_on <= as_of})
    events = {*due[:: 1 + len(due) // MOST_DUE], *due[-1:]} | {p.paid_on for p in account.payments}
    events |= {day for day in (loan.accelerated_on, loan.compensated_on) if day is not None}
    days = {days_after(first, n) for n in range(0, (as_of - first).days, step)} | {first, as_of}
    before = events if len(due) <= MOST_DUE else events - set(due)
    return {day for day in days | events | {days_after(day, -1) for day in before} if first <= day <= as_of}


def ahead(account: Account) -> set[date]:
    """The days at which it is asked for the year to come, month by month and at the day of paying."""
    start = max(account.as_of, account.case.first_due)
    months = {add_period(start, months=n) for n in range(13)}
    due = {i.due_on for i in account.loan.instalments if start <= i.due_on <= max(months)}
    return months | due | {days_after(day, -1) for day in due} | {account.pay_on}


def growth(account: Account) -> tuple[Point, ...]:
    """What is due by component, from the first missed day to a year ahead. Each figure is the ledger's of that day."""
    return account.points(sorted(past(account) | ahead(account)))


def table(account: Account, points: Sequence[Point], w: Words) -> Frame:
    """The figures of the growth at due days, payments, month by month, and on the day of paying."""
    months = {add_period(account.as_of, months=n) for n in range(13)}
    shown = months | {i.due_on for i in account.loan.instalments} | {p.paid_on for p in account.payments}
    rows = [point for point in points if point.day in shown | {account.pay_on}]
    said = {
        w("common.column.day"): [point.day.isoformat() for point in rows],
        w("common.column.total"): [w.number(point.total, 2) for point in rows],
        w("penalty.column.growing"): [w.number(point.growing, 2) for point in rows],
    }
    if any(point.line is not None for point in rows):
        said[w("common.column.line")] = ["" if p.line is None else w.number(p.line, 2) for p in rows]
    return framed(said)


def segments(found: Iterable[Segment], w: Words, name: Callable[[str], str]) -> Frame:
    """Rows of the working in the reader's words; ``name`` gives a column its heading."""
    rows = [
        {
            name("instalment"): s.instalment,
            name("kind"): w(f"penalty.kind.{s.kind}"),
            name("start"): "" if s.kind == "paid" else s.start.isoformat(),
            name("end"): s.end.isoformat(),
            name("days"): s.days or "",
            name("base"): "" if s.kind == "paid" else w.number(s.base, 2),
            name("rate"): "" if s.kind == "paid" else w.percent(s.rate),
            name("amount"): w.number(s.amount, 2),
        }
        for s in found
    ]
    return framed(
        rows, columns=[name(c) for c in ("instalment", "kind", "start", "end", "days", "base", "rate", "amount")]
    )


def parts(ledger: Ledger, w: Words) -> Frame:
    """What is owed now by component, with its total, for reading aloud and printing."""
    rows = [
        (w(f"penalty.part.{name}"), w.number(getattr(ledger, name), 2)) for name in COMPONENTS if getattr(ledger, name)
    ]
    rows.append((w("common.total"), w.number(ledger.total, 2)))
    return framed(rows, columns=[w("penalty.column.kind"), w("penalty.column.amount")])
