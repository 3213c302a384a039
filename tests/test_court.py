"""Court fees, doubled interest and interest at the LPR."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from overdue.court import court_fee, delayed_interest, segmented_interest
from overdue.law.lines import lpr_1y
from overdue.model import NotInForce, OverdueError, fen

AMOUNTS = st.decimals("0", "50000000", places=2)
LPR_DAYS = st.dates(date(2019, 8, 20), date(2026, 10, 19))

# Computed by hand from articles 13 and 14 of the Measures on the Payment of Litigation Costs.
CASE = {
    "5000": "50", "10000": "50", "20000": "300", "30000": "550", "50000": "1050", "100000": "2300",
    "200000": "4300", "300000": "5800", "500000": "8800", "1000000": "13800", "2000000": "22800",
    "5000000": "46800", "10000000": "81800", "20000000": "141800", "20000001": "141800.01",
}  # fmt: skip
ENFORCEMENT = {
    "5000": "50", "10000": "50", "30000": "350", "50000": "650", "100000": "1400", "500000": "7400",
    "5000000": "52400", "10000000": "77400", "11000000": "78400",
}  # fmt: skip
PRESERVATION = {
    "1000": "30", "10000": "120", "30000": "320",
    "100000": "1020", "500000": "3020", "896000": "5000", "2000000": "5000",
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "fees"), [("case", CASE), ("enforcement", ENFORCEMENT), ("preservation", PRESERVATION)]
)
def test_fees_at_the_ends_of_every_band(kind: Any, fees: dict[str, str]) -> None:
    assert {amount: court_fee(amount, kind) for amount in fees} == {a: Decimal(fee) for a, fee in fees.items()}


@pytest.mark.parametrize("kind", ["case", "enforcement", "preservation"])
@settings(max_examples=60, deadline=None)
@given(amounts=st.tuples(AMOUNTS, AMOUNTS).map(sorted))
def test_a_higher_amount_never_has_a_lower_fee(kind: Any, amounts: list[Decimal]) -> None:
    low, high = (court_fee(amount, kind) for amount in amounts)
    assert 0 < low <= high
    assert high - low <= fen((amounts[1] - amounts[0]) * Decimal("0.025")) + Decimal("0.01")  # the highest rate


def test_a_fee_starts_at_the_flat_fee_of_the_lowest_band() -> None:
    assert [court_fee(0, kind) for kind in ("case", "enforcement", "preservation")] == [50, 50, 30]


def test_half_and_third_fees() -> None:
    assert court_fee("50000", procedure="simplified") == Decimal("525")
    assert court_fee("50000", procedure="mediation") == Decimal("525")
    assert court_fee("50000", procedure="payment_order") == Decimal("350")
    assert court_fee("40000", procedure="payment_order") == Decimal("266.67")
    assert court_fee("5000", procedure="payment_order") == Decimal("16.67")


@pytest.mark.parametrize("kind", ["enforcement", "preservation"])
def test_a_procedure_belongs_to_a_case(kind: Any) -> None:
    with pytest.raises(OverdueError, match="procedure_of_a_case"):
        court_fee("50000", kind, procedure="simplified")


def test_the_scale_is_asked_for_its_day() -> None:
    assert court_fee("50000", on=date(2007, 4, 1)) == court_fee("50000")
    with pytest.raises(NotInForce):
        court_fee("50000", on=date(2007, 3, 31))


@pytest.mark.parametrize("ask", [lambda: court_fee(-1), lambda: court_fee(1.5), lambda: court_fee(1, "appeal")])
def test_a_fee_needs_an_exact_amount_and_a_known_kind(ask: Any) -> None:
    with pytest.raises(ValidationError):
        ask()


def test_doubled_interest_counts_one_end_or_both() -> None:
    start = date(2026, 1, 1)
    assert delayed_interest("10000", start, start) == 0
    assert delayed_interest("10000", start, start, count="both") == Decimal("1.75")
    assert delayed_interest("10000", start, start + timedelta(365)) == Decimal("638.75")
    assert delayed_interest("1000000", start, date(2026, 4, 11), "both") == Decimal("17675")


def test_doubled_interest_has_an_order_of_days_and_a_first_one() -> None:
    with pytest.raises(OverdueError, match="until_before_start"):
        delayed_interest("10000", date(2026, 1, 2), date(2026, 1, 1))
    with pytest.raises(NotInForce):
        delayed_interest("10000", date(2014, 7, 31), date(2026, 1, 1))


@settings(max_examples=60, deadline=None)
@given(st.decimals("1", "1000000", places=2), st.tuples(LPR_DAYS, LPR_DAYS).map(sorted), st.sampled_from([1, "1.5", 4]),
       st.sampled_from([360, 365]), st.sampled_from(["start", "both"]))  # fmt: skip
def test_lpr_rows_are_the_days_one_by_one(principal: Any, days: Any, multiple: Any, basis: Any, count: Any) -> None:
    start, until = days
    rows = segmented_interest(principal, start, until, multiple, day_basis=basis, count=count)
    counted = (until - start).days + (count == "both")
    assert rows.days == counted
    assert sum(row.amount for row in rows) == rows.total
    daily = principal / basis * sum(lpr_1y(start + timedelta(n)) for n in range(counted)) * Decimal(multiple) / 100
    assert abs(rows.total - daily) <= Decimal("0.005") * max(1, len(rows))
    for row in rows:
        assert row.rate == lpr_1y(row.start) / 100 * Decimal(multiple) == lpr_1y(row.end) / 100 * Decimal(multiple)
    for before, after in pairwise(rows):
        assert before.end + timedelta(1) == after.start
        assert before.rate != after.rate
    assert [cited.rule for cited in rows.citations] == ["LPR-1"] * len(rows)


def test_a_new_lpr_counts_from_its_announcement_day() -> None:
    before, after = segmented_interest("100000", date(2024, 7, 21), date(2024, 7, 23), 1)
    assert (before.start, before.end, before.rate) == (date(2024, 7, 21), date(2024, 7, 21), Decimal("0.0345"))
    assert (after.start, after.end, after.rate) == (date(2024, 7, 22), date(2024, 7, 22), Decimal("0.0335"))
    assert (before.amount, after.amount) == (Decimal("9.45"), Decimal("9.18"))


def test_no_day_no_row() -> None:
    rows = segmented_interest("100000", date(2024, 7, 21), date(2024, 7, 21), 4)
    assert (len(rows), rows.total, rows.days) == (0, 0, 0)


def test_interest_is_known_only_as_far_as_the_lpr() -> None:
    segmented_interest("100000", date(2026, 9, 1), date(2026, 10, 20), 1)  # the 19th is the last day counted
    for start, until, count in [
        (date(2019, 8, 19), date(2020, 1, 1), "start"),
        (date(2026, 9, 1), date(2026, 10, 20), "both"),
        (date(2026, 9, 1), date(2027, 1, 1), "start"),
    ]:
        with pytest.raises(NotInForce):
            segmented_interest("100000", start, until, 1, count=count)
    with pytest.raises(OverdueError, match="until_before_start"):
        segmented_interest("100000", date(2026, 1, 2), date(2026, 1, 1), 1)


def test_a_multiple_is_no_percentage_and_no_float() -> None:
    for multiple in (400, 1.5, "-1"):
        with pytest.raises(ValidationError):
            segmented_interest("100000", date(2024, 1, 1), date(2024, 2, 1), multiple)
