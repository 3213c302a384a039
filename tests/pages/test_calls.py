"""The page of a call: what it says at each tap, and what goes into the log."""

from __future__ import annotations

from datetime import date, time
from urllib.parse import parse_qsl

from overdue.casefile import CaseFile, begun, dump, load, read
from tests.pages.conftest import tapped
from tests.pages.test_timeline import CASE, shown

TODAY = date(2026, 11, 30)


def ask_call(visited, called=None, hour=None, **given):
    at = visited
    for key, value in {"called": called, "hour": hour}.items():
        if value is not None:
            tapped(at, f"call_{key}", value)
    if "day" in given:
        at.text_input(key="call_day").set_value(str(given["day"]))
    if "at" in given:
        at.time_input(key="call_at").set_value(given["at"])
    if "lender" in given:
        at.selectbox(key="call_lender").set_value(given["lender"])
    at.run()
    assert not at.exception
    return shown(at)


def test_nothing_is_judged_before_anything_is_told(visit):
    text = shown(visit("timeline", part="calls"))
    assert "越界" not in text and "允许的范围" not in text and "要书面账单" in text


def test_a_call_to_the_family_in_the_morning_is_answered_by_two_taps(visit):
    text = ask_call(visit("timeline", part="calls"), called="家人", hour="早上 08:00 以前")
    assert "至少有一处越界" in text and "如果这是银行" in text and "没有你的同意" in text and "先按银行" in text


def test_a_breach_says_what_it_takes_for_granted_until_that_is_told(visit):
    at = visit("timeline", part="calls")
    text = ask_call(at, called="家人", lender="bank")
    assert (
        "要看当时能不能联系上你本人。" in text
        and "如果当时能联系上你本人，就是越界" in text
        and "至少有一处" not in text
    )
    at.selectbox(key="call_reachable").set_value("yes").run()
    assert "至少有一处越界" in shown(at) and "就是越界" not in shown(at)
    at.selectbox(key="call_reachable").set_value("no").run()
    assert "至少有一处越界" not in shown(at)


def test_whatever_a_call_is_the_bill_comes_first_and_nothing_is_paid_before_it_is_written(visit):
    at = visit("timeline", part="calls")
    text = ask_call(at, called="我本人", hour="08:00 到 22:00")
    assert "允许的范围之内" in text and text.count("没有书面写明之前不付款") == 2 and "1. 要一份书面账单" in text
    tapped(at, "call_said", ["只限今天、明天还，过了就不减免", "说要起诉"])
    at.run()
    assert "不是法律上的期限" in shown(at) and "写明付多少算结清哪一笔、减免多少、到哪天为止" in shown(at)


def test_a_part_of_the_day_goes_into_the_log_as_one_and_no_hour_is_made_up(visit):
    at = visit("timeline", part="calls")
    assert "会记在今天" in ask_call(at, called="家人", hour="早上 08:00 以前")
    at.button(key="call_to_log").click().run()
    (entry,) = at.session_state["log"]
    assert entry.at is None and entry.said.startswith("早上 08:00 以前")
    assert "看记录表" in [link.label for link in at.get("page_link")]


def test_the_same_call_for_a_lender_the_guideline_does_not_bind_is_no_breach(visit):
    text = ask_call(visit("timeline", part="calls"), called="我本人", hour="早上 08:00 以前", lender="private")
    assert "至少有一处越界" not in text


def test_a_call_at_night_is_over_the_line_and_goes_into_the_log(visit):
    at = visit("timeline", **CASE, part="calls")
    text = ask_call(at, day=date(2026, 6, 1), at=time(22, 5), lender="bank")
    assert "至少有一处越界" in text and "22:05" in text
    at.button(key="call_to_log").click().run()
    assert at.session_state["log"][0].at == time(22, 5)


def test_talk_of_prison_is_answered_with_the_principal_that_was_entered(visit):
    for given, there, silent in (
        (CASE, "本金是3,000.00 元，没有到这个数", "拿不准的"),
        (CASE | {"principal": "17000"}, "拿不准的", "没有到这个数"),  # three of them: 51,000
        ({}, "拿不准的", "没有到这个数"),  # an example is nobody's own debt
    ):
        at = visit("timeline", **given, part="calls")
        tapped(at, "call_said", ["说不还就抓人、坐牢", "说要上门、到家里或村里来"])
        at.run()
        assert there in shown(at) and silent not in shown(at) and "没有查到对这类出借人" not in shown(at)


def test_a_call_of_last_year_is_not_judged_by_this_year_s_rule(visit):
    text = ask_call(visit("timeline", **CASE, part="calls"), day=date(2024, 5, 1), at=time(22, 5), lender="bank")
    assert "没有查到已经生效的催收时段规定" in text and "至少有一处越界" not in text


def test_the_reader_s_door_brings_what_was_threatened_and_each_part_has_its_verdict(visit):
    at = visit("claims", view="reader")
    at.text_area(key="reader_text").set_value("今日不还即上门并联系你单位").run()
    (door,) = [link for link in at.get("page_link") if link.label == "接着核对这几句，记进记录表"]
    own = dict(parse_qsl(door.proto.query_string))
    assert own["said"] == "visit.tell_work" and own["by"] == "message"
    at = visit("timeline", part="calls", said=own["said"], by=own["by"])
    text = shown(at)
    assert "**越界** 说要找我的单位、领导或同事" in text and "**要先问清** 说要上门、到家里或村里来" in text
    at.button(key="call_to_log").click().run()
    (entry,) = at.session_state["log"]
    assert entry.channel == "message" and "说要找我的单位" in entry.said


def test_what_an_address_says_was_said_and_is_nothing_known_is_left_out(visit):
    at = visit("timeline", part="calls", said="visit.nonsense", by="pigeon")
    assert at.session_state["call_said"] == ["visit"] and "先问清" in shown(at)
    assert not at.exception and at.session_state["call_by"] is None


def test_an_example_s_loan_stays_out_of_the_log_s_file():
    job = read({"story": "job"}, TODAY)[0]
    kept = load(dump(CaseFile(begun(job, TODAY))).encode(), TODAY).case
    assert kept.story is None and not kept.rows and kept.missing


def test_the_rule_stands_before_what_articles_say_and_nothing_where_they_say_nothing(visit):
    text = shown(visit("timeline", part="calls", open="contacts"))
    family, work = text.index("没有“满15天可打家人”"), text.index("同事、领导是无关第三人")
    assert family < text.index("家人有义务帮着还") < work and "网上的文章说" not in text[work : work + 80]
