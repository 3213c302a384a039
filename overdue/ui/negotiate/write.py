"""The letters: filled in at the moment of writing, read in two columns, saved or copied."""

from __future__ import annotations

import streamlit as st

from overdue.accrual import Ledger
from overdue.exports.letters import file_name, letter_file, letter_text
from overdue.model import NotInForce, Text
from overdue.negotiation import LONG, SHORT, Kind, Letter, Writer, figures, letter, takes_log
from overdue.ui import log, parts, state, typed
from overdue.ui.negotiate import call
from overdue.words import Lang

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
    limit, over = _limit()
    if over or kind is Kind.HARDSHIP:
        (st.warning if over else st.info)(limit)
    entries = log.entries() if takes_log(kind) and st.toggle(w("letters.use_log"), True, key="letter_log") else ()
    writer = _writer(kind)
    wanted = call.ask() if kind is Kind.HARDSHIP else None
    if writer is None:
        st.info(w("letters.too_long"))
        return
    held = figures(ledger) if ledger.total else None
    written = letter(kind, writer, state.today(), held, wanted, entries, over)
    _show(written)
    _take(written)
    parts.cite(written.citations)


def _limit() -> tuple[str, bool]:
    """Where the limitation period stands by the case, as a sentence for the writer, and whether it may be over."""
    w, account = state.reader(), state.account()
    try:
        period = account.limitation
    except NotInForce:
        return w("letters.note.unknown"), False
    if period.last_day is None or account.is_example:
        return w("letters.note.unknown"), False
    over = period.expired(state.today())
    return w(f"letters.note.{'over' if over else 'running'}", limitation=period.last_day), over


def _writer(kind: Kind) -> Writer | None:
    """Names and numbers: they live in these widgets and nowhere else. None while one of them is too long."""
    given: dict[str, str | None] = {}
    with st.container(key="letter_fields", border=True):
        st.caption(state.reader()("letters.fill"))
        left, right = st.columns(2)
        with left:
            given |= {"name": _asked("name", "your_name"), "phone": _asked("phone", "your_phone")}
        with right:
            given |= {"lender": _asked("lender", "lender_name"), "contract": _asked("contract", "contract_no")}
        if kind in (Kind.HARDSHIP, Kind.STATEMENT):
            given["reason"] = _asked("reason", "your_reason", LONG)
        if kind is not Kind.HARDSHIP:
            given["facts"] = _asked("facts", "your_facts", LONG)
        given["wanted"] = _asked("wanted", "your_wanted", LONG)
    return None if None in given.values() else Writer.model_validate(given)


def _asked(name: str, label: str, most: int = SHORT) -> str | None:
    return typed.text(state.reader()(f"letters.{label}"), f"letter_{name}", most, area=most > SHORT, keep="session")


def _show(written: Letter) -> None:
    """The original and the reading copy, paragraph beside paragraph; what was typed is text, never markup."""
    w = state.reader()
    st.caption(w.together([w("letters.note.copy"), w.text(Text(zh=written.note.zh, en=written.note.en))]))
    with st.container(key="letter", border=True):
        for paragraph in written.paragraphs:
            left, right = st.columns(2)
            for column, text in ((left, paragraph.zh), (right, paragraph.en)):
                with column:
                    st.text(text)


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
