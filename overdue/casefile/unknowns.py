"""What a person does not know: the range each unknown is given, and the band of what may be owed."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from overdue.accrual import accrue
from overdue.bill import LINES, Band, Bill, band
from overdue.bill.band import Ends
from overdue.casefile.case import Case
from overdue.law import LAW
from overdue.model import ZERO, Citation, Loan
from overdue.periods import add_period

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


class Raised(NamedTuple):
    """What has grown by a day where the uplift was not given: between which sums, in yuan, by the ends of its range;
    ``usual`` is the uplift in percent that the case counts with."""

    usual: Decimal
    low: Decimal
    high: Decimal


def ranges(case: Case) -> tuple[Range, ...]:
    """The range of everything the person does not know, in the order of the form.

    Rules: CAP-3 (the rate, asked for the day looked at), PEN-1 (the raise, asked for the contract day;
    none for cards and private loans), PEN-2 and PEN-3. Raises ``NotInForce`` before those days.

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
    if case.daily_rate is not None:  # penalty is counted by it; so is nothing else where the interest is known
        idle = {"uplift", "rate"} if case.interest is not None or case.rows else {"uplift"}
        return tuple(name for name in unknown if name not in idle)
    return tuple(unknown)


def stands_in(case: Case, name: str) -> str:
    """The code of what is said of a usual reading: without the yearly rate a daily one still counts penalty."""
    return "rate_later" if name == "rate" and case.daily_rate is not None else name


def _uplifts(case: Case) -> tuple[Decimal, Decimal, Decimal]:
    """The lowest, the usual and the highest uplift in percent; none is usual for cards and private loans."""
    low, high = (100 * LAW.value("PEN-1", end, case.contracted) for end in ("uplift_min", "uplift_max"))
    return (ZERO, ZERO, high) if case.lender in (CARD, "private") else (low, high, high)


def _range(case: Case, name: str) -> Range:
    if name == "rate":
        line = 100 * LAW.value("CAP-3", "annual_rate", case.as_of)
        return Range(name, ZERO, ZERO, line, True, LAW.cites(("CAP-3",)))
    if name == "uplift":
        bare = case.lender in (CARD, "private")
        return Range(name, *_uplifts(case), bare, LAW.cites(("PEN-1",)))
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
        loan = replace(case, **values).loan()  # type: ignore[arg-type]
        if case.rate is None and case.interest is not None:  # interest that was entered depends on no rate
            return loan.model_copy(update={"instalments": case.instalments()})
        return loan

    return band(make, spans, case.as_of, case.payments, case.payment_order)


def usual_uplift(case: Case) -> Decimal | None:
    """The uplift, in percent, that stands in while the contract's own is not known; None where penalty does not rest
    on one that nobody gave.

    >>> from overdue.casefile import read
    >>> [usual_uplift(read({"story": "job", "uplift": given}, date(2026, 6, 30))[0]) for given in ("?", "30")]
    [Decimal('50.0'), None]
    """
    if not case.rate or "uplift" not in assumed(case):
        return None
    return _uplifts(case)[1]


def raised_on(case: Case, day: date) -> Raised | None:
    """What rests on an uplift that nobody gave, at the end of a day; None where nothing does.

    At the low end nothing is added while nobody knows whether the lender is one that adds any.

    >>> from overdue.casefile import read
    >>> given = {"due_on": "2026-08-20", "principal": "1000", "rate": "24", "lender": "bank"}
    >>> raised_on(read(given, date(2026, 11, 28))[0], date(2026, 11, 28))
    Raised(usual=Decimal('50.0'), low=Decimal('86.67'), high=Decimal('100.00'))
    """
    usual = usual_uplift(case)
    if usual is None:
        return None
    least, _, most = _uplifts(case)
    ends = (ZERO if case.lender == "unknown" else least, most)
    low, high = (
        accrue(replace(case, uplift=end).loan(), day, case.payments, case.payment_order).growing for end in ends
    )
    return None if low == high else Raised(usual, low, high)


def extreme(case: Case, end: Literal["low", "high"]) -> Case:
    """The case with everything that is not known at one end of its range, and the interest that was entered."""
    values: dict[str, object] = {span.name: getattr(span, end) for span in ranges(case)}
    if end == "low" and {"uplift", "lender"} <= values.keys():
        values["uplift"] = ZERO
    if values.get("compound") == "all" and case.rest == "none":
        values["rest"] = "monthly"
    if "rate" in values and case.interest is not None:
        values["rows"] = tuple((i.due_on, i.principal, i.interest, i.fee) for i in case.instalments())
    return replace(case, **values)  # type: ignore[arg-type]


def unsaid_fees(case: Case) -> Decimal | None:
    """The fees on a person's bill of which the contract's figures say nothing; None where there are none such."""
    said = case.fee is not None or case.rows or case.late_fee or case.story is not None
    return None if said else case.bill_fees or None


def judged_bill(case: Case) -> Bill | None:
    """The bill as far as the figures of the contract can judge it: without fees of which they say nothing.

    >>> from overdue.casefile import read
    >>> given = {"bill_total": "1000", "bill_fees": "150", "principal": "500", "due_on": "2026-08-20"}
    >>> bills = [judged_bill(read(given | extra, date(2026, 11, 28))[0]) for extra in ({}, {"fee": "0"})]
    >>> [(bill.total, bill.fees) for bill in bills]
    [(Decimal('850'), None), (Decimal('1000'), Decimal('150'))]
    """
    bill, fees = case.bill(), unsaid_fees(case)
    if bill is None or fees is None:
        return bill
    left = {name: bill.amount(name) for name in LINES} | {"fees": None}
    if bill.total is not None:
        left["total"] = max(ZERO, bill.total - fees)
    return Bill(**left, days=bill.days) if any(amount is not None for amount in left.values()) else None


def further_due(case: Case) -> int:
    """How many due days after the missed ones have passed by the day looked at, whether or not it was said how much
    is still to come: whether these were paid is asked. None where nothing comes after them: a card's bill is one sum,
    and where nothing is left there is no later instalment."""
    if case.missing or case.rows or case.accelerated_on is not None or one_bill(case):
        return 0
    if case.remaining is None:
        return max(0, case.can_be_missed() - case.missed)
    return case.passed()


def one_bill(case: Case) -> bool:
    """Whether it is a card whose bill is one sum: it has no instalments to count, and holds its interest."""
    return case.lender == CARD and case.missed == 1 and not case.interest


def unanswered(case: Case) -> int:
    """How many of those nobody has said anything of: they are in no sum."""
    answered = case.later == "paid" or (case.later == "missed" and case.remaining)
    return 0 if answered else further_due(case)


def later_said(case: Case, said: str) -> tuple[str, str]:
    """Which figure an answer to that question sets, and to what: what is unpaid too goes on with the principal said to
    be left; where none was said, the count goes up."""
    if said == "missed" and not case.remaining:
        return "missed", str(case.missed + further_due(case))
    return "later", said


def asks_anew(case: Case, name: str) -> bool:
    """Whether a figure that is being given opens that question: principal not yet due, given for the first time."""
    return name == "remaining" and not case.remaining


def to_come_unsaid(case: Case) -> bool:
    """Whether a person's own figures do not say what is not yet due: a sum for a later day is then without it."""
    if case.story is not None or case.missing or one_bill(case) or case.accelerated_on is not None:
        return False
    return max(each.due_on for each in case.instalments()) <= case.as_of if case.rows else case.remaining is None


def interest_unsaid(case: Case) -> bool:
    """Whether nothing says what interest the instalments bear: a daily rate, once overdue, is for penalty alone."""
    own = case.story is None and not case.missing and not case.rows and not one_bill(case)
    return own and case.daily_rate is not None and case.rate is None and case.interest is None


def all_listed(case: Case) -> bool:
    """Whether the instalments listed may be all of the contract: the first falls due within two months of its day.

    Those of a repayment page alone would make a loan of a few weeks, and a yearly cost that is none.
    """
    return bool(case.rows) and case.contract_on is not None and case.first_due <= add_period(case.contract_on, months=2)
