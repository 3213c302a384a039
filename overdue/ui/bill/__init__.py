"""The page that sets the lender's bill beside the contract: asks, draws, names the reading, says what to ask for."""

from __future__ import annotations

import streamlit as st

from overdue.accrual import Ledger, accrue
from overdue.bill import BillCheck, check_bill
from overdue.charts import bill as charts
from overdue.tables import bill as tables
from overdue.tables import penalty as penalty_tables
from overdue.ui import fields, parts, state
from overdue.ui.bill import bands, card, debts, entry, history, readings, take_home
from overdue.ui.penalty import assumptions


def page() -> None:
    """Draw the page."""
    parts.opening("bill")
    answer = fields.beside(entry.controls, _answer)
    if answer is not None:
        _working(*answer)
    fields.guarded(bands.draw)
    history.draw()
    fields.guarded(debts.draw)
    fields.guarded(card.draw)
    if answer is not None:
        ledger, check = answer
        take_home.draw(ledger)
        _maths(ledger, check)
        parts.cite(check.citations if check is not None else ledger.citations)
    parts.onward("penalty", "negotiate", "proposals")


def _answer() -> tuple[Ledger, BillCheck | None]:
    """The sentence and its chart."""
    w, case = state.reader(), state.case()
    loan, bill = case.loan(), case.bill()
    ledger = accrue(loan, case.as_of, case.paid, case.payment_order)
    check = check_bill(loan, bill, case.as_of, case.paid, case.payment_order) if bill is not None else None
    sentence = _headline(ledger, check)
    parts.headline(sentence)
    bars = tables.sides(check, ledger)
    labels = {side: w(f"bill.said.{side}") for side in ("ours", "theirs")}
    names = {name: w(f"bill.line.{name}") for name in charts.STACK}
    chart = charts.stacked(bars, labels, names, parts.look(), _line(ledger))
    # With a bill the lines stand side by side below.
    parts.figure(chart, sentence, "sides", None if check else lambda: penalty_tables.parts(ledger, w))
    basis, rate = case.day_basis or "360", w("fields.unknown") if case.rate is None else w.percent(case.rate / 100)
    lender = w(f"fields.lender.{case.lender}")
    st.markdown(w("bill.said.case", lender=lender, day=case.as_of, rate=rate, basis=basis))
    assumptions()
    return ledger, check


def _headline(ledger: Ledger, check: BillCheck | None) -> str:
    w = state.reader()
    if check is None:
        return w("bill.headline.none", day=ledger.until, total=w.yuan(ledger.total))
    if check.agrees:
        key = "agrees" if check.bill.total is not None else "agrees_lines"
        return w(f"bill.headline.{key}", day=ledger.until, total=w.yuan(ledger.total))
    way = "more" if check.more > 0 else "less" if check.more < 0 else "same"
    more = w.yuan(abs(check.more))
    if not check.readings:
        return w(f"bill.headline.{way}_unknown", more=more)
    return w(f"bill.headline.{way}", more=more, reading=readings.sentence(check.readings[0]))


def _line(ledger: Ledger) -> tuple[float, str] | None:
    """Where the reference line stands on the bars."""
    w = state.reader()
    if ledger.line is None or ledger.ceiling is None or ledger.ceiling.annual_rate is None:
        return None
    at = ledger.principal + ledger.interest + ledger.fees - ledger.late_fees + ledger.line
    return float(at), w("penalty.line_name", rate=w.percent(ledger.ceiling.annual_rate))


def _working(ledger: Ledger, check: BillCheck | None) -> None:
    """The lines, the readings, the line of law, and what to ask for."""
    if check is None:
        return
    w = state.reader()
    st.subheader(w("bill.section.lines"), anchor=False)
    parts.table(tables.lines(check, w), w("bill.section.lines"))
    if check.gap:
        st.markdown(w(f"bill.said.gap_{'more' if check.gap > 0 else 'less'}", gap=w.yuan(abs(check.gap))))
    readings.draw(check)
    _lawful(ledger, check)
    readings.ask(check)


def _lawful(ledger: Ledger, check: BillCheck) -> None:
    """What the reference line is for this lender, and where the bill stands to it."""
    w, ceiling = state.reader(), ledger.ceiling
    if check.line is None or check.over_line is None or ceiling is None or ceiling.annual_rate is None:
        st.markdown(w(f"penalty.{ledger.line_reason}"))
        return
    said = [w(f"penalty.line.{kind}", rate=w.percent(ceiling.annual_rate)) for kind in ceiling.kinds]
    line, over = w.yuan(check.line), w.yuan(check.over_line)
    said.append(w("bill.said.over", line=line, over=over) if check.over_line else w("bill.said.under", line=line))
    st.markdown(w.together(said))


def _maths(ledger: Ledger, check: BillCheck | None) -> None:
    if check is None:
        return
    w = state.reader()

    def formulas() -> list[str]:
        said = [w("bill.maths.penalty", rate=w.percent(ledger.penalty_rate))]
        rows = [line for line in check.lines if line.theirs is not None and line.name != "days"]
        for row in rows:
            figures = {"theirs": w.yuan(row.theirs or ledger.costs), "ours": w.yuan(row.ours)}
            more = w.yuan((row.theirs or ledger.costs) - row.ours)
            said.append(f"{w(f'bill.line.{row.name}')} · {w('bill.maths.more', more=more, **figures)}")
        return said

    def table() -> None:
        frame = tables.lines(check, w)
        parts.table(frame, w("bill.section.lines"))
        parts.download(w("common.csv"), parts.csv(frame), "bill.csv", "text/csv", "bill_csv")

    parts.maths(w("bill.maths.sentence"), formulas, table)
