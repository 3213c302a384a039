"""Our figures beside the bill's, and every reading that makes the bill to the fen."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from overdue.accrual import Ledger, accrue, ledgers
from overdue.bill.course import Courses
from overdue.bill.model import LINES, Bill
from overdue.bill.readings import RULES, Difference, Reading, readings_of
from overdue.bill.search import search
from overdue.given import a_day, a_loan, all_paid, an_order
from overdue.law import LAW
from overdue.model import LEGAL_ORDER, ZERO, Citation, Loan, Order, Payment, exact


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the bill: ours, theirs and theirs less ours, in yuan; ``days`` counts days.

    ``theirs`` and ``difference`` are None where the bill does not give the line.
    """

    name: str
    ours: Decimal
    theirs: Decimal | None
    difference: Decimal | None


@dataclass(frozen=True, slots=True)
class BillCheck:
    """The bill against the figures entered.

    ``readings`` reproduce every amount of the bill to the fen, the fewest differences first; where
    none does, ``nearest`` leaves the least, by ``off`` yuan. ``gap`` is the bill's total less its own lines.
    ``line`` is the reference line in yuan as of the day, ``over_line`` what penalty, compound interest
    and late fees of the bill (with what was paid of them) stand above it, both None without a line.
    """

    bill: Bill
    ours: Ledger
    lines: tuple[Line, ...]
    readings: tuple[Reading, ...]
    nearest: Reading | None
    off: Decimal
    gap: Decimal | None
    line: Decimal | None
    over_line: Decimal | None
    citations: tuple[Citation, ...]

    @property
    def more(self) -> Decimal:
        """By how many yuan the bill asks more than ours: its total, or the lines it gives, less ours."""
        named = {line.name: line.difference for line in self.lines if line.difference is not None}
        if "total" in named:
            return named["total"]
        return sum((amount for name, amount in named.items() if name != "days"), ZERO)

    @property
    def rest(self) -> Line:
        """What the total holds beside the lines given, ours and theirs; all nought where no total is given.

        The differences of the lines given and its own add up to ``more``.
        """
        given = [line for line in self.lines if line.theirs is not None and line.name not in ("total", "days")]
        if self.bill.total is None:
            return Line("other", ZERO, ZERO, ZERO)
        ours = self.ours.total - sum((line.ours for line in given), ZERO)
        return _line("other", ours, self.bill.total - sum((line.theirs or ZERO for line in given), ZERO))

    @property
    def agrees(self) -> bool:
        """Whether the bill is what the figures entered give."""
        return any(not reading.differs for reading in self.readings)


@exact
def check_bill(
    loan: Loan,
    bill: Bill | Mapping[str, object],
    as_of: date,
    payments: Iterable[Payment] = (),
    order: Order = LEGAL_ORDER,
    progress: Callable[[int, int], None] | None = None,
) -> BillCheck:
    """Set a lender's bill beside what the contract gives at the end of ``as_of``; amounts in yuan.

    Tried, in every combination: 360 or 365 days; the due day counted too; penalty on top of contract
    interest instead of in its place; penalty on principal, or on principal and interest; the fee in
    the base; compound interest on interest, or on all by month or quarter; everything called in from
    the first due day not paid, on the day looked at, or not at all; and the uplift of the rate where
    none is entered. ``bill.days`` is compared and decides nothing. ``bill`` may be a mapping of its
    fields. Rules: PEN-1 to PEN-3, CC-2, CC-7, asked as ``accrue`` does. Raises pydantic's
    ``ValidationError`` for a bill without an amount.

    >>> from overdue.model import Instalment, Lender
    >>> loan = Loan(lender=Lender.PLATFORM, contract_on=date(2025, 9, 10), annual_rate="0.18",
    ...     instalments=[Instalment(due_on=date(2026, m, 10), principal="1000", interest="90") for m in (1, 2, 3)])
    >>> check = check_bill(loan, Bill(penalty="528.75"), date(2026, 6, 30))
    >>> check.lines[2].difference, [difference.name for difference in check.readings[0].differs]
    (Decimal('211.50'), ['on_top'])
    """
    given = bill if isinstance(bill, Bill) else Bill.model_validate(bill)
    loan, as_of, paid, order = a_loan(loan), a_day(as_of), all_paid(payments), an_order(order)
    ours = accrue(loan, as_of, paid, order)
    first = next((o.due_on for o in ours.instalments if o.total), None)
    past = tuple(p for p in paid if p.paid_on <= as_of)
    courses = Courses(as_of, past, order)
    readings = readings_of(loan, courses, first)
    fitting, nearest, off = search(readings, given, courses, progress)
    found = [readings[at] for at in fitting]
    return BillCheck(
        bill=given,
        ours=ours,
        lines=lines_of(given, ours),
        readings=tuple(found),
        nearest=None if found else readings[nearest],
        off=off,
        gap=given.gap,
        line=ours.line,
        over_line=_over_line(given, ours),
        citations=_citations(ours, found),
    )


def agrees_on(
    loan: Loan, bill: Bill, days: Iterable[date], payments: Iterable[Payment] = (), order: Order = LEGAL_ORDER
) -> date | None:
    """The first of ``days`` on which every amount of the bill is what the contract gives; None where there is none.

    >>> from overdue.model import Instalment, Lender
    >>> loan = Loan(lender=Lender.PLATFORM, contract_on=date(2025, 9, 10), annual_rate="0.18",
    ...     instalments=[Instalment(due_on=date(2026, m, 10), principal="1000", interest="90") for m in (1, 2, 3)])
    >>> agrees_on(loan, Bill(total="3587.25"), [date(2026, 6, 29), date(2026, 6, 30)])
    datetime.date(2026, 6, 30)
    """
    asked = tuple(days)
    found = ledgers(loan, asked, payments, order)
    return next((day for day in asked if not any(_apart(bill, found[day]))), None)


def _apart(bill: Bill, ours: Ledger) -> Iterable[Decimal | None]:
    return (line.difference for line in lines_of(bill, ours) if line.name != "days")


def lines_of(bill: Bill, ours: Ledger) -> tuple[Line, ...]:
    """A bill beside a ledger, line by line; penalty holds compound interest where the bill does not tell it apart."""
    mine = {name: getattr(ours, name) for name in LINES}
    if bill.compound is None:
        mine["penalty"] += mine.pop("compound")
    lines = [_line(name, amount, bill.amount(name)) for name, amount in mine.items()]
    days = max((o.overdue_days for o in ours.instalments if o.total), default=0)
    return (*lines, _line("days", Decimal(days), None if bill.days is None else Decimal(bill.days)))


def _line(name: str, ours: Decimal, theirs: Decimal | None) -> Line:
    return Line(name, ours, theirs, None if theirs is None else theirs - ours)


def _over_line(bill: Bill, ours: Ledger) -> Decimal | None:
    """What the bill's charges stand above the line; what it does not give is ours, or follows from its total."""
    if ours.line is None:
        return None
    paid = ours.charged - ours.growing
    plan_fees = ours.fees - ours.late_fees
    if bill.penalty is not None:
        fees = ours.late_fees if bill.fees is None else max(ZERO, bill.fees - plan_fees)
        charged = bill.penalty + (bill.compound or ZERO) + fees
    elif bill.total is not None:
        principal = ours.principal if bill.principal is None else bill.principal
        interest = ours.interest if bill.interest is None else bill.interest
        charged = bill.total - principal - interest - plan_fees
    else:
        return ours.over_line
    return max(ZERO, charged + paid - ours.line)


def _citations(ours: Ledger, found: list[Reading]) -> tuple[Citation, ...]:
    differences: list[Difference] = [d for reading in found for d in reading.differs]
    rules = dict.fromkeys(rule for d in differences for rule in RULES[d.name])
    return tuple(dict.fromkeys(ours.citations + LAW.cites(rules)))
