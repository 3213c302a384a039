"""Playing the lender in pairs: a line, three replies, what the reply did; at the end what was used and given away."""

from collections.abc import Mapping
from typing import Literal

import streamlit as st

from overdue.exports.qr import qr_svg
from overdue.law import LAW
from overdue.lesson import play
from overdue.lesson.play import Place, Talk, Turn
from overdue.model import ZERO
from overdue.ui import outside, parts, state
from overdue.ui.workshop import hall, phone

MARKS = ("used", "given", "open")
BETWEEN = "."


def page() -> None:
    """Draw the talk as far as it has come; its replies are in the address."""
    w, account = state.reader(), state.account()
    if account.missing or not account.ledger.total:
        parts.ask_first()
        return
    talk = play.talk(state.own("play").split(BETWEEN))
    held = {**play.figures(play.after(account, talk)), **play.split(account)}
    sums = {name: w.yuan(amount) for name, amount in held.items()}
    facts = {**hall.facts(), **sums, "days": str(play.days(account))}
    if state.staged():
        left, right = st.columns([3, 1])
        with right:
            _scanned("stretch")
        with left, st.container(key="play", gap="xsmall"):
            _talked(talk, facts)
    else:
        _talked(talk, facts)
        if code := phone.attended():
            parts.door("workshop", label=w("workshop.room", code=code), room=code)
        elif not hall.participant():
            parts.door("workshop", label=w("workshop.out"), width="content", **hall.kept())


def _talked(talk: Talk, facts: Mapping[str, str]) -> None:
    """The talk so far: what the last reply did, the next line with its replies, or the end; and the way back."""
    w = state.reader()
    st.title(w("play.title"), anchor=False)
    if talk.turns:
        _did(talk.turns[-1], facts)
    else:
        st.markdown(w("play.next", **facts))
    if talk.place is not None:
        _place(talk.place, talk, facts)
    else:
        _end(talk, facts)
    if talk.turns:
        with st.container(horizontal=True):
            st.button(w("play.back"), key="play_back", on_click=_set, args=(_names(talk)[:-1],))
            st.button(w("play.again"), key="play_again", on_click=_set, args=((),))


def door() -> None:
    """The way to the screen from the plan, and the short address of the ready-made person for the phones."""
    w = state.reader()
    st.markdown(w("play.next", **hall.facts()))
    own = hall.kept() | {state.STAGE: "1", "view": "play"}
    parts.door("workshop", label=w("play.screen"), width="content", **own)
    _scanned(160)


def _scanned(width: int | Literal["stretch"]) -> None:
    """The talk's QR and its address in writing; none for a case of the facilitator's own."""
    w, story = state.reader(), state.case().story
    if story is not None:
        where = outside.address("workshop", view="play", story=story)
        st.image(qr_svg(where, w("play.scan")), width=width, alt=w("play.scan"))
        st.caption(w("play.scan"))
        st.markdown(where)


def _names(talk: Talk) -> tuple[str, ...]:
    return tuple(turn.name for turn in talk.turns)


def _set(names: tuple[str, ...]) -> None:
    state.set_own("play", BETWEEN.join(names))


def _place(place: Place, talk: Talk, facts: Mapping[str, str]) -> None:
    """The lender's line and the replies to it."""
    w = state.reader()
    st.caption(w("play.lender"))
    st.header(w(place.line, **facts), anchor=False)
    st.caption(w("play.reply"))
    for name, reply in place.replies.items():
        st.button(
            w(reply.says, **facts), key=f"play_{place.name}_{name}", width="stretch", on_click=_set,
            args=((*_names(talk), name),),
        )  # fmt: skip


def _did(turn: Turn, facts: Mapping[str, str]) -> None:
    """What the last reply did, and by which rules."""
    w = state.reader()
    with st.container(key="play_did"):
        st.markdown(w("play.said", says=w(turn.reply.says, **facts)))
        rules = "" if state.staged() else f"  \n:small[{_rules(turn)}]"  # before a room the talk alone, on one screen
        st.markdown(f"**{w(f'play.mark.{turn.reply.mark}')}** {_does(turn, facts)}{rules}")


def _does(turn: Turn, facts: Mapping[str, str]) -> str:
    place, name = turn.place.name, turn.name
    return _said(f"play.{place}.{name}.does", f"play.{place}.{name}.does_still", facts)


def _said(key: str, still: str, facts: Mapping[str, str]) -> str:
    """A sentence of the talk; where the debt no longer grows the one for that, if there is one."""
    w = state.reader()
    return w(still if facts["month"] == w.yuan(ZERO) and w.has(still) else key, **facts)


def _rules(turn: Turn) -> str:
    w = state.reader()
    return " ".join(w("workshop.rule", title=LAW.rule(rule).title, rule=rule) for rule in turn.reply.rules)


def _end(talk: Talk, facts: Mapping[str, str]) -> None:
    """How it ended, and each reply by what it did with a right."""
    w = state.reader()
    st.header(_said(f"play.end.{talk.end}", f"play.end.{talk.end}_still", facts), anchor=False)
    st.markdown(f"**{w('play.debrief')}**")
    for mark in MARKS:
        turns = [turn for turn in talk.turns if turn.reply.mark == mark]
        if turns:
            lines = [f"- {w(turn.reply.says, **facts)}  \n  :small[{_rules(turn)}]" for turn in turns]
            st.markdown("\n".join([f"**{w(f'play.mark.{mark}')}**", "", *lines]))
    parts.door("negotiate", open="before")
