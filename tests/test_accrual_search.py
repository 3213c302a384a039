"""The engine for any loan: an independent day-by-day reading, and what must always hold."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal as D
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from overdue.accrual import accrue, split_payment
from overdue.model import (
    BY_INSTALMENT,
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
from tests.cases import loan
from tests.naive import owe

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
