"""``make shots``: a picture of every page in each script, light and dark, at a desk and on a phone, in build/shots."""

from __future__ import annotations

import sys
from itertools import product

from playwright.sync_api import sync_playwright

from tests.browser import house

FOLDER = house.ROOT / "build" / "shots"
THEMES: tuple[house.Theme, ...] = ("light", "dark")
LANGS = ("zh", "zh-Hant", "en")
FULL = "() => document.querySelector('[data-testid=\"stMain\"]').scrollHeight + 80"


def main(names: list[str]) -> None:
    """Shoot the pages named, or all, as tall as they are (the page scrolls inside a container)."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, house.serving() as base:
        browser = house.chromium(playwright)
        for theme, width in product(THEMES, (house.DESK, house.PHONE)):
            reader = house.Reader(house.context(browser, width, theme).new_page(), base)
            for name, lang in product(names or house.PAGES, LANGS):
                reader.page.set_viewport_size({"width": width, "height": 900})
                page = reader.open(house.path_of(name, f"lang={lang}&{house.CASE}"))
                page.set_viewport_size({"width": width, "height": min(page.evaluate(FULL), 8000)})
                reader.settle()
                page.screenshot(path=FOLDER / f"{name}-{lang}-{theme}-{width}.png")
            print(f"{theme} {width}: {FOLDER}", *reader.faults, sep="\n    ")
            reader.page.context.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
