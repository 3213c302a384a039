"""The lender's bill: what it says is owed, line by line, as far as it says so."""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from overdue.model import ZERO, Frozen, Yuan

LineName = Literal["principal", "interest", "penalty", "compound", "fees", "total"]
LINES: tuple[LineName, ...] = ("principal", "interest", "penalty", "compound", "fees", "total")
PARTS: tuple[LineName, ...] = LINES[:-1]


class Bill(Frozen):
    """What a lender, an app or a collector says is owed on a day; yuan, each line None if it is not given.

    ``penalty`` may hold compound interest where ``compound`` is not given of its own; ``fees`` hold
    instalment fees and late fees; ``days`` is how many days overdue it counts. At least one amount
    must be given, ``days`` alone is no bill.

    >>> Bill(penalty="317.25", total="3587.25").gap is None
    True
    """

    principal: Yuan | None = None
    interest: Yuan | None = None
    penalty: Yuan | None = None
    compound: Yuan | None = None
    fees: Yuan | None = None
    total: Yuan | None = None
    days: Annotated[int, Field(ge=0, le=36_600)] | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if all(self.amount(name) is None for name in LINES):
            raise ValueError("a bill needs at least one amount")
        return self

    def amount(self, name: LineName) -> Decimal | None:
        """What the bill says under one line."""
        given: Decimal | None = getattr(self, name)
        return given

    @property
    def gap(self) -> Decimal | None:
        """Its total less the sum of its own lines.

        None without a total, and where a line not given (principal, interest or penalty) may hold the rest of it.

        >>> Bill(principal="100", interest="9", penalty="1", total="115").gap
        Decimal('5')
        >>> Bill(principal="100", total="115").gap is None, Bill(principal="100", total="90").gap
        (True, Decimal('-10'))
        """
        if self.total is None:
            return None
        rest = self.total - sum((self.amount(name) or ZERO for name in PARTS), ZERO)
        return None if rest > 0 and None in (self.principal, self.interest, self.penalty) else rest
