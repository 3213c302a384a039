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
  .map(main => Math.max(0, main.scrollWidth - main.clientWidth))[0]"""
NAMELESS = """() => [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
  .filter(chart => !chart.querySelector('[aria-label]') && !chart.closest('[aria-label]')).length"""
# Controls that begin or end outside the window.
CUT_OFF = """() => [...document.querySelectorAll('[data-testid="stMain"] :is(button, input, textarea, a, th)')]
  .filter(each => each.tabIndex >= 0 || each.matches('th'))
  .filter(each => each.checkVisibility() && !each.closest('[data-testid="stDataFrame"]'))
  .map(each => [each.outerHTML.slice(0, 120), each.getBoundingClientRect()])
  .filter(([, at]) => at.width && (at.left < 0 || at.right > innerWidth + 1)).map(([name]) => name)"""


LARGE = "size => document.documentElement.style.fontSize = size"  # as a browser's own text size does
# What is tapped and lower or narrower than a thumb; a help mark has its room around it.
THUMB = """() => [...document.querySelectorAll('.st-key-page :is(a, button, summary), .st-key-foot :is(a, button)')]
  .filter(each => each.checkVisibility() && !each.closest('svg'))
  .map(each => [each, each.getBoundingClientRect(), getComputedStyle(each, '::after')])
  .filter(([each, at, mark]) => Math.max(at.height, parseFloat(mark.height) || 0) < 43.5
    || each.matches('button') && Math.max(at.width, parseFloat(mark.width) || 0) < 43.5)
  .map(([each]) => each.outerHTML.slice(0, 120))"""


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
    reader.comes(NAMELESS, 0)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    reader.comes(SIDEWAYS, 0)
    reader.comes(THUMB, [])
    page.set_viewport_size({"width": tightest, "height": 450})
    for size in ("", "24px", "27px"):  # 18, and what large and largest text of a phone make of it
        page.evaluate(LARGE, size)
        reader.settle()
        reader.comes(SIDEWAYS, 0)
        reader.comes(CUT_OFF, [])
