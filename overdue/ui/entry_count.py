"""How many instalments are unpaid: nothing is chosen for the person, and the count is shown as it is understood."""

from collections.abc import Callable
from decimal import Decimal

import streamlit as st

from overdue.casefile import FIELDS
from overdue.casefile.debts import PLAIN
from overdue.ui import fields, state


def draw() -> None:
    """How many are unpaid: nothing is chosen for the person, and the count is shown as it is understood.

    It stands there before the day is given, and the line below the count before the count is: no field may move
    while the one above it is filled in.
    """
    case = state.case()
    only = case.due_on is not None and _most() == 1
    st.session_state["entry_later"] = "one" if only else _counted()
    pick("entry_later", ("one",) if only else ("one", "more"), _count)
    if case.missed > 1:
        fields.missed()
    elif _counted() == "more" and not only:  # the count itself is asked for: none is put into the person's mouth
        w = state.reader()
        fields.ask("missed", FIELDS["missed"], w("fields.missed.label"), None, _how_many)
        st.caption(w("fields.missed.monthly"))
    fields.number("remaining", 100.0)


def _most() -> int:
    """How many can have fallen due since the first day."""
    case = state.case()
    return (
        1 if case.due_on is None or case.rows else case.edited(principal=case.principal or Decimal(1)).can_be_missed()
    )


def ready() -> bool:
    """Whether everything that makes the sum was said."""
    return not state.account().missing and (_most() == 1 or _counted() == "one" or state.case().missed > 1)


def _counted() -> str | None:
    """What was said about how many are unpaid; None while nothing was."""
    case = state.case()
    if case.missed > 1:
        return "more"
    if case.later == "paid" and not case.remaining:
        return "one"
    chosen: str | None = st.session_state.get("entry_chosen_entry_later")
    return chosen


def _how_many(text: str) -> None:
    state.take("missed", text)
    if state.case().missed == 1:
        _say("one")


def _count() -> None:
    state.change("missed", "1")
    _say(st.session_state["entry_later"])


def _say(chosen: str) -> None:
    """Take how many are unpaid: whoever says “only this one” has said that what fell due later is paid, or was none."""
    st.session_state["entry_chosen_entry_later"] = chosen
    if not state.case().remaining:
        state.keep(state.case().edited(later="paid" if chosen == "one" else PLAIN.later))


def pick(name: str, codes: tuple[str, ...], on_change: Callable[[], None]) -> None:
    """Ask for one of a few answers, side by side."""
    w = state.reader()
    st.segmented_control(
        w(f"entry.{name}.ask"),
        codes,
        format_func=lambda code: w(f"entry.{name}.{code}"),
        key=name,
        required=True,
        on_change=on_change,
    )
