"""The page that sets claims beside the rule: the reader, the search, the cards by question, quiz, articles."""

from functools import partial

import streamlit as st

from overdue.casefile.fields import shown
from overdue.claims import CLAIMS, Topic
from overdue.ui import fields, parts, state
from overdue.ui.claims import articles, bands, cards, quiz, reader

VIEWS = {
    "reader": reader.page,
    "quiz": quiz.page,
    "bands": bands.page,
    "articles": articles.page,
}


def page() -> None:
    """Draw the page, or the part of it that the address names."""
    w, part = state.reader(), view()
    asked = state.own("card").upper()
    if part in VIEWS:
        st.title(w(f"claims.view.{part}"), anchor=False)
        fields.guarded(VIEWS[part])
    elif asked in CLAIMS.cards:
        cards.whole(CLAIMS.card(asked))
    else:
        _front()
        return parts.onward("timeline", "negotiate", "sources")
    return parts.door("claims", label=w("claims.card.all"))


def view() -> str:
    """Which part is open: the one the address names, else what the other keys ask for; empty for the front."""
    asked = state.own("view")
    if asked in VIEWS:
        return asked
    return "quiz" if state.own("quiz") and not state.own("card") else ""


def _front() -> None:
    """The way to the reader, the search, and the cards by what they are about."""
    w = state.reader()
    st.title(w("claims.title"), anchor=False)
    if asked := state.own("card"):
        st.warning(w("claims.card.unknown", given=shown(asked)))
    st.markdown(w("claims.next"))
    parts.door("claims", label=w("claims.view.reader_door"), view="reader")
    found = cards.search()
    if found is not None:
        cards.listed(found)
    parts.questions("claims", {topic: partial(cards.topic, topic) for topic in Topic})
    with st.container(gap="xsmall"):
        for part in ("quiz", "bands", "articles"):
            parts.door("claims", label=w(f"claims.view.{part}"), view=part)
    st.caption(w("claims.judged"))
