"""The readings that make a bill and the one that comes nearest, found without counting every one out.

What charges on more, at more or for longer leaves no line smaller: charges rise with what is unpaid, money that meets
the lines in turn leaves more of each where more was owed, and rounding keeps the order. So what a way to count shows
lies, line by line and to the fen, between what those show that charge less and those that charge more. It is not
counted out where it cannot come as near as the best so far, nor where both sides say the same.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from overdue.bill.course import Charging, Course, Courses, Sums
from overdue.bill.model import LINES, Bill, LineName
from overdue.bill.readings import Reading, ways
from overdue.bill.walk import walk
from overdue.model import ZERO

Shown = tuple[Decimal, ...]
Set = int  # of ways, a bit each
LOOKED_AT = 40  # of the ways left, before one of them is counted out


class Nearest(NamedTuple):
    """The readings that make the bill; the first of those that leave least, and what they leave, in yuan."""

    fitting: list[int]
    nearest: int
    off: Decimal


class _Walk(NamedTuple):
    """A way to count under the reading of that number."""

    number: int
    reading: int
    course: Course
    terms: Charging
    charges: tuple[int, ...]


class _Way(NamedTuple):
    """A way to count and to write it down."""

    walk: _Walk
    counted: bool  # of what falls due on the day looked at, its due day
    running: LineName  # the line in which contract interest beside the penalty stands
    compound: LineName  # the line in which compound interest stands

    @property
    def charges(self) -> tuple[int, ...]:
        """What it charges, each item higher where no line can be less; ways of one calendar compare."""
        apart = self.walk.terms.running not in ("none", "together")
        return (
            *self.walk.charges,
            self.counted,
            *(apart and self.running == line for line in ("penalty", "interest")),
            *(self.walk.terms.compound and self.compound == line for line in ("penalty", "interest", "compound")),
        )


def search(
    readings: Sequence[Reading], bill: Bill, courses: Courses, progress: Callable[[int, int], None] | None
) -> Nearest:
    """Hold a bill against every way to count under every reading; ``progress`` hears how many are decided, of all."""
    looking = _Search(list(_ways(readings, bill, courses)), bill)
    while looking.left:
        looking.count_out(looking.choose())
        if progress is not None:
            progress(len(looking.ways) - looking.left.bit_count(), len(looking.ways))
    near = sorted(at for at, away in looking.away.items() if away == looking.off)
    return Nearest([] if looking.off else near, near[0], looking.off)


class _Search:
    """The ways not yet decided, and how near those decided come."""

    def __init__(self, ways: list[_Way], bill: Bill) -> None:
        self.lines = [name for name in LINES if bill.amount(name) is not None]
        self.asked = [amount for name in self.lines if (amount := bill.amount(name)) is not None]
        self.ways = ways
        self.above, self.below = _in_order(ways)
        self.left: Set = (1 << len(self.ways)) - 1
        self.ends = [at for at in range(len(ways)) if 1 in (self.above[at].bit_count(), self.below[at].bit_count())]
        self.flat = False
        self.queue = list(range(len(ways)))
        self.off, self.away = Decimal("Infinity"), dict[int, Decimal]()
        self.bounds: list[tuple[Decimal, Set]] = []
        self.between: dict[Shown, tuple[Set, Set]] = {}
        self.written: dict[int, list[int]] = {}
        for at, way in enumerate(self.ways):
            self.written.setdefault(way.walk.number, []).append(at)

    def choose(self) -> int:
        """First what nothing charges less or more than, then what has many left on both sides."""
        while self.flat and self.ends:
            at = self.ends.pop()
            if self.left >> at & 1:
                return at
        left = self._looked_at()
        if not left:
            self.queue = list(_members(self.left))
            left = self._looked_at()
        return max(left, key=lambda at: min((self.left & sets[at]).bit_count() for sets in (self.above, self.below)))

    def _looked_at(self) -> list[int]:
        return [at for at in self.queue[:: 1 + len(self.queue) // LOOKED_AT] if self.left >> at & 1]

    def count_out(self, at: int) -> None:
        """Count one way out, and decide it and all that its figures decide."""
        counted = self.ways[at].walk
        sums = list(walk(counted.course, counted.terms))
        shown = {
            other: self._shown(sums[self.ways[other].counted], self.ways[other])
            for other in self.written[counted.number]
        }
        self.flat = self.flat or any(each in self.between for each in shown.values())
        for other, each in shown.items():
            self._decide(other, each)
        for bound, beyond in self.bounds:
            if bound > self.off:
                self.left &= ~beyond
        self.bounds = [pair for pair in self.bounds if pair[0] <= self.off]

    def _shown(self, sums: Sums, way: _Way) -> Shown:
        """The lines the bill gives."""
        lines: dict[str, Decimal] = sums._asdict() | {"total": sum(sums, ZERO)}
        lines[way.running] += sums.running
        if way.compound != "compound":
            lines[way.compound] += sums.compound
        return tuple(lines[name] for name in self.lines)

    def _decide(self, at: int, shown: Shown) -> None:
        apart = [mine - theirs for mine, theirs in zip(shown, self.asked, strict=True)]
        over, under = sum((a for a in apart if a > 0), ZERO), sum((-a for a in apart if a < 0), ZERO)
        self.off = min(self.off, over + under)
        self.bounds += [(over, self.above[at]), (under, self.below[at])]
        above, below = self.between.get(shown, (0, 0))
        self.between[shown] = above, below = above | self.above[at], below | self.below[at]
        for same in _members(above & below & self.left):
            reading = self.ways[same].walk.reading
            self.away[reading] = min(over + under, self.away.get(reading, over + under))
        self.left &= ~(above & below)


def _ways(readings: Sequence[Reading], bill: Bill, courses: Courses) -> Iterator[_Way]:
    """Every way to count under every reading, and to write it down.

    What has no line of its own may stand with the penalty, or with interest where the bill would show more of it.
    """
    beside = bill.interest is not None or bill.total is not None
    told_apart = beside and (bill.interest is not None or bill.penalty is not None)
    free: tuple[LineName, ...] = ("penalty", "interest") if told_apart else ("penalty",)
    paid, number = bool(courses.payments), 0
    rates = {id(reading.loan): courses.rate(reading.loan) / reading.loan.penalty.day_basis for reading in readings}
    height = {rate: at for at, rate in enumerate(sorted(set(rates.values())))}
    high = {loan: height[rate] for loan, rate in rates.items()}
    for at, reading in enumerate(readings):
        course = courses.of(reading.loan)
        for terms in ways(reading, courses):
            number += 1
            counted = _Walk(number, at, course, terms, _charges(course, terms, high[id(reading.loan)]))
            running = free if terms.running == "interest" else ("penalty",)
            if terms.running == "interest" and paid and terms.compound:
                running = ("interest",) if beside else ()
            compound = free if bill.compound is None and terms.compound else ("compound",)
            days = (False, True) if terms.both_days and any(course.today) else (False,)
            for placed in product(days, running, compound):
                yield _Way(counted, *placed)


def _charges(course: Course, terms: Charging, rate: int) -> tuple[int, ...]:
    """What a way charges, each item higher where no line can be less; ways of one calendar compare."""
    dear = course.basis == 360
    return (
        rate,
        course.called and dear,
        terms.running != "none" and 1 + dear,
        terms.running == "together",
        terms.both_days,
        terms.on_base,
        terms.interest_in_base,
        terms.fee_in_base,
        terms.rest and 12 // terms.rest,
    )


def _in_order(ways: list[_Way]) -> tuple[list[Set], list[Set]]:
    """For each way those that charge all that it charges, and those that charge no more."""
    days = [way.walk.course.calendar for way in ways]
    one = {calendar: _those(each is calendar for each in days) for calendar in set(days)}
    rows = [way.charges for way in ways]
    steps = []
    for item in map(bytes, zip(*rows, strict=True)):
        at_least = [int(item[::-1].translate(b"0" * step + b"1" * (256 - step)), 2) for step in range(max(item) + 2)]
        steps.append((at_least, [~each for each in at_least[1:]]))
    above, below = [], []
    for calendar, row in zip(days, rows, strict=True):
        more = less = one[calendar]
        for (at_least, at_most), height in zip(steps, row, strict=True):
            more, less = more & at_least[height], less & at_most[height]
        above.append(more)
        below.append(less)
    return above, below


def _those(held: Iterable[bool]) -> Set:
    return int("".join("01"[yes] for yes in held)[::-1], 2)


def _members(ways: Set) -> Iterator[int]:
    while ways:
        lowest = ways & -ways
        yield lowest.bit_length() - 1
        ways ^= lowest
