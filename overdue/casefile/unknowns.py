"""What a person does not know: the range each unknown is given, and the band of what may be owed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from overdue.bill import Band, band
from overdue.bill.band import Ends
from overdue.casefile.case import Case
from overdue.law import LAW
from overdue.model import ZERO, Citation, Loan

CARD, USUAL_LENDER = "credit_card", "platform"


@dataclass(frozen=True, slots=True)
class Range:
    """The readings between which an unknown lies: percents for rate and uplift, else codes of the address.

    ``assumed`` says that no rule sets the range: the highest rate is the reference line, as an
    assumption.
    """

    name: str
    low: Decimal | str
    usual: Decimal | str
    high: Decimal | str
    assumed: bool
    citations: tuple[Citation, ...]


def ranges(case: Case) -> tuple[Range, ...]:
    """The range of everything the person does not know, in the order of the form.

    Rules: CAP-3 (the rate, asked for the day looked at), PEN-1 (the raise, asked for the contract day;
    none for cards and private loans), PEN-2 and PEN-3. Raises ``NotInForce`` before those days.

    >>> from datetime import date
    >>> from overdue.casefile import read
    >>> case, _ = read({"story": "job", "uplift": "?"}, date(2026, 6, 30))
    >>> [(r.low, r.high) for r in ranges(case)]
    [(Decimal('30.0'), Decimal('50.0'))]
    """
    return tuple(_range(case, name) for name in case.assumed())


def _range(case: Case, name: str) -> Range:
    if name == "rate":
        line = 100 * LAW.value("CAP-3", "annual_rate", case.as_of)
        return Range(name, ZERO, ZERO, line, True, LAW.cites(("CAP-3",)))
    if name == "uplift":
        low, high = (100 * LAW.value("PEN-1", end, case.contracted) for end in ("uplift_min", "uplift_max"))
        bare = case.lender in (CARD, "private")
        return Range(name, ZERO if bare else low, ZERO if bare else high, high, bare, LAW.cites(("PEN-1",)))
    low, usual, high, rules = {
        "lender": (CARD, USUAL_LENDER, USUAL_LENDER, ("PEN-1", "CAP-3")),
        "day_basis": ("365", "360", "360", ()),
        "base": ("principal", "principal", "principal_and_interest", ("PEN-3",)),
        "compound": ("none", "none", "all", ("PEN-2",)),
    }[name]
    return Range(name, low, usual, high, not rules, LAW.cites(rules))


def case_band(case: Case) -> Band | None:
    """The band of what is owed on the day looked at; None where everything is known.

    With the lender unknown too, the raise may be none (cards, private loans). The highest reading of
    compound interest has monthly rests.
    """
    spans = {span.name: span for span in ranges(case)}
    if not spans:
        return None

    def make(ends: Ends) -> Loan:
        values: dict[str, object] = {
            name: "interest" if end == "middle" else getattr(spans[name], end) for name, end in ends.items()
        }
        if ends.get("uplift") == "low" and ends.get("lender") == "low":
            values["uplift"] = ZERO
        if values.get("compound") == "all" and case.rest == "none":
            values["rest"] = "monthly"
        return replace(case, **values).loan()  # type: ignore[arg-type]

    return band(make, spans, case.as_of, case.payments, case.payment_order)
