"""Guess first: a question before the answer is drawn, then both side by side; one tap skips it.

Off unless the address says ``guess``. A guess stays in the visit and is no figure of the case.
"""

from __future__ import annotations

import streamlit as st

from overdue.ui import state

MOST = 10**8


def first(page: str, start: float) -> bool:
    """Ask ``<page>.guess.ask`` while nothing was guessed; True once the answer may be drawn."""
    if not state.own("guess") or f"guess_{page}" in st.session_state:
        return True
    w = state.reader()
    with st.container(key="guess"):
        st.markdown(f"**{w(f'{page}.guess.ask')}**")
        st.number_input(w(f"{page}.guess.label"), 0.0, float(MOST), float(start), 1.0, format="%g", key="guessed")
        with st.container(horizontal=True):
            st.button(w("move.guess.show"), key="guess_show", on_click=_take, args=(page,))
            st.button(w("move.guess.skip"), key="guess_skip", on_click=_take, args=(page, True))
    return False


def _take(page: str, skipped: bool = False) -> None:
    st.session_state[f"guess_{page}"] = None if skipped else st.session_state["guessed"]


def given(page: str) -> float | None:
    """What was guessed on a page; None where nothing was, or it was skipped."""
    held: float | None = st.session_state.get(f"guess_{page}")
    return held
