"""Pages run without a browser: one way to open them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from tests.told import told

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _told_whole() -> Iterator[None]:
    """A reader never sees what failed; a test says it."""
    shown = config.get_option("client.showErrorDetails")
    config.set_option("client.showErrorDetails", "full")
    yield
    config.set_option("client.showErrorDetails", shown)


@pytest.fixture
def visit() -> Callable[..., AppTest]:
    """Open a page with an address: ``visit("penalty", principal="1000")``; no page may show an exception."""

    def go(page: str = "home", **params: object) -> AppTest:
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=180)
        for name, value in params.items():
            at.query_params[name] = value
        if page != "home":
            at.switch_page(f"pages/{page}.py")
        at.run()
        assert not at.exception, "\n".join(line for one in at.exception for line in (one.message, *one.stack_trace))
        return at

    return go


def led(at: AppTest) -> list[str]:
    """The keys that the links of a page bring, each written as in an address, without the name of the page led to."""
    queries = [str(link.proto.query_string) for link in at.get("page_link")]
    return ["&".join(key for key in query.split("&") if not key.startswith("at=")) for query in queries]


def said(at: AppTest) -> str:
    """All the text a page shows."""
    return "\n".join(
        str(e.value)
        for kind in (at.title, at.header, at.subheader, at.markdown, at.caption, at.info, at.warning)
        for e in kind
    )


def tapped(at: AppTest, key: str, label: str) -> None:
    """Choose one of a row of pills."""
    group: Any = next(group for group in at.get("button_group") if group.key == key)
    group.set_value(label)


def moved(at: AppTest, value: str) -> str:
    """What the page's mover, the first where there are several, says at one of its stops."""
    mover = next(one for one in at.get("bidi_component") if one.proto.component_name == "mover")
    return told(mover.proto.bytes)[value]


def rows(table: Any) -> Any:
    """A table as it is read: without the marks that keep a day on one line and a figure at the right."""
    frame = table.value.map(lambda cell: cell.replace("*", "") if isinstance(cell, str) else cell)
    return frame.rename(columns=lambda name: name.replace("*", ""))
