"""What is owed on a day: accrual and its result, down to the row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from overdue.accrual.cost import YearlyCost, true_cost
from overdue.accrual.part import Part, Segment
from overdue.accrual.split import RULES
from overdue.accrual.sweep import GivenUp, Sweep, penalty_rate, planned
from overdue.given import a_day, a_loan, all_paid, an_order
from overdue.law import LAW
from overdue.law.lines import Ceiling, ceiling
from overdue.model import LEGAL_ORDER, ZERO, Citation, Instalment, Loan, NotInForce, Order, Payment, exact, fen
from overdue.periods import days_after, overdue_days

LINE_BASIS = 365


@dataclass(frozen=True, slots=True)
class Owed:
    """One due instalment on a day: its components in yuan, its line and what stands above it."""

    number: int
    due_on: date
    overdue_days: int
    principal: Decimal
    interest: Decimal
    fee: Decimal
    late_fee: Decimal
    penalty: Decimal
    compound: Decimal
    line: Decimal | None
    over_line: Decimal | None

    @property
    def total(self) -> Decimal:
        """All components together."""
        return self.principal + self.interest + self.fee + self.late_fee + self.penalty + self.compound


@dataclass(frozen=True, slots=True)
class Point:
    """The sums at the end of one day, in yuan, for charts; the figures of that day's ledger.

    ``charged`` is penalty, compound interest and late fees so far, paid or not.
    """

    day: date
    principal: Decimal
    interest: Decimal
    fees: Decimal
    late_fees: Decimal
    penalty: Decimal
    compound: Decimal
    charged: Decimal
    line: Decimal | None
    over_line: Decimal | None

    @property
    def total(self) -> Decimal:
        """What is due and unpaid that day."""
        return self.principal + self.interest + self.fees + self.penalty + self.compound

    @property
    def growing(self) -> Decimal:
        """What grows with the days and is unpaid: penalty, compound interest and late fees."""
        return self.penalty + self.compound + self.late_fees


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is due and unpaid at the end of ``until``, in yuan; what is not due yet is ``not_due``.

    ``fees`` hold instalment fees and late fees (``late_fees``). ``line`` is the reference line in
    yuan, ``over_line`` what penalty, compound interest and late fees charged so far stand above it;
    both are None where ``line_reason`` says why. ``segments`` add up to ``penalty + compound``.
    ``surplus`` is what was paid beyond what was due: credit without interest, used when the next
    sum falls due. ``penalty_rate`` is a ratio a year.
    """

    loan: Loan
    until: date
    payments: tuple[Payment, ...]
    order: Order
    principal: Decimal
    interest: Decimal
    fees: Decimal
    late_fees: Decimal
    costs: Decimal
    penalty: Decimal
    compound: Decimal
    not_due: Decimal
    not_due_principal: Decimal
    surplus: Decimal
    ceiling: Ceiling | None
    line: Decimal | None
    over_line: Decimal | None
    line_reason: str | None
    penalty_rate: Decimal
    instalments: tuple[Owed, ...]
    segments: tuple[Segment, ...]
    citations: tuple[Citation, ...]

    @property
    def total(self) -> Decimal:
        """Everything due and unpaid, in yuan."""
        return self.principal + self.interest + self.fees + self.penalty + self.compound + self.costs

    @property
    def yearly_cost(self) -> YearlyCost | None:
        """What the contract truly costs a year by what was really ``received``; None where that is not given.

        The loan must list every instalment; ``OverdueError`` where no rate fits (``true_cost``).
        """
        return None if self.loan.received is None else true_cost(self.loan).cost

    def daily(self) -> tuple[Point, ...]:
        """One point a day, from the first due day to ``until`` (that day alone if nothing is due)."""
        first = min([i.due_on for i in self.instalments], default=self.until)
        span = (self.until - first).days
        return trace(self.loan, [days_after(first, n) for n in range(span + 1)], self.payments, self.order)


def trace(
    loan: Loan, days: Sequence[date], payments: Iterable[Payment] = (), order: Order = LEGAL_ORDER
) -> tuple[Point, ...]:
    """The sums due at the end of each of ``days``, in order of time; the same figures as ``accrue``.

    >>> from overdue.model import Instalment, Lender
    >>> loan = Loan(lender=Lender.BANK, contract_on=date(2026, 1, 1), annual_rate="0.18",
    ...     instalments=[Instalment(due_on=date(2026, 2, 1), principal="1000")])
    >>> [point.penalty for point in trace(loan, [date(2026, 2, 1), date(2026, 2, 11)])]
    [Decimal('0.00'), Decimal('7.50')]
    """
    if not days:
        return ()
    return _trace(a_loan(loan), sorted({a_day(day) for day in days}), all_paid(payments), an_order(order))


@exact
def _trace(loan: Loan, days: list[date], payments: tuple[Payment, ...], order: Order) -> tuple[Point, ...]:
    sweep = Sweep(loan, days[-1], payments, order)
    points: list[Point] = []

    def see(day: date) -> None:
        principal = interest = fee = late = penalty = compound = charged = allowed = over = ZERO
        line, _ = _line(loan, day)
        rate = None if line is None else line.annual_rate
        for part in sweep.parts:
            principal += part.amount("principal")
            interest += part.amount("interest")
            fee += part.amount("fee")
            late += part.amount("late_fee")
            penalty += part.amount("penalty")
            compound += part.amount("compound")
            asked = part.charged()
            charged += asked
            if rate is not None:
                most = fen(part.principal_days * rate / LINE_BASIS)
                allowed += most
                over += max(ZERO, asked - most)
        lined = (allowed, over) if rate is not None else (None, None)
        points.append(Point(day, principal, interest, fee + late, late, penalty, compound, charged, *lined))

    sweep.walk(days, see)
    return tuple(points)


@exact
def accrue(
    loan: Loan,
    until: date,
    payments: Iterable[Payment] = (),
    order: Order = LEGAL_ORDER,
    given_up: GivenUp | None = None,
) -> Ledger:
    """How an overdue loan has grown by the end of ``until``; amounts in yuan, rounded half up to the fen.

    The due day does not count, ``until`` does. The penalty rate replaces the contract rate on what
    is overdue (PEN-1, PEN-3, asked for the contract day); unpaid contract interest bears compound
    interest if the contract says so (PEN-2); a part payment follows ``order`` (CC-7); payments after
    ``until`` are ignored. The reference line is asked by ``ceiling`` for the contract day and
    ``until``; where there is none the ledger still stands. ``given_up`` is what the lender waived on a day:
    what grows afterwards grows on what is left. Raises ``NotInForce`` if no uplift is
    given and the shelf has none for the contract day.

    >>> from overdue.model import Instalment, Lender
    >>> loan = Loan(lender=Lender.PLATFORM, contract_on=date(2025, 9, 10), annual_rate="0.18",
    ...     instalments=[Instalment(due_on=date(2026, m, 10), principal="1000", interest="90") for m in (1, 2, 3)])
    >>> ledger = accrue(loan, date(2026, 6, 30))
    >>> ledger.penalty, ledger.total
    (Decimal('317.25'), Decimal('3587.25'))
    """
    loan, until, paid, order = a_loan(loan), a_day(until), all_paid(payments), an_order(order)
    sweep = Sweep(loan, until, paid, order, given_up)
    sweep.walk([until], lambda day: None)
    for part in sweep.parts:
        part.stop()
    line, reason = _line(loan, until)
    owed = tuple(_owed(part, until, line) for part in sweep.parts)
    _, later = planned(loan, until)
    has_line = line is not None and line.annual_rate is not None
    segments = sorted((s for part in sweep.parts for s in part.segments), key=lambda s: (s.instalment, s.end, s.start))
    late_fees = sum((o.late_fee for o in owed), ZERO)
    return Ledger(
        loan=loan,
        until=until,
        payments=paid,
        order=order,
        principal=sum((o.principal for o in owed), ZERO),
        interest=sum((o.interest for o in owed), ZERO),
        fees=sum((o.fee for o in owed), ZERO) + late_fees,
        late_fees=late_fees,
        costs=ZERO,
        penalty=sum((o.penalty for o in owed), ZERO),
        compound=sum((o.compound for o in owed), ZERO),
        not_due=sum((_to_come(later, name, sweep) for name in ("principal", "interest", "fee")), ZERO),
        not_due_principal=_to_come(later, "principal", sweep),
        surplus=fen(sweep.credit),
        ceiling=line,
        line=sum((o.line for o in owed if o.line is not None), ZERO) if has_line else None,
        over_line=sum((o.over_line for o in owed if o.over_line is not None), ZERO) if has_line else None,
        line_reason=reason,
        penalty_rate=penalty_rate(loan),
        instalments=owed,
        segments=tuple(segments),
        citations=LAW.cites(_rules(loan, paid, order)) + (line.citations if line else ()),
    )


def _to_come(later: Iterable[Instalment], name: str, sweep: Sweep) -> Decimal:
    """One component of what is not due yet, less what was given up of it."""
    planned = sum((fen(getattr(i, name)) for i in later), ZERO)
    return planned - min(planned, sweep.forgone.get(name, ZERO))


def _line(loan: Loan, until: date) -> tuple[Ceiling | None, str | None]:
    if loan.compensated_on is not None and loan.compensated_on <= until:
        return None, "line.guarantor"
    try:
        line = ceiling(loan.lender, loan.contract_on, max(until, loan.contract_on))
    except NotInForce:
        return None, "line.not_in_force"
    return line, line.reason


def _owed(part: Part, until: date, line: Ceiling | None) -> Owed:
    reference = over = None
    if line is not None and line.annual_rate is not None:
        reference = fen(part.principal_days * line.annual_rate / LINE_BASIS)
        over = max(ZERO, part.charged() - reference)
    return Owed(
        number=part.number,
        due_on=part.due_on,
        overdue_days=overdue_days(part.due_on, until),
        line=reference,
        over_line=over,
        **{name: part.amount(name) for name in ("principal", "interest", "fee", "late_fee", "penalty", "compound")},
    )


def _rules(loan: Loan, payments: tuple[Payment, ...], order: Order) -> list[str]:
    rules = ["CC-2", "CC-12", "PEN-1", "PEN-3"]
    if loan.penalty.compound != "none":
        rules.append("PEN-2")
    return rules + list(RULES[order] if payments else ())
