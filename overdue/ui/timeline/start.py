"""Where to begin: the reason, its first step, and a kind word where this tool ends."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from overdue.milestones import Cause, Outside, first_steps
from overdue.tables import timeline as tables
from overdue.ui import state


def facts() -> Mapping[str, str]:
    """The numbers of law that sentences name: those in force on the day looked at, else today's."""
    return tables.facts(state.reader(), state.today(), state.case().as_of)


def cause() -> Cause | None:
    """The reason chosen in this visit; None before that."""
    held = st.session_state.get("cause")
    return Cause(held) if held in list(Cause) else None


def draw() -> None:
    """Ask for the reason and show its first step; the others behind it."""
    w = state.reader()
    with st.container(key="start", border=True):
        st.pills(
            w("timeline.cause.ask"),
            [str(code) for code in Cause],
            format_func=lambda code: w(f"timeline.cause.{code}.label"),
            key="cause",
            persist_state="session",
            help=w("timeline.cause.note"),
        )
        chosen = cause() or (Cause.NOT_YET if not state.account().overdue_since else None)
        if chosen is not None:
            _steps(chosen)
        _outside()


def _steps(chosen: Cause) -> None:
    w, held = state.reader(), facts()
    first, *others = [w(f"timeline.{step.key}", **held) for step in first_steps(chosen)]
    st.markdown(f"**{w('timeline.next_thing')}**  \n{first}")
    with st.expander(w("timeline.all_steps"), key="all_steps"):
        st.markdown("\n".join(f"{place}. {text}" for place, text in enumerate([first, *others], 1)))
        rules = tuple(dict.fromkeys(c for step in first_steps(chosen) for c in step.citations))
        st.caption(w("timeline.basis_line", rules=tables.basis(rules, w)))


def _outside() -> None:
    """Screen out kindly: what this tool cannot do, and where to go."""
    w, held = state.reader(), facts()
    with st.expander(w("help.outside.title"), key="outside_box"):
        chosen = st.radio(
            w("help.outside.ask"),
            ["none", *(str(code) for code in Outside)],
            format_func=lambda code: w("help.outside.none" if code == "none" else f"help.outside.{code}.label"),
            key="outside",
            persist_state="session",
        )
        if chosen != "none":
            st.info(w(f"help.outside.{chosen}.says", **held))
