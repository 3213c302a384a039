"""One's own day of paying: it alone says when the record is clean, so nothing else is asked for."""

from datetime import date, timedelta
from functools import partial

import streamlit as st

from overdue.casefile import FIELDS
from overdue.credit import retention
from overdue.tables import keeping, paying
from overdue.ui import fields, mover, parts, state
from overdue.ui.credit import choices


def ask() -> None:
    """The day a person pays or has paid, as buttons and as a field. Taking one leaves an example."""
    w, today = state.reader(), state.today()
    st.markdown(w("credit.own.ask"))
    with st.container(key="own_days", horizontal=True, gap="small"):
        for days in paying.QUICK:
            label = w("move.plus", days=days) if days else w("credit.own.today")
            day = today + timedelta(days=days)
            st.button(label, key=f"own_{days}", on_click=_take, args=(day.isoformat(),))
    case = state.case()
    held = None if state.account().is_example else case.paid_off_on or case.pay_on
    fields.ask("own_day", FIELDS["pay_on"], w("credit.own.day"), held, _take)


def _take(text: str) -> None:
    """A day that is over is the one on which it was paid off."""
    if not text:
        state.change("pay_on", "")
        state.change("paid_off_on", "")
        return
    if state.account().is_example:
        state.own_case()
    over = date.fromisoformat(text) < state.case().as_of
    state.take("paid_off_on", text if over else "")
    state.take("pay_on", "" if over else text)
    state.accept("own_day")


def alone() -> None:
    """The answer for that day, without a debt, below the day as it was asked for."""
    w, case = state.reader(), state.case()
    ask()
    if case.paid_off_on is not None:
        fields.guarded(partial(_paid, case.paid_off_on))
        return
    chosen: date = case.pay_on or case.as_of
    days = paying.stops(case.as_of, chosen, keeping.AHEAD)
    choices.others(known=False)
    parts.answer(w("credit.label.unpaid"), "", "")
    made = partial(keeping.alone, case.as_of, days, w, quick=False)
    mover.draw("pay_on", ("payoff", case.as_of, days), chosen.isoformat(), made)
    st.caption(w("credit.own.only"))


def _paid(day: date) -> None:
    w, held = state.reader(), retention(day)
    if held.removed_from is None:
        return
    phase = "over" if held.over(state.case().as_of) else "waiting"
    says = w(f"credit.headline.{phase}", paid_off_on=day, last_day=held.last_day, removed_from=held.removed_from)
    parts.answer(w(f"credit.label.{phase}"), w.day(held.removed_from), says)
