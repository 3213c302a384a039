"""What a loan truly costs a year, by everything its contract plans and what was really paid out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from overdue.law import LAW
from overdue.model import ZERO, Citation, Loan, answering
from overdue.proposal.plan import Cash, YearlyCost, yearly_cost


@dataclass(frozen=True, slots=True)
class TrueCost:
    """In yuan: the contract's ``principal``, what was ``received`` and what was ``kept`` back.

    ``cost`` is the yearly cost from the contract day on, None where nothing is paid later.
    """

    principal: Decimal
    received: Decimal
    kept: Decimal
    cost: YearlyCost | None
    citations: tuple[Citation, ...]


@answering()
def true_cost(loan: Loan) -> TrueCost:
    """The yearly cost of a loan as planned: every instalment on its day against the sum really received.

    The loan must list every instalment of the contract, paid ones too. Interest taken off in advance
    is not principal (CC-13); a rate that is shown says whether it is simple or compound (PEN-8). Both
    are asked by no day. Raises ``OverdueError`` where no rate fits.

    >>> from datetime import date
    >>> from overdue.model import Instalment, Lender
    >>> loan = Loan(lender=Lender.BANK, contract_on=date(2025, 1, 1), annual_rate="0.18", received="900",
    ...     instalments=[Instalment(due_on=date(2025, 2, 1), principal="1000", interest="15")])
    >>> found = true_cost(loan)
    >>> found.kept, round(found.cost.simple, 4)
    (Decimal('100'), Decimal('1.5333'))
    """
    principal = sum((i.principal for i in loan.instalments), ZERO)
    received = principal if loan.received is None else loan.received
    plan = sorted(loan.instalments, key=lambda i: i.due_on)
    cash = [Cash(i.due_on, i.principal + i.interest + i.fee) for i in plan]
    return TrueCost(
        principal=principal,
        received=received,
        kept=max(ZERO, principal - received),
        cost=yearly_cost(received, cash, loan.contract_on),
        citations=LAW.cites(("CC-13", "PEN-8")),
    )
