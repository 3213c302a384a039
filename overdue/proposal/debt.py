"""What a proposal settles: the debt at the end of a day, by component, and what the contract still brings after it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from overdue.accrual import Cash, Ledger, accrue
from overdue.accrual.plan import called_in, still_to_come
from overdue.law import LAW
from overdue.model import Citation, Instalment, Loan, Order, OverdueError, Payment, covered, fen
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
class SettledDebt:
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


def debt_on(
    loan: Loan,
    on: date,
    payments: Sequence[Payment],
    order: Order,
    whole: bool = False,
    known: Callable[[date], Ledger] | None = None,
    due_by: date | None = None,
) -> SettledDebt:
    """The debt at the end of a day; ``whole`` takes in principal not yet due and interest earned to the day (CC-14).

    With ``due_by`` only what had fallen due by then is settled; what falls due after it runs on. It plays no part
    where the lender has called everything in. ``known`` gives the ledger of a day of this loan with these payments,
    where it is worked out already.
    """
    since = on
    if due_by is not None and due_by < on and loan.accelerated_on is None:
        since, held = due_by, tuple(i for i in loan.instalments if i.due_on <= due_by)
        if not held:
            raise OverdueError("proposal.nothing_owed", on=due_by)
        ledger = accrue(loan.model_copy(update={"instalments": held}), on, payments, order)
    else:
        ledger = accrue(loan, on, payments, order) if known is None else known(on)
    principal, interest = ledger.principal, ledger.interest
    early = _called_in(loan, on) if whole else None
    if early is not None:
        # A surplus is credit: it pays interest first, then principal, as the legal order does.
        ahead = {"interest": early.interest, "principal": early.principal}
        paid, _ = covered(ledger.surplus, ahead, ahead)
        interest += early.interest - paid["interest"]
        principal += early.principal - paid["principal"]
    return SettledDebt(
        on=on,
        principal=fen(principal),
        interest=interest,
        fees=ledger.fees - ledger.late_fees,
        late_fees=ledger.late_fees,
        penalty=ledger.penalty,
        compound=ledger.compound,
        runs_on=() if whole else tuple(Cash(*sum_) for sum_ in still_to_come(loan, since)),
        ledger=ledger,
        citations=ledger.citations + (LAW.cites(["CC-14"]) if early is not None else ()),
    )


def _called_in(loan: Loan, on: date) -> Instalment | None:
    """What is not yet due, as one sum due now; nothing if the lender has called it in already."""
    if loan.accelerated_on is not None and loan.accelerated_on <= on:
        return None
    return called_in(loan.model_copy(update={"accelerated_on": on}), on)
