"""The page on what happens when: the first step, the person's own days, calls, the court, the crime line, help."""

from __future__ import annotations

import streamlit as st

from overdue.ui import fields, parts, state
from overdue.ui.timeline import calls, court, crime, help, plan, start

PARTS = {"plan": plan.page, "calls": calls.page, "court": court.page, "crime": crime.page, "help": help.page}


def page() -> None:
    """Draw the page."""
    w = state.reader()
    parts.opening("timeline")
    start.draw()
    st.session_state["part"] = part()
    st.segmented_control(
        w("timeline.part.choose"),
        list(PARTS),
        format_func=lambda code: w(f"timeline.part.{code}"),
        key="part",
        required=True,
        on_change=lambda: state.set_own("part", st.session_state["part"]),
    )
    fields.guarded(PARTS[part()])
    parts.onward("negotiate", "credit", "claims")


def part() -> str:
    """Which part is open: the one the address names, else the person's own days."""
    asked = state.own("part")
    return asked if asked in PARTS else "plan"
