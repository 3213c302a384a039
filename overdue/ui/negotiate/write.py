"""The letters: what matters is asked, the letter stands whole below, and leaves as a file or by copying."""

import streamlit as st

from overdue.negotiation import LONG, SHORT, Letter, LetterKind, LogEntry, Role, Writer, lacking, letter, takes_log
from overdue.ui import fields, log, parts, state
from overdue.ui.letter import show, take
from overdue.ui.negotiate import call
from overdue.ui.own import limit, own_figures

QUESTIONS: tuple[str, ...] = ()
KINDS: list[LetterKind] = sorted(
    LetterKind, key=lambda kind: kind is not LetterKind.BILL
)  # the bill is asked for first


def page() -> None:
    """Draw this part."""
    w, asked = state.reader(), state.own("letter")
    if state.arrived() and asked in KINDS:
        st.session_state.letter_kind = LetterKind(asked)
    kind = st.selectbox(
        w("letters.choose"),
        KINDS,
        format_func=lambda code: w(f"letters.{code}.label"),
        key="letter_kind",
        on_change=_named,
        persist_state="session",
    )
    st.markdown(w(f"letters.{kind}.use"))
    said, over = limit()
    if over:
        st.markdown(f"**{said}**")
    entries = log.entries() if takes_log(kind) and st.toggle(w("letters.use_log"), True, key="letter_log") else ()
    writer = _writer(kind, entries, over)
    wanted = call.ask() if kind is LetterKind.HARDSHIP and not over else None
    if writer is None:
        st.markdown(w("letters.too_long"))
        return
    held = own_figures()
    missing = lacking(kind, writer, wanted, entries, over)
    if held is None and missing and kind is LetterKind.HARDSHIP:
        parts.ask_first()
        st.caption(w("letters.kept"))
    if kind is LetterKind.HARDSHIP and not over and wanted is None and st.session_state.get("ask_kind") == "none":
        st.markdown(w("letters.bill_instead"))
    if any(text and text.isascii() for text in (writer.reason, writer.facts, writer.wanted)):
        st.markdown(f"**{w('letters.as_typed')}**")
    written = letter(kind, writer, state.today(), held, wanted, entries, over)
    take(written, missing, writer)
    show(written)
    _send(written)
    parts.cite(written.citations)


def _named() -> None:
    """Each letter has its address."""
    state.set_own("letter", st.session_state.letter_kind)


def _writer(kind: LetterKind, entries: tuple[LogEntry, ...], over: bool) -> Writer | None:
    """Names and numbers: they live in these widgets and nowhere else. None while one of them is too long."""
    given: dict[str, str | None] = {}
    with st.container(key="letter_fields"):
        for name, label in (("name", "your_name"), ("lender", "lender_name"), ("contract", "contract_no")):
            given[name] = _asked(name, label)
        wanted = lacking(kind, Writer(), None, entries, over)
        if "reason" in wanted:
            given["reason"] = _asked("reason", "your_reason", LONG)
        if kind is not LetterKind.HARDSHIP:
            given["facts"] = _asked("facts", "your_facts" if "facts" in wanted else "your_facts_free", LONG)
        given["phone"] = _asked("phone", "your_phone")
        given["wanted"] = _asked("wanted", "your_wanted", LONG)
        st.caption(state.reader()("letters.fill"))
    return None if None in given.values() else Writer.model_validate(given)


def _asked(name: str, label: str, most: int = SHORT) -> str | None:
    return fields.text(state.reader()(f"letters.{label}"), f"letter_{name}", most, area=most > SHORT, keep="session")


def _send(written: Letter) -> None:
    """Where the letter goes and how, for the writer."""
    w = state.reader()
    to = {LetterKind.DISPUTE: "bureau", LetterKind.STATEMENT: "bureau", LetterKind.COMPLAINT_REGULATOR: "regulator"}
    title = next(one.zh for one in written.paragraphs if one.role is Role.TITLE)
    lines = [
        w(f"letters.send.{name}", title=title, **parts.facts())
        for name in (to.get(written.kind, "lender"), "post", "keep")
    ]
    st.markdown(f"**{w('letters.send.title')}**")
    st.markdown("\n".join(f"- {line}" for line in lines))
