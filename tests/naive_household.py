"""A second, independent division of a household's budget, in fen and fractions.

Written from what ``divide`` promises, without the product's code: of it only the models are read. What a taken offer
asks for is worked out in ``naive_offers``.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor

from tests.naive import corresponding
from tests.naive_debt import Owing, fens, whole


class Following:
    """A debt that follows its offer: ``asked`` as ``naive_offers`` has it."""

    def __init__(self, key, asked):
        self.key, self.done, self.given, self.free_on = key, None, [], asked.free_on
        self.cash = sorted((*asked.cash, *asked.runs_on))
        self.rest = sum(amount for _, amount in self.cash)
        self.plain, self.record = asked.plain, asked.record

    def left(self):
        return self.rest

    def take(self, money):
        self.rest -= money
        if not self.rest:
            self.done = self.free_on


def fair(money, asked):
    """By what is asked, rounded down, and a fen more for the largest remainders."""
    if money >= sum(asked.values()):
        return dict(asked)
    exact = {key: Fraction(money * amount, sum(asked.values())) for key, amount in asked.items()}
    shares = {key: floor(value) for key, value in exact.items()}
    for key in sorted(exact, key=lambda key: shares[key] - exact[key])[: money - sum(shares.values())]:
        shares[key] += 1
    return shares


def one_by_one(money, asked, turn):
    shares = {}
    for key in turn:
        shares[key] = min(money, asked.get(key, 0))
        money -= shares[key]
    return shares


def simulate(household, as_of, monthly, way, order, settled, talk_months, months):
    """Rows and courses of one way; ``settled`` holds what each offer that is taken asks for."""
    monthly = fens(monthly)
    paydays = [corresponding(as_of, number) for number in range(1, months + 1)]

    def month_of(day):
        return next((number for number, last in enumerate(paydays, 1) if day <= last), None)

    lumps = {}
    for help_ in household.helps:
        if month_of(help_.on):
            lumps[help_.on] = lumps.get(help_.on, 0) + fens(help_.amount)

    followed, shorts = [], []
    for debt in household.debts:
        if debt.key not in settled:
            continue
        one = Following(debt.key, settled[debt.key])
        for number, last in enumerate(paydays, 1):
            calls = [(day, amount) for f in (*followed, one) for day, amount in f.cash if month_of(day) == number]
            came = [(day, amount) for day, amount in lumps.items() if month_of(day) == number]
            gaps = [
                sum(a for d, a in calls if d <= day) - monthly - sum(a for d, a in came if d <= day) for day, _ in calls
            ]
            if any(month_of(day) == number for day, _ in one.cash) and max(gaps) > 0:
                shorts.append((last, max(gaps), "offer", one.key))
                break
        else:
            followed.append(one)
    names = {one.key for one in followed}
    owing = [Owing(debt, as_of) for debt in household.debts if debt.key not in names]

    keys = [debt.key for debt in household.debts]
    if way == "dearest":

        def dear(debt):
            if debt.loan.compensated_on is not None and debt.loan.compensated_on <= as_of:
                return 0
            terms = debt.loan.penalty
            if terms.daily_rate is not None:
                return Fraction(terms.daily_rate)
            return Fraction(debt.loan.annual_rate) * (1 + Fraction(terms.uplift)) / terms.day_basis

        turn = [debt.key for debt in sorted(household.debts, key=lambda debt: -dear(debt))]
    elif way == "smallest":
        turn = [one.key for one in sorted(owing, key=lambda one: one.begun)]
    else:
        turn = [*order, *(key for key in keys if key not in order)]

    quiet = talk_months if way == "talk" else 0
    kept = 0
    for number in range(1, quiet + 1):
        ask = sum(amount for one in followed for day, amount in one.cash if month_of(day) == number)
        need = max(0, ask - monthly)
        for day in sorted(day for day in lumps if month_of(day) == number):
            use = min(need, lumps[day])
            need -= use
            kept += lumps[day] - use
            lumps[day] = use
    if kept:
        lumps[paydays[quiet]] = lumps.get(paydays[quiet], 0) + kept
    lumps = {day: amount for day, amount in lumps.items() if amount}

    rows, income_short = [], None
    cushion = fens(household.savings)
    for number, payday in enumerate(paydays, 1):
        if not any(one.left() for one in (*owing, *followed)):
            break
        asks = [[day, one.key, amount] for one in followed for day, amount in one.cash if month_of(day) == number]
        asks.sort()
        need = max(0, sum(ask[2] for ask in asks) - monthly)
        following = paydays[number] if number < months else payday
        for day in [*sorted(day for day in lumps if month_of(day) == number and day < payday), payday]:
            money = lumps.get(day, 0) + (monthly if day == payday else 0)
            budget, paid = money, {}
            part = sum(ask[2] for ask in asks) if day == payday else min(need, money)
            need -= min(need, part)
            money -= part
            for ask in asks:
                use = min(part, ask[2])
                ask[2] -= use
                part -= use
                if use:
                    paid[ask[1]] = paid.get(ask[1], 0) + use
            for one in followed:
                one.take(paid.get(one.key, 0))
            for one in owing:
                while one.day < day:
                    one.night()
            if number > quiet:
                share = (
                    (lambda money, asked: one_by_one(money, asked, turn))
                    if way in ("dearest", "smallest", "own")
                    else fair
                )
                first = share(money, {one.key: one.due() for one in owing})
                money -= sum(first.values())
                before = payday if day < payday else following
                second = share(money, {one.key: one.ahead(before) for one in owing})
                money -= sum(second.values())
                for one in owing:
                    total = first.get(one.key, 0) + second.get(one.key, 0)
                    if total:
                        paid[one.key] = total
                        one.pay(total)
            left = {one.key: one.left() for one in (*owing, *followed)}
            rows.append((0 if day < payday else number, day, budget, paid, left, money))
        if household.income is None or household.needs is None:
            continue
        cushion += fens(household.income) - fens(household.needs)
        cushion += sum(fens(h.amount) for h in household.helps if not h.from_savings and month_of(h.on) == number)
        cushion -= sum(sum(row[3].values()) for row in rows if month_of(row[1]) == number)
        if cushion < 0 and income_short is None:
            income_short = (payday, whole(-cushion), "income", None)
    last = max((row[1] for row in rows), default=as_of)
    for one in owing:
        while not one.left() and one.done is None:
            one.night()
    courses = {}
    for one in owing:
        record = corresponding(one.cured, 60) if one.done and one.cured else None
        courses[one.key] = (one.done, sum(a for _, a in one.given), one.charged, one.left(), record)
    for one in followed:
        paid = sum(amount for _, amount in one.cash) - one.rest
        record = one.record if one.done else None
        courses[one.key] = (one.done, paid, max(0, paid - one.plain), one.rest, record)
    return rows, courses, ([income_short] if income_short else []) + shorts, last
