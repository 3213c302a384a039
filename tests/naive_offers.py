"""What a taken offer asks for, worked out a second time from the contract of the arithmetic, without our code.

A lump sum is the debt at the end of its day, a plan the debt at the end of the day of agreement, less what is waived
(rounded a component) and, for a plan, the down payment. Fen and fractions.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.naive import corresponding
from tests.naive_debt import NAMES, Owing, fens, whole


@dataclass
class Asked:
    """Its own payments and what the contract asks for beside it, as (day, fen); what of both is no charge."""

    cash: list[tuple[date, int]]
    runs_on: list[tuple[date, int]]
    plain: int
    free_on: date
    record: date | None


def asked(debt, as_of: date) -> Asked | None:
    """None where there is nothing to settle."""
    offer = debt.offer
    lump = hasattr(offer, "pay_on")
    at = offer.pay_on if lump else as_of
    owing = Owing(debt, as_of)
    while owing.day < at:
        owing.night()
    found = {name: sum(owing.amount(item, name) for item in owing.items) for name in NAMES}
    later = owing.to_come()
    if offer.whole:
        rest, earned = whole_rest(owing, at)
        found["principal"] += rest
        found["interest"] += earned
        later = []
    plain = found["principal"] + found["interest"] + found["fee"]
    due = sum(found.values())
    if lump and offer.amount is not None:
        due = fens(offer.amount)
    else:
        given_up = {"principal": offer.waive.principal, "interest": offer.waive.interest, "fee": offer.waive.interest}
        due -= sum(whole(Fraction(given_up.get(name, offer.waive.penalty)) * amount) for name, amount in found.items())
    if due <= 0:
        return None
    cash = [(at, due)] if lump else plan(offer, due, as_of)
    runs_on, credit = [], owing.credit
    for day, amount in later:
        used = min(credit, amount)
        credit -= used
        runs_on.append((day, amount - used))
    last = max(day for day, _ in cash)
    free_on = max([last, *(day for day, _ in later)])
    return Asked(cash, runs_on, plain + sum(amount for _, amount in runs_on), free_on, corresponding(last, 60))


def whole_rest(owing: Owing, at: date):
    """Principal not yet due, and the interest it has earned since the last due day (article 677)."""
    rest = sum(item.held["principal"] for item in owing.coming)
    since = max([day for day in owing.due_days if day <= at], default=owing.loan.contract_on)
    earned = Fraction(rest) * Fraction(owing.loan.annual_rate) * (at - since).days / owing.terms.day_basis
    return rest, whole(earned)


def plan(offer, due, as_of):
    """Its payments; the first of them a corresponding month after the agreement, or at no rate on any day."""
    down = fens(offer.down_payment)
    balance, months = due - down, offer.months
    monthly = Fraction(offer.annual_rate) / 12
    days = [corresponding(offer.first_on, number) for number in range(months)]
    cash = [(as_of, down)] if down else []
    level = Fraction(balance, months)
    if monthly and offer.method == "level_payment":
        level = balance * monthly / (1 - 1 / (1 + monthly) ** months)
    fee, left = whole(balance * monthly), balance
    for number, day in enumerate(days, 1):
        interest = fee if offer.method == "flat_fee" else whole(left * monthly)
        part = whole(level) - interest if offer.method == "level_payment" and monthly else whole(level)
        part = left if number == months else min(part, left)
        left -= part
        cash.append((day, part + interest))
    return cash
