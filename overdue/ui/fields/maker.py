"""Draws a field of any kind for any value, and keeps what is refused."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, Literal

import streamlit as st

from overdue.casefile import UNKNOWN, Value
from overdue.casefile.days import WHICH_DAY, typed_day
from overdue.casefile.fields import number as checked
from overdue.casefile.keys import Field
from overdue.model import OverdueError
from overdue.ui import state
from overdue.words import Lang

AHEAD = ("view", "offer")  # days of these are mostly to come


def ask(
    key: str,
    field: Field,
    label: str,
    held: Value,
    put: Callable[[str], None],
    *,
    help: str | None = None,
    step: float | None = None,
    places: int = 2,
    names: Callable[[str], str] = str,
    across: bool = False,
    usual: date | None = None,
    empty: str | None = None,
) -> None:
    """Ask for one value of a kind; what ``put`` refuses stays as it was typed beside its sentence.

    Money and percents show ``places`` decimals, a count is a decimal field too: one of whole numbers would quietly cut
    2.5 to 2. ``names`` are the labels of a choice. A day is typed as one likes and then stands in its field in words;
    ``usual`` is the one that holds while the field is empty, ``empty`` what an empty number stands for.
    """
    refused = state.refused(key)
    shown = held if refused is None else _loose(field, refused[0])
    asked: dict[str, Any] = {"label": label, "key": key, "help": help, "on_change": _put, "args": (key, field, put)}
    if field.kind == "day":
        _day(shown, usual, asked)
    elif field.kind == "choice":
        _choice(field, shown, names, across, asked)
    else:
        _number(shown, 0 if field.kind == "count" else places, step, empty, asked)
    told(key)
    if refused is not None and refused[1].key == WHICH_DAY:
        _which_day(key, refused[1], put)


def _day(shown: Value, usual: date | None, asked: dict[str, Any]) -> None:
    w = state.reader()
    st.session_state[asked["key"]] = in_words(shown) if isinstance(shown, date) else shown or ""
    hint = w("fields.typed_day.hint") if usual is None else w("fields.typed_day.usual", day=usual)
    st.text_input(type="phone", icon="", autocomplete="off", placeholder=hint, **asked)


def _choice(field: Field, shown: Value, names: Callable[[str], str], across: bool, asked: dict[str, Any]) -> None:
    codes = [*field.choices, *((UNKNOWN,) if field.unknown else ())]
    st.session_state[asked["key"]] = str(shown) if shown is not None else UNKNOWN if field.unknown else None
    if across:
        st.segmented_control(options=codes, format_func=names, required=True, **asked)
    else:
        st.selectbox(options=codes, format_func=names, **asked)


def _number(shown: Value, places: int, step: float | None, empty: str | None, asked: dict[str, Any]) -> None:
    st.session_state[asked["key"]] = None if shown is None else float(str(shown))
    shape = {"step": step, "format": f"%.{places}f"} if places else {"step": 1.0, "format": "%g"}
    st.number_input(value=None, placeholder=empty, **shape, **asked)


def _which_day(key: str, error: OverdueError, put: Callable[[str], None]) -> None:
    """Each day that was read, a tap away."""
    with st.container(key=f"problem_{key}_days", horizontal=True):
        days = error.fields["days"]
        for number, day in enumerate(days if isinstance(days, tuple) else ()):
            st.button(in_words(day), key=f"{key}_{number}", on_click=_try, args=(key, day.isoformat(), put))


def in_words(day: date) -> str:
    """A day as it stands in its field, with its day of the week: how what was typed was read."""
    w = state.reader()
    return w("fields.typed_day.shown", day=day, weekday=w("common.days").split()[day.isoweekday() % 7])


def _put(key: str, field: Field, put: Callable[[str], None]) -> None:
    text = state.raw(st.session_state[key]).strip()
    if field.kind == "day" and text:
        chinese = state.reader().lang is not Lang.EN
        try:
            text = typed_day(text, state.today(), field.group in AHEAD, month_first=chinese).isoformat()
        except OverdueError as error:
            state.refuse(key, text, error)
            return
    _try(key, text, put)


def _try(key: str, text: str, put: Callable[[str], None]) -> None:
    try:
        put(text)
    except OverdueError as error:
        state.refuse(key, text, error)
    else:
        state.accept(key)


def _loose(field: Field, text: str) -> Value:
    """What a refused text looks like in its field."""
    if not text:
        return None
    if field.kind == "day":
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text if field.kind == "choice" else Decimal(text)


def told(key: str) -> None:
    """The sentence beside a field whose entry was refused."""
    refused = state.refused(key)
    if refused is not None:
        with st.container(key=f"problem_{key}"):
            st.warning(sentence(refused[1]))


def sentence(error: OverdueError) -> str:
    """An error in the reader's words."""
    return state.reader().error(error)


def money(label: str, key: str, most: int, least: str = "0", value: Decimal | None = None) -> Decimal | None:
    """Ask for an amount in yuan that only this visit keeps; ``value`` until one is entered."""
    return _visit(label, key, Field("money", Decimal(least), Decimal(most)), value, 100.0)


def count(label: str, key: str, least: int, most: int, value: int | None = None) -> int | None:
    """Ask for a whole number that only this visit keeps; ``value`` until one is entered."""
    found = _visit(label, key, Field("count", Decimal(least), Decimal(most)), value)
    return None if found is None else int(found)


def a_day(label: str, key: str, value: date | None = None, ahead: bool = False) -> date | None:
    """Ask for a day that only this visit keeps; ``value`` until one is entered, None while it is empty or refused.

    ``ahead``: a day typed without its year is one to come.
    """
    ask(key, Field("day", group="view" if ahead else "terms"), label, kept_day(key, value), partial(_enter_day, key))
    return None if state.refused(key) else kept_day(key, value)


def kept_day(key: str, value: date | None = None) -> date | None:
    """What this visit keeps under such a key, also where its field is not drawn."""
    held = state.entered().get(key, value)
    return held if isinstance(held, date) else None


def _enter_day(key: str, text: str) -> None:
    state.enter(key, date.fromisoformat(text) if text else None)


def _visit(
    label: str, key: str, field: Field, value: Decimal | int | None, step: float | None = None
) -> Decimal | None:
    entered = state.entered().get(key, None if value is None else Decimal(value))
    held = entered if isinstance(entered, Decimal) else None
    ask(key, field, label, held, partial(_enter, key, field), step=step)
    return None if state.refused(key) else held


def _enter(key: str, field: Field, text: str) -> None:
    state.enter(key, checked(text, field) if text else None)


def text(label: str, key: str, most: int, area: bool = False, keep: Literal["session"] | None = None) -> str | None:
    """Ask for a text; None while it is longer than ``most`` characters."""
    draw = st.text_area if area else st.text_input
    given = str(draw(label, key=key, persist_state=keep) or "")
    state.accept(key)
    if len(given) <= most:
        return given
    state.refuse(key, given, OverdueError("field.text", given=len(given), most=most))
    told(key)
    return None
