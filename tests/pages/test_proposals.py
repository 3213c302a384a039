"""The proposals page without a browser: from an address to a comparison, through its fields and back."""

from __future__ import annotations

import pytest

from overdue.casefile import STORIES
from overdue.words import Lang
from tests.pages.conftest import said as _said

LINK = {
    "lender": "platform", "contract_on": "2025-09-10", "due_on": "2026-01-10", "principal": "1000", "interest": "90",
    "missed": "3", "remaining": "0", "rate": "18", "uplift": "50", "day_basis": "360", "as_of": "2026-06-30",
}  # fmt: skip
HALF = LINK | {"lump_waive": "50", "plan_months": "18"}
BUDGET = {"income": "5000", "needs": "3000", "other_debt": "500", "savings": "0"}


def said(at):
    return _said(at) + "\n".join(str(element.value) for element in at.header)


def charts(at):
    return [chart.proto.alt for chart in at.get("plotly_chart")]


@pytest.mark.parametrize("lang", list(Lang))
def test_the_comparison_is_one_sentence_to_the_fen(visit, lang):
    at = visit("proposals", lang=lang, **HALF)
    text = said(at)
    assert "3,428.62" in text and "158.63" in text and "3,587.25" in text
    assert len(charts(at)) == 3 and all("3,428.62" in alt for alt in charts(at)[:2])
    assert not at.warning


def test_the_record_of_the_plan_ends_eighteen_months_later(visit):
    text = said(visit("proposals", lang="en", **HALF))
    assert "costs 158.63 yuan more than Proposal A (3,428.62 yuan paid on 30 June 2026)" in text
    assert "lasts until December 2027, and your record is cleared 18 months later" in text


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_ready_made_person_opens(visit, story, lang):
    at = visit("proposals", story=story, lang=lang)
    assert at.query_params["story"] == story
    assert charts(at)


def test_the_fields_have_the_names_of_the_address(visit):
    at = visit("proposals", **HALF)
    assert at.number_input(key="lump_waive").value == 50
    at.number_input(key="plan_months").set_value(24).run()
    assert at.query_params["plan_months"] == "24"
    assert "2028年6月" in said(at)
    assert at.query_params["lump_waive"] == "50"


def test_what_has_no_key_goes_into_the_code_and_comes_back(visit):
    at = visit("proposals", **HALF, offers="c:L:o20260901:p100")
    assert "方案C" in said(at)
    at.number_input(key="c_penalty").set_value(40.0).run()
    assert at.query_params["offers"] == "c:L:o20260901:p40"
    at.button(key="remove_c").click().run()
    assert "offers" not in at.query_params and "方案C" not in said(at)


def test_proposals_are_added_up_to_four(visit):
    at = visit("proposals", **LINK)
    at.button(key="add_plan").click().run()
    at.button(key="add_lump").click().run()
    assert at.query_params["offers"] == "c:P~d:L"
    assert "方案D" in said(at) and "四个方案已满" in said(at)
    assert not [button for button in at.button if button.key == "add_lump"]


def test_a_start_from_the_lender_is_an_example_that_says_so(visit):
    at = visit("proposals", **LINK)
    at.button(key="start_lender").click().run()
    assert (at.query_params["lump_waive"], at.query_params["plan_method"]) == ("50", "flat_fee")
    assert "例子" in said(at) and "13.03%" in said(at) and "13.84%" in said(at)


def test_a_start_from_the_budget_needs_one(visit):
    at = visit("proposals", **LINK)
    at.button(key="start_mine").click().run()
    assert "还不知道" in said(at)
    at = visit("proposals", **LINK, **BUDGET)
    at.button(key="start_mine").click().run()
    assert at.query_params["plan_months"] == "3"  # 3,587.25 at 1,500 a month


def test_a_pinned_baseline_is_what_the_others_are_held_against(visit):
    at = visit("proposals", lang="en", **HALF)
    at.segmented_control(key="pinned").set_value("b").run()
    assert at.query_params["offers"] == "x:pb"
    assert "Proposal A costs 158.63 yuan less than Proposal B" in said(at)
    assert "cleared 18 months earlier" in said(at)


def test_the_other_reading_of_the_record_is_a_switch(visit):
    at = visit("proposals", lang="en", **HALF)
    at.toggle(key="agreement").set_value(True).run()
    assert "and your record is cleared in the same month" in said(at)


def test_break_even_and_the_rate_the_plan_would_carry(visit):
    text = said(visit("proposals", lang="en", **LINK, plan_waive="50", plan_months="12"))
    assert "**3,428.62 yuan** paid at once on 30 June 2026" in text
    assert "158.63 yuan of the 3,587.25 yuan owed" in text
    assert "Proposal A (lump sum) now stands at 3,587.25 yuan, 158.63 yuan above that" in text
    assert "would have to carry" in text


def test_a_budget_shows_the_share_and_stays_out_of_the_link(visit):
    at = visit("proposals", lang="en", **LINK)
    at.number_input(key="income").set_value(5000.0).run()
    at.number_input(key="needs").set_value(3500.0).run()
    text = said(at)
    assert "leaves **1,500.00 yuan** a month" in text
    assert "20% of what a month leaves" in text  # 298.94 of 1,500
    assert not {"income", "needs"} & set(at.query_params)


def test_no_income_is_a_sentence(visit):
    at = visit("proposals", lang="en", **LINK, income="0", needs="3000")
    assert "nothing to pay with but savings" in said(at)


def test_a_payment_below_the_growth_says_which_ones_would_do(visit):
    at = visit("proposals", lang="en", **LINK, plan_rate="12", plan_method="level_payment")
    at.number_input(key="fit_payment").set_value(35.0).run()
    text = said(at)
    assert "35.00 yuan a month does not exceed the month's interest" in text
    assert "At least 35.88 yuan a month" in text
    assert all(f"ends it in {months} months" in text for months in (12, 24, 36))


def test_each_stress_switch_shows_what_breaks(visit):
    at = visit("proposals", lang="en", **HALF, **BUDGET)
    at.toggle(key="stress_missed").set_value(True).run()
    assert "Proposal B (instalments): payment 1 on 30 July 2026 is missed; **3,654.75 yuan**" in said(at)
    at.toggle(key="stress_income").set_value(True).run()
    at.toggle(key="stress_without").set_value(True).run()
    assert at.query_params["offers"] == "x:tmissed:tincome:twithout"
    assert "Proposal B (instalments): it holds." in said(at)  # 500 left, 199.30 to pay
    assert "Proposal B (instalments): short from July 2026" in said(at)


@pytest.mark.parametrize(
    ("params", "word"),
    [
        ({"lump_on": "2026-06-01"}, "2026年6月1日早于"),
        ({"lump_amount": "9999"}, "比2026年6月30日的欠款"),
        ({"plan_first": "2026-06-01"}, "2026年6月1日早于"),
        ({"offers": "a:v20260601"}, "报价失效日"),
        ({"offers": "b:d9999"}, "首付"),
        ({"offers": "w:o20260601"}, "早于"),
    ],
)
def test_what_cannot_be_is_said_on_its_card_and_the_rest_stands(visit, params, word):
    at = visit("proposals", **LINK | params)
    assert [warning for warning in at.warning if word in warning.value]
    assert charts(at)


def test_more_than_sixty_months_keeps_what_was_typed_beside_its_sentence(visit):
    at = visit("proposals", **LINK)
    at.number_input(key="plan_months").set_value(61).run()
    assert at.number_input(key="plan_months").value == 61
    assert [warning for warning in at.warning if "61" in warning.value]
    at.number_input(key="missed_number").set_value(99).run()
    assert [warning for warning in at.warning if "99" in warning.value]


def test_nothing_owed_is_a_sentence_and_no_chart(visit):
    at = visit("proposals", **LINK | {"as_of": "2026-01-05"})
    assert [warning for warning in at.warning if "没有到期未还的欠款" in warning.value]
    at = visit("proposals", **LINK | {"as_of": "2026-06-30", "paid": "20260601:9000"})
    assert "没有一个方案算得出来" in said(at)
    assert not charts(at)


def test_rubbish_in_the_code_is_dropped_with_a_word(visit):
    at = visit("proposals", **LINK, offers="c:L:p500~q")
    assert "没有用上" in said(at)
    assert charts(at)


@pytest.mark.parametrize(("lender", "word"), [("platform", "网络贷款没有查到"), ("credit_card", "最长五年")])
def test_a_plan_is_no_right(visit, lender, word):
    text = said(visit("proposals", **LINK | {"lender": lender}))
    assert word in text
    assert "诉讼时效重新计算" in text and "有争议" in text


def test_a_contract_that_runs_on_is_said_and_counted(visit):
    at = visit("proposals", **LINK | {"remaining": "2000", "due_on": "2026-04-10", "missed": "3"})
    assert "照原合同按期还" in said(at)


def test_the_maths_open_and_the_file_is_there(visit):
    at = visit("proposals", lang="en", **HALF)
    at.session_state["maths"] = True
    at.run()
    assert not at.exception
    assert at.get("download_button")
