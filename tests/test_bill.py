"""A bill held against the contract: each reading it was made by is found, and what no reading makes is told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

import pytest
from pydantic import ValidationError

from overdue.accrual import accrue
from overdue.bill import Bill, check_bill
from overdue.model import Instalment, Lender, Payment, Penalty
from tests import bills as maker
from tests.cases import loan
from tests.effort import effort
from tests.naive import corresponding

AS_OF = date(2026, 6, 30)


def names(reading):
    return {difference.name: difference.value for difference in reading.differs}


def test_the_due_day_counted_and_contract_interest_on_top_agree_about_today():
    # The instalment of today has its due day in both lines or in none: 32 days at 18 % and 27 % of 10,000, and one.
    rows = [Instalment(due_on=date(2026, m, 10), principal="10000") for m in (1, 2)]
    lent = loan(lender=Lender.BANK, contract_on=date(2025, 12, 10), instalments=rows)
    for interest, penalty, fits in (("160", "240", 1), ("165", "247.50", 1), ("165", "240", 0), ("170", "247.50", 0)):
        found = check_bill(lent, {"interest": interest, "penalty": penalty}, date(2026, 2, 10)).readings
        assert ({"both_days": True, "on_top": True} in [names(r) for r in found]) == bool(fits), (interest, penalty)
        assert bool(found) == bool(fits)


def test_a_point_the_loan_has_nothing_for_is_not_tried():
    bare = loan(instalments=[Instalment(due_on=date(2026, 1, 10), principal="1000")])
    found = check_bill(bare, Bill(penalty="128.25"), AS_OF).readings
    assert [names(r) for r in found] == [{}]
    free = loan(annual_rate="0", penalty=Penalty(daily_rate="0.0005"))
    asked = {name for r in check_bill(free, Bill(principal="3000"), AS_OF).readings for name in names(r)}
    assert "day_basis" not in asked and "on_top" not in asked


def test_a_fee_that_was_never_late_bears_nothing():
    rows = [Instalment(due_on=date(2026, m, 10), principal="1000", interest="90", fee=30 * (m == 1)) for m in (1, 2)]
    paid = [Payment(paid_on=date(2026, 1, 10), amount="1120")]
    found = check_bill(loan(instalments=rows), {"penalty": "105.00"}, AS_OF, paid).readings  # 1000 at 27 %, 140 days
    assert {} in [names(r) for r in found] and all("fee_in_base" not in names(r) for r in found)


@pytest.mark.parametrize("where", ["interest", "penalty"])
def test_contract_interest_beside_the_penalty_is_met_in_its_rank(where):
    # 350 meet 270 of interest, then what comes next: the interest that ran on, or compound interest.
    lent, paid = loan(), [Payment(paid_on=date(2026, 5, 20), amount="350")]
    how = {"day_basis": 360, "both": False, "top": (where, "principal"), "fee": False, "base": "principal"}
    how |= {"compound": "interest", "called": None, "today": False}
    bills = [maker.make(lent, AS_OF, how | {"top": (at, "principal")}, paid) for at in ("interest", "penalty")]
    assert bills[0]["compound"] > bills[1]["compound"]
    found = check_bill(lent, maker.make(lent, AS_OF, how, paid), AS_OF, paid).readings
    assert {"on_top": True, "compound": "interest"} in [names(r) for r in found]


def test_every_line_belongs_to_the_sum_of_a_bill():
    parts = {name: str(10**at) for at, name in enumerate(("principal", "interest", "penalty", "compound", "fees"))}
    assert Bill(**parts, total="11111").gap == 0


def many(instalments, payments):
    start = date(2006, 1, 10)
    lent = loan(
        contract_on=date(2005, 12, 10),
        annual_rate="0.06",
        instalments=[
            Instalment(due_on=corresponding(start, n), principal=str(900 + n), interest=str(500 - n))
            for n in range(instalments)
        ],
    )
    return lent, [Payment(paid_on=corresponding(date(2006, 1, 25), 4 * n), amount="700") for n in range(payments)]


def test_many_instalments_and_payments_are_checked_to_the_end():
    lent, paid = many(360, 60)
    as_of, done = date(2036, 1, 20), []
    theirs = accrue(lent.model_copy(update={"penalty": Penalty(uplift="0.5", day_basis=365)}), as_of, paid)
    found = check_bill(lent, {"total": theirs.total}, as_of, paid, progress=lambda *at: done.append(at))
    assert {"day_basis": 365} in [names(r) for r in found.readings]
    assert done == sorted(done) and done[-1][0] == done[-1][1]


def test_ten_times_the_instalments_are_far_from_ten_times_the_work():
    def work(instalments):
        lent, paid = many(instalments, 60)
        return effort(lambda: check_bill(lent, {"penalty": "1234.56"}, date(2036, 1, 20), paid))

    assert work(360) < 3 * work(36)


def test_contract_interest_running_on_may_stand_in_its_own_line():
    # 3 x 1000 at 18 % for 171, 140 and 112 days on 360: 85.50 + 70 + 56
    found = check_bill(loan(), Bill(interest="481.50", penalty="317.25"), AS_OF)
    assert {"on_top": True} in [names(r) for r in found.readings]


def test_readings_that_coincide_are_all_named():
    # Two days' interest of 0.01: no line of the bill tells the two readings apart.
    lent = loan(instalments=[Instalment(due_on=date(2026, 6, 1), principal="1000", interest="0.01")])
    found = [names(r) for r in check_bill(lent, Bill(penalty="21.75"), AS_OF).readings]
    assert {} in found and {"base": "principal_and_interest"} in found and {"compound": "interest"} in found


def test_an_unknown_raise_is_tried_at_the_ends_and_the_middle_of_its_range():
    lent = loan(penalty=Penalty())
    days = 171 + 140 + 112
    for uplift, rate in ((D("0.3"), D("0.234")), (D("0.4"), D("0.252"))):
        penalty = (1000 * rate * days / 360).quantize(D("0.01"))
        assert {"uplift": uplift} in [names(r) for r in check_bill(lent, Bill(penalty=penalty), AS_OF).readings]


def test_payments_are_part_of_every_reading():
    paid = (Payment(paid_on=date(2026, 4, 1), amount="700"),)
    other = loan(penalty=Penalty(uplift="0.5", day_basis=365, compound="interest"))
    theirs = accrue(other, AS_OF, paid)
    bill = Bill(principal=theirs.principal, interest=theirs.interest, penalty=theirs.penalty, compound=theirs.compound)
    found = [names(r) for r in check_bill(loan(), bill, AS_OF, paid).readings]
    assert {"day_basis": 365, "compound": "interest"} in found


def test_a_bill_that_agrees_says_so_and_a_foreign_one_names_the_nearest():
    assert check_bill(loan(), Bill(total="3587.25"), AS_OF).agrees
    found = check_bill(loan(), Bill(principal="3000", penalty="999.99"), AS_OF)
    assert not found.readings and found.nearest is not None and found.off > 0


def test_lines_differences_days_and_the_bills_own_sum():
    bill = Bill(principal="3000", interest="270", penalty="320", total="3600", days=172)
    found = check_bill(loan(), bill, AS_OF)
    rows = {line.name: line for line in found.lines}
    assert rows["penalty"].difference == D("2.75") and rows["fees"].theirs is None
    assert (rows["days"].ours, rows["days"].theirs, rows["days"].difference) == (171, 172, 1)
    assert found.gap == D("10")


def test_what_stands_above_the_line():
    # 24 % on 3 x 1000 over 171 + 140 + 112 days on 365
    line = sum((1000 * D("0.24") * n / 365).quantize(D("0.01")) for n in (171, 140, 112))
    assert check_bill(loan(), Bill(penalty="400"), AS_OF).over_line == 400 - line
    assert check_bill(loan(), Bill(total="3670"), AS_OF).over_line == 400 - line
    assert check_bill(loan(lender=None), Bill(penalty="400"), AS_OF).over_line is None


def test_a_late_fee_that_was_paid_stands_above_the_line_like_the_penalty_that_was_paid():
    terms = Penalty(uplift="0.5", late_fee="20")
    paid = [Payment(paid_on=date(2026, 1, 11), amount="110.75")]  # interest, a day of penalty, late fee
    line = sum((1000 * D("0.24") * n / 365).quantize(D("0.01")) for n in (171, 140, 112))
    check = check_bill(loan(penalty=terms), Bill(penalty="400"), AS_OF, paid)
    assert check.ours.charged == check.ours.growing + D("20.75")
    assert check.over_line == 400 + D("20.75") + 40 - line  # two late fees are still unpaid


def test_a_bill_without_an_amount_or_with_a_float_is_refused():
    for fields in ({}, {"days": 3}, {"penalty": 1.5}, {"total": "-1"}, {"fine": "3"}):
        with pytest.raises(ValidationError):
            check_bill(loan(), fields, AS_OF)
