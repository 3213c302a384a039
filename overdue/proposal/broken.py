"""What is owed when a payment of a proposal does not come."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from overdue.accrual import COMPONENTS, Cash, GivenUp, Ledger, accrue
from overdue.law import LAW
from overdue.model import ZERO, Citation, Loan, Order, OverdueError, Payment, exact, fen
from overdue.proposal.debt import SettledDebt
from overdue.proposal.offers import Offer
from overdue.rates import Schedule

NAMES = {"fees": "fee", "late_fees": "late_fee"}


@dataclass(frozen=True, slots=True)
class Broken:
    """What is owed at the end of the day on which payment number ``missed`` should have come, in yuan.

    ``paid`` was paid under the proposal until then, ``balance`` is what the proposal itself still asked for;
    ``contract_due`` is the part of ``total`` that fell due under the contract after the agreement; ``not_due``
    stands beside ``total``: what the contract asks for later, less what was paid in advance.
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
    not_due: Decimal
    ledger: Ledger | None
    citations: tuple[Citation, ...]

    @property
    def total(self) -> Decimal:
        """Everything due that day."""
        return self.principal + self.interest + self.fees + self.penalty + self.compound

    @property
    def altogether(self) -> Decimal:
        """What is owed that day and what is not yet due."""
        return self.total + self.not_due


@dataclass(frozen=True, slots=True)
class Fallback:
    """What a broken proposal falls back on: the loan, what was paid before, the debt settled, what was agreed."""

    loan: Loan
    payments: tuple[Payment, ...]
    order: Order
    offer: Offer
    debt: SettledDebt
    schedule: Schedule
    down: tuple[Cash, ...]


@exact
def broken(terms: Fallback, after: int) -> Broken:
    """What is owed when ``after`` payments came on time and the next one does not.

    The old contract's ledger with those payments; sums that do not revive stay off from the day of agreement,
    so that what grows again grows on what was left. Where penalty does not resume, the balance of the plan, with
    the waived sums if they revive.
    """
    rows, offer = terms.schedule.rows, terms.offer
    if not 0 <= after < len(rows):
        raise OverdueError("proposal.no_such_payment", after=after, payments=len(rows))
    on = rows[after].due_on or terms.debt.on
    paid = terms.down + tuple(Cash(row.due_on or on, row.payment) for row in rows[:after])
    balance = rows[after - 1].balance if after else terms.schedule.received
    ledger = _resumed(terms, on, paid) if offer.resumes else None
    if ledger is not None:
        owed = {name: getattr(ledger, name) for name in COMPONENTS}
    else:
        waived = _waived(terms.debt, offer)
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
        not_due=max(fen(ZERO), ledger.not_due - ledger.surplus) if ledger else fen(ZERO),
        ledger=ledger,
        citations=LAW.cites(["CC-17"]) + (ledger.citations if ledger else ()),
    )


def _resumed(terms: Fallback, on: date, paid: tuple[Cash, ...]) -> Ledger:
    """The old contract's ledger with what was paid under the plan, without what stays waived."""
    if terms.offer.revives:
        given = (Payment(paid_on=day, amount=amount) for day, amount in paid if amount)
        return accrue(terms.loan, on, (*terms.payments, *given), terms.order)
    agreed = terms.debt.on
    given = (Payment(paid_on=day, amount=amount) for day, amount in paid[len(terms.down) :] if amount)
    amounts = {NAMES.get(name, name): amount for name, amount in terms.debt.waived(terms.offer.waiver).items()}
    forgone = GivenUp(agreed, amounts, sum((amount for _, amount in terms.down), fen(ZERO)))
    before = [payment for payment in terms.payments if payment.paid_on <= on]
    return accrue(terms.loan, on, (*before, *given), terms.order, forgone)


def _waived(debt: SettledDebt, offer: Offer) -> dict[str, Decimal]:
    """The waived sums under the names of a ledger."""
    waived = dict.fromkeys(COMPONENTS, fen(ZERO))
    for name, amount in debt.waived(offer.waiver).items():
        waived["fees" if name == "late_fees" else name] += amount
    return waived
