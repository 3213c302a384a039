"""The day a paper came, the day of the hearing, and the procedure the papers name: the complaint's and the hearing's
day and the procedure are part of one's own case; beside an example, and of any other paper, they stand in the address.
"""

from datetime import date
from functools import partial

import streamlit as st

from overdue.casefile import FIELDS, check
from overdue.model import OverdueError
from overdue.ui import fields, state

OF_CASE = ("complaint_on", "hearing_on")
KEY, HEARING, UNDER = "came", "hearing", "under"  # in the address: beside the paper that is held
PROCEDURE = "papers_procedure"
PROCEDURES = ("ordinary", "small", "unknown")
SMALL = {"ordinary": "no", "small": "yes"}  # what the case and the address say of a procedure that is named


def arrive(name: str) -> None:
    """Take the day the address names for a paper; one that can be none is said to be, and nothing else."""
    given = state.own(_place(name))
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
        if held or name in OF_CASE:
            fields.ask(key, FIELDS["complaint_on"], label, fields.kept_day(key), partial(_put, name))
        else:
            fields.a_day(label, key)
        return
    _taken(name)
    fields.ask(key, FIELDS[name], label, getattr(state.case(), name), partial(state.take, name))


def days(names: tuple[str, ...]) -> dict[str, date | None]:
    """The days of papers as far as they are known, also where their fields are not drawn."""
    for name in filter(_of_case, OF_CASE):
        _taken(name)
    return {
        name: getattr(state.case(), name) if _of_case(name) else fields.kept_day(f"papers_{name}") for name in names
    }


def _taken(name: str) -> None:
    """Take into one's own case what was entered beside an example, once."""
    key = f"papers_{name}"
    typed = fields.kept_day(key)
    if typed is not None:
        state.enter(key, None)
        state.set_own(_place(name), "")
        if getattr(state.case(), name) is None:
            state.change(name, typed.isoformat())


def follow(name: str | None) -> None:
    """Let the address name the day of another paper, or none."""
    day = None if name is None or _of_case(name) else fields.kept_day(f"papers_{name}")
    state.set_own(KEY, day.isoformat() if day else "")


def procedure() -> None:
    """Ask which procedure the papers name; nothing is chosen for anybody."""
    w, s = state.reader(), st.session_state
    known = small_claim()
    if known is not None:
        s[PROCEDURE] = "small" if known else "ordinary"
        _hold(s[PROCEDURE])  # chosen on another page of this visit, or beside an example
    st.pills(
        w("lawsuit.procedure"),
        PROCEDURES,
        format_func=lambda code: w(f"lawsuit.procedure_{code}"),
        key=PROCEDURE,
        persist_state="session",
        on_change=lambda: _hold(s[PROCEDURE]),
    )


def small_claim() -> bool | None:
    """Whether the papers name small claims, as far as that was said."""
    said = state.own(UNDER) if state.account().is_example else state.case().small_claim
    said = said or SMALL.get(str(st.session_state.get(PROCEDURE)))
    return None if said not in SMALL.values() else said == "yes"


def _hold(chosen: str | None) -> None:
    said = SMALL.get(str(chosen), "")
    if state.account().is_example:
        state.set_own(UNDER, said)
    elif (state.case().small_claim or "") != said:
        state.change("small_claim", said)


def _put(name: str, text: str) -> None:
    state.enter(f"papers_{name}", date.fromisoformat(text) if text else None)
    state.set_own(_place(name), text)


def _place(name: str) -> str:
    return HEARING if name == "hearing_on" else KEY


def _of_case(name: str) -> bool:
    return name in OF_CASE and not state.account().is_example
