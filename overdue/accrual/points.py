"""The sums of many days in one walk, and the line they are held against."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from overdue.accrual.fens import yuan
from overdue.accrual.sweep import Sweep
from overdue.given import a_day, a_loan, all_paid, an_order
from overdue.law.lines import Ceiling, ceiling
from overdue.model import LEGAL_ORDER, Loan, NotInForce, Order, Payment, exact
from overdue.periods import YEAR

NO_LINE, NOTHING = (0, 1), (0,) * 9  # so much a day on each yuan; what stands where nothing is due


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
    sweep = Sweep(loan, days[-1], payments, order, rows=False)
    points: list[Point] = []

    def see(day: date) -> None:
        line, _ = line_on(loan, day)
        rate = None if line is None or line.annual_rate is None else a_day_of(line.annual_rate)
        each = sweep.stand(*(rate or NO_LINE)) or [NOTHING]
        principal, interest, fee, late, *charges, allowed, over = map(sum, zip(*each, strict=True))
        lined = (yuan(allowed), yuan(over)) if rate is not None else (None, None)
        points.append(Point(day, *map(yuan, (principal, interest, fee + late, late, *charges)), *lined))

    sweep.walk(days, see)
    return tuple(points)


def a_day_of(rate: Decimal) -> tuple[int, int]:
    """A yearly rate by the day, as a fraction of whole numbers: what a line allows on each yuan.

    >>> a_day_of(Decimal("0.24"))
    (6, 9125)
    """
    above, below = rate.as_integer_ratio()
    return above, below * YEAR


def line_on(loan: Loan, until: date) -> tuple[Ceiling | None, str | None]:
    """The reference line of a loan on a day, or why it has none."""
    if loan.compensated_on is not None and loan.compensated_on <= until:
        return None, "line.guarantor"
    try:
        line = ceiling(loan.lender, loan.contract_on, max(until, loan.contract_on))
    except NotInForce as error:  # a day whose rate is not confirmed here has a line all the same
        return None, "line.not_known" if error.key == "law.not_known" else "line.not_in_force"
    return line, line.reason
