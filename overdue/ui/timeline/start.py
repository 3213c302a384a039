"""Where to begin: the reason, its first steps, and a kind word where this tool ends."""

import streamlit as st

from overdue.milestones import Cause, Outside, first_steps
from overdue.tables import timeline as tables
from overdue.ui import parts, state


def draw() -> None:
    """Ask for the reason and show its steps, the first one first."""
    w, held = state.reader(), parts.facts()
    st.pills(
        w("timeline.cause.ask"),
        [str(code) for code in Cause],
        format_func=lambda code: w(f"timeline.cause.{code}.label"),
        key="cause",
        persist_state="session",
        label_visibility="collapsed",
    )
    account = state.account()
    chosen = state.cause() or (Cause.NOT_YET if not account.missing and not account.overdue_since else None)
    if chosen is None:
        return
    steps = first_steps(chosen)
    st.markdown("\n".join(f"{n}. {w(f'timeline.{step.key}', **held)}" for n, step in enumerate(steps, 1)))
    rules = tuple(dict.fromkeys(c for step in steps for c in step.citations))
    st.caption(w("timeline.basis_line", rules=tables.basis(rules, w)))


def outside() -> None:
    """Screen out kindly: what this tool cannot do, and where to go."""
    w, held = state.reader(), parts.facts()
    chosen = st.radio(
        w("help.outside.ask"),
        ["none", *(str(code) for code in Outside)],
        format_func=lambda code: w("help.outside.none" if code == "none" else f"help.outside.{code}.label"),
        key="outside",
        persist_state="session",
    )
    if chosen != "none":
        st.markdown(w(f"help.outside.{chosen}.says", **held))
