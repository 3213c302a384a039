"""How the debt of the lesson's person grows over the year of the first question, and which sentence tells it."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from overdue.account import Account
from overdue.accrual import Ledger, Point
from overdue.model import OverdueError
from overdue.periods import add_period

NAMES = ("penalty", "compound", "late_fees")


class Year(NamedTuple):
    """A year unpaid: its last day, what grew and fell due in yuan, the growing parts by name, the sum over the line.

    ``over`` is None where there is no line.
    """

    until: date
    grows: Decimal
    falls_due: Decimal
    parts: dict[str, Decimal]
    over: Decimal | None

    @property
    def says(self) -> str:
        """Which sentence is true: all of it grew, some fell due as well, or nothing was added."""
        if not self.grows:
            return "say_still"
        return "say_due" if self.falls_due else "say"

    @property
    def shows(self) -> str:
        """Which sentence tells the picture: something above the line, nothing above it, no line."""
        if self.over is None:
            return "show_no_line"
        return "show" if self.over else "show_below"

    @property
    def mistake(self) -> str:
        """Whether unpaid interest bears compound interest in this case."""
        return "mistake_compound" if self.parts.get("compound") else "mistake"


def last_day(account: Account) -> date:
    """The day a year after the day looked at: the day of the question."""
    return add_period(account.as_of, months=12)


def year(account: Account) -> Year | None:
    """The year of a case; None while it cannot be worked out."""
    try:
        until = last_day(account)
        waiting, now, then = account.waiting(until), account.ledger, account.ledger_on(until)
        point: Point = account.points([until])[0]
    except OverdueError:
        return None
    parts = {name: _part(then, name) - _part(now, name) for name in NAMES}
    over = None if point.line is None else point.over_line
    return Year(until, waiting.grows, waiting.falls_due, {n: s for n, s in parts.items() if s}, over)


def _part(ledger: Ledger, name: str) -> Decimal:
    return Decimal(getattr(ledger, name))
