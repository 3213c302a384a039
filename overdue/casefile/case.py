"""One case: every figure a person gave, and the loan it makes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from overdue.bill import Bill
from overdue.casefile.fields import Row
from overdue.casefile.keys import FIRST_DAY, LOOKED
from overdue.law import LAW
from overdue.milestones.clocks import Suit
from overdue.model import ZERO, Instalment, Lender, Loan, Order, OverdueError, Payment, Penalty, exact, fen
from overdue.periods import add_period
from overdue.words import Lang, listed

MOST_SLICES = 360
ESSENTIAL = ("due_on", "principal")
INSTALMENT = ("due_on", "principal", "interest", "fee")
PERFORM_DAYS: int = LAW.assumptions["perform_days"].value
BILL = ("principal", "interest", "penalty", "compound", "fees", "total")
LOW_RATE = 1  # percent a year; below it the daily rate an app shows was probably meant
ODD_RATE = 100  # percent a year; above it a daily or monthly rate was probably meant
DAYS = 365  # a daily rate is held against a year's to ask whether it was meant as one


@dataclass(frozen=True, slots=True)
class Case:
    """What a person entered: yuan, percents, days and codes, as the address writes them.

    None is "not given", and for rate, uplift, base, day_basis and compound "don't know". ``story`` names the
    ready-made person whose figures these are: as long as it does, nothing here is a person's own.
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
    remaining: Decimal = ZERO
    later: str = "missed"
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
    other_debt: Decimal | None = None
    savings: Decimal | None = None
    discount: Decimal | None = None
    paid_off_on: date | None = None
    rows: tuple[Row, ...] = ()
    debts: tuple[Row, ...] = ()
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
    judgment_on: date | None = None
    perform_days: int | None = None
    judged_principal: Decimal | None = None
    judged_rate: Decimal | None = None
    judged_costs: Decimal | None = None
    procedure: str | None = None

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
        return sum(1 for i in self.instalments()[self.missed :] if i.due_on <= self.as_of)

    def slipped(self) -> int:
        """How many of those count as missed too."""
        return self.passed() if self.later == "missed" else 0

    @exact
    def instalments(self) -> tuple[Instalment, ...]:
        """The missed instalments and, after them, the principal not yet due in monthly slices.

        Interest that was entered holds for the missed ones; otherwise, and for the slices, it is
        the principal not yet due × rate / 12. With ``later`` "paid" a slice whose day has passed asks
        for nothing any more. A table of instalments (``rows``) stands in for all of them. Raises
        ``OverdueError`` while figures are missing and for more than 360 slices.
        """
        if self.rows:
            return tuple(Instalment.model_validate(dict(zip(INSTALMENT, row, strict=True))) for row in self.rows)
        first, each = self.first_due, self.principal or ZERO
        slices = [each] * self.missed
        left = self.remaining
        if left and each and left / each > MOST_SLICES:
            raise OverdueError("case.too_many_slices", remaining=left, principal=each, most=MOST_SLICES)
        while left:
            slices.append(min(left, each) if each else left)
            left -= slices[-1]
        rate = (self.rate or ZERO) / 100
        outstanding = sum(slices, ZERO)
        made = []
        for number, principal in enumerate(slices):
            earned = fen(outstanding * rate / 12)
            given = self.interest if number < self.missed and self.interest is not None else earned
            fee = self.fee if number < self.missed and self.fee is not None else ZERO
            due_on = add_period(first, months=number)
            paid = self.later == "paid" and number >= self.missed and due_on <= self.as_of
            owed = (ZERO, ZERO, ZERO) if paid else (principal, given, fee)
            made.append(Instalment(due_on=due_on, principal=owed[0], interest=owed[1], fee=owed[2]))
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
            contract_on=self.contracted,
            annual_rate=(self.rate or ZERO) / 100,
            instalments=self.instalments(),
            penalty=Penalty.model_validate(terms),
            accelerated_on=self.accelerated_on,
            compensated_on=self.compensated_on,
            received=self.received,
        )

    def other_loans(self) -> tuple[Loan, ...]:
        """The further debts listed beside this one, each one sum fallen due, with its own lender and rate."""
        made = []
        for lender, due_on, principal, interest, rate, uplift in self.debts:
            due = Instalment.model_validate({"due_on": due_on, "principal": principal, "interest": interest})
            made.append(
                Loan.model_validate(
                    {
                        "lender": None if lender == "unknown" else lender,
                        "contract_on": add_period(due.due_on, months=-1),
                        "annual_rate": Decimal(str(rate)) / 100,
                        "instalments": (due,),
                        "penalty": Penalty(uplift=Decimal(str(uplift)) / 100),
                    }
                )
            )
        return tuple(made)

    def bill(self) -> Bill | None:
        """The lender's bill as far as it was entered; None without an amount."""
        given = {name: getattr(self, f"bill_{name}") for name in BILL}
        if all(amount is None for amount in given.values()):
            return None
        return Bill(**given, days=self.bill_days)

    def suit(self) -> Suit:
        """How far the matter has gone towards and through a court."""
        return Suit(
            demanded_on=self.demanded_on,
            sued_on=self.sued_on,
            judgment_on=self.judgment_on,
            perform_days=PERFORM_DAYS if self.perform_days is None else self.perform_days,
            annual_rate=None if self.judged_rate is None else self.judged_rate / 100,
            principal=self.judged_principal,
            costs=self.judged_costs or ZERO,
        )

    def assumed(self) -> tuple[str, ...]:
        """The keys whose value is not known, so that a usual reading stands in and has to be named."""
        unknown = [name for name in ("rate", "uplift", "day_basis", "base", "compound") if getattr(self, name) is None]
        if self.lender == "unknown":
            unknown.insert(0, "lender")
        return tuple(name for name in unknown if name != "uplift" or self.daily_rate is None)

    def remarks(self) -> dict[str, str]:
        """What is possible but deserves a second look: the key of a figure and the code of its remark."""
        found = {}
        if self.rate is not None and self.daily_rate is None and self.rate == 0:
            found["rate"] = "zero"
        if self.rate is not None and self.daily_rate is None and 0 < self.rate < LOW_RATE:
            found["rate"] = "low"
        if self.rate is not None and self.rate > ODD_RATE:
            found["rate"] = "high"
        if self.daily_rate is not None:
            found["daily_rate"] = "high" if self.daily_rate * DAYS > ODD_RATE else "instead"
        if self.due_on is not None and self.due_on > self.as_of:
            found["due_on"] = "later"
        if self.principal == 0:
            found["principal"] = "zero"
        return found

    def edited(self, **changes: object) -> Case:
        """The case with some figures changed by the person.

        A ready-made person is left behind, unless only what is looked at or tried out changes (``LOOKED``). A
        day of paying that would lie before the day looked at is dropped.
        """
        if not changes.keys() <= set(LOOKED):
            changes["story"] = None
        made = replace(self, **changes)  # type: ignore[arg-type]
        return replace(made, pay_on=None) if made.pay_on is not None and made.pay_on < made.as_of else made
