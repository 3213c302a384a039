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
    tapped(at, "court_held", "起诉状、传票")
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
        ("起诉状、传票", "complaint_on", "这之前"),
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
