"""A button that copies a text; where the browser has no clipboard the text is selected for the person."""

from pathlib import Path

import streamlit as st

from overdue.ui import state

HERE = Path(__file__).parent
HTML = '<button type="button"></button><span role="status"></span><textarea readonly rows="6" hidden></textarea>'


def _own(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


_component = st.components.v2.component("copier", html=HTML, css=_own("copier.css"), js=_own("copier.js"))


def draw(text: str, key: str, label: str | None = None, large: bool = False) -> None:
    """Draw the button; ``text`` is set as text and never as markup, and goes nowhere but to the clipboard.

    ``large``: the one thing to tap where it stands.
    """
    w = state.reader()
    said = {"label": label or w("common.copy_all"), "done": w("common.copied"), "select": w("common.copy_selected")}
    _component(key=key, data={"text": text, "large": large, **said})
