"""How the penalty was worked out, in three depths, and what the reference line is."""

import streamlit as st

from overdue.account import Account
from overdue.accrual import Ledger
from overdue.casefile.uplift import usual_uplift
from overdue.law.lines import room_below
from overdue.model import ZERO
from overdue.tables import Frame
from overdue.tables import penalty as tables
from overdue.tables.growing import no_line
from overdue.ui import parts, state

MOST_ROWS = 200  # of the working on the page; what is beyond them is in the file


def maths(account: Account) -> None:
    """A sentence, the formulas with these numbers, the rows."""
    w, ledger = state.reader(), account.ledger
    st.markdown(w("penalty.maths.sentence"))
    for formula in _formulas(ledger):
        st.markdown(formula)
    if usual := usual_uplift(account.case):
        st.markdown(w("penalty.maths.usual", usual=usual))
    if account.case.remaining and account.case.interest is not None and not account.case.rows:
        st.markdown(w("penalty.maths.later"))
    parts.table(tables.parts(ledger, w), w("penalty.section.parts"))
    count = len(ledger.segments)
    parts.table(_rows(ledger, MOST_ROWS), w("common.maths_table"))
    if count > MOST_ROWS:
        st.markdown(w("penalty.maths.first_rows", shown=MOST_ROWS, count=count))
    st.markdown(w("penalty.maths.adds_up", sum=w.yuan(sum((s.amount for s in ledger.segments), ZERO))))
    parts.save(w("common.csv"), lambda: parts.csv(_rows(ledger)).encode("utf-8-sig"), "penalty.csv", "penalty_csv")
    if count <= MOST_ROWS:
        parts.twin("penalty_csv", lambda: parts.csv(_rows(ledger)))


def _rows(ledger: Ledger, most: int | None = None) -> Frame:
    w = state.reader()
    return tables.segments(ledger.segments[:most], w, lambda column: w(f"penalty.column.{column}"))


def _formulas(ledger: Ledger) -> list[str]:
    w, terms = state.reader(), ledger.loan.penalty
    penalty = w.percent(ledger.penalty_rate)
    if terms.daily_rate is not None:
        lines = [w("penalty.maths.daily", daily=w.percent(terms.daily_rate))]
    else:
        rate = ledger.loan.annual_rate
        uplift = ledger.penalty_rate / rate - 1 if rate else ZERO
        lines = [w("penalty.maths.rate", rate=w.percent(rate), uplift=w.percent(uplift), penalty=penalty)]
    for s in [s for s in ledger.segments if s.kind != "paid"][:6]:
        figures = {"base": w.yuan(s.base), "rate": w.percent(s.rate), "amount": w.yuan(s.amount)}
        named = {"number": s.instalment, "kind": w(f"penalty.kind.{s.kind}")}
        lines.append(w("penalty.maths.row", basis=terms.day_basis, days=s.days, **named, **figures))
    return lines


def line(account: Account) -> None:
    """What the reference line is for this lender, and where the figures stand to it."""
    w, ledger, usual = state.reader(), account.ledger, usual_uplift(account.case)
    found = ledger.ceiling
    if found is None or found.annual_rate is None or ledger.line is None or ledger.over_line is None:
        st.markdown(no_line(ledger, w))
        return
    rate = w.percent(found.annual_rate)
    said = [w(f"penalty.line.{kind}", rate=rate) for kind in found.kinds]
    if account.rate_known:
        key = "below" if not ledger.over_line else "above_if" if usual else "above"
        sums = {"line": w.yuan(ledger.line), "over": w.yuan(ledger.over_line)}
        said.append(w(f"penalty.line.{key}", **sums, **({"usual": usual} if key == "above_if" else {})))
    if ledger.over_line and not usual:
        room = room_below(found.annual_rate, ledger.loan.contract_on)
        rates = {"rate": ledger.loan.annual_rate, "penalty": ledger.penalty_rate, "room": room}
        said.append(w("penalty.line.pen7", line=rate, **{name: w.percent(one) for name, one in rates.items()}))
    st.markdown(w.together(said))
