"""Whether a budget carries a plan, and which plan it carries."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overdue import OverdueError
from overdue.proposal import (
    Budget,
    InstalmentPlan,
    LumpSum,
    afford,
    burden,
    months_for,
    payment_for,
    settle,
)
from tests.offered import NEXT, TODAY, job, plain

D = Decimal


def six_months(**changes: object):
    return settle(plain("6000"), InstalmentPlan(first_on=NEXT, months=6, **changes), TODAY)


def test_a_plan_that_fits():
    found = afford(six_months(), Budget(income="5000", needs="3000", other_debt="500", savings="0"))
    assert (found.free, found.largest, found.first_short_month) == (1500, 1000, None)
    assert found.share == pytest.approx(D(2) / 3)


def test_savings_carry_a_plan_for_a_while():
    # 800 free, 1,000 to pay, 500 saved: 300 left in July, 100 in August, 100 short in September.
    found = afford(six_months(), Budget(income="4300", needs="3000", other_debt="500", savings="500"))
    assert (found.first_short_month, found.missing) == (date(2026, 9, 1), 100)
    assert found.misses_survived == 0


def test_missed_incomes_are_lived_through_on_savings():
    # A month without income takes 3,500 + 1,000; two take 9,000.
    for savings, misses in (("4499", 0), ("4500", 1), ("8999", 1), ("9000", 2), ("27000", 6), ("90000", 6)):
        found = afford(six_months(), Budget(income="5000", needs="3000", other_debt="500", savings=savings))
        assert found.misses_survived == misses
    shaken = Budget(income="5000", needs="3000", other_debt="500", savings="10000")
    assert afford(six_months(), shaken, without_income=2).first_short_month is None
    assert afford(six_months(), shaken, without_income=3).first_short_month == date(2026, 9, 1)


@pytest.mark.parametrize("income", ["0", "3500"])
def test_no_free_income_has_no_share(income):
    found = afford(six_months(), Budget(income=income, needs="3000", other_debt="500", savings="0"))
    assert (found.share, found.first_short_month) == (None, date(2026, 7, 1))


def test_what_the_contract_asks_for_besides_is_paid_too():
    loan = job(later=3)
    plan = settle(loan, InstalmentPlan(first_on=NEXT, months=12), TODAY)
    budget = Budget(income="4500", needs="3000", other_debt="500", savings="0")  # 1,000 free; 298.94 + 1,090 to pay
    assert afford(plan, budget).first_short_month == date(2026, 7, 1)


def test_each_month_names_the_old_contract_apart():
    plan = settle(job(later=3), InstalmentPlan(first_on=NEXT, months=12), TODAY)
    budget = Budget(income="4500", needs="3000", other_debt="500", savings="2000")
    months = burden(plan, budget)
    assert [month.contract for month in months[1:5]] == [1090, 1090, 1090, 0]
    assert sum(month.offer for month in months) == plan.total
    assert months[-1].left == 2000 + 12 * 1000 - plan.altogether  # the agreement's month has no day left
    short = [month for month in months if month.left < 0]
    assert not short and afford(plan, budget).first_short_month is None


def test_the_month_of_agreement_counts_by_the_days_left_in_it():
    agreed = date(2026, 9, 20)  # ten of thirty days left: 500 of 1,500
    lump = settle(plain("6000"), LumpSum(pay_on=agreed, amount="6000"), agreed)
    (month,) = burden(lump, Budget(income="5000", needs="3000", other_debt="500", savings="5500"))
    assert (month.free, month.left) == (500, 0)
    assert afford(lump, Budget(income="5000", needs="3000", other_debt="500", savings="5499")).missing == 1
    assert afford(lump, Budget(income="2000", needs="3000", other_debt="500", savings="6499")).missing == 1


def test_a_pause_lets_savings_grow():
    found = settle(plain("6000"), InstalmentPlan(first_on=date(2026, 10, 30), months=1), TODAY)
    budget = Budget(income="5000", needs="3000", other_debt="500", savings="0")  # 1,500 × July to October
    assert afford(found, budget).first_short_month is None
    assert afford(found, Budget(income="4999", needs="3000", other_debt="500")).missing == 4


def test_which_plan_fits():
    assert months_for("3587.25", "300").months == 12
    assert months_for("3587.25", "300").total == D("3587.25")
    assert payment_for("3587.25", 12).payment == D("298.94")
    never = months_for("10000", "100", "0.12")  # the month's interest is 100
    assert (never.months, never.total, never.stops_growth) == (None, None, D("100.01"))
    assert [months for months, _ in never.ends_in] == [12, 24, 36]
    for months, payment in never.ends_in:
        assert months_for("10000", payment, "0.12").months == months
        assert months_for("10000", payment - D("0.05"), "0.12").months == months + 1
    assert months_for("10000", never.stops_growth, "0.12").months is not None


@given(st.integers(10_000, 5_000_000), st.integers(1, 60), st.sampled_from(["0", "0.04", "0.12", "0.18", "0.24"]))
def test_the_payment_for_some_months_takes_those_months(fen, months, rate):
    plan = payment_for(D(fen) / 100, months, rate)
    back = months_for(D(fen) / 100, plan.payment, rate)
    assert (back.months, back.total) == (plan.months, plan.total)


@settings(max_examples=30)
@given(st.integers(100, 5_000_000), st.integers(0, 36))
def test_the_payment_named_is_the_smallest_that_ends_it_in_time(fen, rate):
    debt, yearly = D(fen) / 100, D(rate) / 100
    for months, payment in payment_for(debt, 12, yearly).ends_in:
        assert months_for(debt, payment, yearly).months <= months
        less = payment - D("0.01")
        assert not less or (months_for(debt, less, yearly).months or 9999) > months


def test_the_smallest_payment_of_a_printed_case_and_its_last_one():
    found = months_for("35641.41", "1677.76", "0.12")
    assert dict(found.ends_in)[24] == D("1677.76") and found.months == 24
    left, paid = D("35641.41"), []
    while left:
        left += (left / 100).quantize(D("0.01"), ROUND_HALF_UP)
        paid.append(min(left, D("1677.76")))
        left -= paid[-1]
        if len(paid) == 24:
            paid[-1] += left
            break
    assert found.last_payment == paid[-1]


@pytest.mark.parametrize("ask", [lambda: months_for("0", "100"), lambda: payment_for("0", 12)])
def test_no_debt_needs_no_plan(ask):
    with pytest.raises(OverdueError):
        ask()
