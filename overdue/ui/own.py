"""What may leave the app under the person's name: the figures, and whether the time to sue may be over."""

from overdue.account import Account
from overdue.casefile.uplift import usual_uplift
from overdue.model import NotInForce
from overdue.negotiation import Figures, figures
from overdue.ui import state


def own_figures() -> Figures | None:
    """The person's own figures; None while they are an example's, not given, or nothing is owed."""
    account = state.account()
    if account.is_example or account.missing or not account.ledger.total:
        return None
    return figures_of(account)


def figures_of(account: Account) -> Figures:
    """The figures of an account, with what of them is assumed."""
    return figures(account.ledger, usual_uplift(account.case), account.rate_known)


def limit() -> tuple[str, bool]:
    """Where the limitation period stands by the case, as a sentence for the writer, and whether it may be over."""
    w, account = state.reader(), state.account()
    unknown = w("letters.note.unknown"), False
    if account.is_example or account.missing:
        return unknown
    try:
        period = account.limitation
    except NotInForce:
        return unknown
    if period.last_day is None:
        return unknown
    over = period.expired(state.today())
    return w(f"letters.note.{'over' if over else 'running'}", limitation=period.last_day), over
