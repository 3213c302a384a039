"""The engine: hand-worked cases, an independent day-by-day reading, and what must hold for every loan."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal as D
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
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
    Loan,
    Order,
    Payment,
    Penalty,
)
from tests import WIDE
from tests.naive import owe

AS_OF = date(2026, 6, 30)


def loan(**changes):
    plain = {
        "lender": Lender.PLATFORM,
        "contract_on": date(2025, 9, 10),
        "annual_rate": "0.18",
        "instalments": [Instalment(due_on=date(2026, m, 10), principal="1000", interest="90") for m in (1, 2, 3)],
        "penalty": Penalty(uplift="0.5", day_basis=360),
    }
    return Loan(**plain | changes)


money = st.integers(0, 500_000).map(lambda n: D(n) / 100)
rates = st.integers(0, 360).map(lambda n: D(n) / 1000)
starts = st.dates(date(2020, 1, 1), date(2026, 12, 31))


@st.composite
def penalties(draw):
    compound = draw(st.sampled_from(["none", "none", "interest", "all"]))
    daily = draw(st.booleans())
    return Penalty(
        uplift=None if daily else D(draw(st.integers(0, 100))) / 100,
        daily_rate=D(draw(st.integers(0, 20))) / 10000 if daily else None,
        base=draw(st.sampled_from(["principal", "principal_and_interest"])) if compound == "none" else "principal",
        compound=compound,
        rest=draw(st.sampled_from(["monthly", "quarterly"])) if compound == "all" else "none",
        late_fee=draw(st.sampled_from([D(0), D("20"), D("9.99")])),
        grace_days=draw(st.sampled_from([0, 0, 3, 40])),
        day_basis=draw(st.sampled_from([360, 365])),
    )


@st.composite
def histories(draw):
    first = draw(starts)
    count = draw(st.integers(1, 6))
    dues = [first + timedelta(days=30 * n + draw(st.integers(0, 5))) for n in range(count)]
    contract_on = first - timedelta(days=draw(st.integers(0, 60)))
    span = 30 * count + 200
    offset = st.integers(-20, span)
    made = Loan(
        lender=draw(st.sampled_from([*Lender, None])),
        contract_on=contract_on,
        annual_rate=draw(rates),
        instalments=[
            Instalment(
                due_on=d,
                principal=draw(money),
                interest=draw(money.map(lambda m: m / 10)),
                fee=draw(st.sampled_from([D(0), D("5.55")])),
            )
            for d in dues
        ],
        penalty=draw(penalties()),
        accelerated_on=first + timedelta(days=draw(st.integers(0, span))) if draw(st.integers(0, 3)) == 0 else None,
        compensated_on=first + timedelta(days=draw(st.integers(0, span))) if draw(st.integers(0, 3)) == 0 else None,
    )
    payments = [
        Payment(paid_on=max(contract_on, first + timedelta(days=draw(offset))), amount=draw(money) + D("0.01"))
        for _ in range(draw(st.integers(0, 4)))
    ]
    return made, first + timedelta(days=draw(st.integers(0, span))), tuple(payments)


relaxed = settings(max_examples=80 * WIDE, deadline=None, suppress_health_check=[HealthCheck.too_slow])
brief = settings(max_examples=40 * WIDE, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@relaxed
@given(histories(), st.sampled_from([LEGAL_ORDER, BY_INSTALMENT, PRINCIPAL_FIRST]))
def test_agrees_with_a_day_by_day_reading(history, order):
    made, until, payments = history
    ledger = accrue(made, until, payments, order)
    ours = {
        name: getattr(ledger, name)
        for name in ("principal", "interest", "fees", "penalty", "compound", "not_due", "surplus")
    }
    assert ours == {
        name: D(value.numerator) / D(value.denominator)
        for name, value in owe(made, until, payments, str(order)).items()
    }


@brief
@given(histories(), st.sampled_from(Order))
def test_parts_add_up_to_the_fen(history, order):
    made, until, payments = history
    ledger = accrue(made, until, payments, order)
    assert sum(s.amount for s in ledger.segments) == ledger.penalty + ledger.compound
    assert sum(o.total for o in ledger.instalments) == ledger.total
    assert (
        ledger.total
        == ledger.principal + ledger.interest + ledger.fees + ledger.penalty + ledger.compound + ledger.costs
    )
    for amount in (
        ledger.principal,
        ledger.interest,
        ledger.fees,
        ledger.penalty,
        ledger.compound,
        ledger.surplus,
        ledger.not_due,
    ):
        assert amount >= 0 and amount == round(amount, 2)


@brief
@given(histories())
def test_days_of_the_rows_fill_the_span_without_gap_or_overlap(history):
    made, until, payments = history
    for owed in (ledger := accrue(made, until, payments)).instalments:
        rows = [s for s in ledger.segments if s.instalment == owed.number and s.kind == "penalty"]
        for earlier, later in pairwise(rows):
            assert later.start > earlier.end
        assert all(s.start <= s.end and s.days == (s.end - s.start).days + 1 for s in rows)
        if (
            not payments
            and owed.principal
            and made.compensated_on is None
            and owed.overdue_days > made.penalty.grace_days
        ):
            assert sum(s.days for s in rows) == owed.overdue_days or not ledger.penalty_rate


@brief
@given(histories(), st.integers(0, 200))
def test_waiting_never_costs_less(history, days):
    made, until, _ = history
    assert accrue(made, until + timedelta(days=days)).total >= accrue(made, until).total


@brief
@given(histories(), st.sampled_from(Order))
def test_paying_the_total_leaves_zero(history, order):
    made, until, payments = history
    owed = accrue(made, until, payments, order)
    if owed.total:
        after = accrue(made, until, (*payments, Payment(paid_on=until, amount=owed.total)), order)
        assert after.total == 0 and after.surplus == 0


@brief
@given(money.filter(lambda amount: amount > 100), st.sampled_from(["0.24", "0.18", "10"]), st.integers(0, 120))
def test_what_is_paid_on_a_rest_day_bears_nothing_more(principal, rate, days):
    held = loan(
        annual_rate=rate,
        instalments=[Instalment(due_on=date(2026, 1, 10), principal=principal, interest="20")],
        penalty=Penalty(compound="all", rest="monthly"),
    )
    rest = date(2026, 2, 10)
    paid = [Payment(paid_on=rest, amount=accrue(held, rest).total)]
    after = accrue(held, rest + timedelta(days), paid)
    assert after.total == 0
    assert not [s for s in after.segments if s.start > rest and s.kind != "paid"]


@given(histories(), money.filter(bool))
def test_a_payment_never_makes_more_owed_and_is_never_lost(history, amount):
    made, until, payments = history
    before = accrue(made, until, payments)
    after = accrue(made, until, (*payments, Payment(paid_on=until, amount=amount)))
    assert before.total - after.total + after.surplus - before.surplus == amount


@brief
@given(histories())
def test_daily_points_are_the_ledgers_of_those_days(history):
    made, until, payments = history
    points = accrue(made, until, payments).daily()
    assert points[-1].day == until
    for point in points[:: max(1, len(points) // 5)]:
        if made.accelerated_on is None or made.accelerated_on <= point.day or made.accelerated_on > until:
            assert point.total == accrue(made, point.day, payments).total


@brief
@given(histories())
def test_the_shorter_day_basis_never_charges_less(history):
    made, until, payments = history
    if made.penalty.daily_rate is None and not payments:
        terms = made.penalty.model_dump()
        short, long = (made.model_copy(update={"penalty": Penalty(**terms | {"day_basis": b})}) for b in (360, 365))
        assert accrue(short, until).penalty >= accrue(long, until).penalty


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


@brief
@given(money, money, money, money, st.sampled_from(Order))
def test_a_split_loses_nothing(amount, costs, interest, principal, order):
    split = split_payment(amount, costs, interest, principal, order)
    assert split.costs + split.interest + split.principal + split.surplus == amount
    assert (
        split.costs_left + split.interest_left + split.principal_left
        == costs + interest + principal - amount + split.surplus
    )
    assert not (split.surplus and (split.costs_left or split.interest_left or split.principal_left))


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
