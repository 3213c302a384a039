"""The household before any plan: what is owed to whom, what each debt adds, costs and when it is near."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from overdue.accrual import Ledger, accrue, next_month, penalty_rate
from overdue.accrual.plan import rate_on_basis
from overdue.given import a_day
from overdue.household.model import Debt, Household
from overdue.milestones.clocks import acts
from overdue.milestones.lawsuit import Papers, lawsuit
from overdue.milestones.limitation import limitation
from overdue.model import ZERO, Citation, NotInForce, fen
from overdue.periods import add_period

NearKind = Literal["answer", "answer_over", "offer_ends", "falls_due", "called_in", "limitation", "limitation_over"]
NOTHING = fen(ZERO)


class Near(NamedTuple):
    """A day worth knowing: until when to answer a court, the last day of an offer, the next due day, the day all is
    called in, limitation.
    """

    kind: NearKind
    day: date


@dataclass(frozen=True, slots=True)
class DebtPicture:
    """One debt on a day, in yuan: ``owed`` is due, ``not_due`` still to come, less what was paid ahead.

    ``adds`` is what penalty, compound interest and late fees add in a month if nothing is paid, ``cost`` the yearly
    penalty rate, a ratio; both None where the rate is not known. ``over_line`` is what charges stand above the
    reference line, None where there is no line.
    """

    key: str
    owed: Decimal
    not_due: Decimal
    adds: Decimal | None
    cost: Decimal | None
    over_line: Decimal | None
    secured: bool
    carried: bool
    days: tuple[Near, ...]
    ledger: Ledger

    @property
    def left(self) -> Decimal:
        """All that is owed, due or not."""
        return self.owed + self.not_due


@dataclass(frozen=True, slots=True)
class Picture:
    """All debts on a day, as the household lists them; sums in yuan. ``unknown`` are the keys without a rate."""

    as_of: date
    debts: tuple[DebtPicture, ...]
    owed: Decimal
    not_due: Decimal
    adds: Decimal
    unknown: tuple[str, ...]
    citations: tuple[Citation, ...]


def picture(household: Household, as_of: date, known: Mapping[str, Ledger] | None = None) -> Picture:
    """What is owed to whom at the end of ``as_of``, what each adds and costs, and which days are near.

    ``known`` are the ledgers of that day by the debts' keys, where they are worked out already.
    ``adds`` in all leaves out the debts without a rate: it is the least that a month adds. Law is asked as ``accrue``
    and ``limitation`` do; where limitation has no rule for the loan's days its day is left out.

    >>> from overdue.model import Instalment, Lender, Loan
    >>> loan = Loan(lender=Lender.BANK, contract_on=date(2026, 1, 1), annual_rate="0.18",
    ...     instalments=[Instalment(due_on=date(2026, 2, 1), principal="1000")])
    >>> found = picture(Household(debts=[Debt(key="a", loan=loan)]), date(2026, 4, 10))
    >>> found.owed, found.adds, found.debts[0].cost
    (Decimal('1051.00'), Decimal('22.50'), Decimal('0.270'))
    """
    a_day(as_of)
    held = known or {}
    seen = tuple(_seen(debt, as_of, held.get(debt.key)) for debt in household.debts)
    return Picture(
        as_of=as_of,
        debts=seen,
        owed=sum((debt.owed for debt in seen), NOTHING),
        not_due=sum((debt.not_due for debt in seen), NOTHING),
        adds=sum((debt.adds for debt in seen if debt.adds is not None), NOTHING),
        unknown=tuple(debt.key for debt in household.debts if not debt.rate_known),
        citations=tuple(dict.fromkeys(citation for debt in seen for citation in debt.ledger.citations)),
    )


def cost(debt: Debt, as_of: date) -> Decimal | None:
    """What a yuan overdue costs there a year, a ratio; 0 once a guarantor has paid, None where no rate is known."""
    if not debt.rate_known:
        return None
    stopped = debt.loan.compensated_on
    return ZERO if stopped is not None and stopped <= as_of else penalty_rate(debt.loan)


def cost_a_day(debt: Debt, as_of: date) -> Decimal | None:
    """What a yuan overdue costs there a day, in yuan: of two equal rates a year the one on 360 days is dearer.

    None where no rate is known, 0 once a guarantor has paid.
    """
    yearly = cost(debt, as_of)
    return yearly and rate_on_basis(debt.loan) / debt.loan.penalty.day_basis


def _seen(debt: Debt, as_of: date, known: Ledger | None) -> DebtPicture:
    ledger = known or accrue(debt.loan, as_of, debt.payments, debt.order)
    return DebtPicture(
        key=debt.key,
        owed=fen(ledger.total),
        not_due=max(NOTHING, ledger.not_due - ledger.surplus),
        adds=next_month(ledger).grows if debt.rate_known else None,
        cost=cost(debt, as_of),
        over_line=ledger.over_line if debt.rate_known else None,
        secured=debt.secured,
        carried=debt.carried,
        days=tuple(sorted(_near(debt, as_of), key=lambda near: near.day)),
        ledger=ledger,
    )


def answer_by(debt: Debt, as_of: date) -> date | None:
    """Until when to answer the complaint that was served: the last day, or one it cannot lie before.

    None without a complaint, once there is a judgment, and where the law here knows no period by ``as_of`` (JUD-11).
    """
    served = debt.suit.complaint_on
    if served is None or debt.suit.judgment_on is not None:
        return None
    try:
        steps = lawsuit(Papers(complaint_on=served), as_of)
    except NotInForce:
        return None
    return next(step.known_on for step in steps if step.key == "answer")


def _near(debt: Debt, as_of: date) -> Iterator[Near]:
    answer = answer_by(debt, as_of)
    if answer is not None:
        yield Near("answer" if answer >= as_of else "answer_over", answer)
    ends = getattr(debt.offer, "valid_until", None)  # an offer of no last day has none to name
    if ends and ends >= as_of:
        yield Near("offer_ends", ends)
    called = debt.loan.accelerated_on
    due = next((day for day in debt.loan.due_days() if day > as_of), None)
    if due is not None:
        yield Near("called_in" if due == called else "falls_due", due)
    paid = [payment for payment in debt.payments if payment.paid_on <= as_of]
    try:
        period = limitation(debt.loan, acts(paid, debt.suit))
    except NotInForce:
        return
    if period.last_day is not None:
        yield Near("limitation_over" if period.expired(as_of) else "limitation", period.last_day)


def near_days(household: Household, as_of: date, months: int = 3) -> tuple[tuple[str, Near], ...]:
    """The days of all debts that come within some months, the nearest first, each with its debt's key."""
    last = add_period(as_of, months=months)
    found = [(debt.key, near) for debt in household.debts for near in _near(debt, as_of)]
    return tuple(sorted((pair for pair in found if as_of <= pair[1].day <= last), key=lambda pair: pair[1].day))
