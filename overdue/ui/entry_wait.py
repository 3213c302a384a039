"""Below one's own figures: what waiting adds to them."""

from datetime import date, timedelta
from decimal import Decimal

import streamlit as st

from overdue.account import Account
from overdue.tables import growing, owing
from overdue.ui import state

DAYS = (0, 30, 60, 90)


def draw() -> None:
    """What waiting adds: one tap."""
    w, account = state.reader(), state.account()
    st.markdown(f"**{w('entry.wait')}**")
    with st.container(key="wait", horizontal=True, gap="xsmall"):
        for days in DAYS:
            day = account.as_of + timedelta(days=days)
            st.button(
                w("entry.days", days=days) if days else w("entry.today") if day == state.today() else w.day(day),
                key=f"wait_{days}",
                icon=":material/check:" if day == account.pay_on else None,
                on_click=state.change,
                args=("pay_on", day.isoformat()),
            )
    if account.pay_on > account.as_of:
        _waited(account)


def _waited(account: Account) -> None:
    w, day = state.reader(), account.pay_on
    waiting, then = account.waiting(day), account.ledger_on(day)
    held = {"day": day, "days": (day - account.as_of).days, "total": w.yuan(then.total)}
    if account.rate_known:
        how = "waited" if waiting.grows else "waited_same"
        says = w(f"entry.{how}", grown=growing.grown(then, w), grows=w.yuan(waiting.grows), **held)
    else:
        says = w("entry.waited_band", high=w.yuan(most(account, day)), **held)
    st.markdown(w.together([says, *owing.unsaid(account, w)]))
    if waiting.falls_due:
        st.caption(w("entry.falls_due", amount=w.yuan(waiting.falls_due)))


def most(account: Account, day: date) -> Decimal:
    """What may be owed on a day at most, in yuan: by the highest reading of what is not known, with what falls due."""
    if day == account.as_of and account.band is not None:
        return account.band.high
    return account.most.ledger_on(day).total
