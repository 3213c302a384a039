"""What a proposal costs a year: published figures, and another library."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
import pyxirr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from overdue import Instalment, Loan, accrue, add_period
from overdue.accrual import yearly_cost
from overdue.proposal import (
    Cash,
    InstalmentPlan,
    settle,
)
from tests.offered import NEXT, TODAY, job, plain

D = Decimal


def test_a_flat_fee_shows_its_true_yearly_cost():
    plan = InstalmentPlan(first_on=NEXT, months=12, annual_rate="0.072", method="flat_fee")
    cost = settle(plain("12000"), plan, TODAY).yearly_cost
    assert (round(cost.simple * 100, 2), round(cost.compound * 100, 2)) == (D("13.03"), D("13.84"))
    assert {citation.rule for citation in cost.citations} == {"PEN-8"}


def test_level_principal_and_level_payment_as_published():
    plan = InstalmentPlan(first_on=NEXT, months=12, annual_rate="0.0325", method="level_principal")
    even = settle(plain("1000000"), plan, TODAY)
    assert [even.schedule.rows[n].payment for n in (0, -1)] == [D("86041.66"), D("83559.06")]
    assert even.total == D("1017604.16")
    level = settle(plain("1000000"), plan.model_copy(update={"method": "level_payment"}), TODAY)
    assert level.total - even.total == D("87.29")


def test_the_level_payment_of_a_textbook():
    plan = InstalmentPlan(first_on=NEXT, months=48, annual_rate="0.0675")
    assert settle(plain("18325"), plan, TODAY).schedule.rows[0].payment == D("436.69")


@given(
    first=st.dates(date(2026, 7, 1), date(2027, 6, 30)),
    months=st.integers(2, 60),
    rate=st.decimals("0.01", "0.36", places=4),
    method=st.sampled_from(["level_payment", "level_principal", "flat_fee"]),
)
@settings(max_examples=40)
def test_the_yearly_cost_agrees_with_another_library(first, months, rate, method):
    plan = InstalmentPlan(first_on=first, months=months, annual_rate=rate, method=method)
    found = settle(plain("10000"), plan, TODAY)
    if first.day == TODAY.day or (first + timedelta(1)).month != first.month:  # counted in months
        gaps = (first.year - 2026) * 12 + first.month - 6
        flows = [10000.0] + [0.0] * (gaps - 1) + [-float(payment.amount) for payment in found.cash]
        monthly = pyxirr.irr(flows)
        other = (12 * monthly, (1 + monthly) ** 12 - 1)
        assume(first == add_period(TODAY, months=gaps))
        assert float(found.yearly_cost.simple) == pytest.approx(other[0], abs=1e-9)
        assert float(found.yearly_cost.compound) == pytest.approx(other[1], abs=1e-9)
    else:
        other = pyxirr.xirr([(TODAY, -10000.0), *((day, float(amount)) for day, amount in found.cash)])
        assert float(found.yearly_cost.compound) == pytest.approx(other, abs=1e-9)


def test_payments_of_one_month_and_months_without_one_are_counted():
    flows = [Cash(date(2026, 8, 30), D(400)), Cash(date(2026, 8, 30), D(100)), Cash(date(2026, 11, 30), D(600))]
    monthly = pyxirr.irr([-1000.0, 0.0, 500.0, 0.0, 0.0, 600.0])
    assert float(yearly_cost(D(1000), flows, TODAY).simple) == pytest.approx(12 * monthly, abs=1e-9)
    odd = [*flows, Cash(date(2026, 12, 15), D(50))]
    dated = pyxirr.xirr([(TODAY, -1000.0), *((day, float(amount)) for day, amount in odd)])
    assert float(yearly_cost(D(1000), odd, TODAY).compound) == pytest.approx(dated, abs=1e-9)


@pytest.mark.parametrize("rate", ["0", "0.05", "1"])
def test_present_value_discounts_by_days_of_a_year_of_365(rate):
    found = settle(job(), InstalmentPlan(first_on=NEXT, months=24, annual_rate="0.1"), TODAY, discount_rate=rate)
    worth = sum(float(a) / (1 + float(rate)) ** ((day - TODAY).days / 365) for day, a in found.cash)
    assert float(found.present_value) == pytest.approx(worth, abs=0.006)


def test_what_was_really_received_gives_the_true_yearly_cost_on_the_ledger():
    # 1,000 and 90 a month for twelve months against 10,800 in hand; a printed rate is the internal one, times twelve.
    rows = [
        Instalment(due_on=add_period(date(2026, 1, 10), months=n), principal="1000", interest="90") for n in range(12)
    ]
    loan = Loan(lender=None, contract_on=date(2025, 12, 10), annual_rate="0.18", instalments=rows, received="10800")
    found = accrue(loan, TODAY).yearly_cost
    monthly = pyxirr.irr([10800.0, *[-1090.0] * 12])
    assert (
        abs(float(found.simple) - 12 * monthly) < 1e-9 and abs(float(found.compound) - (1 + monthly) ** 12 + 1) < 1e-9
    )
    assert accrue(loan.model_copy(update={"received": None}), TODAY).yearly_cost is None
