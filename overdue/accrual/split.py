"""In which order a payment is applied."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import validate_call

from overdue.law import LAW
from overdue.model import (
    BY_INSTALMENT,
    JUDGMENT_ORDER,
    LEGAL_ORDER,
    PRINCIPAL_FIRST,
    Citation,
    Frozen,
    Order,
    Yuan,
    exact,
)

Rank = Literal["costs", "interest", "principal"]

RANKS: dict[Order, tuple[Rank, ...]] = {
    LEGAL_ORDER: ("costs", "interest", "principal"),
    BY_INSTALMENT: ("costs", "interest", "principal"),
    PRINCIPAL_FIRST: ("principal", "costs", "interest"),
    JUDGMENT_ORDER: ("costs", "principal", "interest"),
}

RULES: dict[Order, tuple[str, ...]] = {
    LEGAL_ORDER: ("CC-7",),
    BY_INSTALMENT: ("CC-7",),
    PRINCIPAL_FIRST: ("CC-7",),
    JUDGMENT_ORDER: ("JUD-4",),
}


class Split(Frozen):
    """What a payment covered, what is left of each rank, and what was too much; all in yuan."""

    costs: Decimal
    interest: Decimal
    principal: Decimal
    costs_left: Decimal
    interest_left: Decimal
    principal_left: Decimal
    surplus: Decimal
    citations: tuple[Citation, ...]


@exact
@validate_call
def split_payment(
    amount: Yuan,
    costs: Yuan = Decimal(0),
    interest: Yuan = Decimal(0),
    principal: Yuan = Decimal(0),
    order: Order = LEGAL_ORDER,
) -> Split:
    """Apply one payment to what is owed; every amount in yuan.

    Law: CC-7 (Civil Code 561) costs, interest, principal, unless agreed otherwise; JUD-4 for
    ``JUDGMENT_ORDER``, where ``interest`` is the doubled interest and comes last. Asked by no day.
    A float or a negative amount raises pydantic's ``ValidationError``.

    >>> split_payment("20000", interest="5000", principal="100000").principal_left
    Decimal('85000')
    """
    owed: dict[Rank, Decimal] = {"costs": costs, "interest": interest, "principal": principal}
    paid: dict[Rank, Decimal] = {}
    left = amount
    for rank in RANKS[order]:
        paid[rank] = min(left, owed[rank])
        left -= paid[rank]
    return Split(
        **paid,
        costs_left=costs - paid["costs"],
        interest_left=interest - paid["interest"],
        principal_left=principal - paid["principal"],
        surplus=left,
        citations=LAW.cites(RULES[order]),
    )
