"""All debts on one budget, worked out by hand: lump sums, offers taken and what no month can carry."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

from overdue.household import Help, Household, Way, divide
from overdue.model import Payment
from overdue.proposal import InstalmentPlan
from tests.test_household import AS_OF, OFFERED, owing


def test_a_lump_sum_is_divided_on_its_own_day():
    home = Household(
        debts=[owing("a", "0.365", "1000", AS_OF)], helps=[Help(on=date(2026, 7, 10), amount="600")], income="0"
    )
    first, second = divide(home, AS_OF, "500").months
    # 1,000 × 0.1 % × 10 days = 10; then 410 × 0.1 % × 20 days = 8.20
    assert (first.number, first.paid_on, first.left["a"]) == (0, date(2026, 7, 10), D("410.00"))
    assert (second.number, second.paid["a"], second.unused) == (1, D("418.20"), D("81.80"))


def test_a_taken_offer_is_paid_first_on_its_day_and_ends_its_debt():
    found = divide(OFFERED, AS_OF, "1000", taken=["a"])
    assert [row.paid for row in found.months] == [{"a": D("700.00"), "b": D("300.00")}, {"b": D("600.00")}]
    a, b = found.debts
    assert a.payments == (Payment(paid_on=date(2026, 7, 20), amount="700"),) and a.offer and not b.offer
    assert (a.done_on, a.charges, a.record_last_day) == (date(2026, 7, 20), D(0), date(2031, 7, 20))
    assert found.first_short is None and found.last_record_day == date(2031, 8, 30)


def test_a_plan_paid_on_the_paying_days_takes_each_month_once():
    plan = InstalmentPlan(first_on=date(2026, 7, 30), months=4)
    home = Household(debts=[owing("a", "0", "1000", AS_OF, offer=plan), owing("b", "0", "500", AS_OF)])
    found = divide(home, AS_OF, "400", taken=["a"])
    assert [row.paid for row in found.months] == [{"a": D(250), "b": D(150)}] * 3 + [{"a": D(250), "b": D(50)}]
    assert [payment.paid_on.day for payment in found.debts[0].payments] == [30, 30, 30, 30]


def test_an_offer_no_month_can_carry_is_told_and_not_taken():
    found = divide(OFFERED, AS_OF, "600", taken=["a"])
    short = found.first_short
    assert (short.on, short.missing, short.kind, short.key) == (date(2026, 7, 30), D("100.00"), "offer", "a")
    assert found.dropped == ("a",) and not found.debts[0].offer
    helped = OFFERED.model_copy(update={"helps": (Help(on=date(2026, 7, 1), amount="100"),)})
    assert divide(helped, AS_OF, "600", taken=["a"]).months[0].paid == {"a": D("100.00")}
    assert divide(helped, AS_OF, "600", taken=["a"]).dropped == ()


def test_a_lump_sum_that_comes_after_the_day_of_an_offer_does_not_pay_it():
    """The offer asks 700 on 20 July; the month has 600, and 100 come on the 20th, or a day too late."""
    for day, dropped in ((20, ()), (21, ("a",))):
        helped = OFFERED.model_copy(update={"helps": (Help(on=date(2026, 7, day), amount="100"),)})
        found = divide(helped, AS_OF, "600", taken=["a"])
        assert found.dropped == dropped
        assert [short.missing for short in found.shorts] == [D(100)] * len(dropped)


def test_lump_sums_meet_first_what_an_offer_asks_beyond_the_month():
    """The offer asks 700, the month has 600: of 60 and 90 it takes 60 and 40, and 50 are divided on their day."""
    lumps = (Help(on=date(2026, 7, 1), amount="60"), Help(on=date(2026, 7, 5), amount="90"))
    helped = OFFERED.model_copy(update={"helps": lumps})
    assert [row.paid for row in divide(helped, AS_OF, "600", taken=["a"]).months[:3]] == [
        {"a": D(60)},
        {"a": D(40), "b": D(50)},
        {"a": D(600)},
    ]


def test_while_talking_a_lump_sum_pays_the_offer_and_the_rest_waits_for_the_end():
    helped = OFFERED.model_copy(update={"helps": (Help(on=date(2026, 7, 1), amount="150"),)})
    rows = divide(helped, AS_OF, "600", Way.TALK, taken=["a"], talk_months=2).months
    assert [(row.number, row.budget, row.paid, row.unused) for row in rows] == [
        (0, D(100), {"a": D(100)}, D(0)),
        (1, D(600), {"a": D(600)}, D(0)),
        (2, D(600), {}, D(600)),
        (3, D(650), {"b": D(650)}, D(0)),
        (4, D(600), {"b": D(250)}, D(350)),
    ]


def test_the_first_month_that_income_cannot_carry():
    """900 a month and 120 saved: 1,000 leave 20, and on 30 August 496.32 + 15.39 and 433.68 ask for 945.39."""
    home = OFFERED.model_copy(update={"income": D("2900"), "savings": D("120")})
    short = divide(home, AS_OF, "1000").first_short
    assert (short.on, short.missing, short.kind) == (date(2026, 8, 30), D("25.39"), "income")


def test_an_instalment_rounded_to_nothing_pays_nobody():
    """A fen in three months is 0.00, 0.00 and 0.01: the lender stands in no row before the last."""
    plan = InstalmentPlan(first_on=date(2026, 7, 30), months=3)
    home = Household(debts=[owing("a", "0", "0.01", AS_OF, offer=plan), owing("b", "0", "300", AS_OF)])
    rows = divide(home, AS_OF, "100", taken=["a"]).months
    assert [row.paid for row in rows] == [
        {"b": D(100)},
        {"b": D(100)},
        {"a": D("0.01"), "b": D("99.99")},
        {"b": D("0.01")},
    ]
