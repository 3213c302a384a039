"""Is it a crime? The answer first, then every condition."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import streamlit as st

from overdue.casefile.keys import FIRST_DAY, LAST_DAY
from overdue.milestones import State, crime_line
from overdue.model import ZERO, Lender
from overdue.tables import timeline as tables
from overdue.ui import parts, state, typed
from overdue.ui.timeline.start import facts

DEMANDS = 2


def page() -> None:
    """Draw this part."""
    w, today = state.reader(), state.today()
    st.markdown(w("lawsuit.crime.lead"))
    parts.headline(w("lawsuit.crime.civil"))
    st.markdown(w("lawsuit.crime.card"))
    with st.container(key="crime_asked", border=True):
        principal, demands = _asked()
    line = crime_line(Lender.CREDIT_CARD, principal or ZERO, demands, today)
    blank = {"principal"} if principal is None else set()
    blank |= {"demands", "months"} if len(demands) < DEMANDS else set()
    parts.table(tables.crime_table(line, blank, w, facts()), w("lawsuit.crime.card"))
    missing = [c for c in line.conditions if c.state is State.NOT_MET]
    short = any(c.key not in blank for c in missing)
    st.info(w(f"lawsuit.crime.{'all_needed' if short else 'not_given' if missing else 'facts_decide'}", day=today))
    said = [w(f"lawsuit.crime.{name}") for name in ("before_prosecution", "not_card_overdraft")]
    st.markdown(w.together(said))
    civil = crime_line(None, ZERO, (), today)
    parts.cite([*line.citations, *civil.citations])


def _asked() -> tuple[Decimal | None, tuple[date, ...]]:
    """The card's principal, None if blank or impossible, and the bank's demands so far."""
    w, today = state.reader(), state.today()
    given = typed.money(w("lawsuit.crime.principal_input"), "crime_principal", 10**8)
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
    days = [day for day in demands if isinstance(day, date)]
    for day in days:
        if day > today:
            st.warning(w("lawsuit.odd_future", name=w("lawsuit.crime.demands_input"), day=day))
    return given, tuple(day for day in days if day <= today)
