"""What a lender gave up stays off, of what is due and of what is still to come; worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

import pytest

from overdue.accrual import GivenUp, accrue
from overdue.model import Instalment, Payment, Penalty
from tests.offered import TODAY, job, plain

PENALTY = D("317.25")  # 3 × 1,000 at 27 % on 360, over 171, 140 and 112 days


def test_what_is_given_up_and_not_due_yet_comes_off_what_falls_due_later():
    lent, given = job(later=2), GivenUp(TODAY, {"principal": D(4000)})  # 3,000 is due, 1,000 is to come
    held = {day: accrue(lent, day, given_up=given) for day in (date(2026, 6, 29), TODAY, date(2026, 7, 10))}
    before, agreed, july = held.values()
    assert (before.principal, before.not_due) == (3000, 2180)
    assert (agreed.principal, agreed.penalty, agreed.not_due, agreed.not_due_principal) == (0, PENALTY, 1180, 1000)
    assert (july.principal, july.interest, july.not_due) == (0, 360, 1090)
    # nothing bears penalty until the last 1,000 are overdue: ten days at 0.75
    assert accrue(lent, date(2026, 8, 20), given_up=given).penalty == PENALTY + D("7.50")


def test_more_given_up_than_is_still_to_come_leaves_nothing_and_no_credit():
    found = accrue(job(later=2), TODAY, given_up=GivenUp(TODAY, {"principal": D(6000)}))
    assert (found.principal, found.not_due_principal, found.not_due, found.surplus) == (0, 0, 180, 0)


def test_what_is_paid_down_is_taken_once_and_on_its_day():
    given = GivenUp(TODAY, {"penalty": PENALTY}, D(500))
    agreed, july = (accrue(job(later=1), day, given_up=given) for day in (TODAY, date(2026, 7, 10)))
    assert (agreed.penalty, agreed.interest, agreed.principal) == (0, 0, 2770)  # 270 of interest come first
    assert (july.penalty, july.interest, july.principal) == (D("20.78"), 90, 3770)  # ten days on 770, 1,000 and 1,000


def test_what_was_given_up_was_not_charged():
    lent = job(penalty=Penalty(uplift="0.5", late_fee="20"))
    assert accrue(lent, TODAY).over_line > 0
    given = GivenUp(TODAY, {"penalty": PENALTY, "late_fee": D(60)})
    assert accrue(lent, TODAY, given_up=given).over_line == 0


def test_a_due_day_is_no_day_of_rounding():
    # 1 yuan bears 0.00075 a day: 0.0075 on the tenth day, which is 0.01; 0.00375 on the fifth, which is nothing
    rows = [Instalment(due_on=date(2026, 1, day), principal="1") for day in (10, 15)]
    assert accrue(job(instalments=rows), date(2026, 1, 20)).penalty == D("0.01")


@pytest.mark.parametrize(("payments", "penalty"), [(0, "0.23"), (1, "0.22"), (2, "0.22")])
def test_every_day_of_a_payment_is_one_of_rounding(payments, penalty):
    # 100 yuan bear 0.075 a day: 0.08 less 0.01; 0.145, which is 0.15, less 0.01; 0.215, which is 0.22
    lent = plain("100", due_on=date(2026, 1, 10), penalty=Penalty(uplift="0.5", day_basis=360))
    paid = [Payment(paid_on=date(2026, 1, 11 + day), amount="0.01") for day in range(payments)]
    assert accrue(lent, date(2026, 1, 13), paid).penalty == D(penalty)
