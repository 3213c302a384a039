"""The timeline page without a browser: the first step, one's own days, a call, the court, the crime line, help."""

from __future__ import annotations

from datetime import date, time

import pytest

from overdue.milestones import Cause, Outside
from overdue.words import Lang, words
from tests.pages.conftest import said

CASE = {
    "lender": "platform",
    "contract_on": "2025-09-10",
    "due_on": "2026-01-10",
    "principal": "1000",
    "interest": "90",
    "missed": "3",
    "remaining": "0",
    "rate": "18",
    "as_of": "2026-06-30",
}
PARTS = ("plan", "calls", "court", "crime", "help")


def shown(at):
    """The page's text, its tables included."""
    tables = "\n".join(table.value.to_string() for table in at.table)
    return "\n".join([said(at), *(h.value for h in at.header), tables, *(e.label for e in at.expander)])


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("part", PARTS)
def test_every_part_opens_in_every_script(visit, part, lang):
    text = shown(visit("timeline", **CASE, part=part, lang=str(lang)))
    assert words(lang)("timeline.title") in text
    assert "{" not in text.replace("{{", "")


@pytest.mark.parametrize("cause", list(Cause))
def test_each_cause_has_its_own_first_step(visit, cause):
    at = visit("timeline", **CASE)
    at.session_state["cause"] = str(cause)
    at.run()
    assert not at.exception
    first = words(Lang.ZH).has(f"timeline.cause.{cause}.label") and said(at)
    others = [c for c in Cause if c is not cause]
    marks = {
        Cause.FORGOT: "今天就从APP",
        Cause.CANNOT_PAY: "先留够吃饭",
        Cause.FAILED: "现在就留证据",
        Cause.DISPUTE: "要一份书面账单",
        Cause.NOT_YET: "展期要在到期之前提出",
    }
    assert marks[cause] in first
    assert not [c for c in others if f"第一步{marks[c]}" in first]


def test_not_overdue_yet_is_a_state_of_its_own(visit):
    text = said(visit("timeline", **(CASE | {"as_of": "2026-01-05"})))
    assert "还没有逾期" in text and "展期要在到期之前提出" in text


@pytest.mark.parametrize("outside", list(Outside))
def test_who_needs_another_place_is_told_kindly(visit, outside):
    at = visit("timeline", **CASE)
    at.radio(key="outside").set_value(str(outside)).run()
    assert any(mark in said(at) for mark in ("持证律师", "执行法官"))


def test_the_days_are_the_person_s_own(visit):
    text = shown(visit("timeline", **CASE))
    assert "已逾期171天" in text and "2026年1月11日" in text
    later = shown(visit("timeline", **(CASE | {"due_on": "2026-02-10"})))
    assert "2026年2月11日" in later and "2026年1月11日 ·" not in later


def test_claims_stand_apart_and_can_be_left_out_of_the_chart(visit):
    at = visit("timeline", **CASE)
    chart = at.get("plotly_chart")[0].proto.spec
    assert "文章说法" in chart
    labels = [e.label for e in at.expander]
    claims = [label for label in labels if "文章说法" in label]
    assert len(claims) == 9 and labels.index(claims[0]) > max(i for i, label in enumerate(labels) if "规定 ·" in label)
    at.toggle(key="show_claims").set_value(False).run()
    assert "文章说法" not in at.get("plotly_chart")[0].proto.spec


def ask_call(at, **given):
    at.date_input(key="call_day").set_value(given.get("day", date(2026, 6, 1)))
    at.time_input(key="call_at").set_value(given.get("at", time(22, 5)))
    at.selectbox(key="call_lender").set_value(given.get("lender", "bank"))
    at.session_state["call_said"] = given.get("said", [])
    at.run()
    assert not at.exception
    return shown(at)


def test_a_call_at_night_is_over_the_line_and_goes_into_the_log(visit):
    at = visit("timeline", **CASE, part="calls")
    assert "在允许的范围之内" in shown(at)
    text = ask_call(at)
    assert "至少有一处越界" in text and "22:05" in text and "COL-3" in text
    at.button(key="call_to_log").click().run()
    assert at.session_state["log"][0].at == time(22, 5)


def test_a_call_of_last_year_is_not_judged_by_this_year_s_rule(visit):
    text = ask_call(visit("timeline", **CASE, part="calls"), day=date(2024, 5, 1))
    assert "没有查到已经生效的催收时段规定" in text and "至少有一处越界" not in text


def test_papers_become_last_days_and_the_last_published_year_ends_them(visit):
    at = visit("timeline", **CASE, part="court")
    at.date_input(key="papers_complaint_on").set_value(date(2026, 9, 16))
    at.date_input(key="papers_judgment_on").set_value(date(2026, 12, 25))
    at.run()
    text = shown(at)
    assert "最后一天：2026年10月8日（星期四）" in text
    assert "不早于2027年1月9日" in text and "最后一天：2027" not in text
    assert "按天数数到2026年10月1日" in text


def test_days_that_cannot_be_are_named_and_a_passed_last_day_says_what_to_do(visit):
    at = visit("timeline", **CASE, part="court")
    assert not at.warning
    at.date_input(key="papers_complaint_on").set_value(date(2099, 3, 1))
    at.date_input(key="papers_hearing_on").set_value(date(2026, 2, 5))
    at.date_input(key="papers_judgment_on").set_value(date(2026, 1, 16)).run()
    said = [note.value for note in at.warning]
    assert len(said) == 3 and "2099年3月1日" in said[0]
    assert "开庭日期" in said[1] and "收到判决书的日期" in said[2]
    assert "最后一天：2026年2月2日（星期一）。这一天已经过去" in shown(at)  # 15 days end on Saturday, 31 January


def test_late_interest_is_counted_on_principal_alone(visit):
    text = shown(visit("timeline", **CASE, part="court"))
    assert "15.75 元" in text  # 3 × 1,000 × 0.0175 % × 30 days


def test_small_claims_take_the_appeal_away(visit):
    at = visit("timeline", **CASE, part="court")
    at.radio(key="papers_small").set_value("small_yes").run()
    labels = " ".join(e.label for e in at.expander)
    assert "一审终审" in labels and "上诉" not in labels.replace("不能上诉", "")


def test_the_costs_are_those_of_this_debt(visit):
    text = shown(visit("timeline", **(CASE | {"principal": "10000", "interest": "0"}), part="court"))
    assert "3" in text and "受理费" in text and "50.00" not in text.split("案件受理费")[1][:40]


def test_the_criminal_page_draws_no_conclusion(visit):
    w = words(Lang.ZH)
    at = visit("timeline", **CASE, part="crime")
    assert w("lawsuit.crime.not_given") in said(at) and w("lawsuit.crime.civil") in said(at)
    assert w("lawsuit.crime.ask") in said(at) and "12356" in said(at)
    at.number_input(key="crime_principal").set_value(49999.0).run()
    assert w("lawsuit.crime.not_given") in said(at)
    at.date_input(key="crime_demand_1").set_value(date(2026, 1, 1))
    at.date_input(key="crime_demand_2").set_value(date(2026, 2, 1))
    at.run()
    assert "似乎没达到" in said(at) and "不能当结论" in said(at) and "不构成" not in said(at)
    at.number_input(key="crime_principal").set_value(60000.0).run()
    assert "似乎都达到" in said(at) and "数字不说明有没有非法占有的目的" in said(at)


def test_help_begins_with_people_and_prints_how_sure_each_number_is(visit):
    text = shown(visit("timeline", **CASE, part="help"))
    for number in ("12356", "120", "12378", "400-810-8866", "12368", "110", "96110", "12345", "12348"):
        assert number in text
    assert text.index("12356") < text.index("12378")
    assert text.count("没有核实：") == 1


def test_a_day_before_the_law_is_a_sentence_and_not_a_crash(visit):
    at = visit("timeline", **(CASE | {"contract_on": "2015-01-10", "due_on": "2016-01-10", "as_of": "2019-06-30"}))
    assert at.warning
