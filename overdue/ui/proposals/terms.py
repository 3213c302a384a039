"""The fields of a proposal: those with a key of their own, and those kept in the compact code."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import streamlit as st

from overdue.casefile import FIELDS, check
from overdue.casefile.keys import FIRST_DAY, LAST_DAY
from overdue.casefile.offers import ITEMS, KEYS, desk
from overdue.casefile.terms import Terms, usual
from overdue.model import OverdueError
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
    w = state.reader()
    own = KEYS.get(letter, {}).get(figure)
    key = own or f"{letter}_{figure}"
    help_ = f"proposals.term.{figure}_help"
    asked: dict[str, object] = {"label": w(f"proposals.term.{label or figure}"), "key": key}
    asked |= {"on_change": state.put, "args": (own,)} if own else {"on_change": _put, "args": (letter, figure)}
    asked |= {"help": w(help_)} if w.has(help_) else {}
    draft = st.session_state.drafts.get(own) if own else _refused().get(key, ("", None))[0] or None
    _widget(figure, getattr(terms, figure), draft, asked)
    if own:
        fields.problem(own)
    elif key in _refused():
        st.warning(fields.sentence(_refused()[key][1]))


def _widget(figure: str, value: object, draft: str | None, asked: dict[str, object]) -> None:
    key, range_ = str(asked["key"]), RANGES.get(figure)
    kind = FIELDS[range_].kind if range_ else "yes"
    if kind == "yes":
        st.session_state[key] = value
        st.toggle(**asked)  # type: ignore[arg-type]
    elif kind == "day":
        st.session_state[key] = date.fromisoformat(draft) if draft else value
        st.date_input(value=None, min_value=FIRST_DAY, max_value=LAST_DAY, format="YYYY-MM-DD", **asked)  # type: ignore[call-overload]
    elif kind == "choice":
        w = state.reader()
        st.session_state[key] = value
        show: Callable[[str], str] = lambda code: w(f"fields.plan_method.{code}")  # noqa: E731
        st.selectbox(options=FIELDS["plan_method"].choices, format_func=show, **asked)  # type: ignore[call-overload]
    elif kind == "count":
        st.session_state[key] = float(str(draft or value))
        st.number_input(value=None, step=1.0, format="%g", **asked)  # type: ignore[call-overload]
    else:
        held = draft or value
        st.session_state[key] = None if held is None else float(str(held))
        st.number_input(value=None, step=STEPS[figure], format="%.2f", **asked)  # type: ignore[call-overload]


def _refused() -> dict[str, tuple[str, OverdueError]]:
    """What was typed into fields of the compact code and cannot be, by widget key."""
    held: dict[str, tuple[str, OverdueError]] = st.session_state.setdefault("terms_refused", {})
    return held


def _put(letter: str, figure: str) -> None:
    """Take a field of the compact code into the case; an empty one goes back to what is usual."""
    key, case = f"{letter}_{figure}", state.case()
    found = desk(case)
    given, range_ = st.session_state[key], RANGES.get(figure)
    _refused().pop(key, None)
    try:
        text = state.raw(given)
        plain = getattr(usual(found.proposals[letter].kind, case.as_of), figure)
        value = bool(given) if range_ is None else check(range_, text) if text else plain
        keep(found.edited(letter, found.proposals[letter].edited(figure, value)))
    except OverdueError as error:
        _refused()[key] = (state.raw(given), error)
