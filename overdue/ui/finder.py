"""The search box: what was found stands under it as links straight to the part that answers."""

from __future__ import annotations

import streamlit as st

from overdue.casefile.fields import shown
from overdue.search import LONGEST, Place, find
from overdue.ui import parts, state


@st.fragment
def draw(key: str) -> None:
    """Ask, and answer while the person types; on the page of the box nothing else is drawn anew."""
    w = state.reader()
    asked = st.text_input(
        w("search.label"), key=key, type="search", live=True, placeholder=w("search.ask"), label_visibility="collapsed"
    )
    given = (asked or "").strip()[:LONGEST]
    if not given:
        return
    with st.container(key=f"{key}_found", gap="xsmall"):
        found = find(given)
        for place in found:
            link(place)
        if not found:
            st.markdown(w("search.none", given=shown(given)))


def link(place: Place) -> None:
    """One place as a link: its title, and what sort of answer stands there."""
    w = state.reader()
    label = f"{w.text(place.title)} :small[:gray[· {w(f'search.kind.{place.kind}')}]]"
    parts.door(place.page, label=label, icon=None, width="stretch", **dict(place.own))
