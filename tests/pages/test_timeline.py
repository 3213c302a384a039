"""The timeline page without a browser: own days, a call, the papers of a court, the crime line, help."""

from __future__ import annotations

from datetime import date

import pytest

from overdue.milestones import Cause, Outside
from overdue.tables.timeline import facts
from overdue.ui import state
from overdue.words import Lang, words
from tests.cases import without
from tests.pages.conftest import said, tapped
from tests.told import told

CASE = without("uplift", "day_basis")
PARTS = ("plan", "calls", "court", "crime", "help")


def shown(at):
    """The page's text, its tables included."""
    tables = "\n".join(table.value.to_string() for table in at.table)
    return "\n".join([said(at), *(h.value for h in at.header), tables, *(e.label for e in at.expander)])


def labels(at):
    return [e.label for e in at.expander]


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("part", PARTS)
def test_every_part_opens_in_every_script(visit, part, lang):
    at = visit("timeline", **CASE, part=part, lang=str(lang))
    assert at.title[0].value == words(lang)(f"timeline.part.{part}")
    assert "{" not in shown(at).replace("{{", "")


@pytest.mark.parametrize(
    ("question", "part"),
    [("first", "plan"), ("allowed", "calls"), ("steps", "court"), ("card_offence", "crime"), ("lines", "help")],
)
def test_a_question_has_an_address_that_opens_its_part(visit, question, part):
    at = visit("timeline", **CASE, open=question)
    assert at.title[0].value == words(Lang.ZH)(f"timeline.part.{part}")
    assert words(Lang.ZH)(f"timeline.q.{question}") in labels(at)


def test_what_was_not_given_is_asked_and_never_answered(visit):
    text = shown(visit("timeline", lender="platform"))
    assert "先填几个数字" in text and "逾期" not in text.split("先填几个数字")[0].replace("逾期算明白", "")


@pytest.mark.parametrize("cause", list(Cause))
def test_each_cause_has_its_own_first_step(visit, cause):
    at = visit("timeline", **CASE, open="first")
    tapped(at, "cause", words(Lang.ZH)(f"timeline.cause.{cause}.label"))
    at.run()
    assert not at.exception
    marks = {
        Cause.FORGOT: "今天就从APP",
        Cause.CANNOT_PAY: "先留够吃饭",
        Cause.FAILED: "现在就留证据",
        Cause.DISPUTE: "要一份书面账单",
        Cause.NOT_YET: "展期要在到期之前提出",
    }
    assert f"1. {marks[cause]}" in said(at)
    assert not [c for c in Cause if c is not cause and f"1. {marks[c]}" in said(at)]


def test_not_overdue_yet_is_a_state_of_its_own(visit):
    text = said(visit("timeline", **(CASE | {"as_of": "2026-01-05"}), open="first"))
    assert "还没有逾期" in text and "展期要在到期之前提出" in text


def test_what_is_paid_is_no_longer_overdue(visit):
    paid = visit("timeline", **CASE, paid="20260315:5000")
    assert "2026年3月15日还清" in said(paid) and "171 天" not in said(paid)
    assert any("2031年3月16日" in label for label in labels(paid))  # five years after, from the next day on


@pytest.mark.parametrize("outside", list(Outside))
def test_who_needs_another_place_is_told_kindly(visit, outside):
    at = visit("timeline", **CASE, open="outside")
    at.radio(key="outside").set_value(str(outside)).run()
    assert any(mark in said(at) for mark in ("持证律师", "执行法官"))


def test_the_days_are_the_person_s_own(visit):
    at = visit("timeline", **CASE)
    assert "逾期 171 天" in said(at) and any("2026年1月11日" in label for label in labels(at))
    later = labels(visit("timeline", **(CASE | {"due_on": "2026-02-10"})))
    assert any("2026年2月11日" in label for label in later) and not any("2026年1月11日" in label for label in later)


def test_an_example_says_so_where_its_days_stand(visit):
    text = said(visit("timeline"))
    assert "示例" in text and "你已" not in text


def test_articles_claims_are_folded_and_in_no_picture(visit):
    at = visit("timeline", **CASE)
    assert "文章" not in " ".join(labels(at)) + "".join(told(at.get("bidi_component")[0].proto.bytes).values())
    text = said(visit("timeline", **CASE, open="stages"))
    assert text.count("对照的规则") == 9


def court(visit, **days):
    """The court's part with the days of several papers, all of them open."""
    at = visit("timeline", **CASE, part="court", open="others", held="complaint")
    for name, day in days.items():
        at.text_input(key=f"papers_{name}").set_value(str(day))
    at.run()
    assert not at.exception
    return at


def test_nobody_is_taken_to_hold_a_summons(visit):
    w = words(Lang.ZH)
    at = visit("timeline", part="court", lang="zh")
    chosen = next(group for group in at.get("button_group") if group.key == "court_held")
    assert chosen.value is None and w("lawsuit.held.first", **facts(w, date(2026, 11, 29))) in said(at)
    assert not [text for text in (*at.markdown, *at.title) if "15 天" in text.value]
    tapped(at, "court_held", "调解通知、调解电话")
    at.run()
    assert "要双方自愿" in said(at) and at.query_params["held"] == "mediation"
    known = visit("timeline", **CASE, part="court", complaint_on="2026-06-29")
    assert "答辩" in said(known) and w("lawsuit.held.first", **facts(w, date(2026, 11, 29))) not in said(known)


def test_a_summons_and_its_day_give_the_last_day(visit):
    at = visit("timeline", part="court", held="complaint")
    assert "收到后第 15 天" in said(at) and "最晚不过" in said(at)  # while it may be small claims
    tapped(at, "papers_procedure", "普通、简易程序")
    at.run()
    assert "收到后 15 天内" in said(at)
    at.text_input(key="papers_complaint_on").set_value(str(date(2026, 9, 16))).run()
    assert "2026年10月8日 星期四" in said(at) and "按天数数到2026年10月1日" in said(at)
    assert "收到后 15 天内" not in said(at)


def test_papers_become_last_days_and_the_last_published_year_ends_them(visit, monkeypatch):
    monkeypatch.setattr(state, "today", lambda: date(2026, 12, 26))
    text = shown(court(visit, complaint_on=date(2026, 9, 16), judgment_on=date(2026, 12, 25)))
    assert "最后一天：2026年10月8日（星期四）" in text
    assert "不早于2027年1月9日" in text and "最后一天：2027" not in text


def test_days_that_cannot_be_are_named_and_a_passed_last_day_says_what_to_do(visit):
    assert not visit("timeline", **CASE, part="court").warning
    at = court(visit, complaint_on=date(2099, 3, 1), hearing_on=date(2026, 2, 5), judgment_on=date(2026, 1, 16))
    told = [note.value for note in at.warning]
    assert len(told) == 3 and "2099年3月1日" in told[0]
    assert "开庭日期" in told[1] and "收到判决书的日期" in told[2]
    assert "最后一天：2026年2月2日（星期一），已经过去" in shown(at)  # 15 days end on Saturday, 31 January
    late = court(visit, complaint_on=date(2026, 1, 16))
    assert "最后一天已经过去" in said(late) and "今天就打文书上的法院电话" in said(late)


@pytest.mark.parametrize(
    ("held", "mark"),
    [("律师函、催收函", "没有法院期限"), ("法院短信、电子送达", "打 12368"), ("支付令", "书面提异议的最后一天")],
)
def test_what_one_holds_decides_what_is_said(visit, held, mark):
    at = visit("timeline", part="court")
    tapped(at, "court_held", held)
    at.run()
    assert mark in said(at) and "答辩的最后一天" not in said(at)


def test_late_interest_is_counted_on_principal_alone(visit):
    text = shown(visit("timeline", **CASE, part="court", open="costs"))
    assert "15.75 元" in text  # 3 × 1,000 × 0.0175 % × 30 days


def test_small_claims_take_the_appeal_away(visit):
    at = visit("timeline", **CASE, part="court", held="complaint")
    tapped(at, "papers_procedure", "小额诉讼")
    at.run()
    at.session_state["q_steps"] = True
    at.run()
    names = [line for line in said(at).splitlines() if line.startswith("**")]
    assert any("一审终审" in name for name in names) and not any(name.startswith("**上诉") for name in names)


def test_the_procedure_is_asked_and_a_last_day_of_small_claims_is_the_papers_own(visit, monkeypatch):
    monkeypatch.setattr(state, "today", lambda: date(2026, 11, 29))
    at = visit("timeline", part="court", open="reply", held="complaint")
    assert next(g for g in at.get("button_group") if g.key == "papers_procedure").value is None
    at.text_input(key="papers_complaint_on").set_value("2026-11-20").run()
    w, day = words(Lang.ZH), "2026年12月7日 星期一"  # 15 days end on Saturday, 5 December
    small, unclear = (
        w(f"lawsuit.held.complaint.{name}", **facts(w, date(2026, 11, 29))) for name in ("small", "unclear")
    )
    assert day in said(at) and "离今天还有 8 天" in said(at) and "答辩状" in said(at)
    for chosen, there, silent in (
        (None, unclear, small),
        ("没写、不知道", unclear, small),
        ("小额诉讼", small, unclear),
        ("普通、简易程序", "", small),
    ):
        if chosen:
            tapped(at, "papers_procedure", chosen)
            at.run()
        assert there in said(at) and silent not in said(at) and day in said(at)
    assert unclear not in said(at)
    tapped(at, "papers_procedure", "小额诉讼")
    tapped(at, "court_held", "判决书")
    at.run()
    assert "不能上诉" in said(at) and "上诉的最后一天" not in said(at)


def test_the_costs_are_those_of_this_debt(visit):
    text = shown(visit("timeline", **(CASE | {"principal": "10000", "interest": "0"}), part="court", open="costs"))
    assert "受理费" in text and "50.00" not in text.split("案件受理费")[1][:40]


def test_the_criminal_part_draws_no_conclusion(visit):
    w = words(Lang.ZH)
    at = visit("timeline", **CASE, part="crime", open="card_offence")
    assert w("help.not_a_crime") in shown(at) and "12356" in said(at) and w("lawsuit.crime.not_given") in said(at)
    at.number_input(key="crime_principal").set_value(49999.0).run()
    assert "似乎没达到" in said(at) and w("lawsuit.crime.not_given") not in said(at)
    at.text_input(key="crime_demand_1").set_value(str(date(2026, 1, 1)))
    at.text_input(key="crime_demand_2").set_value(str(date(2026, 2, 1)))
    at.run()
    assert "似乎没达到" in said(at) and "不能当结论" in said(at) and "不构成" not in said(at)
    at.number_input(key="crime_principal").set_value(60000.0).run()
    assert "似乎都达到" in said(at) and "数字不说明有没有非法占有的目的" in said(at)


def test_help_leads_with_the_line_that_listens_and_says_how_sure_each_number_is(visit):
    assert "**12356**" in said(visit("timeline", **CASE, part="help"))
    text = said(visit("timeline", **CASE, open="lines"))
    for number in ("12356", "120", "12378", "400-810-8866", "12368", "110", "96110", "12345", "12348"):
        assert number in text
    assert text.count("没有核实：") == 1


def test_a_day_before_the_law_is_a_sentence_and_not_a_crash(visit):
    at = visit("timeline", **(CASE | {"contract_on": "2015-01-10", "due_on": "2016-01-10", "as_of": "2019-06-30"}))
    assert at.warning
