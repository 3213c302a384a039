"""The log of calls and letters that lives in the visit: read, added to, replaced."""

from __future__ import annotations

import streamlit as st

from overdue.negotiation import LogEntry


def entries() -> tuple[LogEntry, ...]:
    """The log of this visit."""
    held: tuple[LogEntry, ...] = st.session_state.get("log", ())
    return held


def add(entry: LogEntry) -> None:
    """Put one more entry into the log."""
    replace((*entries(), entry))


def replace(found: tuple[LogEntry, ...]) -> None:
    """Take another log, for example from a case file; the table is drawn anew from it."""
    st.session_state["log"] = found
    st.session_state["log_turn"] = st.session_state.get("log_turn", 0) + 1
