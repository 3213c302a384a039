"""How fast the arithmetic is, beside the libraries it is held against: ``make bench``.

Not a test: figures depend on the machine, the ratio of one run says more. Processor time, the best of
several rounds, ours and theirs in turn.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from time import process_time

import mortgagemath
import pyxirr

from overdue.periods import add_period
from overdue.rates import dated_rate, flat_fee_plan, level_payment, periodic_rate

ROUNDS, SECONDS = 9, 0.05
START = date(2026, 3, 1)
DEBT, RATE = Decimal("1000000"), Decimal("0.0613")
INSTALMENT = level_payment(DEBT, RATE, 60).rows[0].payment
FLOWS = [(START, DEBT)] + [(add_period(START, months=number), -INSTALMENT) for number in range(1, 61)]
FLAT = flat_fee_plan("12000", 12, "0.006")
FLAT_FLOWS = [float(FLAT.received), *(-float(payment) for payment in FLAT.payments)]

Work = Callable[[], object]
TASKS: dict[str, tuple[Work, str, Work]] = {
    "360 rows of level payment": (
        lambda: level_payment(DEBT, RATE, 360),
        "mortgagemath",
        lambda: mortgagemath.amortization_schedule(
            mortgagemath.LoanParams(principal=DEBT, annual_rate=RATE * 100, term_months=360)
        ),
    ),
    "yearly rate of 61 dated flows": (lambda: dated_rate(FLOWS), "pyxirr", lambda: pyxirr.xirr(FLOWS)),
    "monthly rate of 12 payments": (
        lambda: periodic_rate(FLAT.received, FLAT.payments),
        "pyxirr",
        lambda: pyxirr.irr(FLAT_FLOWS),
    ),
}


def cost(work: Work) -> float:
    """Seconds of processor time for one call, over a span long enough to measure."""
    calls, start = 0, process_time()
    while (spent := process_time() - start) < SECONDS:
        work()
        calls += 1
    return spent / calls


def main() -> None:
    """Measure every task and write a table."""
    sys.stdout.write(f"{'':32}{'overdue':>12}{'other':>12}{'ratio':>8}\n")
    for name, (ours, other, theirs) in TASKS.items():
        rounds = [(cost(ours), cost(theirs)) for _ in range(ROUNDS)]
        mine, yours = (min(times) for times in zip(*rounds, strict=True))
        sys.stdout.write(f"{name:32}{mine * 1e6:9.0f} µs{yours * 1e6:9.0f} µs{mine / yours:8.2f}  {other}\n")


if __name__ == "__main__":
    main()
