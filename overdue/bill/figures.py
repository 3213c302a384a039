"""What a bill may show under a reading, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from overdue.accrual.sweep import REST_MONTHS, rate_on_basis
from overdue.bill.course import Courses, Sums, Terms
from overdue.bill.readings import Reading
from overdue.bill.walk import walk
from overdue.model import ZERO


class Figures(NamedTuple):
    """What is owed under a reading, line by line, in yuan."""

    principal: Decimal
    interest: Decimal
    penalty: Decimal
    compound: Decimal
    fees: Decimal

    @property
    def total(self) -> Decimal:
        """All lines together."""
        return sum(self, ZERO)


def figures(courses: Courses, reading: Reading, beside: bool = True) -> Iterator[Figures]:
    """Every set of lines a bill may show under a reading; ``beside``: whether it would show more interest.

    Contract interest that runs on beside the penalty may bear on principal or on all the penalty bears on, be
    rounded together with the penalty or apart, and apart stand in the line of interest or of the penalty, where
    payments meet it in that rank. What falls due on the day looked at may have its due day counted or not yet.
    """
    course = courses.of(reading.loan)
    for terms in _terms(reading, bool(courses.payments)):
        for sums in walk(course, terms):
            yield from _shown(sums, terms, bool(courses.payments), beside)


def _terms(reading: Reading, paid: bool) -> Iterator[Terms]:
    loan, held = reading.loan, reading.loan.penalty
    plain: dict[str, Any] = {
        "penalty": Fraction(rate_on_basis(loan)),
        "contract": Fraction(loan.annual_rate),
        "both_days": reading.both_days,
        "interest_in_base": held.base == "principal_and_interest",
        "fee_in_base": reading.fee_in_base,
        "compound": held.compound != "none",
        "rest": REST_MONTHS.get(held.rest, 0),
    }
    if not reading.on_top:
        yield Terms(**plain)
        return
    wider = plain["interest_in_base"] or plain["fee_in_base"]
    ranks = ("interest", "penalty") if paid and plain["compound"] else ("interest",)
    for on_base in (True, False) if wider else (False,):
        for running in ("together", *ranks):
            yield Terms(**plain, running=running, on_base=on_base)


def _shown(sums: Sums, terms: Terms, paid: bool, beside: bool) -> Iterator[Figures]:
    principal, interest, running, penalty, compound, fees = sums
    if terms.running in ("none", "together") or (terms.running == "interest" and beside):
        yield Figures(principal, interest + running, penalty, compound, fees)
    if terms.running == "penalty" or (terms.running == "interest" and not (paid and terms.compound)):
        yield Figures(principal, interest, penalty + running, compound, fees)
