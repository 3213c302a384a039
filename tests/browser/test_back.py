"""The browser's back: what is typed is no step of its own, the part of a page is."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from overdue.words import Lang, words
from tests.browser import house


def test_back_leaves_a_page_at_once_however_much_was_typed(visitor, server):
    reader = visitor(server, width=house.PHONE)
    page = reader.open("/")
    reader.click(page.get_by_role("link", name="我欠多少"))
    reader.address("/entry")
    for key, typed in (("principal", "1000"), ("interest", "90"), ("rate", "18")):
        reader.fill(key, typed)
    reader.address("/entry.*principal=1000.*rate=18")
    page.go_back()
    reader.address(r"127.0.0.1:\d+/(\?.*)?$")
    page.go_forward()
    reader.address("/entry")
    expect(reader.field("principal")).to_have_value(re.compile("1,?000"))  # nothing of it is lost


def test_back_leads_from_a_letter_to_the_part_that_named_it(visitor, server):
    reader = visitor(server, width=house.PHONE)
    page = reader.open("/timeline?part=court&lang=zh")
    reader.click(page.get_by_test_id("stMain").get_by_role("link", name=words(Lang.ZH)("timeline.part.calls")))
    reader.address("/timeline.*part=calls")
    reader.click(page.get_by_test_id("stMain").get_by_role("link", name=words(Lang.ZH)("pages.negotiate.door")))
    reader.address("/negotiate")
    page.go_back()
    reader.address("/timeline.*part=calls")
