"""What a collector's message threatens with, each clause beside what the rules on calls say to it."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from overdue.claims.threat import Threat
from overdue.milestones import Call, Said, was_call_allowed
from overdue.model import Lender
from overdue.tables import timeline as tables
from overdue.ui import parts, state

MOST_SHOWN, MOST_CLAUSES = 40, 2


def _clauses(text: str, held: Iterable[Threat]) -> dict[Said, list[str]]:
    """What is threatened, by place, each with the first clauses in which it stands, short enough to show."""
    found: dict[Said, list[str]] = {}
    for threat in held:
        clause = " ".join(text[threat.start : threat.end].split())
        shown = clause if len(clause) <= MOST_SHOWN else f"{clause[:MOST_SHOWN]}…"
        if len(clauses := found.setdefault(threat.said, [])) < MOST_CLAUSES and shown not in clauses:
            clauses.append(shown)
    return found


def draw(text: str, held: Iterable[Threat]) -> None:
    """Each threat: the clause in which it stands, the verdict and why; then the parts that know more."""
    w, today, said = state.reader(), state.today(), _clauses(text, held)
    facts = {**tables.facts(w, today), **tables.small(state.account(), today, w)}
    check = was_call_allowed(Call(day=today, lender=Lender.BANK, called=None, said=tuple(said)))
    found = dict(zip(said, tables.findings_of(check, tuple(said), w, facts), strict=True))
    with st.container(key="reader_threats"):
        for code, (verdict, says) in found.items():
            shown = " ".join(f"“<bdi>{escape(clause)}</bdi>”" for clause in said[code])
            st.html(f'<p style="margin:0;overflow-wrap:anywhere"><b>{shown}</b></p>')
            st.markdown(w("common.labelled", label=f"**{verdict}**", value=says))
        st.caption(w("claims.reader.usual_lender"))
        parts.door("timeline", label=w("claims.reader.threat_door"), part="calls", said=".".join(said), by="message")
        if Said.ARREST in said:
            parts.door("timeline", label=w("timeline.part.crime"), part="crime")
    parts.cite(check.citations, "basis_threats")
