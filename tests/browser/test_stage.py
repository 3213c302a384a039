"""The stage where it does not fit: zoomed to twice its size nothing that belongs to a place may be passed over."""

from __future__ import annotations

import io

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from tests.browser import house

ZOOMED = {"viewport": {"width": 640, "height": 360}, "device_scale_factor": 2}
REST = (
    "() => { const s = document.querySelector('.st-key-stage'); return s.scrollHeight - s.clientHeight - s.scrollTop }"
)


@pytest.fixture
def zoomed(browser, server):
    context = browser.new_context(**ZOOMED, locale="zh-CN", reduced_motion="reduce")
    context.set_default_timeout(house.LONG)
    context.add_init_script(house.WIRE)
    one = house.Reader(context.new_page(), server)
    yield one
    assert one.faults == []
    context.close()


def test_zoomed_the_code_is_seen_whole_and_a_clicker_passes_over_nothing(zoomed):
    page = zoomed.open("/workshop?story=job&stage=1&step=record")
    zoomed.click(".st-key-open_room button")
    zoomed.settle()
    code = page.locator(".st-key-stage img").first
    code.scroll_into_view_if_needed()
    with Image.open(io.BytesIO(page.screenshot())) as seen:
        address = page.locator(".st-key-room_address a").inner_text()
        assert [found.text for found in zxingcpp.read_barcodes(seen)] == [address]
    bar = page.locator(".st-key-stage_bar")
    expect(bar.locator(".st-key-bar_code p")).to_be_in_viewport(ratio=1)
    told = page.get_by_test_id("stMain").get_by_text("5 年")
    for _ in range(6):  # what lies below is shown first; nobody has answered: the question is closed when asked twice
        if told.count():
            break
        page.keyboard.press("PageDown")
        zoomed.settle()
    expect(told.first).to_be_attached()
    zoomed.comes("() => document.querySelector('.st-key-stage').scrollTop", 0)
    below = [page.evaluate(REST)]
    for _ in range(12):
        page.keyboard.press("PageDown")
        zoomed.settle()
        if "/workshop" not in page.url:
            break
        below.append(page.evaluate(REST))
    zoomed.address("/credit")
    assert below[0] > 8 >= below[-1]  # it did not fit, and all of it was shown
