"""Is it a crime? The line the law draws, condition by condition, for a card and for every other loan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import combinations

from overdue.law import LAW
from overdue.model import Citation, Lender
from overdue.periods import add_period, days_after, overdue_days


class State(StrEnum):
    """Whether a condition is there: by the figures given it is not, it may be, or only facts can tell."""

    NOT_MET = "not_met"
    MET = "met"
    FACTS = "facts"


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of the offence; all must be there together. Words: ``criminal.<key>``."""

    key: str
    state: State


@dataclass(frozen=True, slots=True)
class CrimeLine:
    """The line: whether the card offence can apply at all, and each of its conditions."""

    card: bool
    conditions: tuple[Condition, ...]
    citations: tuple[Citation, ...]

    @property
    def out_of_reach(self) -> bool:
        """Whether at least one condition is not met by the figures, so that the offence is not made out.

        >>> crime_line(Lender.BANK, Decimal(80000), (), date(2026, 6, 30)).out_of_reach
        True
        """
        return not self.card or any(c.state is State.NOT_MET for c in self.conditions)


def crime_line(lender: Lender | None, principal: Decimal, demands: tuple[date, ...], as_of: date) -> CrimeLine:
    """The conditions of the card offence on ``as_of``; for any other loan there is none of this kind.

    ``principal`` is the card's unpaid principal in yuan, ``demands`` the days the bank demanded payment
    in a way that counts. Intent is never read from figures: it is always for the facts.
    Rules: PLAN-4, PLAN-5, PLAN-6, asked by ``as_of``. Raises ``NotInForce`` before 2018-12-01.

    >>> line = crime_line(Lender.CREDIT_CARD, Decimal(60000), (date(2026, 1, 5),), date(2026, 6, 30))
    >>> [(c.key, c.state.value) for c in line.conditions]
    [('intent', 'facts'), ('principal', 'met'), ('demands', 'not_met'), ('months', 'not_met')]
    """
    if lender is not Lender.CREDIT_CARD:
        return CrimeLine(False, (), LAW.cites(("PLAN-6", "PLAN-5")))
    least: Decimal = LAW.value("PLAN-4", "principal_min", as_of)
    second = _second_demand(demands, as_of)
    months: int = LAW.value("PLAN-4", "months_after", as_of)
    over = second is not None and as_of > add_period(second, months=months)
    conditions = (
        Condition("intent", State.FACTS),
        Condition("principal", State.MET if principal >= least else State.NOT_MET),
        Condition("demands", State.MET if second else State.NOT_MET),
        Condition("months", State.MET if over else State.NOT_MET),
    )
    return CrimeLine(True, conditions, LAW.cites(("PLAN-4", "PLAN-5")))


def _second_demand(demands: tuple[date, ...], as_of: date) -> date | None:
    """The first day on which two demands far enough apart have been made."""
    gap: int = LAW.value("PLAN-4", "demand_gap_days", as_of)
    made = sorted(d for d in demands if d <= as_of)
    return min((later for first, later in combinations(made, 2) if overdue_days(first, later) >= gap), default=None)


def earliest_line(first_due: date, as_of: date) -> date:
    """The first day on which all days of the card offence could be over, with both demands at the earliest.

    Rule: PLAN-4, asked by ``as_of``.

    >>> earliest_line(date(2026, 1, 10), date(2026, 6, 30))
    datetime.date(2026, 5, 11)
    """
    gap: int = LAW.value("PLAN-4", "demand_gap_days", as_of)
    months: int = LAW.value("PLAN-4", "months_after", as_of)
    return days_after(add_period(days_after(first_due, 1 + gap), months=months), 1)
