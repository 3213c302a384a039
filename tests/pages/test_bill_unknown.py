"""A bill held against a contract of which not all is known: what may be right is never called too much."""

from __future__ import annotations

from datetime import date

import pytest

from overdue.words import Lang, words
from tests.cases import LINK, without
from tests.pages.conftest import said

BILL = {"bill_principal": "3000", "bill_interest": "270", "bill_penalty": "400", "bill_total": "3670"}
# At most 24 % a year and half as much again: a yuan a day on each 1,000, for 171, 140 and 112 days (Civil Code 201).
MOST = "423.00"


@pytest.mark.parametrize("lang", list(Lang))
def test_without_a_rate_a_penalty_that_may_be_right_cannot_be_judged(visit, lang):
    w, text = words(lang), said(visit("bill", lang=lang, **without("rate"), **BILL))
    assert w("bill.unknown.open") in text and MOST in text and "24%" in text
    assert w("bill.said.none") not in text and w("bill.more", more=w.yuan(400)) not in text


@pytest.mark.parametrize(
    ("line", "amount", "over"), [("bill_penalty", "500", "77.00"), ("bill_principal", "3100", "100.00")]
)
def test_only_what_is_beyond_the_highest_reading_is_too_much(visit, line, amount, over):
    text = said(visit("bill", lang="en", **without("rate"), **BILL | {line: amount, "bill_total": ""}))
    assert f"{over} yuan" in text and "too high" in text
    named = "Penalty interest" if line == "bill_penalty" else "Principal"
    assert f"**{named}**: at least {over} yuan too much" in text


@pytest.mark.parametrize(
    ("total", "how", "rest"), [("4500", "rest", "730.00"), ("3750", "less", ""), ("3770", "", "")]
)  # at most 3,000 + 270 + 423; 77 of the 500 are beyond, and in all 807, 57, 77
def test_what_is_too_much_in_all_and_in_a_line_are_told_as_one(visit, total, how, rest):
    w = words(Lang.ZH)
    text = said(visit("bill", lang="zh", **without("rate"), **BILL | {"bill_penalty": "500", "bill_total": total}))
    marks = {"rest": f"另外 {rest} 元在没有单独填的部分里", "less": "别的行没到最高"}
    assert "77.00 元" in text and w("bill.unknown.over", over=w.yuan(int(total) - 3693)) in text
    assert [mark in text for mark in marks.values()] == [how == name for name in marks]


def test_a_bill_below_the_lowest_reading_overcharges_nobody(visit):
    text = said(visit("bill", lang="en", **without("rate"), bill_total="3270"))
    assert "Nothing overcharged" in text and "3,270.00 yuan is owed" in text


def test_interest_that_was_entered_holds_for_later_instalments_while_no_rate_is_known(visit):
    given = without("rate") | {"remaining": "4000", "later": "missed", "as_of": "2026-07-31"}
    text = said(visit("bill", lang="en", **given, bill_principal="7000", bill_interest="630"))
    assert "Nothing overcharged" in text and "**Contract interest**: not too much" in text  # seven times 90
    assert "7,630.00" in said(visit("entry", lang="en", **given))
    # the last and smaller slice bears as much as its principal
    assert visit("entry", lang="en", **given | {"remaining": "500"}).session_state["account"].ledger.interest == 315
    # with a rate a later one takes the principal not yet due x rate / 12, as the contract has it
    loan = visit("entry", lang="en", **given, rate="18").session_state["account"].loan
    assert [f"{one.interest:.2f}" for one in loan.instalments] == [
        "90.00",
        "90.00",
        "90.00",
        "60.00",
        "45.00",
        "30.00",
        "15.00",
    ]


@pytest.mark.parametrize("as_of", ["2026-06-23", "2026-07-20"])
def test_a_bill_of_another_day_is_said_to_be_of_that_day(visit, as_of):
    at = visit("bill", lang="zh", **LINK | {"as_of": as_of}, bill_total="3587.25")
    assert "正是6月30日的数" in said(at) and "账单多" not in said(at) and "都得不出来" not in said(at)
    at.button(key="bill_other_day").click().run()
    assert at.session_state["case"].as_of == date(2026, 6, 30) and "一分不差" in said(at)


def test_a_bill_no_day_nearby_makes_is_still_told_apart(visit):
    assert "账单多" in said(visit("bill", lang="zh", **LINK, bill_total="3999.99"))


def test_fees_of_which_the_contract_says_nothing_are_not_judged_and_not_in_what_is_too_much(visit):
    given = {"due_on": "2026-08-20", "as_of": "2026-11-30", "principal": "1000", "interest": "110", "missed": "4"}
    bill = {"bill_principal": "4000", "bill_interest": "820", "bill_penalty": "268.4", "bill_fees": "150"}
    at = visit("bill", lang="zh", lender="bank", rate="24", uplift="?", **given, **bill)
    told = said(at)
    # 820 - 4 x 110 = 380; 268.40 - 1,000 x 36 % x 224 / 360 = 44.40
    assert "424.40" in told and "574.40" not in told and "按合同 0.00" not in told
    assert "费用 150.00 元没算在内" in told and "“罚息”多 44.40 元（按常见的加收 50% 比，合同的没填）" in told
    assert "574.40" in said(visit("bill", lang="zh", lender="bank", rate="24", uplift="50", fee="0", **given, **bill))
    alone = said(visit("bill", lang="zh", lender="bank", rate="24", uplift="50", **given, bill_fees="150"))
    assert "还判断不了" in alone and "费用 150.00 元没算在内" in alone


def test_a_total_that_holds_unjudged_fees_is_shown_as_the_bill_has_it_and_the_headline_names_them(visit):
    """Of 3,900 the 150 of fees cannot be judged: 3,750 can."""
    given = LINK | {"bill_total": "3900", "bill_principal": "3000", "bill_interest": "270", "bill_fees": "150"}
    told = said(visit("bill", lang="en", **given, bill_penalty="480"))
    assert "3,900.00 yuan, of which 3,750.00 yuan can be judged" in told
    assert "and 150.00 yuan cannot be judged" in told
