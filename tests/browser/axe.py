"""``make axe``: what axe finds on every page, light and dark, at a desk and on a phone; zero is the only pass."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

from tests.browser import house

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def violations(page: Page) -> Iterator[str]:
    """One line for each rule broken, with the places and the reason."""
    for broken in Axe().run(page, options=RULES).response["violations"]:
        for node in broken["nodes"]:
            why = " ".join(node["failureSummary"].split())
            yield f"{broken['id']} ({broken['impact']}): {' '.join(map(str, node['target']))}: {why}"


def main() -> int:
    """Print every violation; 1 if there is any."""
    found = 0
    with sync_playwright() as playwright, house.serving() as base:
        browser = house.chromium(playwright)
        for name in sys.argv[1:] or house.PAGES:
            for theme in ("light", "dark"):
                for width in (house.DESK, house.PHONE):
                    reader = house.Reader(house.context(browser, width, theme).new_page(), base)
                    reader.open(house.path_of(name, house.CASE))
                    lines = list(violations(reader.page))
                    print(f"{name} {theme} {width}: {len(lines)} violations", *lines, sep="\n    ")
                    found += len(lines)
                    reader.page.context.close()
        browser.close()
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
