"""A repayment page as text instead of typing: what was understood, to be mended or taken."""

import streamlit as st

from overdue.casefile.repayment import Repayment, read_repayment
from overdue.model import OverdueError
from overdue.ui import fields, parts, state

PASTE = 20_000  # characters


def draw() -> None:
    """The page's text instead of typing: what was understood stands below, to be mended in the text or taken."""
    w = state.reader()
    st.markdown(w("entry.paste.how"))
    given = st.text_area(w("entry.paste.label"), key="entry_text", height=160, placeholder=w("entry.paste.example"))
    st.button(w("entry.paste.read"), key="entry_read")  # a phone has no key that ends a text: leaving it for this does
    if not given or not given.strip():
        return
    try:
        if len(given) > PASTE:
            raise OverdueError("field.text", given=len(given), most=PASTE)
        read = read_repayment(given, state.case().as_of)
    except OverdueError as error:
        state.refuse("entry_text", given, error)
        fields.told("entry_text")
        return
    state.accept("entry_text")
    _understood(read)
    st.button(w("entry.paste.take"), key="entry_take", on_click=_take, args=(read,))


def _understood(read: Repayment) -> None:
    w = state.reader()
    lines = [
        w("entry.paste.row", day=r.due_on, principal=r.principal, interest=r.interest, fee=r.fee) for r in read.rows
    ]
    rates = {"rate": read.rate, "daily_rate": read.daily_rate}
    lines += [w(f"entry.paste.{name}", rate=rate) for name, rate in rates.items() if rate is not None]
    st.markdown("\n".join(f"- {line}" for line in lines))
    st.caption(w("entry.paste.mend"))


def _take(read: Repayment) -> None:
    """Put what was understood into the case; what was entered before and was not read stays."""
    state.change("rows", "")
    for name, text in read.figures(state.case().as_of).items():
        state.change(name, text)
    st.session_state["q_paste"] = False
    parts.bring()
