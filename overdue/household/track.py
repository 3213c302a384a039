"""One debt on its way through a division: what it asks for, what it gets, what is left of it."""

from bisect import bisect_left, bisect_right
from datetime import date
from decimal import Decimal
from itertools import accumulate

from overdue.accrual import Cash
from overdue.accrual.plan import still_to_come
from overdue.accrual.split import RULES
from overdue.accrual.sweep import Sweep
from overdue.credit import Retention, retention, spells
from overdue.household.model import Debt
from overdue.model import ZERO, Payment, fen
from overdue.proposal import Settlement

NOTHING = fen(ZERO)


class Track:
    """A debt under its contract, walked by the engine of ``accrue``; amounts in yuan.

    ``due`` is what is due and unpaid on the day it was brought ``to``, ``ahead`` what falls due before the next
    payment, ``left`` all that is owed, due or not.
    """

    def __init__(self, debt: Debt, as_of: date, until: date) -> None:
        self.key, self.loan, self.order = debt.key, debt.loan, debt.order
        self._past = tuple(payment for payment in debt.payments if payment.paid_on <= as_of)
        self._sweep = Sweep(debt.loan, until, self._past, debt.order, rows=False)
        coming = [(day, amount) for day, amount in still_to_come(debt.loan, as_of) if amount]
        self._days = [day for day, _ in coming]
        self._sums = [*accumulate((amount for _, amount in coming), initial=NOTHING)]
        self.due = self.ahead = self.left = self.paid = NOTHING
        self.payments: list[Payment] = []
        self._cured_on: date | None = None
        self.done_on: date | None = None
        self.to(as_of, as_of)
        self._before = self._sweep.charges_paid()

    def to(self, day: date, before: date) -> None:
        """Let the days up to ``day`` pass; the next payment comes on ``before``."""
        self.day = day
        self._sweep.to(day)
        self._soon = max(NOTHING, self._sums[bisect_left(self._days, before)] - self._sums[self._passed()])
        self._read()

    def pay(self, amount: Decimal) -> None:
        """Pay on the day it was brought to."""
        if not amount:
            return
        late = self._sweep.late()
        self._sweep.pay(amount)
        self.payments.append(Payment(paid_on=self.day, amount=amount))
        self.paid += amount
        self._read()
        if late and not self._sweep.late():
            self._cured_on = self.day

    def _read(self) -> None:
        credit, later = self._sweep.credit, self._sums[-1] - self._sums[self._passed()]
        self.due = self._sweep.owed()
        self.ahead = max(NOTHING, self._soon - credit)
        self.left = max(NOTHING, self.due + later - credit)
        if not self.left and self.done_on is None:
            self.done_on = self._days[-1] if later else self.day

    def _passed(self) -> int:
        """How many of the sums to come have fallen due."""
        return bisect_right(self._days, self.day)

    @property
    def open(self) -> int:
        """How many of its instalments are due and unpaid."""
        return self._sweep.open

    @property
    def charges(self) -> Decimal:
        """What was paid of penalty, compound interest and late fees since the day looked at."""
        return self._sweep.charges_paid() - self._before

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules of its arithmetic."""
        compound = ("PEN-2",) if self.loan.penalty.compound != "none" else ()
        return ("CC-2", "CC-12", "PEN-1", "PEN-3", *compound, *RULES[self.order])

    def record(self) -> Retention:
        """The record's window: it starts when the last overdue yuan is paid; none while the debt is unpaid."""
        if self.done_on is None or self._cured_on is not None:
            return retention(self._cured_on if self.done_on else None)
        found = spells(self.loan, (*self._past, *self.payments), self.day, self.order)
        return found[-1].retention if found else retention(None)


class Agreed:
    """A debt whose offer is taken: ``cash`` is what the offer and beside it the contract ask for, on their days."""

    def __init__(self, key: str, settled: Settlement) -> None:
        self.key, self.settled = key, settled
        self.cash: tuple[Cash, ...] = tuple(sorted((*settled.cash, *settled.runs_on), key=lambda cash: cash.paid_on))
        self.whole = self.left = sum((amount for _, amount in self.cash), NOTHING)
        self.done_on: date | None = None

    def take(self, amount: Decimal) -> None:
        """Set money aside for the payments of the month."""
        self.left -= amount
        if not self.left:
            self.done_on = self.settled.debt_free_on

    @property
    def paid(self) -> Decimal:
        """What was paid so far."""
        return self.whole - self.left

    @property
    def payments(self) -> tuple[Payment, ...]:
        """The payments so far, on their days."""
        found, paid = [], self.paid
        for day, amount in self.cash:
            if amount and paid >= amount:
                found.append(Payment(paid_on=day, amount=amount))
                paid -= amount
        return tuple(found)

    @property
    def charges(self) -> Decimal:
        """What was paid beyond principal, interest and fees of the contract; 0 where a waiver takes it off."""
        debt = self.settled.debt
        plain = debt.principal + debt.interest + debt.fees + sum((sum_ for _, sum_ in self.settled.runs_on), ZERO)
        return max(NOTHING, self.paid - plain)

    def record(self) -> Retention:
        """The record's window, as the offer's settlement has it."""
        return self.settled.record if self.done_on else retention(None)
