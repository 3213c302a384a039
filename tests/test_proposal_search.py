"""Proposals for any loan: what must always hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from overdue import Instalment, Lender, Loan, Order, Payment, Penalty, add_period
from overdue.proposal import (
    Budget,
    InstalmentPlan,
    LumpSum,
    Waiver,
    afford,
    compare,
    settle,
)
from tests.naive import owe
from tests.offered import TODAY, cents

D = Decimal


@st.composite
def loans(draw):
    first = draw(st.dates(date(2025, 9, 1), date(2026, 5, 31)))
    missed = draw(st.integers(1, 8))
    amounts = st.decimals("0", "90", places=2)
    return Loan(
        lender=draw(st.sampled_from([*Lender, None])),
        contract_on=date(2025, 6, 1),
        annual_rate=draw(st.decimals("0", "0.36", places=4)),
        instalments=[
            Instalment(
                due_on=add_period(first, months=n),
                principal=draw(st.decimals("1", "5000", places=2)),
                interest=draw(amounts),
                fee=draw(amounts),
            )
            for n in range(missed)
        ],
        penalty=Penalty(
            uplift=draw(st.sampled_from(["0.3", "0.5"])),
            compound=draw(st.sampled_from(["none", "interest"])),
            late_fee=draw(st.sampled_from(["0", "20"])),
        ),
    )


SHARES = st.decimals("0", "1", places=2)
WAIVERS = st.builds(Waiver, penalty=SHARES, interest=SHARES, principal=SHARES)
METHODS = st.sampled_from(["level_payment", "level_principal", "flat_fee"])
PLANS = st.builds(
    InstalmentPlan,
    first_on=st.dates(TODAY, date(2027, 6, 30)),
    months=st.integers(1, 60),
    annual_rate=st.decimals("0", "0.36", places=3),
    method=METHODS,
    waive=WAIVERS,
    whole=st.booleans(),
    waiver_revives=st.booleans(),
    penalty_resumes=st.booleans(),
)


@given(loan=loans(), waive=WAIVERS, whole=st.booleans(), months=st.integers(1, 60), method=METHODS, first=PLANS)
@settings(max_examples=40)
def test_with_equal_waivers_and_no_rate_both_cost_the_same(loan, waive, whole, months, method, first):
    lump = settle(loan, LumpSum(pay_on=TODAY, waive=waive, whole=whole), TODAY)
    plan = InstalmentPlan(first_on=first.first_on, months=months, method=method, waive=waive, whole=whole)
    assert settle(loan, plan, TODAY).total == lump.total


@given(loan=loans(), plan=PLANS, more=WAIVERS)
@settings(max_examples=40)
def test_a_higher_waiver_never_costs_more(loan, plan, more):
    kinds = ("penalty", "interest", "principal")
    higher = Waiver(**{kind: max(getattr(plan.waive, kind), getattr(more, kind)) for kind in kinds})
    low, high = settle(loan, plan, TODAY), settle(loan, plan.model_copy(update={"waive": higher}), TODAY)
    # Each payment is rounded, so a tiny debt may round up by half a fen a payment.
    assert high.total <= low.total + D("0.005") * len(high.schedule.rows)
    assert high.waived >= low.waived


@given(loan=loans(), plan=PLANS, share=SHARES)
@settings(max_examples=60)
def test_a_plans_parts_add_up(loan, plan, share):
    due = settle(loan, plan.model_copy(update={"down_payment": D(0)}), TODAY)
    owed = due.debt.total - due.waived
    found = settle(loan, plan.model_copy(update={"down_payment": cents(owed * share)}), TODAY)
    rows = found.schedule.rows
    assert all(row.payment == row.principal + row.interest + row.fee for row in rows)
    assert sum(row.principal for row in rows) + sum(p.amount for p in found.down) == owed
    assert sum(p.amount for p in found.cash) == found.total == owed + found.cost
    assert not rows or rows[-1].balance == 0
    assert all(amount == cents(amount) for _, amount in found.cash)


@given(loan=loans(), plans=st.lists(PLANS, min_size=2, max_size=4), order=st.randoms(use_true_random=False))
@settings(max_examples=20)
def test_the_order_of_proposals_changes_nothing(loan, plans, order):
    shuffled = list(plans)
    order.shuffle(shuffled)
    one, other = compare(loan, plans, TODAY), compare(loan, shuffled, TODAY)
    assert [found.offer for found in one] == plans
    assert all(other[shuffled.index(found.offer)] == found for found in one)
    assert {(d.aspect, d.spread, d.why) for d in one.differences} == {
        (d.aspect, d.spread, d.why) for d in other.differences
    }


@given(loan=loans(), plan=PLANS, after=st.integers(0, 60), order=st.sampled_from(["legal", "by_instalment"]))
@settings(max_examples=40)
def test_a_broken_plan_is_the_old_contract_day_by_day(loan, plan, after, order):
    found = settle(loan, plan, TODAY, order=Order(order))
    assume(found.schedule.rows)
    k = after % len(found.schedule.rows)
    broken = found.if_broken(after=k)
    rows = found.schedule.rows
    balance = rows[k - 1].balance if k else found.debt.total - found.waived
    waived = found.waived
    paid = [Payment(paid_on=row.due_on, amount=row.payment) for row in rows[:k]]
    by_hand = owe(loan, rows[k].due_on, paid, order)
    full = sum(by_hand[n] for n in ("principal", "interest", "fees", "penalty", "compound"))
    if plan.penalty_resumes and plan.waiver_revives:
        assert broken.total == full
    elif plan.penalty_resumes:
        # What stays waived grows no more, and what was paid meets the rest sooner: never more than the difference.
        assert broken.total <= max(0, full - Fraction(waived))
        only_penalty = not plan.waive.interest and not plan.waive.principal
        if k == 0 and only_penalty and not plan.down_payment and loan.penalty.compound != "all":
            assert broken.total == max(0, full - Fraction(waived))
    else:
        assert broken.total == balance + (waived if plan.waiver_revives else 0)


@given(
    loan=loans(),
    plan=PLANS,
    income=st.integers(0, 9000),
    savings=st.integers(0, 30000),
    misses=st.integers(0, 12),
)
@settings(max_examples=40)
def test_the_misses_survived_are_the_last_that_leave_no_month_short(loan, plan, income, savings, misses):
    found = settle(loan, plan, TODAY)
    budget = Budget(income=str(income), needs="2000", other_debt="300", savings=str(savings))
    survived = afford(found, budget).misses_survived
    if afford(found, budget).first_short_month is None:
        assert afford(found, budget, without_income=survived).first_short_month is None
    else:
        assert survived == 0
    if misses > survived and found.cash and misses <= len({p.paid_on.replace(day=1) for p in found.cash}):
        assert afford(found, budget, without_income=misses).first_short_month is not None
