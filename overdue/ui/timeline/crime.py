"""Is it a crime? What the law names beside what was entered, what is missing, and whom to ask; nobody is judged."""

from datetime import date
from decimal import Decimal

import streamlit as st

from overdue.milestones import crime_line
from overdue.tables import timeline as tables
from overdue.ui import fields, parts, state

DEMANDS = 2
QUESTIONS = ("card_offence", "other_offences", "ask_whom")
OTHER = ("other_taking", "other_contract", "other_forging", "other_refusing")


def page() -> None:
    """Draw this part: the sentence that holds for almost everybody, then what the law names, to be opened."""
    w = state.reader()
    st.header(w("help.not_a_crime"), anchor=False)
    st.markdown(w("lawsuit.crime.civil"))
    st.caption(w("help.reach", **parts.facts()))
    parts.questions("timeline", {"card_offence": _card, "other_offences": _others, "ask_whom": _ask})


def _card() -> None:
    """The conditions for a card, beside what is entered."""
    w, today, facts = state.reader(), state.today(), parts.facts()
    st.markdown(w("lawsuit.crime.card"))
    principal, demands = _asked()
    line = crime_line(principal, demands, today)
    parts.entries(tables.crime_table(line, w, facts))
    st.markdown(w(f"lawsuit.crime.{line.reading}", day=today))
    said = [w(f"lawsuit.crime.{name}", **facts) for name in ("payments", "before_prosecution", "not_card_overdraft")]
    st.markdown(w.together(said))
    parts.cite(line.citations)


def _others() -> None:
    st.markdown("\n".join(f"- {state.reader()(f'lawsuit.crime.{name}')}" for name in OTHER))


def _ask() -> None:
    st.markdown(state.reader()("lawsuit.crime.ask"))


def _asked() -> tuple[Decimal | None, tuple[date, ...]]:
    """The card's principal, None if blank or impossible, and the bank's demands so far."""
    w, today = state.reader(), state.today()
    given = fields.money(w("lawsuit.crime.principal_input"), "crime_principal", 10**8)
    demands = [
        fields.a_day(f"{w('lawsuit.crime.demands_input')} {n}", f"crime_demand_{n}") for n in range(1, DEMANDS + 1)
    ]
    days = [day for day in demands if day is not None]
    for day in days:
        if day > today:
            st.warning(w("lawsuit.odd_future", name=w("lawsuit.crime.demands_input"), day=day))
    return given, tuple(day for day in days if day <= today)
