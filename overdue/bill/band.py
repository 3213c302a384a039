"""What is owed when something is not known: from the lowest reading to the highest, and what would narrow it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from overdue.accrual import trace
from overdue.given import all_paid
from overdue.model import LEGAL_ORDER, Loan, Order, OverdueError, Payment

End = Literal["low", "middle", "usual", "high"]
Ends = Mapping[str, End]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """By how many yuan at least the band narrows once an unknown is known, whichever end it turns out to be."""

    name: str
    by: Decimal


@dataclass(frozen=True, slots=True)
class Band:
    """What is owed in all, in yuan: the lowest, the usual and the highest reading.

    ``narrowings`` stand one an unknown, the widest first; ``lowest`` and ``highest`` are the loans
    that make the ends.
    """

    low: Decimal
    usual: Decimal
    high: Decimal
    lowest: Loan
    highest: Loan
    narrowings: tuple[Narrowing, ...]

    @property
    def width(self) -> Decimal:
        """How far apart the ends lie, in yuan."""
        return self.high - self.low

    @property
    def widest(self) -> Narrowing | None:
        """The unknown worth finding first; None where none moves a figure."""
        return next((narrowing for narrowing in self.narrowings if narrowing.by > 0), None)


def band(
    make: Callable[[Ends], Loan],
    names: Iterable[str],
    until: date,
    payments: Iterable[Payment] = (),
    order: Order = LEGAL_ORDER,
) -> Band:
    """The span of what is owed at the end of ``until`` over everything that is not known.

    ``make`` writes the loan with each unknown at an end of its range or at the usual reading, and ``compound``
    also at its ``middle``, on interest alone; the sum must not fall from low to high. Penalty on principal and
    interest excludes compound interest, which comes to the same but is rounded apart: both ends are looked
    for over every reading of compound interest.
    Amounts in yuan; the law is asked as ``accrue`` does. Raises ``OverdueError`` without an unknown.

    >>> from overdue.model import Instalment, Lender, Penalty
    >>> uplifts = {"low": "0.3", "usual": "0.5", "high": "0.5"}
    >>> def make(ends):
    ...     return Loan(lender=Lender.BANK, contract_on=date(2026, 1, 1), annual_rate="0.18",
    ...         penalty=Penalty(uplift=uplifts[ends["uplift"]]),
    ...         instalments=[Instalment(due_on=date(2026, 2, 1), principal="1000")])
    >>> found = band(make, ["uplift"], date(2026, 5, 2))
    >>> found.low, found.high, found.widest.name
    (Decimal('1058.50'), Decimal('1067.50'), 'uplift')
    """
    unknown = tuple(names)
    if not unknown:
        raise OverdueError("bill.nothing_unknown")
    paid = all_paid(payments)

    def ends(end: End, known: str | None = None, at: End = "usual") -> dict[str, End]:
        return {name: at if name == known else end for name in unknown}

    def owed(choice: Ends) -> tuple[Decimal, Loan]:
        loan = make(choice)
        return trace(loan, [until], paid, order)[0].total, loan

    def each(choice: dict[str, End], known: str | None = None) -> list[tuple[Decimal, Loan]]:
        readings: tuple[End, ...] = ("low", "middle", "high")
        if "compound" not in choice or known == "compound":
            return [owed(choice)]
        return [owed({**choice, "compound": reading}) for reading in readings]

    def highest(choice: dict[str, End], known: str | None = None) -> tuple[Decimal, Loan]:
        return max(each(choice, known), key=lambda pair: pair[0])

    def least(choice: dict[str, End], known: str | None = None) -> tuple[Decimal, Loan]:
        return min(each(choice, known), key=lambda pair: pair[0])

    low, lowest = least(ends("low"))
    high, top = highest(ends("high"))
    narrowings = []
    for name in unknown:
        known_low = highest(ends("high", name, at="low"), name)[0] - low
        known_high = high - least(ends("low", name, at="high"), name)[0]
        narrowings.append(Narrowing(name, high - low - max(known_low, known_high)))
    narrowings.sort(key=lambda narrowing: -narrowing.by)
    return Band(low, owed(ends("usual"))[0], high, lowest, top, tuple(narrowings))
