"""The readings of a contract in which lenders differ, and what is owed under each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any, Literal

from overdue.accrual.part import Part
from overdue.accrual.sweep import NO_UPLIFT, Sweep, called_in, planned
from overdue.law import LAW
from overdue.model import ZERO, Loan, Order, Payment, Penalty, fen
from overdue.periods import ONE_DAY

Name = Literal["day_basis", "both_days", "on_top", "base", "fee_in_base", "compound", "accelerated_on", "uplift"]

RULES: dict[Name, tuple[str, ...]] = {
    "day_basis": (),
    "both_days": ("CC-2",),
    "on_top": ("PEN-1",),
    "base": ("PEN-3",),
    "fee_in_base": ("PEN-3",),
    "compound": ("PEN-2",),
    "accelerated_on": ("PEN-3",),
    "uplift": ("PEN-1",),
}
BASES = ("principal", "principal_and_interest")
COMPOUNDS = (("none", "none"), ("interest", "none"), ("all", "monthly"), ("all", "quarterly"))


@dataclass(frozen=True, slots=True)
class Difference:
    """One point in which a reading leaves the figures entered, and what it takes instead.

    ``value`` is 360 or 365 for ``day_basis``, a code for ``base`` and ``compound`` (``none``,
    ``interest``, ``monthly``, ``quarterly``), a day or None for ``accelerated_on``, a ratio for
    ``uplift``, True for the others.
    """

    name: Name
    value: object


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the contract: the loan as it is then written, and what no contract writes.

    ``both_days`` counts the due day too, ``on_top`` lets contract interest run on beside the penalty,
    ``fee_in_base`` lets the instalment's fee bear penalty. ``differs`` names every point in which it
    leaves the figures entered; none means as entered.
    """

    loan: Loan
    both_days: bool = False
    on_top: bool = False
    fee_in_base: bool = False
    differs: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """What is owed under a reading, line by line, in yuan."""

    principal: Decimal
    interest: Decimal
    penalty: Decimal
    compound: Decimal
    fees: Decimal

    @property
    def total(self) -> Decimal:
        """All lines together."""
        return self.principal + self.interest + self.penalty + self.compound + self.fees


class ReadSweep(Sweep):
    """A loan's walk through its events under one reading."""

    def __init__(self, reading: Reading, until: date, payments: Sequence[Payment], order: Order, on_top: bool) -> None:
        super().__init__(reading.loan, until, payments, order)
        self.fee_in_base = reading.fee_in_base
        for part in (part for due in self._due.values() for part in due):
            if on_top:
                part.rates["penalty"] += reading.loan.annual_rate
            if reading.both_days:
                part.counted_to = part.line_to = part.due_on - ONE_DAY

    def bases(self, part: Part) -> tuple[Decimal, Decimal]:
        """As the contract is read, with the fee where it bears penalty too."""
        base, compound = super().bases(part)
        return base + (part.owed["fee"] if self.fee_in_base else ZERO), compound

    def count_first_day(self) -> bool:
        """Count the due day of what falls due on the last day; whether there is any."""
        due = [part for part in self.parts if part.due_on == self.until]
        for part in due:
            part.line_to, part.bearing = part.counted_to, True
            self._rebase(part)
            part.count_to(self.until)
        return bool(due)


def figures_of(reading: Reading, until: date, payments: Sequence[Payment], order: Order) -> Iterator[Figures]:
    """What a bill may say under a reading.

    Contract interest that runs on beside the penalty may stand in the penalty line, rounded with it,
    or be rounded apart and stand in either line; apart from payments, which mix them, each is given.
    Where the due day counts too, what falls due on ``until`` itself may have that day or not yet.
    """
    for first_day in (False, True) if reading.both_days else (False,):
        sweep = _walk(reading, until, payments, order, reading.on_top)
        if first_day and not sweep.count_first_day():
            return
        yield _figures(sweep)
        if reading.on_top and not payments:
            yield from _apart(reading, until, order, first_day)


def _apart(reading: Reading, until: date, order: Order, first_day: bool) -> Iterator[Figures]:
    """Contract interest beside the penalty, rounded apart: in the line of interest, or in that of the penalty."""
    sweep = _walk(reading, until, (), order, on_top=False)
    if first_day:
        sweep.count_first_day()
    rate, basis = reading.loan.annual_rate, reading.loan.penalty.day_basis
    more = sum((fen(part.principal_days * rate / basis) for part in sweep.parts), ZERO)
    plain = _figures(sweep)
    yield replace(plain, interest=plain.interest + more)
    yield replace(plain, penalty=plain.penalty + more)


def _walk(reading: Reading, until: date, payments: Sequence[Payment], order: Order, on_top: bool) -> ReadSweep:
    sweep = ReadSweep(reading, until, payments, order, on_top)
    sweep.walk([until], lambda day: None)
    return sweep


def _figures(sweep: ReadSweep) -> Figures:
    principal, interest, penalty, compound, fee, late = (
        sum((part.amount(name) for part in sweep.parts), ZERO)
        for name in ("principal", "interest", "penalty", "compound", "fee", "late_fee")
    )
    return Figures(principal, interest, penalty, compound, fee + late)


Option = tuple[tuple[Difference, ...], dict[str, Any]]


def readings_of(loan: Loan, as_of: date, missed_on: date | None) -> list[Reading]:
    """Every reading that could matter for this loan, the fewest differences first.

    ``missed_on`` is the first due day not paid, from which a lender may have called everything in; the
    day looked at is the other one tried. A point the loan has nothing for is left as entered.
    """
    axes = (
        _day_bases(loan),
        _yes("both_days"),
        _yes("on_top"),
        _yes("fee_in_base") if any(i.fee for i in loan.instalments) else [AS_ENTERED],
        _bearing(loan),
        _calls(loan, as_of, missed_on),
        _uplifts(loan),
    )
    found = [_reading(loan, options) for options in product(*axes)]
    return sorted(found, key=lambda reading: len(reading.differs))


def _reading(loan: Loan, options: tuple[Option, ...]) -> Reading:
    differs = tuple(difference for differences, _ in options for difference in differences)
    changes = {name: value for _, changed in options for name, value in changed.items()}
    terms = {name: changes[name] for name in Penalty.model_fields if name in changes}
    written = {"penalty": loan.penalty.model_copy(update=terms)} if terms else {}
    if "accelerated_on" in changes:
        written["accelerated_on"] = changes["accelerated_on"]
    flags = {name: True for name in ("both_days", "on_top", "fee_in_base") if name in changes}
    return Reading(loan.model_copy(update=written), **flags, differs=differs)


AS_ENTERED: Option = ((), {})


def _option(name: Name, value: object) -> Option:
    return (Difference(name, value),), {name: value}


def _yes(name: Name) -> list[Option]:
    return [AS_ENTERED, _option(name, True)]


def _day_bases(loan: Loan) -> list[Option]:
    return [AS_ENTERED, _option("day_basis", 365 if loan.penalty.day_basis == 360 else 360)]


def _bearing(loan: Loan) -> list[Option]:
    """What bears penalty and what bears compound interest; only one of the two may hold interest."""
    held = loan.penalty
    options: list[Option] = []
    for base, (compound, rest) in [(BASES[0], c) for c in COMPOUNDS] + [(BASES[1], COMPOUNDS[0])]:
        differs: tuple[Difference, ...] = ()
        if base != held.base:
            differs += (Difference("base", base),)
        if (compound, rest) != (held.compound, held.rest):
            differs += (Difference("compound", rest if compound == "all" else compound),)
        options.append((differs, {"base": base, "compound": compound, "rest": rest}))
    return options


def _calls(loan: Loan, as_of: date, missed_on: date | None) -> list[Option]:
    """The days on which the lender may have called in what was not due yet; none where nothing was left."""
    held = loan.accelerated_on
    running = loan.model_copy(update={"accelerated_on": None})
    days: list[date | None] = [day for day in (missed_on, as_of) if day is not None and planned(running, day)[1]]
    return [AS_ENTERED, *(_option("accelerated_on", day) for day in dict.fromkeys([None, *days]) if day != held)]


def _uplifts(loan: Loan) -> list[Option]:
    """The raise as entered, or where none is known the ends and the middle of the shelf's range."""
    if loan.penalty.uplift is not None or loan.penalty.daily_rate is not None:
        return [AS_ENTERED]
    low, high = (LAW.value("PEN-1", name, loan.contract_on) for name in ("uplift_min", "uplift_max"))
    usual = ZERO if loan.lender in NO_UPLIFT else high
    return [AS_ENTERED, *(_option("uplift", uplift) for uplift in (low, (low + high) / 2, high) if uplift != usual)]


def principal_of(loan: Loan, until: date) -> Decimal:
    """All principal fallen due or called in by ``until``, in yuan, paid or not."""
    due, called = planned(loan, until)[0], called_in(loan, until)
    return sum((fen(i.principal) for i in due), fen(called.principal) if called else ZERO)
