"""How fast the arithmetic is, beside the libraries it is held against: ``make bench``.

Not a test: figures depend on the machine, the ratio of one run says more. Processor time, the best of
several rounds, ours and theirs in turn.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from time import process_time

import mortgagemath
import pyxirr

from overdue.accrual import accrue
from overdue.bill import check_bill
from overdue.casefile import read
from overdue.casefile.unknowns import case_band
from overdue.claims.flags import READER
from overdue.household import Debt, Household, compare_ways
from overdue.milestones.clocks import three_clocks
from overdue.model import Instalment, Lender, Loan, Payment, Penalty
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


# Without another library beside them: against one rerun of a page, of which each should be a small part.
RERUN = 0.05
HISTORY = Loan(
    lender=Lender.BANK,
    contract_on=date(2020, 12, 10),
    annual_rate="0.18",
    instalments=[
        Instalment(due_on=add_period(date(2021, 1, 10), months=n), principal="1000", interest="90") for n in range(36)
    ],
    penalty=Penalty(uplift="0.5", compound="interest"),
)
PAID = [Payment(paid_on=add_period(date(2021, 1, 25), months=n), amount="300") for n in range(36)]
FIVE_YEARS = date(2026, 1, 10)
UNKNOWN = dict.fromkeys(("rate", "uplift", "day_basis", "base", "compound"), "?") | {"lender": "unknown"}
NOT_KNOWN, _ = read({"story": "illness", **UNKNOWN}, date(2026, 6, 30))
BILLED, _ = read({"story": "job", "bill_total": "6999", "bill_principal": "6000"}, date(2026, 6, 30))
SCHEDULES = {
    rows: Loan(
        lender=Lender.BANK,
        contract_on=date(2005, 12, 10),
        annual_rate="0.06",
        instalments=[
            Instalment(due_on=add_period(date(2006, 1, 10), months=n), principal=str(900 + n), interest=str(500 - n))
            for n in range(rows)
        ],
    )
    for rows in (36, 120, 360)
}
SIXTY = [Payment(paid_on=add_period(date(2006, 1, 25), months=n), amount="700") for n in range(60)]
# One line alone, the raise not known, a fee for each late instalment: the least that a bill can tell readings apart by.
FINED = {rows: lent.model_copy(update={"penalty": Penalty(late_fee="5")}) for rows, lent in SCHEDULES.items()}
ADVERTS = READER.example.zh * (200_000 // len(READER.example.zh.encode()))
EIGHT = Household(
    debts=[
        Debt(
            key=f"lender {n}",
            loan=Loan(
                lender=Lender.PLATFORM,
                contract_on=date(2025, 3, 1),
                annual_rate=str(Decimal("0.12") + Decimal(n) / 100),
                instalments=[
                    Instalment(
                        due_on=add_period(date(2025, 5, 3 * n + 1), months=k), principal=600 + 100 * n, interest=60
                    )
                    for k in range(24 + n)
                ],
                penalty=Penalty(uplift="0.5", compound="interest" if n % 2 else "none"),
            ),
        )
        for n in range(8)
    ]
)
PAGES: dict[str, Work] = {
    "a ledger of 36 instalments and 36 payments over five years": lambda: accrue(HISTORY, FIVE_YEARS, PAID),
    "a band over six unknowns": lambda: case_band(NOT_KNOWN),
    "a bill against every reading": lambda: check_bill(BILLED.loan(), BILLED.bill() or {}, BILLED.as_of),
    **{
        f"a bill against every reading, {rows} instalments and 60 payments": partial(
            check_bill, lent, {"total": "123456.78"}, date(2036, 1, 20), SIXTY
        )
        for rows, lent in SCHEDULES.items()
    },
    **{
        f"its {line} alone, {rows} instalments and 60 payments": partial(
            check_bill, lent, {line: "12345.67"}, date(2036, 1, 20), SIXTY
        )
        for line in ("penalty", "fees")
        for rows, lent in FINED.items()
    },
    "the red-flag reader over 200 kB of adverts": lambda: READER.read(ADVERTS),
    "eight debts divided in every way over ten years": partial(compare_ways, EIGHT, date(2026, 6, 30), "3000"),
    "three clocks": lambda: three_clocks(BILLED.loan(), BILLED.as_of),
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
    sys.stdout.write(f"\n{'':66}{'overdue':>12}{'of a rerun':>12}\n")
    for name, work in PAGES.items():
        mine = min(cost(work) for _ in range(ROUNDS if work.__class__ is not partial else 2))
        sys.stdout.write(f"{name:66}{mine * 1e3:9.1f} ms{mine / RERUN:12.0%}\n")


if __name__ == "__main__":
    main()
