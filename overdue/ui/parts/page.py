"""How a page goes: its answer, its list of questions, the doors onward."""

from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Literal, TypeAlias

import streamlit as st

from overdue.tables import timeline
from overdue.ui import state

DOOR = ":material/arrow_forward:"
Draw: TypeAlias = Callable[[], None]


def opening(page: str, title: str = "") -> None:
    """A page's title (``<page>.title``, or the one of the part asked for) and the next thing to do, ``<page>.next``."""
    w = state.reader()
    st.title(title or w(f"{page}.title"), anchor=False)
    st.markdown(w(f"{page}.next"))


def answer(label: str, figure: str, sentence: str, key: str = "answer", of_case: bool = True) -> None:
    """The answer of a page: what it is (small), the figure (large), the sentence under it; empty where a mover says it.

    An example says whose it is, in the label itself and before it, with the way to one's own figures beside; its
    figure is no larger than a heading. Not where the figure comes from no case (``of_case`` false).
    """
    story = state.case().story if of_case else None
    if story is not None and state.staged():  # before a room one line, as large as all that is read
        name = state.reader()("common.example", name=state.reader()(f"home.name.{story}"))
        with st.container(key=f"example_{key}"):
            st.markdown(state.reader()("common.labelled", label=name, value=f"{label} {figure}".strip()))
        return
    with st.container(key=key, gap=None):
        st.caption(label if story is None else _of_example(story, label))
        if figure:
            with st.container(key=f"{'figure' if story is None else 'example'}_{key}"):
                st.markdown(f"**{figure}**")
        if sentence:
            st.markdown(sentence)


def _of_example(story: str, label: str) -> str:
    """Say whose figures follow, and the label with the name in it."""
    w, page = state.reader(), st.session_state.page
    name = w(f"home.name.{story}")
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.markdown(f":orange-badge[**{w('common.example', name=name)}**]", width="content")
        if page == "debts":
            st.button(w("pages.entry.door"), key="own_debts", type="tertiary", on_click=state.own_case)
        elif not state.staged():
            door("entry", icon=None, **({"to": page} if page else {}))
    return w("common.labelled", label=name, value=label)


def question(page: str, name: str, draw: Callable[[], None], opened: bool = False, label: str | None = None) -> None:
    """One line of a page's list of questions, ``label`` or ``<page>.q.<name>``: drawn only while it is open.

    An address with ``open=<name>`` opens it at once (``opened`` without one), and the address follows what is opened.
    """
    if state.staged():
        return
    s, key = st.session_state, f"q_{name}"
    if s.get(f"{key}_since") != s.arrivals:  # once an arrival: later the reader opens and closes
        s[f"{key}_since"], s[key] = s.arrivals, state.own(state.OPEN) == name or opened
    elif label is not None:  # with another label it is another block to Streamlit: it stays as open as it was
        s[key] = bool(s.get(key))
    says = state.reader()(f"{page}.q.{name}") if label is None else label
    with st.expander(says, type="compact", key=key, on_change=_asked, args=(key, name)) as block:
        if block.open:
            draw()


def bring(name: str = "") -> None:
    """From a callback: open a question of the page and bring it to the top of the view; without one the page's top."""
    s = st.session_state
    state.set_own(state.OPEN, name)
    s.brought = s.get("brought", 0) + 1
    if name:
        s[f"q_{name}"] = True


def folded(label: str, key: str, draw: Callable[[], object]) -> None:
    """More about what stands above it, behind one line: drawn only while it is open."""
    with st.expander(label, type="compact", key=key, on_change="rerun") as block:
        if block.open:
            draw()


def room(rooms: Mapping[str, ModuleType], key: str) -> str:
    """Which part of a page is shown: what the address names under ``key``, else the part that has the question it
    opens, else the first."""
    asked = state.own(state.OPEN)
    named = state.own(key) or next((name for name, one in rooms.items() if asked in one.QUESTIONS), "")
    return named if named in rooms else next(iter(rooms))


def questions(page: str, draws: Mapping[str, Callable[[], None]], opened: str | None = None) -> None:
    """A page's list of questions, line under line (the sheet closes them up), at most one ``opened`` from the start."""
    for name, draw in draws.items():
        question(page, name, draw, name == opened)


def _asked(key: str, name: str) -> None:
    if st.session_state[key]:
        state.set_own(state.OPEN, name)
    elif state.own(state.OPEN) == name:
        state.set_own(state.OPEN, "")


def facts() -> Mapping[str, str]:
    """The numbers of law that sentences name: those in force on the day looked at, else today's."""
    return timeline.facts(state.reader(), state.today(), state.case().as_of)


def ask_first() -> None:
    """Instead of an answer whose figures nobody gave: what is needed, and the way to give it."""
    st.markdown(state.reader()("common.ask_first"))
    door("entry", to=st.session_state.page)


def headline(sentence: str) -> None:
    """The answer in one sentence, larger than the rest; it is also the chart's text."""
    with st.container(key="headline", border=True):
        st.header(sentence, anchor=False)


def door(
    page: str,
    /,
    open: str | None = None,
    label: str | None = None,
    icon: str | None = DOOR,
    width: int | Literal["content", "stretch"] = "content",
    **own: str,
) -> None:
    """A link to a page, if it exists, at its top; or to one of its questions (``open``), or to a part (``own`` keys).

    It says ``label``, else the question, else what the page is for. None on stage: the steps lead there.
    """
    if page not in st.session_state.pages or state.staged():
        return
    w = state.reader()
    says = label or w(f"{page}.q.{open}" if open else f"pages.{page}.door")
    where = own | ({state.OPEN: open} if open else {})
    linked(page, says, icon, width, where)


def linked(
    page: str, says: str, icon: str | None, width: int | Literal["content", "stretch"], own: Mapping[str, str]
) -> None:
    """A link that names its page: a field that is still being typed into may send after it, and the page follows."""
    st.page_link(f"pages/{page}.py", label=says, icon=icon, width=width, query_params={state.MEANT: page, **own})


def onward(*pages: str) -> None:
    """The next small steps: links to pages that exist."""
    w = state.reader()
    if state.staged():
        return
    there = [page for page in pages if page in st.session_state.pages]
    if there:
        with st.container(gap=None):
            st.markdown(f"**{w('common.onward')}**")
            for page in there:
                door(page)
