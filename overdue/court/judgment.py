"""What a judgment makes of a debt: general interest as judged, and the doubled part once its time has run out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from overdue.law import LAW
from overdue.model import ZERO, Citation, Day, Frozen, Payment, Ratio, Yuan, covered, exact, fen
from overdue.periods import ONE_DAY, Stretch, add_period

RULES = ("JUD-1", "JUD-2", "JUD-3", "JUD-4", "CC-7")
FEES = "JUD-5"


class Judgment(Frozen):
    """The money a judgment sets, in yuan, and the time it gives.

    ``principal`` is judged money that is no interest and bears ``annual_rate`` (a ratio on
    ``day_basis`` days) from the day after ``interest_until``; ``interest`` is interest, penalty and
    the like fixed up to that day; ``costs`` are court fees the debtor bears. It must be performed
    within ``perform_days`` after ``effective_on``, the day it took effect.
    """

    effective_on: Day
    perform_days: Annotated[int, Field(ge=0, le=3650)]
    principal: Yuan
    annual_rate: Ratio
    interest: Yuan = ZERO
    costs: Yuan = ZERO
    interest_until: Day
    day_basis: Literal[360, 365] = 365

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        if self.interest_until > self.effective_on:
            raise ValueError(f"interest_until {self.interest_until} is after effective_on {self.effective_on}")
        return self

    @property
    def perform_until(self) -> date:
        """The last day for performance; the doubled part begins the day after."""
        return add_period(self.effective_on, days=self.perform_days)


@dataclass(frozen=True, slots=True)
class Row(Stretch):
    """Days on which general or doubled interest ran on one base; ``rate`` a ratio a year or, doubled, a day."""

    base: Decimal
    rate: Decimal
    amount: Decimal
    kind: Literal["general", "doubled"]


@dataclass(frozen=True, slots=True)
class Judged:
    """What is owed under a judgment at the end of ``until``, in yuan.

    ``interest`` is general interest, fixed and running; ``doubled`` the doubled part; ``rows`` show how
    both grew and add up to what grew, paid or not. ``surplus`` is what was paid beyond the debt.
    """

    judgment: Judgment
    until: date
    principal: Decimal
    interest: Decimal
    doubled: Decimal
    costs: Decimal
    surplus: Decimal
    rows: tuple[Row, ...]
    citations: tuple[Citation, ...]

    @property
    def total(self) -> Decimal:
        """Everything owed under the judgment."""
        return self.principal + self.interest + self.doubled + self.costs


@exact
def judged(judgment: Judgment, until: date, payments: Iterable[Payment] = ()) -> Judged:
    """What a judgment comes to at the end of ``until``; amounts in yuan, rounded half up to the fen.

    General interest goes on as judged, on unpaid principal. From the day after the time for
    performance unpaid judgment money without general interest bears 0.0175 % a day besides (JUD-1 to
    JUD-3, asked for that day), simple, ``until`` counted. Each payment covers costs, general interest
    and principal first (CC-7 within the judgment's money, a reading) and the doubled part last
    (JUD-4); those before the judgment took effect or after ``until`` are ignored. Raises ``NotInForce``
    before 2014-08-01. Source: 法释〔2014〕8号 articles 1 to 4.

    >>> case = Judgment(effective_on=date(2026, 1, 1), perform_days=10, principal="10000", annual_rate="0.1",
    ...     interest_until=date(2026, 1, 1))
    >>> owed = judged(case, date(2026, 1, 21))
    >>> owed.interest, owed.doubled, owed.total
    (Decimal('54.79'), Decimal('17.50'), Decimal('10072.29'))
    """
    owed = {"costs": judgment.costs, "interest": judgment.interest, "principal": judgment.principal, "doubled": ZERO}
    late_from = judgment.perform_until + ONE_DAY
    rows: list[Row] = []
    money = ZERO
    paid = sorted((p for p in payments if judgment.effective_on < p.paid_on <= until), key=lambda p: p.paid_on)
    seen = judgment.interest_until
    for day, amount in [*((p.paid_on, p.amount) for p in paid), (until, ZERO)]:
        for row in _grown(judgment, owed["principal"], seen, day, late_from):
            rows.append(row)
            owed["interest" if row.kind == "general" else "doubled"] += row.amount
        seen = max(seen, day)
        met, money = covered(money + amount, owed, ("costs", "interest", "principal", "doubled"))
        owed = {name: left - met[name] for name, left in owed.items()}
    return Judged(
        judgment=judgment,
        until=until,
        **{name: fen(amount) for name, amount in owed.items()},
        surplus=fen(money),
        rows=tuple(rows),
        citations=LAW.cites(RULES if not judgment.costs else (*RULES, FEES)),
    )


def _grown(judgment: Judgment, base: Decimal, seen: date, day: date, late_from: date) -> Iterable[Row]:
    """The rows of the days after ``seen`` up to ``day`` on an unchanged base."""
    if not base or day <= seen:
        return
    if judgment.annual_rate:
        days = (day - seen).days
        amount = fen(base * judgment.annual_rate * days / judgment.day_basis)
        yield Row(seen + ONE_DAY, day, base, judgment.annual_rate, amount, "general")
    first = max(late_from, seen + ONE_DAY)
    if day >= first:
        rate: Decimal = LAW.value("JUD-2", "daily_rate", late_from)
        yield Row(first, day, base, rate, fen(base * rate * ((day - first).days + 1)), "doubled")
