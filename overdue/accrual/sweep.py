"""Walking a loan through its events: days fall due, money comes in, sums are called in or taken over.

Cost grows with the number of events, not of days.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from overdue.accrual.fens import Scale, fens, unit_of, yuan
from overdue.accrual.part import INTEREST_RANK, Part
from overdue.accrual.plan import bound_rests, called_in, planned, rate_on_basis, rests
from overdue.accrual.split import RANKS
from overdue.model import BY_INSTALMENT, ZERO, Instalment, Loan, Order, Payment, fen
from overdue.periods import days_after

COMPONENTS = (*INTEREST_RANK, "principal")


@dataclass(frozen=True, slots=True)
class GivenUp:
    """What a lender gave up at the end of a day, by component in yuan: oldest instalments first, then those to come.

    ``down`` is what was paid on that day once it had been given up.
    """

    on: date
    amounts: Mapping[str, Decimal]
    down: Decimal = ZERO


class Sweep:
    """One walk through the events of a loan up to ``until``: at once (``walk``), or step by step while what is paid
    follows from what is owed (``to``, ``owed``, ``pay``); the figures of both are the same, and without ``rows``
    (the working, row by row) too. An instalment is looked at where something happens to it: what it has come to
    since it tells when it is asked (``Part.count_to``).
    """

    def __init__(
        self,
        loan: Loan,
        until: date,
        payments: Iterable[Payment],
        order: Order,
        given_up: GivenUp | None = None,
        rows: bool = True,
    ) -> None:
        self.given_up = given_up
        self.loan, self.until, self.order = loan, until, Order(order)
        self.parts: list[Part] = []
        self._open: list[Part] = []
        self._owed: int | None = None
        self._credit = 0
        self.stopped = False
        self._due: dict[date, list[Part]] = defaultdict(list)
        self._late: dict[date, list[Part]] = defaultdict(list)
        self._begin: dict[date, list[Part]] = defaultdict(list)
        self._rest: dict[date, list[Part]] = defaultdict(list)
        self._paid: dict[date, int] = defaultdict(int)
        for payment in payments:
            if payment.paid_on <= until:
                self._paid[payment.paid_on] += fens(payment.amount)
        left = given_up.amounts if given_up and given_up.on <= until else {}
        self._left = {name: fens(fen(amount)) for name, amount in left.items()}
        terms, (due, _) = loan.penalty, planned(loan, until)
        bound_rests(loan, [i.due_on for i in due], until)
        rest = called_in(loan, until)
        whole = [*due, *([rest] if rest else [])]
        amounts = [amount for i in whole for amount in (i.principal, i.interest, i.fee)]
        self._unit = unit = unit_of((*amounts, terms.late_fee))
        on_interest, compound = terms.base == "principal_and_interest", terms.compound != "none"
        self._scale = Scale(unit, rate_on_basis(loan), terms.day_basis, on_interest, compound, rows)
        self._late_fee = fens(terms.late_fee, unit)
        for number, instalment in enumerate(due, 1):
            self._expect(number, instalment, terms.grace_days, self._late_fee)
        if rest is not None:
            self._expect(len(whole), rest, 0, 0)
        events = {*self._due, *self._late, *self._begin, *self._rest, *self._paid}
        events.update(day for day in (loan.compensated_on, given_up and given_up.on) if day)
        self._agenda = sorted((day for day in events if day <= until), reverse=True)
        self.day = date.min

    def _expect(self, number: int, due: Instalment, grace_days: int, late_fee: int) -> None:
        principal, interest, fee = (fens(sum_, self._unit) for sum_ in (due.principal, due.interest, due.fee))
        part = Part(number, due.due_on, principal, interest, fee, self._scale)
        last_free = days_after(part.due_on, grace_days) if grace_days else part.due_on
        self._due[part.due_on].append(part)
        self._begin[last_free].append(part)
        if late_fee:
            self._late[days_after(last_free, 1)].append(part)
        if self.loan.penalty.rest != "none":
            for day in rests(self.loan, part.due_on, self.until):
                self._rest[day].append(part)

    def walk(self, days: Iterable[date], see: Callable[[date], None]) -> None:
        """Pass every event in order, and call ``see`` at the end of each of ``days`` up to ``until``."""
        for day in sorted({day for day in days if day <= self.until}):
            self.to(day)
            see(day)
        self.to(self.until)

    def to(self, day: date) -> None:
        """Pass every event up to the end of ``day``; days come in order. Money of that day can still come (``pay``)."""
        while self._agenda and self._agenda[-1] <= day:
            self._begin_bearing(self.day)
            self.day, self._owed = self._agenda.pop(), None
            self._pass(self.day)
        if self.day < day:
            self._begin_bearing(self.day)
            self.day, self._owed = day, None

    def pay(self, amount: Decimal) -> None:
        """Take money on the day the walk has come to; what the payments given at first bring is in already."""
        self._receive(self.day, fens(amount))

    def stand(self, rate: int, of: int) -> list[tuple[int, ...]]:
        """The sums of what has fallen due at the end of the day the walk has come to (``Part.stand``)."""
        day = self.day.toordinal()
        return [part.stand(day, rate, of) for part in self.parts]

    def owed(self) -> Decimal:
        """What is due and unpaid at the end of the day the walk has come to, in yuan; a surplus is ``credit``."""
        if self._owed is None:
            self._owed, day = 0, self.day.toordinal()
            for part in self._open:
                part.count_to(day)
                self._owed += part.total()
        return yuan(self._owed)

    @property
    def credit(self) -> Decimal:
        """What was paid beyond what was due, in yuan."""
        return yuan(self._credit)

    @property
    def forgone(self) -> dict[str, Decimal]:
        """What was given up and nothing was due for yet, by component in yuan."""
        return {name: yuan(left) for name, left in self._left.items()}

    @property
    def open(self) -> int:
        """How many instalments are due and unpaid."""
        return len(self._open)

    def late(self) -> bool:
        """Whether a due day has passed unpaid."""
        day = self.day.toordinal()
        for part in self._open:
            if part.due_on < self.day:
                part.count_to(day)
                if part.total():
                    return True
        return False

    def charges_paid(self) -> Decimal:
        """What was paid so far of penalty, compound interest and late fees, in yuan."""
        return yuan(sum(part.charges_paid() for part in self.parts))

    def _pass(self, day: date) -> None:
        number = day.toordinal()
        for part in self._late.get(day, ()):
            part.count_to(number)
            if part.unpaid() and not self.stopped:
                part.charge_late_fee(self._late_fee)
        for part in self._rest.get(day, ()):
            part.count_to(number)
            part.rest()
        due = self._due.get(day, ())
        for part in due:
            part.begin()
        self.parts.extend(due)
        self._open.extend(due)
        if day in self._paid or (self._credit and due):
            self._receive(day, self._paid.get(day, 0))
        if self.given_up is not None and (day == self.given_up.on or (day > self.given_up.on and due)):
            self._give_up(day, self.given_up)
        if day == self.loan.compensated_on:
            self.stopped = True
            for part in self.parts:
                part.count_to(number)
                part.stop()

    def _begin_bearing(self, day: date) -> None:
        """From the next day on, what is unpaid bears penalty, counted from its due day."""
        for part in self._begin.get(day, ()):
            part.count_to(day.toordinal())
            if part.unpaid() and not self.stopped:
                part.bear()

    def _state(self, number: int) -> None:
        """State every figure of a day at its rounded value."""
        if not self._scale.stated or self._scale.stated[-1] != number:
            self._scale.stated.append(number)

    def _give_up(self, day: date, given_up: GivenUp) -> None:
        """Take off what was given up, and what of it nothing was due for yet from what falls due later."""
        number = day.toordinal()
        if any(self._left.values()):
            self._state(number)
            for name, left in self._left.items():
                for part in self.parts:
                    if not left:
                        break
                    part.count_to(number)
                    left = part.take(name, left, number, given_up=True)
                    part.weigh()
                self._left[name] = left
        if given_up.down and day == given_up.on:
            self._receive(day, fens(given_up.down))

    def _receive(self, day: date, paid: int) -> None:
        """Apply money; what is paid off is open no more, and nothing can be owed of it again."""
        number = day.toordinal()
        self._state(number)
        there = money = self._credit + paid
        met: dict[Part, None] = {}
        for part, name in self._targets():
            if not money:
                break
            if not part.can_hold(name):
                continue
            part.count_to(number)
            left = part.take(name, money, number)
            if left != money:
                met[part] = None
            money = left
        self._credit = money
        for part in met:
            part.weigh()
        self._owed = None if self._owed is None else self._owed - (there - money)
        if met:
            self._open = [part for part in self._open if part not in met or part.total()]

    def _targets(self) -> Iterable[tuple[Part, str]]:
        """Which component of which instalment a payment meets next."""
        if self.order is BY_INSTALMENT:
            for part in self._open:
                yield from ((part, name) for name in COMPONENTS)
            return
        for rank in RANKS[self.order]:
            names = {"costs": (), "interest": INTEREST_RANK, "principal": ("principal",)}[rank]
            for name in names:
                yield from ((part, name) for part in self._open)
