"""What waiting costs: one figure, and beside it what falls due anyway."""

from dataclasses import replace

import streamlit as st

from overdue.account import WAITING, Account
from overdue.casefile import FIELDS, check
from overdue.periods import add_period
from overdue.tables import unrated
from overdue.ui import fields, state
from overdue.ui.proposals.held import keep


def draw(account: Account) -> None:
    """Until when, and what it adds."""
    w, until = state.reader(), account.desk.wait_until
    fields.ask("wait_until", FIELDS["lump_on"], w("proposals.term.until"), until, _put)
    if WAITING in account.refused:
        st.warning(fields.sentence(account.refused[WAITING]))
        return
    waiting = account.waiting(until)
    if account.rate_known:
        month = account.waiting(add_period(account.as_of, months=1)).grows
        lines = [
            w("proposals.cost.figure", day=until, amount=w.yuan(waiting.grows)),
            w("proposals.cost.month", amount=w.yuan(month)),
        ]
    else:
        lines = [w("proposals.unrated.cost", day=until, amount=w.yuan(unrated.waits(account)))]
    if waiting.falls_due:
        lines.append(w("proposals.cost.beside", amount=w.yuan(waiting.falls_due)))
    st.markdown(w.together(lines))


def _put(text: str) -> None:
    account = state.account()
    day = check("lump_on", text) if text else add_period(account.as_of, months=12)
    keep(replace(account.desk, wait_until=day))  # type: ignore[arg-type]
