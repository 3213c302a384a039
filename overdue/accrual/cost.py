"""What a loan or a plan truly costs a year, by what is paid when and what was really paid out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from overdue.law import LAW
from overdue.model import ZERO, Citation, Loan, answering, exact
from overdue.periods import add_period
from overdue.rates import dated_rate, periodic_rate, yearly_rate


class Cash(NamedTuple):
    """Money to be paid on a day, in yuan."""

    paid_on: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class YearlyCost:
    """What a plan costs a year, as ratios: ``simple`` is twelve times the monthly rate, ``compound`` effective."""

    simple: Decimal
    compound: Decimal
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class TrueCost:
    """In yuan: the ``principal`` listed, what was ``received`` and what was ``kept`` back.

    ``cost`` is the yearly cost from the contract day on, None where nothing is paid later.
    """

    principal: Decimal
    received: Decimal
    kept: Decimal
    cost: YearlyCost | None
    citations: tuple[Citation, ...]


@answering()
def true_cost(loan: Loan) -> TrueCost:
    """The yearly cost of a loan as planned: every instalment on its day against the sum really received.

    It is that of the instalments listed, paid ones too: each one left out would make it dearer where ``received`` is
    given. Interest taken off in advance is not principal (CC-13); a rate that is shown says whether it is simple or
    compound (PEN-8). Both are asked by no day. Raises ``OverdueError`` where no rate fits.

    >>> from datetime import date
    >>> from overdue.model import Instalment, Lender
    >>> loan = Loan(lender=Lender.BANK, contract_on=date(2025, 1, 1), annual_rate="0.18", received="900",
    ...     instalments=[Instalment(due_on=date(2025, 2, 1), principal="1000", interest="15")])
    >>> found = true_cost(loan)
    >>> found.kept, round(found.cost.simple, 4)
    (Decimal('100'), Decimal('1.5333'))
    """
    principal = sum((i.principal for i in loan.instalments), ZERO)
    received = principal if loan.received is None else loan.received
    plan = sorted(loan.instalments, key=lambda i: i.due_on)
    cash = [Cash(i.due_on, i.total) for i in plan]
    return TrueCost(
        principal=principal,
        received=received,
        kept=max(ZERO, principal - received),
        cost=yearly_cost(received, cash, loan.contract_on),
        citations=LAW.cites(("CC-13", "PEN-8")),
    )


def yearly_cost(settled: Decimal, cash: Sequence[Cash], agreed_on: date) -> YearlyCost | None:
    """The rate at which the plan's cash is worth the debt after waiver; None where nothing is paid later.

    Counted in months where every payment falls on a corresponding day of the agreement, else in actual days / 365.
    Rule: PEN-8 (a rate that is shown says whether it is simple or compound).
    """
    later = [payment for payment in cash if payment.paid_on > agreed_on]
    received = settled - sum((payment.amount for payment in cash if payment.paid_on <= agreed_on), ZERO)
    if not later or received <= 0:
        return None
    by_month = _by_month(later, agreed_on)
    if by_month is not None:
        rate = periodic_rate(received, by_month)
        simple, compound = yearly_rate(rate, compound=False), yearly_rate(rate)
    else:
        compound = dated_rate([(agreed_on, received), *((day, -amount) for day, amount in later)])
        simple = _monthly(compound)
    return YearlyCost(simple, compound, LAW.cites(["PEN-8"]))


def _by_month(later: Sequence[Cash], agreed_on: date) -> list[Decimal] | None:
    """The payments by month after the agreement, or None where one falls on no corresponding day."""
    paid: dict[int, Decimal] = {}
    first = min(payment.paid_on for payment in later)
    before = _months(agreed_on, first)
    for day, amount in later:
        gap = _months(agreed_on, day)
        if day.day != first.day and day not in (_at(agreed_on, gap), _at(first, gap - before)):
            return None
        paid[gap] = paid.get(gap, ZERO) + amount
    if before < 1 or first != add_period(agreed_on, months=before):
        return None
    return [paid.get(gap, ZERO) for gap in range(1, max(paid) + 1)]


def _at(start: date, months: int) -> date:
    return add_period(start, months=months)


def _months(start: date, day: date) -> int:
    return (day.year - start.year) * 12 + day.month - start.month


@exact
def _monthly(compound: Decimal) -> Decimal:
    return round(12 * ((1 + compound) ** (Decimal(1) / 12) - 1), 14)
