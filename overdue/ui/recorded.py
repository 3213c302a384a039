"""The record of the account as this visit sees it: for the payoff day that was entered or moves."""

from datetime import date

import streamlit as st

from overdue.credit import Record, Status
from overdue.ui import state


def whole() -> bool:
    """Whether the payoff closes the account, or only ends the arrears."""
    return bool(st.session_state.get("credit_whole", "all") == "all")


def seen(looked_on: date | None = None) -> Record:
    """The record if it is paid off on the day entered, else on the day that moves, its months as of ``looked_on``.

    Where nothing is overdue any more it is the record as it stands.
    """
    account = state.account()
    moved = account.pay_on if account.overdue_since is not None else None
    return account.record_on(account.case.paid_off_on or moved, looked_on, whole())


def phase(record: Record) -> str:
    """Where the day looked at lies: before the payoff, within the five years, or after them."""
    if record.planned:
        return "planned"
    return "over" if record.retention.over(record.as_of) else "waiting"


def headline(record: Record) -> str:
    """The answer in one sentence."""
    w = state.reader()
    if record.status is Status.CLEAN:
        return w("credit.headline.clean", as_of=record.as_of)
    held = record.if_paid or record.retention
    key = "unpaid" if record.if_paid else phase(record)
    return w(
        f"credit.headline.{key}", paid_off_on=held.starts_on, last_day=held.last_day, removed_from=held.removed_from
    )
