"""One row of the working of penalty and compound interest."""

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

RowKind = Literal["penalty", "compound", "paid"]


class Segment(NamedTuple):
    """One row of the working: ``base`` yuan at ``rate`` a year over ``days``, ``start`` to ``end`` counted.

    ``paid`` rows are what a payment took off penalty or compound interest, negative, of no day.
    """

    start: date
    end: date
    base: Decimal
    rate: Decimal
    amount: Decimal
    kind: RowKind
    instalment: int

    @property
    def days(self) -> int:
        """How many days are counted, the first and the last among them."""
        return (self.end - self.start).days + 1
