"""Where the bill is entered: field by field, pasted as text, or out of a file."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from overdue.bill import LINES as BILL
from overdue.casefile import FIELDS
from overdue.casefile.bill_file import MOST_NAMED, BillRead, read_bill_file, read_bill_text
from overdue.casefile.fields import written
from overdue.model import OverdueError
from overdue.ui import fields, parts, state
from overdue.ui.bill import answer

LINES = (*(f"bill_{name}" for name in BILL), "bill_days")


def controls() -> None:
    """The lines nearly every bill has, its total first, and at last the day it is of."""
    w, case = state.reader(), state.case()
    with st.container(key="controls"):
        fields.grid(
            (_line, "bill_total", 100.0),
            (_line, "bill_principal", 100.0),
            (_line, "bill_interest", 10.0),
            (_line, "bill_penalty", 10.0),
            # last, so that no field moves under a finger when the first line was given
            *(() if state.account().is_example and case.bill() is None else ((_day,),)),
        )
        _read()
        bill = case.bill()
        if bill is not None:
            if bill.gap:
                st.markdown(w(f"bill.said.gap_{'more' if bill.gap > 0 else 'less'}", gap=w.yuan(abs(bill.gap))))
                if bill.gap > 0 and bill.fees is None:
                    parts.door("bill", open="more", label=w("bill.said.gap_fees"))
            with st.container(horizontal=True):
                st.button(w("bill.read.clear"), key="bill_clear", on_click=_clear)
                if not state.account().missing and not answer.assumed():
                    parts.door("entry", label=w("bill.contract"), to="bill")


def more() -> None:
    """The lines a bill may have besides."""
    fields.grid((_line, "bill_fees", 10.0), (_line, "bill_compound", 10.0), (_line, "bill_days"))


def _day() -> None:
    """The day the bill is of; beside an example it is not asked, for that day would be the example's."""
    put = partial(state.take, "as_of")
    fields.ask("as_of", FIELDS["as_of"], state.reader()("bill.as_of"), state.case().as_of, put)


def _line(name: str, step: float | None = None) -> None:
    """Ask for one line of the bill."""
    w, help_ = state.reader(), f"fields.{name}.help"
    fields.ask(
        name,
        FIELDS[name],
        w(f"fields.{name}.label"),
        getattr(state.case(), name),
        partial(_put, name),
        help=w(help_) if w.has(help_) else None,
        step=step,
    )


def _put(name: str, text: str) -> None:
    """Take a line; whoever enters a bill beside an example begins a case of their own, for the bill is theirs."""
    if text and state.account().is_example:
        state.own_case()
    state.take(name, text)


def reader() -> None:
    """Two quicker ways to fill the lines: the bill's text, or a file."""
    w = state.reader()
    st.text_area(w("bill.read.paste"), key="bill_text", height=120)
    st.button(w("bill.read.take"), key="bill_take", on_click=_pasted)
    st.file_uploader(w("bill.read.upload"), key="bill_file", on_change=_uploaded, label_visibility="collapsed")
    if st.session_state.get("bill_lines"):  # what comes next, where the finger is
        if state.account().missing:
            st.markdown(f"**{w('bill.enter_contract')}**")
            parts.door("entry", label=w("bill.fill"), to="bill")
        else:
            st.markdown(f"**{w('bill.read.above')}**")
    st.caption(w("bill.read.note"))


def _read() -> None:
    """What was read from a text or a file, to be checked, or why it cannot be read."""
    w, lines = state.reader(), st.session_state.get("bill_lines")
    fields.told("bill")
    if lines:
        said = [w("bill.said.read_line", label=line.label, amount=line.amount) for line in lines]
        st.markdown(w("bill.said.read", lines=" · ".join(said)))
        if unread := st.session_state["bill_unread"]:
            named = " · ".join(unread[:MOST_NAMED])
            more = len(unread) > MOST_NAMED
            st.markdown(
                w(
                    "bill.said.unread",
                    lines=w("bill.said.unread_more", lines=named, count=len(unread)) if more else named,
                )
            )


def _pasted() -> None:
    _take(lambda: read_bill_text(st.session_state["bill_text"]))


def _uploaded() -> None:
    given = st.session_state["bill_file"]
    if given is None:
        state.accept("bill")
    else:
        _take(lambda: read_bill_file(given.getvalue()))


def _take(read: Callable[[], BillRead]) -> None:
    """Put what was read into the fields, or keep the sentence that says why not; nothing is half taken."""
    s = st.session_state
    s["bill_lines"] = ()
    state.accept("bill")
    parts.bring()  # the answer, and what was read, stand above
    try:
        found = read()
    except OverdueError as error:
        state.refuse("bill", "", error)
        return
    if state.account().is_example:
        state.own_case()
    s["bill_lines"], s["bill_unread"] = found.lines, found.unread
    for name in (*BILL, "days"):
        value = getattr(found.bill, name)
        state.change(f"bill_{name}", "" if value is None else written(f"bill_{name}", value))


def _clear() -> None:
    st.session_state["bill_lines"] = ()
    state.accept("bill")
    for name in LINES:
        state.change(name, "")
