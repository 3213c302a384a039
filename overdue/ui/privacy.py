"""The page on what is kept, what a link holds, and how to clear everything."""

from __future__ import annotations

import streamlit as st

from overdue.ui import parts, state

SECTIONS = ("kept", "link", "cloud", "paper", "clear")


def page() -> None:
    """Draw the page."""
    w = state.reader()
    parts.opening("privacy")
    for section in SECTIONS:
        st.header(w(f"privacy.{section}.title"), anchor=section)
        st.markdown(w(f"privacy.{section}.text"))
