"""What was typed in this visit and is no figure of the case: refused entries, and fields that only the visit keeps."""

from datetime import date
from decimal import Decimal

import streamlit as st

from overdue.model import OverdueError


def raw(value: object) -> str:
    """What a widget holds, as a person types it: no decimals that are nothing; an empty field is an empty text."""
    if value is None:
        return ""
    return f"{Decimal(repr(value)).normalize():f}" if isinstance(value, float) else str(value)


def refused(key: str) -> tuple[str, OverdueError] | None:
    """What was typed into a field and cannot be, with the reason; None where the field is in order."""
    held: dict[str, tuple[str, OverdueError]] = st.session_state.refused
    return held.get(key)


def refuse(key: str, text: str, error: OverdueError) -> None:
    """Keep what was typed beside the reason it cannot be."""
    st.session_state.refused = {**st.session_state.refused, key: (text, error)}


def accept(key: str) -> None:
    """A field is in order again."""
    st.session_state.refused = {name: kept for name, kept in st.session_state.refused.items() if name != key}


def entered() -> dict[str, Decimal | date | None]:
    """What was entered into fields that only this visit keeps, by key; None where a field was emptied."""
    held: dict[str, Decimal | date | None] = st.session_state.get("entered", {})
    return held


def enter(key: str, value: Decimal | date | None) -> None:
    """Keep what was entered into such a field."""
    st.session_state.entered = entered() | {key: value}
