"""A day asked on this page only: it stays in the visit and never enters the address."""

from __future__ import annotations

from datetime import date

import streamlit as st

from overdue.casefile.keys import FIRST_DAY, LAST_DAY


def day(label: str, key: str, value: date | None = None) -> date | None:
    """Ask for a day, which may stay empty; another ``value`` to begin with starts the field anew."""
    named = key if value is None else f"{key}_{value}"
    found = st.date_input(label, value, FIRST_DAY, LAST_DAY, named, format="YYYY-MM-DD")
    return found if isinstance(found, date) else None
