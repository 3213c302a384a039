"""Every page, light at a desk and dark on a phone: axe finds nothing, and what it cannot see is asked by hand.

Then the window is made half as wide (twice the size at a desk) or as narrow as phones come: nothing is cut off.

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


@pytest.mark.parametrize(
    ("width", "theme", "locale", "tightest"),
    [
        (house.DESK, "light", "zh-CN", house.DESK // 2),
        (house.PHONE, "dark", "en-GB", NARROWEST),
    ],  # half: twice the size
    ids=["desk", "phone"],
)
@pytest.mark.parametrize("name", house.PAGES)
def test_a_page_can_be_used_by_everyone(visitor, server, name, width, theme, locale, tightest):
    reader = visitor(server, width=width, theme=theme, locale=locale)
    page = reader.open(house.path_of(name, house.CASE))
    expect(page.locator("html")).to_have_attribute("lang", locale.removesuffix("-GB"))
    assert list(violations(page)) == []
    assert page.evaluate(NAMELESS) == 0
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.evaluate(SIDEWAYS) <= 0
    page.set_viewport_size({"width": tightest, "height": 450})
    reader.settle()
    assert page.evaluate(SIDEWAYS) <= 0
    assert page.evaluate(CUT_OFF) == []
