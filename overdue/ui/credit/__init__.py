"""The page on the credit record: when it is clean, the day of paying that moves it, and the questions around it."""

from dataclasses import replace
from functools import partial

import streamlit as st

from overdue.account import Account
from overdue.credit import EFFECTS, RIGHTS, Record, Status, figures, retention
from overdue.law import LAW
from overdue.tables import keeping, paying
from overdue.ui import fields, guess, mover, parts, recorded, state
from overdue.ui.credit import choices, effects, grid, payoff, repair, rights, window

FURTHER = ("CR-4", "CR-14", "HOT-3", "RPT-5", *(f"FIX-{number}" for number in range(1, 7)))


def page() -> None:
    """Draw the page."""
    st.title(state.reader()("credit.title"), anchor=False)
    _body()
    parts.onward("proposals", "timeline", "claims", "handout")


def _own_day() -> bool:
    """Whether one's own day of paying is asked for above an example, whose own ways to a day then stay away."""
    return state.account().is_example and not state.own("guess") and not state.staged()


@fields.alone
def _body() -> None:
    """The answer, what moves, and the questions, each worked out when it is opened."""
    state.alone("credit")
    account, w = state.account(), state.reader()
    if _own_day():
        payoff.ask()
    if account.missing:
        payoff.alone()
        st.markdown(w("credit.enter"))
        parts.door("entry", to="credit")
        parts.questions("credit", {"effects": effects.draw})
        return
    if fields.guarded(lambda: _answer(account)) is None:
        parts.questions("credit", {"paid": window.paid})
        return
    parts.questions(
        "credit",
        {
            "paid": window.paid,
            "grid": lambda: grid.draw(recorded.seen()),
            "effects": effects.draw,
            "choices": lambda: choices.payoffs(recorded.seen()),
            "accounts": lambda: choices.accounts(account.record),
            "rights": lambda: rights.draw(recorded.seen()),
            "planner": lambda: rights.planner(account.record),
            "route": lambda: rights.route(figures(account.as_of)),
            "handover": lambda: rights.handed_over(recorded.seen()),
            "repair": lambda: repair.draw(recorded.seen()),
            "how": lambda: window.working(recorded.seen()),
        },
    )
    further = LAW.cites(dict.fromkeys([*(rule for each in (*EFFECTS, *RIGHTS) for rule in each.rules), *FURTHER]))
    parts.cite(further)


def _answer(account: Account) -> bool:
    """The answer for a debt that is unpaid, paid, or never was overdue; True once it is drawn."""
    w = state.reader()
    if account.case.paid_off_on is None and account.overdue_since is not None:
        days = paying.stops(account.as_of, account.as_of, keeping.AHEAD)
        if account.pay_on not in days:
            days = paying.stops(account.as_of, account.pay_on, keeping.AHEAD)
        if not guess.first("credit", account.as_of.year):
            return True
        if not (_own_day() or state.staged() or state.own("guess")):
            fields.day("pay_on")  # above its answer, so that the answer stays in view
        choices.others()
        parts.answer(w("credit.label.unpaid"), "", "")
        of = ("credit", replace(account.case, pay_on=None), days, _own_day())
        mover.draw("pay_on", of, account.pay_on.isoformat(), partial(keeping.moving, account, days, w, not _own_day()))
        guessed, gone = guess.given("credit"), retention(account.as_of).removed_from
        if guessed is not None and gone is not None:
            st.markdown(w("credit.guess.told", guess=str(int(guessed)), year=str(gone.year)))
        return True
    record = recorded.seen()
    sentence = recorded.headline(record)
    choices.others()
    if record.status is Status.CLEAN or not record.retention.running:
        parts.answer(w("credit.label.clean"), "", sentence)
    else:
        parts.answer(w(f"credit.label.{recorded.phase(record)}"), "", "")
        day = (record.retention.starts_on or account.as_of).isoformat()
        mover.draw("standing", account.case, day, partial(keeping.standing, record, sentence, w))
    for said in _remarks(record):
        st.caption(said)
    return True


def _remarks(record: Record) -> list[str]:
    w, case = state.reader(), state.case()
    said = []
    if len(record.spells) > 1:
        said.append(w("credit.headline.earlier", count=len(record.spells) - 1))
    if record.status is Status.CURED:
        said.append(w("credit.headline.living"))
    if case.compensated_on is not None:
        said.append(w("credit.headline.guarantor", day=case.compensated_on))
    return said
