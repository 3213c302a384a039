"""The preparation: seven steps with a checklist that lasts for the visit."""

from __future__ import annotations

import streamlit as st

from overdue.accrual import Ledger
from overdue.negotiation import preparation
from overdue.tables import timeline as tables
from overdue.ui import parts, state


def page(ledger: Ledger) -> None:
    """Draw this part."""
    w, held = state.reader(), parts.facts()
    st.markdown(w("negotiate.lead"))
    st.caption(w("negotiate.lender_note"))
    stages = preparation()
    keys = [item.key for stage in stages for item in stage.items]
    done = sum(bool(st.session_state.get(_tick(key))) for key in keys)
    st.progress(done / len(keys), text=w("negotiate.progress", done=done, all=len(keys)))
    st.caption(w("negotiate.visit_only"))
    for number, stage in enumerate(stages):
        with st.expander(w(f"negotiate.prepare.{stage.key}.name"), expanded=number == 0, key=f"stage_{stage.key}"):
            st.markdown(w(f"negotiate.prepare.{stage.key}.why"))
            for item in stage.items:
                st.checkbox(w(f"negotiate.{item.key}", **held), key=_tick(item.key), persist_state="session")
            rules = tuple(dict.fromkeys(c for item in stage.items for c in item.citations))
            if rules:
                st.caption(w("timeline.basis_line", rules=tables.basis(rules, w)))
    parts.cite([*(c for stage in stages for item in stage.items for c in item.citations), *ledger.citations])


def _tick(key: str) -> str:
    return f"tick_{key.replace('.', '_')}"
