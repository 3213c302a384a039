"""What a proposal settles: the debt at the end of a day, by component, and what the contract still brings after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from overdue.accrual import Cash, Ledger, accrue
from overdue.accrual.sweep import called_in, planned
from overdue.law import LAW
from overdue.model import ZERO, Citation, Instalment, Loan, Order, Payment, fen
from overdue.proposal.terms import Waiver

WAIVED_BY: Mapping[str, str] = {
    "principal": "principal",
    "interest": "interest",
    "fees": "interest",
    "penalty": "penalty",
    "compound": "penalty",
    "late_fees": "penalty",
}


@dataclass(frozen=True, slots=True)
class Debt:
    """The sums a proposal settles at the end of ``on``, in yuan; ``fees`` are without ``late_fees``.

    ``runs_on`` is what the contract still asks for afterwards, day by day, because the proposal leaves it alone.
    """

    on: date
    principal: Decimal
    interest: Decimal
    fees: Decimal
    late_fees: Decimal
    penalty: Decimal
    compound: Decimal
    runs_on: tuple[Cash, ...]
    ledger: Ledger
    citations: tuple[Citation, ...]

    @property
    def total(self) -> Decimal:
        """Everything that is settled."""
        return self.principal + self.interest + self.fees + self.late_fees + self.penalty + self.compound

    def waived(self, waiver: Waiver) -> dict[str, Decimal]:
        """What a waiver takes off each component, each rounded half up."""
        return {name: fen(getattr(self, name) * getattr(waiver, kind)) for name, kind in WAIVED_BY.items()}


def debt_on(loan: Loan, on: date, payments: Sequence[Payment], order: Order, whole: bool = False) -> Debt:
    """The debt at the end of a day; ``whole`` takes in principal not yet due and interest earned to the day (CC-14)."""
    ledger = accrue(loan, on, payments, order)
    principal, interest = ledger.principal, ledger.interest
    early = _called_in(loan, on) if whole else None
    if early is not None:
        # A surplus is credit: it pays interest first, then principal, as the legal order does.
        to_interest = min(ledger.surplus, early.interest)
        interest += early.interest - to_interest
        principal += max(ZERO, early.principal - (ledger.surplus - to_interest))
    return Debt(
        on=on,
        principal=fen(principal),
        interest=interest,
        fees=ledger.fees - ledger.late_fees,
        late_fees=ledger.late_fees,
        penalty=ledger.penalty,
        compound=ledger.compound,
        runs_on=() if whole else _runs_on(loan, on),
        ledger=ledger,
        citations=ledger.citations + (LAW.cites(["CC-14"]) if early is not None else ()),
    )


def _called_in(loan: Loan, on: date) -> Instalment | None:
    """What is not yet due, as one sum due now; nothing if the lender has called it in already."""
    if loan.accelerated_on is not None and loan.accelerated_on <= on:
        return None
    return called_in(loan.model_copy(update={"accelerated_on": on}), on)


def _runs_on(loan: Loan, on: date) -> tuple[Cash, ...]:
    called = loan.accelerated_on
    if called is None or called <= on:
        later = planned(loan, on)[1]
    else:
        rest = called_in(loan, called)
        later = [i for i in planned(loan, called)[0] if i.due_on > on] + ([rest] if rest else [])
    return tuple(Cash(i.due_on, fen(i.principal) + fen(i.interest) + fen(i.fee)) for i in later)
