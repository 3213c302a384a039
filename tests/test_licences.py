"""What the app runs on, its own needs included, may be used and passed on by anybody."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
FREE = {
    "0bsd",
    "3-clause bsd license",
    "apache license 2.0",
    "apache software license",
    "apache-2.0",
    "bsd license",
    "bsd-2-clause",
    "bsd-3-clause",
    "cc0-1.0",
    "isc",
    "mit",
    "mit license",
    "mit-cmu",
    "mozilla public license 2.0 (mpl 2.0)",
    "mpl-2.0",
    "psf-2.0",
    "python software foundation license",
    "zlib",
}
MARK = re.compile(r"[-_.]+")


def needed() -> dict[str, str]:
    """Every package that installing requirements.txt brings, with the licence it declares."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    todo = [Requirement(line).name for line in lines if line and not line.startswith("#")]
    found: dict[str, str] = {}
    while todo:
        name = MARK.sub("-", todo.pop()).lower()
        if name in found:
            continue
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue  # of another platform
        told: Any = package.metadata  # a message of headers, whatever its stub says
        kinds = [kind for kind in told.get_all("Classifier", []) if kind.startswith("License :: ")]
        named = told.get("License-Expression") or " and ".join(kind.split(" :: ")[-1] for kind in kinds)
        found[name] = named or (told.get("License") or "").partition("\n")[0]
        for line in package.requires or ():
            asked = Requirement(line)
            if asked.marker is None or asked.marker.evaluate({"extra": ""}):
                todo.append(asked.name)
    return found


NEEDED = needed()


@pytest.mark.parametrize("name", sorted(NEEDED))
def test_each_licence_is_on_the_list(name):
    parts = {part.strip(" ()").lower() for part in re.split(r"\b(?:AND|OR|and|or)\b|;", NEEDED[name])}
    whole = NEEDED[name].lower()
    assert whole in FREE or (parts and parts <= FREE), f"{name}: {NEEDED[name]!r}"


def test_the_list_is_of_something():
    assert {"streamlit", "numpy", "starlette"} <= NEEDED.keys()
