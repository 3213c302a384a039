"""Whether a proposal fits a budget: the share it takes, the first month that runs short, the incomes it can miss."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from overdue.model import ZERO, Citation, Frozen, Yuan
from overdue.periods import add_period
from overdue.proposal.settlement import Settlement


class Budget(Frozen):
    """What a month leaves, in yuan: income, needs, payments on other debts; and savings on the day of agreement."""

    income: Yuan
    needs: Yuan
    other_debt: Yuan
    savings: Yuan = ZERO


@dataclass(frozen=True, slots=True)
class Affordability:
    """A proposal beside a budget, in yuan.

    ``free`` is what a month leaves, ``largest`` the largest monthly payment, ``share`` the one divided by the
    other (None where nothing is left). ``first_short_month`` is the first day of the month in which savings
    and free income together fall short, ``missing`` by how much that month; None and 0 where none does.
    ``misses_survived`` is the most consecutive months without income, from the first payment on. It uses no law.
    """

    free: Decimal
    largest: Decimal
    share: Decimal | None
    first_short_month: date | None
    missing: Decimal
    misses_survived: int
    citations: tuple[Citation, ...] = ()


def afford(settlement: Settlement, budget: Budget, without_income: int = 0) -> Affordability:
    """Hold a proposal against a budget, calendar month by calendar month.

    Savings are those of the day of agreement. A month's free income counts from the month after it, or in
    that month already if something is paid in it; what the contract asks for besides is paid too.
    ``without_income`` months, from the first payment on, bring no income while needs and other debts go on.
    A proposal that runs short anyway survives no missed income; one that never does survives as many as it
    has months.

    >>> from overdue.model import Instalment, Loan
    >>> from overdue.proposal import LumpSum, settle
    >>> loan = Loan(lender=None, contract_on=date(2026, 1, 1), annual_rate="0",
    ...     instalments=[Instalment(due_on=date(2026, 2, 1), principal="1000")])
    >>> once = settle(loan, LumpSum(pay_on=date(2026, 6, 30)), date(2026, 6, 30))
    >>> fits = afford(once, Budget(income="5000", needs="3500", other_debt="0", savings="0"))
    >>> round(fits.share, 4), fits.first_short_month
    (Decimal('0.6667'), None)
    """
    free = budget.income - budget.needs - budget.other_debt
    largest = max((row.payment for row in settlement.schedule.rows), default=ZERO)
    spent = _spent(settlement)
    short, missing = _first_short(spent, _first_month(settlement), budget, without_income)
    return Affordability(
        free=free,
        largest=largest,
        share=largest / free if free > 0 else None,
        first_short_month=short,
        missing=missing,
        misses_survived=_misses(spent, _first_month(settlement), budget),
    )


def _spent(settlement: Settlement) -> dict[date, Decimal]:
    """What is paid in each month from the first that counts to the last, months without a payment too."""
    paid: dict[date, Decimal] = {}
    for day, amount in (*settlement.cash, *settlement.runs_on):
        paid[day.replace(day=1)] = paid.get(day.replace(day=1), ZERO) + amount
    start = settlement.as_of.replace(day=1)
    first = start if start in paid else add_period(start, months=1)
    return {month: paid.get(month, ZERO) for month in _months(first, max(paid, default=first))}


def _months(first: date, last: date) -> Iterator[date]:
    month = first
    while month <= last:
        yield month
        month = add_period(month, months=1)


def _first_month(settlement: Settlement) -> date:
    return min((payment.paid_on for payment in settlement.cash), default=settlement.debt.on).replace(day=1)


def _first_short(
    spent: dict[date, Decimal], first: date, budget: Budget, without_income: int
) -> tuple[date | None, Decimal]:
    """The first month that ends below zero, and by how much."""
    left, back = budget.savings, add_period(first, months=without_income)
    for month, amount in spent.items():
        income = ZERO if first <= month < back else budget.income
        left += income - budget.needs - budget.other_debt - amount
        if left < 0:
            return month, -left
    return None, ZERO


def _misses(spent: dict[date, Decimal], first: date, budget: Budget) -> int:
    """The most months without income that leave no month short; found by halving, for more misses never help."""
    low, high = 0, sum(1 for month in spent if month >= first)
    while low < high:
        middle = (low + high + 1) // 2
        if _first_short(spent, first, budget, middle)[0] is None:
            low = middle
        else:
            high = middle - 1
    return low
