"""What must be first: living, a dated court paper, what is secured or carried by others; then how lenders rank."""

import streamlit as st

from overdue.debts import Debts
from overdue.law import LAW
from overdue.tables import debts as tables
from overdue.ui import parts, state

RULES = ("JUD-13", "JUD-11", "JUD-7", "CC-7", "CC-19", "PLAN-4", "PLAN-6")


def draw(debts: Debts) -> None:
    """What holds for everybody in a line, and what this household's own debts ask for."""
    w = state.reader()
    with st.container(key="first", gap="small"):
        st.markdown(f"**{w('debts.first.title')}**")
        st.markdown("\n".join(f"- {line}" for line in (w("debts.first.living"), *tables.first(debts, w))))
        parts.question("debts", "first", _further)


def _further() -> None:
    w = state.reader()
    lines = [w(f"debts.first.{name}") for name in ("others", "paper", "order", "borrow")]
    st.markdown("\n".join(f"- {line}" for line in lines))
    parts.door("timeline", label=w("timeline.part.court"), part="court")
    parts.door("timeline", label=w("timeline.part.crime"), part="crime")
    parts.cite(LAW.cites(RULES), key="basis_first")
