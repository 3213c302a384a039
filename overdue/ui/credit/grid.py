"""What the report shows month by month: the last twelve months, then on to the month of removal."""

import streamlit as st

from overdue.credit import Record
from overdue.tables import credit as tables
from overdue.ui import parts, recorded, state


def draw(record: Record) -> None:
    """Draw the months as a table, what its codes mean, and how single cells roll off."""
    w = state.reader()
    st.markdown(w("credit.grid.says"))
    later = recorded.seen(record.retention.last_day) if record.retention.last_day else record
    months = tables.shown_months(record, recorded.seen(record.retention.starts_on or record.as_of), later)
    parts.table(tables.months_grid(months, record.retention.removed_from, w), w("credit.grid.title"))
    st.caption(tables.months_key(months, record.looked_on, w))
    if record.retention.running:
        key = "payoff_month" if recorded.whole() else "reading"
        st.markdown(w(f"credit.grid.{key}", last_day=record.retention.last_day, removed=record.retention.removed_from))
    else:
        st.markdown(w("credit.grid.endless"))
    st.markdown(w("credit.grid.no_negotiated"))
    parts.folded(w("credit.leaving.title"), "leaving", lambda: _leaving(record))
    parts.folded(w("credit.codes.title"), "codes", lambda: _codes(record))


def _leaving(record: Record) -> None:
    w = state.reader()
    st.markdown(w("credit.leaving.says"))
    if record.leaving:
        parts.table(tables.leaving_table(record, w), w("credit.leaving.title"))
    else:
        st.markdown(w("credit.leaving.none"))


def _codes(record: Record) -> None:
    w = state.reader()
    st.markdown(w("credit.codes.says"))
    parts.table(tables.codes_table(record.looked_on, w), w("credit.codes.title"))
