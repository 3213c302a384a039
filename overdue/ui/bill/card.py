"""A credit card paid at the minimum: revolving interest by three ways of counting, and damages."""

import streamlit as st

from overdue.casefile.card_case import card_bill
from overdue.tables import bill as tables
from overdue.ui import fields, parts, state


def draw() -> None:
    """What a card asks, and the interest and damages."""
    w = state.reader()
    st.markdown(w("bill.card.lead"))
    fields.grid(
        (fields.day, "card_posted_on"),
        (fields.day, "card_statement_on"),
        (fields.number, "card_amount", 100.0),
        (fields.number, "card_minimum", 100.0),
        (fields.choice, "card_days"),
    )
    _result()


def _result() -> None:
    w = state.reader()
    bill = card_bill(state.case())
    if bill is None:
        st.markdown(w("bill.card.missing"))
        return
    total = bill.interest[bill.chosen].total
    figures = {"interest": w.yuan(total), "short": w.yuan(bill.short), "damages": w.yuan(bill.damages)}
    st.markdown(f"**{w('bill.card.result', day=bill.statement_on, **figures)}**")
    parts.table(tables.card(bill, w), w("bill.q.card"))
    st.caption(w("bill.card.rate", rate=w.percent(bill.daily_rate)))
    st.caption(w("bill.card.assumed", rate=w.percent(bill.damages_rate)))
    for citation in bill.citations:
        st.caption(parts.cited(citation))
