"""Papers of a court without a browser: a message that may be one, a day to come, a last day that is over."""

from __future__ import annotations

from datetime import date

import pytest

from overdue.ui import state
from tests.pages.conftest import said, tapped


def test_a_message_is_checked_first_and_its_day_gives_the_last_one_if_it_is_genuine(visit, monkeypatch):
    monkeypatch.setattr(state, "today", lambda: date(2026, 11, 29))
    at = visit("timeline", part="court", held="message")
    assert said(at).index("打 12368") < said(at).index("到达那天起 15 天内")
    at.text_input(key="papers_message_on").set_value("2026-11-20").run()
    assert said(at).index("打 12368") < said(at).index("2026年12月7日 星期一")  # 15 days end on Saturday, 5 December
    assert "如果是真的" in said(at) and "离今天还有 8 天" in said(at) and not at.get("download_button")
    tapped(at, "court_held", "起诉状、应诉通知书、传票")
    at.run()
    assert "12月7日" not in said(at)  # what a message says is no paper yet


def test_what_has_not_come_yet_gives_no_last_day(visit, monkeypatch):
    monkeypatch.setattr(state, "today", lambda: date(2026, 11, 29))
    at = visit("timeline", part="court", held="complaint")
    at.text_input(key="papers_complaint_on").set_value("2027-03-01").run()
    assert "2027年3月1日" in at.warning[0].value
    assert "收到后第 15 天" in said(at) and "不早于" not in said(at) and "离今天还有" not in said(at)


@pytest.mark.parametrize(
    ("held", "paper", "never"),
    [
        ("起诉状、应诉通知书、传票", "complaint_on", "这之前"),
        ("支付令", "order_on", "这之前"),
        ("判决书", "judgment_on", "觉得判错了才上诉"),
    ],
)
def test_once_the_last_day_is_over_the_first_sentence_is_what_to_do_today(visit, monkeypatch, held, paper, never):
    monkeypatch.setattr(state, "today", lambda: date(2026, 11, 30))
    at = visit("timeline", part="court")
    tapped(at, "court_held", held)
    at.run()
    at.text_input(key=f"papers_{paper}").set_value("2026-11-01").run()
    text = [line.value for line in at.markdown]
    after = text[text.index("**2026年11月16日 星期一**") + 1]
    assert after.startswith("**今天就打文书上的法院电话") and "不要以为没有办法了" in after
    assert never not in said(at) and "不要等到最后一天" not in said(at)


def test_beside_an_example_paper_and_day_stand_in_the_address_and_open_again(visit, monkeypatch):
    monkeypatch.setattr(state, "today", lambda: date(2026, 11, 30))
    at = visit("timeline", part="court")
    tapped(at, "court_held", "起诉状、应诉通知书、传票")
    at.run()
    at.text_input(key="papers_complaint_on").set_value("2026-11-24").run()
    last = "2026年12月9日 星期三"
    assert last in said(at) and at.query_params["came"] == "2026-11-24"
    again = visit("timeline", part="court", held="complaint", came="2026-11-24")
    assert last in said(again) and again.session_state["case"].complaint_on is None
    tapped(again, "court_held", "支付令")
    again.run()
    assert "came" not in again.query_params  # no paper takes over the day of another


@pytest.mark.parametrize("own", [True, False])
@pytest.mark.parametrize("typed", ["11/12/2026", "hello"])
def test_no_last_day_is_told_while_the_day_of_the_paper_is_asked_about_or_refused(visit, monkeypatch, typed, own):
    monkeypatch.setattr(state, "today", lambda: date(2026, 11, 30))
    case = {"lender": "platform", "principal": "1000", "due_on": "2026-03-01", "complaint_on": "2026-10-12"}
    at = visit("timeline", part="court", held="complaint", **(case if own else {"came": "2026-10-12"}))
    last = "2026年10月27日 星期二"  # 15 days from 12 October
    assert last in said(at) and "不要以为没有办法了" in said(at)
    at.text_input(key="papers_complaint_on").set_value(typed).run()
    assert len(at.warning) == 1 and "10月27日" not in said(at) and "收到后第 15 天" in said(at)
    assert "不要以为没有办法了" not in said(at) and not at.get("download_button")
    at.text_input(key="papers_complaint_on").set_value("2026-11-12").run()
    assert "2026年11月27日 星期五" in said(at) and not at.warning


@pytest.mark.parametrize("given", ["2026-13-40", "<b>x</b>", "0001-01-01", "9999-12-31", "🙂" * 500])
def test_a_day_in_the_address_that_can_be_none_is_said_to_be_and_counts_nothing(visit, given):
    at = visit("timeline", part="court", held="complaint", came=given)
    assert not at.exception and len(at.warning) == 1 and "收到后第 15 天" in said(at)


def test_what_is_passed_on_of_the_court_beside_an_example_opens_there_and_is_called_an_example(visit):
    at = visit("timeline", part="court", held="order", came="2026-11-24")
    at.session_state["share"] = at.session_state["keep"] = at.session_state["share_holds"] = True
    at.run()
    assert not at.exception
    link = next(code.value for code in at.code if "held=" in code.value)
    assert "part=court" in link and "held=order" in link and "came=2026-11-24" in link
    assert "示例的数字，不是你的欠款" in said(at) and "存进文件的借款是示例的" in said(at)


def test_who_holds_a_paper_of_the_suit_is_led_past_the_mediation(visit):
    at = visit("timeline", part="court", held="mediation")
    assert "答辩期已经在走" in said(at)
    (door,) = [link for link in at.get("page_link") if "应诉通知书" in link.label]
    assert "held=complaint" in str(door.proto)
