"""The figures that may leave the app under the person's name."""

from __future__ import annotations

from overdue.negotiation import Figures, figures
from overdue.ui import state


def own_figures() -> Figures | None:
    """The person's own figures; None while they are an example's, not given, or nothing is owed."""
    account = state.account()
    if account.is_example or account.missing or not account.ledger.total:
        return None
    return figures(account.ledger)
