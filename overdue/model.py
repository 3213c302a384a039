"""The nouns of an overdue loan: money, rates, days, the loan, its payments, and how a fact is cited.

Money is ``Decimal`` yuan, rates are ratios (0.18 is 18 % a year); a float is refused for either.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from enum import StrEnum
from functools import wraps
from typing import Annotated, Literal, ParamSpec, Self, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from overdue.errors import BEYOND as BEYOND
from overdue.errors import BadFile as BadFile
from overdue.errors import NotInForce as NotInForce
from overdue.errors import OverdueError as OverdueError
from overdue.errors import answering as answering
from overdue.errors import refusal as refusal

P = ParamSpec("P")
R = TypeVar("R")

ZERO = Decimal(0)
FEN = Decimal("0.01")


def no_float(value: object) -> object:
    """Refuse a float, and read a whole number or a text exactly."""
    if isinstance(value, (float, bool)):
        raise ValueError(f"{value!r} is not exact: give a text or a Decimal, for example '0.1'")
    return value


def _whole_fen(amount: Decimal) -> Decimal:
    """Refuse what nobody can pay: a fraction of a fen."""
    if amount != amount.quantize(FEN):
        raise ValueError(f"{amount} yuan is no whole number of fen: a payment has at most two decimals")
    return amount


def fen(amount: Decimal) -> Decimal:
    """Round an amount in yuan half up to the fen.

    >>> fen(Decimal("128.255"))
    Decimal('128.26')
    """
    return amount.quantize(FEN, ROUND_HALF_UP)


def covered(money: Decimal, owed: Mapping[str, Decimal], ranks: Iterable[str]) -> tuple[dict[str, Decimal], Decimal]:
    """What money covers of each rank, one after the other, and what of it is left; in yuan.

    >>> covered(Decimal(5), {"interest": Decimal(3), "principal": Decimal(9)}, ["interest", "principal"])
    ({'interest': Decimal('3'), 'principal': Decimal('2')}, Decimal('0'))
    """
    paid: dict[str, Decimal] = {}
    for rank in ranks:
        paid[rank] = min(money, owed[rank])
        money -= paid[rank]
    return paid, money


def exact(function: Callable[P, R]) -> Callable[P, R]:
    """Run a calculation with sixty digits, so that only the stated roundings round."""

    @wraps(function)
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        with localcontext(Context(prec=60)):
            return function(*args, **kwargs)

    return inner


class Frozen(BaseModel):
    """A noun that never changes and takes no field it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# Bounds come first: behind a validator of ours pydantic would check them in Python, one by one.
Yuan = Annotated[Decimal, Field(ge=0, le=10**12, allow_inf_nan=False), BeforeValidator(no_float)]
Fen = Annotated[Yuan, AfterValidator(_whole_fen)]
Ratio = Annotated[Decimal, Field(ge=0, le=10, allow_inf_nan=False), BeforeValidator(no_float)]
Share = Annotated[Decimal, Field(ge=0, le=1, allow_inf_nan=False), BeforeValidator(no_float)]
Flow = Annotated[Decimal, Field(ge=-(10**12), le=10**12, allow_inf_nan=False), BeforeValidator(no_float)]
Yield = Annotated[Decimal, Field(gt=-1, le=10, allow_inf_nan=False), BeforeValidator(no_float)]
Day = Annotated[date, Field(strict=True)]


class Text(Frozen):
    """One sentence in both languages; Traditional Chinese is derived from ``zh``."""

    zh: Annotated[str, Field(min_length=1)]
    en: Annotated[str, Field(min_length=1)]


class Standing(StrEnum):
    """How sure we are of a value: rule read, rule quoted by others, our reading, a weak lead."""

    TEXT = "text"
    REPORT = "report"
    READING = "reading"
    LEAD = "lead"


class Citation(Frozen):
    """Where a value comes from: rule id, document key, clause, first day in force, standing."""

    rule: str
    source: str
    clause: Text
    since: Day
    standing: Standing


class Lender(StrEnum):
    """Who lent, by the contract; PLATFORM is a bank's loan brought by a platform."""

    BANK = "bank"
    PLATFORM = "platform"
    CONSUMER_FINANCE = "consumer_finance"
    MICRO_LOAN = "micro_loan"
    CREDIT_CARD = "credit_card"
    PRIVATE = "private"


class Order(StrEnum):
    """In which order a part payment is applied."""

    LEGAL = "legal"
    BY_INSTALMENT = "by_instalment"
    PRINCIPAL_FIRST = "principal_first"
    JUDGMENT = "judgment"


LEGAL_ORDER = Order.LEGAL
BY_INSTALMENT = Order.BY_INSTALMENT
PRINCIPAL_FIRST = Order.PRINCIPAL_FIRST
JUDGMENT_ORDER = Order.JUDGMENT


PLANNED = ("principal", "interest", "fee")  # what an instalment is made of


class Instalment(Frozen):
    """One instalment as the contract plans it, in yuan, on the day it falls due."""

    due_on: Day
    principal: Yuan
    interest: Yuan = ZERO
    fee: Yuan = ZERO

    @property
    def total(self) -> Decimal:
        """Everything it asks for."""
        return self.principal + self.interest + self.fee


class Penalty(Frozen):
    """How the contract charges lateness.

    ``uplift`` raises the contract rate (0.5 is half as much again; None is the lender's usual,
    an assumption). ``daily_rate`` (0.0005 is 0.05 % a day) replaces rate, uplift and day basis.
    ``late_fee`` is yuan, once for each missed instalment; ``grace_days`` are days after the due day.
    """

    uplift: Ratio | None = None
    daily_rate: Ratio | None = None
    base: Literal["principal", "principal_and_interest"] = "principal"
    compound: Literal["none", "interest", "all"] = "none"
    rest: Literal["none", "monthly", "quarterly"] = "none"
    late_fee: Yuan = ZERO
    grace_days: Annotated[int, Field(ge=0, le=365)] = 0
    day_basis: Literal[360, 365] = 360

    @model_validator(mode="after")
    def _one_reading(self) -> Self:
        if self.uplift is not None and self.daily_rate is not None:
            raise ValueError("uplift and daily_rate are both given: give one of them")
        if self.base == "principal_and_interest" and self.compound != "none":
            raise ValueError("base principal_and_interest already bears on interest: set compound to none")
        if (self.compound == "all") != (self.rest != "none"):
            raise ValueError("compound all needs a rest, monthly or quarterly; the other readings take none")
        return self


class Loan(Frozen):
    """A consumer loan by its contract: lender (None if not known), day, yearly rate, instalments.

    ``accelerated_on`` is the day the lender called in all principal, ``compensated_on`` the day a
    guarantor paid the lender, ``received`` the yuan really paid out (interest deducted beforehand
    is not principal).
    """

    lender: Lender | None
    contract_on: Day
    annual_rate: Ratio
    instalments: Annotated[tuple[Instalment, ...], Field(min_length=1, max_length=600)]
    penalty: Penalty = Penalty()
    accelerated_on: Day | None = None
    compensated_on: Day | None = None
    received: Yuan | None = None

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        first = min(i.due_on for i in self.instalments)
        if self.contract_on > first:
            raise ValueError(f"contract_on {self.contract_on} is after the first due day {first}")
        for name in ("accelerated_on", "compensated_on"):
            day = getattr(self, name)
            if day is not None and day < self.contract_on:
                raise ValueError(f"{name} {day} is before contract_on {self.contract_on}")
        return self

    def due_days(self) -> tuple[date, ...]:
        """The days on which a sum falls due, oldest first: up to the day called in, and that day."""
        called = self.accelerated_on
        days = sorted(i.due_on for i in self.instalments)
        return tuple(days) if called is None or called >= days[-1] else (*(d for d in days if d <= called), called)


class Payment(Frozen):
    """Money paid to the lender: day and yuan, in whole fen."""

    paid_on: Day
    amount: Annotated[Fen, Field(gt=0)]
