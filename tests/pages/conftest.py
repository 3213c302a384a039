"""Pages run without a browser: one way to open them."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.told import told

ROOT = Path(__file__).parents[2]


@pytest.fixture
def visit():
    """Open a page with an address: ``visit("penalty", principal="1000")``; no page may show an exception."""

    def go(page="home", **params):
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        for name, value in params.items():
            at.query_params[name] = value
        if page != "home":
            at.switch_page(f"pages/{page}.py")
        at.run()
        assert not at.exception
        return at

    return go


def said(at):
    """All the text a page shows."""
    return "\n".join(
        str(e.value)
        for kind in (at.title, at.header, at.subheader, at.markdown, at.caption, at.info, at.warning)
        for e in kind
    )


def moved(at, value):
    """What the page's mover says at one of its stops."""
    (mover,) = at.get("bidi_component")
    return told(mover.proto.bytes)[value]
