"""What cannot be used, in a real browser: it stays as typed, and nobody but us says why."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import expect

from overdue.ui import state
from tests.browser import house

ENGLISH = (
    "outside the allowed range",
    "above the allowed range",
    "below the allowed range",
    "or smaller",
    "not allowed",
)


def enter(reader, key, typed, told):
    reader.fill(key, typed)
    reader.shows(told)
    expect(reader.field(key)).to_have_value(typed)
    text = reader.page.get_by_test_id("stApp").inner_text()
    assert [said for said in ENGLISH if said in text] == []


def test_a_number_that_cannot_be_stays_beside_our_sentence(reader):
    reader.open(house.path_of("penalty", house.CASE))
    expect(reader.field("missed")).to_have_value("3")
    enter(reader, "missed", "2.5", "填的是“2.5”")
    enter(reader, "missed", "1234567", "填的是“1234567”")
    reader.open(house.path_of("timeline", house.CASE + "&part=calls"))
    reader.click(".st-key-call_more summary")
    enter(reader, "call_attempts", "5000", "填的是“5000”")
    reader.fill("call_attempts", "3")
    expect(reader.page.get_by_text("填的是")).to_have_count(0)


def test_a_long_paste_stays_and_the_letter_comes_once_it_is_shorter(reader):
    page = reader.open(house.path_of("negotiate", house.CASE + "&talk=write"))
    reason = page.locator(".st-key-letter_facts textarea")
    reader.fill("letter_facts", "长" * 2001)
    reader.shows("这里写了 2,001 个字符，最多 2,000 个", "删短之后，信就在这里")
    expect(reason).to_have_value("长" * 2001)
    reader.fill("letter_facts", "二月住院")
    reader.shows("具体情况：二月住院")


def test_a_log_entry_too_long_waits_in_its_form_and_a_good_one_empties_it(reader):
    page = reader.open(house.path_of("negotiate", house.CASE + "&talk=log"))
    reader.click(".st-key-log_add_box summary")
    reader.field("log_who").fill("王某")
    said = page.locator(".st-key-log_said textarea")
    said.fill("x" * 2001)
    reader.click(".st-key-log_submit button")
    reader.shows("这里写了 2,001 个字符")
    expect(said).to_have_value("x" * 2001)
    said.fill("说要起诉")
    reader.click(".st-key-log_submit button")
    reader.shows("共1条")
    expect(said).to_have_value("")
    expect(reader.field("log_who")).to_have_value("")


def test_a_file_far_too_large_gets_our_sentence_in_place_of_the_one_before(reader):
    page = reader.open(house.path_of("penalty", house.CASE))
    reader.click(page.locator(".st-key-keep button").first)
    given = page.locator(".st-key-case_file_in input[type=file]")
    given.set_input_files({"name": "a.json", "mimeType": "application/json", "buffer": b'{"app": "another"}'})
    expect(page.get_by_text("这不是本应用保存的案例文件")).to_be_visible()
    reader.settle()
    given.set_input_files({"name": "photo.png", "mimeType": "image/png", "buffer": b"x" * 3_000_000})
    expect(page.get_by_text("这个文件有 3,000,000 字节")).to_be_visible()
    expect(page.get_by_text("这不是本应用保存的案例文件")).to_have_count(0)
    assert [said for said in ENGLISH if said in page.get_by_test_id("stApp").inner_text()] == []


def test_a_repayment_page_pasted_on_a_phone_is_read_by_a_button_and_its_sum_is_in_sight(visitor, server):
    phone = visitor(server, width=house.PHONE)
    page = phone.open(house.path_of("entry", "lang=zh&open=paste"))
    page.locator(".st-key-entry_text textarea").fill(
        "2026-08-20 本金1000元 利息84元\n2026-09-20 本金1000元 利息76元\n年利率24%"
    )
    phone.click(".st-key-entry_read button")
    phone.click(".st-key-entry_take button")
    total = page.locator(".st-key-running")
    late = [(state.today() - day).days for day in (date(2026, 8, 20), date(2026, 9, 20))]
    expect(total).to_contain_text(f"{2160 + sum(late):,}.00")  # 2,160, and 36 % / 360 of 1,000 a day is a yuan a day
    expect(total).to_be_in_viewport(ratio=1)
    expect(page.locator(".st-key-listed")).to_be_in_viewport()
