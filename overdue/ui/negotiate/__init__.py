"""The page on negotiating: prepare, call, paper, letters, log."""

from __future__ import annotations

import streamlit as st

from overdue.accrual import Ledger
from overdue.negotiation import figures
from overdue.ui import fields, parts, state
from overdue.ui.negotiate import call, log, paper, prepare, write

PARTS = {"prepare": prepare.page, "call": call.page, "paper": paper.page, "write": write.page, "log": log.page}


def page() -> None:
    """Draw the page."""
    w = state.reader()
    parts.opening("negotiate")
    ledger = fields.guarded(_headline)
    st.session_state["talk"] = part()
    st.segmented_control(
        w("negotiate.part.choose"),
        list(PARTS),
        format_func=lambda code: w(f"negotiate.part.{code}"),
        key="talk",
        required=True,
        on_change=lambda: state.set_own("talk", st.session_state["talk"]),
    )
    if ledger is not None:
        open_part = PARTS[part()]
        fields.guarded(lambda: open_part(ledger))
    parts.onward("timeline", "proposals", "claims")


def part() -> str:
    """Which part is open: the one the address names, else the preparation."""
    asked = state.own("talk")
    return asked if asked in PARTS else "prepare"


def _headline() -> Ledger:
    """What is owed by the person's own figures, in a sentence."""
    w, case = state.reader(), state.case()
    ledger = state.account().ledger
    if not ledger.total:
        parts.headline(w("negotiate.headline_nothing", as_of=case.as_of))
        return ledger
    held = figures(ledger)
    parts.headline(w("negotiate.headline", as_of=case.as_of, total=w.yuan(held.total), parts=held.parts(w)))
    return ledger
