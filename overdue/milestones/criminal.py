"""Is it a crime? The conditions the law names for a card, beside what was entered; no conclusion is drawn."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from overdue.law import LAW
from overdue.model import Citation
from overdue.periods import add_period, overdue_days


class State(StrEnum):
    """How a condition stands beside what was entered; never more than a seeming."""

    NOT_MET = "not_met"
    MET = "met"
    NOT_GIVEN = "not_given"
    FACTS = "facts"


class CrimeReading(StrEnum):
    """What can be said of all conditions together: one seems not met, something is missing, the figures seem met."""

    NOT_GIVEN = "not_given"
    SOME_NOT_MET = "some_not_met"
    FACTS_DECIDE = "facts_decide"


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition the law names; all must be there together. Words: ``lawsuit.condition.<key>``."""

    key: str
    state: State


@dataclass(frozen=True, slots=True)
class CrimeLine:
    """The conditions of malicious overdraft beside one card's entries, and the rules on what else there is."""

    conditions: tuple[Condition, ...]
    citations: tuple[Citation, ...]

    @property
    def reading(self) -> CrimeReading:
        """What may be said, and no more. All must be there together: one that seems not met outweighs what is missing.

        >>> crime_line(None, (), date(2026, 6, 30)).reading.value
        'not_given'
        """
        states = {c.state for c in self.conditions}
        if State.NOT_MET in states:
            return CrimeReading.SOME_NOT_MET
        return CrimeReading.NOT_GIVEN if State.NOT_GIVEN in states else CrimeReading.FACTS_DECIDE


def crime_line(principal: Decimal | None, demands: tuple[date, ...], as_of: date) -> CrimeLine:
    """The conditions of malicious overdraft on ``as_of``, as far as one card's entries show them.

    ``principal`` is the card's unpaid principal in yuan, None if not entered; ``demands`` the days the bank
    demanded payment in a way that counts. With fewer demands than the law asks for they count as not
    entered: someone may have forgotten one. Intent is never read from figures.
    Rules: PLAN-4 to PLAN-6 and JUD-17, asked by ``as_of``. Raises ``NotInForce`` before 2018-12-01.

    >>> line = crime_line(Decimal(60000), (date(2026, 1, 5),), date(2026, 6, 30))
    >>> [(c.key, c.state.value) for c in line.conditions]
    [('intent', 'facts'), ('principal', 'met'), ('demands', 'not_given'), ('months', 'not_given')]
    """
    least: Decimal = LAW.value("PLAN-4", "principal_min", as_of)
    needed: int = LAW.value("PLAN-4", "demands_min", as_of)
    months: int = LAW.value("PLAN-4", "months_after", as_of)
    told = len(demands) >= needed
    last = _last_needed(demands, needed, as_of)
    over = last is not None and as_of > add_period(last, months=months)
    conditions = (
        Condition("intent", State.FACTS),
        Condition("principal", _state(principal is not None, principal is not None and principal >= least)),
        Condition("demands", _state(told, last is not None)),
        Condition("months", _state(told, over)),
    )
    return CrimeLine(conditions, LAW.cites(("PLAN-4", "PLAN-5", "PLAN-6", "JUD-17")))


def _state(given: bool, met: bool) -> State:
    if not given:
        return State.NOT_GIVEN
    return State.MET if met else State.NOT_MET


def _last_needed(demands: tuple[date, ...], needed: int, as_of: date) -> date | None:
    """The first day on which as many demands as needed, each far enough after the one before, have been made."""
    gap: int = LAW.value("PLAN-4", "demand_gap_days", as_of)
    counted: list[date] = []
    for day in sorted(d for d in demands if d <= as_of):
        if not counted or overdue_days(counted[-1], day) >= gap:
            counted.append(day)
    return counted[needed - 1] if len(counted) >= needed else None
