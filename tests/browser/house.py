"""The app on a port of its own, a reader with a real browser, and what no reader may ever see."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, expect

ROOT = Path(__file__).parents[2]
PAGES = tuple(sorted(path.stem for path in (ROOT / "pages").glob("*.py")))
DESK, PHONE = 1280, 390
CASE = (
    "lender=platform&contract_on=2025-09-10&due_on=2026-01-10&principal=1000&interest=90&missed=3&remaining=0"
    "&rate=18&uplift=50&day_basis=360&as_of=2026-06-30"
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SETTLED = """() => { const a = document.querySelector('[data-testid="stApp"]');
  return a && a.dataset.testConnectionState === 'CONNECTED' && a.dataset.testScriptState === 'notRunning'
    && document.querySelector('.st-key-foot')
    && !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]')
    && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every(c => c.querySelector('.main-svg')); }"""

BASE_PATH_GUESSES = ("/_stcore/health", "/_stcore/host-config")

expect.set_options(timeout=30_000)


def path_of(page: str, query: str = "") -> str:
    """The address of a page of ours; home is the door itself."""
    return ("/" if page == "home" else f"/{page}") + (f"?{query}" if query else "")


@contextmanager
def serving(port: int | None = None) -> Iterator[str]:
    """The app in a new process on a free port or the one given, up when this yields; its log has no traceback."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = port or probe.getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true"]
    command += [f"--server.port={port}", "--server.address=127.0.0.1"]
    with tempfile.TemporaryFile("w+") as log:
        server = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT)
        try:
            _wait_until_healthy(base, server)
            yield base
        finally:
            server.terminate()
            server.wait(20)
            log.seek(0)
            said = log.read()
    assert "Traceback" not in said, said[-4000:]


def _wait_until_healthy(base: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        assert server.poll() is None, "the server ended before it was up"
        try:
            with urllib.request.urlopen(f"{base}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the server was not up within a minute")


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
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.faults.append(f"page error: {error}"))
        self.page.on("request", lambda asked: self._ours(asked.url) or self.faults.append(f"foreign host: {asked.url}"))

    def _heard(self, said: ConsoleMessage) -> None:
        # Opened below the root, Streamlit first looks for its server under the page's own path: one miss.
        where = said.location["url"]
        if said.type == "error" and not (where.startswith(self.base) and where.endswith(BASE_PATH_GUESSES)):
            self.faults.append(f"console: {said.text} {where}")

    def _ours(self, url: str) -> bool:
        return urlsplit(url).netloc in (urlsplit(self.base).netloc, "")  # data: and blob: have no host

    def open(self, path: str) -> Page:
        """Open an address of ours and wait until it is drawn."""
        self.page.goto(self.base + path)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until nothing is being drawn. After a click, first expect what the click changes."""
        self.page.wait_for_function(SETTLED, timeout=60_000)
        self.faults += [f"exception box: {text}" for text in self.page.get_by_test_id("stException").all_inner_texts()]

    def shows(self, *texts: str) -> None:
        """Each text is on the page."""
        for text in texts:
            expect(self.page.get_by_test_id("stMain")).to_contain_text(text)

    def field(self, key: str):
        """The input of the widget of that key."""
        return self.page.locator(f".st-key-{key} input").first

    def choose(self, key: str, label: str) -> None:
        """Choose one option of a row of buttons."""
        self.page.locator(f".st-key-{key}").get_by_role("radio", name=label, exact=True).click()


def context(browser: Browser, width: int = DESK, theme: str = "light", locale: str = "zh-CN") -> BrowserContext:
    """A browser of one kind: a desk or a phone, light or dark, of one language."""
    phone = width < 640
    return browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=theme,
        locale=locale,
        timezone_id="Asia/Shanghai",
        is_mobile=phone,
        has_touch=phone,
        reduced_motion="reduce",
    )
