"""One's own day of paying: it alone says when the record is clean, so nothing else is asked for."""

from datetime import date, timedelta
from functools import partial

import streamlit as st

from overdue.casefile import FIELDS
from overdue.tables import keeping, paying
from overdue.ui import fields, mover, parts, state


def ask() -> None:
    """Before an example: the day a person would pay, as buttons and as a field. Taking one leaves the example."""
    w, today = state.reader(), state.today()
    st.markdown(w("credit.own.ask"))
    with st.container(key="own_days", horizontal=True, gap="small"):
        for days in paying.QUICK:
            label = w("move.plus", days=days) if days else w("credit.own.today")
            day = today + timedelta(days=days)
            st.button(label, key=f"own_{days}", on_click=_take, args=(day.isoformat(),))
    fields.ask("own_day", FIELDS["pay_on"], w("credit.own.day"), None, _take)


def _take(text: str) -> None:
    if text:
        state.own_case()
        state.take("pay_on", text)


def alone() -> None:
    """The answer for that day, without a debt."""
    w, case = state.reader(), state.case()
    chosen: date = case.pay_on or case.as_of
    days = paying.stops(case.as_of, chosen, keeping.AHEAD)
    parts.answer(w("credit.label.unpaid"), "", "")
    mover.draw("pay_on", ("payoff", case.as_of, days), chosen.isoformat(), partial(keeping.alone, case.as_of, days, w))
    fields.ask("pay_on", FIELDS["pay_on"], w("credit.own.day"), case.pay_on, partial(state.take, "pay_on"))
    st.caption(w("credit.own.only"))
