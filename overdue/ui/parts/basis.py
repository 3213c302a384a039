"""What an answer rests on: its working in three depths, and the rules."""

from collections.abc import Callable, Sequence

import streamlit as st

from overdue.law import LAW
from overdue.model import Citation
from overdue.ui import state
from overdue.ui.parts.page import DOOR, linked


def maths(sentence: str, formulas: Callable[[], Sequence[str]], rows: Callable[[], None]) -> None:
    """Show the working in three depths: a sentence, the formula with these numbers, the table."""
    w = state.reader()
    with st.expander(w("common.maths"), type="compact", key="maths", on_change="rerun") as block:
        if block.open:
            st.markdown(f"**{w('common.maths_sentence')}**")
            st.markdown(sentence)
            st.markdown(f"**{w('common.maths_formula')}**")
            for formula in formulas():
                st.markdown(formula)
            st.markdown(f"**{w('common.maths_table')}**")
            rows()


def cite(citations: Sequence[Citation], key: str = "basis") -> None:
    """The rules a result rests on, each with clause, document, first day and standing."""
    w = state.reader()
    if state.staged():
        return
    with st.expander(
        w("common.basis", count=len({c.rule for c in citations})), type="compact", key=key, on_change="rerun"
    ) as block:
        if not block.open:
            return
        for citation in {c.rule: c for c in citations}.values():
            st.markdown(cited(citation))
        if "sources" in st.session_state.pages:
            linked("sources", w("common.to_sources"), DOOR, "content", {})


def cited(citation: Citation) -> str:
    """One rule with clause, document, first day, force and standing, as Markdown."""
    w, rule, source = state.reader(), LAW.rule(citation.rule), LAW.sources[citation.source]
    return w(
        "common.citation",
        says=w.text(rule.says).replace("*", r"\*"),
        title=source.title,
        clause=citation.clause,
        since=citation.since,
        standing=w(f"standing.{citation.standing}"),
        force=w(f"force.{source.force}"),
        rule=citation.rule,
    )
