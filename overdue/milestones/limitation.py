"""The limitation period of a loan: when it begins, what starts it anew, and what gives its defence away."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from overdue.law import LAW
from overdue.milestones.deadlines import Deadline, deadline
from overdue.model import Citation, Loan


class Act(StrEnum):
    """What someone did about the debt: the lender asked for it or sued, the borrower promised or paid a part."""

    DEMAND = "demand"
    PROMISE = "promise"
    PAYMENT = "payment"
    SUIT = "suit"


class Effect(StrEnum):
    """What an act did to the period: nothing yet, began anew, gave the defence away, nothing any more, held it up.

    A suit after its end is heard all the same: the defence must then be pleaded.
    """

    BEFORE = "before"
    ANEW = "anew"
    REVIVED = "revived"
    LATE = "late"
    SUED_LATE = "sued_late"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Deed:
    """An act on its day and what it did to the period."""

    on: date
    act: Act
    effect: Effect


@dataclass(frozen=True, slots=True)
class Limitation:
    """The period in which a lender can sue without being met by its expiry.

    It began on ``began_on`` (that day not counted) for the last time; ``end`` is its end, None while a
    suit runs; ``revived`` says that the defence was given away after expiry.
    """

    began_on: date
    end: Deadline | None
    revived: bool
    deeds: tuple[Deed, ...]
    citations: tuple[Citation, ...]

    @property
    def last_day(self) -> date | None:
        """The day it ends; where no holiday notice is known the day it cannot end before."""
        return None if self.end is None else self.end.not_before

    def sued_late(self, on: date) -> bool:
        """Whether there is a suit by a day that was filed after the end, and the defence still stands to be pleaded."""
        late = any(deed.effect is Effect.SUED_LATE and deed.on <= on for deed in self.deeds)
        return late and self.expired(on)

    def expired(self, on: date) -> bool:
        """Whether the period has run out by a day and its defence still stands."""
        return self.last_day is not None and on > self.last_day and not self.revived


def limitation(loan: Loan, acts: Iterable[tuple[date, Act]] = ()) -> Limitation:
    """The limitation period of a loan, with everything done about it so far.

    Three years from the due day of the last instalment (CC-9, asked for that day), or from the day
    everything was called in (a reading); a demand, a promise or a part payment within it starts it
    anew, a suit holds it up (CC-10); a promise or payment after its end gives the defence away, a
    demand does nothing any more (CC-11). How far one part payment reaches is disputed. Rest days as in
    ``deadline``. Raises ``NotInForce`` for a loan whose last due day lies before 2021.

    >>> from overdue.model import Instalment
    >>> loan = Loan(lender=None, contract_on=date(2025, 9, 10), annual_rate="0.18",
    ...     instalments=[Instalment(due_on=date(2026, 1, 10), principal="1000")])
    >>> limitation(loan).last_day, limitation(loan, [(date(2027, 3, 1), Act.PAYMENT)]).last_day
    (datetime.date(2029, 1, 10), datetime.date(2030, 3, 1))
    """
    began = max(i.due_on for i in loan.instalments)
    if loan.accelerated_on is not None:
        began = min(began, loan.accelerated_on)
    end: Deadline | None = _end(began)
    revived = False
    deeds = []
    for day, act in sorted(acts):
        if end is None or (act is Act.SUIT and day <= end.not_before):
            effect, end = Effect.HELD, None
        elif day < began:
            effect = Effect.BEFORE
        elif day <= end.not_before:
            effect, began, end = Effect.ANEW, day, _end(day)
        elif act in (Act.PROMISE, Act.PAYMENT):
            effect, revived = Effect.REVIVED, True
        else:
            effect = Effect.SUED_LATE if act is Act.SUIT else Effect.LATE
        deeds.append(Deed(day, act, effect))
    rules = ("CC-9", "CC-10", "CC-11", "CC-4")
    return Limitation(began, end, revived, tuple(deeds), LAW.cites(rules))


def _end(began: date) -> Deadline:
    return deadline(began, years=LAW.value("CC-9", "limitation_years", began))
