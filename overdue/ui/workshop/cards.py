"""Claims to discuss: the facilitator picks some, puts one after another on the screen, or prints them to cut."""

import streamlit as st

from overdue import lesson
from overdue.claims import CLAIMS
from overdue.ui import parts, state
from overdue.ui.workshop import hall

USUAL = ("V34", "V5", "V7", "V21", "V76", "V27")  # to begin with; any others may be picked
BETWEEN, MOST = ".", 12


def pick() -> None:
    """Which claims; then the stage or the paper."""
    w = state.reader()
    held = [step.own["card"] for step in lesson.of_cards(state.own("cards").upper().split(BETWEEN))]
    chosen = st.multiselect(
        w("workshop.cards.pick"), list(CLAIMS.cards), default=held or list(USUAL), format_func=_claim,
        key="cards_picked", max_selections=MOST, persist_state="session",
    )  # fmt: skip
    steps = lesson.of_cards(chosen)
    if not steps:
        return
    own = {"cards": BETWEEN.join(chosen)} | hall.kept()
    with st.container(horizontal=True):
        stage = own | {state.STAGE: "1", state.STEP: steps[0].id}
        parts.door("workshop", label=w("workshop.guess"), width="content", **stage)
        parts.door("workshop", label=w("workshop.print"), width="content", view="cards", **own)


def _claim(card: str) -> str:
    return state.reader().text(CLAIMS.card(card).claim)
