"""The engine: cases worked out by hand, and what is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

import pytest
from pydantic import ValidationError

from overdue.accrual import accrue, split_payment, trace
from overdue.law.lines import ceiling
from overdue.model import (
    BY_INSTALMENT,
    JUDGMENT_ORDER,
    LEGAL_ORDER,
    PRINCIPAL_FIRST,
    Instalment,
    Lender,
    Order,
    Payment,
    Penalty,
)
from tests.cases import loan

AS_OF = date(2026, 6, 30)


def test_penalty_replaces_the_contract_rate():
    one = loan(instalments=[Instalment(due_on=date(2026, 1, 10), principal="1000", interest="90")])
    ledger = accrue(one, date(2026, 1, 20))
    assert (ledger.interest, ledger.penalty) == (D("90.00"), D("7.50"))  # 1000 × 27 % / 360 × 10, nothing beside it


def test_a_case_whose_parts_are_not_exact_to_the_fen():
    thirds = loan(
        instalments=[Instalment(due_on=date(2026, m, 10), principal="333.33", interest="10") for m in (1, 2, 3)],
        penalty=Penalty(uplift="0.5", day_basis=365),
    )
    ledger = accrue(thirds, date(2026, 3, 11))
    # 333.33 × 27 % / 365 × 60, 29, 1 days = 14.7944…, 7.1506…, 0.2466…
    assert [o.penalty for o in ledger.instalments] == [D("14.79"), D("7.15"), D("0.25")]
    assert ledger.penalty == D("22.19")


def test_half_a_fen_rounds_up_and_only_once():
    half = loan(
        instalments=[Instalment(due_on=date(2026, 1, 10), principal="10")], penalty=Penalty(daily_rate="0.0005")
    )
    assert accrue(half, date(2026, 1, 11)).penalty == D("0.01")  # 0.005
    assert accrue(half, date(2026, 1, 13)).penalty == D("0.02")  # 0.015, not three times 0.01


def test_the_due_day_does_not_count_and_the_day_looked_at_does():
    assert [accrue(loan(), date(2026, 1, d)).penalty for d in (9, 10, 11)] == [D(0), D("0.00"), D("0.75")]


def test_not_due_holds_what_comes_later():
    ledger = accrue(loan(), date(2026, 1, 31))
    assert (ledger.principal, ledger.not_due, ledger.not_due_principal) == (D("1000.00"), D("2180.00"), D("2000.00"))


def test_acceleration_calls_in_principal_drops_unearned_interest_and_bears_from_the_next_day():
    called = loan(accelerated_on=date(2026, 1, 20))
    ledger = accrue(called, date(2026, 1, 30))
    # called in: 2000; earned since 10 January: 2000 × 18 % / 360 × 10 = 10
    assert (ledger.principal, ledger.interest, ledger.not_due) == (D("3000.00"), D("100.00"), D(0))
    # 1000 × 0.00075 × 20 + 2000 × 0.00075 × 10
    assert ledger.penalty == D("30.00")


def test_a_guarantor_who_pays_stops_the_lenders_penalty_and_the_line():
    ledger = accrue(loan(compensated_on=date(2026, 1, 20)), date(2026, 6, 30))
    assert ledger.penalty == D("7.50")
    assert (ledger.line, ledger.line_reason) == (None, "line.guarantor")


def test_what_is_paid_within_grace_bears_nothing_and_what_is_not_bears_from_the_due_day():
    kind = loan(
        instalments=[Instalment(due_on=date(2026, 1, 10), principal="1000")],
        penalty=Penalty(uplift="0.5", grace_days=3, late_fee="20"),
    )
    paid = [Payment(paid_on=date(2026, 1, 13), amount="400")]
    assert accrue(kind, date(2026, 1, 13)).penalty == 0
    later = accrue(kind, date(2026, 1, 14), paid)
    assert (later.penalty, later.fees) == (D("1.80"), D("20.00"))  # 600 × 0.00075 × 4
    full = [Payment(paid_on=date(2026, 1, 13), amount="1000")]
    assert accrue(kind, date(2026, 3, 1), full).total == 0


def test_compound_interest_runs_on_unpaid_contract_interest():
    one = loan(
        instalments=[Instalment(due_on=date(2026, 1, 10), principal="1000", interest="90")],
        penalty=Penalty(uplift="0.5", compound="interest"),
    )
    ledger = accrue(one, date(2026, 2, 9))
    assert (ledger.penalty, ledger.compound) == (D("22.50"), D("2.03"))  # 90 × 0.00075 × 30 = 2.025


def test_rests_add_the_unpaid_penalty_to_the_base():
    one = loan(
        instalments=[Instalment(due_on=date(2026, 1, 10), principal="1000", interest="90")],
        penalty=Penalty(uplift="0.5", compound="all", rest="monthly"),
    )
    # to 10 February 31 days: penalty 23.25; then ten days on 90 + 23.25
    assert accrue(one, date(2026, 2, 20)).compound == D("2.94")  # 90 × 0.00075 × 31 + 113.25 × 0.00075 × 10 = 2.941875


@pytest.mark.parametrize(
    ("order", "left"),
    [
        (LEGAL_ORDER, ("3000.00", "0.00", "287.25")),
        (BY_INSTALMENT, ("2918.25", "180.00", "189.00")),
        (PRINCIPAL_FIRST, ("2700.00", "270.00", "317.25")),
    ],
)
def test_a_part_payment_follows_the_order_chosen(order, left):
    # by 30 June: penalty 128.25 + 105.00 + 84.00 on 171, 140 and 112 days
    ledger = accrue(loan(), date(2026, 6, 30), [Payment(paid_on=date(2026, 6, 30), amount="300")], order)
    assert (ledger.principal, ledger.interest, ledger.penalty) == tuple(map(D, left))


def test_plain_words_mean_the_same_as_the_names():
    paid = [Payment(paid_on=date(2026, 6, 30), amount="300")]
    for order in Order:
        assert (
            accrue(loan(), date(2026, 6, 30), paid, str(order)).interest
            == accrue(loan(), date(2026, 6, 30), paid, order).interest
        )
    for lender in Lender:
        assert ceiling(str(lender), date(2026, 1, 20)) == ceiling(lender, date(2026, 1, 20))
    with pytest.raises(ValueError, match="pawnshop"):
        ceiling("pawnshop", date(2026, 1, 20))


def test_a_payment_that_meets_nothing_due_is_credit_for_the_next_instalment():
    early = [Payment(paid_on=date(2026, 1, 1), amount="1100")]
    assert accrue(loan(), date(2026, 1, 5), early).surplus == D("1100.00")
    ledger = accrue(loan(), date(2026, 1, 31), early)
    assert (ledger.total, ledger.surplus) == (D(0), D("10.00"))


def test_the_line_is_counted_on_actual_days_whatever_the_loans_basis():
    ledger = accrue(loan(lender=Lender.BANK), date(2026, 6, 30))
    # 1000 × 24 % / 365 × 171, 140, 112 = 112.4384, 92.0548, 73.6438
    assert ledger.line == D("112.44") + D("92.05") + D("73.64")
    assert ledger.over_line == ledger.penalty - ledger.line


@pytest.mark.parametrize(
    ("lender", "contract_on", "reason"),
    [(None, date(2025, 9, 10), "line.unknown_lender"), (Lender.PRIVATE, date(2019, 9, 10), "line.not_in_force")],
)
def test_no_line_comes_with_its_reason_and_never_stops_the_ledger(lender, contract_on, reason):
    ledger = accrue(loan(lender=lender, contract_on=contract_on), date(2026, 6, 30))
    assert (ledger.line, ledger.over_line, ledger.line_reason, ledger.penalty) == (None, None, reason, D("317.25"))


def test_a_contract_after_the_last_confirmed_rate_has_a_line_that_is_only_not_known_here():
    """The rule holds on; it is the rate of the contract day that is confirmed up to 19 October 2026 only."""
    for day, reason in ((date(2026, 10, 19), None), (date(2026, 10, 20), "line.not_known")):
        due = [{"due_on": date(2026, 11, 10), "principal": "1000"}]
        ledger = accrue(loan(lender=Lender.PRIVATE, contract_on=day, instalments=due), date(2026, 11, 30))
        assert (ledger.line is None, ledger.line_reason) == (reason is not None, reason)


@pytest.mark.parametrize(
    ("lender", "rate"), [(Lender.BANK, "0.27"), (Lender.PRIVATE, "0.18"), (Lender.CREDIT_CARD, "0.18")]
)
def test_the_usual_uplift_is_the_lenders(lender, rate):
    assert accrue(loan(lender=lender, penalty=Penalty()), date(2026, 2, 1)).penalty_rate == D(rate)


@pytest.mark.parametrize(
    "wrong",
    [
        {"principal": 1000.0},
        {"principal": "-1"},
        {"principal": "NaN"},
        {"principal": 10**15},
        {"due_on": "2026-01-10"},
        {"dueon": date(2026, 1, 10)},
    ],
)
def test_a_malformed_instalment_is_refused(wrong):
    with pytest.raises(ValidationError):
        Instalment(**{"due_on": date(2026, 1, 10), "principal": "1"} | wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"uplift": "0.5", "daily_rate": "0.0005"},
        {"uplift": "18"},
        {"base": "principal_and_interest", "compound": "interest"},
        {"compound": "all"},
        {"rest": "monthly"},
        {"day_basis": 366},
    ],
)
def test_contradictory_terms_are_refused(wrong):
    with pytest.raises(ValidationError):
        Penalty(**wrong)


def test_only_the_doubled_part_comes_last_after_a_judgment():
    owed = {"costs": "10", "interest": "60", "principal": "80", "doubled": "30"}
    for order in (LEGAL_ORDER, JUDGMENT_ORDER):
        court = split_payment("100", order=order, **owed)
        assert (court.costs, court.interest, court.principal, court.doubled) == (10, 60, 30, 0)
        all_but_five = split_payment("175", order=order, **owed)
        assert (all_but_five.principal, all_but_five.doubled, all_but_five.doubled_left) == (80, 25, 5)
    paid = (Payment(paid_on=date(2026, 4, 1), amount="700"),)
    assert accrue(loan(), AS_OF, paid, JUDGMENT_ORDER).segments == accrue(loan(), AS_OF, paid).segments


def test_a_payment_has_no_fraction_of_a_fen():
    for make in (lambda: Payment(paid_on=AS_OF, amount="10.005"), lambda: split_payment("10.005", principal="20")):
        with pytest.raises(ValidationError, match="two decimals"):
            make()


def test_trace_takes_days_in_any_order():
    days = [date(2026, 3, 1), date(2026, 1, 11), date(2026, 3, 1)]
    assert [p.day for p in trace(loan(), days)] == [date(2026, 1, 11), date(2026, 3, 1)]


@pytest.mark.parametrize("terms", [{}, {"compound": "all", "rest": "monthly", "late_fee": "30"}, {"uplift": "0.5"}])
def test_every_point_of_a_trace_is_the_ledger_of_its_day(terms):
    case = loan(penalty=Penalty(**terms), lender=Lender.PLATFORM)
    paid = [Payment(paid_on=date(2026, 4, 1), amount="500"), Payment(paid_on=date(2026, 6, 1), amount="700")]
    days = [date(2026, month, day) for month in range(1, 13) for day in (10, 25)]
    for point in trace(case, days, paid):
        ledger = accrue(case, point.day, [p for p in paid if p.paid_on <= point.day])
        for name in ("principal", "interest", "fees", "late_fees", "penalty", "compound", "total", "line", "over_line"):
            assert getattr(point, name) == getattr(ledger, name), (point.day, name)
        assert point.growing == ledger.penalty + ledger.compound + ledger.late_fees
