"""The app on a port of its own, a reader with a real browser, and what no reader may ever see."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Locator,
    Page,
    Playwright,
    Request,
    expect,
)

from tests import served
from tests.cases import LINK

ROOT = served.ROOT
PAGES = tuple(sorted(path.stem for path in (ROOT / "pages").glob("*.py")))
Theme = Literal["light", "dark"]
DESK, PHONE, HIGH = 1280, 390, 900
CASE = urlencode(LINK)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# What a tab keeps of its socket: when it asked for a run (field 11 of a message), until the run begins (field 4, after
# those that are numbered lower), and how much it has heard. A block that is gone is never answered: ten seconds.
WIRE = """globalThis.wire = {asked: -Infinity, heard: 0, opened: 0};
  globalThis.WebSocket = class extends WebSocket {
    constructor(...all) {
      super(...all);
      this.addEventListener('open', () => wire.opened++);
      this.addEventListener('message', ({data}) => {
        const told = new Uint8Array(data);
        let at = 0;
        while (told[at] && told[at] >> 3 < 4) at += 2 + told[at + 1];
        if (told[at] >> 3 === 4) wire.asked = -Infinity;
        wire.heard++; });
    }
    send(said) { if (said[0] >> 3 === 11) wire.asked = performance.now(); super.send(said); } }"""
# Drawn, every question answered, nothing under way to its place; and so for two looks, one after the other.
SETTLED = """() => {
  const a = document.querySelector('[data-testid="stApp"]'), m = document.querySelector('[data-testid="stMain"]');
  const moving = one => one.playState === 'running' && one.effect.getComputedTiming().endTime < Infinity;
  const at = [wire.heard, m?.scrollHeight, m?.scrollWidth, m?.scrollTop].join(), still = at === wire.at;
  wire.at = at;
  return still && a?.dataset.testConnectionState === 'CONNECTED' && a.dataset.testScriptState === 'notRunning'
    && wire.asked < performance.now() - 10_000
    && document.querySelector('.st-key-foot, .st-key-stage_bar, .st-key-handout_tools')
    && !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]')
    && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every(c => c.querySelector('.main-svg'))
  }"""

LONG = 60_000  # ms; how long is waited before something counts as missing
expect.set_options(timeout=LONG)


def path_of(page: str, query: str = "") -> str:
    """The address of a page of ours; home is the door itself."""
    return ("/" if page == "home" else f"/{page}") + (f"?{query}" if query else "")


@contextmanager
def serving(port: int | None = None) -> Iterator[str]:
    """The app in a new process on a free port or the one given, up when this yields; its log has no traceback."""
    port = port or served.free_port()
    with tempfile.TemporaryFile("w+") as log:
        server = served.start(port, log=log)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            served.end(server)
        log.seek(0)
        said = log.read()
    assert "Traceback" not in said, said[-4000:]


def chromium(playwright: Playwright) -> Browser:
    """The machine's Chromium, else the one Playwright keeps; raises Playwright's error when there is none."""
    named = os.environ.get("CHROMIUM")
    path = named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    return playwright.chromium.launch(executable_path=path, args=FLAGS)


@dataclass
class Reader:
    """One person at one browser, with everything that went wrong before their eyes or behind them."""

    page: Page
    base: str
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._hears = {"console": self._heard, "pageerror": self._broke, "request": self._asked}
        for event, hear in self._hears.items():
            self.page.on(event, hear)  # type: ignore[call-overload]

    def leave(self) -> None:
        """Go from the tab, and leave it as it was found: the next reader starts from an empty page."""
        for event, hear in self._hears.items():
            self.page.remove_listener(event, hear)
        self.page.evaluate("() => { try { localStorage.clear(); sessionStorage.clear() } catch {} }")
        self.page.goto("about:blank")
        self.page.mouse.move(0, 0)

    def _heard(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.faults.append(f"console: {said.text} {said.location['url']}")

    def _broke(self, error: Error) -> None:
        self.faults.append(f"page error: {error}")

    def _asked(self, request: Request) -> None:
        if urlsplit(request.url).netloc not in (urlsplit(self.base).netloc, ""):  # data: and blob: have no host
            self.faults.append(f"foreign host: {request.url}")

    def open(self, path: str) -> Page:
        """Open an address of ours and wait until it is drawn."""
        self.page.goto(self.base + path)
        self.settle()
        return self.page

    def click(self, where: Locator | str) -> None:
        """Click what is seen and lies still, and wait until what follows is drawn.

        A click between two that move the page would be lost: the finger goes down on one thing and up on another.
        Where it leads to another page, expect its address before what stands there.
        """
        place = self.page.locator(where) if isinstance(where, str) else where
        expect(place).to_be_visible()
        self.settle()
        place.click()
        self.settle()

    def address(self, part: str) -> None:
        """The address comes to match a pattern, and the page it names is drawn."""
        expect(self.page).to_have_url(re.compile(part))
        self.settle()

    def reload(self) -> None:
        """Load the page anew and wait until it is drawn."""
        self.page.reload()
        self.settle()

    def write_day(self, key: str, day: str) -> None:
        """Type a day (2026-09-16) into its field, eight figures as on a keypad, and leave it by a click beside it."""
        self.settle()
        self.field(key).fill(day.replace("-", ""))
        self.click(self.page.get_by_role("heading", level=1))

    def fill(self, key: str, typed: str) -> None:
        """Type into the field of that key, commit it, and wait until what follows is drawn."""
        self.settle()
        box = self.page.locator(f".st-key-{key} :is(input, textarea)").first
        box.fill(typed)
        box.press("Enter" if box.evaluate("box => box.matches('input')") else "Control+Enter")
        self.settle()

    def settle(self) -> None:
        """Wait until all that was asked is answered and drawn, and nothing moves."""
        self.page.wait_for_function(SETTLED, polling=40)
        self.faults += [f"exception box: {text}" for text in self.page.get_by_test_id("stException").all_inner_texts()]

    def comes(self, asked: str, to: object) -> None:
        """What a function asks of the page comes to be so: how it is drawn may follow a little later."""
        with suppress(Error):
            self.page.wait_for_function(f"to => JSON.stringify(({asked})()) === to", arg=json.dumps(to))
        assert self.page.evaluate(asked) == to

    def shows(self, *texts: str) -> None:
        """Each text is on the page."""
        for text in texts:
            expect(self.page.get_by_test_id("stMain")).to_contain_text(text)

    def field(self, key: str) -> Locator:
        """The input of the widget of that key."""
        return self.page.locator(f".st-key-{key} input").first

    def choose(self, key: str, label: str) -> None:
        """Choose one option of a row of buttons."""
        self.click(self.page.locator(f".st-key-{key}").get_by_role("radio", name=label, exact=True))


def context(browser: Browser, width: int = DESK, theme: Theme = "light", locale: str = "zh-CN") -> BrowserContext:
    """A browser of one kind: a desk or a phone, light or dark, of one language."""
    phone = width < 640
    made = browser.new_context(
        viewport={"width": width, "height": HIGH},
        color_scheme=theme,
        locale=locale,
        timezone_id="Asia/Shanghai",
        is_mobile=phone,
        has_touch=phone,
        reduced_motion="reduce",
    )
    made.set_default_timeout(LONG)
    made.add_init_script(WIRE)
    return made
