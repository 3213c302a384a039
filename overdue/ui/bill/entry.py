"""Where the bill is entered: field by field, pasted as text, or out of a file."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from overdue.casefile.bill_file import BillRead, read_bill_file, read_bill_text
from overdue.casefile.case import BILL
from overdue.casefile.fields import written
from overdue.model import OverdueError
from overdue.ui import fields, parts, state

FIELDS = (*(f"bill_{name}" for name in BILL), "bill_days")


def controls() -> None:
    """The lines of the bill, and two quicker ways to fill them."""
    w = state.reader()
    with st.container(key="controls", border=True):
        st.markdown(f"**{w('bill.section.bill')}**")
        fields.grid(
            (fields.number, "bill_principal", 100.0),
            (fields.number, "bill_interest", 10.0),
            (fields.number, "bill_penalty", 10.0),
            (fields.number, "bill_compound", 10.0),
            (fields.number, "bill_fees", 10.0),
            (fields.number, "bill_total", 100.0),
            (fields.number, "bill_days"),
            (fields.day, "as_of"),
        )
        _reader()
        if state.case().bill() is not None:
            st.button(w("bill.read.clear"), key="bill_clear", on_click=_clear)
        st.caption(w("bill.section.loan"))
        parts.door("penalty")


def _reader() -> None:
    w, s = state.reader(), st.session_state
    with st.expander(w("bill.section.read"), key="bill_read", on_change="rerun") as block:
        if block.open:
            st.text_area(w("bill.read.paste"), key="bill_text", height=120)
            st.button(w("bill.read.take"), key="bill_take", on_click=_pasted)
            st.file_uploader(w("bill.read.upload"), key="bill_file", on_change=_uploaded)
            st.caption(w("bill.read.note"))
    error, lines = s.get("bill_error"), s.get("bill_lines")
    if error is not None:
        with st.container(key="problem_bill"):
            st.warning(fields.sentence(error))
    if lines:
        said = [w("bill.said.read_line", label=line.label, amount=line.amount) for line in lines]
        st.markdown(w("bill.said.read", lines=" · ".join(said)))


def _pasted() -> None:
    _take(lambda: read_bill_text(st.session_state["bill_text"]))


def _uploaded() -> None:
    given = st.session_state["bill_file"]
    if given is None:
        st.session_state["bill_error"] = None
    else:
        _take(lambda: read_bill_file(given.getvalue()))


def _take(read: Callable[[], BillRead]) -> None:
    """Put what was read into the fields, or keep the sentence that says why not; nothing is half taken."""
    s = st.session_state
    s["bill_error"], s["bill_lines"] = None, ()
    try:
        found = read()
    except OverdueError as error:
        s["bill_error"] = error
        return
    s["bill_lines"] = found.lines
    for name in (*BILL, "days"):
        value = getattr(found.bill, name)
        state.change(f"bill_{name}", "" if value is None else written(f"bill_{name}", value))


def _clear() -> None:
    st.session_state["bill_error"], st.session_state["bill_lines"] = None, ()
    for name in FIELDS:
        state.change(name, "")
