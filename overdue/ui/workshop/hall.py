"""The room as the facilitator holds it: who they are, the code and its QR, the question and its counts on stage."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from overdue import lesson
from overdue.account import Account
from overdue.casefile import read
from overdue.charts import room as charts
from overdue.exports.qr import qr_svg
from overdue.lesson import Step
from overdue.model import OverdueError
from overdue.rooms import Counts, Memory, OnRedis, Room, Rooms, shown
from overdue.ui import parts, state

TOKEN = re.compile(r"[A-Za-z0-9_-]{16,64}")
EVERY = "2s"
_component = st.components.v2.component(
    "token", html="<i></i>", js=(Path(__file__).parent / "token.js").read_text("utf-8")
)


@st.cache_resource
def rooms() -> Rooms:
    """The rooms of this server, or of all servers where ``REDIS_URL`` names where they meet."""
    url = os.environ.get("REDIS_URL")
    return Rooms(OnRedis(url) if url else Memory(), lambda: datetime.now(UTC))


def token() -> str | None:
    """A random word that this browser keeps, so that a reload or a nap loses nothing; None until it has said it."""
    found = _component(key="who", on_token_change=lambda: None).get("token")
    return found if isinstance(found, str) and TOKEN.fullmatch(found) else None


def address(**own: str) -> str:
    """The address of this page for others: the one they can reach where it is set, else the one in the bar."""
    base = os.environ.get("PUBLIC_ADDRESS") or "{0.scheme}://{0.netloc}".format(urlsplit(st.context.url or ""))
    asked = "&".join(f"{name}={given}" for name, given in own.items())
    return f"{base.rstrip('/')}/workshop?{asked}"


def held(who: str | None) -> Room | None:
    """The facilitator's own room as it stands; None where there is none, or it is over."""
    code = st.session_state.get("hall")
    if not code or who is None:
        return None
    try:
        found = rooms().find(code)
    except OverdueError:
        del st.session_state["hall"]
        return None
    return found if found.owner == who else None


def open_room(who: str) -> None:
    """Open a room and go on leading it."""
    story = state.case().story or ""
    st.session_state["hall"] = rooms().open(who, story).code


def account_of(room: Room) -> Account | None:
    """The case of the ready-made person a room is about; None where it is the facilitator's own."""
    return _person(room.story) if room.story else None


@st.cache_resource(show_spinner=False, max_entries=20)
def _person(story: str) -> Account:
    return Account(read({"story": story}, state.today())[0])


def code(room: Room, width: int) -> None:
    """The code in large letters, the QR, and the address in writing under it."""
    w, where = state.reader(), address(room=room.code)
    with st.container(horizontal=True, vertical_alignment="center", key="room_code"):
        st.image(qr_svg(where, w("workshop.scan")), width=width)
        with st.container(key="figure_room"):
            st.markdown(f"**{room.code}**")
            st.caption(where)


def step() -> Step:
    """The step of the lesson the address names, else the first."""
    return lesson.find(state.own("step")) or lesson.steps()[0]


def stage(who: str | None) -> None:
    """One question for the whole room: the code, how many have answered, then the counts beside the truth."""
    w, now = state.reader(), step()
    st.title(w(f"workshop.step.{now.id}.ask", **facts()), anchor=False)
    _live(who, now)


@st.fragment(run_every=EVERY)
def _live(who: str | None, now: Step) -> None:
    w, room = state.reader(), held(who)
    if room is None:
        st.markdown(w("workshop.no_room"))
        if who is not None:
            st.button(w("workshop.open_room"), key="open_room", on_click=open_room, args=(who,))
        return
    counts = room.counts(now.id)
    if counts is not None:
        _counted(now, counts)
        return
    code(room, 260)
    if room.question is not None and room.question.name == now.id:
        st.markdown(w("workshop.answered", count=room.answered))
        st.button(w("workshop.close"), key="room_close", on_click=_close, args=(room,))
    else:
        st.button(w("workshop.ask"), key="room_ask", on_click=_ask, args=(room, now))


def _ask(room: Room, now: Step) -> None:
    rooms().ask(room.code, room.owner, lesson.question(now, state.account(), state.today()))


def _close(room: Room) -> None:
    rooms().close(room.code, room.owner)


def _counted(now: Step, counts: Counts) -> None:
    """The truth first, then how the room guessed; fewer than five guesses are not drawn."""
    w = state.reader()
    truth = lesson.truth(now, state.account(), state.today())
    st.markdown(w("workshop.truth"))
    with st.container(key="figure_truth"):
        st.markdown(f"**{_named(now, truth)}**")
    st.markdown(w(f"workshop.step.{now.id}.say", **facts()))
    by_bin = shown(counts)
    if by_bin is None:
        st.caption(w("workshop.too_few", count=counts.people))
        return
    names = [_space(now, counts, name) for name in by_bin]
    hit = counts.question.bin(truth)
    said = [w("workshop.of", count=n, people=counts.people) for n in by_bin.values()]
    alt = " · ".join(f"{name}: {text}" for name, text in zip(names, said, strict=True))
    figure = charts.counted(names, list(by_bin.values()), said, list(by_bin).index(hit), parts.look())
    parts.figure(figure, alt, "room_counts")


def _named(now: Step, given: str) -> str:
    """An answer in words."""
    w = state.reader()
    if now.kind == "choice":
        return w(f"workshop.option.{given}")
    return w.yuan(Decimal(given)) if now.shares else w(f"workshop.unit.{now.id}", number=given)


def _space(now: Step, counts: Counts, name: str) -> str:
    """The name of a space between two edges, or of an option."""
    w, edges = state.reader(), counts.question.edges
    if now.kind == "choice":
        return w(f"workshop.option.{name}")
    place = int(name)
    low = w.number(edges[place - 1], 0) if place else ""
    high = w.number(edges[place], 0) if place < len(edges) else ""
    key = "between" if low and high else "from" if low else "below"
    return w(f"workshop.space.{key}", low=low, high=high)


def facts() -> dict[str, str]:
    """What the words of a step name: the person, the sum now, the numbers of law."""
    w, account = state.reader(), state.account()
    story = account.case.story
    name = w(f"home.name.{story}") if story else w("workshop.you")
    total = "" if account.missing else w.yuan(account.ledger.total)
    return {**parts.facts(), "name": name, "total": total}
