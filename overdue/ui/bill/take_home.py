"""The workbook to take home."""

from __future__ import annotations

import streamlit as st

from overdue.account import WAITING
from overdue.exports.workbook import is_live, workbook
from overdue.ui import parts, state

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw() -> None:
    """What the workbook can do for this case, and the file; an example is nothing to take home."""
    account, w = state.account(), state.reader()
    if account.is_example:
        parts.ask_first()
        return
    ledger, note = account.ledger, parts.stamp()
    settled = {letter: one for letter, one in account.settled.items() if letter != WAITING}
    st.markdown(w("bill.workbook.live" if is_live(ledger) else "bill.workbook.values"))
    parts.save(
        w("bill.workbook.download"), lambda: workbook(ledger, settled, w, note), "overdue.xlsx", XLSX, "workbook"
    )
    st.caption(w("bill.workbook.blocked"))
