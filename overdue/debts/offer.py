"""What the lender of one debt holds out, as an offer that the one budget can carry or not."""

from collections.abc import Iterator
from decimal import Decimal

from overdue.account import Account
from overdue.model import ZERO, OverdueError
from overdue.periods import add_period
from overdue.proposal import InstalmentPlan, LumpSum, Offer, Settlement, Waiver, rate_for


def held_out(account: Account) -> Offer | None:
    """What the lender holds out, as an offer on the whole debt from the first month on; None where that is nothing.

    Raises ``OverdueError`` for one whose last day is over, or that asks for more than is owed.
    """
    case, first, until = account.case, add_period(account.as_of, months=1), account.case.deal_until
    if until is not None and until < case.as_of and (case.deal_amount or case.deal_monthly):
        raise OverdueError("debts.offer_over", given=until, as_of=case.as_of)
    if case.deal_amount:
        lump = LumpSum(pay_on=min(first, until or first), amount=case.deal_amount, whole=True, valid_until=until)
        account.settle(lump)
        return lump
    if case.deal_months and case.deal_monthly:
        plan = InstalmentPlan(first_on=first, months=case.deal_months, whole=True, valid_until=until)
        return _plan(account, plan, case.deal_monthly)
    return None


def _plan(account: Account, plan: InstalmentPlan, each: Decimal) -> Offer:
    """The plan that asks for ``each`` a month: what it adds to the debt is its rate, what it leaves out is waived."""
    plain = account.settle(plan)
    lacks = plain.schedule.received - each * plan.months
    if lacks <= 0:
        return plan.model_copy(update={"annual_rate": rate_for(plain, each)})
    shares = dict(zip(("penalty", "interest", "principal"), _shares(plain, lacks), strict=True))
    return plan.model_copy(update={"waive": Waiver(**shares)})


def _shares(plain: Settlement, lacks: Decimal) -> Iterator[Decimal]:
    """How much of penalty, interest and principal is given up, first the one and then the next."""
    debt = plain.debt
    for part in (debt.penalty + debt.compound + debt.late_fees, debt.interest + debt.fees, debt.principal):
        gone = min(part, lacks)
        lacks -= gone
        yield gone / part if part else ZERO
