"""Whom to call, calm words, and the line of help that other pages show."""

from __future__ import annotations

import streamlit as st

from overdue.law import LAW
from overdue.milestones import hotlines
from overdue.tables import timeline as tables
from overdue.ui import parts, state

UNVERIFIED = ("hotline_pboc",)
CALM = ("one", "two", "three", "four", "five")


def line() -> None:
    """Two sentences for wherever pressure is spoken of: it is no crime, and whom to call when it is hard to bear."""
    w = state.reader()
    with st.container(key="help_line"):
        st.caption(w.together([w("help.not_a_crime"), w("help.reach", **parts.facts())]))


def page() -> None:
    """Draw this part."""
    w = state.reader()
    st.header(w("help.calm.title"), anchor=False)
    st.markdown("\n\n".join(w(f"help.calm.{name}", **parts.facts()) for name in CALM))
    st.header(w("timeline.part.help"), anchor=False)
    st.markdown(w("help.lead", **parts.facts()))
    lines = hotlines(state.today())
    parts.entries(tables.hotlines_table(lines, w))
    st.markdown("\n\n".join(w(f"help.{name}", **parts.facts()) for name in ("lender", "no_promise")))
    for name in UNVERIFIED:
        assumed = LAW.assumptions[name]
        st.caption(w("help.unverified", says=assumed.says, why=assumed.why))
    parts.cite([line.citation for line in lines])
