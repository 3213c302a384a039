"""One server and one browser for all scenarios; each scenario gets readers of its own, who may see no fault."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, sync_playwright

from tests.browser import house

UNTESTED = pytest.StashKey[str]()
Visitor = Callable[..., house.Reader]


@pytest.fixture(scope="session")
def browser(pytestconfig: pytest.Config) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        try:
            launched = house.chromium(playwright)
        except Error as error:
            why = f"no Chromium could be started: {error.message.splitlines()[0]}"
            if os.environ.get("CI"):
                pytest.exit(f"{why}; in CI no browser test may be skipped", returncode=1)
            pytestconfig.stash[UNTESTED] = why
            pytest.skip(why)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with house.serving() as base:
        yield base


@pytest.fixture
def fresh_server() -> Iterator[str]:
    """A server that nobody has visited yet."""
    with house.serving() as base:
        yield base


@pytest.fixture(scope="session")
def kinds() -> dict[tuple[tuple[str, object], ...], BrowserContext]:
    """Browsers by their kind, kept warm: what was fetched once is not fetched again. A tab is a session of its own."""
    return {}


@pytest.fixture
def visitor(browser: Browser, kinds: dict[tuple[tuple[str, object], ...], BrowserContext]) -> Iterator[Visitor]:
    """Makes readers: ``visitor(base, width=..., theme=..., locale=...)``. At the end none may have seen a fault."""
    readers: list[house.Reader] = []

    def make(base: str, **how: object) -> house.Reader:
        kind = tuple(sorted(how.items()))
        if kind not in kinds:
            kinds[kind] = house.context(browser, **how)
        readers.append(house.Reader(kinds[kind].new_page(), base))
        return readers[-1]

    yield make
    for one in readers:
        one.page.close()
    assert [fault for one in readers for fault in one.faults] == []


@pytest.fixture(params=[house.DESK, house.PHONE], ids=["desk", "phone"])
def reader(request: pytest.FixtureRequest, visitor: Visitor, server: str) -> house.Reader:
    """A reader at a desk, and the same scenario again on a phone."""
    return visitor(server, width=request.param)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if why := config.stash.get(UNTESTED, ""):
        terminalreporter.section("NOT TESTED: anything a person does in a browser", red=True, bold=True)
        terminalreporter.line(f"{why}. Install Chromium (tests/browser/install), then run again.")
