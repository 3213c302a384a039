"""The page on the credit record: its window, its sixty months, what moves neither, and the rights around it."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from overdue.credit import EFFECTS, RIGHTS, Record, Status, figures
from overdue.law import LAW
from overdue.model import OverdueError
from overdue.ui import fields, parts, state
from overdue.ui.credit import choices, grid, repair, rights, window

FURTHER = ("CR-4", "CR-14", "HOT-3", "RPT-5", *(f"FIX-{number}" for number in range(1, 7)))


def page() -> None:
    """Draw the page."""
    w = state.reader()
    st.title(w("credit.title"), anchor=False)
    above = st.container()
    window.controls()
    seen = _seen(above)
    if seen is None:
        return
    with above:
        st.markdown(w(f"credit.next.{_next(seen)}", **figures(seen.as_of)))
        window.draw(seen)
    window.working(seen)
    further = LAW.cites(dict.fromkeys([*(rule for each in (*EFFECTS, *RIGHTS) for rule in each.rules), *FURTHER]))
    parts.cite((*seen.citations, *further))
    choices.draw(seen)
    grid.draw(seen)
    rights.effects()
    rights.draw(seen)
    repair.draw(seen)
    parts.onward("proposals", "timeline", "claims")


def _seen(place: DeltaGenerator) -> Record | None:
    """The record of the case; a question that cannot be answered becomes a sentence in its place."""
    try:
        return window.seen()
    except OverdueError as error:
        with place:
            st.warning(fields.sentence(error))
        return None


def _next(seen: Record) -> str:
    """Which next step is due: it depends on how the account stands."""
    if seen.status in (Status.CLEAN, Status.UNPAID):
        return seen.status
    return window.phase(seen)
