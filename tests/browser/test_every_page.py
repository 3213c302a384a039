"""Every page, light and dark, at a desk and on a phone: axe finds nothing, and what it cannot see is asked by hand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import house
from tests.browser.axe import violations

NARROWEST = 360
SIDEWAYS = (
    "() => { const m = document.querySelector('[data-testid=\"stMain\"]'); return m.scrollWidth - m.clientWidth; }"
)
NAMELESS = """() => [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
  .filter(chart => !chart.querySelector('[aria-label]') && !chart.closest('[aria-label]')).length"""


@pytest.fixture(
    scope="module", params=product((house.DESK, house.PHONE), ("light", "dark")), ids=lambda p: f"{p[0]}-{p[1]}"
)
def walker(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[house.Reader]:
    """One reader who goes through the pages one after the other."""
    width, theme = request.param
    one = house.reader(browser, server, width=width, theme=theme)
    yield one
    one.page.context.close()


@pytest.mark.parametrize("name", house.PAGES)
def test_a_page_can_be_used_by_everyone(walker, name):
    walker.faults.clear()
    page = walker.open(house.path_of(name, house.CASE))
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    assert list(violations(page)) == []
    assert page.evaluate(NAMELESS) == 0
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.evaluate(SIDEWAYS) <= 0
    assert walker.faults == []


@pytest.mark.parametrize("name", house.PAGES)
def test_nothing_scrolls_sideways_on_the_narrowest_phone(slim, name):
    assert slim.open(house.path_of(name, house.CASE)).evaluate(SIDEWAYS) <= 0


@pytest.fixture(scope="module")
def slim(browser: Browser, server: str) -> Iterator[house.Reader]:
    one = house.reader(browser, server, width=NARROWEST, locale="en-GB")  # English words are the longest
    yield one
    one.page.context.close()
