"""On paper: the plan of a lesson, and the claims to discuss with their verdicts on a page of their own."""

from pathlib import Path

import streamlit as st

from overdue import lesson
from overdue.claims import CLAIMS, Card
from overdue.lesson import Step
from overdue.ui import parts, state
from overdue.ui.workshop import answers, hall
from overdue.ui.workshop import plan as steps

SHEET = Path(__file__).parent / "paper.css"


def plan() -> None:
    """The plan with everything open: what to ask, show and say, and the common mistake, step by step."""
    w, form = state.reader(), hall.form()
    held = lesson.lesson(form)
    _head(w("workshop.plan_title", form=w(f"workshop.forms.{form}"), **hall.facts()), "plan_use")
    st.markdown(w.together([w("workshop.next"), w("workshop.spare"), w("workshop.keys")]))
    for number, step in enumerate(held, 1):
        with st.container(key=f"paper_step_{number}", gap=None):
            st.subheader(steps.label(number, step, form), anchor=False)
            steps.lines(step)
    st.caption(parts.stamp())


def cards() -> None:
    """The claims large, a frame each, to cut; on a page of their own the verdicts."""
    w = state.reader()
    held = [CLAIMS.card(step.own["card"]) for step in hall.picked() if lesson.is_card(step.id)]
    if not held:
        parts.door("workshop", open="cards")
        return
    _head(w("workshop.cards.title"), "cards.use")
    for number, card in enumerate(held, 1):
        with st.container(border=True, key=f"paper_card_{number}"):
            st.header(f"{w('workshop.cards.number', number=number)} {w.text(card.claim)}", anchor=False)
            st.caption(" · ".join(answers.option(option) for option in _options(card)))
    with st.container(key="paper_answers"):
        st.header(w("workshop.cards.answers"), anchor=False)
        for number, card in enumerate(held, 1):
            st.markdown(_answer(number, card))
        st.caption(parts.stamp(figures=False))


def _head(title: str, use: str) -> None:
    """The title, and on the screen alone what to do with the page and the way back."""
    w = state.reader()
    st.html(SHEET)
    with st.container(key="paper_use", horizontal=True):
        st.caption(w(f"workshop.{use}"))
        parts.door("workshop", label=w("workshop.out"), icon=None, width="content", **hall.kept())
    st.title(title, anchor=False)


def _options(card: Card) -> tuple[str, ...]:
    step: Step | None = lesson.find(f"{lesson.CARD}{card.id.lower()}")
    return step.options if step else ()


def _answer(number: int, card: Card) -> str:
    w = state.reader()
    head = f"{w('workshop.cards.number', number=number)} **{answers.option(card.verdict)}** {w.text(card.claim)}"
    return f"{head}  \n{w.text(card.says)}  \n:small[{' · '.join(card.rules)}]"
