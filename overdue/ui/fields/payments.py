"""Payments of the case, made or to come: listed, added, taken away."""

import streamlit as st

from overdue.model import Payment
from overdue.ui import state
from overdue.ui.fields.figures import problem
from overdue.ui.fields.maker import a_day, kept_day


def payments(name: str = "paid") -> None:
    """Ask for the payments under a key of the case, one at a time; each one listed can be taken away again."""
    w, case = state.reader(), state.case()
    if w.has(f"fields.{name}.ask"):
        st.markdown(w(f"fields.{name}.ask"))
    for number_, payment in enumerate(_held(name)):
        left, right = st.columns([3, 1], vertical_alignment="center")
        left.markdown(w(f"fields.{name}.row", day=payment.paid_on, amount=w.yuan(payment.amount)))
        key = f"{name}_remove_{number_}"
        right.button(w("fields.paid.remove"), key=key, on_click=_drop_payment, args=(name, number_))
    left, right = st.columns(2)
    with left:
        a_day(w(f"fields.{name}.day"), f"{name}_day", case.as_of, ahead=name == "helps")
    help_ = w(f"fields.{name}.help")
    right.number_input(w(f"fields.{name}.amount"), value=None, key=f"{name}_amount", format="%.2f", help=help_)
    st.button(w(f"fields.{name}.add"), key=f"{name}_add", on_click=_add_payment, args=(name,))
    problem(name)


def _held(name: str) -> tuple[Payment, ...]:
    held: tuple[Payment, ...] = getattr(state.case(), name)
    return held


def _add_payment(name: str) -> None:
    s = st.session_state
    listed = "".join(f"{p.paid_on:%Y%m%d}:{p.amount}~" for p in _held(name))
    day = None if state.refused(f"{name}_day") else kept_day(f"{name}_day", state.case().as_of)
    state.change(name, f"{listed}{'' if day is None else f'{day:%Y%m%d}'}:{state.raw(s[f'{name}_amount'])}")


def _drop_payment(name: str, number_: int) -> None:
    kept = [p for place, p in enumerate(_held(name)) if place != number_]
    state.change(name, "~".join(f"{p.paid_on:%Y%m%d}:{p.amount}" for p in kept))
