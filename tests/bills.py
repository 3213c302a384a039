"""A lender that makes bills by any reading, and a reader that lists the readings of a bill.

Written from the settled arithmetic in fractions, event after event; it shares no code with the check it proves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

from overdue.model import Loan, Payment
from tests.naive import corresponding, half_up

How = dict[str, Any]  # a reading: its name of each point, and what it says of it
LINES = ("principal", "interest", "penalty", "compound", "fees")
BEARING = [("principal", c) for c in ("none", "interest", "monthly", "quarterly")] + [
    ("principal_and_interest", "none")
]
STEPS = {"monthly": 1, "quarterly": 3}
# Where contract interest beside the penalty stands, and whether it bears on principal or on the whole base.
TOPS = [(where, on) for where in ("together", "interest", "penalty") for on in ("principal", "base")]


def yuan(value: Fraction) -> Decimal:
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("0.01"))


class Part:
    def __init__(self, due: date, principal: Fraction, interest: Fraction, fee: Fraction) -> None:
        self.due = due
        self.principal, self.interest, self.fee = principal, interest, fee
        self.penalty = self.running = self.compound = self.rested = Fraction(0)

    def grow(self, how: How, rate: Fraction, raised: Fraction, days: int) -> None:
        """Days pass on what is unpaid."""
        base = self.principal
        base += self.interest if how["base"] == "principal_and_interest" else 0
        base += self.fee if how["fee"] else 0
        self.penalty += base * raised * days
        if how["top"]:
            where, on = how["top"]
            more = (base if on == "base" else self.principal) * rate * days
            if where == "together":
                self.penalty += more
            else:
                self.running += more
        if how["compound"] != "none":
            self.compound += (self.interest + self.rested) * raised * days

    def state(self) -> None:
        """Every figure at its rounded value."""
        for name in ("principal", "interest", "fee", "penalty", "running", "compound"):
            setattr(self, name, half_up(getattr(self, name)))
        self.rested = min(half_up(self.rested), self.penalty)


def plan(lent: Loan, as_of: date, how: How) -> list[Part]:
    """What has fallen due or was called in."""
    rows = sorted((i.due_on, Fraction(i.principal), Fraction(i.interest), Fraction(i.fee)) for i in lent.instalments)
    called = how["called"]
    due = [row for row in rows if row[0] <= (called or as_of)]
    rest = sum((row[1] for row in rows if called and row[0] > called), Fraction(0))
    if rest:
        since = max((row[0] for row in due), default=lent.contract_on)
        earned = rest * Fraction(lent.annual_rate) * (called - since).days / how["day_basis"]
        due.append((called, rest, half_up(earned), Fraction(0)))
    return [Part(*row) for row in due]


def make(
    lent: Loan, as_of: date, how: How, payments: Iterable[Payment] = (), order: str = "legal"
) -> dict[str, Decimal]:
    """The lines of a bill by one reading, in yuan."""
    parts = plan(lent, as_of, how)
    rate = Fraction(lent.annual_rate) / how["day_basis"]
    assert lent.penalty.uplift is not None
    raised = rate * (1 + Fraction(lent.penalty.uplift))
    step, credit = STEPS.get(how["compound"], 0), Fraction(0)
    rests = {part: {corresponding(part.due, step * n) for n in range(1, 60)} if step else set() for part in parts}
    money: dict[date, Fraction] = {}
    for payment in payments:
        money[payment.paid_on] = money.get(payment.paid_on, Fraction(0)) + Fraction(payment.amount)
    days = {as_of, *money, *(part.due for part in parts), *(day for marks in rests.values() for day in marks)}
    seen: date | None = None
    for day in sorted(day for day in days if day <= as_of):
        for part in parts:
            if day > part.due:
                since = part.due if seen is None else max(seen, part.due)
                part.grow(how, rate, raised, (day - since).days + (how["both"] and since == part.due))
            if day in rests[part]:
                part.rested = part.penalty
        seen = day
        open_parts = [part for part in parts if part.due <= day]
        if day in money or (credit and any(part.due == day for part in parts)):
            for part in open_parts:
                part.state()
            credit = pay(open_parts, credit + money.get(day, Fraction(0)), order, how)
    if how["today"]:
        for part in parts:
            if part.due == as_of:
                part.grow(how, rate, raised, 1)
    for part in parts:
        part.state()
    sums = {name: sum((getattr(part, name) for part in parts), Fraction(0)) for name in (*LINES[:4], "running", "fee")}
    running, fees = sums.pop("running"), sums.pop("fee")
    sums["interest" if how["top"] and how["top"][0] == "interest" else "penalty"] += running
    lines = {name: yuan(value) for name, value in (sums | {"fees": fees}).items()}
    return lines | {"total": sum(lines.values(), Decimal(0))}


def pay(parts: Sequence[Part], money: Fraction, order: str, how: How) -> Fraction:
    late = how["top"] and how["top"][0] == "penalty"
    names = ["interest", *(("compound", "running") if late else ("running", "compound")), "penalty", "fee", "principal"]
    turns = [(part, name) for name in names for part in parts]
    if order == "by_instalment":
        turns = [(part, name) for part in parts for name in names]
    for part, name in turns:
        used = min(money, getattr(part, name))
        setattr(part, name, getattr(part, name) - used)
        money -= used
        if name == "penalty":
            part.rested = max(Fraction(0), part.rested - used)
    return money


def calls(lent: Loan, as_of: date, missed_on: date) -> list[date | None]:
    """The days on which everything may have been called in."""
    last = max(i.due_on for i in lent.instalments)
    return [None, *(dict.fromkeys(day for day in (missed_on, as_of) if last > day))]


def readings(lent: Loan, as_of: date, missed_on: date) -> Iterator[How]:
    """Every reading there is, and every way in which a bill by it may be written."""
    fees = (False, True) if any(i.fee for i in lent.instalments) else (False,)
    for basis, both, fee, (base, compound), called in product(
        (360, 365), (False, True), fees, BEARING, calls(lent, as_of, missed_on)
    ):
        wide = fee or base != "principal"
        tops = [None, *(top for top in TOPS if wide or top[1] == "principal")]
        due_today = both and (called == as_of or any(i.due_on == as_of for i in lent.instalments))
        for top, today in product(tops, (False, True) if due_today else (False,)):
            yield {
                "day_basis": basis,
                "both": both,
                "top": top,
                "fee": fee,
                "base": base,
                "compound": compound,
                "called": called,
                "today": today,
            }


def name(lent: Loan, how: How) -> dict[str, object]:
    """A reading as the check names it: only where it leaves the contract as entered."""
    named = {"day_basis": how["day_basis"]} if how["day_basis"] != lent.penalty.day_basis else {}
    named |= {
        key: True for key, flag in (("both_days", "both"), ("on_top", "top"), ("fee_in_base", "fee")) if how[flag]
    }
    named |= {"base": how["base"]} if how["base"] != "principal" else {}
    named |= {"compound": how["compound"]} if how["compound"] != "none" else {}
    return named | ({"accelerated_on": how["called"]} if how["called"] else {})


def fits(bill: Mapping[str, Decimal], lines: dict[str, Decimal]) -> bool:
    """Whether a bill is what a reading gives; compound interest without a line may stand with penalty or interest."""
    written = [lines]
    if "compound" not in bill:
        written = [lines | {into: lines[into] + lines["compound"]} for into in ("penalty", "interest")]
    return any(all(way[line] == amount for line, amount in bill.items()) for way in written)
