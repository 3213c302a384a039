"""The stage: a page before a room. Large type, no bar, no foot; buttons and a clicker's Page keys step through."""

from __future__ import annotations

import streamlit as st

from overdue import lesson
from overdue.ui import parts, state

# Everything of Streamlit's is in rem, so it grows with the root; read from five metres.
LARGE = "<style>html { font-size: clamp(22px, 2.2vw, 42px) !important; }</style>"
MASK = "<style>[class*='st-key-figure_'], [class*='st-key-move_'], .st-key-headline { filter: blur(0.6em); }</style>"


def dress() -> None:
    """Large type, and the figures masked while the room is to guess."""
    st.html(LARGE + (MASK if st.session_state.get("masked") else ""))


def steps(page: str) -> None:
    """The way on and back through the lesson, the mask, and the way out."""
    w, way = state.reader(), _way()
    here = (state.own(state.STEP) or way[0][2]["step"], page == "workshop")
    place = next((n for n, (_, asks, own) in enumerate(way) if (own["step"], asks) == here), 0)
    with st.container(horizontal=True, key="stage_bar", vertical_alignment="center", gap="small"):
        for name, to in (("back", place - 1), ("onward", place + 1)):
            if 0 <= to < len(way):
                page_, _, own = way[to]
                with st.container(key=f"stage_{name}", width="content"):
                    parts.door(
                        page_,
                        label=w(f"workshop.{'back' if name == 'back' else 'onward'}"),
                        icon=None,
                        width="content",
                        **own,
                    )
        if page != "workshop":
            masked = bool(st.session_state.get("masked"))
            st.button(w("workshop.unmask" if masked else "workshop.mask"), key="mask", on_click=_mask, type="tertiary")
        with st.container(key="stage_out", width="content"):
            parts.door("workshop", label=w("workshop.out"), icon=None)


def _mask() -> None:
    st.session_state["masked"] = not st.session_state.get("masked")


def _way() -> list[tuple[str, bool, dict[str, str]]]:
    """The places of the lesson in order: each step's question before its picture; page, whether it asks, own keys."""
    held = st.session_state.get("lesson_form")
    form = held if held in lesson.FORMS else lesson.FORMS[0]
    way = []
    for step in lesson.lesson(form):
        here = {state.STAGE: "1", state.STEP: step.id}
        way += [("workshop", True, here), (step.page, False, {**here, **step.own})]
    return way
