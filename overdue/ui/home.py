"""The way in: pick a person or enter one's own case, see the first answer, go on."""

from __future__ import annotations

import streamlit as st

from overdue.accrual import accrue
from overdue.ui import fields, parts, state
from overdue.ui.penalty import headline


def page() -> None:
    """Draw the page."""
    w = state.reader()
    parts.opening("home")
    fields.guarded(_answer)
    st.subheader(w("home.start"), anchor=False)
    with st.container(horizontal=True, key="stories"):
        for code in state.story_codes():
            st.button(w(f"fields.story.{code}"), key=f"story_{code}", on_click=state.take_story, args=(code,))
        st.button(w("home.own"), key="story_own", type="primary", on_click=state.own_case)
    _quick()
    st.page_link("pages/penalty.py", label=w("home.see"))
    parts.onward("proposals", "credit", "timeline", "negotiate", "claims", "sources")
    st.markdown(w("home.is_not"))


def _answer() -> None:
    case = state.case()
    ledger = accrue(case.loan(), case.as_of, case.paid, case.payment_order)
    parts.headline(headline(ledger))


def _quick() -> None:
    w = state.reader()
    with st.container(key="quick", border=True):
        st.markdown(w("home.small"))
        left, right = st.columns(2)
        with left:
            fields.choice("lender")
            fields.number("principal", step=100.0)
            fields.number("missed")
        with right:
            fields.number("rate", step=1.0)
            fields.day("due_on")
            fields.day("as_of")
            fields.look_at_today()
