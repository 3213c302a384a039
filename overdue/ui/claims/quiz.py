"""The quiz: the verdict is guessed before it is shown; the run is in the address, the score nowhere."""

import random

import streamlit as st

from overdue.casefile.fields import shown
from overdue.claims import HIGHEST_SEED, Card, Verdict, quiz, score
from overdue.tables import claims as tables
from overdue.ui import parts, state
from overdue.ui.claims import cards


def page() -> None:
    """Draw the run the address names, or the way to start one."""
    w, given = state.reader(), state.own("quiz")
    st.markdown(w("claims.quiz.intro"))
    if not (given.isascii() and given.isdigit() and int(given) <= HIGHEST_SEED):
        if given:
            st.warning(w("claims.quiz.unknown", given=shown(given)))
        st.button(w("claims.quiz.start"), key="quiz_start", on_click=_start)
        return
    drawn = quiz(int(given))
    guesses, place = _run(given)
    if place < len(drawn):
        _card(drawn, place, guesses)
    else:
        _result(drawn, guesses)
    cards.link(w("claims.quiz.address"), quiz=given)


def _start() -> None:
    """Draw a new run; any number will do, and nobody needs to be unable to guess it."""
    state.set_own("card", "")
    state.set_own("view", "")
    state.set_own("quiz", str(random.randint(0, HIGHEST_SEED)))


def _run(given: str) -> tuple[dict[str, Verdict], int]:
    """The guesses of this run and the place of the card shown; another run begins anew."""
    s = st.session_state
    if s.get("quiz_run") != given:
        s.quiz_run, s.quiz_guesses, s.quiz_place = given, {}, 0
    return s.quiz_guesses, s.quiz_place


def _card(drawn: tuple[Card, ...], place: int, guesses: dict[str, Verdict]) -> None:
    w, card = state.reader(), drawn[place]
    st.progress((place + 1) / len(drawn), text=w("claims.quiz.progress", number=place + 1, count=len(drawn)))
    with st.container(key=f"quiz_{card.id}", border=True):
        st.header(w.text(card.claim), anchor=False)
        guess = guesses.get(card.id)
        if guess is None:
            st.markdown(w("claims.quiz.guess"))
            for verdict in Verdict:
                st.button(
                    w(f"claims.verdict.{verdict}"), key=f"guess_{verdict}", on_click=_guess, args=(card.id, verdict),
                    width="stretch",
                )  # fmt: skip
            return
        names = {"guess": w(f"claims.verdict.{guess}"), "verdict": w(f"claims.verdict.{card.verdict}")}
        if guess is card.verdict:
            st.markdown(w("claims.quiz.right", verdict=names["verdict"]))
        else:
            st.markdown(w("claims.quiz.other", **names))
        cards.answer(card)
    last = place + 1 == len(drawn)
    st.button(w("claims.quiz.result" if last else "claims.quiz.onward"), key="quiz_onward", on_click=_onward)


def _guess(card: str, verdict: Verdict) -> None:
    st.session_state.quiz_guesses = {**st.session_state.quiz_guesses, card: verdict}


def _onward() -> None:
    st.session_state.quiz_place += 1


def _result(drawn: tuple[Card, ...], guesses: dict[str, Verdict]) -> None:
    w = state.reader()
    sentence = w("claims.quiz.score", score=score(drawn, guesses), count=len(drawn))
    with st.container(key="quiz_result"):
        st.header(sentence, anchor=False)
    st.markdown(w("claims.quiz.calm"))
    parts.table(
        tables.answers(drawn, guesses, w), w("claims.quiz.score", score=score(drawn, guesses), count=len(drawn))
    )
    for card in drawn:
        if guesses.get(card.id) is not card.verdict:
            st.button(w("claims.find.open", id=card.id), key=f"again_{card.id}", on_click=cards.show, args=(card.id,))
    st.button(w("claims.quiz.again"), key="quiz_again", on_click=_start)
