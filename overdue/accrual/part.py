"""One overdue instalment on its way through time, in whole numbers: what is unpaid of it, and what it has grown.

Planned sums are counted in ``unit`` parts of a fen, growth in fen and, since it was last rounded, in a fraction of one
with a denominator of its own.
"""

from datetime import date
from decimal import Decimal
from typing import Literal

from overdue.accrual.fens import Run, Scale, rounded, yuan
from overdue.accrual.segment import Segment

GROWING: tuple[Literal["penalty", "compound"], ...] = ("penalty", "compound")
INTEREST_RANK = ("interest", "compound", "penalty", "fee", "late_fee")


class Part:
    """The state of one instalment. What all are rounded at (``Scale.stated``) it makes up for when it is next asked."""

    __slots__ = (
        "_planned",
        "at",
        "bearing",
        "compound",
        "counted_to",
        "due_on",
        "late_fee_charged",
        "line_days",
        "line_to",
        "number",
        "owed",
        "penalty",
        "rested",
        "runs",
        "scale",
        "segments",
        "whole",
    )

    def __init__(self, number: int, due_on: date, principal: int, interest: int, fee: int, scale: Scale) -> None:
        self.number, self.due_on, self.scale = number, due_on, scale
        self.owed = {"principal": principal, "interest": interest, "fee": fee, "late_fee": 0}
        self.whole = scale.unit == 1
        self._planned: tuple[int, int, int, int] | None = None  # as ``planned`` has it, until something is paid
        self.late_fee_charged = 0
        self.penalty, self.compound = Run(scale.of["penalty"]), Run(scale.of["compound"])
        self.runs = {"penalty": self.penalty, "compound": self.compound}
        self.rested = 0  # penalty that bears compound interest, counted as ``penalty.more`` is
        self.line_days = 0
        self.counted_to = self.line_to = due_on.toordinal()
        self.at = 0  # how many of the days on which everything is rounded it has passed
        self.bearing = False
        self.segments: list[Segment] = []

    def begin(self) -> None:
        """It falls due: what was rounded before is no matter of its own."""
        self.at = len(self.scale.stated)

    def unpaid(self) -> bool:
        """Whether anything the contract planned for this instalment is still owed."""
        return bool(self.owed["principal"] or self.owed["interest"] or self.owed["fee"])

    def can_hold(self, name: str) -> bool:
        """Whether anything of one component may be owed, the days not counted yet among it."""
        run = self.runs.get(name)
        return bool(self.owed[name] if run is None else run.fixed or run.more or run.weight)

    def planned(self) -> tuple[int, int, int, int]:
        """What is owed of principal, interest, fee and late fee, each rounded to the fen."""
        if self._planned is None:
            unit = self.scale.unit
            principal, interest, fee, late = (rounded(amount, unit) for amount in self.owed.values())
            self._planned = principal, interest, fee, late
        return self._planned

    def total(self) -> int:
        """Everything owed of it in fen, each component rounded."""
        principal, interest, fee, late = self._planned or self.planned()
        return principal + interest + fee + late + self.penalty.fens() + self.compound.fens()

    def stand(self, day: int, rate: int, of: int) -> tuple[int, ...]:
        """In fen, at the end of a day: principal, interest, fee, late fee, penalty and compound interest owed; of the
        last three what was charged so far, paid or not; what a line of ``rate`` / ``of`` a day on each yuan allows, and
        what is above it.
        """
        if self.at < len(self.scale.stated):
            self.count_to(day)
        days, unit = day - self.counted_to if self.bearing else 0, self.scale.unit
        penalty, compound = self.penalty.fens(days), self.compound.fens(days)
        charged = penalty + self.penalty.paid + compound + self.compound.paid
        if self.late_fee_charged:
            charged += rounded(self.late_fee_charged, unit)
        line_days = self.line_days + self.owed["principal"] * (day - self.line_to)
        allowed = (2 * line_days * rate + unit * of) // (2 * unit * of)
        over = charged - allowed if charged > allowed else 0
        return *(self._planned or self.planned()), penalty, compound, charged, allowed, over

    def charges_paid(self) -> int:
        """What was paid of penalty, compound interest and late fee, in fen."""
        late = rounded(self.late_fee_charged, self.scale.unit) - self.planned()[-1]
        return late + self.penalty.paid + self.compound.paid

    def charge_late_fee(self, amount: int) -> None:
        """Charge what is asked once for being late."""
        self.owed["late_fee"] = self.late_fee_charged = amount
        self.whole, self._planned = self.scale.unit == 1, None

    def count_to(self, day: int) -> None:
        """Let the days up to and including ``day`` pass, and what was rounded on them."""
        if self.at < len(self.scale.stated):
            passed = self.scale.stated[self.at :]
            self.at += len(passed)
            if self.scale.rows or self.rested or not self.whole:
                for event in passed:
                    self._pass(event)
                    self._state()
            else:
                self._catch_up(passed)
        self._pass(day)

    def _catch_up(self, passed: list[int]) -> None:
        """Be rounded on days on which nothing else happens to it."""
        for run in (self.penalty, self.compound):
            if run.more or (self.bearing and run.weight):
                fixed, more, weight, of, twice = run.fixed, run.more, run.weight, run.of, run.twice
                counted = self.counted_to if self.bearing else passed[0]
                for event in passed:
                    if self.bearing:
                        more += weight * (event - counted)
                        counted = event
                    fixed += (2 * more + of) // twice
                    more = 0
                run.fixed, run.more = fixed, 0
        if self.bearing:
            self.counted_to = passed[-1]

    def _pass(self, day: int) -> None:
        if day > self.line_to:
            self.line_days += self.owed["principal"] * (day - self.line_to)
            self.line_to = day
        days = day - self.counted_to
        if self.bearing and days > 0:
            self.penalty.more += self.penalty.weight * days
            if self.compound.weight:
                self.compound.more += self.compound.weight * days
            self.counted_to = day

    def _state(self) -> None:
        """State every figure of the day at its rounded value and go on from there."""
        for run in (self.penalty, self.compound):
            if run.more:
                run.fixed += (2 * run.more + run.of) // run.twice
                run.more = 0
        if self.scale.rows:
            self._rows()
        if not self.whole or self.rested:
            unit = self.scale.unit
            if not self.whole:
                self.owed = {name: rounded(amount, unit) * unit for name, amount in self.owed.items()}
                self.whole = True
            if self.rested:
                of = self.penalty.of
                self.rested = min(rounded(self.rested, of), self.penalty.fixed) * of
            self.weigh()
        elif self.scale.rows:
            self.weigh()

    def weigh(self) -> None:
        """Go on with what bears penalty and compound interest now; where that changed a row ends."""
        if not self.bearing:
            return
        scale, owed = self.scale, self.owed
        base = owed["principal"] + (owed["interest"] if scale.on_interest else 0)
        self._weigh("penalty", base)
        if scale.compound:
            self._weigh("compound", owed["interest"] * scale.scale + self.rested)

    def _weigh(self, kind: Literal["penalty", "compound"], base: int) -> None:
        run = self.runs[kind]
        if self.scale.rows and (run.base != base or run.start is None):
            if run.start is not None:
                self._row(kind)
            run.start = self.counted_to + 1
        run.base, run.weight = base, base * self.scale.rate

    def rest(self) -> None:
        """What has been added as penalty by now bears compound interest from here on."""
        self.rested = self.penalty.fixed * self.penalty.of + self.penalty.more
        self.weigh()

    def bear(self) -> None:
        """What is unpaid bears penalty from here on, counted from its due day."""
        self.bearing = True
        self.weigh()

    def stop(self) -> None:
        """Grow no more, and write the rows."""
        if self.scale.rows:
            self._rows()
        self.bearing = False

    def _rows(self) -> None:
        for kind in GROWING:
            self._row(kind)

    def _row(self, kind: Literal["penalty", "compound"]) -> None:
        """Write the row of a running figure, if it has counted any day."""
        run = self.runs[kind]
        if run.start is None:
            return
        if run.base and run.start <= self.counted_to:
            now, days = run.fens(), (run.start, self.counted_to)
            start, end = map(date.fromordinal, days)
            base, amount = self.scale.yuan(kind, run.base), yuan(now - run.stated)
            self.segments.append(Segment(start, end, base, self.scale.yearly, amount, kind, self.number))
            run.stated = now
        run.start = None

    def take(self, name: str, money: int, on: int, given_up: bool = False) -> int:
        """Pay one component on a day on which everything is rounded, or give it up, in fen; what is left of it."""
        if name in GROWING:
            return self._take(name, money, on, given_up)
        unit = self.scale.unit
        paid = min(money, self.owed[name] // unit)
        if paid:
            self.owed[name] -= paid * unit
            self._planned = None
            if given_up and name == "late_fee":
                self.late_fee_charged -= paid * unit
        return money - paid

    def _take(self, name: str, money: int, on: int, given_up: bool) -> int:
        run = self.runs[name]
        paid = min(money, run.fixed)
        if paid:
            run.fixed, run.stated = run.fixed - paid, run.stated - paid
            run.paid += 0 if given_up else paid
            if name == "penalty":
                self.rested = max(0, self.rested - paid * run.of)
            if self.scale.rows:
                day, after = date.fromordinal(on), date.fromordinal(on + 1)
                self.segments.append(Segment(after, day, Decimal(0), Decimal(0), yuan(-paid), "paid", self.number))
        return money - paid
