"""What happens when, a part an occasion: the person's own days, a call, papers of a court, the crime line, help."""

from __future__ import annotations

import streamlit as st

from overdue.ui import fields, parts, state
from overdue.ui.timeline import calls, court, crime, help, plan

PARTS = {"plan": plan, "calls": calls, "court": court, "crime": crime, "help": help}
ASKED = {name: part for part, room in PARTS.items() for name in room.QUESTIONS}


def page() -> None:
    """Draw the part asked for; the others are doors below it."""
    w, shown = state.reader(), part()
    st.title(w(f"timeline.part.{shown}"), anchor=False)
    fields.guarded(PARTS[shown].page)
    st.markdown(f"**{w('common.onward')}**")
    for name in PARTS:
        if name != shown:
            parts.door("timeline", label=w(f"timeline.part.{name}"), part=name)
    parts.door("negotiate")


def part() -> str:
    """Which part is shown: the one the address names, else that of the question it opens, else the own days."""
    named = state.own("part") or ASKED.get(state.own(state.OPEN), "")
    return named if named in PARTS else "plan"
