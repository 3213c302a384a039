"""What is owed when a payment of a proposal does not come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from overdue.accrual import Ledger, accrue
from overdue.law import LAW
from overdue.model import ZERO, Citation, Loan, Order, OverdueError, Payment, exact, fen
from overdue.proposal.debt import Debt
from overdue.proposal.offers import Offer
from overdue.proposal.plan import Cash
from overdue.rates import Schedule

COMPONENTS = ("principal", "interest", "fees", "penalty", "compound")


@dataclass(frozen=True, slots=True)
class Broken:
    """What is owed at the end of the day on which payment number ``missed`` should have come, in yuan.

    ``paid`` was paid under the proposal until then, ``balance`` is what the proposal itself still asked for;
    ``contract_due`` is the part of ``total`` that fell due under the contract after the agreement.
    ``ledger`` is the old contract's, None where the terms do not bring it back.
    """

    on: date
    missed: int
    paid: Decimal
    balance: Decimal
    principal: Decimal
    interest: Decimal
    fees: Decimal
    penalty: Decimal
    compound: Decimal
    contract_due: Decimal
    ledger: Ledger | None
    citations: tuple[Citation, ...]

    @property
    def not_due(self) -> Decimal:
        """What the contract still asks for after that day; nothing where it does not come back."""
        return self.ledger.not_due if self.ledger else fen(ZERO)

    @property
    def total(self) -> Decimal:
        """Everything due that day."""
        return self.principal + self.interest + self.fees + self.penalty + self.compound


@dataclass(frozen=True, slots=True)
class Terms:
    """What a broken proposal falls back on: the loan, what was paid before, the debt settled, what was agreed."""

    loan: Loan
    payments: tuple[Payment, ...]
    order: Order
    offer: Offer
    debt: Debt
    schedule: Schedule
    down: tuple[Cash, ...]


@exact
def broken(terms: Terms, after: int) -> Broken:
    """What is owed when ``after`` payments came on time and the next one does not.

    The old contract's ledger with those payments, less the waived sums if they do not revive; or, where
    its penalty does not resume, the balance of the plan with the waived sums if they do.
    """
    rows, offer = terms.schedule.rows, terms.offer
    if not 0 <= after < len(rows):
        raise OverdueError("proposal.no_such_payment", after=after, payments=len(rows))
    on = rows[after].due_on or terms.debt.on
    paid = terms.down + tuple(Cash(row.due_on or on, row.payment) for row in rows[:after])
    balance = rows[after - 1].balance if after else terms.schedule.received
    waived = _waived(terms.debt, offer)
    if offer.resumes:
        given = (Payment(paid_on=day, amount=amount) for day, amount in paid if amount)
        ledger: Ledger | None = accrue(terms.loan, on, (*terms.payments, *given), terms.order)
        owed = {name: getattr(ledger, name) for name in COMPONENTS}
        if not offer.revives:
            owed = _less(owed, waived)
    else:
        ledger = None
        owed = {name: waived[name] if offer.revives else fen(ZERO) for name in COMPONENTS}
        owed["principal"] += balance
    since = [amount for day, amount in terms.debt.runs_on if day <= on]
    return Broken(
        on=on,
        missed=after + 1,
        paid=sum((amount for _, amount in paid), fen(ZERO)),
        balance=balance,
        **owed,
        contract_due=sum(since, fen(ZERO)) if ledger else fen(ZERO),
        ledger=ledger,
        citations=LAW.cites(["CC-17"]) + (ledger.citations if ledger else ()),
    )


def _waived(debt: Debt, offer: Offer) -> dict[str, Decimal]:
    """The waived sums under the names of a ledger."""
    waived = dict.fromkeys(COMPONENTS, fen(ZERO))
    for name, amount in debt.waived(offer.waiver).items():
        waived["fees" if name == "late_fees" else name] += amount
    return waived


def _less(owed: dict[str, Decimal], waived: dict[str, Decimal]) -> dict[str, Decimal]:
    """Take waived sums off; where payments have met a component already, off the others, principal last."""
    left = {name: max(ZERO, owed[name] - waived[name]) for name in COMPONENTS}
    rest = sum(waived.values()) - sum(owed.values()) + sum(left.values())
    for name in reversed(COMPONENTS):
        taken = min(rest, left[name])
        left[name], rest = left[name] - taken, rest - taken
    return left
