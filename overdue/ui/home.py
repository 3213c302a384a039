"""The way in: ten situations in the person's words, a search, whom to call, an example."""

from dataclasses import replace

import streamlit as st

from overdue.casefile import STORIES
from overdue.search import DOORS
from overdue.tables import glance
from overdue.ui import bar, fields, finder, mover, parts, state

CARD = 150  # px at least: two stand side by side on the narrowest phone, four on a desk


def page() -> None:
    """Draw the page."""
    if st.session_state.pop("story_taken", False):
        st.switch_page("pages/penalty.py")
    w = state.reader()
    st.title(w("home.title"), anchor=False)
    st.caption(w("home.what"))
    finder.draw("search")
    with st.container(key="doors", horizontal=True, gap="small"):
        for name in DOORS:
            with st.container(key=f"door_{name}", border=True, width=CARD, height="stretch", gap=None):
                bar.situation(name, "stretch", strong=True)
                st.caption(w(f"home.door.{name}.says"))
    st.markdown(w("home.no_shame"))
    with st.container(key="lines"):
        st.html(w("home.lines", **parts.facts()))
    story = state.case().story
    parts.door("penalty", label=w("home.mine") if story is None else w("home.see", name=w(f"home.name.{story}")))
    if not state.account().missing:
        _glance()
    parts.questions("home", {"stories": _stories})


@fields.alone
def _glance() -> None:
    """Three answers that move with one day of paying."""
    state.alone("")
    account, w = state.account(), state.reader()
    if not account.rate_known or not account.ledger.total:
        return
    days = glance.stops(account.as_of, account.pay_on)
    with st.container(key="glance"):
        label = w("entry.owed", day=account.as_of)
        parts.answer(label, w.yuan(account.ledger.total), "", key="glance_answer")
        of = (replace(account.case, pay_on=None), days)
        mover.draw("pay_on", of, account.pay_on.isoformat(), lambda: glance.moving(account, days, w))
    with st.expander(w("common.chart_table"), type="compact", key="glance_table", on_change="rerun") as block:
        if block.open:
            parts.table(glance.rows(account, w), w("home.glance.owed_alt"))


def _stories() -> None:
    """The ready-made people: a tap takes one on and goes to what that person owes."""
    w = state.reader()
    with st.container(key="stories", gap=None):
        for code in STORIES:
            label = w(f"fields.story.{code}")
            st.button(label, key=f"story_{code}", on_click=_become, args=(code,), type="tertiary")


def _become(code: str) -> None:
    state.take_story(code)
    st.session_state.story_taken = True
