"""Whom to call, and calm words."""

from __future__ import annotations

import streamlit as st

from overdue.law import LAW
from overdue.milestones import hotlines
from overdue.tables import timeline as tables
from overdue.ui import parts, state
from overdue.ui.timeline.start import facts

UNVERIFIED = ("hotline_legal_aid", "hotline_pboc")
CALM = ("one", "two", "three", "four", "five")


def page() -> None:
    """Draw this part."""
    w = state.reader()
    st.header(w("help.calm.title"), anchor=False)
    st.markdown("\n\n".join(w(f"help.calm.{name}", **facts()) for name in CALM))
    st.header(w("timeline.part.help"), anchor=False)
    st.markdown(w("help.lead"))
    lines = hotlines(state.today())
    parts.entries(tables.hotlines_table(lines, w))
    st.markdown("\n\n".join(w(f"help.{name}") for name in ("lender", "no_promise")))
    for name in UNVERIFIED:
        assumed = LAW.assumptions[name]
        st.caption(w("help.unverified", says=assumed.says, why=assumed.why))
    parts.cite([line.citation for line in lines])
