"""Proposals beside each other: what differs, and why."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import overload

from overdue.model import LEGAL_ORDER, ZERO, Citation, Loan, Order, OverdueError, Payment
from overdue.proposal.budget import Affordability, Budget, afford
from overdue.proposal.offers import Offer
from overdue.proposal.settlement import Settlement, settle
from overdue.proposal.terms import PayoffReading

Value = Decimal | date | None
ASPECTS: dict[str, Callable[[Settlement], Value]] = {
    "altogether": lambda s: s.altogether,
    "waived": lambda s: s.waived,
    "present_value": lambda s: s.present_value,
    "largest_payment": lambda s: max((p.amount for p in s.cash), default=ZERO),
    "yearly_cost": lambda s: s.yearly_cost.compound if s.yearly_cost else None,
    "debt_free_on": lambda s: s.debt_free_on,
    "record_removed_from": lambda s: s.record_removed_from,
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which proposals differ: the value of each, in order, the spread (yuan, days, ratio) and why.

    ``why`` are codes: ``waiver``, ``plan_rate``, ``growth`` (the debt grows until it is fixed), ``scope`` (one
    takes in what is not yet due), ``timing`` (later money is worth less at the rate chosen), ``spread_out``,
    ``last_payment``, ``contract`` (the contract ends later than the proposal).
    """

    aspect: str
    values: tuple[Value, ...]
    spread: Decimal | int
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """One proposal against another: positive is more yuan, later by so many days or calendar months."""

    cost: Decimal
    present_value: Decimal
    days: int
    record_days: int | None
    record_months: int | None


@dataclass(frozen=True, slots=True)
class Comparison(Sequence[Settlement]):
    """Proposals in the order given, each worked out alone; ``affords`` is beside them if there is a budget."""

    settlements: tuple[Settlement, ...]
    affords: tuple[Affordability, ...] | None
    differences: tuple[Difference, ...]
    citations: tuple[Citation, ...]

    @overload
    def __getitem__(self, index: int) -> Settlement: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Settlement, ...]: ...
    def __getitem__(self, index: int | slice) -> Settlement | tuple[Settlement, ...]:
        """One proposal, or several."""
        return self.settlements[index]

    def __len__(self) -> int:
        """How many proposals there are."""
        return len(self.settlements)

    def __iter__(self) -> Iterator[Settlement]:
        """The proposals in order."""
        return iter(self.settlements)


def compare(
    loan: Loan,
    offers: Iterable[Offer],
    as_of: date,
    budget: Budget | None = None,
    discount_rate: Decimal | str = "0",
    payments: Iterable[Payment] = (),
    order: Order = LEGAL_ORDER,
    reading: PayoffReading = "last_payment",
) -> Comparison:
    """Put proposals beside each other; each is settled alone, so that their order changes nothing but the order.

    Amounts are compared with what the contract still asks for besides (``altogether``), so that a proposal
    does not look cheap because it leaves something out. Rules and ``OverdueError`` as in ``settle``;
    ``OverdueError`` also where there is no offer at all.

    >>> from overdue.model import Instalment, Lender
    >>> from overdue.proposal import LumpSum, Wait
    >>> loan = Loan(lender=Lender.PLATFORM, contract_on=date(2025, 9, 10), annual_rate="0.18",
    ...     instalments=[Instalment(due_on=date(2026, m, 10), principal="1000", interest="90") for m in (1, 2, 3)])
    >>> day = date(2026, 6, 30)
    >>> both = compare(loan, [LumpSum(pay_on=day), Wait(until=date(2027, 6, 30))], day)
    >>> [(d.aspect, d.spread, d.why) for d in both.differences][0]
    ('altogether', Decimal('821.25'), ('growth',))
    """
    given = tuple(payments)
    return beside([settle(loan, offer, as_of, given, discount_rate, order, reading) for offer in offers], budget)


def beside(settled: Sequence[Settlement], budget: Budget | None = None) -> Comparison:
    """The comparison of proposals already settled on one loan; ``OverdueError`` where there are none."""
    if not settled:
        raise OverdueError("proposal.none")
    found = (_difference(aspect, value, settled) for aspect, value in ASPECTS.items())
    affords = tuple(afford(one, budget) for one in settled) if budget is not None else None
    return Comparison(
        settlements=tuple(settled),
        affords=affords,
        differences=tuple(difference for difference in found if difference is not None),
        citations=tuple({c.rule: c for one in settled for c in one.citations}.values()),
    )


def gap(base: Settlement, other: Settlement) -> Gap:
    """How one proposal differs from another.

    ``cost`` counts what the contract asks for besides; the record's months are those between the two calendar months.
    """
    mine, theirs = base.record.last_day, other.record.last_day
    return Gap(
        cost=other.altogether - base.altogether,
        present_value=other.present_value - base.present_value,
        days=(other.debt_free_on - base.debt_free_on).days,
        record_days=(theirs - mine).days if mine and theirs else None,
        record_months=(theirs.year - mine.year) * 12 + theirs.month - mine.month if mine and theirs else None,
    )


def _difference(aspect: str, value: Callable[[Settlement], Value], settled: Sequence[Settlement]) -> Difference | None:
    values = tuple(value(one) for one in settled)
    known = [v for v in values if v is not None]
    if len(set(known)) < 2:
        return None
    return Difference(aspect, values, _spread(known), _why(aspect, settled))


def _spread(known: Sequence[Decimal | date]) -> Decimal | int:
    days = [v for v in known if isinstance(v, date)]
    if days:
        return (max(days) - min(days)).days
    amounts = [v for v in known if isinstance(v, Decimal)]
    return max(amounts) - min(amounts)


def _why(aspect: str, settled: Sequence[Settlement]) -> tuple[str, ...]:
    """Which causes are at work among these proposals, for one aspect."""
    waiver = len({one.waived for one in settled}) > 1
    money = {
        "waiver": waiver,
        "plan_rate": any(one.cost > 0 for one in settled),
        "growth": len({one.debt.on for one in settled}) > 1,
        "scope": len({bool(one.runs_on) for one in settled}) > 1,
    }
    causes = {
        "altogether": money,
        "present_value": money | {"timing": any(one.discount_rate for one in settled)},
        "waived": {"waiver": any(one.offer.gives_up for one in settled), "growth": money["growth"]},
        "largest_payment": {"spread_out": any(len(one.schedule.rows) > 1 for one in settled)} | money,
        "yearly_cost": {"plan_rate": True},
        "debt_free_on": {
            "last_payment": len({one.last_paid_on for one in settled}) > 1,
            "contract": any(one.debt_free_on > one.last_paid_on for one in settled),
        },
        "record_removed_from": {"last_payment": True},
    }
    return tuple(code for code, at_work in causes[aspect].items() if at_work)
