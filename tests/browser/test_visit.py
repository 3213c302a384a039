"""What only a browser can show: a field keeps its text on its own, and a change made as the server comes back."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.browser import house

CASE = (
    "lang=en&lender=platform&contract_on=2025-09-10&due_on=2026-01-10&principal=1000&interest=90&missed=3&remaining=0"
    "&rate=18&uplift=50&as_of=2026-06-30"
)


def test_what_was_changed_as_the_server_came_back_is_taken(visitor):
    with house.serving() as base:
        one = visitor(base)
        page = one.open(house.path_of("entry", CASE))
        one.shows("3,587.25")
    with house.serving(urlsplit(base).port):
        field = one.field("principal")
        expect(field).to_be_enabled()
        field.fill("2000")
        field.press("Enter")
        expect(page).to_have_url(re.compile("principal=2000"))
        one.settle()
        expect(field).to_have_value("2000.00")
        one.shows("6,904.50")
    with house.serving(urlsplit(base).port):
        page.locator(".st-key-wait_60 button").click()
        expect(page).to_have_url(re.compile("pay_on="))
        assert "principal=2000" in page.url
    # That the server was away is what this is about; nothing else may have been heard.
    away = ("ERR_CONNECTION_REFUSED", "WebSocket", "No response received")
    one.faults = [fault for fault in one.faults if not any(word in fault for word in away)]


def test_the_second_person_meets_no_text_of_the_first(visitor, server):
    one = visitor(server)
    page = one.open(house.path_of("claims", f"{CASE}&view=reader"))
    field = page.locator(".st-key-reader_text textarea")
    field.fill("PASTED BY THE FIRST")
    field.press("Control+Enter")
    page.locator(".st-key-clear button").click()
    page.locator(".st-key-clear_yes button").click()
    page.locator(".st-key-take_back").wait_for()
    assert "principal" not in page.url
    page.locator(".st-key-door_scam a").click()
    expect(page).to_have_url(re.compile("/claims"))
    one.settle()
    expect(page.locator(".st-key-reader_text textarea")).to_have_value("")
    assert "PASTED BY THE FIRST" not in page.content()
