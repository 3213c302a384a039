"""Whom to call, and calm words."""

import streamlit as st

from overdue.law import LAW
from overdue.milestones import hotlines
from overdue.tables import timeline as tables
from overdue.ui import helpline, parts, state

UNVERIFIED = ("hotline_pboc",)
CALM = ("one", "two", "three", "four")
DIAL = ("support", "police", "ambulance")
LINES = ("regulator", "courts", "government")
QUESTIONS = ("lines",)


def page() -> None:
    """Draw this part: the number that listens, calm words, then everybody else who can be called."""
    w, facts = state.reader(), parts.facts()
    number = facts["support"]
    parts.answer(w("help.listens"), number, w("help.calm.five", **facts), of_case=False)
    helpline.dial("dial", *DIAL)
    st.markdown("\n\n".join(w(f"help.calm.{name}", **facts) for name in CALM))
    parts.questions("timeline", {"lines": _lines})


def _lines() -> None:
    w = state.reader()
    lines = hotlines(state.today())
    st.markdown(w("help.lead", **parts.facts()))
    helpline.dial("dial_lines", *LINES)
    parts.entries(tables.hotlines_table(lines, w))
    st.markdown("\n\n".join(w(f"help.{name}", **parts.facts()) for name in ("lender", "no_promise")))
    for name in UNVERIFIED:
        assumed = LAW.assumptions[name]
        st.caption(w("help.unverified", says=assumed.says, why=assumed.why))
    parts.cite([line.citation for line in lines])
