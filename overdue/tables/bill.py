"""The bill beside ours, its readings, the band and a history, as frames in the reader's words."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal

from overdue.accrual import COMPONENTS
from overdue.bill import Band, BillCheck
from overdue.casefile.card_case import CardBill
from overdue.casefile.fields import written
from overdue.casefile.keys import COLUMNS
from overdue.casefile.unknowns import Range
from overdue.model import ZERO, Instalment, Payment
from overdue.tables import Frame, framed
from overdue.words import Words

OTHER = "other"


def lines(check: BillCheck, w: Words) -> Frame:
    """Each line: ours, theirs, theirs less ours; last what the bill's total holds beside its lines."""
    joined = check.bill.compound is None and bool(check.ours.compound)
    rows = []
    for line in (*check.lines, *([check.rest] if check.rest.difference else [])):
        name = "penalty_compound" if line.name == "penalty" and joined else line.name
        whole = line.name == "days"
        shown = [
            "—" if amount is None else w.number(amount, 0 if whole else 2)
            for amount in (line.ours, line.theirs, line.difference)
        ]
        rows.append((w(f"bill.line.{name}"), *shown))
    return framed(rows, columns=[w(f"bill.column.{c}") for c in ("line", "ours", "theirs", "difference")])


def sides(check: BillCheck) -> dict[str, dict[str, float]]:
    """The lines the bill gives beside the same lines of ours, for drawing; a total alone beside a total.

    What the bill's total holds beyond its lines is ``other`` on its side, and on ours all other lines.
    """
    given = {name: check.bill.amount(name) for name in COMPONENTS}  # type: ignore[arg-type]
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


def bars(check: BillCheck, w: Words) -> Frame:
    """The figures of the picture: each part of the bill's bar and of ours."""
    drawn = sides(check)
    rows = [
        (w(f"bill.line.{name}"), *(w.number(Decimal(repr(drawn[side][name])), 2) for side in ("ours", "theirs")))
        for name in drawn["theirs"]
        if drawn["ours"][name] or drawn["theirs"][name]
    ]
    return framed(rows, columns=[w(f"bill.column.{c}") for c in ("line", "ours", "theirs")])


def ends(band: Band, w: Words) -> Frame:
    """The three figures of the band's picture."""
    rows = [(w(f"bill.band.{end}"), w.number(getattr(band, end), 2)) for end in ("low", "usual", "high")]
    return framed(rows, columns=[w(f"bill.column.{c}") for c in ("reading", "total")])


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
    return framed(rows, columns=[w(f"bill.column.{c}") for c in ("unknown", "low", "high", "narrows", "where")])


def _end(name: str, value: Decimal | str, w: Words) -> str:
    return w.percent(value / 100) if isinstance(value, Decimal) else w(f"fields.{name}.{value}")


def card(bill: CardBill, w: Words) -> Frame:
    """The interest of a card's statement by each way of counting: days and yuan."""
    rows = [
        (w(f"fields.card_days.{days}"), segments.days, w.number(segments.total, 2))
        for days, segments in bill.interest.items()
    ]
    return framed(rows, columns=[w(f"bill.column.{c}") for c in ("convention", "counted", "amount")])


def instalment_rows(instalments: Iterable[Instalment]) -> Frame:
    """A table of instalments to edit."""
    rows = [(i.due_on, float(i.principal), float(i.interest), float(i.fee)) for i in instalments]
    return framed(rows, columns=list(COLUMNS["rows"])).astype({"due_on": "object"})


def payment_rows(payments: Iterable[Payment]) -> Frame:
    """A table of payments to edit."""
    rows = [(p.paid_on, float(p.amount)) for p in payments]
    return framed(rows, columns=["paid_on", "amount"]).astype({"paid_on": "object", "amount": "float64"})


def as_code(frame: Frame, blanks: Mapping[str, str]) -> str:
    """An edited table as the address writes it; empty cells take ``blanks``, wholly empty rows are left out."""
    rows = []
    for _, row in frame.dropna(how="all").iterrows():
        rows.append(":".join(_cell(name, row[name], blanks) for name in frame.columns))
    return "~".join(rows)


def _cell(name: str, value: object, blanks: Mapping[str, str]) -> str:
    from pandas import isna

    if value is None or isna(value):  # type: ignore[call-overload]
        return blanks.get(name, "")
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.strftime("%Y%m%d")
    return written(name, Decimal(repr(float(value)))) if isinstance(value, float | int) else str(value)
