"""Simple interest in spans of days during which base and rate stay the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import overload

from overdue.model import ZERO, Citation, fen
from overdue.periods import Stretch


@dataclass(frozen=True, slots=True)
class Segment(Stretch):
    """Days on which the same base bears the same rate.

    ``start`` and ``end`` are the first and the last day counted, ``base`` and ``amount`` yuan,
    ``rate`` the ratio of the period that ``Segments`` says.
    """

    base: Decimal
    rate: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Segments(Sequence[Segment]):
    """Segments in the order of their days, and where their rule comes from."""

    rows: tuple[Segment, ...]
    citations: tuple[Citation, ...]

    @overload
    def __getitem__(self, index: int) -> Segment: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Segment, ...]: ...
    def __getitem__(self, index: int | slice) -> Segment | tuple[Segment, ...]:
        """One row, or several."""
        return self.rows[index]

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def __iter__(self) -> Iterator[Segment]:
        """The rows in order."""
        return iter(self.rows)

    @property
    def days(self) -> int:
        """All days counted."""
        return sum(row.days for row in self.rows)

    @property
    def total(self) -> Decimal:
        """The rows added up, each rounded before."""
        return sum((row.amount for row in self.rows), fen(ZERO))
