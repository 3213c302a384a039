"""The letters: what matters is asked, the letter stands whole below, and leaves as a file or by copying."""

from __future__ import annotations

import streamlit as st

from overdue.exports.letters import file_name, letter_file
from overdue.model import Text
from overdue.negotiation import LONG, SHORT, Kind, Letter, Writer, lacking, letter, takes_log
from overdue.ui import copier, log, parts, state, typed
from overdue.ui.negotiate import call
from overdue.ui.negotiate.own import limit, own_figures
from overdue.words import Lang

QUESTIONS: tuple[str, ...] = ()
KINDS: list[Kind] = sorted(Kind, key=lambda kind: kind is not Kind.BILL)  # the bill is asked for first
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def page() -> None:
    """Draw this part."""
    w = state.reader()
    kind = st.selectbox(
        w("letters.choose"),
        KINDS,
        format_func=lambda code: w(f"letters.{code}.label"),
        key="letter_kind",
        persist_state="session",
    )
    st.markdown(w(f"letters.{kind}.use"))
    said, over = limit()
    if over or kind is Kind.HARDSHIP:
        st.markdown(f"**{said}**")
    entries = log.entries() if takes_log(kind) and st.toggle(w("letters.use_log"), True, key="letter_log") else ()
    writer = _writer(kind)
    wanted = call.ask() if kind is Kind.HARDSHIP and not over else None
    if writer is None:
        st.markdown(w("letters.too_long"))
        return
    held = own_figures()
    if held is None and kind is Kind.HARDSHIP:
        parts.ask_first()
    written = letter(kind, writer, state.today(), held, wanted, entries, over)
    _take(written, lacking(kind, writer, wanted, entries, over))
    _show(written)
    parts.cite(written.citations)


def _writer(kind: Kind) -> Writer | None:
    """Names and numbers: they live in these widgets and nowhere else. None while one of them is too long."""
    given: dict[str, str | None] = {}
    with st.container(key="letter_fields"):
        for name, label in (("name", "your_name"), ("lender", "lender_name"), ("contract", "contract_no")):
            given[name] = _asked(name, label)
        if kind in (Kind.HARDSHIP, Kind.STATEMENT):
            given["reason"] = _asked("reason", "your_reason", LONG)
        if kind is not Kind.HARDSHIP:
            given["facts"] = _asked("facts", "your_facts", LONG)
        given["phone"] = _asked("phone", "your_phone")
        given["wanted"] = _asked("wanted", "your_wanted", LONG)
        st.caption(state.reader()("letters.fill"))
    return None if None in given.values() else Writer.model_validate(given)


def _asked(name: str, label: str, most: int = SHORT) -> str | None:
    return typed.text(state.reader()(f"letters.{label}"), f"letter_{name}", most, area=most > SHORT, keep="session")


def _take(written: Letter, missing: tuple[str, ...]) -> None:
    """The finished letter to save and to copy; while something that matters is missing, what it is."""
    w = state.reader()
    if missing:
        names = w("letters.lack.between").join(w(f"letters.lack.{name}") for name in missing)
        with st.container(key="letter_lacks"):
            st.markdown(w("letters.lack.says", names=names))
        return
    with st.container(horizontal=True, key="letter_take", vertical_alignment="center"):
        st.download_button(
            w("letters.docx"),
            lambda: letter_file(written),
            file_name=file_name(written, w),
            mime=DOCX,
            key="letter_docx",
            on_click="ignore",
        )
        copier.draw(written.text(Lang.ZH), "letter_copy")


def _show(written: Letter) -> None:
    """The letter as it leaves, and beside it what only the writer reads; what was typed is text, never markup."""
    w = state.reader()
    st.caption(w.text(Text(zh=written.note.zh, en=written.note.en)))
    with st.container(key="letter", border=True):
        st.text(written.text(Lang.ZH))
    with st.expander(w("letters.reading"), key="letter_reading", type="compact", expanded=w.lang is Lang.EN):
        st.text(written.text(Lang.EN))
