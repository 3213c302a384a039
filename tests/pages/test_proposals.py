"""The page on a lender's offer without a browser: from an address to its answer, through its questions and back."""

from __future__ import annotations

import numpy_financial as npf
import pytest

from overdue.casefile import STORIES
from overdue.words import Lang, words
from tests.cases import LINK
from tests.pages.conftest import moved
from tests.pages.conftest import said as _said
from tests.told import told

HALF = LINK | {"lump_waive": "50", "plan_months": "18"}
RUNS_ON = LINK | {"due_on": "2026-04-10", "remaining": "2000"}
BUDGET = {"income": "5000", "needs": "3000", "other_debt": "500", "savings": "0"}
QUESTIONS = ("offer", "carry", "even", "missed", "sign", "waiting", "more", "sides", "time", "how")


def said(at):
    return _said(at) + "\n".join(str(table.value.to_dict()) for table in at.table)


@pytest.mark.parametrize(
    ("lang", "less"),
    [("zh", "比分 18 期少付 158.63 元，征信通常早 18 个月干净"),
     ("zh-Hant", "比分 18 期少付 158.63 元，徵信通常早 18 個月乾淨"),
     ("en", "costs 158.63 yuan less than a plan of 18 months, and the record is normally clean 18 months earlier")],
)  # fmt: skip
def test_the_answer_is_one_sentence_to_the_fen(visit, lang, less):
    at = visit("proposals", lang=lang, **HALF)
    assert less in moved(at, "50")
    assert not at.warning and not at.get("plotly_chart")  # nothing is drawn that was not asked for


def test_months_move_instead_of_the_share(visit):
    at = visit("proposals", lang="en", **HALF)
    at.segmented_control(key="moves").set_value("plan_months").run()
    assert "less than a plan of 60 months" in moved(at, "60")
    assert "record is normally clean 1 month earlier" in moved(at, "1")
    assert "costs the same" not in moved(at, "18")


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_ready_made_person_is_marked_and_never_addressed(visit, story, lang):
    at = visit("proposals", story=story, lang=lang)
    assert at.query_params["story"] == story
    shown = said(at)
    assert ("示例" if lang == "zh" else "Example") in shown
    own = told(at.get("bidi_component")[0].proto.bytes).values()
    assert own and not [one for one in own if "你" in one or " you" in one.lower()]


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("given", [HALF | BUDGET, RUNS_ON, {"story": "job"}], ids=["half", "runs on", "example"])
def test_every_question_opens_at_its_address(visit, question, given):
    at = visit("proposals", **given, open=question)
    shut = visit("proposals", **given)
    assert len(said(at)) > len(said(shut)) or len(at.number_input) > len(shut.number_input)


def test_without_figures_the_page_asks_instead_of_answering(visit):
    at = visit("proposals", lang="en", as_of="2026-06-30", lender="platform")
    assert "once it is known what is owed" in said(at)
    assert not at.get("bidi_component")


def test_the_fields_have_the_names_of_the_address(visit):
    at = visit("proposals", **HALF, open="offer")
    assert at.number_input(key="lump_waive").value == 50
    at.number_input(key="plan_months").set_value(24).run()
    assert at.query_params["plan_months"] == "24"
    assert "比分 24 期" in moved(at, "50")
    assert at.query_params["lump_waive"] == "50"


@pytest.mark.parametrize(
    ("monthly", "key", "value"),
    [
        (320.0, "plan_rate", 1200 * npf.rate(12, -320, 3587.25, 0)),
        (285.72, "plan_waive", 50.0),  # 3,428.64: half of 317.25 waived, to a fen
    ],
)
def test_a_monthly_figure_is_a_rate_or_a_waiver(visit, monthly, key, value):
    at = visit("proposals", **LINK, open="offer")
    at.number_input(key="b_monthly").set_value(monthly).run()
    assert at.number_input(key="b_monthly").value == monthly
    assert float(at.query_params[key]) == pytest.approx(float(value), abs=0.005)


def test_a_monthly_figure_that_cannot_be_is_refused_and_changes_nothing(visit):
    at = visit("proposals", **LINK, open="offer")
    at.number_input(key="b_monthly").set_value(100.0).run()
    assert [warning for warning in at.warning if "272.5" in warning.value]  # 3,270 without any penalty, a twelfth
    assert "plan_waive" not in at.query_params


def test_what_has_no_key_goes_into_the_code_and_comes_back(visit):
    at = visit("proposals", **HALF, offers="c:L:o20260901:p100", open="more")
    assert "C 一次付清，罚息减 100%" in said(at)
    at.number_input(key="c_penalty").set_value(40.0).run()
    assert at.query_params["offers"] == "c:L:o20260901:p40"
    at.button(key="remove_c").click().run()
    assert "offers" not in at.query_params and "C 一次付清" not in said(at)


def test_proposals_are_added_up_to_four(visit):
    at = visit("proposals", **LINK, open="more")
    at.button(key="add_plan").click().run()
    at.button(key="add_lump").click().run()
    assert at.query_params["offers"] == "c:P~d:L"
    assert "四个方案已满" in said(at)
    assert not [button for button in at.button if button.key == "add_lump"]


def test_a_start_from_the_lender_is_an_example_that_says_so(visit):
    at = visit("proposals", **LINK, open="offer")
    at.button(key="start_lender").click().run()
    assert (at.query_params["lump_waive"], at.query_params["plan_method"]) == ("50", "flat_fee")
    assert "例子" in said(at)
    at = visit("proposals", **LINK, lump_waive="50", plan_rate="7.2", plan_method="flat_fee", open="more")
    assert "13.03%" in said(at) and "13.84%" in said(at)


def test_the_others_are_held_against_the_one_chosen(visit):
    at = visit("proposals", lang="en", **HALF, open="time")
    at.segmented_control(key="pinned").set_value("b").run()
    assert at.query_params["offers"] == "x:pb"
    assert "158.63 yuan less than offer B" in said(at) and "18 months earlier" in said(at)


def test_the_other_reading_of_the_record_is_a_switch(visit):
    at = visit("proposals", lang="en", **HALF, open="time")
    at.toggle(key="agreement").set_value(True).run()
    assert "clean in the same month" in moved(at, "50")


def test_the_waiver_needed_is_read_off_the_day(visit):
    at = visit("proposals", lang="en", **LINK, plan_waive="50", open="even")
    says = told(at.get("bidi_component")[1].proto.bytes)
    assert "at least 158.63 yuan" in says["2026-06-30"] and "50% of the penalty" in says["2026-06-30"]
    assert "at least 365.63 yuan" in says["2026-09-30"]  # 92 days more at 2.25
    assert "offer A now waives nothing: the plan costs less, by 158.63 yuan" in said(at)


@pytest.mark.parametrize("lang", list(Lang))
def test_a_degenerate_case_says_so_and_names_no_rate_of_nothing(visit, lang):
    at = visit("proposals", lang=lang, **LINK, plan_rate="60", plan_months="60", open="even")
    assert len(at.get("bidi_component")) == 1  # no picture without a line
    assert "0%" not in said(at).replace("60%", "").replace("100%", "")
    at = visit("proposals", lang=lang, **LINK, plan_waive="50", lump_waive="50", open="even")
    assert "**0%**" not in said(at)


def test_the_day_of_the_lump_sum_is_asked_at_the_answer(visit):
    at = visit("proposals", **LINK)
    day = at.text_input(key="lump_on")
    assert day.value == "" and "2026年6月30日" in day.placeholder
    day.set_value("20260829").run()
    assert at.query_params["lump_on"] == "2026-08-29"
    assert "lump_on" in [field.key for field in visit("proposals", **LINK, lump_amount="3000", open="offer").text_input]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_waiting_costs_is_one_figure_with_the_rest_beside_it(visit, lang):
    assert "**821.25" in said(visit("proposals", lang=lang, **LINK, open="waiting"))  # 2.25 a day for 365 days
    text = said(visit("proposals", lang=lang, **RUNS_ON, open="waiting"))
    assert ("不算在里面" if lang == "zh" else "not in that figure") in text


@pytest.mark.parametrize(
    ("params", "word"),
    [
        ({"lump_on": "2026-06-01"}, "2026年6月1日早于"),
        ({"lump_amount": "9999"}, "比2026年6月30日的欠款"),
        ({"plan_first": "2026-06-01"}, "2026年6月1日早于"),
        ({"offers": "a:v20260601"}, "报价失效日"),
        ({"offers": "b:d9999"}, "首付"),
    ],
)
def test_what_cannot_be_is_said_and_the_rest_stands(visit, params, word):
    at = visit("proposals", **LINK | params)
    assert [warning for warning in at.warning if word in warning.value]
    assert "3,587.25" in said(at)


def test_waiting_to_a_day_that_is_over_is_said_at_its_field(visit):
    at = visit("proposals", **LINK, offers="w:o20260601", open="waiting")
    assert [warning for warning in at.warning if "早于" in warning.value]


def test_more_than_sixty_months_keeps_what_was_typed_beside_its_sentence(visit):
    at = visit("proposals", **LINK, open="offer")
    at.number_input(key="plan_months").set_value(61).run()
    assert at.number_input(key="plan_months").value == 61
    assert [warning for warning in at.warning if "61" in warning.value]
    at = visit("proposals", **LINK, open="missed")
    at.number_input(key="missed_number").set_value(99).run()
    assert [warning for warning in at.warning if "99" in warning.value]


def test_nothing_owed_is_a_sentence_and_no_picture(visit):
    at = visit("proposals", **LINK | {"as_of": "2026-01-05"})
    assert [warning for warning in at.warning if "没有到期未还的欠款" in warning.value]
    at = visit("proposals", **LINK, paid="20260601:9000")
    assert "没有一个方案算得出来" in said(at)
    assert not at.get("bidi_component")


def test_rubbish_in_the_code_is_dropped_with_a_word(visit):
    at = visit("proposals", **LINK, offers="c:L:p500~q")
    assert "没有用上" in said(at)
    assert at.get("bidi_component")


@pytest.mark.parametrize(("lender", "word"), [("platform", "网络贷款没有查到"), ("credit_card", "最长五年")])
def test_nine_points_and_a_plan_is_no_right(visit, lender, word):
    text = said(visit("proposals", **LINK | {"lender": lender}, open="sign"))
    assert word in text
    assert "9. " in text and "诉讼时效重新起算" in text


def test_a_contract_that_runs_on_is_said_and_counted(visit):
    at = visit("proposals", **RUNS_ON, open="time")
    assert "照原合同按期还" in said(at)


@pytest.mark.parametrize(("guess", "word"), [("lump", "算出来也是"), ("plan", "算出来是“A 一次付清”")])
def test_a_guess_comes_first_where_it_is_asked_for(visit, guess, word):
    at = visit("proposals", **HALF, guess="1")
    assert not at.get("bidi_component") and "158.63" not in said(at)
    at.button(key=f"guess_{guess}").click().run()
    assert word in said(at) and "158.63" in moved(at, "50")


def test_without_being_asked_for_there_is_no_guess_and_one_tap_skips_it(visit):
    assert not [button for button in visit("proposals", **HALF).button if str(button.key).startswith("guess")]
    at = visit("proposals", **HALF, guess="1")
    at.button(key="guess_skip").click().run()
    assert at.get("bidi_component") and "猜的是" not in said(at)


def test_the_working_and_the_files_are_there(visit):
    at = visit("proposals", lang="en", **HALF, open="how")
    assert "3,587.25 yuan owed − 158.63 yuan waived = 3,428.62 yuan" in said(at)
    assert len(at.get("download_button")) >= 2


def test_who_may_have_a_defence_is_told_before_any_offer_is_compared(visit):
    over = words(Lang.ZH)("proposals.warn.over")
    old = {"contract_on": "2020-09-10", "due_on": "2021-02-10", "as_of": "2026-06-30"}
    assert over in said(visit("proposals", **LINK | old))
    assert over not in said(visit("proposals", **LINK)) and over not in said(visit("proposals"))


@pytest.mark.parametrize("question", ["how", "missed"])
def test_of_four_offers_every_figure_names_the_one_it_belongs_to(visit, question):
    at = visit("proposals", lang="en", **HALF, offers="c:L:o20260901:p100~d:P:m24", open=question)
    lines = [line.strip() for line in _said(at).splitlines()]
    for name in ("A at once, penalty −50%: ", "C at once, penalty −100%: ", "D 24-month plan, no waiver: "):
        assert [line for line in lines if line.startswith(name)]
    assert all(len(table.value.columns) <= 6 for table in at.table)  # a phone holds them
