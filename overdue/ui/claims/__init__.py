"""The page that sets claims beside the rule: cards, a quiz, disagreements, the red-flag reader, the articles."""

from __future__ import annotations

import streamlit as st

from overdue.ui import fields, parts, state
from overdue.ui.claims import articles, bands, cards, quiz, reader

VIEWS = {
    "cards": cards.page,
    "quiz": quiz.page,
    "bands": bands.page,
    "reader": reader.page,
    "articles": articles.page,
}


def page() -> None:
    """Draw the page."""
    w = state.reader()
    parts.opening("claims")
    st.session_state["view"] = view()
    st.segmented_control(
        w("claims.view.label"),
        list(VIEWS),
        format_func=lambda code: w(f"claims.view.{code}"),
        key="view",
        required=True,
        label_visibility="collapsed",
        on_change=lambda: look_at(st.session_state["view"]),
    )
    fields.guarded(VIEWS[view()])
    parts.onward("timeline", "negotiate", "sources")


def view() -> str:
    """Which part of the page is open: the one the address names, else what the other keys ask for."""
    asked = state.own("view")
    if asked in VIEWS:
        return asked
    return "quiz" if state.own("quiz") and not state.own("card") else "cards"


def look_at(code: str) -> None:
    """Open a part of the page; a card or a quiz that was open is left."""
    for name in ("card", "quiz"):
        state.set_own(name, "")
    state.set_own("view", code)
