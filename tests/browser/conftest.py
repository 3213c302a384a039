"""One server and one browser for the scenarios of a worker; each gets readers of its own, who may see no fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

from tests.browser import house

Kind = tuple[tuple[str, object], ...]
Visitor = Callable[..., house.Reader]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        try:
            launched = house.chromium(playwright)
        except Error as error:
            pytest.skip(f"no Chromium could be started: {error.message.splitlines()[0]}")
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
def tabs() -> dict[Kind, list[Page]]:
    """Tabs nobody sits at, by their kind. Kept warm: what was fetched and compiled once is not again."""
    return {}


@pytest.fixture
def visitor(browser: Browser, tabs: dict[Kind, list[Page]]) -> Iterator[Visitor]:
    """Makes readers: ``visitor(base, width=..., theme=..., locale=...)``. At the end none may have seen a fault.

    A reader sits at a tab alone; each address opened is a session of its own, as it is for anybody.
    """
    readers: list[tuple[Kind, house.Reader]] = []

    def make(base: str, **how: Any) -> house.Reader:
        kind = tuple(sorted(how.items()))
        idle = tabs.setdefault(kind, [])
        page = idle.pop() if idle else house.context(browser, **how).new_page()
        page.set_viewport_size({"width": int(how.get("width", house.DESK)), "height": house.HIGH})
        readers.append((kind, house.Reader(page, base)))
        return readers[-1][1]

    yield make
    for kind, one in readers:
        one.leave()
        tabs[kind].append(one.page)
    assert [fault for _, one in readers for fault in one.faults] == []


@pytest.fixture(params=[house.DESK, house.PHONE], ids=["desk", "phone"])
def reader(request: pytest.FixtureRequest, visitor: Visitor, server: str) -> house.Reader:
    """A reader at a desk, and the same scenario again on a phone."""
    return visitor(server, width=request.param)
