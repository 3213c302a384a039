"""The growth of an overdue loan as frames: points in time and at every event, and the rows of the working."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from decimal import Decimal

import pandas as pd

from overdue.accrual import Ledger, trace
from overdue.model import Loan, Order, Payment
from overdue.periods import add_period, days_after
from overdue.tables import Frame
from overdue.words import Words

BEFORE = 26  # points up to the day looked at; between events every line is straight
COMPONENTS = ("principal", "interest", "fees", "penalty", "compound")


def growth(loan: Loan, as_of: date, payments: tuple[Payment, ...], order: Order) -> Frame:
    """What is due by component, to a year after ``as_of``; ``line`` is yuan of charges the line allows.

    Payments after ``as_of`` are not counted. Each figure is the ledger's of that day.
    """
    known = tuple(p for p in payments if p.paid_on <= as_of)
    first = min(i.due_on for i in loan.instalments)
    last = add_period(max(as_of, first), months=12)
    step = max(7, (as_of - first).days // BEFORE)
    days = {days_after(first, n) for n in range(0, (as_of - first).days, step)} | {first, as_of, last}
    days |= {add_period(max(as_of, first), months=n) for n in range(1, 12)}
    due = {i.due_on for i in loan.instalments if i.due_on <= last}
    days |= due | {days_after(day, -1) for day in due} | {p.paid_on for p in known}
    days |= {d for d in (loan.accelerated_on, loan.compensated_on) if d is not None and d <= last}
    points = trace(loan, [d for d in days if d >= first], known, order)
    rows = [
        {
            "day": p.day,
            **{name: float(getattr(p, name)) for name in COMPONENTS},
            "total": float(p.total),
            "line": p.line,
        }
        for p in points
    ]
    frame = pd.DataFrame(rows)
    frame["line"] = frame["line"].astype("float64")
    return frame


def points(frame: Frame, days: Collection[date], w: Words) -> Frame:
    """The figures of the growth chart on those of its ``days``, in the reader's words."""
    shown = frame[frame["day"].isin(days)]
    said = {
        w("common.column.day"): [day.isoformat() for day in shown["day"]],
        w("common.column.total"): _yuan(shown["total"], w),
        w("common.column.growing"): _yuan(shown["penalty"] + shown["compound"], w),
    }
    if shown["line"].notna().any():
        said[w("common.column.line")] = _yuan(shown["line"], w)
    return pd.DataFrame(said)


def _yuan(amounts: pd.Series, w: Words) -> list[str]:
    return [w.number(round(Decimal(amount), 2), 2) for amount in amounts]


def segments(ledger: Ledger, w: Words, name: Callable[[str], str]) -> Frame:
    """The rows of the working in the reader's words; ``name`` gives a column its heading."""
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
        for s in ledger.segments
    ]
    return pd.DataFrame(
        rows, columns=[name(c) for c in ("instalment", "kind", "start", "end", "days", "base", "rate", "amount")]
    )


def parts(ledger: Ledger, w: Words) -> Frame:
    """What is owed now by component, with its total, for reading aloud and printing."""
    rows = [
        (w(f"penalty.part.{name}"), w.number(getattr(ledger, name), 2)) for name in COMPONENTS if getattr(ledger, name)
    ]
    rows.append((w("common.total"), w.number(ledger.total, 2)))
    return pd.DataFrame(rows, columns=[w("penalty.column.kind"), w("penalty.column.amount")])
