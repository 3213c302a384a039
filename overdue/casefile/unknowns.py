"""What a person does not know: the range each unknown is given, and the band of what may be owed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from typing import Literal

from overdue.bill import Band, band
from overdue.bill.band import Ends
from overdue.casefile.case import Case
from overdue.casefile.offers import desk
from overdue.casefile.unsaid import called_unsaid
from overdue.casefile.uplift import BARE, uplifts
from overdue.law import LAW
from overdue.model import ZERO, Citation, Loan

USUAL_LENDER = "platform"
ENDS: tuple[Literal["low", "high"], ...] = ("low", "high")
STRETCHES = 4  # of the rate's range, where what is owed bends with it


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

    Rules: CAP-3 (the rate, asked for the day looked at), PEN-1 (the uplift, asked for the contract day;
    none for cards and private loans), PEN-2 and PEN-3. Raises ``NotInForce`` before those days.

    >>> from datetime import date
    >>> from overdue.casefile import read
    >>> case, _ = read({"story": "job", "uplift": "?"}, date(2026, 6, 30))
    >>> [(r.low, r.high) for r in ranges(case)]
    [(Decimal('30.0'), Decimal('50.0'))]
    """
    return tuple(_range(case, name) for name in assumed(case))


def assumed(case: Case) -> tuple[str, ...]:
    """The keys whose value is not known, so that a usual reading stands in and has to be named."""
    unknown = [name for name in ("rate", "uplift", "day_basis", "base", "compound") if getattr(case, name) is None]
    if case.lender == "unknown":
        unknown.insert(0, "lender")
    if case.daily_rate is not None:  # penalty is counted by it
        idle = {"uplift"} if rests_on_rate(case) else {"uplift", "rate"}
        return tuple(name for name in unknown if name not in idle)
    return tuple(unknown)


def rests_on_rate(case: Case) -> bool:
    """Whether interest rests on the yearly rate: none was entered, or principal not yet due is called in or settled
    ahead of its days, and bears interest by the rate until then."""
    if case.interest is None and not case.rows:
        return True
    if case.missing or case.accelerated_on is not None:
        return called_unsaid(case)
    whole = any(each.whole for each in desk(case).proposals.values())
    return whole and any(each.due_on > case.as_of for each in case.instalments())


def stands_in(case: Case, name: str) -> str:
    """The code of what is said of a usual reading: without the yearly rate a daily one still counts penalty."""
    return "rate_later" if name == "rate" and case.daily_rate is not None else name


def _range(case: Case, name: str) -> Range:
    if name == "rate":
        line = 100 * LAW.value("CAP-3", "annual_rate", case.as_of)
        return Range(name, ZERO, ZERO, line, True, LAW.cites(("CAP-3",)))
    if name == "uplift":
        return Range(name, *uplifts(case), case.lender in BARE, LAW.cites(("PEN-1",)))
    low, usual, high, rules = {
        "lender": ("credit_card", USUAL_LENDER, USUAL_LENDER, ("PEN-1", "CAP-3")),
        "day_basis": ("365", "360", "360", ()),
        "base": ("principal", "principal", "principal_and_interest", ("PEN-3",)),
        "compound": ("none", "none", "all", ("PEN-2",)),
    }[name]
    return Range(name, low, usual, high, not rules, LAW.cites(rules))


def case_band(case: Case) -> Band | None:
    """The band of what is owed on the day looked at; None where everything is known.

    With the lender unknown too, the uplift may be none (cards, private loans). The highest reading of
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
        loan = replace(case, **values).loan()  # type: ignore[arg-type]
        if case.rate is None and case.interest is not None:  # interest that was entered depends on no rate
            return loan.model_copy(update={"instalments": case.instalments()})
        return loan

    return band(make, spans, case.as_of, case.payments, case.payment_order)


def extreme(case: Case, end: Literal["low", "high"]) -> Case:
    """The case with everything that is not known at one end of its range, and the interest that was entered."""
    return _with(case, {span.name: getattr(span, end) for span in ranges(case)})


def between(case: Case) -> tuple[tuple[Case, Case], ...]:
    """Pairs of readings, the first of each nowhere above the second, such that what two offers cost apart lies between
    the least and the most of it that any pair allows.

    Where the sums are straight in each unknown these are the corners, each with itself. Where they bend (penalty on
    interest, compound interest, part payments that take interest first), each is a stretch of the rate, everything else
    from its low end to its high one.
    """
    spans = {span.name: span for span in ranges(case)}
    low = extreme(case, "low")
    if "rate" not in spans:
        return ((low, low), *((high, high) for high in _corners(case, spans)))
    if case.base == "principal" and case.compound == "none" and not case.payments:
        return tuple((one, one) for one in (low, *_corners(case, spans)))
    line = Decimal(spans["rate"].high)
    rates = [line * step / STRETCHES for step in range(STRETCHES + 1)]
    ends = [[_with(extreme(case, end), {"rate": rate}) for rate in rates] for end in ENDS]
    return tuple(zip(ends[0][:-1], ends[1][1:], strict=True))


def _corners(case: Case, spans: Mapping[str, Range]) -> list[Case]:
    """Every combination of ends, the rate at its high one: at none the others move nothing."""
    names = [name for name in spans if name not in ("rate", "lender")]
    top: dict[str, object] = {name: spans[name].high for name in ("rate", "lender") if name in spans}
    made = []
    for choice in product(ENDS, repeat=len(names)):
        values = top | {name: getattr(spans[name], end) for name, end in zip(names, choice, strict=True)}
        if values.get("uplift") == getattr(spans.get("uplift"), "low", None) and "lender" in spans:
            values["lender"] = spans["lender"].low
        made.append(_with(case, values))
    return made


def _with(case: Case, values: dict[str, object]) -> Case:
    """The case with values for what is not known; a lender that adds nothing has no uplift, and interest that was
    entered depends on no rate."""
    if "uplift" in values and values.get("lender") == "credit_card":
        values["uplift"] = ZERO
    if values.get("compound") == "all" and case.rest == "none":
        values["rest"] = "monthly"
    if "rate" in values and case.interest is not None:
        values["rows"] = tuple((i.due_on, i.principal, i.interest, i.fee) for i in case.instalments())
    return replace(case, **values)  # type: ignore[arg-type]
