"""A second, independent reckoning of one debt: under its contract, day after day, in fen and fractions.

Written from the contract of the arithmetic, without the product's code: of it only the models are read.
"""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from math import floor

from tests.naive import corresponding

NAMES = ("principal", "interest", "fee", "late", "penalty", "compound")
RANK = ("interest", "compound", "penalty", "fee", "late")


def fens(yuan) -> Fraction | int:
    value = Fraction(yuan) * 100
    return int(value) if value.denominator == 1 else value


def whole(value) -> int:
    return value if isinstance(value, int) else floor(value + Fraction(1, 2))


class Item:
    """One instalment; a growing figure is what was stated at the last payment and base × days since."""

    def __init__(self, due, principal, interest, fee, called=False):
        self.due, self.called = due, called
        self.held = {"principal": principal, "interest": interest, "fee": fee, "late": 0}
        self.stated = {"penalty": 0, "compound": 0}
        self.days = {"penalty": 0, "compound": 0}
        self.rested, self.bears = 0, False

    def exact(self, name, per_day):
        if name in self.stated:
            return self.stated[name] + (self.days[name] * per_day if self.days[name] else 0)
        return self.held[name]

    def planned(self):
        return sum(whole(self.held[name]) for name in ("principal", "interest", "fee"))


class Owing:
    """A debt under its contract, from its contract day on; ``night`` lets one day pass."""

    def __init__(self, debt, as_of):
        self.key, self.loan, self.order = debt.key, debt.loan, debt.order
        self.terms = terms = debt.loan.penalty
        uplift = None if terms.uplift is None else Fraction(terms.uplift)
        self.per_day = (
            Fraction(terms.daily_rate)
            if terms.daily_rate is not None
            else Fraction(debt.loan.annual_rate) * (1 + uplift) / terms.day_basis
        )
        self.before = {}
        for payment in debt.payments:
            if payment.paid_on <= as_of:
                self.before[payment.paid_on] = self.before.get(payment.paid_on, 0) + fens(payment.amount)
        plan = sorted(debt.loan.instalments, key=lambda i: i.due_on)
        self.coming = [Item(i.due_on, fens(i.principal), fens(i.interest), fens(i.fee)) for i in plan]
        self.items, self.credit, self.charged, self.given = [], 0, 0, []
        self.due_days = [item.due for item in self.coming]
        self.late_since, self.cured, self.done = None, None, None
        self.day = min([debt.loan.contract_on, *self.before]) - timedelta(1)
        while self.day < as_of:
            self.night()
        self.charged, self.begun = 0, self.left()
        self.done = self.done and as_of
        self.look()

    def amount(self, item, name):
        days = item.days.get(name)
        if not days:
            return item.stated[name] if name in item.stated else whole(item.held[name])
        if isinstance(days, int):
            up, low = self.per_day.numerator, self.per_day.denominator
            return item.stated[name] + (2 * days * up + low) // (2 * low)
        return whole(item.exact(name, self.per_day))

    def due(self):
        return sum(self.amount(item, name) for item in self.items for name in NAMES)

    def left(self):
        return max(0, self.due() + sum(amount for _, amount in self.to_come()) - self.credit)

    def ahead(self, before):
        return max(0, sum(amount for due, amount in self.to_come() if due < before) - self.credit)

    def to_come(self):
        """What falls due later, as far as it is known today: a day on which all is called in is known."""
        called = self.loan.accelerated_on
        if called is None or called <= self.day:
            return [(item.due, item.planned()) for item in self.coming]
        due = [(item.due, item.planned()) for item in self.coming if item.due <= called]
        return [*due, *((called, whole(rest) + earned) for rest, earned in self.rest(called) if rest)]

    def rest(self, called):
        rest = sum(item.held["principal"] for item in self.coming if item.due > called)
        since = max([day for day in self.due_days if day <= called], default=self.loan.contract_on)
        earned = Fraction(rest) * Fraction(self.loan.annual_rate) * (called - since).days / self.terms.day_basis
        return [(rest, whole(earned))]

    def night(self):
        self.day += timedelta(1)
        day, terms = self.day, self.terms
        gone = self.loan.compensated_on
        for item in self.items:
            grace = 0 if item.called else terms.grace_days
            past = (day - item.due).days
            if past <= grace or (gone is not None and day > gone):
                continue
            if past == grace + 1:
                item.bears = any(item.held[name] for name in ("principal", "interest", "fee"))
                if item.bears and not item.called:
                    item.held["late"] = fens(terms.late_fee)
            if item.bears:
                count = grace + 1 if past == grace + 1 else 1
                with_interest = item.held["interest"] if terms.base == "principal_and_interest" else 0
                item.days["penalty"] += (item.held["principal"] + with_interest) * count
                if terms.compound != "none":
                    item.days["compound"] += (item.held["interest"] + item.rested) * count
            step = {"none": 0, "monthly": 1, "quarterly": 3}[terms.rest]
            months = 12 * (day.year - item.due.year) + day.month - item.due.month
            if step and months and months % step == 0 and corresponding(item.due, months) == day:
                item.rested = item.exact("penalty", self.per_day)
        self.fall_due()
        self.look()
        if day in self.before:
            self.receive(self.before[day])
        self.look()

    def fall_due(self):
        day, called = self.day, self.loan.accelerated_on
        new = [item for item in self.coming if item.due == day]
        self.coming = [item for item in self.coming if item.due != day]
        self.items += new
        if called == day and self.coming:
            ((rest, earned),) = self.rest(called)
            self.coming = []
            if rest:
                new.append(Item(day, rest, earned, 0, called=True))
                self.items.append(new[-1])
        if new and self.credit:
            self.receive(0)

    def receive(self, money):
        for item in self.items:
            for name in item.held:
                item.held[name] = whole(item.held[name])
            for name in item.stated:
                item.stated[name], item.days[name] = self.amount(item, name), 0
            item.rested = min(whole(item.rested), item.stated["penalty"])
        money += self.credit
        order = self.order
        if order == "by_instalment":
            turns = [(item, name) for item in self.items for name in (*RANK, "principal")]
        elif order == "principal_first":
            turns = [(item, name) for name in ("principal", *RANK) for item in self.items]
        else:
            turns = [(item, name) for name in (*RANK, "principal") for item in self.items]
        for item, name in turns:
            place = item.stated if name in item.stated else item.held
            used = min(money, place[name])
            place[name] -= used
            money -= used
            if name == "penalty":
                item.rested = max(0, item.rested - used)
            if name in ("penalty", "compound", "late"):
                self.charged += used
        self.credit = money

    def pay(self, money):
        if money:
            self.receive(money)
            self.given.append((self.day, money))
            self.look()

    def look(self):
        """Note when it is late, when the last overdue yuan is paid, and when nothing is left of it."""
        past = [item for item in self.items if (self.day - item.due).days > self.terms.grace_days + 1]
        for item in past:
            if not any(item.held.values()) and not any(self.amount(item, name) for name in item.stated):
                self.items.remove(item)
        late = any(item.due < self.day and any(self.amount(item, name) for name in NAMES) for item in self.items)
        if late:
            self.late_since = self.late_since or self.day
        elif self.late_since:
            self.late_since, self.cured = None, self.day
        if self.done is None and not self.due() and not any(amount for _, amount in self.to_come()):
            self.done = self.day
