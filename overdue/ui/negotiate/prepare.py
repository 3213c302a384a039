"""The preparation: seven steps with a checklist that lasts for the visit."""

from functools import partial

import streamlit as st

from overdue.negotiation import Stage, preparation
from overdue.tables import timeline as tables
from overdue.ui import parts, state

QUESTIONS = tuple(f"stage_{stage.key}" for stage in preparation())


def page() -> None:
    """Draw this part: seven steps as a list, each with what to tick off."""
    w = state.reader()
    stages = preparation()
    keys = [item.key for stage in stages for item in stage.items]
    done = sum(bool(st.session_state.get(_tick(key))) for key in keys)
    st.caption(w("negotiate.progress", done=done, all=len(keys)))
    parts.questions("negotiate", {f"stage_{stage.key}": partial(_stage, stage) for stage in stages})
    st.caption(w("negotiate.lender_note"))
    parts.cite([c for stage in stages for item in stage.items for c in item.citations])


def _stage(stage: Stage) -> None:
    w = state.reader()
    st.markdown(w(f"negotiate.prepare.{stage.key}.why"))
    for item in stage.items:
        st.checkbox(w(f"negotiate.{item.key}", **parts.facts()), key=_tick(item.key), persist_state="session")
    rules = tuple(dict.fromkeys(c for item in stage.items for c in item.citations))
    if rules:
        st.caption(w("timeline.basis_line", rules=tables.basis(rules, w)))


def _tick(key: str) -> str:
    return f"tick_{key.replace('.', '_')}"
