"""How a repayment page speaks: the names, words and shapes of ``page.toml``, made into patterns once."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
NO_NAME = r"[\u65e5\u65f6\u671f]"  # behind a name: a day's or a count's


@cache
def speech() -> dict[str, Any]:
    """The lists of ``page.toml``, and under ``bill`` those of a bill's lines."""
    bill = tomllib.loads((FOLDER.parent / "bill_labels.toml").read_text(encoding="utf-8"))
    return tomllib.loads((FOLDER / "page.toml").read_text(encoding="utf-8")) | {"bill": bill}


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A shape by its name."""
    return re.compile(speech()["pattern"][name])


@cache
def names() -> dict[str, str]:
    """What each name of a figure stands for; the page's own list before the bill's."""
    lists = [*speech()["bill"].items(), *speech()["names"].items()]
    return {name: "skip" if kind == "days" else kind for kind, listed in lists for name in listed}


@cache
def any_name() -> re.Pattern[str]:
    """Any name of a figure: one with its figure, else one behind another word, else one alone."""
    before = {word for listed in speech()["before"].values() for word in listed}
    name, gap = _any(names()), speech()["pattern"]["gap"]
    told = rf"(?P<told>{name})(?={gap}[-\u2212+]?\d)"
    return re.compile(
        rf"{told}|(?P<before>(?:{_any(before)} ?){{1,3}})(?P<behind>{name})|(?P<bare>{name})(?!{NO_NAME})"
    )


@cache
def any_of(section: str, kind: str) -> re.Pattern[str]:
    """Any word of a list; a word in letters stands alone."""
    return re.compile(_any(speech()[section][kind]))


def _any(listed: Iterable[str]) -> str:
    each = [_alone(word) for word in sorted(listed, key=lambda word: (-len(word), word))]
    return f"(?:{'|'.join(each)})"


def _alone(word: str) -> str:
    escaped = re.escape(word)
    return rf"(?<![a-z]){escaped}(?![a-z])" if word.isascii() and word[0].isalpha() else escaped
