"""Whether a proposal fits a budget: the share it takes, the first month that runs short, the incomes it can miss."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from overdue.accrual import Cash, Ledger
from overdue.model import ZERO, Citation, Frozen, Loan, Yuan, exact, fen
from overdue.periods import add_period
from overdue.proposal.settlement import Settlement


class Budget(Frozen):
    """What a month leaves, in yuan: income, needs, payments on other debts; and savings on the day of agreement."""

    income: Yuan
    needs: Yuan
    other_debt: Yuan
    savings: Yuan = ZERO

    @property
    def free(self) -> Decimal:
        """What a month leaves; below zero where needs and other debts take more than comes in."""
        return self.income - self.needs - self.other_debt


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


@dataclass(frozen=True, slots=True)
class Month:
    """One calendar month under a proposal, in yuan; ``first`` is its first day.

    ``free`` is what the month brings (less than nothing where it takes from savings), ``offer`` what the proposal
    asks for, ``contract`` what the old contract asks for beside it, ``left`` what is there at its end, savings and
    all; below zero it is short.
    """

    first: date
    free: Decimal
    offer: Decimal
    contract: Decimal
    left: Decimal


class Asked(NamedTuple):
    """What a debt asks for, in yuan: ``monthly``, an instalment each month, or ``once``, a single sum that is due."""

    monthly: Decimal
    once: Decimal


def asked(loan: Loan, ledger: Ledger, agreed: Decimal | None = None) -> Asked:
    """What a debt asks for on the day of its ledger: the largest instalment that is unpaid or still to come.

    A loan of one instalment, or one called in, asks for all that is due at once. ``agreed`` is a monthly sum the
    lender has named: it stands in for either. It uses no law.

    >>> from overdue.accrual import accrue
    >>> from overdue.model import Instalment
    >>> loan = Loan(lender=None, contract_on=date(2026, 1, 1), annual_rate="0", instalments=[
    ...     Instalment(due_on=date(2026, month, 1), principal="500", interest="15") for month in (2, 3)])
    >>> asked(loan, accrue(loan, date(2026, 2, 20))).monthly
    Decimal('515.00')
    """
    if ledger.total + ledger.not_due <= ledger.surplus:
        return Asked(ZERO, ZERO)
    if agreed:
        return Asked(agreed, ZERO)
    called = loan.accelerated_on is not None and loan.accelerated_on <= ledger.until
    if called or len(loan.instalments) == 1:
        return Asked(ZERO, ledger.total)
    paid = {one.due_on for one in ledger.instalments if not one.total}
    left = (fen(one.total) for one in loan.instalments if one.due_on not in paid)
    return Asked(max(left, default=ZERO), ZERO)


def afford(settlement: Settlement, budget: Budget, without_income: int = 0) -> Affordability:
    """Hold a proposal against a budget, calendar month by calendar month.

    Savings are those of the day of agreement, and its month counts by the days left in it. What the contract
    asks for besides is paid too. ``without_income`` months, from the first payment on, bring no income while
    needs and other debts go on. A proposal that runs short anyway survives no missed income; one that never
    does survives as many as it has months.

    >>> from overdue.model import Instalment, Loan
    >>> from overdue.proposal import LumpSum, settle
    >>> loan = Loan(lender=None, contract_on=date(2026, 1, 1), annual_rate="0",
    ...     instalments=[Instalment(due_on=date(2026, 2, 1), principal="1000")])
    >>> once = settle(loan, LumpSum(pay_on=date(2026, 7, 31)), date(2026, 6, 30))
    >>> fits = afford(once, Budget(income="5000", needs="3500", other_debt="0", savings="0"))
    >>> round(fits.share, 4), fits.first_short_month
    (Decimal('0.6667'), None)
    """
    largest = max((row.payment for row in settlement.schedule.rows), default=ZERO)
    short = next((month for month in burden(settlement, budget, without_income) if month.left < 0), None)
    return Affordability(
        free=budget.free,
        largest=largest,
        share=largest / budget.free if budget.free > 0 else None,
        first_short_month=short.first if short else None,
        missing=-short.left if short else ZERO,
        misses_survived=_misses(settlement, budget),
    )


@exact
def burden(settlement: Settlement, budget: Budget, without_income: int = 0) -> tuple[Month, ...]:
    """Every calendar month from the agreement to the last payment; otherwise as ``afford``.

    >>> from overdue.model import Instalment, Loan
    >>> from overdue.proposal import LumpSum, settle
    >>> loan = Loan(lender=None, contract_on=date(2026, 1, 1), annual_rate="0",
    ...     instalments=[Instalment(due_on=date(2026, 2, 1), principal="1000")])
    >>> once = settle(loan, LumpSum(pay_on=date(2026, 7, 31)), date(2026, 6, 20))
    >>> [(month.first.month, month.free, month.left) for month in burden(once, Budget(
    ...     income="3000", needs="2400", other_debt="0"))]
    [(6, Decimal('200.00'), Decimal('200.00')), (7, Decimal('600.00'), Decimal('-200.00'))]
    """
    offer, contract = _by_month(settlement.cash), _by_month(settlement.runs_on)
    agreed = settlement.as_of.replace(day=1)
    dry, left, rows = _dry(settlement, without_income), budget.savings, []
    for month in _months(agreed, max([agreed, *offer, *contract])):
        income = ZERO if month in dry else budget.income
        free = fen((income - budget.needs - budget.other_debt) * _part(month, settlement.as_of)) + ZERO  # never -0
        paid, besides = offer.get(month, ZERO), contract.get(month, ZERO)
        left += free - paid - besides
        rows.append(Month(month, free, paid, besides, left))
    return tuple(rows)


def _by_month(cash: tuple[Cash, ...]) -> dict[date, Decimal]:
    paid: dict[date, Decimal] = {}
    for day, amount in cash:
        paid[day.replace(day=1)] = paid.get(day.replace(day=1), ZERO) + amount
    return paid


def _part(month: date, agreed_on: date) -> Decimal:
    """The part of a month that still counts: the days left after the agreement, else all of it."""
    days = monthrange(month.year, month.month)[1]
    return Decimal(days - agreed_on.day) / days if month == agreed_on.replace(day=1) else Decimal(1)


def _months(first: date, last: date) -> Iterator[date]:
    month = first
    while month <= last:
        yield month
        month = add_period(month, months=1)


def _dry(settlement: Settlement, without_income: int) -> set[date]:
    """The months without income, from that of the first payment on."""
    first = min((payment.paid_on for payment in settlement.cash), default=settlement.debt.on).replace(day=1)
    return {add_period(first, months=number) for number in range(without_income)}


def _misses(settlement: Settlement, budget: Budget) -> int:
    """The most months without income that leave no month short; found by halving, for more misses never help."""
    first = min((payment.paid_on for payment in settlement.cash), default=settlement.debt.on).replace(day=1)
    low, high = 0, sum(1 for month in burden(settlement, budget) if month.first >= first)
    while low < high:
        middle = (low + high + 1) // 2
        if all(month.left >= 0 for month in burden(settlement, budget, middle)):
            low = middle
        else:
            high = middle - 1
    return low
