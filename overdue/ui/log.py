"""The log of calls and letters that lives in the visit: read, added to, replaced."""

import streamlit as st

from overdue.model import OverdueError
from overdue.negotiation import LogEntry, added
from overdue.ui import fields, state


def entries() -> tuple[LogEntry, ...]:
    """The log of this visit."""
    held: tuple[LogEntry, ...] = st.session_state.get("log", ())
    return held


def add(entry: LogEntry) -> bool:
    """Put one more entry into the log; whether it was. An empty or a doubled one is not, and ``told`` says so."""
    try:
        replace(added(entries(), entry))
    except OverdueError as error:
        state.refuse("log", "", error)
        return False
    state.accept("log")
    return True


def told() -> None:
    """Why the last entry was not added; told once."""
    fields.told("log")
    state.accept("log")


def replace(found: tuple[LogEntry, ...]) -> None:
    """Take another log, for example from a case file; the table is drawn anew from it."""
    st.session_state["log"] = found
    st.session_state["log_turn"] = st.session_state.get("log_turn", 0) + 1
