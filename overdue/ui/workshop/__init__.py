"""The workshop: a plan for the facilitator, a room for the phones, one question at a time on the screen."""

from __future__ import annotations

import streamlit as st

from overdue.rooms import tidy_code
from overdue.ui import fields, parts, state
from overdue.ui.workshop import hall, phone, plan


def page() -> None:
    """Draw the page: a phone that came with a room's code sees the question, everybody else the plan."""
    w, code = state.reader(), state.own("room")
    who = hall.token()
    if code and not state.staged():
        fields.guarded(lambda: _room(code, who))
        return
    if state.staged():
        fields.guarded(lambda: hall.stage(who))
        return
    parts.opening("workshop")
    plan.draw(who)
    st.caption(w("workshop.keeps"))


def _room(code: str, who: str | None) -> None:
    found = hall.rooms().find(tidy_code(code))
    if who is not None and found.owner == who:
        parts.opening("workshop")
        plan.draw(who)
    else:
        phone.draw(found.code, who)
