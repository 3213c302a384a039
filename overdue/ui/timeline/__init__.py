"""What happens when, a part an occasion: the person's own days, a call, papers of a court, the crime line, help."""

import streamlit as st

from overdue.ui import fields, parts, state
from overdue.ui.timeline import calls, court, crime, help, plan

PARTS = {"plan": plan, "calls": calls, "court": court, "crime": crime, "help": help}


def page() -> None:
    """Draw the part asked for; the others are doors below it."""
    w, shown = state.reader(), parts.room(PARTS, "part")
    st.title(w(f"timeline.part.{shown}"), anchor=False)
    fields.guarded(PARTS[shown].page)
    if state.staged():
        return
    with st.container(gap=None):
        st.markdown(f"**{w('common.onward')}**")
        for name in PARTS:
            if name != shown:
                parts.door("timeline", label=w(f"timeline.part.{name}"), part=name)
        parts.door("negotiate")
