"""The workshop: a plan for the facilitator, a room for the phones, one question at a time on the screen."""

import streamlit as st

from overdue import lesson
from overdue.rooms import tidy_code
from overdue.ui import fields, parts, state
from overdue.ui.workshop import cards, hall, paper, phone, plan, play, screen

VIEWS = {"play": play.page, "cards": paper.cards, "plan": paper.plan}


def page() -> None:
    """Draw the page: a phone with a room's code sees the room while it is there, others the plan or a part."""
    code, view = state.own(state.ROOM) or phone.been(), state.own("view")
    if view in VIEWS:
        _offer()
        fields.guarded(VIEWS[view])
        return
    who = hall.token()
    if state.staged():
        fields.guarded(lambda: screen.page(who))
    elif code and hall.held(who) is None:
        if phone.over(code):
            st.markdown(state.reader()("workshop.is_over"))
            hall.taken()
            parts.door("entry")
            phone.join()
        elif fields.guarded(lambda: _joined(code, who)) is None:
            phone.join(code)
    else:
        _offer()
        parts.opening("workshop")
        if hall.held(who) is None:
            phone.join()
        plan.draw(who)
        parts.questions("workshop", {"cards": cards.pick, "play": play.door})
        plan.foot()


def _offer() -> None:
    """A ready-made person gets what the lesson offers them, so that paper and plan tell what the screen will."""
    state.keep(lesson.offered(state.case(), state.today()))


def _joined(code: str, who: str | None) -> str:
    """Draw the room of a code as a phone sees it; its code as it is kept."""
    found = hall.rooms().find(tidy_code(code)).code
    phone.draw(found, who)
    return found
