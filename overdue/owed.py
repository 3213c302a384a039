"""What is owed on one case, seen from the day looked at."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from overdue.accrual import Ledger, Outlook, Point, accrue, ledgers, trace
from overdue.casefile import Case
from overdue.model import Loan, Order, Payment, answering


class Owed:
    """A case and what is owed on it, day by day; each worked out once, when it is first asked for."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._ledgers: dict[date, Ledger] = {}

    @property
    def as_of(self) -> date:
        """The day looked at."""
        return self.case.as_of

    @property
    def pay_on(self) -> date:
        """The day of paying that the movers move; the day looked at until one was chosen."""
        return self.case.pay_on or self.case.as_of

    @property
    def paid_off_on(self) -> date:
        """The payoff day for clocks and record: the one entered, else the day of paying."""
        return self.case.paid_off_on or self.pay_on

    @property
    def missing(self) -> tuple[str, ...]:
        """The essential figures not given yet, by key; empty once the account can answer."""
        return self.case.missing

    @property
    def is_example(self) -> bool:
        """Whether these are the figures of a ready-made person, so that nothing here is the reader's own."""
        return self.case.story is not None

    @property
    def rate_known(self) -> bool:
        """Whether there is a rate to count penalty by."""
        return self.case.rate is not None or self.case.daily_rate is not None

    @property
    def payments(self) -> tuple[Payment, ...]:
        """What has been paid by the day looked at."""
        return self.case.payments

    @property
    def order(self) -> Order:
        """How part payments are applied."""
        return self.case.payment_order

    @cached_property
    @answering()
    def loan(self) -> Loan:
        """The loan the figures make."""
        return self.case.loan()

    @property
    def ledger(self) -> Ledger:
        """What is owed on the day looked at."""
        return self.ledger_on(self.as_of)

    @answering()
    def ledger_on(self, day: date) -> Ledger:
        """What is owed at the end of a day, if nothing more is paid after ``as_of``."""
        if day not in self._ledgers:
            self._ledgers[day] = accrue(self.loan, day, self.payments, self.order)
        return self._ledgers[day]

    @answering()
    def foresee(self, days: Sequence[date]) -> None:
        """Work out what is owed on each of ``days`` in one walk, for whoever asks for them one by one."""
        self._ledgers |= ledgers(self.loan, days, self.payments, self.order)

    @cached_property
    @answering()
    def overdue_since(self) -> date | None:
        """The due day of the oldest instalment that is overdue and unpaid; None where none is."""
        return min((o.due_on for o in self.ledger.instalments if o.overdue_days and o.total), default=None)

    @answering()
    def points(self, days: Sequence[date]) -> tuple[Point, ...]:
        """The sums at the end of each of ``days``, in order of time: the figures of ``ledger_on``, in one walk."""
        return trace(self.loan, days, self.payments, self.order)

    @answering()
    def waiting(self, until: date) -> Outlook:
        """What waiting from the day looked at until a later one adds: one figure, wherever it is named."""
        now, then = self.ledger, self.ledger_on(until)
        grows = then.growing - now.growing
        return Outlook(until, grows, then.total - now.total - grows)
