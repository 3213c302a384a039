"""On paper: nine points before paying; red lines, waiting, before and after signing."""

from functools import partial

import streamlit as st

from overdue.milestones import Step
from overdue.negotiation import after_signing, before_signing, nine_points, red_lines, waiting
from overdue.ui import parts, state

LISTS = {"red": red_lines, "waiting": waiting, "before": before_signing, "after": after_signing}
QUESTIONS = tuple(LISTS)


def page() -> None:
    """Draw this part: the nine points stand open, the rest is a list of questions."""
    st.header(state.reader()("negotiate.nine.title"), anchor=False)
    _list(nine_points())
    parts.questions("negotiate", {name: partial(_list, steps()) for name, steps in LISTS.items()})
    parts.cite([c for steps in (nine_points, *LISTS.values()) for step in steps() for c in step.citations])


def _list(steps: tuple[Step, ...]) -> None:
    w, held = state.reader(), parts.facts()
    st.markdown("\n".join(f"{number}. {w(f'negotiate.{step.key}', **held)}" for number, step in enumerate(steps, 1)))
