"""What a reader does with the house itself: arrive by a link, change the language, share, use the keyboard only.

Every scenario also holds that nothing was fetched from elsewhere, no console error was written and no exception
box was shown (``visitor`` in conftest), and names one thing of its own that must not happen.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import house

PENALTY = house.path_of("penalty", house.CASE)
FIGURES = ("317.25", "3,587.25")


@pytest.mark.parametrize("width", [house.DESK, house.PHONE])
def test_the_first_visitor_of_a_cold_server_may_arrive_in_the_middle(fresh_server, visitor, width):
    reader = visitor(fresh_server, width=width)
    page = reader.open(PENALTY)
    reader.shows(*FIGURES)
    expect(page.locator(".st-key-menu")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)  # no "Page not found", no page without its door


def test_a_room_full_of_people_may_arrive_in_the_middle_of_a_cold_server(fresh_server, visitor):
    readers = [visitor(fresh_server) for _ in range(4)]
    for one in readers:
        one.page.goto(fresh_server + PENALTY, wait_until="commit")
    for one in readers:
        one.settle()
        one.shows(*FIGURES)
        expect(one.page.locator(".st-key-menu")).to_be_visible()  # nobody gets a page without its door


@pytest.mark.parametrize(("lang", "label"), [("en", "English"), ("zh-Hant", "繁體")])
def test_the_language_changes_words_and_no_figure(reader, lang, label):
    page = reader.open(PENALTY)
    reader.shows(*FIGURES)
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("到期没还")
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    reader.click(".st-key-menu button")
    reader.choose("lang", label)
    expect(page.locator("html")).to_have_attribute("lang", lang)
    expect(main).not_to_contain_text("到期没还")
    reader.settle()
    reader.shows(*FIGURES)
    assert f"lang={lang}" in page.url
    assert "principal=1000" in page.url  # the case must not fall out of the address


def test_a_shared_link_opens_the_same_case_for_someone_else(reader, visitor, server):
    page = reader.open(PENALTY)
    reader.fill("principal", "2000")
    reader.address("principal=2000")
    told = page.get_by_role("heading", level=1).inner_text(), page.get_by_test_id("stMain").inner_text()
    other = visitor(server, locale="en-GB")
    other.open(page.url.removeprefix(server))
    expect(other.page.get_by_role("heading", level=1)).to_have_text(told[0])  # the reader's language travels too
    other.shows("634.50")
    assert "317.25" not in other.page.get_by_test_id("stMain").inner_text()  # never the case of before


def test_the_keyboard_alone_changes_a_figure(visitor, server):
    reader = visitor(server)
    page = reader.open(PENALTY)
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("() => !!document.activeElement.closest('.st-key-principal input')"):
            break
    expect(reader.field("principal")).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("2000")
    page.keyboard.press("Enter")
    reader.shows("634.50")
    expect(reader.field("principal")).to_be_focused()  # the place in the page must not be lost


def test_rubbish_in_the_address_is_dropped_with_a_word_and_the_rest_is_kept(reader):
    page = reader.open(PENALTY.replace("rate=18", "rate=-18") + "&nonsense=1&lump_on=<script>alert(1)</script>")
    expect(page.locator(".st-key-notes")).to_contain_text("合同年利率")
    reader.click(".st-key-notes_why summary")
    expect(page.locator(".st-key-notes")).to_contain_text("-18")
    expect(page.locator(".st-key-notes")).to_contain_text("nonsense")
    expect(reader.field("principal")).to_have_value("1000.00")
    assert page.locator("script", has_text="alert(1)").count() == 0  # nothing of an address is ever run
