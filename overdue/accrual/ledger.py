"""What is owed on a day: accrual and its result, down to the row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from overdue.accrual.cost import YearlyCost, true_cost
from overdue.accrual.fens import yuan
from overdue.accrual.part import Part
from overdue.accrual.plan import penalty_rate, planned
from overdue.accrual.points import NO_LINE, Point, a_day_of, line_on, trace
from overdue.accrual.segment import Segment
from overdue.accrual.split import RULES
from overdue.accrual.sweep import GivenUp, Sweep
from overdue.given import a_day, a_loan, all_paid, an_order
from overdue.law import LAW
from overdue.law.lines import Ceiling
from overdue.model import LEGAL_ORDER, PLANNED, ZERO, Citation, Instalment, Loan, Order, Payment, exact, fen
from overdue.periods import days_after, overdue_days

COMPONENTS = ("principal", "interest", "fees", "penalty", "compound")  # what is owed is made of these


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


@dataclass(frozen=True)
class Ledger:
    """What is due and unpaid at the end of ``until``, in yuan; what is not due yet is ``not_due``.

    ``charged`` is what penalty, compound interest and late fees have come to so far, paid or not.
    ``fees`` hold instalment fees and late fees (``late_fees``). ``line`` is the reference line in
    yuan, ``over_line`` what penalty, compound interest and late fees charged so far stand above it;
    both are None where ``line_reason`` says why. ``given_up`` is what a lender waived before that day.
    ``segments`` are the working, row by row.
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
    charged: Decimal
    not_due: Decimal
    not_due_principal: Decimal
    surplus: Decimal
    ceiling: Ceiling | None
    line: Decimal | None
    over_line: Decimal | None
    line_reason: str | None
    penalty_rate: Decimal
    instalments: tuple[Owed, ...]
    citations: tuple[Citation, ...]
    given_up: GivenUp | None = None

    @cached_property
    @exact
    def segments(self) -> tuple[Segment, ...]:
        """The working row by row, which adds up to ``penalty + compound``; worked out when it is first asked for."""
        sweep = Sweep(self.loan, self.until, self.payments, self.order, self.given_up)
        sweep.to(self.until)
        for part in sweep.parts:
            part.count_to(self.until.toordinal())
            part.stop()
        found = (segment for part in sweep.parts for segment in part.segments)
        return tuple(sorted(found, key=lambda s: (s.instalment, s.end, s.start)))

    @property
    def total(self) -> Decimal:
        """Everything due and unpaid, in yuan."""
        return self.principal + self.interest + self.fees + self.penalty + self.compound + self.costs

    @property
    def growing(self) -> Decimal:
        """What grows with the days and is unpaid: penalty, compound interest and late fees."""
        return self.penalty + self.compound + self.late_fees

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
    sweep = Sweep(loan, until, paid, order, given_up, rows=False)
    sweep.to(until)
    return _ledger(sweep, paid, given_up)


@exact
def ledgers(
    loan: Loan, days: Sequence[date], payments: Iterable[Payment] = (), order: Order = LEGAL_ORDER
) -> dict[date, Ledger]:
    """The ledger of each of ``days``, as ``accrue`` has it, in one walk.

    >>> from overdue.model import Instalment, Lender
    >>> loan = Loan(lender=Lender.BANK, contract_on=date(2026, 1, 1), annual_rate="0.18",
    ...     instalments=[Instalment(due_on=date(2026, 2, 1), principal="1000")])
    >>> [ledger.penalty for ledger in ledgers(loan, [date(2026, 2, 1), date(2026, 2, 11)]).values()]
    [Decimal('0.00'), Decimal('7.50')]
    """
    if not days:
        return {}
    paid, found = all_paid(payments), {}
    sweep = Sweep(a_loan(loan), max(map(a_day, days)), paid, an_order(order), rows=False)

    def see(day: date) -> None:
        found[day] = _ledger(sweep, paid, None)

    sweep.walk(days, see)
    return found


def _ledger(sweep: Sweep, paid: tuple[Payment, ...], given_up: GivenUp | None) -> Ledger:
    """What the walk has come to."""
    loan, until, order = sweep.loan, sweep.day, sweep.order
    line, reason = line_on(loan, until)
    rate = None if line is None or line.annual_rate is None else a_day_of(line.annual_rate)
    stands = sweep.stand(*(rate or NO_LINE))
    owed = tuple(_owed(*one, until, rate is not None) for one in zip(sweep.parts, stands, strict=True))
    _, later = planned(loan, until)
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
        charged=yuan(sum(charged for *_, charged, _, _ in stands)),
        not_due=sum((_to_come(later, name, sweep) for name in PLANNED), ZERO),
        not_due_principal=_to_come(later, "principal", sweep),
        surplus=sweep.credit,
        ceiling=line,
        line=sum((o.line for o in owed if o.line is not None), ZERO) if rate else None,
        over_line=sum((o.over_line for o in owed if o.over_line is not None), ZERO) if rate else None,
        line_reason=reason,
        penalty_rate=penalty_rate(loan),
        instalments=owed,
        citations=LAW.cites(_rules(loan, paid, order)) + (line.citations if line else ()),
        given_up=given_up,
    )


def _to_come(later: Iterable[Instalment], name: str, sweep: Sweep) -> Decimal:
    """One component of what is not due yet, less what was given up of it."""
    planned = sum((fen(getattr(i, name)) for i in later), ZERO)
    return planned - min(planned, sweep.forgone.get(name, ZERO))


def _owed(part: Part, stand: tuple[int, ...], until: date, has_line: bool) -> Owed:
    *sums, _, allowed, over = map(yuan, stand)
    lined = (allowed, over) if has_line else (None, None)
    return Owed(part.number, part.due_on, overdue_days(part.due_on, until), *sums, *lined)


def _rules(loan: Loan, payments: tuple[Payment, ...], order: Order) -> list[str]:
    rules = ["CC-2", "CC-12", "PEN-1", "PEN-3"]
    if loan.penalty.compound != "none":
        rules.append("PEN-2")
    return rules + list(RULES[order] if payments else ())
