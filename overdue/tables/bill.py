"""The bill beside ours, its readings, the band, a history and several debts, as frames in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

import pandas as pd

from overdue.accrual import Ledger, next_month
from overdue.bill import Band, BillCheck
from overdue.casefile.card_case import CardBill
from overdue.casefile.fields import Row, written
from overdue.casefile.keys import COLUMNS
from overdue.casefile.unknowns import Range
from overdue.model import ZERO, Instalment, Payment
from overdue.tables import Frame
from overdue.words import Words

STACK = ("principal", "interest", "fees", "penalty", "compound")
OTHER = "other"
DEBT = ("debt", "days", *STACK, "total")


def lines(check: BillCheck, w: Words) -> Frame:
    """Each line: ours, theirs, theirs less ours."""
    joined = check.bill.compound is None and bool(check.ours.compound)
    rows = []
    for line in check.lines:
        name = "penalty_compound" if line.name == "penalty" and joined else line.name
        whole = line.name == "days"
        shown = [
            "—" if amount is None else w.number(amount, 0 if whole else 2)
            for amount in (line.ours, line.theirs, line.difference)
        ]
        rows.append((w(f"bill.line.{name}"), *shown))
    return pd.DataFrame(rows, columns=[w(f"bill.column.{c}") for c in ("line", "ours", "theirs", "difference")])


def sides(check: BillCheck) -> dict[str, dict[str, float]]:
    """The lines the bill gives beside the same lines of ours, for drawing; a total alone beside a total.

    What the bill's total holds beyond its lines is ``other`` on its side, and on ours all other lines.
    """
    given = {name: check.bill.amount(name) for name in STACK}  # type: ignore[arg-type]
    theirs = {name: amount for name, amount in given.items() if amount is not None}
    mine = {line.name: line.ours for line in check.lines}
    ours = {name: mine[name] for name in theirs}
    if check.bill.total is not None:
        theirs[OTHER] = max(ZERO, check.bill.total - sum(theirs.values(), ZERO))
        ours[OTHER] = check.ours.total - sum(ours.values(), ZERO)
    return {
        side: {name: float(amount) for name, amount in bar.items()}
        for side, bar in (("ours", ours), ("theirs", theirs))
    }


def ranges(spans: Iterable[Range], band: Band, w: Words) -> Frame:
    """What is not known, between which readings it lies, and what knowing it would narrow."""
    narrows = {n.name: n.by for n in band.narrowings}
    rows = [
        (
            w(f"fields.{span.name}.label"),
            _end(span.name, span.low, w),
            _end(span.name, span.high, w),
            w.number(narrows[span.name], 2),
            w(f"bill.find.{span.name}"),
        )
        for span in sorted(spans, key=lambda span: -narrows[span.name])
    ]
    return pd.DataFrame(rows, columns=[w(f"bill.column.{c}") for c in ("unknown", "low", "high", "narrows", "where")])


def _end(name: str, value: Decimal | str, w: Words) -> str:
    return w.percent(value / 100) if isinstance(value, Decimal) else w(f"fields.{name}.{value}")


def debts(ledgers: Mapping[str, Ledger], w: Words) -> Frame:
    """Several debts side by side, each by component, with their sum."""
    rows: list[tuple[object, ...]] = []
    for label, ledger in ledgers.items():
        late = max((o.overdue_days for o in ledger.instalments if o.total), default=0)
        rows.append((label, str(late), *(w.number(getattr(ledger, name), 2) for name in (*STACK, "total"))))
    sums = [sum((getattr(ledger, name) for ledger in ledgers.values()), ZERO) for name in (*STACK, "total")]
    rows.append((w("common.total"), "", *(w.number(amount, 2) for amount in sums)))
    return pd.DataFrame(rows, columns=[w(f"bill.column.{c}") for c in DEBT], dtype=object)


def stacks(ledgers: Mapping[str, Ledger]) -> dict[str, dict[str, float]]:
    """Several debts by component, for drawing."""
    return {label: {name: float(getattr(ledger, name)) for name in STACK} for label, ledger in ledgers.items()}


def together(ledgers: Iterable[Ledger]) -> tuple[Decimal, Decimal]:
    """What several debts come to, and what one month more adds to them; yuan."""
    held = list(ledgers)
    return sum((ledger.total for ledger in held), ZERO), sum((next_month(ledger).grows for ledger in held), ZERO)


def card(bill: CardBill, w: Words) -> Frame:
    """The interest of a card's statement by each way of counting: days and yuan."""
    rows = [
        (w(f"fields.card_days.{days}"), segments.days, w.number(segments.total, 2))
        for days, segments in bill.interest.items()
    ]
    return pd.DataFrame(rows, columns=[w(f"bill.column.{c}") for c in ("convention", "counted", "amount")])


def instalment_rows(instalments: Iterable[Instalment]) -> Frame:
    """A table of instalments to edit."""
    rows = [(i.due_on, float(i.principal), float(i.interest), float(i.fee)) for i in instalments]
    return pd.DataFrame(rows, columns=list(COLUMNS["rows"])).astype({"due_on": "object"})


def payment_rows(payments: Iterable[Payment]) -> Frame:
    """A table of payments to edit."""
    rows = [(p.paid_on, float(p.amount)) for p in payments]
    return pd.DataFrame(rows, columns=["paid_on", "amount"]).astype({"paid_on": "object", "amount": "float64"})


def debt_rows(debts: Iterable[Row]) -> Frame:
    """A table of further debts to edit."""
    rows = [[float(cell) if isinstance(cell, Decimal) else cell for cell in debt] for debt in debts]
    frame = pd.DataFrame(rows, columns=list(COLUMNS["debts"]))
    kinds = dict.fromkeys(COLUMNS["debts"][2:], "float64")
    return frame.astype({"lender": "object", "due_on": "object"} | kinds)


def as_code(frame: Frame, blanks: Mapping[str, str]) -> str:
    """An edited table as the address writes it; empty cells take ``blanks``, wholly empty rows are left out."""
    rows = []
    for _, row in frame.dropna(how="all").iterrows():
        rows.append(":".join(_cell(name, row[name], blanks) for name in frame.columns))
    return "~".join(rows)


def _cell(name: str, value: object, blanks: Mapping[str, str]) -> str:
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        return blanks.get(name, "")
    if isinstance(value, pd.Timestamp):
        value = value.date()
    if isinstance(value, date):
        return value.strftime("%Y%m%d")
    return written(name, Decimal(repr(float(value)))) if isinstance(value, float | int) else str(value)
