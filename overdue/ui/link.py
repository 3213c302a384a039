"""The link that carries a case: what an opened one speaks of and could not bring, and the one to pass on."""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from overdue.casefile import fits, too_long
from overdue.casefile.keys import PRIVATE
from overdue.ui import copier, fields, parts, state, visit

UNKNOWN = "?"


def opened() -> None:
    """Above the page: the day the link speaks of, with today one tap away, and what of it could not be used."""
    notes, day = visit.link_notes(state.case()), visit.link_day(state.case(), state.today())
    if day is None and not notes:
        return
    w = state.reader()
    with st.container(key="notes" if notes else "link_day", gap=None):
        if day is not None:
            with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
                st.caption(w("address.day", day=day), width="content")
                fields.look_at_today("address.today", "tertiary")
        refused = [note for note in notes if note.name != UNKNOWN]
        if refused:
            names = list(dict.fromkeys(_label(note.name) for note in refused))
            st.markdown(w("address.dropped", names=w.listed(names)))
            parts.folded(w("address.why"), "notes_why", _why)
        for note in [note for note in notes if note.name == UNKNOWN][:3]:
            st.caption(w(note.key, **note.values))


def _label(name: str) -> str:
    w, key = state.reader(), f"fields.{name}.label"
    return w(key) if w.has(key) else name


def _why() -> None:
    w = state.reader()
    for note in [note for note in visit.link_notes(state.case()) if note.name != UNKNOWN][:10]:
        said = w("common.labelled", label=_label(note.name), value=w(note.key, **note.values))
        st.markdown(f"- {said}")
    parts.door("entry", label=w("address.mend"))


def share() -> None:
    """The link to pass on: what it holds in a sentence, ticks for what may come in, one button, the rest folded."""
    w, case = state.reader(), state.case()
    with st.popover(w("common.share"), key="share", type="tertiary", on_change="rerun") as block:
        if not block.open:
            return
        st.markdown(w("link.says") if case.story is None else w("link.example", name=w(f"home.name.{case.story}")))
        there = {"budget": any(getattr(case, name) for name in PRIVATE), "debts": bool(case.debts) and fits(case)}
        for name in [name for name, given in there.items() if given]:
            st.session_state[f"share_{name}"] = shared = st.session_state[f"{name}_shared"]
            if name == "debts" and not shared and case.story is None:
                st.markdown(w("link.debts_out", count=len(case.debts)))
            st.checkbox(w(f"link.{name}"), key=f"share_{name}", on_change=state.share, args=(name,))
        address = state.address() | _place()
        if too_long(address):
            st.warning(w("address.too_long"))
            return
        base = (st.context.url or "").split("?")[0]
        link = f"{base}?{urlencode(address)}"
        copier.draw(link, "share_copy", w("link.copy"), large=True)
        parts.folded(w("link.holds"), "share_holds", lambda: _holds(address, link))


def _place() -> dict[str, str]:
    """Where the link leads in the page: the part about a court opens again, with the paper and its day."""
    here = state.OWN["timeline"] if st.session_state.page == "timeline" else ()
    return {name: state.own(name) for name in here if state.own(name)}


def _holds(address: Mapping[str, str], link: str) -> None:
    w = state.reader()
    names = [w(f"fields.{name}.label") for name in address if w.has(f"fields.{name}.label")]
    st.caption(w.listed(names))
    st.code(link, language=None, wrap_lines=True)
