"""A letter as it leaves: to copy, to save, and to read as it stands."""

import streamlit as st

from overdue.exports.letters import file_name, letter_file
from overdue.model import Text
from overdue.negotiation import Letter, Writer
from overdue.ui import copier, parts, state
from overdue.words import Lang


def take(written: Letter, missing: tuple[str, ...], writer: Writer) -> None:
    """The finished letter to copy and to save; while something that matters is missing, what it is.

    Each button keeps its place throughout, so that nothing moves under a finger.
    """
    w = state.reader()
    if missing:
        names = w.clauses(w(f"letters.lack.{name}") for name in missing)
        with st.container(key="letter_lacks"):
            st.button(w("common.copy_all"), key="letter_waits", disabled=True)
            st.button(w("letters.docx"), key="letter_docx_waits", disabled=True)
            st.markdown(w("letters.lack.says", names=names))
        return
    with st.container(key="letter_take"):
        copier.draw(written.text(Lang.ZH), "letter_copy")
        parts.save(w("letters.docx"), lambda: letter_file(written), file_name(written, w), "letter_docx")
        if not writer.contract:
            st.markdown(w("letters.by_hand"))


def show(written: Letter) -> None:
    """The letter as it leaves, and beside it what only the writer reads; what was typed is text, never markup."""
    w = state.reader()
    st.caption(w.text(Text(zh=written.note.zh, en=written.note.en)))
    with st.container(key="letter", border=True):
        st.text(written.text(Lang.ZH))
    with st.expander(w("letters.reading"), key="letter_reading", type="compact", expanded=w.lang is Lang.EN):
        st.text(written.text(Lang.EN))
