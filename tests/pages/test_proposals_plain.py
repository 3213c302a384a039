"""What stands beside a verdict on offers: a sum below the principal, the day it is for, a mere start, other debts."""

from __future__ import annotations

import pytest

from overdue.words import Lang, words
from tests.cases import LINK
from tests.pages.conftest import moved
from tests.pages.test_proposals import BUDGET, said
from tests.pages.test_proposals_each import LOAN

START = {"zh": "只是起点", "en": "A start: no offer"}


@pytest.mark.parametrize("page", ["proposals", "handout"])
@pytest.mark.parametrize(("amount", "low"), [("3000", True), ("3999.99", True), ("4000", False)])
def test_a_sum_below_the_principal_is_told_beside_the_verdict(visit, page, amount, low):
    at = visit(page, **LOAN, lump_amount=amount)
    text = said(at) if page == "proposals" else "".join(one.proto.body for one in at.get("html"))
    assert ("3,000.00 元比本金 4,000.00 元还少：先要对方书面确认" in text.replace("3,999.99", "3,000.00")) is low


def test_a_sum_below_the_principal_is_told_where_no_plan_stands_beside_it(visit):
    at = visit("proposals", **LOAN, lump_amount="3000", plan_first="2026-06-01")
    assert "比本金 4,000.00 元还少" in said(at)


def test_the_day_looked_at_elsewhere_is_named_and_one_tap_offers_the_day_itself(visit):
    at = visit("proposals", **LOAN, pay_on="2027-01-29")
    assert "按刚才看的2027年1月29日算" in said(at)
    assert "2027年1月29日一次付清、不减免，比分 12 期多付" in moved(at, "0")
    at.button(key="lump_now").click().run()
    assert at.query_params["lump_on"] == "2026-11-30" and at.query_params["pay_on"] == "2027-01-29"
    assert "刚才看的" not in said(at) and "和分 12 期付的一样多" in moved(at, "0")


@pytest.mark.parametrize("more", [{}, {"pay_on": "2026-11-30"}, {"pay_on": "2027-01-29", "lump_on": "2026-12-01"}])
def test_a_day_that_was_entered_or_is_the_same_is_not_explained(visit, more):
    assert "lump_now" not in [one.key for one in visit("proposals", **LOAN | more).button]


def test_the_sheet_says_the_day_its_verdict_is_for(visit):
    leaves = "".join(one.proto.body for one in visit("handout", **LOAN, pay_on="2027-01-29").get("html"))
    assert "2027年1月29日一次付清、不减免，比分 12 期多付" in leaves


@pytest.mark.parametrize("lang", START)
def test_before_anything_is_entered_the_verdict_says_it_is_a_start(visit, lang):
    plain = visit("proposals", **LINK, lang=lang)
    assert START[lang] in moved(plain, "0") and START[lang] not in moved(plain, "50")
    for given in ({"plan_months": "12"}, {"lump_amount": "3000"}, {"offers": "b:w"}, {"plan_rate": "0"}):
        at = visit("proposals", **LINK, **given, lang=lang)
        assert START[lang] not in moved(at, "12" if "lump_amount" in given else "0")


def test_what_can_be_carried_asks_for_other_debts_until_they_are_given(visit):
    asks = words(Lang.ZH)("proposals.carried.others_ask")
    alone = {name: value for name, value in BUDGET.items() if name != "other_debt"}
    assert asks in said(visit("proposals", **LINK | alone))
    assert asks not in said(visit("proposals", **LINK | BUDGET)) and asks not in said(visit("proposals", **LINK))


def test_a_monthly_sum_that_is_put_away_says_why_and_how_it_comes_back(visit):
    at = visit("proposals", **LINK, monthly="1200", income="5200", needs="4000")
    assert "先收起来" in said(at)
    at.number_input(key="needs").set_value(None).run()
    assert at.number_input(key="monthly").value == 1200 and "先收起来" not in said(at)


@pytest.mark.parametrize(("more", "word"), [({}, "不在里面"), ({"remaining": "0"}, "也就没有哪一期会没还上")])
def test_no_later_payment_is_claimed_where_the_contract_goes_on(visit, more, word):
    text = said(visit("proposals", **LOAN | more, open="sides"))
    assert word in text and ("也就没有哪一期会没还上" in text) is bool(more)
    assert "没到期的不用先还" in text  # as the page of the credit record says


def test_later_instalments_nobody_named_are_said_beside_the_verdict(visit):
    unsaid = words(Lang.ZH)("penalty.unsaid_later")
    open_ = {name: value for name, value in LOAN.items() if name not in ("remaining", "later")}
    assert unsaid in said(visit("proposals", **open_, later="missed"))
    assert unsaid not in said(visit("proposals", **LOAN))
