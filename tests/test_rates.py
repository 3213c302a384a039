"""Yearly costs and worths: other people's libraries, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy_financial
import pytest
import pyxirr
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from overdue.model import OverdueError
from overdue.periods import add_period
from overdue.rates import (
    dated_rate,
    flat_fee_plan,
    level_payment,
    level_principal,
    net_present_value,
    periodic_rate,
    year_share,
    yearly_rate,
)

YUAN = st.decimals("100", "1000000", places=2)


def close(ours: Decimal, theirs: float, within: float = 1e-9) -> bool:
    return abs(float(ours) - theirs) <= within * max(1.0, abs(theirs))


@pytest.mark.parametrize(
    ("day_count", "days"),
    [
        ("actual/365", Fraction(60, 365)),
        ("actual/360", Fraction(60, 360)),
        ("30/360", Fraction(59, 360)),
        ("actual/actual", Fraction(1, 365) + Fraction(59, 366)),
        ("calendar", Fraction(2, 12)),
    ],
)
def test_day_counts(day_count: Any, days: Fraction) -> None:
    start, end = date(2023, 12, 31), date(2024, 2, 29)
    assert year_share(start, end, day_count) == days
    rate = dated_rate([(start, "-1000"), (end, "1010")], day_count)
    assert close(rate, 1.01 ** float(1 / days) - 1)


@settings(max_examples=80, deadline=None)
@given(YUAN, st.decimals("0.001", "0.6", places=4), st.integers(1, 360))
def test_the_rate_of_an_exact_schedule_is_its_own(principal: Decimal, rate: Decimal, months: int) -> None:
    assume(months > 1 or rate)
    monthly = rate / 12
    payment = principal * monthly / (1 - (1 + monthly) ** -months)
    assert abs(periodic_rate(principal, [payment] * months) - monthly) < Decimal("1e-12")


@settings(max_examples=60, deadline=None)
@given(YUAN, st.lists(st.decimals("0", "5000", places=2), min_size=1, max_size=60))
def test_periodic_rate_is_pyxirrs(received: Decimal, payments: list[Decimal]) -> None:
    assume(sum(payments) > received / 2)
    theirs = pyxirr.irr([float(received)] + [-float(p) for p in payments])
    assume(theirs is not None)
    ours = periodic_rate(received, payments)
    assert close(ours, theirs, 1e-8)
    assert close(ours, float(numpy_financial.irr([float(received)] + [-float(p) for p in payments])), 1e-6)


DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))
DEBTS = st.decimals("1000", "100000", places=2)
FLOWS = st.decimals("-9000", "9000", places=2)
PAID = st.decimals("1", "9000", places=2)


@settings(max_examples=80, deadline=None)
@given(DAYS, DEBTS, st.lists(st.tuples(st.integers(1, 3000), PAID), min_size=1, max_size=60), st.randoms())
def test_dated_rate_is_pyxirrs_in_any_order(start: date, debt: Decimal, paid: Any, random: Any) -> None:
    flows = [(start, debt)] + [(start + timedelta(days), -amount) for days, amount in paid]
    theirs = pyxirr.xirr(flows)
    assume(theirs is not None and theirs < 1e6)
    random.shuffle(flows)
    assert close(dated_rate(flows), theirs, 1e-7)


@settings(max_examples=60, deadline=None)
@given(DAYS, DEBTS, st.lists(st.tuples(st.integers(30, 3000), PAID), min_size=1, max_size=60))
def test_what_is_paid_is_worth_what_was_received_at_its_rate(start: date, debt: Decimal, paid: Any) -> None:
    flows = [(start, debt)] + [(start + timedelta(days), -amount) for days, amount in paid]
    rate = dated_rate(flows)
    assume(Decimal("-0.9") < rate < 10)
    worth = net_present_value(flows, rate, on=start)
    assert abs(worth) <= Decimal("1e-6") * sum(abs(amount) for _, amount in flows)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(DAYS, FLOWS), min_size=1, max_size=30), st.decimals("-0.2", "2", places=3))
def test_net_present_value_is_pyxirrs(flows: Any, rate: Decimal) -> None:
    first = min(day for day, _ in flows)
    theirs = pyxirr.xnpv(float(rate), [(first, 0.0), *flows])
    assert abs(float(net_present_value(flows, rate, on=first)) - theirs) <= 1e-6  # at most 30 x 9,000 x 1.25**21


def test_zero_amounts_and_several_amounts_of_a_day_change_nothing() -> None:
    flows = [(date(2025, 1, 1), "-100"), (date(2025, 7, 1), "60"), (date(2026, 1, 1), "60")]
    padded = [
        (date(2020, 1, 1), "0"),
        *flows,
        (date(2040, 1, 1), "0"),
        (date(2025, 1, 1), "-10"),
        (date(2025, 1, 1), "10"),
    ]
    assert dated_rate(padded) == dated_rate(flows)


def test_a_year_has_365_days_leap_years_too() -> None:
    assert dated_rate([(date(2024, 1, 1), "-100"), (date(2025, 1, 1), "118")]) < Decimal("0.18")
    assert round(dated_rate([(date(2025, 1, 1), "-100"), (date(2026, 1, 1), "118")]), 12) == Decimal("0.18")


def test_paying_back_what_was_received_costs_nothing_at_all() -> None:
    assert periodic_rate("1200", ["100.10", "1099.90"]) == 0
    assert dated_rate([(date(2025, 1, 1), "0.3"), (date(2025, 5, 1), "-0.1"), (date(2025, 6, 1), "-0.2")]) == 0


def test_paying_back_less_is_a_rate_below_zero() -> None:
    assert round(periodic_rate("1000", ["0", "810"]), 10) == Decimal("-0.1")
    assert dated_rate([(date(2025, 1, 1), "1000"), (date(2025, 6, 1), "-999.99")]) < 0


def test_a_rate_may_be_enormous_and_is_still_right() -> None:
    a_day = dated_rate([(date(2025, 1, 1), "100"), (date(2025, 1, 2), "-110")])
    assert abs(a_day / Decimal("1.1") ** 365 - 1) < Decimal("1e-10")
    late_fee = [(date(2025, 1, 1), "1000"), (date(2025, 1, 2), "-2000"), (date(2035, 1, 1), "-10")]
    assert close(dated_rate(late_fee), 2.0**365, 1e-9)


def test_where_several_rates_fit_the_one_nearest_to_zero_is_meant() -> None:
    flows = ["10000", "-23000", "13200"]  # 10 % and 20 % a period
    assert round(periodic_rate(flows[0], [-Decimal(f) for f in flows[1:]]), 10) == Decimal("0.1")
    below = [-Decimal("-1.6"), -Decimal("0.63")]  # -10 % and -30 %
    assert round(periodic_rate("1", below), 10) == Decimal("-0.1")


@pytest.mark.parametrize("amounts", [["100", "200"], ["-100", "-5"], ["0", "0"], ["100"], []])
def test_amounts_of_one_sign_have_no_rate(amounts: list[str]) -> None:
    flows = [(add_period(date(2025, 1, 1), months=number), amount) for number, amount in enumerate(amounts)]
    with pytest.raises(OverdueError, match=r"rates\.one_sign"):
        dated_rate(flows)


def test_payments_that_never_balance_have_no_rate() -> None:
    with pytest.raises(OverdueError, match=r"rates\.none_fits"):
        periodic_rate("100", ["150", "-100"])
    with pytest.raises(OverdueError, match=r"rates\.one_sign"):
        periodic_rate("100", [])
    with pytest.raises(OverdueError, match=r"rates\.one_sign"):
        periodic_rate("0", ["100"])


def test_simple_and_compound_years() -> None:
    assert yearly_rate("0.01", compound=False) == Decimal("0.12")
    assert close(yearly_rate("0.01"), float(1.01**12 - 1), 1e-12)
    assert yearly_rate("0.044", per_year=2, compound=False) == Decimal("0.088")
    assert yearly_rate("-0.01") < 0


@pytest.mark.parametrize(
    "ask",
    [
        lambda: level_payment(1000.0, "0.18", 12),
        lambda: level_payment("1000", 0.18, 12),
        lambda: level_payment("1000", 18, 12),
        lambda: level_payment("-1", "0.18", 12),
        lambda: level_payment("1000", "0.18", 0),
        lambda: level_payment("1000", "0.18", 12, rounding="half_even"),
        lambda: level_principal("1000", "0.18", 12, per_year=0),
        lambda: flat_fee_plan("1000", 12, 0.006),
        lambda: flat_fee_plan("1000", 12, "0.006", fee_paid="later"),
        lambda: periodic_rate(1000.0, ["1100"]),
        lambda: periodic_rate("1000", [1100.0]),
        lambda: yearly_rate(0.01),
        lambda: yearly_rate("-1"),
        lambda: dated_rate([(date(2025, 1, 1), 1.5), (date(2026, 1, 1), "-2")]),
        lambda: dated_rate([("2025-01-01", "1"), (date(2026, 1, 1), "-2")]),
        lambda: dated_rate([(date(2025, 1, 1), "NaN"), (date(2026, 1, 1), "-2")]),
        lambda: net_present_value([(date(2025, 1, 1), "1")], "11", on=date(2025, 1, 1)),
    ],
)
def test_floats_and_figures_out_of_range_are_refused(ask: Any) -> None:
    with pytest.raises(ValidationError):
        ask()


def test_amounts_may_be_texts_whole_numbers_or_decimals() -> None:
    assert level_payment(12000, "0.18", 12) == level_payment("12000", Decimal("0.18"), 12)


def test_a_fee_of_more_than_all_of_it_is_asked_about():
    assert flat_fee_plan("1000", 2, "1").total_fee == 2000
    with pytest.raises(OverdueError, match=r"If 1.2 percent is meant, write 0.012"):
        flat_fee_plan("1000", 2, "1.2")
