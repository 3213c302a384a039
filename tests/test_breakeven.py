"""Where two proposals cost the same: by hand, and put in again."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overdue import OverdueError
from overdue.proposal import (
    InstalmentPlan,
    LumpSum,
    Waiver,
    break_even,
    break_even_curve,
    equal_plan_rate,
    equal_worth_rate,
    settle,
)
from tests.offered import HALF, NEXT, TODAY, job

D = Decimal


def test_break_even_by_hand():
    plan = InstalmentPlan(first_on=NEXT, months=12, waive=HALF)
    even = break_even(job(), LumpSum(pay_on=TODAY), plan, TODAY)
    assert (even.amount, even.waived, even.owed) == (D("3428.62"), D("158.63"), D("3587.25"))
    assert even.share == pytest.approx(D("158.63") / D("3587.25"))


def test_no_waiver_is_needed_where_the_plan_is_dearer_than_everything():
    plan = InstalmentPlan(first_on=NEXT, months=12, annual_rate="0.12")
    even = break_even(job(), LumpSum(pay_on=TODAY), plan, TODAY)
    assert (even.amount, even.share, even.reason) == (None, None, "proposal.lump_is_less")


@given(
    wait=st.integers(0, 400),
    months=st.integers(1, 60),
    rate=st.decimals("0", "0.24", places=3),
    waive=st.decimals("0", "1", places=2),
    discount=st.decimals("0", "0.5", places=3),
)
@settings(max_examples=40)
def test_break_even_plugged_back_in_makes_both_equal_to_the_fen(wait, months, rate, waive, discount):
    plan = InstalmentPlan(first_on=NEXT, months=months, annual_rate=rate, waive=Waiver(penalty=waive, interest=waive))
    lump = LumpSum(pay_on=TODAY + timedelta(wait))
    even = break_even(job(), lump, plan, TODAY, discount)
    later = settle(job(), plan, TODAY, discount_rate=discount)
    if even.amount is None:
        full = settle(job(), lump, TODAY, discount_rate=discount)
        assert full.present_value <= later.present_value
        return
    paid = settle(job(), lump.model_copy(update={"amount": even.amount}), TODAY, discount_rate=discount)
    assert paid.present_value == later.present_value
    assert (paid.waived, paid.total) == (even.waived, even.amount)


def test_the_curve_is_break_even_day_by_day():
    plan = InstalmentPlan(first_on=NEXT, months=12, waive=HALF)
    settled = settle(job(), plan, TODAY, discount_rate="0.04")
    days = [TODAY, date(2026, 9, 30), date(2027, 1, 31)]
    curve = break_even_curve(settled, days)
    assert curve == tuple(break_even(job(), LumpSum(pay_on=day), plan, TODAY, "0.04") for day in days)


def test_a_lump_sum_that_covers_more_of_the_contract_says_how_much():
    plan = InstalmentPlan(first_on=NEXT, months=12)
    assert break_even(job(later=3), LumpSum(pay_on=TODAY), plan, TODAY).uneven == 0
    assert break_even(job(later=3), LumpSum(pay_on=date(2026, 8, 15)), plan, TODAY).uneven == 2180


@pytest.mark.parametrize("method", ["level_payment", "level_principal"])
def test_the_rate_the_plan_would_have_to_carry(method):
    plan = InstalmentPlan(first_on=NEXT, months=24, waive=HALF, method=method)
    once, later = settle(job(), LumpSum(pay_on=TODAY), TODAY), settle(job(), plan, TODAY)
    rate = equal_plan_rate(once, later).rate
    again = settle(job(), plan.model_copy(update={"annual_rate": rate}), TODAY)
    assert abs(again.present_value - once.present_value) <= D("0.02")


def test_no_rate_makes_a_dear_plan_equal():
    once = settle(job(), LumpSum(pay_on=TODAY, waive=HALF), TODAY)
    later = settle(job(), InstalmentPlan(first_on=NEXT, months=12), TODAY)
    assert equal_plan_rate(once, later).reason == "proposal.dearer_at_zero"
    cheap = settle(job(), InstalmentPlan(first_on=TODAY, months=1, waive=Waiver(principal="0.9")), TODAY)
    assert equal_plan_rate(once, cheap).reason == "proposal.cheaper_at_any"
    with pytest.raises(OverdueError):
        equal_plan_rate(later, once)


def test_the_rate_at_which_both_are_worth_the_same():
    once = settle(job(), LumpSum(pay_on=TODAY, waive=HALF), TODAY)
    plan = InstalmentPlan(first_on=NEXT, months=12)
    rate = equal_worth_rate(once, settle(job(), plan, TODAY)).rate
    worth = [settle(job(), offer, TODAY, discount_rate=rate).present_value for offer in (once.offer, plan)]
    assert abs(worth[0] - worth[1]) <= D("0.01")
    assert equal_worth_rate(once, once).reason == "proposal.same_cash"
    dear = settle(job(), LumpSum(pay_on=TODAY), TODAY)
    free = settle(job(), InstalmentPlan(first_on=NEXT, months=12, waive=HALF), TODAY)
    assert equal_worth_rate(dear, free).reason == "proposal.never_equal"
