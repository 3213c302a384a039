"""Schedules: invariants, and other people's libraries."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise
from math import floor
from typing import Any

import mortgagemath
import numpy_financial
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from overdue.model import OverdueError
from overdue.rates import (
    Schedule,
    flat_fee_plan,
    level_payment,
    level_principal,
    periodic_rate,
    simple_interest,
    yearly_rate,
)
from tests.naive import half_up

FEN = Decimal("0.01")
YUAN = st.decimals("100", "1000000", places=2)
RATES = st.decimals("0", "0.36", places=4)
MONTHS = st.integers(1, 120)
METHODS = st.sampled_from([level_payment, level_principal])
WAYS = st.fixed_dictionaries(
    {
        "rounding": st.sampled_from(["parts", "sum"]),
        "balance": st.sampled_from(["rounded", "exact"]),
        "payment_rounding": st.sampled_from(["half_up", "up"]),
    }
)


@settings(max_examples=80, deadline=None)
@given(METHODS, YUAN, RATES, MONTHS, WAYS)
def test_every_schedule_adds_up(method: Any, principal: Decimal, rate: Decimal, months: int, way: Any) -> None:
    plan: Schedule = method(principal, rate, months, **way)
    assert plan.rows[-1].balance == 0
    assert [row.number for row in plan.rows] == list(range(1, len(plan.rows) + 1))
    assert len(plan.rows) <= months
    assert plan.total_paid == principal + plan.total_interest
    for row in plan.rows:
        assert row.payment == row.principal + row.interest
        assert row.interest >= 0
        assert row.payment == row.payment.quantize(FEN)
    assert sum(row.principal for row in plan.rows) == principal
    assert sum(plan.payments) == plan.total_paid
    balances = [principal] + [row.balance for row in plan.rows]
    for row, (before, after) in zip(plan.rows, pairwise(balances), strict=True):
        assert before - row.principal == after
        if way["balance"] == "rounded":
            assert row.interest == (before * rate / 12).quantize(FEN, ROUND_HALF_UP)


def test_unrounded_balances_add_up_too() -> None:
    # 1,000,000 at 12 % over 360 months: 10,286.125970 a month, 3,703,005.35 in all
    plan = level_payment("1000000", "0.12", 360, balance="exact")
    exact = Fraction(10000) / (1 - Fraction(100, 101) ** 360)
    assert plan.rows[0].payment == half_up(exact) and plan.total_paid == half_up(360 * exact)
    assert sum(row.principal for row in plan.rows) == 1000000 and plan.total_interest == plan.total_paid - 1000000
    assert max(plan.payments) - min(plan.payments) <= FEN


def test_every_period_by_its_own_days() -> None:
    # A third computation: the payment that leaves nothing, each period's interest by its days on 360.
    plan = level_payment("12000", "0.18", 12, first_due_on=date(2026, 2, 28), day_count="actual/360", fee="5")
    days = [date(2026, 1, 28)] + [row.due_on for row in plan.rows]
    worth = Fraction(0)
    for before, day in reversed(list(pairwise(days))):
        worth = (1 + worth) / (1 + Fraction(18, 100) * (day - before).days / 360)
    assert plan.rows[0].payment == half_up(12000 / worth) + 5
    left = Decimal(12000)
    for row, (before, day) in zip(plan.rows, pairwise(days), strict=True):
        assert row.interest == half_up(Fraction(left) * 18 * (day - before).days / 36000)
        assert row.payment == row.principal + row.interest + row.fee
        left = row.balance
    assert left == 0 and plan.total_fee == 60 and plan.total_paid == sum(plan.payments)
    with pytest.raises(OverdueError):
        level_payment("12000", "0.18", 12, day_count="actual/360")


def test_a_fixed_part_of_principal_sets_the_term() -> None:
    plan = level_principal("1000", "0.12", part="300")
    assert [(row.principal, row.interest) for row in plan.rows] == [(300, 10), (300, 7), (300, 4), (100, 1)]
    for wrong in ({"months": 3, "part": "1"}, {}, {"part": "0.01"}):
        with pytest.raises(OverdueError):
            level_principal("1000", "0.12", **wrong)


def test_simple_interest_by_corresponding_days() -> None:
    # A year and three months at 3.6 %, fifteen odd days on 360; the day count a contract names instead
    assert simple_interest("10000", "0.036", date(2025, 1, 10), date(2026, 4, 25)) == Decimal("465.00")
    assert simple_interest("10000", "0.0365", date(2025, 1, 10), date(2026, 4, 25), "actual/365") == Decimal("470.00")
    with pytest.raises(OverdueError):
        simple_interest("1", "0.1", date(2026, 1, 2), date(2026, 1, 1))


def test_an_odd_first_period_bears_simple_interest() -> None:
    # 12 CFR 1026 Appendix J (c)(1)(v), (c)(3)(ii) and (c)(6)(ii): 14.96, 12.22 and 10.22 %
    weekly = periodic_rate("500", ["17.60"] * 30, first_period="32/7")
    two_weeks = periodic_rate("200", ["9.50"] * 19 + ["30"], first_period="4/7")
    steps = [(f"{n}.4", "1000") for n in (6, 7, 8)] + [("12.4", "2000")] + [(f"{n}.4", "750") for n in (18, 19, 20)]
    skipped = periodic_rate("7350", [*steps, ("689/30", "1000")])
    assert [round(100 * n * r, 2) for n, r in ((52, weekly), (26, two_weeks), (12, skipped))] == [
        Decimal("14.96"), Decimal("12.22"), Decimal("10.22")]  # fmt: skip
    assert yearly_rate("0.01", per_year="8.5", compound=False) == Decimal("0.085")
    with pytest.raises(ValidationError):
        periodic_rate("500", ["17.60"] * 30, first_period=0.5)


def mortgagemaths(principal: Decimal, rate: Decimal, months: int, **how: Any) -> list[Any]:
    """The rows of a level payment as that library has them."""
    half_up_ = mortgagemath.PaymentRounding.ROUND_HALF_UP
    terms = {"principal": principal, "annual_rate": rate * 100, "term_months": months, "payment_rounding": half_up_}
    return list(mortgagemath.amortization_schedule(mortgagemath.LoanParams(**terms, **how)))[1:]


@settings(max_examples=60, deadline=None)
@given(YUAN, st.decimals("0.001", "0.36", places=4), st.integers(2, 360))
@pytest.mark.filterwarnings("ignore::mortgagemath.EarlyPayoffWarning")
def test_level_payment_is_mortgagemaths_to_the_fen(principal: Decimal, rate: Decimal, months: int) -> None:
    theirs = mortgagemaths(principal, rate, months)
    ours = level_payment(principal, rate, months).rows
    before = principal
    for row, other in zip(ours, theirs, strict=True):
        mine = (row.payment, row.principal, row.interest, row.balance)
        if mine != (other.payment, other.principal, other.interest, other.balance):
            # Theirs divides early and misses an exact half fen; a fraction decides, and the rest goes its own way.
            exact = Fraction(before) * Fraction(rate) / 12
            assert row.interest == half_up(exact) and (exact * 100) % 1 == Fraction(1, 2)
            break
        before = row.balance


@settings(max_examples=40, deadline=None)
@given(YUAN, st.decimals("0.001", "0.36", places=4), st.integers(2, 360))
@pytest.mark.filterwarnings("ignore::mortgagemath.EarlyPayoffWarning")
def test_unrounded_balances_are_mortgagemaths_too(principal: Decimal, rate: Decimal, months: int) -> None:
    theirs = mortgagemaths(principal, rate, months, balance_tracking=mortgagemath.BalanceTracking.CARRY_PRECISION)
    ours = level_payment(principal, rate, months, balance="exact", rounding="each").rows
    assert [(r.payment, r.balance) for r in ours] == [(r.payment, r.balance) for r in theirs]


@pytest.mark.parametrize(("rate", "months", "per_year"), [("0.18", 12, 12), ("0.08", 12, 1), ("0.0725", 40, 4)])
def test_level_payment_is_the_annuity_of_numpy_financial(rate: str, months: int, per_year: int) -> None:
    theirs = -numpy_financial.pmt(float(rate) / per_year, months, 250000)
    ours = level_payment("250000", rate, months, per_year=per_year).rows[0].payment
    assert abs(float(ours) - theirs) <= 0.005


def test_rounding_the_parts_and_rounding_the_sum_differ_by_a_fen() -> None:
    loan = "1000000", "0.0325", 12  # 83,333.333 + 2,708.333
    assert level_principal(*loan, rounding="parts").rows[0].payment == Decimal("86041.66")
    assert level_principal(*loan, rounding="sum").rows[0].payment == Decimal("86041.67")


def test_a_payment_rounded_up_is_never_below_the_exact_one() -> None:
    up = level_payment("18325", "0.0675", 48, payment_rounding="up")
    assert up.rows[0].payment - level_payment("18325", "0.0675", 48).rows[0].payment == FEN
    assert up.rows[-1].payment < up.rows[0].payment


def test_a_schedule_ends_when_rounding_has_ended_the_debt() -> None:
    plan = level_payment("0.05", "0", 12, payment_rounding="up")
    assert [row.payment for row in plan.rows] == [FEN] * 5
    assert level_payment("0", "0.18", 12).rows == ()


def test_no_interest_means_equal_parts() -> None:
    for method in (level_payment, level_principal):
        plan = method("1000", "0", 3)
        assert [str(payment) for payment in plan.payments] == ["333.33", "333.33", "333.34"]
        assert plan.total_interest == 0


def test_due_days_are_counted_from_the_first_and_never_chained() -> None:
    rows = level_payment("1200", "0.12", 4, first_due_on=date(2024, 1, 31)).rows
    assert [row.due_on for row in rows] == [date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 31), date(2024, 4, 30)]
    quarterly = level_principal("1200", "0.12", 2, per_year=4, first_due_on=date(2024, 11, 30)).rows
    assert quarterly[1].due_on == date(2025, 2, 28)
    weekly = level_payment("1200", "0.12", 2, per_year=52, first_due_on=date(2024, 12, 30)).rows
    assert weekly[1].due_on == date(2025, 1, 6)
    assert level_payment("1200", "0.12", 1).rows[0].due_on is None


@settings(max_examples=40, deadline=None)
@given(METHODS, YUAN, RATES, st.integers(1, 60), st.integers(0, 90))
def test_an_odd_first_period_changes_its_interest_alone(
    method: Any, principal: Decimal, rate: Decimal, months: int, days: int
) -> None:
    plan = method(principal, rate, months, first_days=days)
    assert plan.rows[0].interest == (principal * rate * days / 365).quantize(FEN, ROUND_HALF_UP)
    assert sum(row.principal for row in plan.rows) == principal
    assert method(principal, rate, months, per_year=1, first_days=365) == method(principal, rate, months, per_year=1)
    if method is level_payment:  # still level: the last payment differs by what rounding left
        assert abs(plan.rows[-1].payment - plan.rows[0].payment) <= FEN * 2 * months


@settings(max_examples=60, deadline=None)
@given(
    METHODS,
    st.integers(1, 4000).map(lambda n: Decimal(n) * 250),
    st.sampled_from(["0.04", "0.0325", "0.049", "0.0475", "0.1"]),
    st.sampled_from([12, 26, 52]),
    MONTHS,
)
def test_half_a_fen_of_interest_goes_up_in_every_row(
    method: Any, principal: Decimal, rate: str, per_year: Any, months: int
) -> None:
    left = Fraction(principal)
    for row in method(principal, rate, months, per_year=per_year).rows:
        interest = left * Fraction(rate) / per_year
        assert row.interest == Decimal(floor(interest * 100 + Fraction(1, 2))) / 100
        left = Fraction(row.balance)


@pytest.mark.parametrize(
    ("principal", "rate", "months", "row", "interest"),
    [
        ("100000", "0.04", 36, 30, "58.37"),  # 17,509.50 × 4 % ÷ 12 = 58.365
        ("300000", "0.0325", 360, 214, "425.95"),  # 157,272.00 × 3.25 % ÷ 12 = 425.945
        ("200000", "0.049", 240, 53, "698.01"),  # 170,940.00 × 4.9 % ÷ 12 = 698.005
    ],
)
def test_known_halves(principal: str, rate: str, months: int, row: int, interest: str) -> None:
    assert level_payment(principal, rate, months).rows[row].interest == Decimal(interest)


def test_a_day_basis_without_calendar_days_is_refused() -> None:
    with pytest.raises(OverdueError, match=r"rates\.no_days"):
        level_payment("1200", "0.12", 4, per_year=24, first_due_on=date(2024, 1, 31))
    assert len(level_payment("1200", "0.12", 4, per_year=24).rows) == 4


@settings(max_examples=60, deadline=None)
@given(YUAN, MONTHS, st.decimals("0", "0.02", places=4), st.sampled_from(["monthly", "first", "upfront"]))
def test_a_flat_fee_plan_adds_up(principal: Decimal, months: int, fee_rate: Decimal, fee_paid: Any) -> None:
    plan = flat_fee_plan(principal, months, fee_rate, fee_paid)
    assert sum(row.principal for row in plan.rows) == principal
    assert plan.rows[-1].balance == 0
    assert plan.total_paid == principal + plan.total_fee
    assert plan.received - sum(plan.payments) == -plan.total_fee
    assert abs(plan.total_fee - principal * fee_rate * months) <= FEN * months / 2


def test_when_the_flat_fee_is_paid_decides_what_it_costs() -> None:
    def simple(fee_paid: Any) -> Decimal:
        plan = flat_fee_plan("10000", 3, "0.005", fee_paid)
        return yearly_rate(periodic_rate(plan.received, plan.payments), compound=False)

    monthly, first, upfront = simple("monthly"), simple("first"), simple("upfront")
    assert monthly < first < upfront
    assert round(first, 4) == Decimal("0.0905")
