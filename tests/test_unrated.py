"""Offers while the yearly rate is not known: whatever the contract turns out to say lies between the ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from overdue.account import Account
from overdue.casefile import read
from overdue.model import OverdueError
from overdue.proposal import gap
from overdue.tables import unrated
from overdue.words import Lang, words

DAY = date(2026, 12, 1)
FEN_EACH = Decimal("0.01") * 60  # each sum of each instalment is rounded on its own
LOAN = {"due_on": "2026-01-10", "principal": "1000", "missed": "3", "lender": "platform", "contract_on": "2025-09-10"}
DAILY = LOAN | {"interest": "90", "remaining": "3000", "daily_rate": "0.075"}


def account(**figures: str) -> Account:
    return Account(read(figures, DAY)[0])


def test_a_difference_that_does_not_grow_with_the_rate_has_its_end_at_a_corner():
    """At 24 % with an uplift of 30 % the lump sum is 278.56 less, below both other corners."""
    figures = {"due_on": "2026-02-20", "as_of": "2026-05-11", "principal": "1000", "missed": "2", "later": "paid"}
    figures |= {"contract_on": "2025-08-20", "remaining": "15640", "lender": "bank", "lump_on": "2026-07-10"}
    figures |= {"lump_amount": "3000", "plan_first": "2026-06-10", "plan_months": "12", "offers": "b:w"}
    one = account(**figures)
    truth = account(**figures, rate="24", uplift="30")
    cost = gap(truth.settled["a"], truth.settled["b"]).cost
    low, high = unrated.apart(unrated.readings(one), one.desk.proposals)
    assert cost == Decimal("278.56") and low <= cost <= high


@given(
    rate=st.integers(1, 96).map(lambda quarter: Decimal(quarter) / 4),
    uplift=st.integers(30, 50),
    share=st.sampled_from([None, "50", "100"]),
    amount=st.sampled_from([None, "1500", "3000"]),
    offers=st.sampled_from([None, "a:w", "b:w", "a:w~b:w"]),
    left=st.sampled_from(["0", "2500", "15640"]),
    base=st.sampled_from(["principal", "principal_and_interest"]),
    paid=st.sampled_from([None, "20260401:700"]),
    lump_on=st.sampled_from(["2026-05-11", "2026-07-10", "2026-12-10"]),
)
@settings(max_examples=60, deadline=None)
def test_every_truth_lies_between_the_ends(rate, uplift, share, amount, offers, left, base, paid, lump_on):
    figures = {"due_on": "2026-02-20", "as_of": "2026-05-11", "principal": "1000", "missed": "3", "lender": "bank"}
    figures |= {"contract_on": "2025-08-20", "remaining": left, "later": "paid", "base": base, "lump_on": lump_on}
    extra = {"lump_waive": share, "lump_amount": amount, "offers": offers, "paid": paid}
    one = account(**figures, **{name: value for name, value in extra.items() if value})
    truth = Account(replace(one.case, rate=rate, uplift=Decimal(uplift)))
    try:
        cost = gap(truth.settle(one.desk.proposals["a"].offer()), truth.settle(one.desk.proposals["b"].offer())).cost
    except OverdueError:
        assume(False)
    low, high = unrated.apart(unrated.readings(one), one.desk.proposals)
    assert low - FEN_EACH <= cost <= high + FEN_EACH


def test_a_sum_within_what_may_be_owed_is_taken_and_one_above_it_is_not():
    """At 24 % a year and half as much again 3,000 has grown to 3,543 by 30 June (171, 140 and 112 days)."""
    held = LOAN | {"as_of": "2026-06-30", "lump_on": "2026-06-30"}
    within = account(**held, lump_amount="3100")
    assert within.settled["a"].total == Decimal(3100) and within.settled["a"].waived == 0
    assert account(**held, lump_amount="3543").settled["a"].total == Decimal(3543)
    above = account(**held, lump_amount="3543.01").refused["a"]
    assert above.key == "proposal.more_than_owed" and above.fields["owed"] == Decimal("3543.00")


def test_interest_by_a_rate_nobody_gave_is_named_though_a_daily_one_counts_penalty():
    """3,000 called in bear 18 % for 20 days of 360 since 10 March: 30.00; at most 24 %: 40.00."""
    called = DAILY | {"as_of": "2026-06-30", "accelerated_on": "2026-03-30"}
    one, known = account(**called), account(**called, rate="18")
    assert known.ledger.total - one.ledger.total == Decimal("30.00")
    assert one.band is not None and (one.band.low, one.band.high - one.band.low) == (one.ledger.total, Decimal("40.00"))
    assert account(**DAILY, as_of="2026-06-30").band is None or "rate" not in account(**DAILY, as_of="2026-06-30").band


@pytest.mark.parametrize(("offers", "open_"), [("a:w", True), ("", False)])
def test_an_offer_of_the_whole_loan_rests_on_the_yearly_rate_and_one_of_what_is_due_does_not(offers, open_):
    held = DAILY | {"as_of": "2026-03-30", "lump_on": "2026-03-30"}
    one = account(**held, **({"offers": offers} if offers else {}))
    assert unrated.known(one) is not open_
    title = unrated.title(one, words(Lang.ZH))
    assert ("至少" in title) is open_
