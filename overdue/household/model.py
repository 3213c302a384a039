"""What a household owes and has: each debt with its terms, the income, what must go out, lump sums to come."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from overdue.milestones.clocks import Suit
from overdue.model import LEGAL_ORDER, ZERO, Day, Fen, Frozen, Loan, Order, Payment, Yuan
from overdue.proposal import Offer

MOST_DEBTS = 30


class Way(StrEnum):
    """How one budget is divided: fair shares by what is owed; one debt after the other, the dearest, the smallest or
    one's own first; or talk first and pay nothing yet, then fair shares.
    """

    FAIR = "fair"
    DEAREST = "dearest"
    SMALLEST = "smallest"
    OWN = "own"
    TALK = "talk"


class Debt(Frozen):
    """One lender's debt: ``key`` names it, ``loan`` is the contract, ``payments`` were made so far.

    ``offer`` is what the lender holds out. ``secured`` means that a thing is pledged for it; ``carried`` that a
    guarantor or one of the family pays where this person does not. Where the rate is not known (``rate_known`` false)
    the loan holds 0, the lowest reading: what is asked then is never less than what is told. ``suit`` is how far it has
    gone towards and through a court.
    """

    key: Annotated[str, Field(min_length=1, max_length=60)]
    loan: Loan
    payments: tuple[Payment, ...] = ()
    order: Order = LEGAL_ORDER
    offer: Offer | None = None
    secured: bool = False
    carried: bool = False
    rate_known: bool = True
    suit: Suit = Suit()


class Help(Frozen):
    """A lump sum for the debts, in yuan, on a day: out of one's own savings, or from family and friends."""

    on: Day
    amount: Annotated[Fen, Field(gt=0)]
    from_savings: bool = False


def left_of(income: Decimal | None, needs: Decimal | None) -> Decimal | None:
    """What a month leaves, in yuan: below zero where needs are more than comes in; None where it is not known."""
    return None if income is None or needs is None else income - needs


class Household(Frozen):
    """All debts and one budget: a month's ``income`` and ``needs`` (all that must go out before any debt), yuan.

    Income or needs that were not given are None, and nothing is told of what a month can carry.
    ``savings`` are what lies there on the day looked at. Two debts with one key are refused.
    """

    debts: Annotated[tuple[Debt, ...], Field(min_length=1, max_length=MOST_DEBTS)]
    income: Yuan | None = None
    needs: Yuan | None = None
    savings: Yuan = ZERO
    helps: Annotated[tuple[Help, ...], Field(max_length=60)] = ()

    @property
    def free(self) -> Decimal | None:
        """What a month leaves, in yuan (``left_of``)."""
        return left_of(self.income, self.needs)

    @model_validator(mode="after")
    def _each_by_its_key(self) -> Self:
        keys = [debt.key for debt in self.debts]
        if twice := sorted({key for key in keys if keys.count(key) > 1}):
            raise ValueError(f"two debts are called {twice[0]!r}: give each a key of its own")
        return self
