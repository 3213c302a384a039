"""The published examples as they stand in their files, and how the figures of each are worked out from what goes in."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CASES = {c["id"]: c for p in sorted(HERE.glob("*.toml")) for c in tomllib.loads(p.read_text("utf-8"))["case"]}

Figures = dict[str, Any]
REPRODUCED: dict[str, Callable[[dict[str, Any]], Figures]] = {}


def reproduces(*ids: str) -> Callable[[Callable[[dict[str, Any]], Figures]], Callable[[dict[str, Any]], Figures]]:
    """Register how the figures of some examples are worked out from what goes in."""

    def keep(work: Callable[[dict[str, Any]], Figures]) -> Callable[[dict[str, Any]], Figures]:
        REPRODUCED.update(dict.fromkeys(ids, work))
        return work

    return keep
