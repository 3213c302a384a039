"""Proposals beside each other: how far apart they are and every cause at work, worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

import pytest

from overdue.proposal import Comparison, InstalmentPlan, LumpSum, compare, gap, settle
from tests.offered import HALF, NEXT, TODAY, job

NOW = LumpSum(pay_on=TODAY)
TEN_DAYS = LumpSum(pay_on=date(2026, 7, 10))  # ten days more on 3,000 at 27 % / 360: 22.50
TWELVE = InstalmentPlan(first_on=NEXT, months=12)


def told(found: Comparison) -> dict[str, tuple[object, tuple[str, ...]]]:
    """The spread and the causes of each thing in which proposals differ."""
    return {difference.aspect: (difference.spread, difference.why) for difference in found.differences}


def test_two_that_are_the_same_differ_in_nothing():
    assert compare(job(), [NOW, NOW], TODAY).differences == ()


def test_a_waiver_is_the_only_cause_where_only_that_differs():
    found = told(compare(job(), [NOW, LumpSum(pay_on=TODAY, waive=HALF)], TODAY))
    assert found == dict.fromkeys(
        ("altogether", "waived", "present_value", "largest_payment"), (D("158.63"), ("waiver",))
    )


def test_the_same_paid_later_has_grown():
    found = told(compare(job(), [NOW, TEN_DAYS], TODAY))
    growth, later = (D("22.50"), ("growth",)), (10, ("last_payment",))
    money = dict.fromkeys(("altogether", "present_value", "largest_payment"), growth)
    assert found == money | {"debt_free_on": later, "record_removed_from": later}


def test_what_one_takes_in_and_the_other_leaves_to_the_contract():
    # The contract asks 1,090 on 10 July and on 10 August; taken in, the principal of both is due today.
    later = job(later=2)
    found = told(compare(later, [NOW, LumpSum(pay_on=TODAY, whole=True)], TODAY))
    assert "scope" in found["altogether"][1] and "growth" not in found["altogether"][1]
    assert found["debt_free_on"] == ((date(2026, 8, 10) - TODAY).days, ("contract",))
    assert "scope" not in told(compare(later, [NOW, TEN_DAYS], TODAY))["altogether"][1]


@pytest.mark.parametrize("months", [2, 12])
def test_payments_in_turn_are_smaller_and_nothing_else(months):
    found = told(compare(job(), [NOW, InstalmentPlan(first_on=NEXT, months=months)], TODAY))
    largest = {2: D("1793.63"), 12: D("298.94")}[months]
    assert found["largest_payment"] == (D("3587.25") - largest, ("spread_out",))
    assert "altogether" not in found


def test_a_plan_of_a_few_fen_of_interest_is_dearer_by_its_rate():
    # half a yuan a year on 3,587.25, falling to nothing over twelve months: about 0.19
    cheap = InstalmentPlan(first_on=NEXT, months=12, annual_rate="0.0001")
    found = told(compare(job(), [TWELVE, cheap], TODAY))
    assert D("0.10") < found["altogether"][0] < D("0.30") and found["altogether"][1] == ("plan_rate",)
    assert found["yearly_cost"][1] == ("plan_rate",)


def test_a_gap_is_counted_from_the_first_to_the_second():
    settled = [settle(job(), offer, TODAY) for offer in (NOW, TEN_DAYS)]
    apart, back = gap(*settled), gap(*reversed(settled))
    assert (apart.cost, apart.present_value, apart.days, apart.record_days) == (D("22.50"), D("22.50"), 10, 10)
    assert (back.cost, back.present_value, back.days, back.record_days) == (D("-22.50"), D("-22.50"), -10, -10)
    assert (apart.record_months, back.record_months) == (1, -1)
