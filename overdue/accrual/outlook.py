"""What one more month of waiting adds."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from overdue.accrual.ledger import Ledger, accrue
from overdue.periods import add_period


@dataclass(frozen=True, slots=True)
class Outlook:
    """In yuan: what penalty, compound interest and late fees ``grow`` by, and what ``falls_due`` besides."""

    grows: Decimal
    falls_due: Decimal


def next_month(ledger: Ledger) -> Outlook:
    """What one month more, to the corresponding day, adds if nothing is paid.

    >>> from datetime import date
    >>> from overdue.model import Instalment, Lender, Loan
    >>> loan = Loan(lender=Lender.BANK, contract_on=date(2026, 1, 1), annual_rate="0.18",
    ...     instalments=[Instalment(due_on=date(2026, 2, 1), principal="1000")])
    >>> next_month(accrue(loan, date(2026, 4, 10))).grows
    Decimal('22.50')
    """
    known = tuple(p for p in ledger.payments if p.paid_on <= ledger.until)
    later = accrue(ledger.loan, add_period(ledger.until, months=1), known, ledger.order)
    grows = later.penalty + later.compound + later.late_fees - ledger.penalty - ledger.compound - ledger.late_fees
    return Outlook(grows=grows, falls_due=later.total - ledger.total - grows)
