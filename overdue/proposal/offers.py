"""What can be offered: a lump sum, an instalment plan, or nothing for now. A kind of offer is one class here.

Nothing outside asks what kind an offer is: ``OfferTerms`` says what each of them answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from pydantic import Field, model_validator

from overdue.accrual import Cash, YearlyCost, yearly_cost
from overdue.credit import Retention, plan_retention
from overdue.law import LAW
from overdue.model import ZERO, Day, Lender, OverdueError, Ratio, Yuan, fen
from overdue.proposal.plan import Method, levelled, plan_payments
from overdue.proposal.terms import OfferKind, OfferTerms, PayoffReading, Waiver
from overdue.rates import Schedule

if TYPE_CHECKING:
    from overdue.proposal.debt import SettledDebt


class LumpSum(OfferTerms):
    """Everything at once on ``pay_on``: the debt of that day less ``waive``, or the whole figure ``amount``, in yuan.

    ``whole`` takes in what is not yet due; ``apart`` leaves out what falls due between the agreement and ``pay_on``:
    it is paid besides. ``valid_until`` is the last day the lender holds to it.
    """

    kind: ClassVar[OfferKind] = "lump"

    pay_on: Day
    amount: Yuan | None = None
    waive: Waiver = Waiver()
    whole: bool = False
    valid_until: Day | None = None
    apart: bool = False

    @model_validator(mode="after")
    def _one_figure(self) -> Self:
        if self.whole and self.apart:
            raise ValueError("whole and apart are both given: the sum takes in all that is to come, or leaves it out")
        if self.amount is not None and self.waive != Waiver():
            raise ValueError("amount and waive are both given: amount is a whole figure, give one of them")
        return self

    @property
    def first(self) -> date:
        """The day of paying."""
        return self.pay_on

    @property
    def covers_all(self) -> bool:
        """As entered."""
        return self.whole

    @property
    def leaves_new(self) -> bool:
        """As entered."""
        return self.apart

    @property
    def waiver(self) -> Waiver:
        """As entered."""
        return self.waive

    @property
    def figure(self) -> Decimal | None:
        """As entered."""
        return self.amount

    def admit(self, as_of: date) -> None:
        """Not after the last day the lender holds to it."""
        if self.valid_until is not None and self.pay_on > self.valid_until:
            raise OverdueError("proposal.lapsed", pay_on=self.pay_on, valid_until=self.valid_until)
        super().admit(as_of)


class InstalmentPlan(OfferTerms):
    """The debt of the day of agreement, less ``waive`` and ``down_payment`` (yuan, that day), in monthly payments.

    ``annual_rate`` is a ratio; for ``flat_fee`` a twelfth of it is the monthly fee on the starting balance.
    ``even`` makes every payment the same, as one who names what each takes means it: what the last one would differ by
    is interest, or waived. ``waiver_revives`` and ``penalty_resumes`` are what the terms say of a broken plan;
    ``valid_until`` is the last day on which the lender agrees to it.
    """

    kind: ClassVar[OfferKind] = "plan"

    first_on: Day
    months: Annotated[int, Field(ge=1, le=1200)]
    annual_rate: Ratio = ZERO
    method: Method = "level_payment"
    down_payment: Yuan = ZERO
    waive: Waiver = Waiver()
    whole: bool = False
    waiver_revives: bool = True
    penalty_resumes: bool = True
    even: bool = False
    valid_until: Day | None = None

    @property
    def first(self) -> date:
        """The day of the first monthly payment."""
        return self.first_on

    @property
    def covers_all(self) -> bool:
        """As entered."""
        return self.whole

    @property
    def waiver(self) -> Waiver:
        """As entered."""
        return self.waive

    @property
    def revives(self) -> bool:
        """As the terms say."""
        return self.waiver_revives

    @property
    def resumes(self) -> bool:
        """As the terms say."""
        return self.penalty_resumes

    def fixed_on(self, as_of: date) -> date:
        """The day of agreement."""
        return as_of

    def admit(self, as_of: date) -> None:
        """Not longer than any rule allows (PLAN-1)."""
        most = LAW.value("PLAN-1", "max_months", as_of)
        if self.months > most:
            raise OverdueError("proposal.too_long", months=self.months, most=most)
        super().admit(as_of)

    def down(self, due: Decimal, as_of: date) -> tuple[Cash, ...]:
        """The down payment; ``OverdueError`` where it is more than is due."""
        if self.down_payment > due:
            raise OverdueError("proposal.down_payment", given=self.down_payment, owed=due)
        return (Cash(as_of, fen(self.down_payment)),) if self.down_payment else ()

    def schedule(self, due: Decimal, debt: SettledDebt, as_of: date) -> Schedule:
        """The monthly payments on what the down payment leaves."""
        plain = self.at_rate(self.annual_rate, due - fen(self.down_payment), as_of)
        return levelled(plain) if self.even else plain

    def waived(self, debt: SettledDebt, at_least: bool = False) -> Decimal:
        """What comes off a debt; with ``even`` all that its payments leave out."""
        waived = super().waived(debt, at_least)
        due = debt.total - waived - fen(self.down_payment)
        if not self.even or due <= 0:
            return waived
        payments = self.at_rate(self.annual_rate, due, debt.on).payments
        return waived + max(fen(ZERO), due - payments[0] * self.months)

    def at_rate(self, rate: Decimal, balance: Decimal, as_of: date) -> Schedule:
        """The monthly payments on a balance: see ``plan_payments``."""
        return plan_payments(balance, rate, self.months, self.method, self.first_on, as_of)

    def cost(self, due: Decimal, cash: Sequence[Cash], as_of: date) -> YearlyCost | None:
        """The rate at which the plan's payments are worth what is due (PEN-8)."""
        return yearly_cost(due, cash, as_of)

    def record(self, as_of: date, last: date, reading: PayoffReading) -> Retention:
        """From the last payment, or by the other reading from the agreement (CR-4)."""
        return plan_retention(as_of, last, reading)

    def rules(self, lender: Lender | None) -> tuple[str, ...]:
        """A plan for a card has a rule of its own; signing one starts the limitation period anew."""
        return ("CC-17", "PLAN-1" if lender is Lender.CREDIT_CARD else "PLAN-2", "CC-10")


class Wait(OfferTerms):
    """Pay nothing until a day, and then the full sum."""

    kind: ClassVar[OfferKind] = "wait"

    until: Day

    @property
    def first(self) -> date:
        """The day waiting ends."""
        return self.until

    def rules(self, lender: Lender | None) -> tuple[str, ...]:
        """Nothing is agreed."""
        return ()


Offer = LumpSum | InstalmentPlan | Wait
