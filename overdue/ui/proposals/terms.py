"""The fields of a proposal: those with a key of their own, and those kept in the compact code."""

from __future__ import annotations

from functools import partial

import streamlit as st

from overdue.casefile import FIELDS, check
from overdue.casefile.offers import ITEMS, KEYS
from overdue.casefile.terms import Terms, usual
from overdue.ui import fields, state
from overdue.ui.proposals.desk import keep

RANGES = {figure: key for figure, key in ITEMS.values() if key is not None}
STEPS = {"penalty": 10.0, "interest": 10.0, "principal": 5.0, "amount": 100.0, "rate": 0.6, "down": 100.0}


def main(letter: str, terms: Terms) -> None:
    """The fields everybody looks at."""
    if terms.kind == "lump":
        ask(letter, terms, "on", "on_lump")
        ask(letter, terms, "penalty")
        ask(letter, terms, "amount")
    else:
        ask(letter, terms, "on", "on_plan")
        ask(letter, terms, "months")
        ask(letter, terms, "method")
        ask(letter, terms, "rate", "rate_flat" if terms.method == "flat_fee" else "rate")
        ask(letter, terms, "penalty")


def further(letter: str, terms: Terms) -> None:
    """What some offers add."""
    ask(letter, terms, "interest")
    ask(letter, terms, "principal")
    if terms.kind == "lump":
        ask(letter, terms, "valid_until")
        ask(letter, terms, "whole")
    else:
        for figure in ("down", "whole", "stays_waived", "stays_stopped"):
            ask(letter, terms, figure)


def ask(letter: str, terms: Terms, figure: str, label: str = "") -> None:
    """One figure of one proposal; its key in the address where it has one, else letter and figure."""
    w, range_ = state.reader(), RANGES.get(figure)
    own = KEYS.get(letter, {}).get(figure)
    key = own or f"{letter}_{figure}"
    said, help_ = w(f"proposals.term.{label or figure}"), f"proposals.term.{figure}_help"
    help_text = w(help_) if w.has(help_) else None
    if range_ is None:
        st.session_state[key] = getattr(terms, figure)
        st.toggle(said, key=key, help=help_text, on_change=_switch, args=(letter, figure))
        return
    fields.ask(
        key,
        FIELDS[range_],
        said,
        getattr(terms, figure),
        partial(state.take, own) if own else partial(_put, letter, figure),
        help=help_text,
        step=STEPS.get(figure),
        names=lambda code: w(f"fields.plan_method.{code}"),
    )


def _switch(letter: str, figure: str) -> None:
    found = state.account().desk
    keep(found.edited(letter, found.proposals[letter].edited(figure, bool(st.session_state[f"{letter}_{figure}"]))))


def _put(letter: str, figure: str, text: str) -> None:
    """Take a field of the compact code into the case; an empty one goes back to what is usual."""
    case, found = state.case(), state.account().desk
    plain = getattr(usual(found.proposals[letter].kind, case.as_of, case.pay_on), figure)
    value = check(RANGES[figure], text) if text else plain
    keep(found.edited(letter, found.proposals[letter].edited(figure, value)))
