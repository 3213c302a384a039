"""The negotiation page without a browser: checklist, call sheet, paper, letters, log."""

from __future__ import annotations

from datetime import date

import pytest

from overdue.negotiation import LetterKind, LogEntry
from overdue.words import Lang, words
from tests.pages.conftest import said
from tests.pages.test_timeline import CASE, shown

PARTS = ("prepare", "call", "paper", "write", "log")
SECRETS = ("张三丰", "PHONE-13", "CONTRACT-77", "LENDERNAME")


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("part", PARTS)
def test_every_part_opens_in_every_script(visit, part, lang):
    at = visit("negotiate", **CASE, talk=part, lang=str(lang))
    assert words(lang)("home.door.letter.title" if part == "write" else "negotiate.title") in shown(at)
    letter = "\n".join(t.value for t in at.text)
    assert ("3,587.25" in said(at) + letter) == (part in ("call", "write"))


def test_a_letter_has_an_address_and_a_call_to_the_family_leads_to_its_own(visit):
    at = visit("negotiate", talk="write", letter="stop_others")
    assert at.selectbox(key="letter_kind").value == LetterKind.STOP_OTHERS
    at.selectbox(key="letter_kind").set_value(LetterKind.DISPUTE).run()
    assert at.query_params["letter"] == "dispute"
    assert visit("negotiate", talk="write", letter="zzz").selectbox(key="letter_kind").value == LetterKind.BILL


@pytest.mark.parametrize("kind", list(LetterKind))
def test_each_letter_says_where_it_goes_and_how(visit, kind):
    text = said(visit("negotiate", talk="write", letter=str(kind)))
    assert "内件品名" in text and "地址：" in text and "回执" in text
    assert ("12378" in text.split("地址：")[1].split("内件品名")[0]) is (kind is LetterKind.COMPLAINT_REGULATOR)


def test_the_checklist_remembers_itself_within_the_visit(visit):
    at = visit("negotiate", **CASE, open="stage_bill")
    at.checkbox(key="tick_prepare_bill_parts").check().run()
    assert "1/28" in said(at)
    at.segmented_control(key="talk").set_value("签字").run()
    at.segmented_control(key="talk").set_value("准备").run()
    assert "1/28" in said(at)


def test_an_example_s_figures_are_read_out_by_nobody(visit):
    call = said(visit("negotiate", talk="call"))
    assert "我自己的计算" not in call and "先填几个数字" in call
    letter = visit("negotiate", talk="write")
    letter.selectbox(key="letter_kind").set_value(LetterKind.BILL).run()
    assert not [t.value for t in letter.text if "合同自行计算" in t.value]


def test_the_sheet_reads_with_the_person_s_own_figures(visit):
    at = visit("negotiate", **CASE, talk="call")
    assert "逾期171天" in said(at) and "我提出的方案" not in said(at)
    sheet = next(line.value for line in at.markdown if line.value.startswith("1. "))
    (own,) = [line.value for line in at.caption if "不念出来" in line.value]
    assert "请先说出你们的数字" in sheet and "合计" not in sheet and "元" not in sheet and "合计" in own
    at.radio(key="ask_kind").set_value("monthly").run()
    at.number_input(key="ask_amount").set_value(300.0)
    at.text_input(key="ask_first").set_value(str(date(2026, 8, 1)))
    at.number_input(key="ask_months").set_value(12)
    at.run()
    assert "从2026年8月1日起，每期 300.00 元，共 12 期" in said(at)
    assert "三年重新起算，这是协商时常有的事" in said(at)
    at = visit("negotiate", talk="call", lang="zh")  # no figures of one's own: when it runs out cannot be seen
    at.radio(key="ask_kind").set_value("monthly").run()
    assert words(Lang.ZH)("negotiate.sheet.promise_warning") in said(at)


def test_a_letter_says_what_of_its_sum_is_assumed_and_what_its_plan_settles(visit):
    at = visit("negotiate", **CASE | {"uplift": "?"}, talk="write", letter="hardship")
    at.radio(key="ask_kind").set_value("monthly").run()
    at.number_input(key="ask_amount").set_value(400.0)
    at.text_input(key="ask_first").set_value("2027-08-01")
    at.number_input(key="ask_months").set_value(12).run()
    text = next(t.value for t in at.text if "我提议" in t.value)
    assert "罚息 317.25 元（罚息是估算" in text and "暂按加收 50% 计" in text and "复利" not in text
    # 12 x 400 = 4,800, and 3,587.25 is due (README): 1,212.75 more
    assert "付清到期未还的部分" in text and "合计比前面所列的到期未还 3,587.25 元多 1,212.75 元" in text
    assert "不构成对债务或金额的确认" in text
    at.radio(key="ask_settles").set_value("whole").run()
    text = next(t.value for t in at.text if "我提议" in t.value)
    assert "包括还没到期的部分" in text and "1,212.75" not in text


def test_a_letter_s_plan_is_the_case_s_until_it_is_told_otherwise(visit):
    # three payments of 800 missed and 8,000 to come: 12 of 910 settle the whole loan
    plan = {
        "as_of": "2026-12-01", "lender": "bank", "due_on": "2026-09-15", "principal": "800", "missed": "3",
        "remaining": "8000", "later": "missed", "rate": "14.4", "uplift": "50", "plan_rate": "0.949231",
        "plan_months": "12", "offers": "b:w",
    }  # fmt: skip
    at = visit("negotiate", **plan, talk="write", letter="hardship")
    at.radio(key="ask_kind").set_value("monthly").run()
    assert (at.number_input(key="ask_amount").value, at.number_input(key="ask_months").value) == (910, 12)
    assert at.radio(key="ask_settles").value == "whole"
    at.radio(key="ask_settles").set_value("due").run()
    at.number_input(key="ask_amount").set_value(300.0).run()
    assert at.radio(key="ask_settles").value == "due" and at.number_input(key="ask_amount").value == 300
    at = visit("negotiate", **{k: v for k, v in plan.items() if k[:4] not in ("plan", "offe")}, talk="write",
               letter="hardship")  # fmt: skip
    at.radio(key="ask_kind").set_value("monthly").run()
    assert at.number_input(key="ask_amount").value is None and at.radio(key="ask_settles").value == "due"


def test_nine_points_and_red_lines_stand_on_paper(visit):
    text = said(visit("negotiate", **CASE, talk="paper"))
    assert "9. " in text and "收款账户" in text
    assert "不造假" in said(visit("negotiate", **CASE, open="red"))
    assert "结清证明" in said(visit("negotiate", **CASE, open="after"))


@pytest.mark.parametrize("kind", list(LetterKind))
def test_each_letter_stands_in_chinese_and_its_reading_copy_beside_it(visit, kind):
    at = visit("negotiate", **CASE, talk="write")
    at.selectbox(key="letter_kind").set_value(kind).run()
    assert not at.exception
    original, copy = (t.value for t in at.text)
    assert original.startswith(words(Lang.ZH)(f"letters.{kind}.title"))
    assert copy.startswith(words(Lang.EN)(f"letters.{kind}.title"))
    assert not at.get("download_button") and "还差这几项" in said(at)


def test_a_letter_can_be_taken_once_nothing_is_missing(visit):
    at = visit("negotiate", **CASE, talk="write")
    at.selectbox(key="letter_kind").set_value(LetterKind.BILL).run()
    for key, text in zip(("letter_name", "letter_lender", "letter_contract"), SECRETS, strict=False):
        at.text_input(key=key).input(text)
    at.run()
    assert "还差这几项" not in said(at) and at.get("download_button")
    assert "____" not in at.text[0].value and "3,587.25" in at.text[0].value


def test_without_a_number_of_contract_the_letter_says_that_a_blank_is_left(visit):
    at = visit("negotiate", **CASE, talk="write")
    for key in ("letter_name", "letter_lender"):
        at.text_input(key=key).input("分期乐")
    at.run()
    assert at.get("download_button") and "____" in at.text[0].value and words(Lang.ZH)("letters.by_hand") in said(at)
    assert "合同第一页" in at.text_input(key="letter_lender").label  # the platform may not be the lender


def test_a_debt_beyond_limitation_gets_another_letter_and_the_reason_first(visit):
    old = CASE | {"contract_on": "2021-01-10", "due_on": "2021-06-10", "as_of": "2026-06-30"}
    at = visit("negotiate", **old, talk="write")
    at.selectbox(key="letter_kind").set_value(LetterKind.HARDSHIP).run()
    assert "时效可能已过" in said(at)
    assert "我不放弃包括诉讼时效在内的任何抗辩" in at.text[0].value and "我提议" not in at.text[0].value


def test_names_stay_out_of_the_address_and_out_of_the_case(visit, caplog):
    at = visit("negotiate", **CASE, talk="write")
    for key, text in zip(("letter_name", "letter_phone", "letter_contract", "letter_lender"), SECRETS, strict=True):
        at.text_input(key=key).input(text)
    at.run()
    assert SECRETS[0] in at.text[0].value
    assert not [s for s in SECRETS if s in str(at.query_params) or s in caplog.text]
    assert not [s for s in SECRETS if s in str(at.session_state["case"])]
    at.button(key="clear_yes").click().run()
    assert not [s for s in SECRETS if s in "\n".join(t.value for t in at.text)]


def test_markup_in_a_letter_is_only_text(visit):
    at = visit("negotiate", **CASE, talk="write")
    at.text_input(key="letter_name").input("<script>alert(1)</script> **x** {penalty}").run()
    assert not at.exception
    assert any("<script>alert(1)</script> **x** {penalty}" in t.value for t in at.text)


def test_the_log_is_listed_in_a_complaint_unless_switched_off(visit):
    at = visit("negotiate", **CASE, talk="write")
    at.session_state["log"] = (LogEntry(on=date(2026, 6, 1), who="WHO-1", said="SAID-1"),)
    at.selectbox(key="letter_kind").set_value(LetterKind.COMPLAINT_LENDER).run()
    assert any("SAID-1" in t.value for t in at.text)
    at.toggle(key="letter_log").set_value(False).run()
    assert not any("SAID-1" in t.value for t in at.text)


class TestLog:
    def test_a_form_adds_a_row_and_the_table_edits_it(self, visit):
        at = visit("negotiate", **CASE, talk="log")
        assert "还没有记录" in said(at)
        at.text_input(key="log_on").set_value(str(date(2026, 6, 2)))
        at.text_input(key="log_who").input("王某")
        at.text_area(key="log_said").input("说要起诉")
        at.button(key="log_submit").click().run()
        assert not at.exception
        assert at.session_state["log"] == (LogEntry(on=date(2026, 6, 2), who="王某", said="说要起诉"),)
        turn = at.session_state["log_turn"]
        at.session_state[f"log_table_{turn}"] = {
            "edited_rows": {0: {"promised": "三日内答复"}},
            "added_rows": [{"on": "2026-06-03", "at": "21:05", "who": "李某"}],
            "deleted_rows": [],
        }
        at.run()
        assert not at.exception
        log = at.session_state["log"]
        assert (log[0].promised, log[1].who, str(log[1].at)) == ("三日内答复", "李某", "21:05:00")

    def test_a_bad_row_gets_a_sentence_and_the_others_stay(self, visit):
        at = visit("negotiate", **CASE, talk="log")
        at.session_state["log_table_0"] = {
            "edited_rows": {},
            "added_rows": [
                {"who": "A"},
                {"on": "2026-06-03", "at": "25:99"},
                {"on": "2026-06-03", "said": "x" * 2001},
                {"on": "2026-06-04", "who": "B"},
            ],
            "deleted_rows": [],
        }
        at.run()
        assert not at.exception
        assert [entry.who for entry in at.session_state["log"]] == ["B"]
        warned = [w.value for w in at.warning]
        assert any("第1行" in t and "要有日期" in t for t in warned)
        assert any("第2行" in t and "21:05" in t for t in warned)
        assert any("第3行" in t and "太长" in t for t in warned)


OLD = CASE | {"contract_on": "2020-09-10", "due_on": "2021-02-10", "as_of": "2026-06-30"}


def test_once_the_time_to_sue_may_be_over_no_sheet_proposes_anything(visit):
    w = words(Lang.ZH)
    at = visit("negotiate", **OLD, talk="call")
    text = said(at)
    assert not at.exception and w("negotiate.sheet.over") in text and w("negotiate.sheet.line_creditor") in text
    assert not [r for r in at.radio if r.key == "ask_kind"] and "按我自己的计算" not in text and "合计" not in text
    running = visit("negotiate", **CASE, talk="call")
    assert w("negotiate.sheet.over") not in said(running) and [r for r in running.radio if r.key == "ask_kind"]


@pytest.mark.parametrize(("talk", "title"), [("write", "写封信"), ("call", "协商")])
def test_whoever_came_by_a_door_reads_its_words_again(visit, talk, title):
    assert visit("negotiate", talk=talk).title[0].value == title


def test_a_letter_under_way_is_there_again_after_ones_own_figures(visit):
    at = visit("negotiate", story="job", talk="write", letter="hardship", lang="zh")
    at.text_input(key="letter_name").set_value("李四")
    at.text_area(key="letter_reason").set_value("二月住院").run()
    at.switch_page("pages/entry.py").run()
    assert at.session_state.case.story is None and not at.exception
    at.switch_page("pages/negotiate.py")
    at.query_params["talk"] = "write"
    at.run()
    assert not at.exception and at.selectbox(key="letter_kind").value == "hardship"
    assert at.text_input(key="letter_name").value == "李四" and "困难情况：二月住院" in next(t.value for t in at.text)
