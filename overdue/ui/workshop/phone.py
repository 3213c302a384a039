"""A phone in a room: the question, one guess that may be changed, and the counts once it is closed."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from overdue.casefile.fields import number as checked
from overdue.casefile.keys import Field
from overdue.model import OverdueError
from overdue.rooms import Question, Room
from overdue.ui import fields, state
from overdue.ui.workshop import hall

NUMBER = Field("money", high=Decimal(10**8))


def draw(code: str, who: str | None) -> None:
    """Draw the room as a phone sees it."""
    w = state.reader()
    st.title(w("workshop.room", code=code), anchor=False)
    if who is None:
        st.markdown(w("workshop.coming"))
        return
    _live(code, who)


@st.fragment(run_every=hall.EVERY)
def _live(code: str, who: str) -> None:
    """What the room asks now; it looks again by itself, and says so where the room is over."""
    try:
        room = hall.rooms().find(code)
    except OverdueError as error:
        st.markdown(fields.sentence(error))
        return
    w, asked = state.reader(), room.question
    if asked is None:
        st.markdown(w("workshop.wait"))
        return
    st.header(w(f"workshop.step.{asked.name}.ask", **_facts(room)), anchor=False)
    _guess(room, asked, who)
    given = room.guess_of(who)
    if given is not None:
        said = w(f"workshop.option.{given}") if asked.kind == "choice" else given
        st.markdown(w("workshop.given", given=said))


def _guess(room: Room, asked: Question, who: str) -> None:
    w, key = state.reader(), f"guess_{room.code}_{asked.name}"
    if asked.kind == "choice":
        for option in asked.options:
            name = w(f"workshop.option.{option}")
            st.button(name, key=f"{key}_{option}", width="stretch", on_click=_take, args=(room.code, who, option, key))
    else:
        st.number_input(
            w("workshop.number"), value=None, key=key, format="%g", on_change=_typed, args=(room.code, who, key)
        )
    refused = state.refused(key)
    if refused is not None:
        st.warning(fields.sentence(refused[1]))


def _typed(code: str, who: str, key: str) -> None:
    """Take a number that was typed; what cannot be is said beside the field."""
    text = state.raw(st.session_state[key])
    if not text:
        return
    try:
        checked(text, NUMBER)
    except OverdueError as error:
        state.refuse(key, text, error)
        return
    _take(code, who, text, key)


def _take(code: str, who: str, given: str, key: str) -> None:
    try:
        hall.rooms().guess(code, who, given)
    except OverdueError as error:
        state.refuse(key, given, error)
    else:
        state.accept(key)


def _facts(room: Room) -> dict[str, str]:
    """The person the question is about, by the room's own story."""
    w = state.reader()
    account = hall.account_of(room)
    name = w(f"home.name.{room.story}") if room.story else w("workshop.somebody")
    return {"name": name, "total": "" if account is None else w.yuan(account.ledger.total)}
