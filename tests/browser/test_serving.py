"""The served page: light enough for a phone without a proxy, under its policy, and never a foreign word or host."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from overdue.words import Lang, words
from tests.browser import house

MOST = 2_900_000  # bytes of a first visit
NAME = words(Lang.ZH)("common.name")


def test_the_first_visit_of_all_is_a_deep_link_and_a_light_one(browser, fresh_server):
    context = house.context(browser, width=house.PHONE)
    reader = house.Reader(context.new_page(), fresh_server)
    wire = context.new_cdp_session(reader.page)
    received = []
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda done: received.append(done["encodedDataLength"]))
    reader.open(house.path_of("penalty", house.CASE))
    expect(reader.page.locator(".st-key-move_pay_on svg").first).to_be_visible()
    assert sum(received) <= MOST, f"{sum(received)} bytes"
    assert reader.page.get_by_role("dialog").count() == 0
    assert reader.faults == []
    context.close()


def test_a_path_that_is_no_page_leads_home_and_keeps_the_case(visitor, server):
    page = visitor(server).open("/home?" + house.CASE)
    expect(page).to_have_url(re.compile(r"/\?.*principal=1000"))
    assert page.get_by_role("dialog").count() == 0
    expect(page).to_have_title(re.compile(NAME))


def test_what_an_address_gives_is_text_in_the_browser(visitor, server):
    """A foreign request is a fault of every reader here; a link or a formula would be one of the page."""
    reader = visitor(server)
    for page in ("claims", "sources"):
        for mark in ("![](//e.co/a)", "[x](https://e.co) www.e.co a@e.co", "$e.co$"):
            opened = reader.page
            opened.goto(
                f"{server}/{page}?" + "&".join(f"{key}={mark}" for key in ("card", "quiz", "rule", "law_on", "k"))
            )
            reader.settle()
            assert opened.locator('a[href*="e.co"], img[src*="e.co"], .katex').count() == 0
