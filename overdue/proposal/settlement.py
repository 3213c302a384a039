"""One proposal settled: what is paid when, what is waived, when it is over, and what if a payment is missed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pydantic import TypeAdapter

from overdue.accrual import Cash, Ledger, YearlyCost
from overdue.accrual.plan import still_to_come
from overdue.credit import Retention
from overdue.given import a_day, a_loan, all_paid, an_order
from overdue.law import LAW
from overdue.model import LEGAL_ORDER, ZERO, Citation, Loan, Order, OverdueError, Payment, Ratio, fen
from overdue.proposal.broken import Broken, Fallback, broken
from overdue.proposal.debt import SettledDebt, debt_on
from overdue.proposal.offers import Offer
from overdue.proposal.terms import PayoffReading
from overdue.rates import Schedule, net_present_value

RATIO: TypeAdapter[Decimal] = TypeAdapter(Ratio)


@dataclass(frozen=True, slots=True)
class Settlement:
    """A proposal worked out on a loan; amounts in yuan, rates as ratios.

    ``debt`` is fixed on its own day, ``waived`` comes off it. ``schedule`` holds the payments after a
    down payment, ``cash`` everything the proposal asks for, ``runs_on`` what the contract asks for besides.
    ``present_value`` is what ``cash`` is worth on ``as_of``. ``yearly_cost`` is None for a single sum.
    """

    loan: Loan
    offer: Offer
    as_of: date
    payments: tuple[Payment, ...]
    order: Order
    discount_rate: Decimal
    debt: SettledDebt
    waived: Decimal
    schedule: Schedule
    cash: tuple[Cash, ...]
    debt_free_on: date
    record: Retention
    yearly_cost: YearlyCost | None
    present_value: Decimal
    citations: tuple[Citation, ...]

    @property
    def total(self) -> Decimal:
        """All that the proposal asks for."""
        return sum((payment.amount for payment in self.cash), fen(ZERO))

    @property
    def down(self) -> tuple[Cash, ...]:
        """What is paid on the day of agreement, before the schedule."""
        return self.cash[: len(self.cash) - len(self.schedule.rows)]

    @property
    def bears(self) -> bool:
        """Whether any payment holds interest or a fee of the offer's own."""
        return any(row.interest or row.fee for row in self.schedule.rows)

    @property
    def runs_on(self) -> tuple[Cash, ...]:
        """What the contract still asks for, because the proposal leaves it alone."""
        return self.debt.runs_on

    @property
    def falls_due(self) -> tuple[Cash, ...]:
        """What falls due under the contract after the agreement, up to the day the debt is fixed on."""
        coming = (Cash(*sum_) for sum_ in still_to_come(self.loan, self.as_of))
        return tuple(cash for cash in coming if cash.paid_on <= self.debt.on and cash.amount)

    @property
    def altogether(self) -> Decimal:
        """The proposal and what the contract still asks for: what makes proposals comparable."""
        return self.total + sum((payment.amount for payment in self.runs_on), ZERO)

    @property
    def last_paid_on(self) -> date:
        """The day of the proposal's last payment; the day it is settled if there is nothing to pay."""
        return max((payment.paid_on for payment in self.cash), default=self.debt.on)

    @property
    def record_removed_from(self) -> date | None:
        """The first day on which the record must be gone."""
        return self.record.removed_from

    @property
    def cost(self) -> Decimal:
        """What is paid beyond the debt after waiver: interest and fees of a plan."""
        return self.total - (self.debt.total - self.waived)

    def if_broken(self, after: int) -> Broken:
        """What is owed when ``after`` payments came on time and the next one does not.

        The ledger of the old contract on that day with those payments; or, as the plan's terms say,
        without the sums waived (``waiver_revives`` false), without the contract's growth since the
        agreement (``penalty_resumes`` false), or the plan's balance where neither comes back. Where
        only the penalty comes back, the waived sums come off the ledger. Rules: CC-17 (the terms
        decide) and those of ``accrue``. Raises ``OverdueError`` where the proposal has no such payment.
        """
        return broken(
            Fallback(self.loan, self.payments, self.order, self.offer, self.debt, self.schedule, self.down), after
        )


def settle(
    loan: Loan,
    offer: Offer,
    as_of: date,
    payments: Iterable[Payment] = (),
    discount_rate: Decimal | str = "0",
    order: Order = LEGAL_ORDER,
    reading: PayoffReading = "last_payment",
    known: Callable[[date], Ledger] | None = None,
    at_least: bool = False,
) -> Settlement:
    """Work out one proposal on a loan; ``as_of`` is the day of agreement, ``discount_rate`` an effective yearly ratio.

    A lump sum is the debt at the end of its day, less its waiver, or its whole amount; a plan is the debt
    at the end of ``as_of``, less waiver and down payment, at the plan's own rate: contract interest and
    penalty stop. Waiting pays the full sum later. Waived sums are rounded for each component. Unless the
    proposal takes in the whole loan, the contract runs on beside it. The record's clock starts at the last
    payment (CR-4 for a plan, CR-5 where the contract runs on: readings; ``reading="agreement"`` shows
    the other one for a plan). ``known`` gives the ledger of a day where it is worked out already; ``at_least`` says
    that the loan is the lowest reading of one not wholly known, so that a whole figure may be more than it owes.
    Law is asked for the days of ``accrue`` and ``retention``; rules CC-14, CC-17, CR-2 to CR-5, PEN-8, PLAN-1,
    PLAN-2, RPT-4.
    Raises ``OverdueError`` where nothing is owed, for a day before ``as_of`` or after the offer lapsed,
    for more than is owed, and for a plan longer than ``PLAN-1`` allows anywhere.

    >>> from overdue.model import Instalment, Lender
    >>> from overdue.proposal import LumpSum, Waiver
    >>> loan = Loan(lender=Lender.PLATFORM, contract_on=date(2025, 9, 10), annual_rate="0.18",
    ...     instalments=[Instalment(due_on=date(2026, m, 10), principal="1000", interest="90") for m in (1, 2, 3)])
    >>> lump = LumpSum(pay_on=date(2026, 6, 30), waive=Waiver(penalty="0.5"))
    >>> settled = settle(loan, lump, date(2026, 6, 30))
    >>> settled.waived, settled.total, settled.record_removed_from
    (Decimal('158.63'), Decimal('3428.62'), datetime.date(2031, 7, 1))
    """
    rate = RATIO.validate_python(discount_rate)
    loan, as_of, paid, order = a_loan(loan), a_day(as_of), all_paid(payments), an_order(order)
    offer.admit(as_of)
    due_by = as_of if offer.leaves_new else None
    debt = debt_on(loan, offer.fixed_on(as_of), paid, order, offer.covers_all, known, due_by)
    if not debt.total:
        raise OverdueError("proposal.nothing_owed", on=debt.on)
    waived = offer.waived(debt, at_least)
    due = debt.total - waived if offer.figure is None else fen(offer.figure)
    down = offer.down(due, as_of)
    schedule = offer.schedule(due, debt, as_of)
    cash = down + tuple(Cash(row.due_on or debt.on, row.payment) for row in schedule.rows)
    last = max((payment.paid_on for payment in cash), default=debt.on)
    cost = offer.cost(due, cash, as_of)
    record = offer.record(as_of, last, reading)
    return Settlement(
        loan=loan,
        offer=offer,
        as_of=as_of,
        payments=paid,
        order=order,
        discount_rate=rate,
        debt=debt,
        waived=waived,
        schedule=schedule,
        cash=cash,
        debt_free_on=max([last, *(payment.paid_on for payment in debt.runs_on)]),
        record=record,
        yearly_cost=cost,
        present_value=fen(net_present_value(cash, rate, as_of)),
        citations=_citations(offer.rules(loan.lender), debt, waived, record, cost),
    )


def _citations(
    basis: tuple[str, ...], debt: SettledDebt, waived: Decimal, record: Retention, cost: YearlyCost | None
) -> tuple[Citation, ...]:
    rules = [*basis, *(["CR-5"] if debt.runs_on else ()), *(["RPT-4"] if waived else ())]
    found = debt.citations + record.citations + (cost.citations if cost else ()) + LAW.cites(rules)
    return tuple({citation.rule: citation for citation in found}.values())
