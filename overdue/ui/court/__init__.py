"""The page of three time limits: one payoff day for the penalty, the court's time and the record."""

from dataclasses import replace
from functools import partial

import streamlit as st

from overdue.account import Account
from overdue.model import Citation
from overdue.tables import court as tables
from overdue.tables import owing, paying, running
from overdue.ui import fields, mover, parts, state
from overdue.ui.court import papers


def page() -> None:
    """Draw the page. Whoever holds a summons is led to the days it sets."""
    w = state.reader()
    st.title(w("court.title"), anchor=False)
    parts.door("timeline", label=w("court.summons"), part="court")
    _body()
    parts.onward("timeline", "credit", "proposals")


@fields.alone
def _body() -> None:
    """The answer, what moves, and the questions, each worked out when it is opened."""
    state.alone("court")
    account, w = state.account(), state.reader()
    if account.missing:
        st.markdown(w("court.enter"))
        parts.door("entry")
        parts.questions("court", {"papers": papers.ask})
        return
    if fields.guarded(lambda: _answer(account)) is None:
        parts.questions("court", {"papers": papers.ask})
        return
    draws = {"day": _days, "papers": papers.ask, "starts": lambda: papers.starts(account.clocks)}
    draws["marks"] = lambda: papers.marks(account.clocks)
    if account.ledger.total:
        draws["choices"] = lambda: papers.choices(account)
        if account.case.judgment_on is not None:
            draws["judgment"] = lambda: papers.judgment(account)
        draws["fees"] = lambda: papers.fees(account)
    draws |= {"limitation": lambda: papers.limitation(account.clocks), "how": lambda: papers.working(account.clocks)}
    parts.questions("court", draws)
    parts.cite(_citations(account))


def _days() -> None:
    """The day of paying as a field, the day that is settled, and the day looked at."""
    fields.day("pay_on")
    fields.day("paid_off_on")
    fields.day("as_of")
    fields.look_at_today()


def _answer(account: Account) -> bool:
    """What is to be paid and the three bars; True once they are drawn."""
    w = state.reader()
    fixed = account.case.paid_off_on
    owed = account.clocks_on(fixed or account.as_of).owed
    if not owed:
        parts.answer(w("court.label"), w.yuan(owed), w("court.nothing", day=fixed or account.as_of))
        return True
    parts.answer(w("court.label"), "", "")
    if fixed is not None:
        mover.draw("fixed", account.case, fixed.isoformat(), partial(running.moving, account, (fixed,), w))
    else:
        days = paying.stops(account.as_of, account.as_of, running.AHEAD)
        if account.pay_on not in days:
            days = paying.stops(account.as_of, account.pay_on, running.AHEAD)
        of = ("court", replace(account.case, pay_on=None), days)
        mover.draw("pay_on", of, account.pay_on.isoformat(), partial(running.moving, account, days, w))
    for said in owing.to_come(account, w):
        st.caption(said)
    return True


def _citations(account: Account) -> tuple[Citation, ...]:
    """The rules of all three clocks and of the fees, each once."""
    clocks = account.clocks
    found = [
        c for clock in clocks.all for c in (*clock.citations, *(c for mark in clock.marks for c in mark.citations))
    ]
    period = clocks.limitation.citations if clocks.limitation else ()
    return tuple(dict.fromkeys([*found, *tables.fee_citations(), *period]))
