"""The plan for the facilitator: who the lesson is about, its steps in order, and the room."""

from functools import partial

import streamlit as st

from overdue import lesson
from overdue.casefile import STORIES
from overdue.law import LAW
from overdue.lesson import FORMS, Form, Step
from overdue.ui import fields, parts, state
from overdue.ui.workshop import answers, hall

FIELDS = ("show", "say", "mistake")  # beside the question and its answer


def draw(who: str | None) -> None:
    """Draw the plan."""
    w = state.reader()
    st.caption(w("workshop.who"))
    with st.container(horizontal=True, key="stories"):
        for code in STORIES:
            chosen = state.case().story == code
            name = w(f"home.name.{code}")
            st.button(f"**{name}**" if chosen else name, key=f"story_{code}", on_click=hall.take_person, args=(code,))
    story = state.case().story
    account = state.account()
    own = "own_case" if account.missing or account.ledger.total else "own_clear"
    st.caption(w(f"fields.story.{story}") if story else w(f"workshop.{own}"))
    form = hall.form()
    st.session_state.lesson_form = form
    st.segmented_control(
        w("workshop.form"),
        list(FORMS),
        format_func=lambda name: w(f"workshop.forms.{name}"),
        key="lesson_form",
        on_change=_chosen,
        required=True,
        persist_state="session",
    )
    st.caption(w("workshop.spare"))
    _room(who)
    first = hall.kept() | {state.STAGE: "1", state.STEP: lesson.lesson(form)[0].id}
    parts.door("workshop", label=f"**{w('workshop.start')}**", width="content", **first)
    st.markdown(w.together([w("workshop.light"), w("workshop.keys")]))
    for number, step in enumerate(lesson.lesson(form), 1):
        parts.question("workshop", f"step_{step.id}", partial(_step, step), label=label(number, step, form))
    with st.container(horizontal=True):
        parts.door("workshop", label=w("workshop.print_plan"), width="content", view="plan", **hall.kept())
        parts.door("handout", label=w("handout.link"), width="content", **hall.kept())
        parts.door("handout", label=w("handout.link_worksheet"), width="content", of="worksheet", **hall.kept())


def foot() -> None:
    """What a room keeps."""
    st.caption(state.reader()("workshop.keeps"))


def label(number: int, step: Step, form: Form) -> str:
    """A step as a line: its number, its name, its minutes, from which minute of the lesson to which."""
    w, minutes = state.reader(), [one.minutes[form] for one in lesson.lesson(form)][:number]
    named = {"number": number, "name": w(f"workshop.step.{step.id}.name"), "minutes": minutes[-1]}
    return w("workshop.line", start=sum(minutes[:-1]), end=sum(minutes), **named)


def _room(who: str | None) -> None:
    """The room: opened here, its code and QR shown, ended here."""
    w, room = state.reader(), hall.held(who)
    if room is None:
        st.button(w("workshop.open_room"), key="open_room", disabled=who is None, on_click=hall.open_room, args=(who,))
        fields.told("room")
        return
    with st.container(horizontal=True, vertical_alignment="center", key="room_code"):
        hall.code(room, 160)
    _people(who)
    st.caption(w("workshop.room_use"))
    with st.popover(w("workshop.end_room"), key="end_ask"):
        st.markdown(w("workshop.end_ask"))
        st.button(w("workshop.end_yes"), key="end_room", on_click=hall.end_room, args=(room,))


@partial(fields.alone, every=hall.EVERY)
def _people(who: str | None) -> None:
    """How many phones have come in, or have answered."""
    room = hall.held(who)
    if room is not None:
        hall.people(room)


def _chosen() -> None:
    """The length goes into the address at once, so that a reload keeps it."""
    state.set_own(state.FORM, str(st.session_state["lesson_form"]))


def _step(step: Step) -> None:
    """What to ask, what to show, what to say, and the mistake most people make, with its rule.

    The plan may stand on the wall: while its question is open all that tells the answer waits behind one line.
    """
    if hall.secret(step):
        st.markdown(_line("ask", hall.told(step, "ask")))
        parts.folded(state.reader()("workshop.secret"), f"secret_{step.id}", partial(lines, step, asks=False))
    else:
        lines(step)
    own = hall.kept() | {state.STAGE: "1", state.STEP: step.id}
    with st.container(horizontal=True):
        parts.door("workshop", label=state.reader()("workshop.guess"), width="content", **own)
        parts.door(step.page, label=state.reader()("workshop.picture"), width="content", **own, **step.own)


def lines(step: Step, asks: bool = True) -> None:
    """A step in its lines, the answer after the question, the mistake with the rules it runs into."""
    w = state.reader()
    told = {"ask": hall.told(step, "ask") if asks else "", "answer": answers.answer(step)}
    told |= {name: hall.told(step, name) for name in FIELDS}
    said = [_line(name, line) for name, line in told.items() if line]
    titles = [w("workshop.rule", title=LAW.rule(rule).title, rule=rule) for rule in step.rules]
    st.markdown("\n\n".join(said) + f"  \n:small[{' '.join(titles)}]")


def _line(name: str, line: str) -> str:
    return f"**{state.reader()(f'workshop.field.{name}')}** {line}"
