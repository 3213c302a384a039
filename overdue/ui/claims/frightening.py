"""What a collector's message threatens with, each clause beside what the rules on calls say to it."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from overdue.claims.threat import Threat
from overdue.milestones import Call, Said, was_call_allowed
from overdue.model import Lender
from overdue.tables import timeline as tables
from overdue.ui import parts, state

MOST_SHOWN = 40


def draw(text: str, held: Iterable[Threat]) -> None:
    """Each threat: the clause in which it stands, the verdict and why; then the parts that know more."""
    w, today, said = state.reader(), state.today(), {threat.said: threat for threat in held}
    facts = {**tables.facts(w, today), **tables.small(state.account(), today, w)}
    check = was_call_allowed(Call(day=today, lender=Lender.BANK, called=None, said=tuple(said)))
    found = dict(zip(said, tables.findings_of(check, tuple(said), w, facts), strict=True))
    with st.container(key="reader_threats"):
        for code, (verdict, says) in found.items():
            clause = " ".join(text[said[code].start : said[code].end].split())
            shown = clause if len(clause) <= MOST_SHOWN else f"{clause[:MOST_SHOWN]}…"
            st.html(f'<p style="margin:0;overflow-wrap:anywhere"><b>“<bdi>{escape(shown)}</bdi>”</b></p>')
            st.markdown(w("common.labelled", label=f"**{verdict}**", value=says))
        st.caption(w("claims.reader.usual_lender"))
        parts.door("timeline", label=w("timeline.part.calls"), part="calls")
        if Said.ARREST in said:
            parts.door("timeline", label=w("timeline.part.crime"), part="crime")
    parts.cite(check.citations, "basis_threats")
