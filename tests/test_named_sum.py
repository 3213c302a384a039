"""One sum that a caller names: what it settles, what it leaves of the penalty, what the other debts leave for it.

A loan with four instalments missed: 1,050 and 160.55 each, 23.9 % a year, half as much again once overdue, 6,300 not
yet due. Every figure here was worked out by hand from these.
"""

from datetime import date
from decimal import Decimal as D

import pytest

from overdue.account import Account
from overdue.accrual import accrue
from overdue.casefile import read
from overdue.casefile.offers import desk, entered
from overdue.model import Instalment, Loan, OverdueError, Payment
from overdue.proposal import LumpSum, asked, settle
from overdue.tables import glance, owing, strips
from overdue.tables import offers as said
from overdue.tables import settles as open_
from overdue.tables.moving import plain
from overdue.words import Lang, words

NOW = date(2026, 11, 30)
LOAN = {
    "lender": "platform",
    "contract_on": "2025-09-12",
    "due_on": "2026-08-10",
    "principal": "1050",
    "interest": "160.55",
    "missed": "4",
    "remaining": "6300",
    "rate": "23.9",
    "uplift": "50",
    "as_of": "2026-11-30",
}
NAMED = {"lump_on": "2026-12-15", "lump_amount": "5000", "plan_months": "18"}
BUDGET = {"income": "6200", "needs": "4300"}
OTHERS = {"debts": "credit_card:20261101:8400:0:0:~micro_loan:20260910:500:0:36::m3"}
WITHOUT_PENALTY = D("4842.20")  # 4 x (1,050 + 160.55)
DUE = D("5118.25")  # and 1.045625 a day on each: 112, 81, 51 and 20 days, 117.11 + 84.70 + 53.33 + 20.91
DECEMBER = D("1175.48")  # 1,050 + 6,300 x 0.239 / 12
LATER = D("6739.17")  # 6,300 and 125.48 + 104.56 + 83.65 + 62.74 + 41.83 + 20.91
W = words(Lang.ZH)


def account(**more):
    case, dropped = read(LOAN | NAMED | more, NOW)
    assert not dropped
    return Account(case)


@pytest.mark.parametrize(
    ("offers", "altogether", "settles"),
    [
        (None, 5000 + LATER - DECEMBER, "算作连12月10日那一期（1,175.48 元）也结清"),
        ("a:e", 5000 + LATER, "12月10日那一期（1,175.48 元）另外付"),
        ("a:w", D(5000), "算作整笔贷款都结清"),
    ],
)
def test_what_one_sum_settles_decides_what_it_saves_and_is_said(offers, altogether, settles):
    found = account(**({"offers": offers} if offers else {}))
    once, plan = found.settled["a"], found.settled["b"]
    assert (once.altogether, plan.altogether) == (altogether, DUE + LATER)
    assert settles in open_.settles(once, W)[0]
    verdict = plain(said.sentence(found.settled, found.desk.proposals, W))
    assert f"少付 {W.yuan(DUE + LATER - altogether)}" in verdict


def test_what_falls_due_first_is_asked_for_and_penalty_left_in_the_sum_is_said():
    taken, apart = account().settled["a"], account(offers="a:e").settled["a"]
    assert (open_.plain(taken), open_.plain(apart)) == (WITHOUT_PENALTY, WITHOUT_PENALTY)
    for one in (taken, apart):
        asks, left = open_.asks_first(one, W)
        assert asks.startswith("先问清楚") and "12月10日" in asks
        assert "4,842.20 元" in left and "157.80 元罚息" in left  # 5,000 less 4,842.20
    low = account(lump_amount="4842.20").settled["a"]
    assert len(open_.asks_first(low, W)) == 1  # all penalty is dropped: nothing more to say
    early = account(lump_on="2026-12-09").settled["a"]
    assert (early.falls_due, open_.settles(early, W)) == ((), [])
    assert "没有全免" in open_.asks_first(early, W)[0]
    assert "整笔贷款" in open_.asks_first(account(offers="a:w").settled["a"], W)[0]
    assert open_.asks_first(Account(read(LOAN | {"lump_on": "2026-12-15"}, NOW)[0]).settled["a"], W) == []


def test_the_scope_of_a_sum_travels_in_the_address():
    case = account(offers="a:e").case
    found = desk(case)
    assert found.proposals["a"].scope == "apart" and not found.dropped
    for scope in ("due", "apart", "whole"):
        moved = found.edited("a", found.proposals["a"].within(scope))
        assert desk(case.edited(**entered(moved, case))).proposals["a"].scope == scope


def test_a_sum_that_leaves_out_what_falls_due_needs_something_due():
    loan = Loan(
        lender=None,
        contract_on=date(2026, 1, 1),
        annual_rate="0",
        instalments=[Instalment(due_on=date(2026, month, 1), principal="500") for month in (2, 3)],
    )
    with pytest.raises(OverdueError):
        settle(loan, LumpSum(pay_on=date(2026, 2, 5), apart=True), date(2026, 1, 20))
    taken = settle(loan, LumpSum(pay_on=date(2026, 3, 5), apart=True), date(2026, 2, 20))
    assert (taken.total, taken.altogether, [cash.paid_on for cash in taken.runs_on]) == (500, 1000, [date(2026, 3, 1)])
    called = settle(loan.model_copy(update={"accelerated_on": date(2026, 2, 10)}),
                    LumpSum(pay_on=date(2026, 3, 5), apart=True), date(2026, 2, 20))  # fmt: skip
    assert (called.total, called.runs_on) == (1000, ())
    with pytest.raises(ValueError, match="whole and apart"):
        LumpSum(pay_on=date(2026, 3, 5), apart=True, whole=True)


def test_what_the_other_debts_ask_comes_off_a_month_unless_it_was_entered():
    found = account(**BUDGET, **OTHERS)
    assert found.budget.free == 1400  # 6,200 - 4,300 - 500; the card's one bill is in no month
    verdict = plain(said.sentence(found.settled, found.desk.proposals, W, found.budget))
    assert "两个都付不起" in verdict and "59.83 元" in verdict  # 284.35 + 1,175.48 of 1,400 in December
    assert (
        W.together(said.others(found, W))
        == "其他欠款（1 笔）每月要还的 500.00 元先扣了。另有 8,400.00 元要一次还，没有分到每月。"
    )
    alone = account(**BUDGET)
    assert (alone.budget.free, said.others(alone, W)) == (1900, [W("proposals.carried.others_ask")])
    assert "付得起的是分 18 期（B）" in plain(said.sentence(alone.settled, alone.desk.proposals, W, alone.budget))
    own = account(**BUDGET, **OTHERS, other_debt="0")
    assert (own.budget.free, said.others(own, W)) == (1900, [])


def test_a_debt_asks_for_an_instalment_a_month_or_for_one_sum():
    many = [
        Instalment(due_on=date(2026, month, 10), principal="500", interest=str(75 - 15 * month)) for month in (2, 3)
    ]
    loan, on = Loan(lender=None, contract_on=date(2026, 1, 1), annual_rate="0", instalments=many), date(2026, 2, 20)
    one = loan.model_copy(update={"instalments": tuple(many[:1])})
    assert asked(loan, accrue(loan, on)) == (545, 0)  # 500 + 45
    assert asked(loan, accrue(loan, on, [Payment(paid_on=on, amount="545")])) == (530, 0)  # the second one is left
    assert asked(loan, accrue(loan, on, [Payment(paid_on=on, amount="1075")])) == (0, 0)
    assert asked(one, accrue(one, on)) == (0, 545)
    assert asked(one, accrue(one, on), D(50)) == (50, 0)  # a monthly sum was agreed


def test_a_total_names_the_instalments_to_come_and_until_when_it_counts():
    rows = strips.rows(account(), W)
    assert rows.columns[1] == "到贷款还完一共（元）"
    assert list(rows.iloc[0])[1:3] == ["10,563.69", "12月15日 + 合同 5,563.69"]
    assert list(rows.iloc[1])[1:3] == ["11,857.42", "17 × 284.35 + 284.30 + 合同 6,739.17"]


def test_the_first_page_names_the_day_that_was_entered_not_the_one_that_moves():
    found = account(pay_on="2027-03-01")
    offers = glance.moving(found, glance.stops(found.as_of, found.pay_on), W).pictures[1]
    assert set(offers.shapes[1]["s"]) == {"2026年12月15日付 5,000.00：10,563.69 元"}
    assert offers.shapes[3]["s"] == "分 18 期、不收利息的话：11,857.42 元"


def test_what_is_not_yet_due_is_named_with_its_principal_and_how_its_interest_was_worked_out():
    assert owing.to_come(account(), W) == [
        "还没到期的另有 6,739.17 元，不算在内：本金 6,300.00 元，利息按年利率算，不照每期填的 160.55 元。"
    ]
    assert owing.to_come(account(interest="0"), W) == [
        "还没到期的另有 6,739.17 元，不算在内：本金 6,300.00 元，其余是以后各期的利息等。"
    ]
    assert owing.to_come(account(remaining="0"), W) == []
