"""What a page asks and no case keeps. No limit is given to the browser, which would answer in its own English
or drop a whole paste in silence: what was typed stays, beside our own sentence.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import streamlit as st

from overdue.casefile.fields import number as checked
from overdue.casefile.keys import Field
from overdue.model import OverdueError
from overdue.ui import fields, state


def money(label: str, key: str, most: int, least: str = "0", value: Decimal | None = None) -> Decimal | None:
    """Ask for an amount in yuan; None while it is empty or refused."""
    return _number(label, key, Field("money", Decimal(least), Decimal(most)), value, 100.0, "%.2f")


def count(label: str, key: str, least: int, most: int, value: int | None = None) -> int | None:
    """Ask for a whole number; None while it is empty or refused."""
    found = _number(label, key, Field("count", Decimal(least), Decimal(most)), value, 1.0, "%g")
    return None if found is None else int(found)


def _number(
    label: str, key: str, field: Field, value: Decimal | int | None, step: float, format_: str
) -> Decimal | None:
    first = None if value is None else float(value)
    given = st.number_input(label, value=first, step=step, format=format_, key=key, persist_state="session")
    try:
        return None if given is None else checked(state.raw(given), field)
    except OverdueError as error:
        refuse(key, error)
        return None


def text(label: str, key: str, most: int, area: bool = False, keep: Literal["session"] | None = None) -> str | None:
    """Ask for a text; None while it is longer than ``most`` characters."""
    ask = st.text_area if area else st.text_input
    given = str(ask(label, key=key, persist_state=keep) or "")
    if len(given) <= most:
        return given
    refuse(key, OverdueError("field.text", given=len(given), most=most))
    return None


def refuse(key: str, error: OverdueError) -> None:
    """The sentence beside a field whose entry cannot be used."""
    with st.container(key=f"problem_{key}"):
        st.warning(fields.sentence(error))
