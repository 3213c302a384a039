"""The browser's back: what is typed is no step of its own, the part of a page is."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from overdue.ui.serving.shell import STEPS
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


def test_a_link_that_is_followed_while_a_search_is_typed_leads_where_it_says(reader):
    """What is typed is sent a moment later, by the page that is being left: it may never bring that page back."""
    page = reader.open("/claims?lang=zh")
    reader.field("claims_text").click()
    page.keyboard.type("记录")
    page.locator(".st-key-name a").click()
    reader.address(r"127.0.0.1:\d+/\?")
    expect(page.locator(".st-key-doors")).to_be_visible()


DEED, BACK = "deed", "back"


@pytest.mark.parametrize(
    ("told", "places"),
    [
        # A page is left by a link: its new address comes before that of the path, after it, or without it.
        ([DEED, "/b?x=1", "/b?x=1&y=2"], ["/a?x=1", "/b?x=1&y=2"]),
        ([DEED, "/a?x=1&y=2", "/b?x=1&y=2"], ["/a?x=1", "/b?x=1&y=2"]),
        ([DEED, "/a?x=1&part=p", "/b?x=1&part=p"], ["/a?x=1", "/b?x=1&part=p"]),
        ([DEED, "/b?part=p", "/b?part=p&x=1"], ["/a?x=1", "/b?part=p&x=1"]),
        # The run was begun anew, with another address, before the path came.
        ([DEED, "/a?x=1&part=p", "/a?x=2&part=p", "/b?x=2&part=p"], ["/a?x=1", "/b?x=2&part=p"]),
        # A part of a page is a place, and stays one when the page is left; two at once are one.
        ([DEED, "/a?part=p", DEED, "/a?part=p&x=2", "/b?x=2"], ["/a?x=1", "/a?part=p", "/b?x=2"]),
        ([DEED, "/a?part=p", DEED, "/a?part=q"], ["/a?x=1", "/a?part=p", "/a?part=q"]),
        ([DEED, DEED, "/a?part=p", "/a?part=q"], ["/a?x=1", "/a?part=q"]),
        # What is typed is none, whether its address comes at once or after the next deed.
        ([DEED, "/a?x=2", DEED, "/a?x=3", DEED, "/b?x=3"], ["/a?x=3", "/b?x=3"]),
        ([DEED, DEED, "/a?x=2", "/a?x=2&part=p"], ["/a?x=1", "/a?x=2&part=p"]),
        ([DEED, DEED, "/a?x=2", "/b?x=2"], ["/a?x=1", "/b?x=2"]),
        # Nobody did anything: a page that leads on by itself is no place to come back to.
        (["/b?x=1", "/c?x=1"], ["/c?x=1"]),
        # Back: what was under way arrives all the same, and adds nothing.
        ([DEED, "/b?x=1", BACK, "/b?x=1&y=2", "/a?x=1"], ["/a?x=1"]),
        ([DEED, "/b?x=1", DEED, BACK, "/a?x=1&part=p"], ["/a?x=1&part=p"]),
    ],
)
def test_in_whatever_order_the_address_is_told_a_deed_is_one_place(visitor, server, told, places):
    """The script alone, told what Streamlit tells the browser; nothing waits for time."""
    page = visitor(server).page
    page.route("**/alone", lambda route: route.fulfill(content_type="text/html", body=f"<p>alone</p>{STEPS}"))
    page.goto(f"{server}/alone")
    page.evaluate("history.replaceState({}, '', '/a?x=1')")
    for one in told:
        if one == DEED:
            page.keyboard.press("Shift")
        elif one == BACK:
            page.go_back()
        else:
            page.evaluate("to => history.pushState({}, '', to)", one)
    seen = []
    while page.url.startswith(server):
        seen.append(page.url.removeprefix(server))
        page.go_back()
    assert [*reversed(seen)] == places
