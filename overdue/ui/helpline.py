"""Numbers to call, to be tapped wherever somebody may need one."""

import streamlit as st

from overdue.ui import parts, state


def line() -> None:
    """At the foot of every page: it is no crime, and the numbers to tap when it is hard to bear, or about the debt."""
    w, facts = state.reader(), parts.facts()
    with st.container(key="help_line", gap=None):
        st.caption(w("help.not_a_crime"))
        st.html("<br>".join(w(key, **facts) for key in ("home.lines", "help.about_it")))


def dial(key: str, *names: str) -> None:
    """Numbers to tap, in a row; nothing where there are none."""
    w, facts = state.reader(), parts.facts()
    if not names:
        return
    with st.container(horizontal=True, key=key):
        for name in names:
            st.link_button(w("help.dial", number=facts[name]), f"tel:{facts[name]}")
