"""Proposals: examples worked out by hand, published figures, a second way of computing, and what must always hold."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
import pyxirr
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from overdue import Instalment, Lender, Loan, Order, OverdueError, Payment, Penalty, accrue, add_period, retention
from overdue.accrual import yearly_cost
from overdue.proposal import (
    Budget,
    Cash,
    InstalmentPlan,
    LumpSum,
    Wait,
    Waiver,
    afford,
    break_even,
    break_even_curve,
    burden,
    compare,
    equal_plan_rate,
    equal_worth_rate,
    gap,
    months_for,
    payment_for,
    settle,
)
from overdue.words import Lang, words
from tests.naive import half_up, owe

D = Decimal
TODAY = date(2026, 6, 30)
NEXT = date(2026, 7, 30)
HALF = Waiver(penalty="0.5")


def job(later: int = 0, **changes: object) -> Loan:
    """Three instalments of 1,000 + 90 missed at 18 %: 317.25 of penalty, 3,587.25 in all, on 30 June 2026."""
    months = [*(date(2026, m, 10) for m in (1, 2, 3)), *(date(2026, 6 + n, 10) for n in range(1, later + 1))]
    instalments = [Instalment(due_on=day, principal="1000", interest="90") for day in months]
    terms = {"lender": Lender.PLATFORM, "contract_on": date(2025, 9, 10), "annual_rate": "0.18"}
    return Loan(**(terms | {"instalments": instalments, "penalty": Penalty(uplift="0.5")} | changes))


def plain(debt: str, due_on: date = TODAY, **changes: object) -> Loan:
    """A debt that has fallen due today, so that it is known to the fen."""
    only = {"instalments": [Instalment(due_on=due_on, principal=debt)], "contract_on": date(2026, 1, 1)}
    return Loan(**({"lender": Lender.BANK, "annual_rate": "0.18"} | only | changes))


def cents(amount: D) -> D:
    return amount.quantize(D("0.01"), ROUND_HALF_UP)


# --- worked out by hand


def test_a_lump_sum_with_half_the_penalty_waived():
    found = settle(job(), LumpSum(pay_on=TODAY, waive=HALF), TODAY)
    assert found.waived == D("158.63")  # 158.625, half up
    assert found.cash == ((TODAY, D("3428.62")),)
    assert (found.total, found.debt_free_on, found.yearly_cost) == (D("3428.62"), TODAY, None)
    assert found.record_removed_from == date(2031, 7, 1)


def test_a_lump_sum_later_grows_until_its_day():
    found = settle(job(), LumpSum(pay_on=date(2026, 7, 10)), TODAY)
    assert found.total == D("3609.75")  # ten days more on 3,000 at 27 % / 360


def test_a_whole_figure_waives_the_rest():
    found = settle(job(), LumpSum(pay_on=TODAY, amount="3000"), TODAY)
    assert (found.total, found.waived) == (D("3000.00"), D("587.25"))


def test_each_component_has_its_own_share_and_its_own_rounding():
    terms = Penalty(uplift="0.5", compound="interest", late_fee="10.01")
    loan = job(penalty=terms)
    ledger = accrue(loan, TODAY)
    shares = Waiver(penalty="0.5", interest="0.333", principal="0.1")
    parts = [(ledger.penalty, "0.5"), (ledger.compound, "0.5"), (ledger.late_fees, "0.5")]
    parts += [(ledger.interest, "0.333"), (ledger.fees - ledger.late_fees, "0.333"), (ledger.principal, "0.1")]
    assert settle(loan, LumpSum(pay_on=TODAY, waive=shares), TODAY).waived == sum(cents(a * D(b)) for a, b in parts)


def test_a_plan_without_interest_splits_the_debt():
    found = settle(job(), InstalmentPlan(first_on=NEXT, months=12), TODAY)
    assert [row.payment for row in found.schedule.rows] == [D("298.94")] * 11 + [D("298.91")]
    assert (found.total, found.debt_free_on) == (D("3587.25"), date(2027, 6, 30))
    assert found.record_removed_from == date(2032, 7, 1)
    assert (found.yearly_cost.simple, found.yearly_cost.compound) == (0, 0)


def test_the_other_reading_of_the_record_starts_at_the_agreement():
    plan = InstalmentPlan(first_on=NEXT, months=12)
    usual, other = settle(job(), plan, TODAY), settle(job(), plan, TODAY, reading="agreement")
    assert (usual.record_removed_from, other.record_removed_from) == (date(2032, 7, 1), date(2031, 7, 1))
    assert "CR-4" in {citation.rule for citation in usual.citations}


def test_a_down_payment_is_paid_on_the_day_of_agreement():
    found = settle(job(), InstalmentPlan(first_on=NEXT, months=3, down_payment="587.25", waive=HALF), TODAY)
    assert found.cash[0] == (TODAY, D("587.25"))
    assert [payment.amount for payment in found.cash[1:]] == [D("947.12"), D("947.12"), D("947.13")]  # 2,841.37 / 3


def test_a_first_period_that_is_no_month_bears_its_own_days():
    plan = InstalmentPlan(first_on=date(2026, 8, 14), months=2, annual_rate="0.12", method="level_principal")
    rows = settle(plain("1000"), plan, TODAY).schedule.rows
    assert [(row.principal, row.interest) for row in rows] == [(500, D("14.79")), (500, D("5.00"))]  # 45 days / 365
    level = settle(plain("1000"), plan.model_copy(update={"method": "level_payment"}), TODAY).schedule.rows
    assert level[0].interest == D("14.79")
    assert abs(level[0].payment - level[1].payment) <= D("0.01")


def test_taking_in_the_whole_loan_adds_principal_and_the_interest_earned():
    loan = job(later=3)
    found = settle(loan, LumpSum(pay_on=TODAY, whole=True), TODAY)
    earned = D(3000) * D("0.18") * 112 / 360  # 10 March to 30 June
    assert found.total == D("3587.25") + 3000 + cents(earned)
    assert (found.runs_on, found.debt_free_on) == ((), TODAY)
    assert "CC-14" in {citation.rule for citation in found.citations}


def test_otherwise_the_contract_runs_on_and_the_record_follows_the_cure():
    found = settle(job(later=3), LumpSum(pay_on=TODAY), TODAY)
    assert found.total == D("3587.25")
    assert found.runs_on == tuple((date(2026, m, 10), D("1090.00")) for m in (7, 8, 9))
    assert (found.altogether, found.debt_free_on) == (D("6857.25"), date(2026, 9, 10))
    assert found.record_removed_from == retention(TODAY).removed_from
    assert "CR-5" in {citation.rule for citation in found.citations}


def test_waiting_pays_the_full_sum_later():
    found = settle(job(), Wait(until=date(2027, 6, 30)), TODAY)
    assert found.total == D("3587.25") + D("821.25")  # 365 days on 3,000 at 27 % / 360
    assert (found.waived, found.record_removed_from) == (0, date(2032, 7, 1))


def test_a_loan_called_in_leaves_nothing_to_run_on():
    loan = job(later=3, accelerated_on=date(2026, 4, 1))
    assert settle(loan, LumpSum(pay_on=TODAY), TODAY).runs_on == ()
    later = job(later=3, accelerated_on=date(2026, 8, 1))  # called in after the agreement: due at once then
    assert [payment.paid_on for payment in settle(later, LumpSum(pay_on=TODAY), TODAY).runs_on] == [
        date(2026, 7, 10),
        date(2026, 8, 1),
    ]


# --- published figures


def test_a_flat_fee_shows_its_true_yearly_cost():
    plan = InstalmentPlan(first_on=NEXT, months=12, annual_rate="0.072", method="flat_fee")
    cost = settle(plain("12000"), plan, TODAY).yearly_cost
    assert (round(cost.simple * 100, 2), round(cost.compound * 100, 2)) == (D("13.03"), D("13.84"))
    assert {citation.rule for citation in cost.citations} == {"PEN-8"}


def test_level_principal_and_level_payment_as_published():
    plan = InstalmentPlan(first_on=NEXT, months=12, annual_rate="0.0325", method="level_principal")
    even = settle(plain("1000000"), plan, TODAY)
    assert [even.schedule.rows[n].payment for n in (0, -1)] == [D("86041.66"), D("83559.06")]
    assert even.total == D("1017604.16")
    level = settle(plain("1000000"), plan.model_copy(update={"method": "level_payment"}), TODAY)
    assert level.total - even.total == D("87.29")


def test_the_level_payment_of_a_textbook():
    plan = InstalmentPlan(first_on=NEXT, months=48, annual_rate="0.0675")
    assert settle(plain("18325"), plan, TODAY).schedule.rows[0].payment == D("436.69")


@given(
    first=st.dates(date(2026, 7, 1), date(2027, 6, 30)),
    months=st.integers(2, 60),
    rate=st.decimals("0.01", "0.36", places=4),
    method=st.sampled_from(["level_payment", "level_principal", "flat_fee"]),
)
@settings(max_examples=40)
def test_the_yearly_cost_agrees_with_another_library(first, months, rate, method):
    plan = InstalmentPlan(first_on=first, months=months, annual_rate=rate, method=method)
    found = settle(plain("10000"), plan, TODAY)
    if first.day == TODAY.day or (first + timedelta(1)).month != first.month:  # counted in months
        gaps = (first.year - 2026) * 12 + first.month - 6
        flows = [10000.0] + [0.0] * (gaps - 1) + [-float(payment.amount) for payment in found.cash]
        monthly = pyxirr.irr(flows)
        other = (12 * monthly, (1 + monthly) ** 12 - 1)
        assume(first == add_period(TODAY, months=gaps))
        assert float(found.yearly_cost.simple) == pytest.approx(other[0], abs=1e-9)
        assert float(found.yearly_cost.compound) == pytest.approx(other[1], abs=1e-9)
    else:
        other = pyxirr.xirr([(TODAY, -10000.0), *((day, float(amount)) for day, amount in found.cash)])
        assert float(found.yearly_cost.compound) == pytest.approx(other, abs=1e-9)


def test_payments_of_one_month_and_months_without_one_are_counted():
    flows = [Cash(date(2026, 8, 30), D(400)), Cash(date(2026, 8, 30), D(100)), Cash(date(2026, 11, 30), D(600))]
    monthly = pyxirr.irr([-1000.0, 0.0, 500.0, 0.0, 0.0, 600.0])
    assert float(yearly_cost(D(1000), flows, TODAY).simple) == pytest.approx(12 * monthly, abs=1e-9)
    odd = [*flows, Cash(date(2026, 12, 15), D(50))]
    dated = pyxirr.xirr([(TODAY, -1000.0), *((day, float(amount)) for day, amount in odd)])
    assert float(yearly_cost(D(1000), odd, TODAY).compound) == pytest.approx(dated, abs=1e-9)


@pytest.mark.parametrize("rate", ["0", "0.05", "1"])
def test_present_value_discounts_by_days_of_a_year_of_365(rate):
    found = settle(job(), InstalmentPlan(first_on=NEXT, months=24, annual_rate="0.1"), TODAY, discount_rate=rate)
    worth = sum(float(a) / (1 + float(rate)) ** ((day - TODAY).days / 365) for day, a in found.cash)
    assert float(found.present_value) == pytest.approx(worth, abs=0.006)


# --- a missed payment


def test_a_broken_plan_falls_back_on_the_old_contract():
    plan = InstalmentPlan(first_on=NEXT, months=6, waive=Waiver(penalty="1"))
    found = settle(job(), plan, TODAY)
    assert found.schedule.rows[0].payment == D("545.00")  # 3,270 / 6
    broken = found.if_broken(after=2)
    assert (broken.on, broken.missed, broken.paid, broken.balance) == (date(2026, 9, 30), 3, 1090, 2180)
    # Day by day, written apart: penalty never stopped, what was paid met interest first.
    paid = [Payment(paid_on=row.due_on, amount=row.payment) for row in found.schedule.rows[:2]]
    by_hand = owe(job(), date(2026, 9, 30), paid, "legal")
    assert broken.total == sum(by_hand[n] for n in ("principal", "interest", "fees", "penalty", "compound"))
    assert (broken.principal, broken.penalty) == (by_hand["principal"], by_hand["penalty"])


def test_what_revives_and_what_resumes_is_what_the_terms_say():
    terms = {"first_on": NEXT, "months": 6, "annual_rate": "0.06", "waive": Waiver(penalty="1")}
    ends = {}
    for revives in (True, False):
        for resumes in (True, False):
            plan = InstalmentPlan(**terms, waiver_revives=revives, penalty_resumes=resumes)
            found = settle(job(), plan, TODAY)
            ends[revives, resumes] = found.if_broken(after=2)
    assert found.waived == D("317.25")
    balance = found.schedule.rows[1].balance
    assert ends[False, False].total == balance
    assert ends[True, False].total == balance + D("317.25")
    assert ends[False, True].total == _on_what_was_left(found, (D(1000),) * 3, (D(90),) * 3)
    assert ends[False, False].ledger is None
    assert max(end.total for end in ends.values()) == ends[True, True].total


def _on_what_was_left(found, principal, interest, after=2):
    """Owed when a payment is missed if what was waived stays off: from the day of agreement on what was left."""
    left = [{"p": Fraction(p), "i": Fraction(i), "g": Fraction(0)} for p, i in zip(principal, interest, strict=True)]
    day = TODAY
    for row in found.schedule.rows[: after + 1]:
        for part in left:
            part["g"] = half_up(part["g"] + part["p"] * Fraction(27, 36000) * (row.due_on - day).days)
        day, money = row.due_on, Fraction(row.payment) if row.number <= after else Fraction(0)
        for name in "igp":
            for part in left:
                used = min(money, part[name])
                part[name] -= used
                money -= used
    return sum(sum(part.values()) for part in left)


def test_what_was_waived_stays_off_and_penalty_runs_on_what_was_left():
    # Half of the principal is given up, all of the penalty: 1,500 of it is left from the oldest instalments on.
    waive = Waiver(penalty="1", principal="0.5")
    plan = InstalmentPlan(first_on=NEXT, months=6, waive=waive, waiver_revives=False)
    found = settle(job(), plan, TODAY)
    broken = found.if_broken(after=2)
    assert broken.total == _on_what_was_left(found, (D(0), D(500), D(1000)), (D(90),) * 3)
    assert broken.total < settle(job(), plan.model_copy(update={"waiver_revives": True}), TODAY).if_broken(2).total


def test_a_broken_plan_for_the_whole_loan_is_told_whole():
    loan = job(later=3)
    plan = InstalmentPlan(first_on=NEXT, months=6, whole=True)
    broken = settle(loan, plan, TODAY).if_broken(after=0)
    old = accrue(loan, NEXT)
    assert (broken.total, broken.not_due) == (old.total, old.not_due) and broken.not_due > 0
    assert broken.altogether == broken.total + broken.not_due
    # Paid in advance: what six twelfths of everything leave over meets what falls due later.
    ahead = settle(loan, plan.model_copy(update={"months": 2}), TODAY).if_broken(after=1)
    assert ahead.not_due == max(0, ahead.ledger.not_due - ahead.ledger.surplus)


def test_break_even_says_why_there_is_none():
    nothing = InstalmentPlan(first_on=NEXT, months=6, waive=Waiver(penalty="1", interest="1", principal="1"))
    lump = LumpSum(pay_on=TODAY)
    assert break_even(job(), lump, nothing, TODAY).reason == "proposal.plan_asks_nothing"
    early = date(2025, 12, 1)
    plan = InstalmentPlan(first_on=NEXT, months=6)
    even = break_even(job(), LumpSum(pay_on=early), plan, early)
    assert even.amount is None and even.reason == "proposal.owes_nothing"


def test_a_missed_lump_sum_leaves_the_full_debt():
    found = settle(job(), LumpSum(pay_on=date(2026, 7, 10), waive=Waiver(penalty="1")), TODAY)
    assert found.if_broken(after=0).total == D("3609.75")
    with pytest.raises(OverdueError) as refused:
        found.if_broken(after=1)
    assert refused.value.fields == {"after": 1, "payments": 1}


def test_a_missed_payment_says_what_fell_due_under_the_contract_meanwhile():
    found = settle(job(later=3), InstalmentPlan(first_on=NEXT, months=6), TODAY)
    broken = found.if_broken(after=1)  # on 30 August
    assert broken.contract_due == 2180
    assert broken.total == accrue(job(later=3), broken.on, [Payment(paid_on=NEXT, amount=found.cash[0].amount)]).total


def test_what_was_really_received_gives_the_true_yearly_cost_on_the_ledger():
    # 1,000 and 90 a month for twelve months against 10,800 in hand; a printed rate is the internal one, times twelve.
    rows = [
        Instalment(due_on=add_period(date(2026, 1, 10), months=n), principal="1000", interest="90") for n in range(12)
    ]
    loan = Loan(lender=None, contract_on=date(2025, 12, 10), annual_rate="0.18", instalments=rows, received="10800")
    found = accrue(loan, TODAY).yearly_cost
    monthly = pyxirr.irr([10800.0, *[-1090.0] * 12])
    assert (
        abs(float(found.simple) - 12 * monthly) < 1e-9 and abs(float(found.compound) - (1 + monthly) ** 12 + 1) < 1e-9
    )
    assert accrue(loan.model_copy(update={"received": None}), TODAY).yearly_cost is None


# --- break-even


def test_break_even_by_hand():
    plan = InstalmentPlan(first_on=NEXT, months=12, waive=HALF)
    even = break_even(job(), LumpSum(pay_on=TODAY), plan, TODAY)
    assert (even.amount, even.waived, even.owed) == (D("3428.62"), D("158.63"), D("3587.25"))
    assert even.share == pytest.approx(D("158.63") / D("3587.25"))


def test_no_waiver_is_needed_where_the_plan_is_dearer_than_everything():
    plan = InstalmentPlan(first_on=NEXT, months=12, annual_rate="0.12")
    even = break_even(job(), LumpSum(pay_on=TODAY), plan, TODAY)
    assert (even.amount, even.share, even.reason) == (None, None, "proposal.lump_is_less")


@given(
    wait=st.integers(0, 400),
    months=st.integers(1, 60),
    rate=st.decimals("0", "0.24", places=3),
    waive=st.decimals("0", "1", places=2),
    discount=st.decimals("0", "0.5", places=3),
)
@settings(max_examples=40)
def test_break_even_plugged_back_in_makes_both_equal_to_the_fen(wait, months, rate, waive, discount):
    plan = InstalmentPlan(first_on=NEXT, months=months, annual_rate=rate, waive=Waiver(penalty=waive, interest=waive))
    lump = LumpSum(pay_on=TODAY + timedelta(wait))
    even = break_even(job(), lump, plan, TODAY, discount)
    later = settle(job(), plan, TODAY, discount_rate=discount)
    if even.amount is None:
        full = settle(job(), lump, TODAY, discount_rate=discount)
        assert full.present_value <= later.present_value
        return
    paid = settle(job(), lump.model_copy(update={"amount": even.amount}), TODAY, discount_rate=discount)
    assert paid.present_value == later.present_value
    assert (paid.waived, paid.total) == (even.waived, even.amount)


def test_the_curve_is_break_even_day_by_day():
    plan = InstalmentPlan(first_on=NEXT, months=12, waive=HALF)
    settled = settle(job(), plan, TODAY, discount_rate="0.04")
    days = [TODAY, date(2026, 9, 30), date(2027, 1, 31)]
    curve = break_even_curve(settled, days)
    assert curve == tuple(break_even(job(), LumpSum(pay_on=day), plan, TODAY, "0.04") for day in days)


def test_a_lump_sum_that_covers_more_of_the_contract_says_how_much():
    plan = InstalmentPlan(first_on=NEXT, months=12)
    assert break_even(job(later=3), LumpSum(pay_on=TODAY), plan, TODAY).uneven == 0
    assert break_even(job(later=3), LumpSum(pay_on=date(2026, 8, 15)), plan, TODAY).uneven == 2180


@pytest.mark.parametrize("method", ["level_payment", "level_principal"])
def test_the_rate_the_plan_would_have_to_carry(method):
    plan = InstalmentPlan(first_on=NEXT, months=24, waive=HALF, method=method)
    once, later = settle(job(), LumpSum(pay_on=TODAY), TODAY), settle(job(), plan, TODAY)
    rate = equal_plan_rate(once, later).rate
    again = settle(job(), plan.model_copy(update={"annual_rate": rate}), TODAY)
    assert abs(again.present_value - once.present_value) <= D("0.02")


def test_no_rate_makes_a_dear_plan_equal():
    once = settle(job(), LumpSum(pay_on=TODAY, waive=HALF), TODAY)
    later = settle(job(), InstalmentPlan(first_on=NEXT, months=12), TODAY)
    assert equal_plan_rate(once, later).reason == "proposal.dearer_at_zero"
    cheap = settle(job(), InstalmentPlan(first_on=TODAY, months=1, waive=Waiver(principal="0.9")), TODAY)
    assert equal_plan_rate(once, cheap).reason == "proposal.cheaper_at_any"
    with pytest.raises(OverdueError):
        equal_plan_rate(later, once)


def test_the_rate_at_which_both_are_worth_the_same():
    once = settle(job(), LumpSum(pay_on=TODAY, waive=HALF), TODAY)
    plan = InstalmentPlan(first_on=NEXT, months=12)
    rate = equal_worth_rate(once, settle(job(), plan, TODAY)).rate
    worth = [settle(job(), offer, TODAY, discount_rate=rate).present_value for offer in (once.offer, plan)]
    assert abs(worth[0] - worth[1]) <= D("0.01")
    assert equal_worth_rate(once, once).reason == "proposal.same_cash"
    dear = settle(job(), LumpSum(pay_on=TODAY), TODAY)
    free = settle(job(), InstalmentPlan(first_on=NEXT, months=12, waive=HALF), TODAY)
    assert equal_worth_rate(dear, free).reason == "proposal.never_equal"


# --- budgets


def six_months(**changes: object):
    return settle(plain("6000"), InstalmentPlan(first_on=NEXT, months=6, **changes), TODAY)


def test_a_plan_that_fits():
    found = afford(six_months(), Budget(income="5000", needs="3000", other_debt="500", savings="0"))
    assert (found.free, found.largest, found.first_short_month) == (1500, 1000, None)
    assert found.share == pytest.approx(D(2) / 3)


def test_savings_carry_a_plan_for_a_while():
    # 800 free, 1,000 to pay, 500 saved: 300 left in July, 100 in August, 100 short in September.
    found = afford(six_months(), Budget(income="4300", needs="3000", other_debt="500", savings="500"))
    assert (found.first_short_month, found.missing) == (date(2026, 9, 1), 100)
    assert found.misses_survived == 0


def test_missed_incomes_are_lived_through_on_savings():
    # A month without income takes 3,500 + 1,000; two take 9,000.
    for savings, misses in (("4499", 0), ("4500", 1), ("8999", 1), ("9000", 2), ("27000", 6), ("90000", 6)):
        found = afford(six_months(), Budget(income="5000", needs="3000", other_debt="500", savings=savings))
        assert found.misses_survived == misses
    shaken = Budget(income="5000", needs="3000", other_debt="500", savings="10000")
    assert afford(six_months(), shaken, without_income=2).first_short_month is None
    assert afford(six_months(), shaken, without_income=3).first_short_month == date(2026, 9, 1)


@pytest.mark.parametrize("income", ["0", "3500"])
def test_no_free_income_has_no_share(income):
    found = afford(six_months(), Budget(income=income, needs="3000", other_debt="500", savings="0"))
    assert (found.share, found.first_short_month) == (None, date(2026, 7, 1))


def test_what_the_contract_asks_for_besides_is_paid_too():
    loan = job(later=3)
    plan = settle(loan, InstalmentPlan(first_on=NEXT, months=12), TODAY)
    budget = Budget(income="4500", needs="3000", other_debt="500", savings="0")  # 1,000 free; 298.94 + 1,090 to pay
    assert afford(plan, budget).first_short_month == date(2026, 7, 1)


def test_each_month_names_the_old_contract_apart():
    plan = settle(job(later=3), InstalmentPlan(first_on=NEXT, months=12), TODAY)
    budget = Budget(income="4500", needs="3000", other_debt="500", savings="2000")
    months = burden(plan, budget)
    assert [month.contract for month in months[1:5]] == [1090, 1090, 1090, 0]
    assert sum(month.offer for month in months) == plan.total
    assert months[-1].left == 2000 + 12 * 1000 - plan.altogether  # the agreement's month has no day left
    short = [month for month in months if month.left < 0]
    assert not short and afford(plan, budget).first_short_month is None


def test_the_month_of_agreement_counts_by_the_days_left_in_it():
    agreed = date(2026, 9, 20)  # ten of thirty days left: 500 of 1,500
    lump = settle(plain("6000"), LumpSum(pay_on=agreed, amount="6000"), agreed)
    (month,) = burden(lump, Budget(income="5000", needs="3000", other_debt="500", savings="5500"))
    assert (month.free, month.left) == (500, 0)
    assert afford(lump, Budget(income="5000", needs="3000", other_debt="500", savings="5499")).missing == 1
    assert afford(lump, Budget(income="2000", needs="3000", other_debt="500", savings="6499")).missing == 1


def test_a_pause_lets_savings_grow():
    found = settle(plain("6000"), InstalmentPlan(first_on=date(2026, 10, 30), months=1), TODAY)
    budget = Budget(income="5000", needs="3000", other_debt="500", savings="0")  # 1,500 × July to October
    assert afford(found, budget).first_short_month is None
    assert afford(found, Budget(income="4999", needs="3000", other_debt="500")).missing == 4


def test_which_plan_fits():
    assert months_for("3587.25", "300").months == 12
    assert months_for("3587.25", "300").total == D("3587.25")
    assert payment_for("3587.25", 12).payment == D("298.94")
    never = months_for("10000", "100", "0.12")  # the month's interest is 100
    assert (never.months, never.total, never.stops_growth) == (None, None, D("100.01"))
    assert [months for months, _ in never.ends_in] == [12, 24, 36]
    for months, payment in never.ends_in:
        assert months_for("10000", payment, "0.12").months == months
        assert months_for("10000", payment - D("0.05"), "0.12").months == months + 1
    assert months_for("10000", never.stops_growth, "0.12").months is not None


@given(st.integers(10_000, 5_000_000), st.integers(1, 60), st.sampled_from(["0", "0.04", "0.12", "0.18", "0.24"]))
def test_the_payment_for_some_months_takes_those_months(fen, months, rate):
    plan = payment_for(D(fen) / 100, months, rate)
    back = months_for(D(fen) / 100, plan.payment, rate)
    assert (back.months, back.total) == (plan.months, plan.total)


@settings(max_examples=30)
@given(st.integers(100, 5_000_000), st.integers(0, 36))
def test_the_payment_named_is_the_smallest_that_ends_it_in_time(fen, rate):
    debt, yearly = D(fen) / 100, D(rate) / 100
    for months, payment in payment_for(debt, 12, yearly).ends_in:
        assert months_for(debt, payment, yearly).months <= months
        less = payment - D("0.01")
        assert not less or (months_for(debt, less, yearly).months or 9999) > months


def test_the_smallest_payment_of_a_printed_case_and_its_last_one():
    found = months_for("35641.41", "1677.76", "0.12")
    assert dict(found.ends_in)[24] == D("1677.76") and found.months == 24
    left, paid = D("35641.41"), []
    while left:
        left += (left / 100).quantize(D("0.01"), ROUND_HALF_UP)
        paid.append(min(left, D("1677.76")))
        left -= paid[-1]
        if len(paid) == 24:
            paid[-1] += left
            break
    assert found.last_payment == paid[-1]


@pytest.mark.parametrize("ask", [lambda: months_for("0", "100"), lambda: payment_for("0", 12)])
def test_no_debt_needs_no_plan(ask):
    with pytest.raises(OverdueError):
        ask()


# --- beside each other


def test_the_comparison_says_what_differs_and_why():
    lump, plan = LumpSum(pay_on=TODAY, waive=HALF), InstalmentPlan(first_on=NEXT, months=18, annual_rate="0.1")
    found = compare(job(), [lump, plan, Wait(until=date(2027, 6, 30))], TODAY, discount_rate="0.03")
    why = {difference.aspect: difference.why for difference in found.differences}
    assert why["altogether"] == ("waiver", "plan_rate", "growth")
    assert "timing" in why["present_value"]
    assert why["record_removed_from"] == ("last_payment",)
    apart = gap(found[0], found[1])
    assert apart.cost == found[1].total - D("3428.62")
    assert (apart.record_months, apart.days) == (18, (date(2027, 12, 30) - TODAY).days)
    rules = {citation.rule for citation in found.citations}
    assert {"CR-2", "CR-4", "CC-17", "PEN-8", "RPT-4", "PLAN-2", "PEN-1"} <= rules


def test_a_budget_stands_beside_every_proposal():
    budget = Budget(income="5000", needs="4000", other_debt="0")
    found = compare(job(), [LumpSum(pay_on=TODAY), InstalmentPlan(first_on=NEXT, months=6)], TODAY, budget)
    assert [a.first_short_month for a in found.affords] == [date(2026, 6, 1), None]
    assert compare(job(), [LumpSum(pay_on=TODAY)], TODAY).affords is None


def test_nothing_to_compare_is_said():
    with pytest.raises(OverdueError):
        compare(job(), [], TODAY)


# --- edges

EDGES = {
    "longer than sixty months": (job(), InstalmentPlan(first_on=NEXT, months=61)),
    "first day before today": (job(), InstalmentPlan(first_on=date(2026, 6, 29), months=6)),
    "paid before today": (job(), LumpSum(pay_on=date(2026, 6, 29))),
    "waiting until yesterday": (job(), Wait(until=date(2026, 6, 29))),
    "lapsed": (job(), LumpSum(pay_on=NEXT, valid_until=date(2026, 7, 15))),
    "more than owed": (job(), LumpSum(pay_on=TODAY, amount="3587.26")),
    "down payment above the debt": (job(), InstalmentPlan(first_on=NEXT, months=6, down_payment="3587.26")),
    "nothing owed": (plain("1000", due_on=date(2026, 8, 1)), LumpSum(pay_on=TODAY)),
}


@pytest.mark.parametrize("case", EDGES)
@pytest.mark.parametrize("lang", Lang)
def test_what_cannot_be_is_a_sentence(case, lang):
    loan, offer = EDGES[case]
    with pytest.raises(OverdueError) as refused:
        settle(loan, offer, TODAY)
    assert len(words(lang).error(refused.value)) > 20


@pytest.mark.parametrize(
    "malformed",
    [
        lambda: Waiver(penalty="1.01"),
        lambda: Waiver(penalty=0.5),
        lambda: InstalmentPlan(first_on=NEXT, months=0),
        lambda: InstalmentPlan(first_on=NEXT, months=6, annual_rate="18"),
        lambda: LumpSum(pay_on=TODAY, amount="100", waive=HALF),
        lambda: Budget(income="-1", needs="0", other_debt="0"),
        lambda: settle(job(), LumpSum(pay_on=TODAY), TODAY, discount_rate=0.05),
    ],
)
def test_a_malformed_offer_is_refused(malformed):
    with pytest.raises(ValidationError):
        malformed()


def test_a_debt_of_ten_million_and_one_waived_whole():
    found = settle(plain("10000000"), InstalmentPlan(first_on=NEXT, months=60, annual_rate="0.24"), TODAY)
    assert sum(row.principal for row in found.schedule.rows) == 10**7
    gone = settle(plain("1000"), InstalmentPlan(first_on=NEXT, months=6, waive=Waiver(principal="1")), TODAY)
    assert (gone.cash, gone.total, gone.yearly_cost, gone.debt_free_on) == ((), 0, None, TODAY)


def test_money_paid_before_counts():
    paid = [Payment(paid_on=date(2026, 5, 1), amount="1000")]
    found = settle(job(), LumpSum(pay_on=TODAY), TODAY, paid)
    assert found.total == accrue(job(), TODAY, paid).total
    ahead = settle(job(later=1), LumpSum(pay_on=TODAY, whole=True), TODAY, [Payment(paid_on=TODAY, amount="4000")])
    assert ahead.total == 1000 + cents(D(1000) * D("0.18") * 112 / 360) - (4000 - D("3587.25"))


# --- what must always hold


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
