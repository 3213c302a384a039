"""The page on what is kept, what a link holds, and how to clear everything."""

from functools import partial

import streamlit as st

from overdue.ui import parts, state

SECTIONS = ("kept", "browser", "link", "cloud", "paper", "clear")


def page() -> None:
    """Draw the page."""
    parts.opening("privacy")
    parts.questions("privacy", {name: partial(_say, name) for name in SECTIONS})


def _say(name: str) -> None:
    st.markdown(state.reader()(f"privacy.{name}.text"))
