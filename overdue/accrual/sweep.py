"""Walking a loan through its events: days fall due, money comes in, sums are called in or taken over.

Cost grows with the number of events, not of days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from overdue.accrual.part import INTEREST_RANK, Part
from overdue.accrual.split import RANKS
from overdue.law import LAW
from overdue.model import BY_INSTALMENT, ZERO, Instalment, Lender, Loan, Order, OverdueError, Payment, fen
from overdue.periods import add_period, days_after

NO_UPLIFT = (Lender.CREDIT_CARD, Lender.PRIVATE)
YEAR = 365
MOST_RESTS = 30_000
REST_MONTHS = {"monthly": 1, "quarterly": 3}


def penalty_rate(loan: Loan) -> Decimal:
    """The penalty rate a year, a ratio; what it comes to beside a reference line is decided in yuan (``over_line``).

    Without an uplift the lender's usual one is assumed: the top of PEN-1 on the contract day, none
    for cards and private loans. A daily rate is 365 times itself, whatever the day basis: it has none.
    """
    terms = loan.penalty
    if terms.daily_rate is not None:
        return terms.daily_rate * YEAR
    uplift = terms.uplift
    if uplift is None:
        uplift = ZERO if loan.lender in NO_UPLIFT else LAW.value("PEN-1", "uplift_max", loan.contract_on)
    return loan.annual_rate * (1 + uplift)


def rate_on_basis(loan: Loan) -> Decimal:
    """The penalty rate as it is divided by the loan's day basis: a daily rate times that basis."""
    daily = loan.penalty.daily_rate
    return penalty_rate(loan) if daily is None else daily * loan.penalty.day_basis


def called_in(loan: Loan, until: date) -> Instalment | None:
    """The principal called in by ``until`` as one sum due that day, with the interest earned since the last due day."""
    day = loan.accelerated_on
    if day is None or day > until:
        return None
    principal = sum((i.principal for i in loan.instalments if i.due_on > day), ZERO)
    since = max((i.due_on for i in loan.instalments if i.due_on <= day), default=loan.contract_on)
    interest = principal * loan.annual_rate * (day - since).days / loan.penalty.day_basis
    return Instalment(due_on=day, principal=principal, interest=fen(interest)) if principal else None


def planned(loan: Loan, until: date) -> tuple[list[Instalment], list[Instalment]]:
    """The contract's instalments fallen due by ``until`` and those to come, oldest first; none comes once called in."""
    plan = sorted(loan.instalments, key=lambda i: i.due_on)
    called = loan.accelerated_on
    if called is not None and called <= until:
        return [i for i in plan if i.due_on <= called], []
    return [i for i in plan if i.due_on <= until], [i for i in plan if i.due_on > until]


@dataclass(frozen=True, slots=True)
class GivenUp:
    """What a lender gave up at the end of a day, by component in yuan: oldest instalments first, then those to come.

    ``down`` is what was paid on that day once it had been given up.
    """

    on: date
    amounts: Mapping[str, Decimal]
    down: Decimal = ZERO


class Sweep:
    """One walk through the events of a loan up to ``until``; ``see`` is called at the end of chosen days."""

    def __init__(
        self, loan: Loan, until: date, payments: Iterable[Payment], order: Order, given_up: GivenUp | None = None
    ) -> None:
        self.given_up = given_up
        self.forgone = dict(given_up.amounts) if given_up else {}
        self.loan, self.until, self.order = loan, until, Order(order)
        self.rate, self.basis = rate_on_basis(loan), loan.penalty.day_basis
        self.parts: list[Part] = []
        self.credit = ZERO
        self.stopped = False
        self._due: dict[date, list[Part]] = defaultdict(list)
        self._late: dict[date, list[Part]] = defaultdict(list)
        self._begin: dict[date, list[Part]] = defaultdict(list)
        self._rest: dict[date, list[Part]] = defaultdict(list)
        self._paid: dict[date, list[Payment]] = defaultdict(list)
        for payment in payments:
            if payment.paid_on <= until:
                self._paid[payment.paid_on].append(payment)
        due, _ = planned(loan, until)
        self._bound([i.due_on for i in due])
        for number, instalment in enumerate(due, 1):
            self._expect(number, instalment, loan.penalty.grace_days, loan.penalty.late_fee)
        if (rest := called_in(loan, until)) is not None:
            self._expect(len(due) + 1, rest, 0, ZERO)

    def _bound(self, due: Iterable[date]) -> None:
        """Refuse more rests than can be worked out while somebody waits."""
        step = REST_MONTHS.get(self.loan.penalty.rest)
        if step:
            months = (12 * (self.until.year - day.year) + self.until.month - day.month for day in due)
            rests = sum(n // step for n in months)
            if rests > MOST_RESTS:
                raise OverdueError("work.rests", given=rests, most=MOST_RESTS)

    def _expect(self, number: int, due: Instalment, grace_days: int, late_fee: Decimal) -> None:
        part = Part(number, due.due_on, due.principal, due.interest, due.fee, self.rate, self.basis)
        last_free = days_after(part.due_on, grace_days) if grace_days else part.due_on
        self._due[part.due_on].append(part)
        self._begin[last_free].append(part)
        if late_fee:
            self._late[days_after(last_free, 1)].append(part)
        self._plan_rests(part)

    def _plan_rests(self, part: Part) -> None:
        step = REST_MONTHS.get(self.loan.penalty.rest)
        months = step
        while step and months and (day := add_period(part.due_on, months=months)) <= self.until:
            self._rest[day].append(part)
            months += step

    def walk(self, days: Sequence[date], see: Callable[[date], None]) -> None:
        """Pass every event in order, and call ``see`` at the end of each of ``days`` up to ``until``."""
        events = {*self._due, *self._late, *self._begin, *self._rest, *self._paid, *days, self.until}
        events.update(day for day in (self.loan.compensated_on, self.given_up and self.given_up.on) if day)
        wanted = set(days)
        for day in sorted(day for day in events if day <= self.until):
            self._pass(day)
            if day in wanted:
                for part in self.parts:
                    part.count_to(day)
                see(day)
            self._begin_bearing(day)

    def _pass(self, day: date) -> None:
        for part in self._late.get(day, ()):
            if part.unpaid() and not self.stopped:
                part.owed["late_fee"] = part.late_fee_charged = self.loan.penalty.late_fee
        for part in self._rest.get(day, ()):
            part.count_to(day)
            part.rested = part.amount_exact("penalty")
            self._rebase(part)
        self.parts.extend(self._due.get(day, ()))
        if day in self._paid or (self.credit and day in self._due):
            self._receive(day, sum((p.amount for p in self._paid.get(day, ())), ZERO))
        if self.given_up is not None and (day == self.given_up.on or (day > self.given_up.on and day in self._due)):
            self._give_up(day)
        if day == self.loan.compensated_on:
            self.stopped = True
            for part in self.parts:
                part.count_to(day)
                part.stop()

    def _begin_bearing(self, day: date) -> None:
        """From the next day on, what is unpaid bears penalty, counted from its due day."""
        for part in self._begin.get(day, ()):
            if part.unpaid() and not self.stopped:
                part.bearing = True
                self._rebase(part)

    def _rebase(self, part: Part) -> None:
        if part.bearing:
            part.bear(*self.bases(part))

    def bases(self, part: Part) -> tuple[Decimal, Decimal]:
        """What of an instalment bears penalty, and what bears compound interest; yuan."""
        terms, owed = self.loan.penalty, part.owed
        base = owed["principal"] + (owed["interest"] if terms.base == "principal_and_interest" else ZERO)
        return base, owed["interest"] + part.rested if terms.compound != "none" else ZERO

    def _give_up(self, day: date) -> None:
        """Take off what was given up, and what of it nothing was due for yet from what falls due later."""
        if any(self.forgone.values()):
            for part in self.parts:
                part.count_to(day)
                part.fix()
            for name, left in self.forgone.items():
                for part in self.parts if left else ():
                    left = part.take(name, left, day, given_up=True)
                self.forgone[name] = left
            for part in self.parts:
                self._rebase(part)
        if self.given_up is not None and self.given_up.down and day == self.given_up.on:
            self._receive(day, self.given_up.down)

    def _receive(self, day: date, paid: Decimal) -> None:
        for part in self.parts:
            part.count_to(day)
            part.fix()
        money = self.credit + paid
        for part, name in self._targets():
            if not money:
                break
            money = part.take(name, money, day)
        self.credit = money
        for part in self.parts:
            self._rebase(part)

    def _targets(self) -> Iterable[tuple[Part, str]]:
        """Which component of which instalment a payment meets next."""
        if self.order is BY_INSTALMENT:
            for part in self.parts:
                yield from ((part, name) for name in (*INTEREST_RANK, "principal"))
            return
        for rank in RANKS[self.order]:
            names = {"costs": (), "interest": INTEREST_RANK, "principal": ("principal",)}[rank]
            for name in names:
                yield from ((part, name) for part in self.parts)
