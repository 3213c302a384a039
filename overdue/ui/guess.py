"""Guess first: a question before the answer is drawn, then both side by side; one tap skips it.

Off unless the address says ``guess``. A guess stays in the visit and is no figure of the case.
"""

from decimal import Decimal

import streamlit as st

from overdue.ui import fields, state

MOST = 10**8


def first(page: str, start: Decimal | int) -> bool:
    """Ask ``<page>.guess.ask`` while nothing was guessed; True once the answer may be drawn."""
    if not state.own("guess") or f"guess_{page}" in st.session_state:
        return True
    w = state.reader()
    with st.container(key="guess"):
        st.markdown(f"**{w(f'{page}.guess.ask')}**")
        fields.count(w(f"{page}.guess.label"), _key(page), 0, MOST, value=int(start))
        with st.container(horizontal=True):
            st.button(w("move.guess.show"), key="guess_show", on_click=_take, args=(page,))
            st.button(w("move.guess.skip"), key="guess_skip", on_click=_skip, args=(page,))
    return False


def _key(page: str) -> str:
    return f"guessed_{page}"


def _take(page: str) -> None:
    """Take what the field holds; nothing, or what was refused, stays beside its sentence."""
    text = state.raw(st.session_state[_key(page)])
    if text and state.refused(_key(page)) is None:
        st.session_state[f"guess_{page}"] = Decimal(text)


def _skip(page: str) -> None:
    st.session_state[f"guess_{page}"] = None


def given(page: str) -> Decimal | None:
    """What was guessed on a page; None where nothing was, or it was skipped."""
    held: Decimal | None = st.session_state.get(f"guess_{page}")
    return held
