"""Widgets of the case: each shows one figure, and keeps what was typed beside the sentence that refuses it.

Labels, helps and choices come from ``words/fields.toml`` by the key of the figure.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

import streamlit as st

from overdue.casefile import FIELDS, UNKNOWN, Value
from overdue.casefile.keys import FIRST_DAY, LAST_DAY
from overdue.model import OverdueError
from overdue.ui import state

T = TypeVar("T")


def _label(name: str) -> dict[str, object]:
    w = state.reader()
    asked = {"label": w(f"fields.{name}.label"), "key": name, "on_change": state.put, "args": (name,)}
    return asked | ({"help": w(f"fields.{name}.help")} if w.has(f"fields.{name}.help") else {})


def _held(name: str) -> Value:
    """What the widget shows: the draft if the last entry was refused, else the case."""
    draft = st.session_state.drafts.get(name)
    if draft is None:
        value: Value = getattr(state.case(), name)
        return value
    return _loose(name, draft)


def _loose(name: str, draft: str) -> Value:
    if not draft:
        return None
    if FIELDS[name].kind == "day":
        return date.fromisoformat(draft)
    return Decimal(draft) if FIELDS[name].kind in ("money", "percent", "count") else draft


def problem(name: str) -> None:
    """The sentence beside a field whose entry was refused, or a remark worth reading."""
    error = st.session_state.get("problem", {}).get(name)
    if error is not None:
        with st.container(key=f"problem_{name}"):
            st.warning(sentence(error))
    elif (remark := state.case().remarks().get(name)) is not None:
        with st.container(key=f"remark_{name}"):
            st.info(state.reader()(f"fields.{name}.remark_{remark}"))


def sentence(error: OverdueError) -> str:
    """An error in the reader's words."""
    return state.reader().error(error)


def number(name: str, step: float | None = None, places: int = 2) -> None:
    """Ask for an amount, a percentage or a count; empty is an answer.

    A count is a decimal field too: one of whole numbers would quietly cut 2.5 to 2.
    """
    held = _held(name)
    whole = FIELDS[name].kind == "count"
    st.session_state[name] = None if held is None else float(str(held))
    shape = {"step": 1.0, "format": "%g"} if whole else {"step": step, "format": f"%.{places}f"}
    st.number_input(value=None, **shape, **_label(name))  # type: ignore[call-overload]
    problem(name)


def day(name: str) -> None:
    """Ask for a day; optional days may stay empty."""
    st.session_state[name] = _held(name)
    st.date_input(value=None, min_value=FIRST_DAY, max_value=LAST_DAY, format="YYYY-MM-DD", **_label(name))  # type: ignore[call-overload]
    problem(name)


def choice(name: str, options: tuple[str, ...] | None = None, across: bool = False) -> None:
    """Ask for one of the codes of a key; ``don't know`` is among them where the key allows it."""
    w, field = state.reader(), FIELDS[name]
    codes = list(options or field.choices) + ([UNKNOWN] if field.unknown else [])
    held = _held(name)
    st.session_state[name] = UNKNOWN if held is None else str(held)

    def show(code: str) -> str:
        return w("fields.unknown") if code == UNKNOWN else w(f"fields.{name}.{code}")

    if across:
        st.segmented_control(options=codes, format_func=show, required=True, **_label(name))  # type: ignore[call-overload]
    else:
        st.selectbox(options=codes, format_func=show, **_label(name))  # type: ignore[call-overload]
    problem(name)


def grid(*asks: tuple[Any, ...]) -> None:
    """Fields two in a row, in reading order also where a row is stacked; each is (asking function, name, …)."""
    for first in range(0, len(asks), 2):
        for place, (ask, *given) in zip(
            st.columns(2, vertical_alignment="bottom"), asks[first : first + 2], strict=False
        ):
            with place:
                ask(*given)


def payments() -> None:
    """Ask for part payments already made, one at a time; each one listed can be taken away again."""
    w, case = state.reader(), state.case()
    for number_, payment in enumerate(case.paid):
        left, right = st.columns([3, 1], vertical_alignment="center")
        left.markdown(w("fields.paid.row", day=payment.paid_on, amount=w.yuan(payment.amount)))
        right.button(w("fields.paid.remove"), key=f"paid_remove_{number_}", on_click=_drop_payment, args=(number_,))
    left, right = st.columns(2)
    left.date_input(
        w("fields.paid.day"),
        value=case.as_of,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        key="paid_day",
        format="YYYY-MM-DD",
    )
    right.number_input(w("fields.paid.amount"), value=None, key="paid_amount", format="%.2f")
    st.button(w("fields.paid.add"), key="paid_add", on_click=_add_payment)
    problem("paid")


def _add_payment() -> None:
    s, case = st.session_state, state.case()
    listed = "".join(f"{p.paid_on:%Y%m%d}:{p.amount}~" for p in case.paid)
    state.change("paid", f"{listed}{s.paid_day:%Y%m%d}:{state.raw(s.paid_amount)}")
    s.drafts.pop("paid", None)


def _drop_payment(number_: int) -> None:
    kept = [p for place, p in enumerate(state.case().paid) if place != number_]
    state.change("paid", "~".join(f"{p.paid_on:%Y%m%d}:{p.amount}" for p in kept))


def look_at_today() -> None:
    """Move the day looked at to today, if it is another."""
    w, now = state.reader(), state.today()
    if state.case().as_of != now:
        st.button(
            w("fields.as_of.today", day=now),
            key="look_at_today",
            on_click=state.change,
            args=("as_of", now.isoformat()),
        )


def beside(ask: Callable[[], None], answer: Callable[[], T]) -> T | None:
    """Questions to the right of their answer; on a phone the answer comes first. What follows stands below both."""
    left, right = st.columns([3, 2], gap="large")
    with right:
        ask()
    with left:
        return guarded(answer)


def guarded(draw: Callable[[], T]) -> T | None:
    """Draw a block; a question that cannot be answered becomes a sentence in its place."""
    try:
        return draw()
    except OverdueError as error:
        st.warning(sentence(error))
        return None
