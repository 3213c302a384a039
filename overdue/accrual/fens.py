"""Whole numbers of fen and of parts of a fen: nothing is lost, and nothing rounds but where the ledger does."""

from collections.abc import Iterable
from decimal import Decimal
from math import gcd, lcm

from overdue.model import exact

NO_FEN = Decimal("0.00")


def rounded(amount: int, whole: int) -> int:
    """A part of a whole, half up.

    >>> rounded(5, 2), rounded(4, 3)
    (3, 1)
    """
    return (2 * amount + whole) // (2 * whole)


def yuan(fens: int) -> Decimal:
    """Fen as yuan.

    >>> yuan(12050)
    Decimal('120.50')
    """
    return Decimal(fens).scaleb(-2) if fens else NO_FEN


def fens(amount: Decimal, unit: int = 1) -> int:
    """An amount in yuan as a whole number of fen, or of so many parts of one.

    >>> fens(Decimal("120.505"), 10)
    120505
    """
    above, below = amount.as_integer_ratio()
    return above * 100 * unit // below


def unit_of(amounts: Iterable[Decimal]) -> int:
    """Into how many parts a fen is divided, so that every amount in yuan is a whole number of them.

    >>> unit_of([Decimal("1.50"), Decimal("0.0025")])
    4
    """
    below = {amount.as_integer_ratio()[1] for amount in amounts}
    return lcm(*(denominator // gcd(denominator, 100) for denominator in below))


class Scale:
    """What all instalments of a walk share: the rate, what it bears on, and the days on which everything was rounded.

    ``unit`` is how many parts a fen has. A sum of so many parts bears so many ``of`` a fen a day.
    """

    def __init__(self, unit: int, rate: Decimal, basis: int, on_interest: bool, compound: bool, rows: bool) -> None:
        self.unit, self.yearly, self.rows = unit, rate, rows
        self.rate, below = rate.as_integer_ratio()
        self.scale = below * basis
        self.of = {"penalty": unit * self.scale, "compound": unit * self.scale * self.scale}
        self.on_interest, self.compound = on_interest, compound
        self.stated: list[int] = []
        self._told: dict[tuple[str, int], Decimal] = {}

    def yuan(self, kind: str, base: int) -> Decimal:
        """The base of a running figure in yuan."""
        told = self._told.get((kind, base))
        return self._divided(kind, base) if told is None else told

    @exact
    def _divided(self, kind: str, base: int) -> Decimal:
        found = self._told[kind, base] = Decimal(base) / (100 * self.of[kind] // self.scale)
        return found


class Run:
    """A running figure: ``fixed`` fen as it was last rounded, since then ``more`` ``of`` them, ``weight`` a day."""

    __slots__ = ("base", "fixed", "more", "of", "paid", "start", "stated", "twice", "weight")

    def __init__(self, of: int) -> None:
        self.of, self.twice = of, 2 * of
        self.fixed = self.more = self.base = self.weight = self.paid = 0
        self.start: int | None = None  # of the row that is not written yet
        self.stated = 0  # what the rows written so far add up to

    def fens(self, days: int = 0) -> int:
        """The figure so many days later, rounded to the fen."""
        more = self.more + self.weight * days
        return self.fixed + (2 * more + self.of) // self.twice if more else self.fixed
