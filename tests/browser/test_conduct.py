"""A story in a real browser: a missed day, a call over the line, court papers, a letter; every download is opened."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.browser import house

NAME = "周小雨"


def saved(reader, key):
    """Press a download button and read the file."""
    with reader.page.expect_download() as waiting:
        reader.click(reader.page.locator(f".st-key-{key} button").first)
    return Path(waiting.value.path()).read_bytes()


def go(reader, key, label, sign):
    """Open a part of the page and wait until it is there."""
    reader.choose(key, label)
    reader.shows(sign)
    reader.settle()


def visit_part(reader, name, sign):
    """Follow the door of another part and wait until it is there."""
    reader.click(reader.page.get_by_role("link", name=name).last)
    reader.shows(sign)
    reader.settle()


def test_from_the_first_missed_day_to_a_plan_in_writing(reader):
    page = reader.open(house.path_of("timeline", f"{house.CASE}&open=calendar"))
    reader.shows("逾期 171 天")
    plan = Calendar.from_ical(saved(reader, "timeline_ics"))
    events = list(plan.walk("VEVENT"))
    assert events and all(event.walk("VALARM") for event in events)
    assert not [event for event in events if "文章" in event["SUMMARY"]]

    visit_part(reader, "催收打电话了", "打给了谁")
    reader.click(page.locator(".st-key-call_said").get_by_role("button", name="威胁、恐吓"))
    reader.shows("至少有一处越界")
    reader.click(".st-key-call_to_log button")
    reader.shows("已经写进")

    visit_part(reader, "收到传票、法院文书", "每种的期限不一样")
    visit_part(reader, "会不会坐牢", "是民事欠款")
    visit_part(reader, "撑不住了", "12356")

    visit_part(reader, "怎么谈、签什么、留什么", "一、弄清账单")
    go(reader, "talk", "电话", "逾期171天")
    reader.click(page.locator(".st-key-ask_kind").get_by_text("分期还"))
    for key, typed in (("ask_amount", "300"), ("ask_months", "12")):
        expect(reader.field(key)).to_be_visible()
        reader.fill(key, typed)
    reader.write_day("ask_first", "2027-12-01")
    reader.shows("从2027年12月1日起，每期 300.00 元，共 12 期")
    go(reader, "talk", "签字", "付款之前要写在纸上的九点")
    go(reader, "talk", "记录", "共1条")
    sheet = load_workbook(BytesIO(saved(reader, "log_xlsx"))).active
    assert sheet["G2"].value == "威胁、恐吓"
    assert "part=" not in page.url and "ask_amount" not in page.url  # a page's own keys stay with it


def test_a_letter_is_asked_whole_saved_and_copied_and_the_name_stays_out_of_the_address(reader):
    page = reader.open(house.path_of("negotiate", f"{house.CASE}&talk=write"))
    reader.shows("还差这几项")
    expect(page.locator(".st-key-letter_docx")).to_have_count(0)  # what is not whole cannot be taken
    for key, typed in (("letter_name", NAME), ("letter_lender", "某某银行"), ("letter_contract", "NO-7")):
        reader.fill(key, typed)
        reader.shows(typed)
    expect(page.locator(".st-key-letter_docx")).to_be_visible()

    letter = "\n".join(line.text for line in Document(BytesIO(saved(reader, "letter_docx"))).paragraphs)
    assert NAME in letter and "3,587.25 元" in letter and "____" not in letter
    assert not [mark for mark in ("法律意见", "版本", "version", "Yours") if mark in letter]

    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")  # as on a plain http address
    reader.click(".st-key-letter_copy button")
    copied = page.locator(".st-key-letter_copy textarea")
    expect(copied).to_be_focused()
    assert NAME in copied.input_value() and copied.evaluate("a => a.selectionEnd - a.selectionStart === a.value.length")
    go(reader, "talk", "签字", "付款之前要写在纸上的九点")
    go(reader, "talk", "写信", NAME)
    for secret in (NAME, "NO-7"):
        assert secret not in page.url


def test_the_log_is_kept_through_the_visit_saved_as_a_workbook_and_cleared(reader):
    page = reader.open(house.path_of("negotiate", f"{house.CASE}&talk=log"))
    reader.shows("还没有记录")
    reader.click(".st-key-log_add_box summary")
    reader.field("log_who").fill("自称王某")
    page.locator(".st-key-log_said textarea").fill("=1+1 说要通知单位")
    reader.click(".st-key-log_submit button")
    reader.shows("共1条")
    reader.settle()
    sheet = load_workbook(BytesIO(saved(reader, "log_xlsx"))).active
    assert [sheet["E2"].value, sheet["G2"].value] == ["自称王某", "=1+1 说要通知单位"]
    go(reader, "talk", "准备", "一、弄清账单")
    go(reader, "talk", "记录", "共1条")
    reader.click(".st-key-clear button")
    reader.click(".st-key-clear_yes button")
    expect(page.get_by_test_id("stMain")).not_to_contain_text("共1条")
    reader.settle()
    assert "王某" not in page.content()


def test_a_deadline_follows_the_day_the_papers_came(visitor, server):
    reader = visitor(server)
    reader.open(house.path_of("timeline", f"{house.CASE}&part=court&held=complaint"))
    reader.write_day("papers_complaint_on", "2026-09-16")
    reader.shows("2026年10月8日 星期四")
    reader.settle()
    events = Calendar.from_ical(saved(reader, "court_ics")).walk("VEVENT")
    assert "20261008" in {event["DTSTART"].dt.strftime("%Y%m%d") for event in events}


def test_one_step_back_from_the_letter_is_the_call_and_a_reload_keeps_the_paper_of_the_court(reader):
    page = reader.open("/timeline?part=calls")
    reader.click(page.locator(".st-key-call_called").get_by_text("家人", exact=True))
    reader.shows("要看")
    reader.click(page.get_by_role("link", name="要求停止联系第三方"))
    reader.address("/negotiate")
    reader.address("letter=stop_others")
    reader.settle()
    page.go_back()
    reader.address("/timeline")
    reader.address("part=calls")
    reader.shows("打给了谁")
    reader.settle()
    reader.open("/timeline?part=court&held=complaint")
    reader.write_day("papers_complaint_on", "2026-03-02")
    reader.address("came=2026-03-02")
    reader.reload()
    reader.shows("2026年3月17日")
