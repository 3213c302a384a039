"""In which order a payment is applied."""

from decimal import Decimal
from typing import Literal

from pydantic import validate_call

from overdue.law import LAW
from overdue.model import (
    BY_INSTALMENT,
    JUDGMENT_ORDER,
    LEGAL_ORDER,
    PRINCIPAL_FIRST,
    ZERO,
    Citation,
    Fen,
    Frozen,
    Order,
    Yuan,
    covered,
    exact,
)

Rank = Literal["costs", "interest", "principal"]

RANKS: dict[Order, tuple[Rank, ...]] = {
    LEGAL_ORDER: ("costs", "interest", "principal"),
    BY_INSTALMENT: ("costs", "interest", "principal"),
    PRINCIPAL_FIRST: ("principal", "costs", "interest"),
    JUDGMENT_ORDER: ("costs", "interest", "principal"),
}

RULES: dict[Order, tuple[str, ...]] = {
    LEGAL_ORDER: ("CC-7",),
    BY_INSTALMENT: ("CC-7",),
    PRINCIPAL_FIRST: ("CC-7",),
    JUDGMENT_ORDER: ("JUD-4", "CC-7"),
}


class Split(Frozen):
    """What a payment covered, what is left of each rank, and what was too much; all in yuan."""

    costs: Decimal
    interest: Decimal
    principal: Decimal
    doubled: Decimal
    costs_left: Decimal
    interest_left: Decimal
    principal_left: Decimal
    doubled_left: Decimal
    surplus: Decimal
    citations: tuple[Citation, ...]


@exact
@validate_call
def split_payment(
    amount: Fen,
    costs: Yuan = ZERO,
    interest: Yuan = ZERO,
    principal: Yuan = ZERO,
    order: Order = LEGAL_ORDER,
    doubled: Yuan = ZERO,
) -> Split:
    """Apply one payment, in whole fen, to what is owed; every amount in yuan.

    Law: CC-7 (Civil Code 561) costs, interest, principal, unless agreed otherwise. ``doubled`` is the doubled
    part of interest on a judgment, paid last in every order; what the judgment fixed, its interest too, is
    paid as in ``LEGAL_ORDER`` (JUD-4 with CC-7, ``JUDGMENT_ORDER``). Asked by no day.
    A float, a negative amount or a fraction of a fen paid raises pydantic's ``ValidationError``.

    >>> split_payment("20000", interest="5000", principal="100000").principal_left
    Decimal('85000')
    """
    owed = {"costs": costs, "interest": interest, "principal": principal, "doubled": doubled}
    paid, surplus = covered(amount, owed, (*RANKS[order], "doubled"))
    return Split(
        **paid,
        **{f"{rank}_left": owed[rank] - paid[rank] for rank in owed},
        surplus=surplus,
        citations=LAW.cites(RULES[order]),
    )
