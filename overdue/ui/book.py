"""The workbook of a case, to be taken along."""

from overdue.account import WAITING, Account
from overdue.exports.workbook import workbook
from overdue.ui import parts, state


def draw(account: Account) -> None:
    """The workbook of the case and its offers."""
    w, note, ledger = state.reader(), parts.stamp(), account.ledger
    offers = {letter: one for letter, one in account.settled.items() if letter != WAITING}
    parts.save(w("bill.workbook.download"), lambda: workbook(ledger, offers, w, note), "overdue.xlsx", "workbook")
