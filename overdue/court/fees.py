"""What a court charges for a claim, for enforcing it and for preserving property."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

from pydantic import validate_call

from overdue.law import LAW
from overdue.model import Day, OverdueError, Yuan, exact, fen

FeeKind = Literal["case", "enforcement", "preservation"]
Procedure = Literal["ordinary", "simplified", "mediation", "payment_order"]

_SCALES = {"case": "JUD-5", "enforcement": "JUD-8", "preservation": "JUD-9"}
_REDUCED = {
    "simplified": ("JUD-6", "multiplier_simplified"),
    "mediation": ("JUD-6", "multiplier_mediation"),
    "payment_order": ("JUD-7", "multiplier_payment_order"),
}


@validate_call
@exact
def court_fee(
    amount: Yuan, kind: FeeKind = "case", procedure: Procedure = "ordinary", on: Day | None = None
) -> Decimal:
    """The court's fee for an amount in dispute, in yuan, rounded half up to the fen.

    ``kind`` is what is asked of the court: a money claim (JUD-5), enforcement (JUD-8) or preservation
    of property (JUD-9); bands are added up, and up to the first band's end, 0 included, its flat fee
    is due. ``procedure`` concerns a money claim alone: simplified procedure, and a case that ends by
    mediation or is withdrawn, cost half (JUD-6, never a quarter); a payment order costs a third (JUD-7).
    The law is asked for ``on``; without it, the newest scale on the shelf. Divorce and other claims
    without an amount have fees of their own, set by each province, and are not answered here.
    Raises ``OverdueError`` for a procedure with enforcement or preservation, ``NotInForce`` before
    2007-04-01. Source: Measures on the Payment of Litigation Costs, articles 13 to 16.

    >>> court_fee("200000"), court_fee("200000", procedure="simplified"), court_fee("500000", "enforcement")
    (Decimal('4300.00'), Decimal('2150.00'), Decimal('7400.00'))
    """
    asked = on or date.max
    fee = _banded(LAW.value(_SCALES[kind], "bands", asked), amount)
    if procedure == "ordinary":
        return fen(fee)
    if kind != "case":
        raise OverdueError("court.procedure_of_a_case")
    share = Fraction(LAW.value(*_REDUCED[procedure], asked))
    return fen(fee * share.numerator / share.denominator)


def _banded(scale: dict[str, Any], amount: Decimal) -> Decimal:
    """A flat fee, then each band's rate on the part of the amount inside it, up to a maximum."""
    parts = [
        (min(amount, band.get("to", amount)) - band["over"]) * band["rate"]
        for band in scale["bands"]
        if amount > band["over"]
    ]
    fee = sum(parts, Decimal(scale["flat_fee"]))
    return min(fee, Decimal(scale.get("max", fee)))
