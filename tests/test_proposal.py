"""Proposals settled and compared: examples worked out by hand, and what is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from overdue import OverdueError, Payment, Penalty, accrue, retention
from overdue.proposal import (
    Budget,
    InstalmentPlan,
    LumpSum,
    Wait,
    Waiver,
    compare,
    gap,
    settle,
)
from overdue.proposal.terms import OfferTerms
from overdue.words import Lang, words
from tests.offered import HALF, NEXT, TODAY, cents, job, plain

D = Decimal


def test_a_kind_of_offer_that_does_not_say_when_it_is_first_paid_is_none():
    class Promise(OfferTerms):
        kind = "promise"

    with pytest.raises(TypeError, match="first"):
        Promise()


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
