"""Is it a crime? The answer first, then every condition."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import streamlit as st

from overdue.casefile.fields import FIRST_DAY, LAST_DAY
from overdue.milestones import crime_line
from overdue.model import Lender
from overdue.tables import timeline as tables
from overdue.ui import parts, state, typed
from overdue.ui.timeline.start import facts

DEMANDS = 2


def page() -> None:
    """Draw this part."""
    w, case = state.reader(), state.case()
    st.markdown(w("lawsuit.crime.lead"))
    parts.headline(w("lawsuit.crime.civil"))
    st.markdown(w("lawsuit.crime.card"))
    with st.container(key="crime_asked", border=True):
        principal, demands = _asked()
    if principal is None:
        return
    line = crime_line(Lender.CREDIT_CARD, principal, demands, case.as_of)
    parts.table(tables.crime_table(line, w, facts()), w("lawsuit.crime.card"))
    st.info(w("lawsuit.crime.all_needed" if line.out_of_reach else "lawsuit.crime.facts_decide"))
    st.markdown(w("lawsuit.crime.before_prosecution") + " " + w("lawsuit.crime.not_card_overdraft"))
    civil = crime_line(None, principal, (), case.as_of)
    parts.cite([*line.citations, *civil.citations])


def _asked() -> tuple[Decimal | None, tuple[date, ...]]:
    """The card's principal, None if it cannot be, and the bank's demands; blank until given."""
    w = state.reader()
    given = typed.money(w("lawsuit.crime.principal_input"), "crime_principal", 10**8, value=Decimal(0))
    demands = [
        st.date_input(
            f"{w('lawsuit.crime.demands_input')} {n}",
            None,
            FIRST_DAY,
            LAST_DAY,
            f"crime_demand_{n}",
            format="YYYY-MM-DD",
            persist_state="session",
        )
        for n in range(1, DEMANDS + 1)
    ]
    return given, tuple(day for day in demands if isinstance(day, date))
