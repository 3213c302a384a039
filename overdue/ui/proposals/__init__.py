"""The page on what a lender offers: which costs less, drawn as payments; then the questions around it."""

import streamlit as st

from overdue.account import Account
from overdue.ui import fields, parts, state
from overdue.ui.own import limit
from overdue.ui.proposals import answer, broken, carry, each, even, offers, sides, time, waiting, working

# The questions in the order a person needs them, apart: before saying yes, and other figures; then a closer look.
GROUPS = (("carry", "missed", "sign", "offer", "more", "waiting"), ("even", "sides", "time", "how"))


def page() -> None:
    """Draw the page."""
    st.title(state.reader()("proposals.title"), anchor=False)
    _body()
    parts.onward("credit", "negotiate", "timeline", "handout")


@fields.alone
def _body() -> None:
    """Everything a figure of the case changes."""
    each.again()
    state.alone("proposals")
    w, account = state.reader(), state.account()
    if account.missing:
        st.markdown(w("proposals.ask"))
        parts.door("entry")
        return
    if account.desk.dropped:
        st.info(w("proposals.dropped", names=w.listed(account.desk.dropped[:10])))
    if limit()[1]:
        st.markdown(f"**{w('proposals.warn.over')}**")
    if not answer.draw(account):
        return
    if state.staged():
        return
    draws = _questions(account)
    for names in GROUPS:
        parts.questions("proposals", {name: draws[name] for name in names if name in draws})
    st.caption(w("proposals.usual"))
    parts.cite([citation for one in account.settled.values() for citation in one.citations])


def _questions(account: Account) -> dict[str, parts.Draw]:
    found: dict[str, parts.Draw] = {
        "carry": lambda: carry.draw(account),
        "missed": lambda: broken.draw(account),
        "sign": lambda: sides.sign(account),
        "offer": lambda: offers.draw(account),
        "more": lambda: offers.further(account),
        "waiting": lambda: waiting.draw(account),
        "even": lambda: even.draw(account),
        "sides": lambda: sides.draw(account),
        "time": lambda: time.draw(account),
        "how": lambda: working.draw(account),
    }
    if not account.settled:
        return {name: found[name] for name in ("offer", "more")}
    if answer.waits(account):
        return {name: found[name] for name in ("offer", "sign", "more")}
    return found
