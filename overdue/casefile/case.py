"""One case: every figure a person gave, and the loan it makes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from overdue.bill import LINES, Bill
from overdue.casefile.fields import FurtherDebt, Row
from overdue.casefile.keys import COLUMNS, FIRST_DAY, LOOKED
from overdue.law import LAW
from overdue.milestones.clocks import Suit
from overdue.model import ZERO, Instalment, Lender, Loan, Order, OverdueError, Payment, Penalty, exact, fen
from overdue.periods import add_period
from overdue.words import Lang, listed

MOST_SLICES = 360
ESSENTIAL = ("due_on", "principal")
PERFORM_DAYS: int = LAW.assumptions["perform_days"].value


@dataclass(frozen=True)
class Case:
    """What a person entered: yuan, percents, days and codes, as the address writes them.

    None is "not given" (``later``: not answered), and for rate, uplift, base, day_basis and compound "don't know".
    ``story`` names the ready-made person whose figures these are: as long as it does, nothing here is a person's own.
    """

    lang: Lang
    as_of: date
    story: str | None = None
    lender: str = "unknown"
    contract_on: date | None = None
    due_on: date | None = None
    pay_on: date | None = None
    principal: Decimal | None = None
    missed: int = 1
    remaining: Decimal | None = None
    later: str | None = "missed"
    to_come: str | None = None
    rate: Decimal | None = None
    uplift: Decimal | None = None
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
    spending: str | None = None
    other_debt: Decimal | None = None
    savings: Decimal | None = None
    discount: Decimal | None = None
    paid_off_on: date | None = None
    rows: tuple[Row, ...] = ()
    debts: tuple[FurtherDebt, ...] = ()
    received: Decimal | None = None
    bill_principal: Decimal | None = None
    bill_interest: Decimal | None = None
    bill_penalty: Decimal | None = None
    bill_compound: Decimal | None = None
    bill_fees: Decimal | None = None
    bill_total: Decimal | None = None
    bill_days: int | None = None
    card_posted_on: date | None = None
    card_amount: Decimal | None = None
    card_statement_on: date | None = None
    card_minimum: Decimal | None = None
    card_days: str | None = None
    demanded_on: date | None = None
    sued_on: date | None = None
    complaint_on: date | None = None
    small_claim: str | None = None
    hearing_on: date | None = None
    judgment_on: date | None = None
    perform_days: int | None = None
    judged_principal: Decimal | None = None
    judged_rate: Decimal | None = None
    judged_costs: Decimal | None = None
    procedure: str | None = None
    deal_amount: Decimal | None = None
    deal_months: int | None = None
    deal_monthly: Decimal | None = None
    deal_until: date | None = None
    secured: str | None = None
    carried: str | None = None
    monthly: Decimal | None = None
    way: str | None = None
    turns: str | None = None
    taken: str | None = None
    helps: tuple[Payment, ...] = ()

    @property
    def lender_of_record(self) -> Lender | None:
        """The lender in the contract, None if not known."""
        return None if self.lender == "unknown" else Lender(self.lender)

    @property
    def payment_order(self) -> Order:
        """How part payments are applied."""
        return Order(self.order)

    @property
    def payments(self) -> tuple[Payment, ...]:
        """What has been paid by the day looked at: money of a later day is not paid yet."""
        return tuple(payment for payment in self.paid if payment.paid_on <= self.as_of)

    @property
    def missing(self) -> tuple[str, ...]:
        """The figures without which nothing can be counted and that are not given yet; empty once it can."""
        return () if self.rows else tuple(name for name in ESSENTIAL if getattr(self, name) is None)

    @property
    def first_due(self) -> date:
        """The first missed due day; ``OverdueError`` while figures are missing."""
        if self.rows:
            return min(day for day in self.rows[0] if isinstance(day, date))
        if self.due_on is None or self.missing:
            raise OverdueError("case.missing", names=listed(f"fields.{name}.label" for name in self.missing))
        return self.due_on

    @property
    def contracted(self) -> date:
        """The contract day; where it is not given a month before the first due day, at the latest ``as_of``."""
        return self.contract_on or min(max(add_period(self.first_due, months=-1), FIRST_DAY), self.as_of)

    def can_be_missed(self) -> int:
        """How many instalments can have fallen due by the day looked at, one a month; at least the first."""
        due, seen = self.first_due, self.as_of
        months = (seen.year - due.year) * 12 + seen.month - due.month
        return max(1, months + (add_period(due, months=max(0, months)) <= seen))

    def passed(self) -> int:
        """How many of the later slices have fallen due by the day looked at: whether these were paid is asked."""
        if self.accelerated_on is not None or self.rows or not self.remaining:
            return 0
        return sum(i.due_on <= self.as_of for i in self.loan().instalments[self.missed :])

    def slipped(self) -> int:
        """How many of those count as missed too."""
        return self.passed() if self.later == "missed" else 0

    @exact
    def instalments(self) -> tuple[Instalment, ...]:
        """The missed instalments and, after them, the principal not yet due in monthly slices.

        Interest that was entered holds for the missed ones, and by the yuan of principal for the slices too while
        no rate is known or ``to_come`` says so; otherwise it is the principal not yet due × rate / 12. Unless ``later``
        is "missed" a slice whose day has passed asks for nothing: paid, or nobody has said. ``rows`` stand in for all.
        Raises ``OverdueError`` while figures are missing and for more than 360 slices.
        """
        if self.rows:
            return tuple(Instalment.model_validate(dict(zip(COLUMNS["rows"], row, strict=True))) for row in self.rows)
        first, each, left = self.first_due, self.principal or ZERO, self.remaining or ZERO
        slices = [each] * self.missed
        if left and each and left / each > MOST_SLICES:
            raise OverdueError("case.too_many_slices", remaining=left, principal=each, most=MOST_SLICES)
        while left:
            slices.append(min(left, each) if each else left)
            left -= slices[-1]
        rate, outstanding, made = (self.rate or ZERO) / 100, sum(slices, ZERO), []
        entered = self.rate is None or self.to_come == "entered"
        for number, principal in enumerate(slices):
            given = self.interest if entered or number < self.missed else None
            due_on, fee = add_period(first, months=number), (self.fee if number < self.missed else None) or ZERO
            paid = self.later != "missed" and number >= self.missed and due_on <= self.as_of
            given = fen(given * principal / each) if given and principal < each else given
            earned = fen(outstanding * rate / 12) if given is None else given
            owed = (ZERO, ZERO, ZERO) if paid else (principal, earned, fee)
            made.append(Instalment(due_on=due_on, principal=owed[0], interest=owed[1], fee=owed[2]))
            outstanding -= principal
        return tuple(made)

    def loan(self) -> Loan:
        """The loan these figures make. What is not known takes the usual reading: see ``unknowns.assumed``."""
        return self._loan

    @cached_property
    def _loan(self) -> Loan:
        daily = None if self.daily_rate is None else self.daily_rate / 100
        uplift = None if self.uplift is None or daily is not None else self.uplift / 100
        compound, base = self.compound or "none", self.base or "principal"
        terms = {
            "uplift": uplift,
            "daily_rate": daily,
            "base": base if compound == "none" else "principal",
            "compound": compound,
            "rest": ("quarterly" if self.rest == "none" else self.rest) if compound == "all" else "none",
            "late_fee": self.late_fee,
            "grace_days": self.grace,
            "day_basis": int(self.day_basis or 360),
        }
        return Loan(
            lender=self.lender_of_record,
            contract_on=self.contracted,
            annual_rate=(self.rate or ZERO) / 100,
            instalments=self.instalments(),
            penalty=Penalty.model_validate(terms),
            accelerated_on=self.accelerated_on,
            compensated_on=self.compensated_on,
            received=self.received,
        )

    @cached_property
    def further(self) -> tuple[Case, ...]:
        """The further debts, each as a case of its own, seen from the same day."""
        return tuple(Case(lang=self.lang, as_of=self.as_of, **dict(debt.figures)) for debt in self.debts)  # type: ignore[arg-type]

    def bill(self) -> Bill | None:
        """The lender's bill as far as it was entered; None without an amount."""
        given = {name: getattr(self, f"bill_{name}") for name in LINES}
        return None if all(amount is None for amount in given.values()) else Bill(**given, days=self.bill_days)

    def suit(self) -> Suit:
        """How far the matter has gone towards and through a court."""
        return Suit(
            **{name: getattr(self, name) for name in ("demanded_on", "sued_on", "complaint_on", "judgment_on")},
            perform_days=PERFORM_DAYS if self.perform_days is None else self.perform_days,
            annual_rate=None if self.judged_rate is None else self.judged_rate / 100,
            principal=self.judged_principal,
            costs=self.judged_costs or ZERO,
        )

    def edited(self, **changes: object) -> Case:
        """The case with some figures changed, without a day of paying before the day looked at; a ready-made person is
        left behind, unless only what is looked at or tried out changes (``LOOKED``)."""
        if not changes.keys() <= set(LOOKED):
            changes["story"] = None
        made = replace(self, **changes)  # type: ignore[arg-type]
        return replace(made, pay_on=None) if made.pay_on is not None and made.pay_on < made.as_of else made
