"""One case: every figure a person gave, and the loan it makes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from overdue.model import ZERO, Instalment, Lender, Loan, Order, OverdueError, Payment, Penalty, exact, fen
from overdue.periods import add_period
from overdue.words import Lang

MOST_SLICES = 360


@dataclass(frozen=True, slots=True)
class Case:
    """What a person entered: yuan, percents, days and codes, as the address writes them.

    None is "not given", and for lender, rate, uplift, base, day_basis and compound "don't know".
    """

    lang: Lang
    lender: str
    contract_on: date
    due_on: date
    as_of: date
    principal: Decimal
    missed: int
    remaining: Decimal
    rate: Decimal | None
    uplift: Decimal | None
    story: str | None = None
    interest: Decimal | None = None
    fee: Decimal | None = None
    daily_rate: Decimal | None = None
    day_basis: str | None = "360"
    base: str | None = "principal"
    compound: str | None = "none"
    rest: str = "none"
    late_fee: Decimal = ZERO
    grace: int = 0
    accelerated_on: date | None = None
    compensated_on: date | None = None
    order: str = Order.LEGAL
    paid: tuple[Payment, ...] = ()
    lump_on: date | None = None
    lump_waive: Decimal | None = None
    lump_amount: Decimal | None = None
    plan_first: date | None = None
    plan_months: int | None = None
    plan_rate: Decimal | None = None
    plan_method: str | None = None
    plan_waive: Decimal | None = None
    offers: str | None = None
    income: Decimal | None = None
    needs: Decimal | None = None
    other_debt: Decimal | None = None
    savings: Decimal | None = None
    discount: Decimal | None = None
    paid_off_on: date | None = None

    @property
    def lender_of_record(self) -> Lender | None:
        """The lender in the contract, None if not known."""
        return None if self.lender == "unknown" else Lender(self.lender)

    @property
    def payment_order(self) -> Order:
        """How part payments are applied."""
        return Order(self.order)

    def slipped(self) -> int:
        """How many of the later slices have fallen due by the day looked at, and count as missed too."""
        if self.accelerated_on is not None:
            return 0
        return sum(1 for i in self.instalments()[self.missed :] if i.due_on <= self.as_of)

    @exact
    def instalments(self) -> tuple[Instalment, ...]:
        """The missed instalments and, after them, the principal not yet due in monthly slices.

        Interest that was entered holds for the missed ones; otherwise, and for the slices, it is
        the principal not yet due × rate / 12. Raises ``OverdueError`` for more than 360 slices.
        """
        slices = [self.principal] * self.missed
        left = self.remaining
        if left and self.principal and left / self.principal > MOST_SLICES:
            raise OverdueError("case.too_many_slices", remaining=left, principal=self.principal, most=MOST_SLICES)
        while left:
            slices.append(min(left, self.principal) if self.principal else left)
            left -= slices[-1]
        rate = (self.rate or ZERO) / 100
        outstanding = sum(slices, ZERO)
        made = []
        for number, principal in enumerate(slices):
            earned = fen(outstanding * rate / 12)
            given = self.interest if number < self.missed and self.interest is not None else earned
            fee = self.fee if number < self.missed and self.fee is not None else ZERO
            due_on = add_period(self.due_on, months=number)
            made.append(Instalment(due_on=due_on, principal=principal, interest=given, fee=fee))
            outstanding -= principal
        return tuple(made)

    def loan(self) -> Loan:
        """The loan these figures make. What is not known takes the usual reading: see ``assumed``."""
        daily = None if self.daily_rate is None else self.daily_rate / 100
        uplift = None if self.uplift is None or daily is not None else self.uplift / 100
        compound = self.compound or "none"
        base = self.base or "principal"
        rest = (
            self.rest if compound == "all" and self.rest != "none" else ("quarterly" if compound == "all" else "none")
        )
        terms = {
            "uplift": uplift,
            "daily_rate": daily,
            "base": base if compound == "none" else "principal",
            "compound": compound,
            "rest": rest,
            "late_fee": self.late_fee,
            "grace_days": self.grace,
            "day_basis": int(self.day_basis or 360),
        }
        return Loan(
            lender=self.lender_of_record,
            contract_on=self.contract_on,
            annual_rate=(self.rate or ZERO) / 100,
            instalments=self.instalments(),
            penalty=Penalty.model_validate(terms),
            accelerated_on=self.accelerated_on,
            compensated_on=self.compensated_on,
        )

    def assumed(self) -> tuple[str, ...]:
        """The keys whose value is not known, so that a usual reading stands in and has to be named."""
        unknown = [name for name in ("rate", "uplift", "day_basis", "base", "compound") if getattr(self, name) is None]
        if self.lender == "unknown":
            unknown.insert(0, "lender")
        return tuple(name for name in unknown if name != "uplift" or self.daily_rate is None)

    def edited(self, **changes: object) -> Case:
        """The case with some figures changed by the person; a ready-made person is left behind."""
        return replace(self, story=None, **changes)  # type: ignore[arg-type]
