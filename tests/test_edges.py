"""Figures on an edge: the day itself, the whole sum, the last one allowed. Each is worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

import pytest

from overdue.accrual import Cash, accrue, true_cost, yearly_cost
from overdue.accrual.plan import still_to_come
from overdue.bill import Bill, check_bill
from overdue.model import Instalment, Lender, Loan, OverdueError, Payment, Penalty
from overdue.periods import overdue_days
from overdue.proposal import InstalmentPlan, LumpSum, Waiver, break_even, equal_plan_rate, settle
from overdue.proposal.breakeven import rate_for
from tests.cases import loan

LENT = date(2026, 1, 1)
AS_OF = date(2026, 6, 30)


def test_nothing_is_overdue_before_its_day():
    assert overdue_days(date(2026, 1, 11), date(2026, 1, 10)) == 0


def test_a_fee_of_the_plan_is_part_of_what_money_costs():
    due = [Instalment(due_on=date(2026, 2, 1), principal="1000", interest="15", fee="5")]
    found = true_cost(Loan(lender=Lender.BANK, contract_on=LENT, annual_rate="0.18", instalments=due))
    assert round(found.cost.simple, 10) == D("0.24")  # 20 on 1,000 in a month


def test_what_is_paid_back_on_the_day_itself_was_never_lent():
    cost = yearly_cost(D(1000), [Cash(LENT, D(100)), Cash(date(2026, 2, 1), D(909))], LENT)
    assert round(cost.simple, 10) == D("0.12")  # 9 on 900 in a month


def test_days_that_are_no_month_are_counted_as_days():
    cost = yearly_cost(D(1000), [Cash(date(2026, 3, 15), D(1020))], LENT)  # 73 days, a fifth of 365
    assert float(cost.compound) == pytest.approx(1.02**5 - 1, abs=1e-9)
    assert float(cost.simple) == pytest.approx(12 * (1.02 ** (5 / 12) - 1), abs=1e-9)


def test_one_odd_day_among_months_makes_all_count_as_days():
    cost = yearly_cost(D(1000), [Cash(date(2026, 2, 1), D(500)), Cash(date(2026, 3, 15), D(520))], LENT)
    growth = 1 + float(cost.compound)
    assert 500 / growth ** (31 / 365) + 520 / growth ** (73 / 365) == pytest.approx(1000, abs=1e-6)


def test_three_thousand_rests_are_worked_out_and_no_more():
    # each instalment of December 2015 rests 120 times until December 2025
    def held(count):
        due = [Instalment(due_on=date(2015, 12, d), principal="1") for d in range(1, count + 1)]
        terms = Penalty(uplift="0.5", compound="all", rest="monthly")
        return loan(contract_on=date(2015, 1, 1), instalments=due, penalty=terms)

    assert accrue(held(25), date(2025, 12, 31)).principal == 25
    with pytest.raises(OverdueError) as refused:
        accrue(held(26), date(2025, 12, 31))
    assert refused.value.fields == {"given": 3120, "most": 3000}


def test_what_falls_due_on_the_day_is_not_to_come():
    called = loan(accelerated_on=date(2026, 2, 20))
    # the third 1,000 is called in with the ten days' interest earned since 10 February
    assert still_to_come(called, date(2026, 2, 10)) == [(date(2026, 2, 20), D("1005.00"))]


def test_a_whole_figure_may_be_the_whole_debt():
    offer = LumpSum(pay_on=AS_OF, amount="3587.25")
    assert settle(loan(), offer, AS_OF).waived == 0
    with pytest.raises(OverdueError):
        settle(loan(), LumpSum(pay_on=AS_OF, amount="3587.26"), AS_OF)


def test_whether_anything_is_given_up():
    assert LumpSum(pay_on=AS_OF, amount="3000").gives_up
    assert LumpSum(pay_on=AS_OF, waive=Waiver(penalty="0.5")).gives_up
    assert not LumpSum(pay_on=AS_OF).gives_up


def test_the_share_waived_is_one_of_penalty_and_compound_interest_together():
    lent = loan(penalty=Penalty(uplift="0.5", compound="interest"))
    owed = accrue(lent, AS_OF)
    assert owed.compound > 0
    plan = InstalmentPlan(first_on=date(2026, 7, 30), months=12, waive=Waiver(penalty="0.5"))
    found = break_even(lent, LumpSum(pay_on=AS_OF), plan, AS_OF)
    assert abs(found.of_penalty * (owed.penalty + owed.compound) - found.waived) < D("0.005")


def test_an_equal_plan_needs_no_rate():
    once = settle(loan(), LumpSum(pay_on=AS_OF), AS_OF)
    later = settle(loan(), InstalmentPlan(first_on=date(2026, 7, 30), months=12), AS_OF)
    found = equal_plan_rate(once, later)
    assert found.reason is None and found.rate <= D("0.000001")


def test_the_rate_for_a_payment_is_the_smallest_and_of_the_first_one():
    terms = InstalmentPlan(first_on=date(2026, 7, 30), months=12, method="level_principal")
    plan = settle(loan(), terms, AS_OF)
    rate = rate_for(plan, D("340"))

    def first(rate):
        return settle(loan(), terms.model_copy(update={"annual_rate": rate}), AS_OF).schedule.rows[0].payment

    assert first(rate) == 340 and first(rate - D("0.00000002")) < 340


def test_a_payment_on_the_day_of_the_bill_is_part_of_its_reading():
    paid = [Payment(paid_on=AS_OF, amount="500")]
    other = accrue(loan(penalty=Penalty(uplift="0.5", day_basis=365)), AS_OF, paid)
    found = check_bill(loan(), Bill(total=other.total), AS_OF, paid)
    assert [(d.name, d.value) for d in found.readings[0].differs] == [("day_basis", 365)]


def test_the_plans_own_fee_is_no_charge_above_the_line():
    rows = [Instalment(due_on=date(2026, 1, 10), principal="1000", interest="90", fee="8")]
    lent = loan(instalments=rows, penalty=Penalty(uplift="0.5", late_fee="20"))
    # 24 % on 1,000 over 171 days on 365 is 112.44; charged are 200 and 28 less the plan's 8
    assert check_bill(lent, Bill(penalty="200", fees="28"), AS_OF).over_line == D("107.56")
    assert check_bill(lent, Bill(total="1318"), AS_OF).over_line == D("107.56")
