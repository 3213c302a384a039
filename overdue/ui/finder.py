"""The search box: what was found stands under it as links straight to the part that answers."""

import streamlit as st

from overdue.casefile.fields import shown
from overdue.claims import CLAIMS
from overdue.search import LONGEST, Place, PlaceKind, find
from overdue.ui import fields, parts, state


@fields.alone
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
    kind = w(f"search.kind.{place.kind}")
    if place.kind is PlaceKind.CARD:  # a claim is never shown without its verdict
        kind = w("common.labelled", label=kind, value=w(f"claims.verdict.{CLAIMS.card(place.name).verdict}"))
    label = f"{w.text(place.title)} :small[:gray[· {kind}]]"
    parts.door(place.page, label=label, icon=None, width="stretch", **dict(place.own))
