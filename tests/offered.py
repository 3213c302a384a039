"""The debts that tests of proposals begin with."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from overdue import Lender, Loan
from overdue.proposal import Waiver
from tests.cases import loan

TODAY = date(2026, 6, 30)
NEXT = date(2026, 7, 30)
HALF = Waiver(penalty=Decimal("0.5"))


def job(later: int = 0, **changes: object) -> Loan:
    """Three instalments of 1,000 + 90 missed at 18 %: 317.25 of penalty, 3,587.25 in all, on 30 June 2026."""
    months = [*(date(2026, m, 10) for m in (1, 2, 3)), *(date(2026, 6 + n, 10) for n in range(1, later + 1))]
    instalments = [{"due_on": day, "principal": "1000", "interest": "90"} for day in months]
    return loan(**{"instalments": instalments} | changes)


def plain(debt: str, due_on: date = TODAY, **changes: object) -> Loan:
    """A debt that has fallen due today, so that it is known to the fen."""
    only = {"instalments": [{"due_on": due_on, "principal": debt}], "contract_on": date(2026, 1, 1)}
    return Loan.model_validate({"lender": Lender.BANK, "annual_rate": "0.18"} | only | changes)


def cents(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)
