"""A page opened at a hostile address, and what it may never do: fail, fetch, link, draw a formula."""

from __future__ import annotations

import random
import re
import time
from pathlib import Path

from streamlit.testing.v1 import AppTest

from overdue.casefile.keys import FIELDS
from overdue.ui.state import OPEN, OWN

ROOT = Path(__file__).parents[2]
PAGES = tuple(sorted(path.stem for path in (ROOT / "pages").glob("*.py")))
KEYS = (*FIELDS, OPEN, *(name for names in OWN.values() for name in names), "unknown", "![k](//e.co/k)")
SLOW = 5.0  # seconds of a core for one page
MARKED = (
    "![](//e.co/a)",
    "[x](https://e.co/b)",
    "www.e.co me@e.co http://e.co",
    "$\\frac{e.co}{1}$",
    "<img src=//e.co/c onerror=alert(1)>",
    ":material/home: :red[e.co] `e.co`",
    "| e.co | e.co |\n|---|---|\n| 1 | 2 |",
    "\u202ee.co\u0000\x07\u200b",
    "# e.co",
)
# A picture of ours is drawn in place (data:); a picture from elsewhere is what may not be.
LIVE = re.compile(
    r"\]\(//e|\]\(h|www\.e|@e|https?://e|\$\\frac|<img(?! src=\"data:image/svg)|:red\[e|[\u202e\u0000\x07\u200b]"
)


def opened(page: str, given: dict[str, str]) -> AppTest:
    """The page at that address, run once."""
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    for name, value in given.items():
        at.query_params[name] = value
    if page != "home":
        at.switch_page(f"pages/{page}.py")
    return at.run()


def texts(at: AppTest) -> list[str]:
    """Everything a page hands to the browser to draw as Markdown, and its addresses."""
    found: list[str] = []

    def walk(node: object) -> None:
        proto = getattr(node, "proto", None)
        for name in ("body", "label", "help", "placeholder", "caption"):
            text = getattr(proto, name, None)
            if isinstance(text, str):
                found.append(text)
        for child in getattr(node, "children", {}).values():
            walk(child)

    walk(at._tree)
    return found


def faults(page: str, given: dict[str, str]) -> list[str]:
    """What went wrong at an address; empty if nothing did."""
    at = opened(page, given)
    found = [f"exception: {box.message}" for box in at.exception]
    return found + [f"live: {text[:120]}" for text in texts(at) if LIVE.search(text)]


def marked(turn: int) -> dict[str, str]:
    """An address with a marked text in every key."""
    return {name: MARKED[(place + turn) % len(MARKED)] for place, name in enumerate(KEYS)}


def wild(seed: int) -> tuple[str, dict[str, str]]:
    """A page and an address drawn at random: extreme but well-formed values, broken ones, marked ones."""
    chance = random.Random(seed)
    page = chance.choice(PAGES)
    keys = chance.sample(KEYS, chance.randint(1, min(len(KEYS), 30)))
    return page, {name: _value(chance, name) for name in keys}


def timed(seed: int) -> tuple[int, float, list[str]]:
    """One address of a number: its seconds of a core, and what went wrong."""
    start = time.process_time()
    try:
        found = faults(*wild(seed))
    except RuntimeError as error:  # AppTest's own limit of time
        found = [f"too slow: {error}"]
    seconds = time.process_time() - start
    return seed, seconds, found + ([f"slow: {seconds:.1f} s"] if seconds > SLOW else [])


def _value(chance: random.Random, name: str) -> str:
    field = FIELDS.get(name)
    if field is None or chance.random() < 0.15:
        return chance.choice((*MARKED, "", "1", "9" * 4200, "2026-13-45", "NaN", "-0", "1e999", "١٢٣", "[" * 220))
    if field.choices:
        return chance.choice((*field.choices, "?"))
    if field.kind == "day":
        year = chance.choice((1999, 2000, 2019, 2025, 2026, 2027, 2100))
        return f"{year}-{chance.choice(('01-31', '02-29', '06-10', '12-31'))}"
    if field.kind in ("money", "percent", "count"):
        return chance.choice((str(field.low), str(field.high), "0", "0.01", "1", "7", "18", "24", "36.5", "1000", "?"))
    if field.kind == "paid":
        return chance.choice(("20260601:100", "20260601:99999999~20260602:0.01", "20260601:1~" * 60, "x"))
    if field.kind == "rows":
        return chance.choice(("20260110:1000:90:0", "platform:20260110:1000:90:18:50", "20260110:1:1:1~" * 60, "x"))
    if field.kind == "debts":
        return chance.choice(("bank:20260110:1000:90:18:50", "card:::::", ":::::m9:p20260101!5*x", "::::~" * 40, "x"))
    return chance.choice(("l:20260701:50:0", "p.20260701.12.0", "~~~", "a" * 600))
