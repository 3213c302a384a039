"""What moves the five years and what does not: one matrix, and why."""

from __future__ import annotations

import streamlit as st

from overdue.tables import credit as tables
from overdue.ui import parts, state


def draw() -> None:
    """Draw the matrix, with the reasons behind a line."""
    w = state.reader()
    parts.table(tables.effects_matrix(w), w("credit.effects.title"))
    with st.expander(w("credit.effects.why"), key="effects_why", on_change="rerun", type="compact") as block:
        if block.open:
            parts.entries(tables.effects_table(w))
