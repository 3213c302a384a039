"""The workbook to take home."""

from __future__ import annotations

import streamlit as st

from overdue.accrual import Ledger
from overdue.casefile.offers import desk
from overdue.exports.workbook import is_live, workbook
from overdue.model import OverdueError
from overdue.proposal import Settlement, settle
from overdue.ui import parts, state

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw(ledger: Ledger) -> None:
    """What the workbook can do for this case, and the file."""
    w = state.reader()
    st.subheader(w("bill.section.workbook"), anchor=False)
    st.markdown(w("bill.workbook.live" if is_live(ledger) else "bill.workbook.values"))
    note, proposals = parts.stamp(), _proposals()
    parts.save(
        w("bill.workbook.download"), lambda: workbook(ledger, proposals, w, note), "overdue.xlsx", XLSX, "workbook"
    )
    st.caption(w("bill.workbook.blocked"))


def _proposals() -> dict[str, Settlement]:
    """The proposals that can be settled; one that cannot is explained on its own page."""
    case, found = state.case(), {}
    for letter, terms in desk(case).proposals.items():
        try:
            found[letter] = settle(case.loan(), terms.offer(), case.as_of, case.paid, order=case.payment_order)
        except OverdueError:
            continue
    return found
