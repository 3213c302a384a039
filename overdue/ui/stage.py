"""The stage: a page before a room. One question, large type, no bar, no form, no foot; a clicker steps through."""

import re
from dataclasses import replace
from pathlib import Path

import streamlit as st

from overdue import lesson
from overdue.casefile import Case, stories
from overdue.lesson import grow
from overdue.ui import parts, state
from overdue.ui.workshop import given, hall, screen

SHEET = Path(__file__).parent / "stage.css"
MASK = """<style>.st-key-stage :is([class*='st-key-figure_']:not(.st-key-figure_room, .st-key-people *),
[class*='st-key-example_'], [class*='st-key-move_'], .st-key-given, .st-key-headline,
.st-key-said) { filter: blur(0.6em); }</style>"""
# Of a step's picture everything is the answer, but its question and its word.
MASK_ALL = """<style>.st-key-stage > :not(:has(.st-key-stage_head, .st-key-stage_word), .st-key-stage_head,
.st-key-stage_word) { filter: blur(0.6em); }</style>"""
FIGURE, VEIL = re.compile(r"\d[\d,.]*"), "▒▒▒"
# A clicker sends Page Down and Page Up, and a full stop or a b to darken: the same as the buttons of those keys, and
# the way on does what Page Down does. What does not fit a screen, as where it is zoomed, is shown before it is left.
KEYS = """<script>
if (!window.overdueClicker) {
  window.overdueClicker = true;
  const mask = ['mask'], of = {PageUp: ['stage_back'], '.': mask, b: mask, B: mask,
    PageDown: ['room_close', 'room_take', 'quiz_onward', 'stage_onward']};
  const place = name => document.querySelector(`.st-key-${name} :is(a, button)`);
  const acts = key => of[key].map(place).find(found => found);
  const leads = ':is(.st-key-stage_onward, .st-key-stage_back) a';
  const more = (found, by) => {
    const shown = document.querySelector('.st-key-stage'), above = shown.scrollTop;
    const left = by > 0 ? shown.scrollHeight - shown.clientHeight - above : above;
    if (found?.matches(leads) !== false && left > 8) return shown.scrollBy(0, by * shown.clientHeight), true;
    if (found?.closest('.st-key-mask') === null) shown.scrollTop = 0;
    return false;
  };
  addEventListener('click', event => {
    const onward = event.isTrusted && event.target.closest('.st-key-stage_onward a');
    const first = onward && acts('PageDown');
    if (!onward || (first === onward && !more(first, 0.8))) return;
    event.preventDefault();
    event.stopPropagation();
    if (first !== onward) first.click();
  }, true);
  addEventListener('keydown', event => {
    const typing = event.key.length === 1 && event.target.closest('input, textarea');
    if (!(event.key in of) || typing || !document.querySelector('.st-key-stage_bar')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    const found = acts(event.key);
    if (!more(found, event.key === 'PageUp' ? -0.8 : 0.8)) found?.click();
  }, true);
}
</script>"""


def begin(page: str, reloaded: bool) -> None:
    """Begin a step from the person's own figures: what was tried out before, and the household, are left behind.

    So is the plan, when the stage is left for it; a place that is ``reloaded`` stays as it was. Where the answer comes
    on the screen its question is closed.
    """
    s = st.session_state
    if not state.arrived() or not (state.staged() or "lesson_case" in s):
        return
    code, held = state.own(state.PERSON), s.get("lesson_case")
    if held is None:
        held = _untouched(code if code in stories() else state.case().story)
    if not reloaded:
        state.keep(replace(held, lang=state.case().lang))
        if page == "penalty" and state.own(state.STEP) == "grow" and not held.missing:
            state.keep(
                replace(state.case(), pay_on=grow.last_day(state.account()))
            )  # the answer first, then the way to it
    elif state.staged():
        state.keep(lesson.offered(state.case(), state.today()))
    if state.staged():
        s["lesson_case"] = held
        step = lesson.find(state.own(state.STEP))
        if step is not None and page == step.page:
            screen.shut(step)
    else:
        del s["lesson_case"]


def _untouched(story: str | None) -> Case:
    """The figures of a ready-made person as they are given; one's own without the day that was tried out."""
    return replace(state.case(), pay_on=None) if story is None else lesson.person(story, state.today())


def dress(page: str) -> None:
    """Large type, the step's question over its picture, the figures masked while the room is to guess."""
    st.html(SHEET)
    st.html(KEYS, unsafe_allow_javascript=True)
    if _masked():
        st.html(MASK if page == "workshop" else MASK_ALL)


def head(page: str) -> None:
    """The question of the step as the headline; without one the page keeps its own."""
    if state.own("view") == "play":
        return
    if _over(page):
        st.title(state.reader()("workshop.end.title"), anchor=False)
        return
    step = hall.step() if page == "workshop" else lesson.find(state.own(state.STEP))
    if step is not None and page in ("workshop", step.page):
        with st.container(key="stage_head"):
            asked = hall.asked(step)
            st.title(FIGURE.sub(VEIL, asked) if _masked() else asked, anchor=False)


def word(page: str) -> None:
    """What the step's word means, under its picture; over a question it stands with the figures."""
    step = lesson.find(state.own(state.STEP))
    if step is not None and page == step.page:
        with st.container(key="stage_word"):
            given.word(step)


def steps(page: str) -> None:
    """The way on and back through the lesson, the mask, the way out; where the lesson stands, and the room's code."""
    w, way, playing = state.reader(), _way(), state.own("view") == "play"
    if page != "workshop" and state.own(state.ROOM):
        hall.token()  # beside the bar: what asks the browser takes a line of its own
    here = (state.own(state.STEP) or way[0][2][state.STEP], page == "workshop")
    place = next((n for n, (_, asks, own) in enumerate(way) if (own[state.STEP], asks) == here), 0)
    with st.container(horizontal=True, key="stage_bar", vertical_alignment="center", gap="small"):
        for name, to in (("back", place - 1), ("onward", place + 1)):
            if 0 <= to < len(way) and not playing and (state.own(state.STEP) or page == "workshop"):
                page_, _, own = way[to]
                _link(name, page_, own)
        if not _over(page) and not playing:
            label = w("workshop.unmask" if _masked() else "workshop.mask")
            st.button(label, key="mask", on_click=state.set_own, args=(state.MASK, "" if _masked() else "1"),
                type="tertiary")  # fmt: skip
        _link("out", "workshop", hall.kept() | ({state.OPEN: "play"} if playing else _plan(here[0])))
        steps_ = [own[state.STEP] for _, asks, own in way if asks and own[state.STEP] != hall.END]
        counted = here[0] in steps_ and not playing
        said = [w("workshop.place", number=steps_.index(here[0]) + 1, count=len(steps_))] if counted else []
        with st.container(key="bar_code", width="content"):
            st.markdown(" · ".join([*said, *_room(page, here[0])]))


def _room(page: str, step: str) -> list[str]:
    """How many answered the step, where its picture stands, and the room's code; it is told whether that is masked."""
    w, code = state.reader(), state.own(state.ROOM)
    if not code:
        return []
    room = hall.held(st.session_state.get("token"))
    counts = None
    if room is not None:
        screen.veil(room)
        counts = None if page == "workshop" else room.counts(step)
    answered = [] if counts is None else [w("workshop.answered_bar", count=counts.people)]
    return [*answered, w("workshop.room", code=code)]


def _link(name: str, page: str, own: dict[str, str]) -> None:
    if page in st.session_state.pages:
        with st.container(key=f"stage_{name}", width="content"):
            parts.linked(page, state.reader()(f"workshop.{name}"), None, "content", own)


def _masked() -> bool:
    """Whether the figures are masked: the address says so, from place to place, until they are shown."""
    return bool(state.own(state.MASK))


def _over(page: str) -> bool:
    return page == "workshop" and state.own(state.STEP) == hall.END


def _plan(step: str) -> dict[str, str]:
    """Where in the plan a step stands."""
    if lesson.is_card(step):
        return {state.OPEN: "cards", "cards": state.own("cards")}
    return {} if step == hall.END else {state.OPEN: f"step_{step}"}


def _led() -> dict[str, str]:
    """What stays in the address from step to step, and whose lesson it is."""
    person = st.session_state["lesson_case"].story
    return hall.kept() | ({state.PERSON: person} if person else {})


def _way() -> list[tuple[str, bool, dict[str, str]]]:
    """The places in order, each step's question before its picture: page, whether it asks, own keys.

    The steps of the lesson, or the picked cards where one of them is shown.
    """
    steps = hall.picked() if lesson.is_card(state.own(state.STEP)) else lesson.lesson(hall.form())
    way = []
    for step in steps:
        here = {state.STAGE: "1", state.STEP: step.id, **_led()}
        if lesson.is_card(step.id):
            here["cards"] = state.own("cards")
        way += [("workshop", True, here), (step.page, False, {**here, **step.own})]
    if not lesson.is_card(state.own(state.STEP)):
        way.append(("workshop", True, {state.STAGE: "1", state.STEP: hall.END, **_led()}))
    return way
