"""The plan for the facilitator: who the lesson is about, its steps in order, and the room."""

from __future__ import annotations

from functools import partial

import streamlit as st

from overdue import lesson
from overdue.lesson import FORMS, Form, Step
from overdue.ui import parts, state
from overdue.ui.workshop import hall


def draw(who: str | None) -> None:
    """Draw the plan."""
    w = state.reader()
    st.caption(w("workshop.who"))
    with st.container(horizontal=True, key="stories"):
        for code in state.story_codes():
            chosen = state.case().story == code
            name = w(f"home.name.{code}")
            st.button(f"**{name}**" if chosen else name, key=f"story_{code}", on_click=state.take_story, args=(code,))
    form: Form = st.segmented_control(
        w("workshop.form"),
        list(FORMS),
        default=FORMS[0],
        format_func=lambda name: w(f"workshop.forms.{name}"),
        key="lesson_form",
        required=True,
        persist_state="session",
    )
    _room(who)
    steps = lesson.lesson(form)
    with st.container(gap=None):
        for number, step in enumerate(steps, 1):
            label = w(
                "workshop.line", number=number, name=w(f"workshop.step.{step.id}.name"), minutes=step.minutes[form]
            )
            parts.question("workshop", f"step_{step.id}", partial(_step, step), label=label)
    st.caption(w("workshop.light"))


def _room(who: str | None) -> None:
    """The room: opened here, its code and QR shown, ended here."""
    w, room = state.reader(), hall.held(who)
    if room is None:
        st.button(w("workshop.open_room"), key="open_room", disabled=who is None, on_click=hall.open_room, args=(who,))
        return
    hall.code(room, 160)
    st.button(w("workshop.end_room"), key="end_room", on_click=hall.rooms().end, args=(room.code, room.owner))


def _step(step: Step) -> None:
    """What to ask, what to show, what to say, and the mistake most people make, with its rule."""
    w, facts = state.reader(), hall.facts()
    for name in ("ask", "show", "say", "mistake"):
        st.markdown(f"**{w(f'workshop.field.{name}')}** {w(f'workshop.step.{step.id}.{name}', **facts)}")
    with st.container(horizontal=True):
        parts.door("workshop", label=w("workshop.guess"), stage="1", step=step.id)
        parts.door(step.page, label=w("workshop.picture"), width="content", stage="1", step=step.id, **step.own)
