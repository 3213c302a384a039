"""Every page, light at a desk and dark on a phone: axe finds nothing, and what it cannot see is asked by hand.

``make axe`` goes through all four.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import house
from tests.browser.axe import violations

NARROWEST = 360
SIDEWAYS = """() => [document.querySelector('[data-testid="stMain"]')]
  .map(main => main.scrollWidth - main.clientWidth)[0]"""
NAMELESS = """() => [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
  .filter(chart => !chart.querySelector('[aria-label]') && !chart.closest('[aria-label]')).length"""
# Controls that begin or end outside the window.
CUT_OFF = """() => [...document.querySelectorAll('[data-testid="stMain"] :is(button, input, textarea, a, th)')]
  .filter(each => each.tabIndex >= 0 || each.matches('th'))
  .filter(each => each.checkVisibility() && !each.closest('[data-testid="stDataFrame"]'))
  .map(each => [each.outerHTML.slice(0, 120), each.getBoundingClientRect()])
  .filter(([, at]) => at.width && (at.left < 0 || at.right > innerWidth + 1)).map(([name]) => name)"""


@pytest.mark.parametrize(("width", "theme"), [(house.DESK, "light"), (house.PHONE, "dark")])
@pytest.mark.parametrize("name", house.PAGES)
def test_a_page_can_be_used_by_everyone(visitor, server, name, width, theme):
    page = visitor(server, width=width, theme=theme).open(house.path_of(name, house.CASE))
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    assert list(violations(page)) == []
    assert page.evaluate(NAMELESS) == 0
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize("how", [{"width": NARROWEST}, {"width": house.DESK, "zoom": 2}], ids=["narrow", "zoomed"])
@pytest.mark.parametrize("name", house.PAGES)
def test_nothing_scrolls_sideways_on_the_narrowest_phone_or_at_twice_the_size(visitor, server, name, how):
    page = visitor(server, locale="en-GB", **how).open(house.path_of(name, house.CASE))  # English words are longest
    assert page.evaluate(SIDEWAYS) <= 0
    assert page.evaluate(CUT_OFF) == []
