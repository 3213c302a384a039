"""The bar above every page: the way home, and a menu in groups that a stranger understands."""

from typing import Literal

import streamlit as st

from overdue.search import ANSWERS, DOORS
from overdue.ui import finder, parts, state
from overdue.ui.workshop import phone
from overdue.words import Lang, Words, words

# What the menu adds to them: pages, by their names.
FURTHER = ("timeline", "negotiate", "court", "claims", "sources", "workshop", "glossary", "trust", "privacy")
BACK = ":material/arrow_back:"
COLUMN = 140  # px: two stand side by side on the narrowest phone


def draw(page: str) -> None:
    """Draw the bar of a page (home is the empty name)."""
    w = state.reader()
    with st.container(
        key="bar", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="xsmall"
    ):
        with st.container(width="content", key="name"):
            label, code = f"**{w('common.name')}**", phone.attended()
            if code and page != "workshop":  # a phone goes back to the room it is in
                label = f"**{w('workshop.room', code=code)}**"
            if code:
                parts.door("workshop", label=label, icon=None if page == "workshop" else BACK, room=code)
            else:
                parts.door("home", label=label, icon=BACK if page else None)
        with st.container(width="content", horizontal=True, vertical_alignment="center", gap="xsmall"):
            if not page:
                _other_language()
            with st.container(width="content", key="menu"), st.popover(w("menu.open"), key=_turn()):
                _menu()


def _turn() -> str:
    """A name of its own for each arrival and language: a menu that was chosen from is a new one, and closed."""
    return f"menu_{st.session_state.arrivals}_{state.case().lang}"


def _menu() -> None:
    w = state.reader()
    with st.container(key="menu_body", gap="xsmall"):
        _language()
        finder.draw("menu_search")
        _doors(w)


def _doors(w: Words) -> None:
    st.caption(w("menu.situations"))
    with st.container(key="menu_doors", horizontal=True, gap="xsmall"):
        for name in DOORS:
            situation(name, COLUMN)
    st.caption(w("menu.further"))
    with st.container(key="menu_pages", horizontal=True, gap="xsmall"):
        for name in FURTHER:
            parts.door(name, label=w(f"pages.{name}.menu"), icon=None, width=COLUMN)


def situation(name: str, width: int | Literal["stretch"], strong: bool = False) -> None:
    """The door of a situation, in the person's words."""
    page, own = DOORS[name]
    account = state.account()
    if name in ANSWERS and not account.is_example and not account.missing:
        page, own = ANSWERS[name], {}  # the figures are there: the answer, not the questions
    title = state.reader()(f"home.door.{name}.title")
    parts.door(page, label=f":primary[**{title}**]" if strong else title, icon=None, width=width, **own)


def _other_language() -> None:
    """On the first screen the other language is one tap away, named in itself; the menu has all three scripts."""
    other = Lang.EN if state.case().lang is not Lang.EN else Lang.ZH
    says = words(Lang.EN)(f"fields.lang.{other.script}")
    with st.container(width="content", key="other_language"):
        st.button(says, key="lang_other", type="tertiary", on_click=state.set_language, args=(str(other),))


def _language() -> None:
    st.session_state["lang"] = str(state.case().lang)
    st.segmented_control(
        state.reader()("fields.lang.label"),
        [str(lang) for lang in Lang],
        format_func=lambda code: words(Lang.EN)(f"fields.lang.{Lang(code).script}"),
        key="lang",
        label_visibility="collapsed",
        required=True,
        on_change=lambda: state.set_language(st.session_state["lang"]),
    )
