"""How fast proposals are worked out, against what one rerun can spare: ``make bench``.

Not a test: figures depend on the machine. Processor time, the best of several rounds, beside pyxirr for the
yearly cost; the budgets are those of a page that redraws in a tenth of a second.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date

import pyxirr

from overdue.accrual import yearly_cost
from overdue.model import Instalment, Lender, Loan
from overdue.periods import add_period
from overdue.proposal import (
    Budget,
    InstalmentPlan,
    LumpSum,
    Wait,
    Waiver,
    break_even_curve,
    compare,
    equal_plan_rate,
    settle,
)
from tests.bench import cost

ROUNDS = 7
TODAY = date(2026, 6, 30)
LOAN = Loan(
    lender=Lender.PLATFORM,
    contract_on=date(2025, 9, 10),
    annual_rate="0.18",
    instalments=[
        Instalment(due_on=add_period(date(2026, 1, 10), months=n), principal="1000", interest="90") for n in range(12)
    ],
)
LUMP = LumpSum(pay_on=TODAY, waive=Waiver(penalty="0.5"))
LONG = InstalmentPlan(first_on=date(2026, 8, 3), months=60, annual_rate="0.072")
OFFERS = [LUMP, LONG, LumpSum(pay_on=date(2026, 9, 1)), LONG.model_copy(update={"method": "flat_fee"})]
ONCE, LATER = settle(LOAN, LUMP, TODAY), settle(LOAN, LONG, TODAY)
DAYS = [add_period(TODAY, months=n) for n in range(13)]
DUE = LATER.debt.total - LATER.waived
FLOWS = [(TODAY, DUE), *((day, -amount) for day, amount in LATER.cash)]
MEANS = Budget(income="6000", needs="4000", other_debt="500", savings="3000")

# What is measured, and the milliseconds it may take.
TASKS: dict[str, tuple[Callable[[], object], float]] = {
    "yearly cost of 60 dated payments": (lambda: yearly_cost(DUE, LATER.cash, TODAY), 1.0),
    "the same by pyxirr": (lambda: pyxirr.xirr(FLOWS), 1.0),
    "a plan of 60 payments settled": (lambda: settle(LOAN, LONG, TODAY), 10.0),
    "what if the 30th payment is missed": (lambda: LATER.if_broken(after=29), 15.0),
    "four proposals and waiting compared": (lambda: compare(LOAN, [*OFFERS, Wait(until=DAYS[-1])], TODAY, MEANS), 40.0),
    "break-even over thirteen months": (lambda: break_even_curve(LATER, DAYS), 30.0),
    "the rate the plan would have to carry": (lambda: equal_plan_rate(ONCE, LATER), 40.0),
}


def main() -> None:
    """Measure every task and write a table beside its budget."""
    for name, (work, budget) in TASKS.items():
        best = min(cost(work) for _ in range(ROUNDS)) * 1000
        sys.stdout.write(f"{name:42}{best:10.3f} ms of {budget:6.1f}\n")


if __name__ == "__main__":
    main()
