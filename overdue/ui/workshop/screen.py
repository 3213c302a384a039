"""One question on the screen before the room: the code, how many have answered, then the counts beside the truth."""

from functools import partial

import streamlit as st

from overdue import lesson
from overdue.claims import CLAIMS
from overdue.exports.qr import qr_svg
from overdue.lesson import Step
from overdue.rooms import Counts, Room, shown
from overdue.tables.tally import tally
from overdue.ui import fields, helpline, mover, outside, state
from overdue.ui.workshop import answers, given, hall


def page(who: str | None) -> None:
    """Draw the question of the step; it is asked in the room as soon as it stands there for the first time.

    Not where another window has the room: that one would lose its question, and with another person all its counts.
    """
    now, room = hall.step(), hall.held(who)
    if state.own(state.STEP) == hall.END:
        _end(room)
        return
    if room is not None and not _stands(room, now) and _leads(room):
        ask(room, now)
    elif room is not None:
        _follow(room, now)
    _live(who, now)


def _follow(room: Room, now: Step) -> None:
    """The phones go where the screen goes, back to a question that was closed earlier as well."""
    if room.question is None and room.step != now.id and _same(room) and room.counts(now.id) is not None:
        fields.guarded(
            lambda: hall.rooms().lead(room.code, room.owner, step=now.id, veiled=bool(state.own(state.MASK)))
        )
        st.session_state[hall.LED] = (room.story, now.id)


def _same(room: Room) -> bool:
    """Whether the room is about the person the facilitator looks at now."""
    return room.story == (state.case().story or "")


def _stands(room: Room, now: Step) -> bool:
    """Whether the step's question is open in the room, or was closed there, about this person."""
    return _same(room) and (room.counts(now.id) is not None or _open(room) == now.id)


def _open(room: Room) -> str:
    """The name of the question that is open; empty where none is."""
    return room.question.name if room.question else ""


def _leads(room: Room) -> bool:
    """Whether a question may be asked here: nothing would be lost by it, or what is open was asked here."""
    if not room.question and (_same(room) or not room.closed):
        return True
    return _here(room) and bool(room.question)


def _here(room: Room) -> bool:
    """Whether it was this window that led the room last."""
    return bool(st.session_state.get(hall.LED) == (room.story, room.step))


@partial(fields.alone, every=hall.EVERY)
def _live(who: str | None, now: Step) -> None:
    w, room = state.reader(), hall.held(who)
    if who is None:
        st.markdown(w("workshop.coming"))
        return
    if room is not None and state.own(state.ROOM) != st.session_state.published.get(state.ROOM, ""):
        st.rerun()  # a room that was opened here stands in the address and in the bar as well
    if room is None:
        _options(now)
        st.markdown(w("workshop.no_room"))
        st.button(w("workshop.open_room"), key="open_room", on_click=_begin, args=(who, now))
        fields.told("room")
        return
    if not _stands(room, now):
        _elsewhere(room, now)
        return
    counts = room.counts(now.id)
    if counts is not None:
        fields.guarded(lambda: _counted(now, room, counts))
        return
    left, right = st.columns([5, 2])
    with left:
        _options(now)
        with st.container(horizontal=True, vertical_alignment="center", key="asking"):
            if not room.answered and st.session_state.get(f"empty_{now.id}"):
                st.markdown(w("workshop.empty"), width="content")
            else:
                hall.people(room)
            st.button(w("workshop.close"), key="room_close", on_click=_close, args=(room,))
    with right:
        hall.code(room, "stretch")


def _begin(who: str, now: Step) -> None:
    """Open a room and ask the question that stands on the screen."""
    hall.open_room(who)
    room = hall.held(who)
    if room is not None:
        ask(room, now)


def _elsewhere(room: Room, now: Step) -> None:
    """Another window has the room, or this one with another person: what it is at, and the way to go on here."""
    w, step = state.reader(), lesson.find(room.step)
    loses = w("workshop.taking" if _same(room) else "workshop.taking_all")
    name = w(f"home.name.{room.story}") if room.story else w("workshop.somebody")
    named = w("workshop.elsewhere", name=name) if step is None or lesson.is_card(step.id) else w(
        "workshop.elsewhere_at", name=name, step=w(f"workshop.step.{step.id}.name"))  # fmt: skip
    st.markdown(loses if _here(room) else w.together([named, loses]))
    st.button(w("workshop.take"), key="room_take", on_click=ask, args=(room, now))


def _end(room: Room | None) -> None:
    """The last screen: what to take home, whom to call, and where the app is; the phones see it too."""
    if room is not None and room.step != hall.END:
        fields.guarded(lambda: hall.rooms().close(room.code, room.owner))
        fields.guarded(lambda: hall.rooms().lead(room.code, room.owner, step=hall.END, veiled=False))
        st.session_state[hall.LED] = (room.story, hall.END)
    w, where = state.reader(), outside.address("")
    left, right = st.columns([5, 2], gap="large")
    with left, st.container(key="options"):
        hall.taken()
        helpline.line()
    with right:
        st.image(qr_svg(where, w("workshop.end.app")), width="stretch", alt=w("workshop.end.app"))
        st.caption(w("workshop.end.app"))
        st.markdown(where)


def _options(now: Step) -> None:
    """The figures to guess by, and what there is to choose from: for a show of hands as well."""
    w = state.reader()
    given.draw(now, state.account())
    with st.container(key="options"):
        said = [f"- {answers.option(one)}" for one in now.options] or [w(f"workshop.guess_label.{now.id}")]
        st.markdown("\n".join(said))


def ask(room: Room, now: Step) -> None:
    """Ask the step's question, about the case the facilitator looks at now."""

    def go() -> None:
        asked, story = lesson.question(now, state.account(), state.today()), state.case().story or ""
        hall.rooms().lead(room.code, room.owner, story=story, step=now.id, veiled=bool(state.own(state.MASK)))
        hall.rooms().ask(room.code, room.owner, asked)
        st.session_state[hall.LED] = (story, now.id)

    fields.guarded(go)


def _close(room: Room) -> None:
    """Close the question; with no guess at all, as the room is at this moment, only when asked twice."""
    key = f"empty_{room.question.name}" if room.question else ""

    def go() -> None:
        if not hall.rooms().find(room.code).answered and not st.session_state.get(key):
            st.session_state[key] = True
            return
        hall.rooms().close(room.code, room.owner)

    fields.guarded(go)


def shut(now: Step) -> None:
    """Close the step's question if it was asked here and is still open: nobody guesses once the answer is seen."""
    room = hall.held(st.session_state.get("token"))
    if room is not None and _open(room) == now.id and _leads(room):
        veil(room)
        hall.rooms().close(room.code, room.owner)
    elif room is not None:
        _follow(room, now)


def veil(room: Room) -> None:
    """Tell the room whether its step is masked on this screen: no phone tells an answer that is."""
    masked = bool(state.own(state.MASK))
    if room.veiled != masked and room.step == state.own(state.STEP):
        fields.guarded(lambda: hall.rooms().lead(room.code, room.owner, veiled=masked))


def _counted(now: Step, room: Room, counts: Counts) -> None:
    """The truth first, then how the room guessed; fewer than five guesses are a line, and no picture."""
    w, by_bin = state.reader(), shown(counts)
    truths = lesson.truths(now, state.account(), state.today())
    left, right = st.columns(2, gap="large") if by_bin else st.columns([5, 2], gap="large")
    with left, st.container(key="told", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center"):
            with st.container(key="figure_truth", gap=None):
                st.markdown(w("workshop.truth"))
                st.markdown(f"**{answers.named(now, truths)}**")
            if by_bin:
                with st.container(key="corner", width="content"):  # for who comes late; the bar has it in letters
                    scan = w("workshop.scan")
                    st.image(qr_svg(outside.address("workshop", room=room.code), scan), alt=scan)
        with st.container(key="said", gap="xsmall"):
            if len(truths) > 1:
                st.markdown(w("workshop.equal"))
            if sums := answers.each(now):
                st.markdown(sums)
            st.markdown(_says(now))
        given.word(now)
        said = "all" if by_bin else "too_few" if counts.people else "nobody"
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(w(f"workshop.{said}", count=counts.people), width="content")
            with st.popover(w("workshop.again"), key="again_ask", type="tertiary"):
                st.markdown(w("workshop.again_ask"))
                st.button(w("workshop.again_yes"), key="room_again", on_click=ask, args=(room, now))
    with right:
        if by_bin is None:
            hall.code(room, "stretch")
            return
        names = [answers.space(counts.question, name) for name in by_bin]
        each = [w("workshop.of", count=n) for n in by_bin.values()]
        hits = {list(by_bin).index(counts.question.bin(one)) for one in truths}
        of = (room.code, room.story, now.id, state.case().lang, tuple(by_bin.values()))
        mover.draw("tally", of, "tally", lambda: tally(names, list(by_bin.values()), each, hits, w("workshop.truth")))


def _says(now: Step) -> str:
    """What to say once the answer is seen."""
    w = state.reader()
    if lesson.is_card(now.id):
        return w.text(CLAIMS.card(now.own["card"]).do_now)
    return hall.told(now, "say")
