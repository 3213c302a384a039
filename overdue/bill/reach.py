"""How far each line of a bill may go while something of the contract is not known, and where the bill goes beyond."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from overdue.accrual import Ledger
from overdue.bill.check import lines_of
from overdue.bill.model import LINES, PARTS, Bill
from overdue.model import ZERO


@dataclass(frozen=True, slots=True)
class Reach:
    """One line the bill gives, in yuan: what it says, and the least and the most that may be owed under it."""

    name: str
    low: Decimal
    high: Decimal
    theirs: Decimal

    @property
    def over(self) -> Decimal:
        """What is asked beyond the most that may be owed; nought where nothing is."""
        return max(ZERO, self.theirs - self.high)

    @property
    def open(self) -> bool:
        """Whether it can be told only once more is known: above the least, and not above the most."""
        return self.low < self.theirs <= self.high


def reaches(bill: Bill, lowest: Ledger, highest: Ledger) -> tuple[Reach, ...]:
    """The lines the bill gives between both ends of what is not known, and last its sum: its total, else its lines'.

    >>> from datetime import date
    >>> from overdue.accrual import accrue
    >>> from overdue.model import Instalment, Lender, Loan
    >>> def owed(rate):
    ...     due = [Instalment(due_on=date(2026, 2, 1), principal="1000")]
    ...     loan = Loan(lender=Lender.BANK, contract_on=date(2026, 1, 1), annual_rate=rate, instalments=due)
    ...     return accrue(loan, date(2026, 4, 2))
    >>> for one in reaches(Bill(principal="1100", penalty="40"), owed("0"), owed("0.24")):
    ...     print(one.name, one.low, one.high, one.over, one.open)
    principal 1000.00 1000.00 100.00 False
    penalty 0.00 60.00 0 True
    sum 1000.00 1060.00 80.00 False
    """
    low, high = (_amounts(bill, ledger) for ledger in (lowest, highest))
    found = [Reach(name, low[name], high[name], given) for name in PARTS if (given := bill.amount(name)) is not None]
    if bill.total is not None:
        return (*found, Reach("sum", low["total"], high["total"], bill.total))
    sums = (sum((getattr(one, end) for one in found), ZERO) for end in ("low", "high", "theirs"))
    return (*found, Reach("sum", *sums))


def _amounts(bill: Bill, ledger: Ledger) -> Mapping[str, Decimal]:
    return {line.name: line.ours for line in lines_of(bill, ledger) if line.name in LINES}
