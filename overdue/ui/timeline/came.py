"""The day a paper came: a complaint's is part of one's own case, any other stands in the address of the page."""

from datetime import date
from functools import partial

import streamlit as st

from overdue.casefile import FIELDS, check
from overdue.model import OverdueError
from overdue.ui import fields, state

KEY = "came"  # in the address, beside the paper that is held


def arrive(name: str) -> None:
    """Take the day the address names for a paper; one that can be none is said to be, and nothing else."""
    given = state.own(KEY)
    if not given or _of_case(name):
        return
    try:
        day = check("complaint_on", given)
    except OverdueError as error:
        st.warning(fields.sentence(error))
        return
    if state.arrived() and isinstance(day, date):
        state.enter(f"papers_{name}", day)


def ask(name: str, held: bool) -> None:
    """Ask for the day of a paper; ``held`` is the one that is looked at, whose day a reload and a link bring again."""
    w, key = state.reader(), f"papers_{name}"
    label = w(f"lawsuit.{name}")
    if not _of_case(name):
        if held:
            fields.ask(key, FIELDS["complaint_on"], label, fields.kept_day(key), partial(_put, key))
        else:
            fields.a_day(label, key)
        return
    typed = fields.kept_day(key)
    if typed is not None:  # entered beside an example: taken along once
        state.enter(key, None)
        state.set_own(KEY, "")
        if state.case().complaint_on is None:
            state.change(name, typed.isoformat())
    fields.ask(key, FIELDS[name], label, state.case().complaint_on, partial(state.take, name))


def follow(name: str | None) -> None:
    """Let the address name the day of another paper, or none."""
    day = None if name is None or _of_case(name) else fields.kept_day(f"papers_{name}")
    state.set_own(KEY, day.isoformat() if day else "")


def _put(key: str, text: str) -> None:
    state.enter(key, date.fromisoformat(text) if text else None)
    state.set_own(KEY, text)


def _of_case(name: str) -> bool:
    return name == "complaint_on" and not state.account().is_example
