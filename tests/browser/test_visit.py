"""What only a browser can show: a field keeps its text on its own, and a page that outlives its server."""

from __future__ import annotations

from contextlib import contextmanager
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser import house
from tests.cases import without

CASE = urlencode({"lang": "en"} | without("day_basis"))


@contextmanager
def another_server(one):
    """A new server in the place of the one that is gone, once it has drawn the page that stood there all the time."""
    before = one.page.evaluate("wire.opened")
    with house.serving(urlsplit(one.base).port):
        one.page.wait_for_function("before => wire.opened > before", arg=before)
        one.settle()
        yield


@pytest.mark.parametrize("name", ["entry", "penalty"])
def test_a_page_outlives_its_server(visitor, name):
    """Nobody reloads, and what is changed is taken, though the new server was asked for none of the page's blocks."""
    with house.serving() as base:
        one = visitor(base)
        page = one.open(house.path_of(name, CASE))
        one.shows("3,587.25")
    with another_server(one):
        one.fill("principal", "2000")
        one.address("principal=2000")
        expect(one.field("principal")).to_have_value("2000.00")
        one.shows("6,904.50")
    if name == "entry":
        with another_server(one):
            one.click(".st-key-wait_60 button")
            one.address("pay_on=")
            assert "principal=2000" in page.url
    # That the server was away is what this is about; nothing else may have been heard.
    away = ("ERR_CONNECTION_REFUSED", "WebSocket", "No response received", "not responding")
    one.faults = [fault for fault in one.faults if not any(word in fault for word in away)]


def test_the_second_person_meets_no_text_of_the_first(visitor, server):
    one = visitor(server)
    page = one.open(house.path_of("claims", f"{CASE}&view=reader"))
    one.fill("reader_text", "PASTED BY THE FIRST")
    one.click(".st-key-clear button")
    one.click(".st-key-clear_yes button")
    expect(page.locator(".st-key-take_back")).to_be_visible()
    assert "principal" not in page.url
    one.click(".st-key-door_scam a")
    one.address("/claims")
    expect(page.locator(".st-key-reader_text textarea")).to_have_value("")
    assert "PASTED BY THE FIRST" not in page.content()
