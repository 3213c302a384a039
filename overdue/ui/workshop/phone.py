"""A phone in a room: the question, one guess that may be changed, and the answer once it is closed."""

from decimal import Decimal
from functools import partial

import streamlit as st

from overdue import lesson
from overdue.model import OverdueError
from overdue.rooms import Counts, Question, Room, shown, tidy_code
from overdue.ui import fields, state
from overdue.ui.workshop import answers, given, hall
from overdue.words import tame

BEEN = "been"  # the room this phone was in last
CHOICE, CHOSEN = ":material/radio_button_unchecked:", ":material/radio_button_checked:"


def join(given: str = "") -> None:
    """The field for a room's code, for whoever cannot scan; a code that was wrong stays in it."""
    w = state.reader()
    if given:
        st.session_state.setdefault("room_typed", given)
    with st.container(horizontal=True, vertical_alignment="bottom", key="room_join_row", gap="small"):
        st.text_input(w("workshop.join"), key="room_typed", on_change=_join)
        st.button(w("workshop.enter"), key="room_join")  # what is typed is taken as the field is left


def _join() -> None:
    state.set_own(state.ROOM, tame(str(st.session_state["room_typed"]).strip()))


def been() -> str:
    """The code of the room this phone was in last, whatever the address says: going back shows nobody the plan's
    answers, and neither does the end of the lesson."""
    return str(st.session_state.get(BEEN, ""))


def attended() -> str:
    """The code of the room this phone is in while that lasts, on whatever page it looks; empty for who leads one."""
    if hall.held(st.session_state.get("token")) is not None:
        return ""
    try:
        code = tidy_code(state.own(state.ROOM) or been())
    except OverdueError:
        return ""
    return code if hall.rooms().there(code) else ""


def over(code: str) -> bool:
    """Whether a code is of the room this phone was in, and that room has ended."""
    try:
        held = tidy_code(code)
    except OverdueError:
        return False
    return held == st.session_state.get(BEEN) and not hall.rooms().there(held)


def draw(code: str, who: str | None) -> None:
    """Draw the room as a phone sees it."""
    w = state.reader()
    st.title(w("workshop.room", code=code), anchor=False)
    with st.container(key="no_net"):
        st.markdown(f"**{w('workshop.no_net')}**")
    if who is None:
        st.markdown(w("workshop.coming"))
        return
    _live(code, who)


@partial(fields.alone, every=hall.EVERY)
def _live(code: str, who: str) -> None:
    """What the room asks now; it looks again by itself, and leaves it where the room is over."""
    try:
        room = hall.rooms().find(code)
    except OverdueError:
        st.rerun()  # the whole page, which has the field for another code
    st.session_state[BEEN] = code
    if room.counts_in(who):
        room = hall.rooms().come(code, who)
    w, asked = state.reader(), room.question
    if asked is None and room.step == hall.END:
        st.header(w("workshop.end.title"), anchor=False)
        hall.taken()
        return
    if asked is None:
        if room.closed:
            _closed(room, room.counts(room.step) or room.closed[-1])
        st.markdown(w("workshop.wait" if room.closed else "workshop.in"))
        return
    if asked.again:
        st.markdown(w("workshop.anew"))
    st.header(_words(room, asked), anchor=False)
    _given(room, asked)
    if asked.name == "divide":
        given.part(room.here.index(who) if who in room.here else 0)
    _guess(room, asked, who)
    mine = room.guess_of(who)
    if mine is not None:
        st.session_state[_mine(room.code, asked)] = mine  # the room forgets it when the question is closed
        st.markdown(w("workshop.given_is", given=_said(asked, mine)))


def _words(room: Room, asked: Question) -> str:
    """The question; about the facilitator's own case it stands on the screen, with its figures, and not here."""
    step = lesson.find(asked.name)
    account = hall.account_of(room)
    if step is not None and step.of_case and account is None:
        return state.reader()("workshop.look_up")
    return hall.question_words(asked.name, _facts(room))


def _given(room: Room, asked: Question) -> None:
    """The figures to guess by: the person's, or the household's lenders'."""
    step = lesson.find(asked.name)
    if step is not None:
        given.draw(step, hall.account_of(room))


def _closed(room: Room, counts: Counts) -> None:
    """The answer of the question that was closed, whether this person's guess was right, how the others did."""
    w, asked = state.reader(), counts.question
    step = lesson.find(asked.name)
    if step is None:
        return
    st.header(_words(room, asked), anchor=False)
    mine = st.session_state.get(_mine(room.code, asked))
    if mine is not None:
        st.markdown(w("workshop.mine", given=_said(asked, mine)))
    account = hall.account_of(room)
    if room.veiled:
        st.markdown(w("workshop.veiled"))
        return
    if account is None and step.of_case:
        return
    truths = lesson.truths(step, account or state.account(), state.today())
    st.markdown(w("workshop.truth_is", truth=answers.named(step, truths)))
    if len(truths) > 1:
        st.markdown(w("workshop.equal"))
    if mine is not None:
        st.markdown(_judged(step, asked, mine, truths))
    by_bin = shown(counts)
    if by_bin is not None and asked.kind == "choice":
        st.markdown(
            w(
                "workshop.right",
                count=sum(by_bin[name] for name in {asked.bin(one) for one in truths}),
                people=counts.people,
            )
        )


def _guess(room: Room, asked: Question, who: str) -> None:
    w, key = state.reader(), f"guess_{room.code}_{asked.number}"
    if asked.kind == "choice":
        mine = room.guess_of(who)
        for option in asked.options:
            st.button(
                answers.option(option), key=f"{key}_{option}", width="stretch", on_click=_take,
                args=(room.code, who, option, key), icon=CHOSEN if option == mine else CHOICE,
            )  # fmt: skip
    else:
        label = w(f"workshop.guess_label.{asked.name}")
        by = 100.0 if asked.unit == "yuan" else 1.0  # years and days one by one, yuan by the hundred
        st.number_input(label, value=None, key=key, step=by, format="%g", on_change=_typed, args=(room.code, who, key))
        st.button(w("workshop.give"), key="guess_give", width="stretch")  # what is typed is taken as the field is left
    fields.told(key)


def _typed(code: str, who: str, key: str) -> None:
    """Take a number that was typed; what cannot be is said beside the field."""
    text = state.raw(st.session_state[key])
    if not text:
        return
    _take(code, who, text, key)


def _take(code: str, who: str, given: str, key: str) -> None:
    try:
        hall.rooms().guess(code, who, given)
    except OverdueError as error:
        state.refuse(key, given, error)
    else:
        state.accept(key)


def _mine(code: str, asked: Question) -> str:
    """Where this visit keeps what it guessed when the question was asked this time."""
    return f"mine_{code}_{asked.number}"


def _judged(step: lesson.Step, asked: Question, mine: str, truths: tuple[str, ...]) -> str:
    """Whether this one guess was right; of a number, by how much it was off."""
    w = state.reader()
    if mine in truths or (asked.kind == "number" and Decimal(mine) == Decimal(truths[0])):
        return w("workshop.hit")
    if asked.kind == "choice":
        return w("workshop.miss")
    off = Decimal(mine) - Decimal(truths[0])
    return w(f"workshop.{'high' if off > 0 else 'low'}", off=answers.named(step, (str(abs(off)),)))


def _said(asked: Question, given: str) -> str:
    """A guess in words, a number with the places it was given with and its unit."""
    if asked.kind == "choice":
        return answers.option(given)
    places = -int(Decimal(given).normalize().as_tuple().exponent)
    w = state.reader()
    return w(f"workshop.unit.{asked.unit}", number=w.number(Decimal(given), max(0, places)))


def _facts(room: Room) -> dict[str, str]:
    """The person the question is about, by the room's own story."""
    w, account = state.reader(), hall.account_of(room)
    name = w(f"home.name.{room.story}") if room.story else w("workshop.somebody")
    return {**hall.facts(), "name": name, "total": "" if account is None else w.yuan(account.ledger.total)}
