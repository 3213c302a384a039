"""What one more month of waiting adds."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from overdue.accrual.ledger import Ledger
from overdue.accrual.points import trace
from overdue.periods import add_period


@dataclass(frozen=True, slots=True)
class Outlook:
    """What waiting until a day adds, in yuan, if nothing is paid: what penalty, compound interest and late fees grow by
    (``grows``), and beside it, never inside, what the contract asks for meanwhile (``falls_due``).
    """

    until: date
    grows: Decimal
    falls_due: Decimal


def next_month(ledger: Ledger) -> Outlook:
    """What one month more, to the corresponding day, adds if nothing is paid.

    >>> from datetime import date
    >>> from overdue.accrual import accrue
    >>> from overdue.model import Instalment, Lender, Loan
    >>> loan = Loan(lender=Lender.BANK, contract_on=date(2026, 1, 1), annual_rate="0.18",
    ...     instalments=[Instalment(due_on=date(2026, 2, 1), principal="1000")])
    >>> next_month(accrue(loan, date(2026, 4, 10))).grows
    Decimal('22.50')
    """
    known = tuple(p for p in ledger.payments if p.paid_on <= ledger.until)
    (later,) = trace(ledger.loan, [add_period(ledger.until, months=1)], known, ledger.order)
    grows = later.growing - ledger.growing
    return Outlook(later.day, grows, later.total - ledger.total - grows)
