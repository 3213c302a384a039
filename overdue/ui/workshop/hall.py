"""The room as the facilitator holds it: who they are, its code and QR, the lesson's place, what a step's words name."""

import os
import re
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import streamlit as st

from overdue import lesson
from overdue.account import Account
from overdue.claims import CLAIMS
from overdue.exports.qr import qr_svg
from overdue.lesson import FORMS, Form, Step, divide, grow
from overdue.model import OverdueError
from overdue.rooms import Memory, OnRedis, Room, Rooms, tidy_code
from overdue.ui import outside, parts, state

TOKEN = re.compile(r"[A-Za-z0-9_-]{16,64}")
EVERY = 2  # seconds
LED = "led"  # where this window saw the room last, when it led it
END = "end"  # the last place of a lesson: no step, what to take home
TAKEN = ("grow.say_open", "offer.say", "scam.say")  # the steps whose sentence is taken home
_component = st.components.v2.component(
    "token", html="<i></i>", js=(Path(__file__).parent / "token.js").read_text("utf-8")
)


@st.cache_resource
def rooms() -> Rooms:
    """The rooms of this server, or of all servers where ``REDIS_URL`` names where they meet."""
    url = os.environ.get("REDIS_URL")
    return Rooms(OnRedis(url) if url else Memory(), lambda: datetime.now(UTC))


def token() -> str | None:
    """A random word that this browser keeps, so that a reload or a nap loses nothing; None until it has said it.

    Once said it is kept for the visit: what the browser says again runs the page again, and somebody may be leaving it.
    """
    if kept := st.session_state.get("token"):
        return str(kept)
    found = _component(key="who", on_token_change=lambda: None).get("token")
    if not isinstance(found, str) or not TOKEN.fullmatch(found):
        return None
    st.session_state["token"] = found
    return found


def held(who: str | None) -> Room | None:
    """The facilitator's own room, by its code in the address or in the visit; None where there is none, or it is over.

    The address keeps it: a reload, and a second window before the room, lead the same one.
    """
    code = state.own(state.ROOM) or st.session_state.get("hall")
    if not code or who is None:
        return None
    try:
        found = rooms().find(tidy_code(code))
    except OverdueError:
        st.session_state.pop("hall", None)
        return None
    if found.owner != who:
        return None
    st.session_state["hall"] = found.code
    return found


def kept() -> dict[str, str]:
    """What belongs to the lesson wherever it leads: its room, its length, whether its figures are masked."""
    code = state.own(state.ROOM) or st.session_state.get("hall", "")
    held_ = {state.ROOM: code, state.FORM: form(), state.MASK: state.own(state.MASK)}
    return {name: given for name, given in held_.items() if given}


def secret(now: Step) -> bool:
    """Whether a step's answer is not to be seen yet: its question is open in the room, or the figures are masked."""
    room = held(st.session_state.get("token"))
    open_ = None if room is None else room.question
    return bool(state.own(state.MASK)) or (open_ is not None and open_.name == now.id)


def participant() -> bool:
    """Whether this is a phone of somebody who listens: in a room of another, or playing by the short address."""
    if state.own("view"):
        return state.own("view") == "play" and not state.own(state.FORM)
    return bool(state.own(state.ROOM)) and held(st.session_state.get("token")) is None


def taken() -> None:
    """What to take home from the lesson."""
    w, known = state.reader(), facts()
    st.markdown("\n".join(f"- {w(f'workshop.step.{name}', **known)}" for name in TAKEN))


def open_room(who: str) -> None:
    """Open a room and go on leading it; a sentence where there are too many."""
    try:
        code = rooms().open(who, state.case().story or "").code
    except OverdueError as error:
        state.refuse("room", "", error)
        return
    state.accept("room")
    st.session_state["hall"] = code
    state.set_own(state.ROOM, code)


def take_person(story: str) -> None:
    """Another person for the lesson: nothing of the case before stays, but this window goes on leading its room."""
    s = st.session_state
    kept_ = {name: s[name] for name in ("token", "hall", LED) if name in s}
    state.take_story(story)
    s.update(kept_)


def end_room(room: Room) -> None:
    """End the room, if it is not over already; nothing of it stays."""
    st.session_state.pop("hall", None)
    state.set_own(state.ROOM, "")
    try:
        rooms().end(room.code, room.owner)
    except OverdueError:
        return


def account_of(room: Room) -> Account | None:
    """The case of the ready-made person a room is about; None where it is the facilitator's own."""
    return _person(room.story) if room.story else None


@st.cache_resource(show_spinner=False, max_entries=20)
def _person(story: str) -> Account:
    return Account(lesson.person(story, state.today()))


def code(room: Room, width: int | str) -> None:
    """The QR, the code in large letters, and the address in writing under it."""
    w, where = state.reader(), outside.address("workshop", room=room.code)
    st.image(qr_svg(where, w("workshop.scan")), width=width, alt=w("workshop.scan"))  # type: ignore[arg-type]
    with st.container(width="content", gap="xsmall", key="room_address"):
        with st.container(key="figure_room"):
            st.markdown(f"**{room.code}**")
        st.markdown(where)


def people(room: Room) -> None:
    """How many have come in, but between two questions; how many have answered the one that is open."""
    w = state.reader()
    with st.container(horizontal=True, key="people", vertical_alignment="center", width="content"):
        if room.counting:
            with st.container(key="figure_here", width="content"):
                st.markdown(w("workshop.here", count=len(room.here)), width="content")
        if room.question:
            with st.container(key="figure_answered", width="content"):
                st.markdown(w("workshop.answered", count=room.answered), width="content")


def step() -> Step:
    """The step of the lesson the address names, else the first."""
    return lesson.find(state.own(state.STEP)) or lesson.steps()[0]


def form() -> Form:
    """How long the lesson is: what the address says, else what was chosen in this visit, else the longest."""
    given = (state.own(state.FORM), st.session_state.get("lesson_form"))
    return next((form for form in given if form in FORMS), FORMS[0])


def picked() -> tuple[Step, ...]:
    """The claims to discuss that the address names, as steps; with none, the one that is shown."""
    steps = lesson.of_cards(state.own("cards").upper().split("."))
    return steps or (step(),)


def asked(now: Step) -> str:
    """A step's question in words, about the case of this visit."""
    return told(now, "ask") if now.id == "grow" else question_words(now.id, facts())


def question_words(name: str, held_: dict[str, str]) -> str:
    """A question's words by its name: a step's, or those of a claim to discuss."""
    w, found = state.reader(), lesson.find(name)
    if found is not None and lesson.is_card(name):
        return w("workshop.step.card.ask", claim=w.text(CLAIMS.card(found.own["card"]).claim))
    return w(f"workshop.step.{name}.ask", **held_)


def told(now: Step, field: str) -> str:
    """What a step's plan says in one field; of the first step as the person's figures have it."""
    w, account = state.reader(), state.account()
    held = None if now.id != "grow" or account.missing else grow.year(account)
    if held is None:
        name = f"{field}_open" if now.id == "grow" and field == "say" else field
        return w(f"workshop.step.{now.id}.{name}", **(facts() | ({"day": ""} if now.id == "grow" else {})))
    ask = "ask" if account.ledger.total else "ask_clear"
    named = {"ask": ask, "say": held.says, "show": held.shows, "mistake": held.mistake}[field]
    grown = w.listed(w(f"penalty.move.{name}") for name in held.parts)
    sums = {"more": held.grows, "due": held.falls_due, "compound": held.parts.get("compound", Decimal(0))}
    said = {name: w.yuan(amount) for name, amount in sums.items()}
    return w(f"workshop.step.grow.{named}", **facts(), **said, grown=grown, day=w.day(held.until))


def facts() -> dict[str, str]:
    """What the words of a step name: the person, the sum now, the household's sums, the numbers of law."""
    w, account = state.reader(), state.account()
    story = account.case.story
    name = w(f"home.name.{story}") if story else w("workshop.somebody")
    total = w("workshop.some") if account.missing else w.yuan(account.ledger.total)
    paid, monthly = divide.paid_by_way(state.today()).values(), divide.household(state.today()).monthly
    shared = {"monthly": monthly, "least": min(paid), "most": max(paid)}
    sums = {key: w.yuan(amount) for key, amount in shared.items()}
    return {**parts.facts(), **sums, "name": name, "total": total}
