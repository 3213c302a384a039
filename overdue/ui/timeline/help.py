"""Whom to call, calm words, and the line of help that other pages show."""

import streamlit as st

from overdue.law import LAW
from overdue.milestones import hotlines
from overdue.tables import timeline as tables
from overdue.ui import parts, state

UNVERIFIED = ("hotline_pboc",)
CALM = ("one", "two", "three", "four")
DIAL = ("support", "police", "ambulance")
LINES = ("regulator", "courts", "government")
QUESTIONS = ("lines",)


def line() -> None:
    """At the foot of every page: it is no crime, and the numbers to tap when it is hard to bear."""
    w = state.reader()
    with st.container(key="help_line", gap=None):
        st.caption(w("help.not_a_crime"))
        st.html(w("home.lines", **parts.facts()))


def dial(key: str, *names: str) -> None:
    """Numbers to tap, in a row; nothing where there are none."""
    w, facts = state.reader(), parts.facts()
    if not names:
        return
    with st.container(horizontal=True, key=key):
        for name in names:
            st.link_button(w("help.dial", number=facts[name]), f"tel:{facts[name]}")


def page() -> None:
    """Draw this part: the number that listens, calm words, then everybody else who can be called."""
    w, facts = state.reader(), parts.facts()
    number = facts["support"]
    parts.answer(w("help.listens"), number, w("help.calm.five", **facts), of_case=False)
    dial("dial", *DIAL)
    st.markdown("\n\n".join(w(f"help.calm.{name}", **facts) for name in CALM))
    parts.questions("timeline", {"lines": _lines})


def _lines() -> None:
    w = state.reader()
    lines = hotlines(state.today())
    st.markdown(w("help.lead", **parts.facts()))
    dial("dial_lines", *LINES)
    parts.entries(tables.hotlines_table(lines, w))
    st.markdown("\n\n".join(w(f"help.{name}", **parts.facts()) for name in ("lender", "no_promise")))
    for name in UNVERIFIED:
        assumed = LAW.assumptions[name]
        st.caption(w("help.unverified", says=assumed.says, why=assumed.why))
    parts.cite([line.citation for line in lines])
