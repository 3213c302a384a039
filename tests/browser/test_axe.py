"""No page breaks a rule of axe (WCAG 2.2 AA), and what axe cannot see is asked by hand."""

from __future__ import annotations

import pytest

from tests.browser import house
from tests.browser.axe import violations


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", house.PAGES)
@pytest.mark.parametrize("width", [house.DESK, house.PHONE])
def test_no_page_breaks_an_accessibility_rule(visitor, server, name, theme, width):
    reader = visitor(server, width=width, theme=theme)
    page = reader.open(house.path_of(name, house.CASE))
    assert list(violations(page)) == []


@pytest.mark.parametrize("name", house.PAGES)
def test_every_chart_is_named_and_the_page_has_one_heading(reader, name):
    page = reader.open(house.path_of(name, house.CASE))
    nameless = "c => c.querySelectorAll('[aria-label]').length === 0 && !c.closest('[aria-label]')"
    charts = page.get_by_test_id("stPlotlyChart").all()
    assert [number for number, chart in enumerate(charts) if chart.evaluate(nameless)] == []
    assert page.get_by_role("heading", level=1).count() == 1
