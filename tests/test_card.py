"""Revolving interest and damages on a credit card."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from overdue.card import CardDays, card_damages, card_interest
from overdue.law import LAW
from overdue.model import Payment

RATE = "0.0005"
YEAR = st.dates(date(2026, 1, 1), date(2026, 12, 31))
PAIRS = st.lists(st.tuples(YEAR, st.decimals("0.01", "9000", places=2)), max_size=6)
BOUGHT, REPAID, STATEMENT = date(2026, 3, 30), date(2026, 4, 23), date(2026, 5, 5)


@pytest.mark.parametrize(
    ("convention", "days", "amounts"),
    [
        ("repaid_and_statement", [24, 13], ["12", "5.85"]),
        ("repaid", [24, 12], ["12", "5.40"]),
        ("full", [25, 11], ["12.50", "4.95"]),
    ],
)
def test_three_ways_to_count_the_repayment_and_the_statement_day(convention: Any, days: Any, amounts: Any) -> None:
    rows = card_interest([(BOUGHT, "1000")], [(REPAID, "100")], STATEMENT, RATE, convention)
    assert [row.days for row in rows] == days
    assert [row.amount for row in rows] == [Decimal(amount) for amount in amounts]
    assert [row.base for row in rows] == [1000, 900]
    assert rows.total == sum(row.amount for row in rows)


def balance_bearing(day: date, postings: Any, payments: Any, convention: CardDays) -> Decimal:
    """The balance that bears interest on one day, written down from the convention's words."""
    bought = sum((a for d, a in postings if d <= day), Decimal(0))
    full = convention is CardDays.FULL
    paid = sum((a for d, a in payments if (d < day if full else d <= day)), Decimal(0))
    return max(Decimal(0), bought - paid)


@settings(max_examples=80, deadline=None)
@given(PAIRS, PAIRS, YEAR, st.sampled_from(CardDays))
def test_rows_are_the_days_one_by_one(postings: Any, payments: Any, statement: date, convention: CardDays) -> None:
    rows = card_interest(postings, payments, statement, RATE, convention)
    ours = {row.start + timedelta(n): row.base for row in rows for n in range(row.days)}
    last = statement if convention is CardDays.REPAID_AND_STATEMENT else statement - timedelta(1)
    days = [date(2026, 1, 1) + timedelta(n) for n in range((last - date(2026, 1, 1)).days + 1)]
    bearing = {day: balance_bearing(day, postings, payments, convention) for day in days}
    assert ours == {day: balance for day, balance in bearing.items() if balance}
    assert abs(rows.total - sum(ours.values()) * Decimal(RATE)) <= Decimal("0.005") * len(rows)
    for before, after in pairwise(rows):
        assert before.end < after.start


def test_payments_may_be_payments_or_pairs() -> None:
    paid = Payment(paid_on=REPAID, amount="100")
    as_pair = card_interest([(BOUGHT, "1000")], [(REPAID, "100")], STATEMENT, RATE)
    assert card_interest([(BOUGHT, "1000")], [paid], STATEMENT, RATE) == as_pair


def test_what_comes_later_than_the_statement_is_not_on_it() -> None:
    later = STATEMENT + timedelta(1)
    on_it = card_interest([(BOUGHT, "1000")], [], STATEMENT, RATE)
    assert card_interest([(BOUGHT, "1000"), (later, "50")], [(later, "900")], STATEMENT, RATE) == on_it
    assert len(card_interest([(later, "50")], [], STATEMENT, RATE)) == 0


def test_interest_rests_on_the_rules_for_cards() -> None:
    rows = card_interest([(BOUGHT, "1000")], [], STATEMENT, RATE)
    assert {cited.rule for cited in rows.citations} == {"PEN-5", "PEN-6"}


@pytest.mark.parametrize(
    "ask",
    [
        lambda: card_interest([(BOUGHT, 1000.0)], [], STATEMENT, RATE),
        lambda: card_interest([(BOUGHT, "1000")], [], STATEMENT, 0.0005),
        lambda: card_interest([(BOUGHT, "1000")], [], STATEMENT, RATE, "compound"),
        lambda: card_interest([(BOUGHT, "-1000")], [], STATEMENT, RATE),
        lambda: card_damages(1000.0, "0"),
    ],
)
def test_floats_and_unknown_conventions_are_refused(ask: Any) -> None:
    with pytest.raises(ValidationError):
        ask()


def test_damages_are_a_share_of_the_unpaid_minimum_and_at_least_the_floor() -> None:
    assert card_damages("1000", "500") == Decimal("25")
    assert card_damages("1000", "900", floor="10") == Decimal("10")
    assert card_damages("1000", "0", rate="0.03", floor="10") == Decimal("30")
    assert card_damages("1000", "1000", floor="10") == card_damages("1000", "1200", floor="10") == 0
    assert card_damages("10.10", "0") == Decimal("0.51")  # 0.505, half up


def test_the_usual_rate_of_damages_is_the_assumption_that_is_shown() -> None:
    assert card_damages("1000", "0") == 1000 * LAW.assumptions["card_damages"].value
