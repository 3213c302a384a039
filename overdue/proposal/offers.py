"""What can be offered: a lump sum, an instalment plan, or nothing for now; and the budget it has to fit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, model_validator

from overdue.model import ZERO, Day, Frozen, Ratio, Share, Yuan

Method = Literal["level_payment", "level_principal", "flat_fee"]


class Cash(NamedTuple):
    """Money to be paid on a day, in yuan."""

    paid_on: date
    amount: Decimal


class Waiver(Frozen):
    """Which share the lender gives up: of the penalty (with compound interest and late fees), of the contract
    interest (with instalment fees), of the principal. 0.5 is half.
    """

    penalty: Share = ZERO
    interest: Share = ZERO
    principal: Share = ZERO


class LumpSum(Frozen):
    """Everything at once on ``pay_on``: the debt of that day less ``waive``, or the whole figure ``amount``, in yuan.

    ``whole`` takes in what is not yet due; ``valid_until`` is the last day the lender holds to it.
    """

    pay_on: Day
    amount: Yuan | None = None
    waive: Waiver = Waiver()
    whole: bool = False
    valid_until: Day | None = None

    @model_validator(mode="after")
    def _one_figure(self) -> Self:
        if self.amount is not None and self.waive != Waiver():
            raise ValueError("amount and waive are both given: amount is a whole figure, give one of them")
        return self


class InstalmentPlan(Frozen):
    """The debt of the day of agreement, less ``waive`` and ``down_payment`` (yuan, that day), in monthly payments.

    ``annual_rate`` is a ratio; for ``flat_fee`` a twelfth of it is the monthly fee on the starting balance.
    ``waiver_revives`` and ``penalty_resumes`` are what the terms say of a broken plan.
    """

    first_on: Day
    months: Annotated[int, Field(ge=1, le=1200)]
    annual_rate: Ratio = ZERO
    method: Method = "level_payment"
    down_payment: Yuan = ZERO
    waive: Waiver = Waiver()
    whole: bool = False
    waiver_revives: bool = True
    penalty_resumes: bool = True


class Wait(Frozen):
    """Pay nothing until a day, and then the full sum."""

    until: Day


Offer = LumpSum | InstalmentPlan | Wait


class Budget(Frozen):
    """What a month leaves, in yuan: income, needs, payments on other debts; and savings on the day of agreement."""

    income: Yuan
    needs: Yuan
    other_debt: Yuan
    savings: Yuan = ZERO
