"""On paper: nine points before paying, red lines, waiting, before and after signing."""

from __future__ import annotations

import streamlit as st

from overdue.accrual import Ledger
from overdue.milestones import Step
from overdue.negotiation import after_signing, before_signing, nine_points, red_lines, waiting
from overdue.ui import parts, state


def page(ledger: Ledger) -> None:
    """Draw this part."""
    lists = {
        "nine": nine_points(),
        "red": red_lines(),
        "waiting": waiting(),
        "before": before_signing(),
        "after": after_signing(),
    }
    for section, steps in lists.items():
        _list(section, steps)
    parts.cite([c for steps in lists.values() for step in steps for c in step.citations])


def _list(section: str, steps: tuple[Step, ...]) -> None:
    w, held = state.reader(), parts.facts()
    st.header(w(f"negotiate.{section}.title"), anchor=False)
    lines = [f"{number}. {w(f'negotiate.{step.key}', **held)}{_ids(step)}" for number, step in enumerate(steps, 1)]
    st.markdown("\n".join(lines))


def _ids(step: Step) -> str:
    """The rule ids behind a point, in brackets."""
    rules = ", ".join(c.rule for c in step.citations)
    return state.reader()("negotiate.ids", rules=rules) if rules else ""
