"""What a division comes to: the months, each debt's course, and where the money does not reach."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from overdue.credit import Retention
from overdue.household.budget import Short
from overdue.household.model import Way
from overdue.model import ZERO, Citation, Payment, fen

NOTHING = fen(ZERO)


@dataclass(frozen=True, slots=True)
class Month:
    """One day of paying, in yuan by the debts' keys: ``paid`` holds those that get something, ``left`` all of them.

    ``number`` counts the months from 1; a lump sum that comes between two paying days has a row of its own, numbered
    0. What an offer asks for within the month stands in the month's row; the offer's own days are in the debt's
    ``payments``. All ``paid`` and ``unused`` make ``budget``; ``unused`` stays with the household.
    """

    number: int
    paid_on: date
    budget: Decimal
    paid: Mapping[str, Decimal]
    left: Mapping[str, Decimal]
    unused: Decimal


@dataclass(frozen=True, slots=True)
class Course:
    """One debt's way through a division: ``done_on`` and the record are None where it is not paid off; yuan.

    What was paid off before is done on the day looked at.

    ``payments`` are all its payments since the day looked at, on their days; ``charges`` is what of ``paid`` went to
    penalty, compound interest and late fees (with an offer taken: what is paid beyond principal, interest and fees
    of the contract). ``offer`` says whether the debt follows its offer. ``left`` is still owed at the end.
    """

    key: str
    done_on: date | None
    paid: Decimal
    charges: Decimal
    left: Decimal
    payments: tuple[Payment, ...]
    offer: bool
    record: Retention

    @property
    def record_last_day(self) -> date | None:
        """The last day its overdue record is kept; None while it is unpaid, or where there never was one."""
        return self.record.last_day


@dataclass(frozen=True, slots=True)
class Division:
    """One way of dividing one budget; yuan.

    ``order`` is the order in which debts are paid (for fair shares as listed). ``first_short`` is the first month
    whose money does not reach, ``shorts`` all that was found: one for income and one for each offer that cannot be
    carried. ``outgrown`` are the unfinished debts on which more is owed at the end than at the beginning.
    ``work`` is how often an unpaid instalment was brought to a paying day. ``unrated`` are the debts under a contract
    whose rate is not known, divided on their lowest reading: no sum then is all, and no debt ends before its day.
    """

    way: Way
    as_of: date
    monthly: Decimal
    order: tuple[str, ...]
    months: tuple[Month, ...]
    debts: tuple[Course, ...]
    shorts: tuple[Short, ...]
    outgrown: tuple[str, ...]
    citations: tuple[Citation, ...]
    work: int = 0
    unrated: tuple[str, ...] = ()

    @property
    def unfinished(self) -> tuple[str, ...]:
        """The debts that are not paid off within the months."""
        return tuple(debt.key for debt in self.debts if debt.done_on is None)

    @property
    def done_on(self) -> date | None:
        """The day the last debt is paid off; None where one is not."""
        days = [debt.done_on for debt in self.debts if debt.done_on is not None]
        return max(days) if len(days) == len(self.debts) else None

    @property
    def paid(self) -> Decimal:
        """All that is paid."""
        return sum((debt.paid for debt in self.debts), NOTHING)

    @property
    def charges(self) -> Decimal:
        """What of it are charges for lateness and the cost of plans."""
        return sum((debt.charges for debt in self.debts), NOTHING)

    @property
    def last_record_day(self) -> date | None:
        """The last day on which any of the records is kept; None while a debt is unpaid."""
        days = [debt.record_last_day for debt in self.debts if debt.record_last_day is not None]
        return max(days, default=None) if self.done_on is not None else None

    @property
    def first_short(self) -> Short | None:
        """The first month whose money does not reach."""
        return min(self.shorts, key=lambda short: short.on, default=None)

    @property
    def dropped(self) -> tuple[str, ...]:
        """The debts whose offer was taken and cannot be carried: they go on under their contract."""
        return tuple(short.key for short in self.shorts if short.key is not None)
