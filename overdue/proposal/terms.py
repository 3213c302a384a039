"""What every kind of offer answers: when the debt is fixed, what is given up, what is asked for when, what it costs."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Literal

from overdue.accrual import Cash, YearlyCost
from overdue.credit import Retention, retention
from overdue.model import ZERO, Frozen, Lender, OverdueError, Share, fen
from overdue.proposal.plan import one_payment
from overdue.rates import Schedule

if TYPE_CHECKING:
    from overdue.proposal.debt import SettledDebt

OfferKind = Literal["lump", "plan", "wait"]
PayoffReading = Literal["last_payment", "agreement"]


class Waiver(Frozen):
    """Which share the lender gives up: of the penalty (with compound interest and late fees), of the contract
    interest (with instalment fees), of the principal. 0.5 is half.
    """

    penalty: Share = ZERO
    interest: Share = ZERO
    principal: Share = ZERO


class OfferTerms(Frozen):
    """What every kind of offer answers; the answers here are those of a sum paid at once. Each kind says itself when
    its first payment is."""

    kind: ClassVar[OfferKind]

    @property
    @abstractmethod
    def first(self) -> date:
        """The day of the first payment."""

    @property
    def covers_all(self) -> bool:
        """Whether what is not yet due is settled too."""
        return False

    @property
    def leaves_new(self) -> bool:
        """Whether what falls due under the contract after the agreement is paid besides."""
        return False

    @property
    def waiver(self) -> Waiver:
        """The shares given up; none where a whole figure is named instead."""
        return Waiver()

    @property
    def revives(self) -> bool:
        """Whether a missed payment brings back what was waived."""
        return True

    @property
    def resumes(self) -> bool:
        """Whether a missed payment brings back the contract's penalty for the time of the offer."""
        return True

    @property
    def figure(self) -> Decimal | None:
        """The whole figure named, in yuan; None where shares are waived."""
        return None

    @property
    def gives_up(self) -> bool:
        """Whether anything is waived at all: a whole figure counts."""
        return self.figure is not None or self.waiver != Waiver()

    def fixed_on(self, as_of: date) -> date:
        """The day at whose end the debt is fixed; ``as_of`` is the day of agreement."""
        return self.first

    def admit(self, as_of: date) -> None:
        """Raise ``OverdueError`` where this cannot be agreed on ``as_of``."""
        if self.first < as_of:
            raise OverdueError("proposal.before_today", given=self.first, as_of=as_of)

    def waived(self, debt: SettledDebt, at_least: bool = False) -> Decimal:
        """What comes off a debt, in yuan; ``OverdueError`` where the whole figure is more than is owed, unless the
        debt is only what is owed ``at_least``: then nothing comes off."""
        if self.figure is None:
            return sum(debt.waived(self.waiver).values(), fen(ZERO))
        amount = fen(self.figure)
        if amount > debt.total and at_least:
            return fen(ZERO)
        if amount > debt.total:
            raise OverdueError("proposal.more_than_owed", given=amount, owed=debt.total, on=debt.on)
        return debt.total - amount

    def down(self, due: Decimal, as_of: date) -> tuple[Cash, ...]:
        """What is paid on the day of agreement, before the schedule."""
        return ()

    def schedule(self, due: Decimal, debt: SettledDebt, as_of: date) -> Schedule:
        """The payments after the down payment on what is ``due`` after the waiver."""
        return one_payment(debt.on, due)

    def cost(self, due: Decimal, cash: Sequence[Cash], as_of: date) -> YearlyCost | None:
        """What it costs a year; None for a single sum."""
        return None

    def at_rate(self, rate: Decimal, balance: Decimal, as_of: date) -> Schedule:
        """The payments on a balance if they bore another yearly rate; ``OverdueError`` for what bears none."""
        raise OverdueError("proposal.not_a_plan")

    def record(self, as_of: date, last: date, reading: PayoffReading) -> Retention:
        """The record's five years, with the last payment on ``last``."""
        return retention(last)

    def rules(self, lender: Lender | None) -> tuple[str, ...]:
        """The rules the offer itself rests on."""
        return ("CC-17",)
