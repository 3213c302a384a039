"""The letters: filled in at the moment of writing, read in two columns, saved or copied."""

from __future__ import annotations

import streamlit as st

from overdue.accrual import Ledger
from overdue.exports.letters import file_name, letter_file, letter_text
from overdue.negotiation import Kind, Letter, Role, Writer, figures, letter, takes_log
from overdue.ui import parts, state
from overdue.ui.negotiate import call, log
from overdue.words import Lang

SHORT, LONG = 200, 2000
KINDS: list[Kind] = list(Kind)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def page(ledger: Ledger) -> None:
    """Draw this part."""
    w = state.reader()
    kind = st.selectbox(
        w("letters.choose"),
        KINDS,
        format_func=lambda code: w(f"letters.{code}.label"),
        key="letter_kind",
        persist_state="session",
    )
    st.markdown(f"**{w('letters.when')}** {w(f'letters.{kind}.use')}")
    if kind is Kind.HARDSHIP:
        st.warning(w("letters.warning"))
    entries = log.entries() if takes_log(kind) and st.toggle(w("letters.use_log"), True, key="letter_log") else ()
    writer = _writer(kind)
    wanted = call.ask() if kind is Kind.HARDSHIP else None
    held = figures(ledger) if ledger.total else None
    written = letter(kind, writer, state.today(), held, wanted, entries)
    _show(written)
    _take(written)
    parts.cite(written.citations)


def _writer(kind: Kind) -> Writer:
    """Names and numbers: they live in these widgets and nowhere else."""
    w = state.reader()
    with st.container(key="letter_fields", border=True):
        st.caption(w("letters.fill"))
        left, right = st.columns(2)
        with left:
            name = st.text_input(w("letters.your_name"), key="letter_name", max_chars=SHORT, persist_state="session")
            phone = st.text_input(w("letters.your_phone"), key="letter_phone", max_chars=SHORT, persist_state="session")
        with right:
            lender = st.text_input(
                w("letters.lender_name"), key="letter_lender", max_chars=SHORT, persist_state="session"
            )
            contract = st.text_input(
                w("letters.contract_no"), key="letter_contract", max_chars=SHORT, persist_state="session"
            )
        reason = facts = ""
        if kind in (Kind.HARDSHIP, Kind.STATEMENT):
            reason = st.text_area(
                w("letters.your_reason"), key="letter_reason", max_chars=LONG, persist_state="session"
            )
        if kind is not Kind.HARDSHIP:
            facts = st.text_area(w("letters.your_facts"), key="letter_facts", max_chars=LONG, persist_state="session")
        wanted = st.text_area(w("letters.your_wanted"), key="letter_wanted", max_chars=LONG, persist_state="session")
    return Writer(
        name=name[:SHORT],
        phone=phone[:SHORT],
        lender=lender[:SHORT],
        contract=contract[:SHORT],
        reason=reason[:LONG],
        facts=facts[:LONG],
        wanted=wanted[:LONG],
    )


def _show(written: Letter) -> None:
    """The original and the reading copy, paragraph beside paragraph; what was typed is text, never markup."""
    w = state.reader()
    st.caption(w("letters.note"))
    with st.container(key="letter", border=True):
        for paragraph in written.paragraphs:
            left, right = st.columns(2)
            for column, text in ((left, paragraph.zh), (right, paragraph.en)):
                with column:
                    st.text(text) if paragraph.role is not Role.FACE else st.caption(text)


def _take(written: Letter) -> None:
    """The Word file, and both texts to copy."""
    w, note = state.reader(), parts.stamp()
    st.download_button(
        w("letters.docx"),
        lambda: letter_file(written, note),
        file_name=file_name(written, w),
        mime=DOCX,
        key="letter_docx",
        on_click="ignore",
    )
    st.caption(w("letters.privacy"))
    for lang, label in ((Lang.ZH, "zh_text"), (Lang.EN, "en_text")):
        with st.expander(w(f"letters.{label}"), key=f"letter_{label}"):
            st.code(letter_text(written, lang, note), language=None, wrap_lines=True)
