"""Payments of the case or of a further debt, made or to come: listed, added, taken away."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from overdue.model import Payment
from overdue.ui import state
from overdue.ui.fields.figures import problem
from overdue.ui.fields.maker import a_day, kept_day, told


def payments(
    name: str = "paid", of: str = "", held: tuple[Payment, ...] | None = None, put: Callable[[str], None] | None = None
) -> None:
    """Ask for the payments under a key of the case, one at a time; each one listed can be taken away again.

    Those of a further debt are ``held`` under keys that begin with ``of``, and taken by ``put``.
    """
    w, case = state.reader(), state.case()
    there: tuple[Payment, ...] = getattr(case, name) if held is None else held
    take = partial(state.change, name) if put is None else put
    if w.has(f"fields.{name}.ask"):
        st.markdown(w(f"fields.{name}.ask"))
    for number_, payment in enumerate(there):
        left, right = st.columns([3, 1], vertical_alignment="center")
        left.markdown(w(f"fields.{name}.row", day=payment.paid_on, amount=w.yuan(payment.amount)))
        key = f"{of}{name}_remove_{number_}"
        right.button(w("fields.paid.remove"), key=key, on_click=_drop_payment, args=(there, number_, take))
    left, right = st.columns(2)
    with left:
        a_day(w(f"fields.{name}.day"), f"{of}{name}_day", case.as_of, ahead=name == "helps")
    help_ = w(f"fields.{name}.help")
    right.number_input(w(f"fields.{name}.amount"), value=None, key=f"{of}{name}_amount", format="%.2f", help=help_)
    st.button(w(f"fields.{name}.add"), key=f"{of}{name}_add", on_click=_add_payment, args=(of + name, there, take))
    if of:
        told(f"{of}{name}")
    else:
        problem(name)


def _add_payment(name: str, there: tuple[Payment, ...], take: Callable[[str], None]) -> None:
    s = st.session_state
    listed = "".join(f"{p.paid_on:%Y%m%d}:{p.amount}~" for p in there)
    day = None if state.refused(f"{name}_day") else kept_day(f"{name}_day", state.case().as_of)
    take(f"{listed}{'' if day is None else f'{day:%Y%m%d}'}:{state.raw(s[f'{name}_amount'])}")


def _drop_payment(there: tuple[Payment, ...], number_: int, take: Callable[[str], None]) -> None:
    kept = [p for place, p in enumerate(there) if place != number_]
    take("~".join(f"{p.paid_on:%Y%m%d}:{p.amount}" for p in kept))
