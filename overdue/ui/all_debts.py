"""All debts of the case, worked out together once for it, and what the person calls each of them."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from overdue.casefile import Case
from overdue.casefile.debts import named, numbers
from overdue.debts import Debts
from overdue.ui import state

WRITTEN = ("letter_lender_", "letter_contract_")  # fields of a letter, each followed by the number of its debt


def all_debts() -> Debts:
    """The debts of this visit's case; worked out anew only when the case or a name has changed."""
    s, account = st.session_state, state.account()
    held: Debts | None = s.get("debts_held")
    if held is None or held.account is not account or held.called != names():
        held = s.debts_held = Debts(account, names())
    return held


def names() -> dict[int, str]:
    """What debts are called, by number: kept for this visit, never in an address or a file."""
    held: dict[int, str] = st.session_state.get("debt_names", {})
    return held


def rename(number: int, called: str) -> None:
    """Call a debt by a name; by none where it is empty."""
    rest = {held: name for held, name in names().items() if held != number}
    st.session_state.debt_names = rest | ({number: called} if called else {})


def renumbered(change: Callable[[Case], Case]) -> Case:
    """The case with its debts moved, all that goes by their numbers with them: names, and fields of letters."""
    s, case = st.session_state, state.case()

    def new(number: int) -> int | None:
        return next(iter(numbers(change(replace(case, turns=named((number,)))).turns)), None)

    st.session_state.debt_names = {there: name for number, name in names().items() if (there := new(number))}
    for start in WRITTEN:
        told = {key: s[key] for key in map(str, s) if key.startswith(start)}
        for key in told:
            del s[key]
        for key, text in told.items():
            there = new(int(key.removeprefix(start)))
            if there:
                s[f"{start}{there}"] = text
    return change(case)
