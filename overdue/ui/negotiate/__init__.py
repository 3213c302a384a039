"""The page on negotiating: write, call, prepare, sign, keep a log."""

from __future__ import annotations

import streamlit as st

from overdue.ui import fields, parts, state
from overdue.ui.negotiate import call, log, paper, prepare, write

PARTS = {"prepare": prepare, "call": call, "paper": paper, "write": write, "log": log}
ASKED = {name: part for part, room in PARTS.items() for name in room.QUESTIONS}


def page() -> None:
    """Draw the page: what to do first, and the part asked for."""
    w = state.reader()
    parts.opening("negotiate")
    st.session_state["talk"] = part()
    st.segmented_control(
        w("negotiate.part.choose"),
        list(PARTS),
        format_func=lambda code: w(f"negotiate.part.{code}"),
        key="talk",
        required=True,
        on_change=lambda: state.set_own("talk", st.session_state["talk"]),
        label_visibility="collapsed",
    )
    fields.guarded(PARTS[part()].page)
    parts.onward("timeline", "proposals", "claims")


def part() -> str:
    """Which part is shown: the one the address names, else that of the question it opens, else the preparation."""
    named = state.own("talk") or ASKED.get(state.own(state.OPEN), "")
    return named if named in PARTS else "prepare"
