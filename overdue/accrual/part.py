"""One overdue instalment on its way through time: what is unpaid of it, and what it has grown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from overdue.model import ZERO, fen
from overdue.periods import ONE_DAY

Kind = Literal["penalty", "compound", "paid"]
NOTHING = fen(ZERO)
GROWING: tuple[Literal["penalty", "compound"], ...] = ("penalty", "compound")
INTEREST_RANK = ("interest", "compound", "penalty", "fee", "late_fee")


@dataclass(frozen=True, slots=True)
class Segment:
    """One row of the working: ``base`` yuan at ``rate`` a year over ``days``, ``start`` to ``end`` counted.

    ``amount`` is the difference of rounded running totals. A row of kind ``paid`` takes off what a
    payment covered; it spans no day (its start is the day after its end, the day of payment).
    """

    start: date
    end: date
    base: Decimal
    rate: Decimal
    amount: Decimal
    kind: Kind
    instalment: int

    @property
    def days(self) -> int:
        """How many days the row counts."""
        return (self.end - self.start).days + 1


@dataclass(slots=True)
class Run:
    """A running figure: rounded at the last payment, exact since then as yuan × rate × days."""

    fixed: Decimal = ZERO
    exact: Decimal = ZERO
    start: date | None = None
    base: Decimal = ZERO
    stated: Decimal = ZERO
    paid: Decimal = ZERO


class Part:
    """The state of one instalment; amounts in yuan, ``rates`` a year on ``basis`` days, one a growing figure."""

    def __init__(
        self, number: int, due_on: date, principal: Decimal, interest: Decimal, fee: Decimal, rate: Decimal, basis: int
    ) -> None:
        self.number, self.due_on, self.basis = number, due_on, basis
        self.rates = {"penalty": rate, "compound": rate}
        self.owed = {"principal": principal, "interest": interest, "fee": fee, "late_fee": ZERO}
        self.late_fee_charged = ZERO
        self.runs = {"penalty": Run(), "compound": Run()}
        self.rested = ZERO
        self.principal_days = ZERO
        self.counted_to = due_on
        self.line_to = due_on
        self.bearing = False
        self.segments: list[Segment] = []

    def unpaid(self) -> bool:
        """Whether anything the contract planned for this instalment is still owed."""
        return bool(self.owed["principal"] or self.owed["interest"] or self.owed["fee"])

    def amount(self, name: str) -> Decimal:
        """What is owed of one component, rounded to the fen."""
        run = self.runs.get(name)
        return (
            fen(self.owed[name]) if run is None else run.fixed + (fen(run.exact / self.basis) if run.exact else NOTHING)
        )

    def amount_exact(self, kind: str) -> Decimal:
        """A growing figure before rounding."""
        return self.runs[kind].fixed + self.runs[kind].exact / self.basis

    def charged(self) -> Decimal:
        """Penalty, compound interest and late fee charged so far, paid or not."""
        return fen(self.late_fee_charged) + sum((self.amount(k) + self.runs[k].paid for k in GROWING), ZERO)

    def count_to(self, day: date) -> None:
        """Let the days up to and including ``day`` pass."""
        self.principal_days += self.owed["principal"] * (day - self.line_to).days
        self.line_to = day
        days = (day - self.counted_to).days
        if self.bearing and days > 0:
            for kind, run in self.runs.items():
                run.exact += run.base * self.rates[kind] * days
            self.counted_to = day

    def bear(self, penalty_base: Decimal, compound_base: Decimal) -> None:
        """Close the rows whose base changed and go on with the new bases."""
        for kind, base in (("penalty", penalty_base), ("compound", compound_base)):
            if self.runs[kind].base != base or self.runs[kind].start is None:
                self.close(kind)
                self.runs[kind].base, self.runs[kind].start = base, self.counted_to + ONE_DAY

    def close(self, kind: str) -> None:
        """Write the row of a running figure, if it has counted any day."""
        run = self.runs[kind]
        if run.base and run.start is not None and run.start <= self.counted_to:
            now = self.amount(kind)
            label: Kind = "penalty" if kind == "penalty" else "compound"
            self.segments.append(
                Segment(run.start, self.counted_to, run.base, self.rates[kind], now - run.stated, label, self.number)
            )
            run.stated = now
        run.start = None

    def stop(self) -> None:
        """Grow no more, and write the rows."""
        for kind in self.runs:
            self.close(kind)
        self.bearing = False

    def fix(self) -> None:
        """State every figure of the day at its rounded value and go on from there."""
        for kind, run in self.runs.items():
            if run.exact:
                run.fixed, run.exact = self.amount(kind), ZERO
            self.close(kind)
        for name, value in self.owed.items():
            if value:
                self.owed[name] = fen(value)
        if self.rested:
            self.rested = min(fen(self.rested), self.runs["penalty"].fixed)

    def take(self, name: str, money: Decimal, on: date, given_up: bool = False) -> Decimal:
        """Pay one component on a day (after ``fix``), or give it up; what is left of the money."""
        run = self.runs.get(name)
        owed = self.owed[name] if run is None else run.fixed
        if not owed:
            return money
        paid = min(money, owed)
        if run is None:
            self.owed[name] = owed - paid
            if given_up and name == "late_fee":
                self.late_fee_charged -= paid
        else:
            run.fixed, run.stated = owed - paid, run.stated - paid
            run.paid += ZERO if given_up else paid
            if name == "penalty":
                self.rested = max(ZERO, self.rested - paid)
            self.segments.append(Segment(on + ONE_DAY, on, ZERO, ZERO, -paid, "paid", self.number))
        return money - paid
