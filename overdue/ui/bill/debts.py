"""Several debts side by side, with their total."""

from __future__ import annotations

from typing import Any

import streamlit as st

from overdue.accrual import Ledger, accrue
from overdue.charts import bill as charts
from overdue.model import Lender
from overdue.tables import bill as tables
from overdue.ui import fields, parts, state

BLANKS = {"lender": "unknown", "interest": "0", "uplift": "0"}


def draw() -> None:
    """The table of other debts, and all of them beside this one."""
    w = state.reader()
    st.markdown(w("bill.debts.lead"))
    _table()
    fields.problem("debts")
    _beside()


def _table() -> None:
    w, s = state.reader(), st.session_state
    codes = [*map(str, Lender), "unknown"]
    columns: dict[str, Any] = {
        "lender": st.column_config.SelectboxColumn(
            w("bill.column.lender"), options=codes, format_func=lambda code: w(f"fields.lender.{code}")
        ),
        "due_on": st.column_config.DateColumn(w("bill.column.due_on"), format="YYYY-MM-DD"),
    }
    for name in ("principal", "interest", "rate", "uplift"):
        columns[name] = st.column_config.NumberColumn(w(f"bill.column.{name}"), format="%.2f", min_value=0.0)
    key = f"debts_table_{s.get('debts_turn', 0)}"
    s["debts_edited"] = st.data_editor(
        tables.debt_rows(state.case().debts),
        num_rows="dynamic",
        hide_index=True,
        column_config=columns,
        key=key,
        width="stretch",
    )
    st.button(w("bill.history.apply"), key="debts_apply", on_click=_apply)


def _apply() -> None:
    s = st.session_state
    state.change("debts", tables.as_code(s["debts_edited"], BLANKS))
    s["debts_turn"] = s.get("debts_turn", 0) + 1


def _beside() -> None:
    w, case = state.reader(), state.case()
    others = case.other_loans()
    if not others:
        return
    held: dict[str, Ledger] = {
        w("bill.debts.this"): state.account().ledger,
    }
    for number, loan in enumerate(others, 1):
        lender = w(f"fields.lender.{loan.lender or 'unknown'}")
        label = w("bill.debts.other", lender=lender, day=loan.instalments[0].due_on)
        held[f"{label} ({number})"] = accrue(loan, case.as_of)
    total, month = tables.together(held.values())
    sentence = w("bill.debts.total", day=case.as_of, count=len(held), total=w.yuan(total), month=w.yuan(month))
    st.markdown(f"**{sentence}**")
    names = {name: w(f"bill.line.{name}") for name in charts.STACK}
    labels = {label: label for label in held}
    parts.figure(charts.stacked(tables.stacks(held), labels, names, parts.look()), sentence, "debts_chart")
    parts.table(tables.debts(held, w), w("bill.q.debts"))
    st.markdown(w("bill.debts.each"))
