"""Where a lump sum and a plan cost the same: the amount, the waiver, the plan's rate, the reader's own rate."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_UP, Decimal

from overdue.accrual import ledgers
from overdue.given import all_paid
from overdue.model import LEGAL_ORDER, ZERO, Citation, Loan, Order, OverdueError, Payment, exact, fen
from overdue.periods import YEAR
from overdue.proposal.debt import SettledDebt, debt_on
from overdue.proposal.offers import InstalmentPlan, LumpSum
from overdue.proposal.settlement import Settlement, settle
from overdue.proposal.terms import Waiver
from overdue.rates import dated_rate, net_present_value

HIGHEST = Decimal(1)
FARTHEST = Decimal(1000)  # a yearly rate above a hundred thousand per cent is nobody's
STEP = Decimal("0.000001")
FINE = Decimal("0.00000001")


@dataclass(frozen=True, slots=True)
class BreakEven:
    """The lump sum that is worth as much as the plan, in yuan; all None where ``reason`` says why.

    ``waived`` is what has to come off what is ``owed`` on the day of the lump sum, ``share`` the one divided by
    the other, ``of_penalty`` the share of penalty, compound interest and late fees that waives it (None where
    these are not enough). ``uneven`` is what the lump sum covers and the plan leaves to the contract.
    """

    pay_on: date
    owed: Decimal
    amount: Decimal | None
    waived: Decimal | None
    share: Decimal | None
    of_penalty: Decimal | None
    uneven: Decimal
    reason: str | None
    citations: tuple[Citation, ...]


def break_even(
    loan: Loan,
    lump: LumpSum,
    plan: InstalmentPlan,
    as_of: date,
    discount_rate: Decimal | str = "0",
    payments: Iterable[Payment] = (),
    order: Order = LEGAL_ORDER,
) -> BreakEven:
    """The lump sum on ``lump.pay_on`` whose present value is the plan's; the lump's own figure plays no part.

    Plugged back in as ``amount``, both present values are the same to the fen. Reasons for None:
    ``proposal.lump_is_less`` where the plan is worth more than everything owed that day, so that no waiver is
    needed; ``proposal.plan_asks_nothing`` where the plan waives everything; ``proposal.owes_nothing`` where
    nothing is owed on the day of the lump sum or of the plan. Other rules and
    ``OverdueError`` as in ``settle``.

    >>> from overdue.model import Instalment, Lender
    >>> loan = Loan(lender=Lender.PLATFORM, contract_on=date(2025, 9, 10), annual_rate="0.18",
    ...     instalments=[Instalment(due_on=date(2026, m, 10), principal="1000", interest="90") for m in (1, 2, 3)])
    >>> plan = InstalmentPlan(first_on=date(2026, 7, 30), months=12, waive=Waiver(penalty="0.5"))
    >>> even = break_even(loan, LumpSum(pay_on=date(2026, 6, 30)), plan, date(2026, 6, 30))
    >>> even.amount, even.waived, round(even.of_penalty, 4)
    (Decimal('3428.62'), Decimal('158.63'), Decimal('0.5000'))
    """
    given = all_paid(payments)
    try:
        later = settle(loan, plan, as_of, given, discount_rate, order)
        once = settle(loan, _in_full(lump), as_of, given, discount_rate, order)
    except OverdueError as error:
        if error.key != "proposal.nothing_owed":
            raise
        return BreakEven(lump.pay_on, fen(ZERO), None, None, None, None, fen(ZERO), "proposal.owes_nothing", ())
    return _even(once.debt, later)


def break_even_curve(plan: Settlement, days: Sequence[date], whole: bool = False) -> tuple[BreakEven, ...]:
    """``break_even`` against a plan already worked out, for a lump sum on each of ``days`` from ``as_of`` on."""
    known = ledgers(plan.loan, days, plan.payments, plan.order)
    held = (debt_on(plan.loan, day, plan.payments, plan.order, whole, known.__getitem__) for day in days)
    return tuple(_even(debt, plan) for debt in held)


def _in_full(lump: LumpSum) -> LumpSum:
    return lump.model_copy(update={"amount": None, "waive": Waiver()})


@exact
def _even(debt: SettledDebt, plan: Settlement) -> BreakEven:
    growth = (1 + plan.discount_rate) ** (Decimal((debt.on - plan.as_of).days) / YEAR)
    amount = fen(plan.present_value * growth)
    later = sum((payment.amount for payment in plan.runs_on), ZERO)
    uneven = later - sum((payment.amount for payment in debt.runs_on), ZERO)
    reason = None
    if not debt.total:
        reason = "proposal.owes_nothing"
    elif not plan.total:
        reason = "proposal.plan_asks_nothing"
    elif amount > debt.total:
        reason = "proposal.lump_is_less"
    if reason is not None:
        return BreakEven(debt.on, debt.total, None, None, None, None, uneven, reason, plan.citations)
    waived = debt.total - amount
    penalty = debt.penalty + debt.compound + debt.late_fees
    return BreakEven(
        pay_on=debt.on,
        owed=debt.total,
        amount=amount,
        waived=waived,
        share=_ratio(waived, debt.total),
        of_penalty=_ratio(waived, penalty) if penalty and waived <= penalty else None,
        uneven=uneven,
        reason=None,
        citations=plan.citations,
    )


def _ratio(part: Decimal, whole: Decimal) -> Decimal:
    return round(part / whole, 28) if whole else ZERO


@dataclass(frozen=True, slots=True)
class EqualRate:
    """The yearly rate at which both sides cost the same, a ratio; None where ``reason`` says why."""

    rate: Decimal | None
    reason: str | None
    citations: tuple[Citation, ...]


def equal_plan_rate(once: Settlement, later: Settlement) -> EqualRate:
    """The rate the plan would have to carry to be worth as much as the lump sum, to a ten-thousandth of a per cent.

    Both sides are worked out already, on one loan. Reasons: ``proposal.dearer_at_zero`` where the plan is worth
    more even without interest, ``proposal.cheaper_at_any`` where it is worth less even at 100 % a year.
    """
    balance = later.schedule.received

    def worth(rate: Decimal) -> Decimal:
        rows = later.offer.at_rate(rate, balance, later.as_of).rows
        flows = [*later.down, *((row.due_on or later.as_of, row.payment) for row in rows)]
        return fen(net_present_value(flows, later.discount_rate, later.as_of))

    low, high = ZERO, HIGHEST
    if worth(low) > once.present_value:
        return EqualRate(None, "proposal.dearer_at_zero", later.citations)
    if worth(high) < once.present_value:
        return EqualRate(None, "proposal.cheaper_at_any", later.citations)
    while high - low > STEP:
        middle = (low + high) / 2
        low, high = (middle, high) if worth(middle) < once.present_value else (low, middle)
    return EqualRate(round(high, 6), None, later.citations)


def rate_for(plan: Settlement, payment: Decimal) -> Decimal:
    """The yearly rate, a ratio, at which a plan worked out already asks for a monthly payment, in yuan.

    The smallest one, to a hundred-millionth. Raises ``OverdueError`` where even 100 % a year asks for less.
    """
    balance = plan.schedule.received

    def asked(rate: Decimal) -> Decimal:
        return plan.offer.at_rate(rate, balance, plan.as_of).rows[0].payment

    low, high = ZERO, HIGHEST
    if asked(low) >= payment:
        return ZERO
    if asked(high) < payment:
        raise OverdueError("proposal.monthly_high", given=payment, most=asked(high))
    while high - low > FINE:
        middle = (low + high) / 2
        low, high = (middle, high) if asked(middle) < payment else (low, middle)
    return high.quantize(FINE, ROUND_UP)


def equal_worth_rate(once: Settlement, later: Settlement) -> EqualRate:
    """What money must earn the reader a year for both to be worth the same: above it, paying later is worth less.

    Effective, actual / 365. Reasons: ``proposal.same_cash`` where both pay the same on the same days,
    ``proposal.never_equal`` where one asks for less at every rate that anybody earns.
    """
    flows: dict[date, Decimal] = {}
    for sign, side in ((1, once), (-1, later)):
        for day, amount in side.cash:
            flows[day] = flows.get(day, ZERO) + sign * amount
    moved = [(day, amount) for day, amount in flows.items() if amount]
    if not moved:
        return EqualRate(None, "proposal.same_cash", ())
    try:
        rate = dated_rate(moved)
    except OverdueError:
        return EqualRate(None, "proposal.never_equal", ())
    return EqualRate(rate, None, ()) if 0 <= rate <= FARTHEST else EqualRate(None, "proposal.never_equal", ())
