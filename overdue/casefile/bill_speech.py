"""How bills name their lines and write their amounts: the lists of two tables, made into patterns once."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from overdue.casefile.fields import shown
from overdue.words.script import fold, fold_character

SKIP, ASIDE, OPEN = "skip", "aside", "open"
DIGITS = frozenset("0123456789\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19")
PARTED = re.compile(r"(?<![\d.,])\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?![\d,])")
NARROW = re.compile(r"[\u00a0\u2009\u202f]")
SHAPE = re.compile(r"-?(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Read:
    """One line as it was found: the bill's field, how the file calls it, and the amount in yuan (or days)."""

    name: str
    label: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Unread:
    """What was found and not taken, as it stands there; ``name`` is the field that is not certain for it, if any."""

    name: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """The lines of a bill, and what was not taken."""

    lines: tuple[Read, ...] = ()
    unread: tuple[Unread, ...] = ()


def evened(text: str) -> str:
    """A text in plain spelling and of its own length: a digit that is only like one is none.

    Narrow and no-break spaces between groups of three become commas.

    >>> evened("1\\u202f234.50 3\\u2460")
    '1,234.50 3\\ufffd'
    """
    odd = {ord(c): "\ufffd" for c in set(text) if c not in DIGITS and (c.isdigit() or fold_character(c) in DIGITS)}
    return fold(PARTED.sub(lambda found: NARROW.sub(",", found.group()), text.translate(odd)))


def amount_of(token: str) -> Decimal | None:
    """The amount a token of digits writes, None unless it is a whole one: commas part groups of three alone.

    >>> amount_of("1,234.5"), amount_of("1,23")
    (Decimal('1234.5'), None)
    """
    return Decimal(token.replace(",", "")) if SHAPE.fullmatch(token) else None


def quoted(text: str) -> str:
    """A piece of the text on one line, as it can be repeated to the reader."""
    return shown(" ".join(text.split()))


@cache
def speech() -> dict[str, Any]:
    """The lists of ``bill_words.toml``."""
    return _file("bill_words.toml")


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A shape by its name."""
    return re.compile(speech()["pattern"][name])


@cache
def kinds() -> dict[str, str]:
    """Every known word: the field it names, or that it names none, or sets a figure aside, or claims it is open."""
    labels = {label: name for name, listed in _file("bill_labels.toml").items() for label in listed}
    return labels | {word: kind for kind in (ASIDE, OPEN) for word in speech()[kind]}


@cache
def any_word() -> re.Pattern[str]:
    """Any known word, the longest that fits a place."""
    return any_of(kinds())


def any_of(listed: Iterable[str]) -> re.Pattern[str]:
    """Any of the words; one in letters stands alone."""
    return re.compile("|".join(map(_alone, sorted(listed, key=lambda word: (-len(word), word)))))


def _alone(word: str) -> str:
    escaped = re.escape(word)
    return rf"(?<![a-z]){escaped}(?![a-z])" if word.isascii() and word[0].isalpha() else escaped


def _file(name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
