"""What is felt, in Chromium: the first picture, and a figure committed until answer and picture have followed."""

from __future__ import annotations

import statistics
import time
from dataclasses import astuple, dataclass
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import house
from tests.drill.people import case_of
from tests.speed.load import App

# All that answers: the sum and what the mover says, with the full chart open that too; of the floor its chart.
# Each must have changed.
SUM = "document.querySelector('.st-key-figure_answer')?.textContent"
SAYS = """[...document.querySelectorAll('.st-key-move_pay_on *')].find(one => one.shadowRoot)
  ?.shadowRoot.querySelector('.says')?.textContent"""
CHART = "[...document.querySelectorAll('.js-plotly-plot .main-svg')].map(one => one.textContent).join()"
THEIRS, OURS, OPENED = f"() => [{CHART}]", f"() => [{SUM}, {SAYS}]", f"() => [{SUM}, {SAYS}, {CHART}]"
FOLLOWED = "before => {{ const now = ({seen})(); return now.every((one, n) => one && one !== before[n]); }}"
PAUSE = 400  # ms between two changes: nothing of the last one is going on any more
WIRE = "() => performance.getEntriesByType('resource').reduce((sum, one) => sum + one.transferSize, 0)"


@dataclass(frozen=True)
class Felt:
    """Milliseconds to the first picture, milliseconds of a change, bytes of the first visit."""

    first: float
    change: float
    size: int


def felt(browser: Browser, address: str, seen: str, changes: int = 15) -> Felt:
    """One visit to a page with nothing in the browser's memory."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    begin = time.perf_counter()
    page.goto(address)
    page.wait_for_function(FOLLOWED.format(seen=seen), arg=[None] * 3, polling="raf", timeout=60_000)
    first = (time.perf_counter() - begin) * 1000
    size = page.evaluate(WIRE)
    page.wait_for_timeout(PAUSE)
    times = [_change(page, seen, 1_000 + 37.0 * (turn + 1)) for turn in range(changes)]
    context.close()
    return Felt(first, statistics.median(times), size)


def _change(page: Page, seen: str, amount: float) -> float:
    box = page.locator(".st-key-principal input").first
    before = page.evaluate(seen)
    box.fill(str(amount))
    begin = time.perf_counter()
    box.press("Enter")
    page.wait_for_function(FOLLOWED.format(seen=seen), arg=before, polling="raf", timeout=30_000)
    taken = (time.perf_counter() - begin) * 1000
    page.wait_for_timeout(PAUSE)
    return taken


def screens(floor: App, ours: App) -> list[str]:
    """The table of what is felt; both in turns, twice."""
    address = f"{ours.base}/penalty?{urlencode(case_of(0))}"
    with sync_playwright() as playwright:
        browser = house.chromium(playwright)
        visits = [
            (
                felt(browser, floor.base, THEIRS),
                felt(browser, address, OURS),
                felt(browser, f"{address}&open=chart", OPENED),
            )
            for _ in range(2)
        ]
        browser.close()
    least, most, opened = (
        Felt(*map(min, zip(*map(astuple, found), strict=True))) for found in zip(*visits, strict=True)
    )
    rows = {
        "first picture, ms": (least.first, most.first),
        "first visit, kB": (least.size / 1000, most.size / 1000),
        "a figure typed, ms": (least.change, most.change),
        "the same with the full chart open, ms": (least.change, opened.change),
    }
    lines = ["| in Chromium | floor | ours | ratio |", "|---|---|---|---|"]
    for name, (theirs, own) in rows.items():
        lines.append(f"| {name} | {theirs:,.0f} | {own:,.0f} | {own / theirs:.2f} |")
        print(lines[-1], flush=True)
    return lines
