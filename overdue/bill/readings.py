"""The readings of a contract in which lenders differ: those that a loan has something for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any, Literal

from overdue.accrual.plan import NO_UPLIFT, REST_MONTHS, planned
from overdue.bill.course import Bears, Calendar, Charging, Courses
from overdue.bill.walk import bears
from overdue.law import LAW
from overdue.model import ZERO, Loan
from overdue.periods import add_period

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

    ``differs`` names every point in which it leaves the figures entered; none means as entered. Among them what no
    contract writes: ``both_days`` counts the due day too, ``on_top`` lets contract interest run on beside the
    penalty, ``fee_in_base`` lets the instalment's fee bear penalty.
    """

    loan: Loan
    differs: tuple[Difference, ...] = ()

    def says(self, name: Name) -> bool:
        """Whether the figures entered are left in this point."""
        return any(difference.name == name for difference in self.differs)


Option = tuple[tuple[Difference, ...], dict[str, Any]]
AS_ENTERED: Option = ((), {})


def readings_of(loan: Loan, courses: Courses, missed_on: date | None) -> list[Reading]:
    """Every reading that could matter for this loan, the fewest differences first.

    ``missed_on`` is the first due day not paid, from which a lender may have called everything in; the
    day looked at is the other one tried. A reading in which a point has nothing to bear on is left out:
    compound interest without interest, a day basis without a yearly rate.
    """
    axes = (
        _day_bases(loan),
        _yes("both_days"),
        _yes("on_top"),
        _yes("fee_in_base") if any(i.fee for i in loan.instalments) else [AS_ENTERED],
        _bearing(loan),
        _calls(loan, courses.until, missed_on),
        _uplifts(loan),
    )
    loans: dict[tuple[object, ...], Loan] = {}
    found = sorted((_reading(loan, options, loans) for options in product(*axes)), key=lambda one: len(one.differs))
    late: dict[Calendar, Bears] = {}
    kept: dict[tuple[object, ...], Reading] = {}
    for reading in found:
        course = courses.of(reading.loan)
        if course.calendar not in late:
            watched = Charging(courses.rate(reading.loan), Fraction(loan.annual_rate), both_days=True)
            late[course.calendar] = bears(course, watched)
        kept.setdefault(_effect(reading, late[course.calendar], courses), reading)
    return list(kept.values())


def ways(reading: Reading, courses: Courses) -> Iterator[Charging]:
    """Every way in which a reading may be counted.

    Contract interest that runs on beside the penalty may bear on principal or on all the penalty bears on, be
    rounded together with the penalty or apart, and apart rank with interest or with the penalty where payments meet
    compound interest too.
    """
    loan, held = reading.loan, reading.loan.penalty
    plain: dict[str, Any] = {
        "penalty": courses.rate(loan),
        "contract": Fraction(loan.annual_rate),
        "both_days": reading.says("both_days"),
        "interest_in_base": held.base == "principal_and_interest",
        "fee_in_base": reading.says("fee_in_base"),
        "compound": held.compound != "none",
        "rest": REST_MONTHS.get(held.rest, 0),
    }
    if not reading.says("on_top"):
        yield Charging(**plain)
        return
    wider = plain["interest_in_base"] or plain["fee_in_base"]
    ranks = ("interest", "penalty") if courses.payments and plain["compound"] else ("interest",)
    for on_base in (True, False) if wider else (False,):
        for running in ("together", *ranks):
            yield Charging(**plain, running=running, on_base=on_base)


def _effect(reading: Reading, late: Bears, courses: Courses) -> tuple[object, ...]:
    """What of a reading can move a figure: two readings with the same effect always say the same.

    A term that is not named here always can, for it has a course, and with it a calendar, of its own.
    """
    loan, held = reading.loan, reading.loan.penalty
    rate, yearly = courses.rate(loan), bool(loan.annual_rate)
    on_top = reading.says("on_top") and yearly and late.since is not None
    grows = late.since is not None and (bool(rate) or on_top)
    step = REST_MONTHS.get(held.rest, 0)
    rests = grows and bool(rate) and late.since is not None and add_period(late.since, months=step) < courses.until
    by_year = yearly and (courses.of(loan).called or on_top or (grows and held.daily_rate is None))
    return (
        held.day_basis if by_year else None,
        grows and reading.says("both_days"),
        on_top,
        grows and late.fee and reading.says("fee_in_base"),
        grows and late.interest and held.base != "principal",
        grows and bool(rate) and late.interest and held.compound != "none",
        step if rests or (grows and bool(rate) and late.interest) else 0,
        courses.of(loan).calendar,
        (held.daily_rate or rate) if grows else None,
    )


def _reading(loan: Loan, options: tuple[Option, ...], loans: dict[tuple[object, ...], Loan]) -> Reading:
    """The reading of these options; a loan written like one of ``loans`` is that one."""
    differs = tuple(difference for differences, _ in options for difference in differences)
    changes = {name: value for _, changed in options for name, value in changed.items()}
    key = tuple(changes.items())
    if key not in loans:
        written = {"accelerated_on": changes.pop("accelerated_on", loan.accelerated_on)}
        loans[key] = loan.model_copy(update=written | {"penalty": loan.penalty.model_copy(update=changes)})
    return Reading(loans[key], differs)


def _option(name: Name, value: object) -> Option:
    return (Difference(name, value),), {name: value}


def _yes(name: Name) -> list[Option]:
    """What no contract writes: so or not so."""
    return [AS_ENTERED, ((Difference(name, True),), {})]


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
    """The uplift as entered, or where none is known none at all, and the ends and the middle of the shelf's range."""
    if loan.penalty.uplift is not None or loan.penalty.daily_rate is not None:
        return [AS_ENTERED]
    low, high = (LAW.value("PEN-1", name, loan.contract_on) for name in ("uplift_min", "uplift_max"))
    usual = ZERO if loan.lender in NO_UPLIFT else high
    return [
        AS_ENTERED,
        *(_option("uplift", uplift) for uplift in (ZERO, low, (low + high) / 2, high) if uplift != usual),
    ]
