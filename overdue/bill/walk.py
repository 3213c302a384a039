"""What is owed under one reading's terms, walked in whole numbers from payment to payment.

The ledger writes rows and cites rules; here only the sums of a day are wanted, many hundred times over. Every
rounding is the ledger's: half up, for each instalment, at each payment and on the day looked at.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import accumulate
from math import lcm

from overdue.bill.course import Amounts, Bears, Charging, Course, Sums
from overdue.model import BY_INSTALMENT, PRINCIPAL_FIRST


def walk(course: Course, terms: Charging) -> Iterator[Sums]:
    """The sums on the day looked at; where the due day counts, with and without that of what falls due today."""
    state = _State(course, terms)
    state.run()
    yield state.sums()
    if terms.both_days and any(course.today):
        state.count_first_day()
        yield state.sums()


def bears(course: Course, terms: Charging) -> Bears:
    """What penalty there is can bear on, if these terms come near enough to how payments are met."""
    state = _State(course, terms, watched=True)
    state.run()
    state.count_first_day()
    since = min((course.days[j] for j in state.first.values()), default=None)
    return Bears("interest" in state.first, "fee" in state.first, since)


class _State:
    """What is unpaid of each instalment while the walk goes on."""

    def __init__(self, course: Course, terms: Charging, watched: bool = False) -> None:
        self.first: dict[str, int] = {}
        self.watched = watched
        self.course, self.terms = course, terms
        self.principal, self.interest, self.fee = course.principal[:], course.interest[:], course.fee[:]
        nothing = [0] * len(course.due)
        self.late, self.penalty, self.compound, self.running = nothing[:], nothing[:], nothing[:], nothing[:]
        self.rested, self.credit, self.low, self.seen = nothing[:], 0, 0, 0
        # instalments already looked at for a late fee, of those that can have one
        self.charged, self.chargeable = 0, len(course.due) - course.called if course.late else 0
        below = lcm(terms.penalty.denominator, terms.contract.denominator)
        self.rate, self.contract = (int(r * below) for r in (terms.penalty, terms.contract))
        self.scale = below * course.basis
        self.half, self.whole = self.scale * course.unit, 2 * self.scale * course.unit

    def run(self) -> None:
        """Pass every event up to the day looked at."""
        for at, event in enumerate(self.course.events):
            self.pass_to(at)
            if event in self.course.money:
                self.receive(event)

    def pass_to(self, at: int) -> None:
        """Let the days up to an event pass."""
        course, terms, low = self.course, self.terms, self.low
        spans = course.calendar.spans(terms.both_days)[at]
        upto, event = len(spans), course.events[at]
        self._use_credit(upto)
        self._charge(upto, event)
        while low < upto and self._clear(low):
            low += 1
        self.low, self.seen = low, upto
        days = spans[low:]
        if not any(days):
            return
        if self.watched:
            self._watch(low, days)
        weights, running = self._weights(low, upto)
        if terms.rest:
            self._compound(at, low, days, weights)
        else:
            self.penalty[low:upto] = self._grown(self.penalty[low:upto], weights, days)
            if terms.compound:
                weights = [amount * self.rate for amount in self.interest[low:upto]]
                self.compound[low:upto] = self._grown(self.compound[low:upto], weights, days)
        if terms.running in ("interest", "penalty"):
            self.running[low:upto] = self._grown(self.running[low:upto], running, days)

    def _watch(self, low: int, days: Amounts) -> None:
        """Note what is late."""
        for name, held in (("interest", self.interest), ("fee", self.fee), ("principal", self.principal)):
            first = self.first.get(name)
            if first is None or first > low:
                at = next((j for j, span in enumerate(days, low) if span and held[j]), None)
                if at is not None and (first is None or at < first):
                    self.first[name] = at

    def _weights(self, low: int, upto: int) -> tuple[Amounts, Amounts]:
        """What a day adds to the penalty and to the contract interest beside it, times ``scale``."""
        terms, base = self.terms, self.principal[low:upto]
        if terms.interest_in_base:
            base = [a + b for a, b in zip(base, self.interest[low:upto], strict=True)]
        if terms.fee_in_base:
            base = [a + b for a, b in zip(base, self.fee[low:upto], strict=True)]
        rate, contract = self.rate, self.contract
        beside = base if terms.on_base else self.principal[low:upto]
        if terms.running == "together":
            return [a * rate + b * contract for a, b in zip(base, beside, strict=True)], []
        return [a * rate for a in base], [b * contract for b in beside]

    def _grown(self, held: Amounts, weights: Amounts, days: Amounts) -> Amounts:
        half, whole, unit = self.half, self.whole, self.course.unit
        if unit == 1:
            return [q + (2 * w * d + half) // whole for q, w, d in zip(held, weights, days, strict=True)]
        return [q + (2 * w * d + half) // whole * unit for q, w, d in zip(held, weights, days, strict=True)]

    def _compound(self, at: int, low: int, days: Amounts, weights: Amounts) -> None:
        """Penalty, and compound interest on interest and on the penalty added at each rest."""
        upto, unit, scale = low + len(days), self.course.unit, self.scale
        half, whole, fine = self.half, self.whole, scale * self.half
        before, after, last = (
            column[low:] for column in self.course.calendar.rests(self.terms.rest, self.terms.both_days)[at]
        )
        held, rested, interest = self.penalty[low:upto], self.rested[low:upto], self.interest[low:upto]
        bears = [
            (i * d + r * b + h * (d - b)) * scale + w * a
            for i, d, r, b, h, w, a in zip(interest, days, rested, before, held, weights, after, strict=True)
        ]
        twice, below = 2 * self.rate, 2 * fine
        self.compound[low:upto] = [
            c + (x * twice + fine) // below * unit for c, x in zip(self.compound[low:upto], bears, strict=True)
        ]
        self.penalty[low:upto] = self._grown(held, weights, days)
        self.rested[low:upto] = [
            h + (2 * w * day + half) // whole * unit if day else r
            for h, w, day, r in zip(held, weights, last, rested, strict=True)
        ]

    def _charge(self, upto: int, event: int) -> None:
        """The late fee of what is unpaid after its days of grace, once."""
        course = self.course
        while self.charged < min(upto, self.chargeable) and course.begin[self.charged] < event:
            j = self.charged
            if course.begin[j] < course.ends and (self.principal[j] or self.interest[j] or self.fee[j]):
                self.late[j] = course.late
            self.charged += 1

    def _clear(self, j: int) -> bool:
        return not (
            self.principal[j]
            or self.interest[j]
            or self.fee[j]
            or self.penalty[j]
            or self.compound[j]
            or self.running[j]
            or self.late[j]
            or self.charged <= j < self.chargeable
        )

    def _use_credit(self, upto: int) -> None:
        """A surplus meets what falls due next on its due day; nothing else is owed while there is one."""
        j, due = self.seen, self.course.due
        while self.credit and j < upto:
            same = bisect_right(due, due[j])
            self._state_at(j, same)
            self.credit = self._pay(self.credit, j, same)
            j = same

    def receive(self, event: int) -> None:
        """Take the money of a day, after its figures were rounded."""
        low, upto = self.low, self.seen
        self._state_at(low, upto)
        before = self.penalty[low:upto] if self.terms.rest else []
        self.credit = self._pay(self.credit + self.course.money[event], low, upto)
        for j, amount in enumerate(before, low):
            if amount != self.penalty[j]:
                self.rested[j] = max(0, self.rested[j] - amount + self.penalty[j])

    def _state_at(self, low: int, upto: int) -> None:
        """A payment states what the contract planned at its rounded value."""
        unit = self.course.unit
        if unit > 1:
            for held in (self.principal, self.interest, self.fee, self.late):
                held[low:upto] = [(2 * a + unit) // (2 * unit) * unit for a in held[low:upto]]

    def _pay(self, money: int, low: int, upto: int) -> int:
        """Apply money to the instalments from ``low`` on in the order agreed; what is left of it."""
        spans = [(low, upto)]
        if self.course.order is BY_INSTALMENT:
            spans = [(j, j + 1) for j in range(low, upto)]
        for start, stop in spans:
            for held in self._turns():
                if not money:
                    return 0
                owed = sum(held[start:stop])
                if owed <= money:
                    money -= owed
                    held[start:stop] = [0] * (stop - start)
                else:
                    _take(held, start, stop, money)
                    return 0
        return money

    def _turns(self) -> list[Amounts]:
        """The components in the order in which money meets them, those that can hold something."""
        terms, course = self.terms, self.course
        beside = [self.compound] if terms.compound else []
        if terms.running in ("interest", "penalty"):
            beside.insert(len(beside) if terms.running == "penalty" else 0, self.running)
        ranked = [self.interest, *beside, self.penalty, self.fee, *([self.late] if course.late else [])]
        return [self.principal, *ranked] if course.order is PRINCIPAL_FIRST else [*ranked, self.principal]

    def count_first_day(self) -> None:
        """Count the due day of what falls due on the last day."""
        days, upto = self.course.today, len(self.course.due)
        if self.watched:
            self._watch(0, days)
        weights, running = self._weights(0, upto)
        self.penalty = self._grown(self.penalty, weights, days)
        if self.terms.compound:
            self.compound = self._grown(self.compound, [a * self.rate for a in self.interest], days)
        if self.terms.running in ("interest", "penalty"):
            self.running = self._grown(self.running, running, days)

    def sums(self) -> Sums:
        """The sums, each instalment's component rounded."""
        unit = self.course.unit
        shown: Callable[[Amounts], int] = sum
        if unit > 1:

            def shown(held: Amounts) -> int:
                return sum((2 * a + unit) // (2 * unit) for a in held)

        return Sums(
            principal=Decimal(shown(self.principal)).scaleb(-2),
            interest=Decimal(shown(self.interest)).scaleb(-2),
            running=Decimal(shown(self.running)).scaleb(-2),
            penalty=Decimal(shown(self.penalty)).scaleb(-2),
            compound=Decimal(shown(self.compound)).scaleb(-2),
            fees=Decimal(shown(self.fee) + shown(self.late)).scaleb(-2),
        )


def _take(held: Amounts, start: int, stop: int, money: int) -> None:
    """Take money from amounts that hold more than it, the oldest first."""
    sums = list(accumulate(held[start:stop]))
    whole = bisect_right(sums, money)  # so many are taken whole
    held[start : start + whole] = [0] * whole
    held[start + whole] = sums[whole] - money
