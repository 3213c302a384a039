"""Three clocks: what starts and stops each, the limitation period, and a judgment followed to its end."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal as D

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from overdue.accrual import accrue
from overdue.court import Judgment, delayed_interest, judged
from overdue.credit import retention
from overdue.milestones.clocks import Suit, three_clocks
from overdue.milestones.limitation import Act, Effect, limitation
from overdue.model import Instalment, NotInForce, Payment
from tests.cases import loan


def judgment(**changes):
    plain = {
        "effective_on": date(2026, 6, 1),
        "perform_days": 10,
        "principal": "10000",
        "annual_rate": "0.24",
        "interest_until": date(2026, 5, 31),
    }
    return Judgment(**plain | changes)


def test_general_and_doubled_interest_run_side_by_side():
    owed = judged(judgment(interest="800", costs="50"), date(2026, 7, 1))
    # 1 June to 1 July is 31 days of general interest; 12 June to 1 July 20 days doubled
    assert owed.interest == 800 + (10000 * D("0.24") * 31 / 365).quantize(D("0.01"))
    assert owed.doubled == delayed_interest("10000", date(2026, 6, 12), date(2026, 7, 1), count="both") == D("35.00")
    assert owed.total == owed.principal + owed.interest + owed.doubled + 50
    assert "JUD-2" in {c.rule for c in owed.citations}


def test_nothing_is_doubled_within_the_time_for_performance():
    assert judged(judgment(), date(2026, 6, 11)).doubled == 0
    assert judged(judgment(), date(2026, 6, 12)).doubled == D("1.75")


def test_a_payment_covers_the_judgment_first_and_the_doubled_part_last():
    # 1 June to 1 July: 31 days general 203.84; 20 days doubled 35.00; the payment leaves the doubled part
    owed = judged(judgment(), date(2026, 7, 1), [Payment(paid_on=date(2026, 7, 1), amount="10203.84")])
    assert (owed.principal, owed.interest, owed.doubled, owed.surplus) == (0, 0, D("35.00"), 0)
    later = judged(judgment(), date(2027, 7, 1), [Payment(paid_on=date(2026, 7, 1), amount="10203.84")])
    assert later.total == D("35.00")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 400), st.integers(1, 300_000)), max_size=5), st.integers(0, 500))
def test_what_grew_less_what_was_paid_is_what_is_owed(paid, days):
    until = date(2026, 6, 1) + timedelta(days)
    payments = [Payment(paid_on=date(2026, 6, 1) + timedelta(n), amount=D(a) / 100) for n, a in paid]
    owed = judged(judgment(interest="12.34", costs="50"), until, payments)
    grown = D("10000") + D("12.34") + 50 + sum(row.amount for row in owed.rows)
    given_ = sum((p.amount for p in payments if p.paid_on <= until), D(0))
    assert owed.total - owed.surplus == grown - given_
    assert min(owed.principal, owed.interest, owed.doubled, owed.costs, owed.surplus) >= 0


def test_days_out_of_order_are_refused():
    with pytest.raises(ValidationError):
        judgment(interest_until=date(2026, 6, 2))


# Limitation


def test_three_years_from_the_last_instalment():
    assert limitation(loan()).last_day == date(2029, 3, 10)
    assert limitation(loan()).end.last_day is None  # no holiday notice for 2029 yet: not before that day
    assert limitation(loan()).began_on == date(2026, 3, 10)


def test_calling_in_begins_it_earlier():
    assert limitation(loan(accelerated_on=date(2026, 2, 1))).began_on == date(2026, 2, 1)


def test_acts_within_start_it_anew_and_after_its_end_give_the_defence_away():
    acts = [(date(2026, 1, 5), Act.DEMAND), (date(2028, 5, 5), Act.PAYMENT), (date(2031, 5, 6), Act.DEMAND)]
    period = limitation(loan(), acts)
    assert [deed.effect for deed in period.deeds] == [Effect.BEFORE, Effect.ANEW, Effect.LATE]
    assert period.began_on == date(2028, 5, 5) and period.expired(date(2031, 6, 1))
    revived = limitation(loan(), [*acts, (date(2031, 6, 1), Act.PROMISE)])
    assert revived.revived and not revived.expired(date(2031, 6, 2))


def test_a_suit_holds_it_up():
    period = limitation(loan(), [(date(2027, 1, 1), Act.SUIT), (date(2027, 2, 1), Act.PAYMENT)])
    assert period.last_day is None and period.deeds[-1].effect is Effect.HELD and not period.expired(date(2040, 1, 1))


def test_older_loans_are_not_answered():
    old = [Instalment(due_on=date(2020, 3, 10), principal="1000")]
    with pytest.raises(NotInForce):
        limitation(loan(contract_on=date(2020, 1, 1), instalments=old))


# The clocks


def test_each_clock_has_its_own_start_and_stop():
    clocks = three_clocks(loan(), date(2026, 6, 30))
    assert clocks.owed == D("3587.25")
    assert (clocks.penalty.starts_on, clocks.penalty.ends_on) == (date(2026, 1, 11), date(2026, 6, 30))
    assert clocks.court.starts == "limitation" and clocks.court.ends_on == date(2026, 6, 30)
    assert clocks.record.ends_on == retention(date(2026, 6, 30)).last_day
    assert all(clock.citations for clock in clocks.all)


def test_the_guarantor_stops_the_penalty_alone():
    clocks = three_clocks(loan(compensated_on=date(2026, 4, 1)), date(2026, 6, 30))
    assert clocks.penalty.ends_on == date(2026, 4, 1) and clocks.penalty.stops == "penalty_guarantor"
    assert clocks.record.marks[0].day == date(2026, 6, 30)


def test_a_judgment_takes_over_from_the_contract():
    suit = Suit(sued_on=date(2026, 4, 1), judgment_on=date(2026, 6, 1), perform_days=10, annual_rate="0.24", costs="50")
    clocks = three_clocks(loan(), date(2026, 7, 1), suit=suit)
    held = accrue(loan(), date(2026, 6, 1))
    general = (3000 * D("0.24") * 30 / 360).quantize(D("0.01"))
    assert clocks.owed == held.total + general + D("10.50") + 50  # 3000 x 0.0175 % x 20 days
    assert clocks.penalty.ends_on == date(2026, 6, 1) and clocks.penalty.stops == "penalty_judgment"
    marks = {mark.key: mark.day for mark in clocks.court.marks}
    assert marks["doubled_from"] == date(2026, 6, 12)
    assert marks["enforce_until"] == date(2028, 6, 11)


def test_a_rate_not_known_is_at_most_the_line():
    suit = Suit(judgment_on=date(2026, 6, 1))
    assert three_clocks(loan(), date(2026, 7, 1), suit=suit).under_judgment.judgment.annual_rate == D("0.24")


def test_before_its_day_a_judgment_changes_nothing():
    suit = Suit(judgment_on=date(2026, 8, 1))
    assert three_clocks(loan(), date(2026, 7, 1), suit=suit).under_judgment is None


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 900), st.integers(1, 300), st.booleans())
def test_moving_the_payoff_day_later_never_ends_a_clock_earlier_nor_costs_less(first, more, sued):
    suit = Suit(judgment_on=date(2026, 9, 1), annual_rate="0.2") if sued else Suit()
    early = three_clocks(loan(), date(2026, 3, 10) + timedelta(first), suit=suit)
    late = three_clocks(loan(), early.paid_off_on + timedelta(more), suit=suit)
    assert late.owed >= early.owed
    assert all(a.ends_on <= b.ends_on for a, b in zip(early.all, late.all, strict=True))
