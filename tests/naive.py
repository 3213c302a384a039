"""A second, independent reading of accrual: day after day with fractions, no closed form, no shared code."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import floor
from typing import Any

from overdue.model import Loan, Payment


def half_up(value: Fraction) -> Fraction:
    return Fraction(floor(value * 100 + Fraction(1, 2)), 100)


def corresponding(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def owe(loan: Loan, until: date, payments: Sequence[Payment], order: str) -> dict[str, Fraction]:
    """Sums owed on a day by a loop over all days; ``uplift`` or ``daily_rate`` must be given."""
    terms = loan.penalty
    basis = terms.day_basis
    if terms.daily_rate is not None:
        per_day = Fraction(terms.daily_rate)
    else:
        assert terms.uplift is not None
        per_day = Fraction(loan.annual_rate) * (1 + Fraction(terms.uplift)) / basis
    plan = sorted(loan.instalments, key=lambda i: i.due_on)
    items: list[dict[str, Any]] = []
    credit, not_due = Fraction(0), Fraction(0)
    for i in plan:
        items.append(
            {
                "due": i.due_on,
                "principal": Fraction(i.principal),
                "interest": Fraction(i.interest),
                "fee": Fraction(i.fee),
                "called": False,
            }
        )
    called = loan.accelerated_on if loan.accelerated_on and loan.accelerated_on <= until else None
    if called:
        later = [x for x in items if x["due"] > called]
        items = [x for x in items if x["due"] <= called]
        rest = sum((x["principal"] for x in later), Fraction(0))
        since = max([x["due"] for x in items], default=loan.contract_on)
        if rest:
            earned = half_up(rest * Fraction(loan.annual_rate) * (called - since).days / basis)
            items.append({"due": called, "principal": rest, "interest": earned, "fee": Fraction(0), "called": True})
    for x in items:
        x |= {
            "late": Fraction(0),
            "penalty": Fraction(0),
            "compound": Fraction(0),
            "rested": Fraction(0),
            "paid": Fraction(0),
        }
    day = min([loan.contract_on, *[p.paid_on for p in payments]])
    while day <= until:
        stopped = loan.compensated_on is not None and day > loan.compensated_on
        for x in items:
            if day <= x["due"] or stopped:
                continue
            grace = 0 if x["called"] else terms.grace_days
            past = (day - x["due"]).days
            if past <= grace or (
                loan.compensated_on is not None and loan.compensated_on <= x["due"] + timedelta(grace)
            ):
                continue
            catch_up = grace + 1 if past == grace + 1 else 1
            unpaid = x["principal"] + x["interest"] + x["fee"] > 0
            if past == grace + 1 and unpaid and not x["called"]:
                x["late"] = Fraction(terms.late_fee)
            if past == grace + 1:
                x["bears"] = unpaid
            if not x.get("bears"):
                continue
            base = x["principal"] + (x["interest"] if terms.base == "principal_and_interest" else 0)
            x["penalty"] += base * per_day * catch_up
            if terms.compound != "none":
                x["compound"] += (x["interest"] + x["rested"]) * per_day * catch_up
            step = {"none": 0, "monthly": 1, "quarterly": 3}[terms.rest]
            if step and any(corresponding(x["due"], step * n) == day for n in range(1, 400 // step)):
                x["rested"] = x["penalty"]
        today = [p for p in payments if p.paid_on == day]
        if today or (credit and any(x["due"] == day for x in items)):
            money = credit + sum((Fraction(p.amount) for p in today), Fraction(0))
            open_items = [x for x in items if x["due"] <= day]
            for x in open_items:
                for name in ("principal", "interest", "fee", "penalty", "compound"):
                    x[name] = half_up(x[name])
                x["rested"] = min(half_up(x["rested"]), x["penalty"])
            ranked = ("interest", "compound", "penalty", "fee", "late")
            if order == "by_instalment":
                turns = [(x, n) for x in open_items for n in (*ranked, "principal")]
            elif order == "legal":
                turns = [(x, n) for n in ranked for x in open_items] + [(x, "principal") for x in open_items]
            else:
                turns = [(x, "principal") for x in open_items] + [(x, n) for n in ranked for x in open_items]
            for x, name in turns:
                used = min(money, x[name])
                x[name] -= used
                money -= used
                if name == "penalty":
                    x["rested"] = max(Fraction(0), x["rested"] - used)
            credit = money
        day += timedelta(1)
    due = [x for x in items if x["due"] <= until]
    later = [x for x in items if x["due"] > until]
    not_due = sum((half_up(x[n]) for x in later for n in ("principal", "interest", "fee")), Fraction(0))

    def add(*names: str) -> Fraction:
        return sum((half_up(x[n]) for x in due for n in names), Fraction(0))

    return {
        "principal": add("principal"),
        "interest": add("interest"),
        "fees": add("fee", "late"),
        "penalty": add("penalty"),
        "compound": add("compound"),
        "not_due": not_due,
        "surplus": credit,
    }
