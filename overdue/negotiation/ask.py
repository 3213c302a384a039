"""What a person asks the lender for: a sum at once, or so much a month; and the figures it stands on."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from overdue.accrual import Ledger
from overdue.model import Day, Frozen, Lender, Yuan
from overdue.periods import overdue_days
from overdue.words import Words


class Ask(Frozen):
    """A proposal to write into a letter or to read out: monthly payments, or one sum, in yuan."""

    first_on: Day
    amount: Annotated[Yuan, Field(gt=0)]
    months: Annotated[int, Field(ge=1, le=60)] = 1
    whole: bool = False  # whether it settles what is not yet due as well

    @property
    def total(self) -> Decimal:
        """What all the payments come to, in yuan."""
        return self.amount * self.months

    @property
    def at_once(self) -> bool:
        """Whether it is a single payment."""
        return self.months == 1


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures a letter or a call stands on, in yuan, on a day; all by the person's own count."""

    lender: Lender | None
    contract_on: date
    on: date
    first_due: date
    days: int
    principal: Decimal
    interest: Decimal
    fees: Decimal
    penalty: Decimal
    compound: Decimal
    total: Decimal
    uplift: Decimal | None = None
    rate_known: bool = True

    def parts(self, w: Words) -> str:
        """What the total is made of, in the reader's words, and what of it is only assumed; what is nothing is not
        named."""
        held = {name: getattr(self, name) for name in ("principal", "interest", "fees", "penalty", "compound")}
        said = w.listed(w(f"common.component.{name}", amount=w.yuan(amount)) for name, amount in held.items() if amount)
        if self.uplift is not None and self.penalty:
            return w("letters.assumed", parts=said, uplift=self.uplift)
        return said if self.rate_known else w("letters.no_rate", parts=said)


def figures(ledger: Ledger, uplift: Decimal | None = None, rate_known: bool = True) -> Figures:
    """The figures of a ledger. ``uplift`` is the one in percent that was assumed for its penalty, where none was given.

    >>> from overdue.accrual import accrue
    >>> from overdue.model import Instalment, Lender, Loan
    >>> loan = Loan(lender=Lender.PLATFORM, contract_on=date(2025, 9, 10), annual_rate="0.18",
    ...     instalments=[Instalment(due_on=date(2026, m, 10), principal="1000", interest="90") for m in (1, 2, 3)])
    >>> held = figures(accrue(loan, date(2026, 6, 30)))
    >>> held.days, held.total == held.principal + held.interest + held.fees + held.penalty + held.compound
    (171, True)
    """
    unpaid = [owed for owed in ledger.instalments if owed.total > 0]
    first = min((owed.due_on for owed in unpaid), default=min(i.due_on for i in ledger.loan.instalments))
    return Figures(
        lender=ledger.loan.lender,
        contract_on=ledger.loan.contract_on,
        on=ledger.until,
        first_due=first,
        days=overdue_days(first, ledger.until),
        principal=ledger.principal,
        interest=ledger.interest,
        fees=ledger.fees + ledger.costs,
        penalty=ledger.penalty,
        compound=ledger.compound,
        total=ledger.total,
        uplift=uplift,
        rate_known=rate_known,
    )
