"""The page on how what is owed grows: the sum, the day of paying that moves, and the questions around it."""

from dataclasses import replace

import streamlit as st

from overdue.account import Account
from overdue.periods import add_period
from overdue.tables import growing, owing, paying
from overdue.ui import fields, guess, mover, parts, state
from overdue.ui.penalty import drawn, mine, working


def page() -> None:
    """Draw the page."""
    w = state.reader()
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="titled"):
        own = not state.account().is_example  # the door to this answer asked for the figures the first time
        st.title(w("entry.title" if own else "penalty.title"), anchor=False, width="content")
        if own:
            parts.door("entry", label=w("penalty.change"), icon=None, to="penalty")
    _body()
    parts.onward("bill", "proposals", "credit", "handout")


@fields.alone
def _body() -> None:
    """The answer, what moves, and the questions: all that a figure of the case changes."""
    state.alone("penalty")
    account = state.account()
    if account.missing:
        st.markdown(state.reader()("penalty.ask"))
        mine.draw()
        return
    found = fields.guarded(lambda: account.ledger)
    draws = {} if account.is_example else {"mine": mine.draw}
    if found is not None:
        _answer(account)
        draws = {"how": lambda: working.maths(account), **draws, "line": lambda: working.line(account)}
    parts.questions("penalty", draws, "mine")
    if found is not None:
        parts.cite(found.citations)


def _answer(account: Account) -> None:
    w, ledger = state.reader(), account.ledger
    moves = bool(ledger.total) and account.rate_known
    if moves and not guess.first("penalty", ledger.total):
        return
    label = w("penalty.label" if owing.whole(account) else "entry.at_least", day=account.as_of)
    parts.answer(label, w.yuan(ledger.total), "" if moves else owing.headline(account, w))
    if moves:
        _moving()
    guessed = guess.given("penalty")
    if guessed is not None:
        day = add_period(account.as_of, months=12)
        sums = {"total": w.yuan(account.ledger_on(day).total), "guess": w.yuan(guessed)}
        st.markdown(w("penalty.guess.told", day=day, **sums))
    if not moves:
        remarks(account)


@fields.alone
def _moving() -> None:
    """The day of paying, and what depends on it."""
    state.alone("penalty")
    account, w = state.account(), state.reader()
    days = paying.stops(account.as_of, account.as_of)
    if account.pay_on not in days:
        days = paying.stops(account.as_of, account.pay_on)
    of = ("penalty", replace(account.case, pay_on=None), days)
    mover.draw("pay_on", of, account.pay_on.isoformat(), lambda: growing.moving(account, days, w))
    if not state.staged():
        remarks(account)
    parts.questions("penalty", {"day": lambda: fields.day("pay_on"), "chart": lambda: drawn.draw(account)})


def remarks(account: Account) -> None:
    """What the answer leaves out, and what stands in for the terms that are not known."""
    w = state.reader()
    if said := owing.left_out(account, w):
        st.caption("  \n".join(said))
    if told := owing.assumed(account, w):
        st.info(told)
