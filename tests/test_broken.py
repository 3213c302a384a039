"""A payment of a proposal that is missed, and what it falls back on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from overdue import OverdueError, Payment, accrue
from overdue.proposal import (
    InstalmentPlan,
    LumpSum,
    Waiver,
    break_even,
    settle,
)
from tests.naive import half_up, owe
from tests.offered import NEXT, TODAY, job

D = Decimal


def test_a_broken_plan_falls_back_on_the_old_contract():
    plan = InstalmentPlan(first_on=NEXT, months=6, waive=Waiver(penalty="1"))
    found = settle(job(), plan, TODAY)
    assert found.schedule.rows[0].payment == D("545.00")  # 3,270 / 6
    broken = found.if_broken(after=2)
    assert (broken.on, broken.missed, broken.paid, broken.balance) == (date(2026, 9, 30), 3, 1090, 2180)
    # Day by day, written apart: penalty never stopped, what was paid met interest first.
    paid = [Payment(paid_on=row.due_on, amount=row.payment) for row in found.schedule.rows[:2]]
    by_hand = owe(job(), date(2026, 9, 30), paid, "legal")
    assert broken.total == sum(by_hand[n] for n in ("principal", "interest", "fees", "penalty", "compound"))
    assert (broken.principal, broken.penalty) == (by_hand["principal"], by_hand["penalty"])


def test_what_revives_and_what_resumes_is_what_the_terms_say():
    terms = {"first_on": NEXT, "months": 6, "annual_rate": "0.06", "waive": Waiver(penalty="1")}
    ends = {}
    for revives in (True, False):
        for resumes in (True, False):
            plan = InstalmentPlan(**terms, waiver_revives=revives, penalty_resumes=resumes)
            found = settle(job(), plan, TODAY)
            ends[revives, resumes] = found.if_broken(after=2)
    assert found.waived == D("317.25")
    balance = found.schedule.rows[1].balance
    assert ends[False, False].total == balance
    assert ends[True, False].total == balance + D("317.25")
    assert ends[False, True].total == _on_what_was_left(found, (D(1000),) * 3, (D(90),) * 3)
    assert ends[False, False].ledger is None
    assert max(end.total for end in ends.values()) == ends[True, True].total


def _on_what_was_left(found, principal, interest, after=2):
    """Owed when a payment is missed if what was waived stays off: from the day of agreement on what was left."""
    left = [{"p": Fraction(p), "i": Fraction(i), "g": Fraction(0)} for p, i in zip(principal, interest, strict=True)]
    day = TODAY
    for row in found.schedule.rows[: after + 1]:
        for part in left:
            part["g"] = half_up(part["g"] + part["p"] * Fraction(27, 36000) * (row.due_on - day).days)
        day, money = row.due_on, Fraction(row.payment) if row.number <= after else Fraction(0)
        for name in "igp":
            for part in left:
                used = min(money, part[name])
                part[name] -= used
                money -= used
    return sum(sum(part.values()) for part in left)


def test_what_was_waived_stays_off_and_penalty_runs_on_what_was_left():
    # Half of the principal is given up, all of the penalty: 1,500 of it is left from the oldest instalments on.
    waive = Waiver(penalty="1", principal="0.5")
    plan = InstalmentPlan(first_on=NEXT, months=6, waive=waive, waiver_revives=False)
    found = settle(job(), plan, TODAY)
    broken = found.if_broken(after=2)
    assert broken.total == _on_what_was_left(found, (D(0), D(500), D(1000)), (D(90),) * 3)
    assert broken.total < settle(job(), plan.model_copy(update={"waiver_revives": True}), TODAY).if_broken(2).total


def test_a_broken_plan_for_the_whole_loan_is_told_whole():
    loan = job(later=3)
    plan = InstalmentPlan(first_on=NEXT, months=6, whole=True)
    broken = settle(loan, plan, TODAY).if_broken(after=0)
    old = accrue(loan, NEXT)
    assert (broken.total, broken.not_due) == (old.total, old.not_due) and broken.not_due > 0
    assert broken.altogether == broken.total + broken.not_due
    # Paid in advance: what six twelfths of everything leave over meets what falls due later.
    ahead = settle(loan, plan.model_copy(update={"months": 2}), TODAY).if_broken(after=1)
    assert ahead.not_due == max(0, ahead.ledger.not_due - ahead.ledger.surplus)


def test_break_even_says_why_there_is_none():
    nothing = InstalmentPlan(first_on=NEXT, months=6, waive=Waiver(penalty="1", interest="1", principal="1"))
    lump = LumpSum(pay_on=TODAY)
    assert break_even(job(), lump, nothing, TODAY).reason == "proposal.plan_asks_nothing"
    early = date(2025, 12, 1)
    plan = InstalmentPlan(first_on=NEXT, months=6)
    even = break_even(job(), LumpSum(pay_on=early), plan, early)
    assert even.amount is None and even.reason == "proposal.owes_nothing"


def test_a_missed_lump_sum_leaves_the_full_debt():
    found = settle(job(), LumpSum(pay_on=date(2026, 7, 10), waive=Waiver(penalty="1")), TODAY)
    assert found.if_broken(after=0).total == D("3609.75")
    with pytest.raises(OverdueError) as refused:
        found.if_broken(after=1)
    assert refused.value.fields == {"after": 1, "payments": 1}


def test_a_missed_payment_says_what_fell_due_under_the_contract_meanwhile():
    found = settle(job(later=3), InstalmentPlan(first_on=NEXT, months=6), TODAY)
    broken = found.if_broken(after=1)  # on 30 August
    assert broken.contract_due == 2180
    assert broken.total == accrue(job(later=3), broken.on, [Payment(paid_on=NEXT, amount=found.cash[0].amount)]).total
