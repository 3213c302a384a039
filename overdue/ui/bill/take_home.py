"""The workbook to take home."""

from __future__ import annotations

import streamlit as st

from overdue.account import WAITING
from overdue.accrual import Ledger
from overdue.exports.workbook import is_live, workbook
from overdue.ui import parts, state

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw(ledger: Ledger) -> None:
    """What the workbook can do for this case, and the file."""
    w = state.reader()
    st.subheader(w("bill.section.workbook"), anchor=False)
    st.markdown(w("bill.workbook.live" if is_live(ledger) else "bill.workbook.values"))
    note = parts.stamp()
    proposals = {letter: one for letter, one in state.account().settled.items() if letter != WAITING}
    parts.save(
        w("bill.workbook.download"), lambda: workbook(ledger, proposals, w, note), "overdue.xlsx", XLSX, "workbook"
    )
    st.caption(w("bill.workbook.blocked"))
