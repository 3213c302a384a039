"""The debt that is being entered, and the button that puts it on the list."""

import streamlit as st

from overdue.casefile import debts as noun
from overdue.casefile import read
from overdue.model import OverdueError
from overdue.ui import all_debts, fields, parts, state
from overdue.ui.debts import entry
from overdue.words import listed

MONEY = ("income", "needs", "spending", "savings", "monthly", "helps")
ALIKE = ("due_on", "rate", "daily_rate")  # what one debt may have as the one before it


def begun() -> bool:
    """Whether a debt is being entered: then no example stands under its fields."""
    s = st.session_state
    return bool(s.get("q_add") or s.get("debt_draft") or all_debts.names().get(entry.NEW))


def draw() -> None:
    """The fields of a debt that is not there yet, and the button that puts it there."""
    _as_before()
    entry.draw(entry.NEW)
    fields.told("debt_add")  # where the finger is: under the button it would lie below the screen
    st.button(state.reader()("debts.add"), key="debt_add", on_click=_add)


def _as_before() -> None:
    """What the debt entered before this one had, at a tap: its rate is offered, and never taken unasked."""
    w, draft = state.reader(), entry.held(entry.NEW)
    before = {} if state.account().is_example else noun.numbered(state.case())
    last = before[max(before)] if before else draft
    given = {name: value for name in ALIKE if (value := getattr(last, name)) is not None}
    if not before or not given:
        return
    st.caption(w("debts.before"))
    with st.container(horizontal=True, gap="small", key="debt_before"):
        for name, value in given.items():
            st.button(
                w(f"debts.before_{name}", value=value),
                key=f"debt_before_{name}",
                icon=":material/check:" if getattr(draft, name) == value else None,
                on_click=entry.take,
                args=(entry.NEW, name, state.raw(value)),
            )


def _add() -> None:
    """Put the debt on the list; the figures of an example never stand beside it."""
    draft = entry.held(entry.NEW)
    state.accept("debt_add")
    for key, (typed, error) in st.session_state.refused.items():
        if key.startswith(f"debt_{entry.NEW}_"):  # it stays where it was typed
            state.refuse("debt_add", typed, error)
            return
    missing = draft.missing or (() if entry.counted(entry.NEW) or draft.can_be_missed() == 1 else ("missed",))
    if missing:
        lacking = listed(f"fields.{name}.label" for name in missing)
        state.refuse("debt_add", "", OverdueError("case.missing", names=lacking))
        return
    typed = _typed() if state.account().is_example else {}
    called = all_debts.names().get(entry.NEW, "")
    if state.account().is_example:
        state.own_case()
    try:
        made = noun.added(state.case(), draft).edited(**typed)
    except OverdueError as error:
        state.refuse("debt_add", "", error)
        return
    state.keep(made)
    s = st.session_state
    s.debt_draft, s.debt_missed, s.debt_note = None, False, max(noun.numbered(made))
    all_debts.rename(entry.NEW, "")
    all_debts.rename(s.debt_note, called)
    s.q_add = False  # the answer is what is looked for now
    parts.bring()


def _typed() -> dict[str, object]:
    """What the person entered of a budget beside an example: that is theirs, whatever else goes."""
    case = state.case()
    story, _ = read({"story": str(case.story)}, state.today())
    return {name: given for name in MONEY if (given := getattr(case, name)) != getattr(story, name)}
