"""The page on negotiating: write, call, prepare, sign, keep a log."""

import streamlit as st

from overdue.ui import fields, parts, state
from overdue.ui.negotiate import call, log, paper, prepare, write

PARTS = {"prepare": prepare, "call": call, "paper": paper, "write": write, "log": log}


def page() -> None:
    """Draw the page: what to do first, and the part asked for."""
    w, shown = state.reader(), parts.room(PARTS, "talk")
    parts.opening("negotiate", w("home.door.letter.title") if shown == "write" else "")  # the words of its door
    st.session_state["talk"] = shown
    st.segmented_control(
        w("negotiate.part.choose"),
        list(PARTS),
        format_func=lambda code: w(f"negotiate.part.{code}"),
        key="talk",
        required=True,
        on_change=lambda: state.set_own("talk", st.session_state["talk"]),
        label_visibility="collapsed",
    )
    fields.guarded(PARTS[shown].page)
    parts.onward("timeline", "proposals", "claims")
