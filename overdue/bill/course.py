"""A loan on its way through time in whole numbers: what all its readings share, worked out once.

Every amount is an integer of fen, or of a fraction of one where an instalment has more decimals.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple

from overdue.accrual.plan import called_in, planned, rate_on_basis
from overdue.model import PLANNED, Loan, Order, Payment, Penalty
from overdue.periods import add_period

# Of a penalty what ``ways`` makes a ``Charging`` of; by every other term a loan has another course.
CHARGED = frozenset({"uplift", "daily_rate", "base", "compound", "rest"})
TERMS = tuple(name for name in Penalty.model_fields if name not in CHARGED | {"day_basis"})
OWN = tuple(name for name in Loan.model_fields if name not in ("instalments", "penalty"))

Amounts = list[int]
Where = Literal["none", "together", "interest", "penalty"]


class Sums(NamedTuple):
    """What is owed on the day looked at, in yuan; ``running`` is contract interest beside the penalty, apart."""

    principal: Decimal
    interest: Decimal
    running: Decimal
    penalty: Decimal
    compound: Decimal
    fees: Decimal


@dataclass(frozen=True, slots=True)
class Charging:
    """What a reading makes of the rates and bases; rates are ratios a year.

    ``running`` says where contract interest beside the penalty stands: nowhere, rounded together with the penalty,
    or apart, ranking with interest or with the penalty; ``on_base`` lets it bear on all that the penalty bears on.
    """

    penalty: Fraction
    contract: Fraction
    both_days: bool = False
    interest_in_base: bool = False
    fee_in_base: bool = False
    compound: bool = False
    rest: int = 0
    running: Where = "none"
    on_base: bool = False


class Bears(NamedTuple):
    """Whether any interest, any fee was late, and since which due day anything was (None: nothing was)."""

    interest: bool
    fee: bool
    since: date | None


class Rests(NamedTuple):
    """For each instalment the rests between two payments: days before the first, Σ days × days after, the last."""

    before: Amounts
    after: Amounts
    last: Amounts


class Calendar:
    """The days that count between two payments for each instalment, worked out once for all that is walked on them."""

    def __init__(self, due: Sequence[date], begin: Amounts, events: Amounts, ends: int) -> None:
        self.days, self.due = due, [day.toordinal() for day in due]
        self.begin, self.events, self.ends = begin, events, ends
        self._spans: dict[bool, list[Amounts]] = {}
        self._rests: dict[tuple[int, bool], list[Rests]] = {}
        self._tables: dict[tuple[int, int, int], tuple[Amounts, Amounts]] = {}

    def spans(self, both: bool) -> list[Amounts]:
        """For each event the days each instalment due by then counts since the event before."""
        if both not in self._spans:
            seen = [day - both for day in self.due]
            rows = []
            for event in self.events:
                stop, row = min(event, self.ends), []
                for j in range(bisect_right(self.due, event)):
                    counts = self.begin[j] < stop and stop > seen[j]
                    row.append(stop - seen[j] if counts else 0)
                    if counts:
                        seen[j] = stop
                rows.append(row)
            self._spans[both] = rows
        return self._spans[both]

    def rests(self, step: int, both: bool) -> list[Rests]:
        """The same for the rests of compound interest, every ``step`` months from each instalment's due day."""
        if (step, both) not in self._rests:
            tables = [self._table(day, step) for day in self.days]
            rows = []
            for event, spans in zip(self.events, self.spans(both), strict=True):
                stop, row = min(event, self.ends), []
                last = dict.fromkeys(map(id, tables), (-1, -1, (0, 0, 0)))  # most are counted from one day on
                for table, days, begin in zip(tables, spans, self.begin, strict=False):
                    start = stop - days
                    after = start if start > begin else begin
                    known = last[id(table)]
                    if known[0] != start or known[1] != after:
                        known = last[id(table)] = start, after, _between(*table, start, after, stop)
                    row.append(known[2])
                rows.append(Rests(*map(list, zip(*row, strict=True))) if row else Rests([], [], []))
            self._rests[step, both] = rows
        return self._rests[step, both]

    def _table(self, due: date, step: int) -> tuple[Amounts, Amounts]:
        """The rests of all that falls due on this day of its month, and the running sum of day × days to the next."""
        key = due.day, due.month % step, step
        if key not in self._tables:
            days, months = [], step
            while (day := add_period(due, months=months).toordinal()) <= self.events[-1]:
                days.append(day)
                months += step
            sums = list(accumulate((a * (b - a) for a, b in pairwise(days)), initial=0))
            self._tables[key] = days, sums
        return self._tables[key]


class Course:
    """One loan, with what was called in, on its way to ``until``: all that no ``Charging`` changes.

    ``like``: its course with another day basis; only these two have one calendar.
    """

    def __init__(self, loan: Loan, until: date, payments: Sequence[Payment], order: Order, like: Course | None) -> None:
        due, called = planned(loan, until)[0], called_in(loan, until)
        parts = [*due, *([called] if called else [])]
        grace, late = loan.penalty.grace_days, loan.penalty.late_fee
        paid = sorted((p.paid_on.toordinal(), p.amount) for p in payments if p.paid_on <= until)
        amounts = [a for i in parts for a in (i.principal, i.interest, i.fee)] + [late, *(a for _, a in paid)]
        finest = min((int(a.normalize().as_tuple().exponent) for a in amounts), default=0)
        self.order, self.basis, self.unit = order, loan.penalty.day_basis, 10 ** max(0, -finest - 2)
        days = [i.due_on for i in parts]
        self.due = [i.due_on.toordinal() for i in parts]
        self.begin = [day + grace for day in self.due]
        if called:
            self.begin[-1] = self.due[-1]
        self.principal, self.interest, self.fee = ([self._whole(getattr(i, name)) for i in parts] for name in PLANNED)
        self.late, self.called = self._whole(late), called is not None
        self.until, self.days = until.toordinal(), days
        self.ends = loan.compensated_on.toordinal() if loan.compensated_on else self.until + 1
        # of what falls due on the day looked at, the due day itself
        self.today = [int(d == b == self.until < self.ends) for d, b in zip(self.due, self.begin, strict=True)]
        self.money: dict[int, int] = {}
        for day, amount in paid:
            self.money[day] = self.money.get(day, 0) + self._whole(amount)
        self.events = sorted({*self.money, self.until})
        self.calendar: Calendar = like.calendar if like else Calendar(days, self.begin, self.events, self.ends)

    def _whole(self, amount: Decimal) -> int:
        return int(amount * 100 * self.unit)


class Courses:
    """The walks of one loan, kept for the readings that share them."""

    def __init__(self, until: date, payments: Sequence[Payment], order: Order) -> None:
        self.until, self.payments, self.order = until, payments, order
        self._held: dict[int, tuple[Loan, Course]] = {}
        self._alike: dict[tuple[object, ...], dict[int, Course]] = {}
        self._rates: dict[int, tuple[Loan, Fraction]] = {}

    def rate(self, loan: Loan) -> Fraction:
        """The penalty rate of a loan (``rate_on_basis``), worked out once."""
        if id(loan) not in self._rates:
            self._rates[id(loan)] = loan, Fraction(rate_on_basis(loan))
        return self._rates[id(loan)][1]

    def of(self, loan: Loan) -> Course:
        """The course of a loan, shared by all that are written alike but for what a ``Charging`` holds."""
        if id(loan) not in self._held:
            written = (*(getattr(loan, name) for name in OWN), *(getattr(loan.penalty, name) for name in TERMS))
            alike = self._alike.setdefault((id(loan.instalments), *written), {})
            basis, like = loan.penalty.day_basis, next(iter(alike.values()), None)
            if basis not in alike:
                alike[basis] = Course(loan, self.until, self.payments, self.order, like)
            self._held[id(loan)] = loan, alike[basis]
        return self._held[id(loan)][1]


def _between(days: Amounts, sums: Amounts, start: int, after: int, stop: int) -> tuple[int, int, int]:
    """The rests later than ``after`` up to ``stop``, for days counted from ``start``."""
    low, high = bisect_right(days, after), bisect_right(days, stop)
    if low >= high:
        return stop - start, 0, 0
    first, last = days[low], days[high - 1]
    weighed = sums[high - 1] - sums[low] + last * (stop - last)
    return first - start, weighed - start * (stop - first), last - start
