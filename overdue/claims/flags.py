"""The red-flag reader: warning signs in an advert or a chat, marked where they stand.

Reads Simplified and Traditional, full and half width, and characters kept apart by blanks or ornaments.
Words are looked up, never run; the time grows with the length of the text. No mark does not mean safe.
Source of the signs: the notice of five authorities of 2026-02-06 (SCAM-1, SCAM-2) and what article 003 shows.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Annotated

from pydantic import Field, field_validator

from overdue.claims.files import HERE, check, read
from overdue.claims.folded import Folded, Place
from overdue.law import LAW
from overdue.model import BadFile, Citation, Frozen, OverdueError, Text
from overdue.words.script import fold

LONGEST = 300_000

Term = Annotated[str, Field(min_length=1)]


class Origin(StrEnum):
    """Where a sign comes from: the notice, another rule on the shelf, the articles, or plain caution."""

    NOTICE = "notice"
    SHELF = "shelf"
    SEEN = "seen"
    CAUTION = "caution"


class Pattern(Frozen):
    """One word of each group within so many characters, and none of ``unless`` in the sentence."""

    groups: Annotated[tuple[tuple[Term, ...], ...], Field(min_length=1, alias="all")]
    within: Annotated[int, Field(ge=1, le=80)]
    unless: tuple[Term, ...] = ()

    @field_validator("groups", "unless")
    @classmethod
    def _spelt(cls, terms: tuple[str | tuple[str, ...], ...]) -> tuple[str | tuple[str, ...], ...]:
        return tuple(fold(term) if isinstance(term, str) else tuple(map(fold, term)) for term in terms)


class Sign(Frozen):
    """A warning sign: what it is, why it matters, what to do, and how it is recognised."""

    id: str
    origin: Origin
    title: Text
    why: Text
    do_now: Text
    rules: tuple[str, ...] = ()
    context: bool = False
    patterns: Annotated[tuple[Pattern, ...], Field(min_length=1)]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The rules behind the sign; empty where it is a caution only."""
        return LAW.cites(self.rules)


class Guards(Frozen):
    """Words that turn a passage into a warning, before or after it, within ``reach`` characters."""

    reach: Annotated[int, Field(ge=1, le=80)]
    before: tuple[Term, ...]
    after: tuple[Term, ...]


class Signs(Frozen):
    """The whole file: signs in the order shown, an example, guards, words of debt, look-alike characters."""

    context: tuple[Term, ...]
    example: Text
    guards: Guards
    alike: dict[str, str]
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign found from ``start`` up to, not including, ``end`` of the text as pasted."""

    start: int
    end: int
    sign: Sign

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The rules behind the sign."""
        return self.sign.citations


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text with the signs that lie over it, in their order; none for plain text."""

    text: str
    signs: tuple[Sign, ...]


class Reader:
    """Reads texts for the signs of one file."""

    def __init__(self, signs: Signs) -> None:
        self.signs = signs.signs
        self.example = signs.example
        self._context = tuple(map(fold, signs.context))
        self._guards = signs.guards
        self._before = tuple(map(fold, signs.guards.before))
        self._after = tuple(map(fold, signs.guards.after))
        self._alike = signs.alike

    @cached_property
    def by_id(self) -> dict[str, Sign]:
        """The signs by id."""
        return {sign.id: sign for sign in self.signs}

    def read(self, text: str) -> tuple[Mark, ...]:
        """The signs found, by place; marks of one sign never overlap.

        Raises ``OverdueError`` (``claims.text_too_long``) beyond 300,000 characters.

        >>> READER.read(READER.example.zh)[0].sign.id, READER.read("How is the weather?")
        ('free_bait', ())
        """
        if len(text) > LONGEST:
            raise OverdueError("claims.text_too_long", length=len(text), longest=LONGEST)
        folded = Folded(text, self._alike)
        about_debt = folded.holds(self._context, 0, len(folded.text))
        marks = [
            Mark(*folded.pasted(start, end), sign)
            for sign in self.signs
            if about_debt or not sign.context
            for start, end in _joined(self._passages(folded, sign))
        ]
        return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end)))

    def _passages(self, folded: Folded, sign: Sign) -> Iterator[Place]:
        for pattern in sign.patterns:
            for start, end in _together(folded, pattern):
                first, last = folded.sentence(start)
                if not folded.holds(pattern.unless, first, last) and not self._warned(folded, start, end, first, last):
                    yield start, end

    def _warned(self, folded: Folded, start: int, end: int, first: int, last: int) -> bool:
        reach = self._guards.reach
        before = folded.holds(self._before, max(first, start - reach), start)
        return before or folded.holds(self._after, end, min(last, end + reach))


def _together(folded: Folded, pattern: Pattern) -> Iterator[Place]:
    """Stretches that hold one word of each group, within the distance and in one sentence."""
    groups = [folded.spans(group) for group in pattern.groups]
    if not all(groups):
        return
    for start, end in groups[0]:
        first, last = folded.sentence(start)
        low, high = start, end
        for spans in groups[1:]:
            near = _nearest(spans, start, end)
            low, high = min(low, near[0]), max(high, near[1])
        if high - low <= pattern.within and first <= low and high <= last:
            yield low, high


def _nearest(spans: list[Place], start: int, end: int) -> Place:
    """The span closest to a stretch, on either side of it."""
    i = bisect_left(spans, (start, 0))
    return min(spans[max(0, i - 1) : i + 1], key=lambda span: max(span[0] - end, start - span[1], 0))


def _joined(spans: Iterator[Place]) -> Iterator[Place]:
    """Overlapping stretches as one."""
    held: Place | None = None
    for start, end in sorted(spans):
        if held is not None and start < held[1]:
            held = (held[0], max(held[1], end))
        else:
            if held is not None:
                yield held
            held = (start, end)
    if held is not None:
        yield held


def pieces(text: str, marks: tuple[Mark, ...]) -> tuple[Piece, ...]:
    """The text cut at every mark, nothing lost: the pieces joined are the text again.

    >>> text = READER.example.zh
    >>> "".join(piece.text for piece in pieces(text, READER.read(text))) == text
    True
    """
    opening: dict[int, list[Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.start, []).append(mark)
    cuts = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    over: list[Mark] = []
    cut: list[Piece] = []
    for start, end in pairwise(cuts):
        over = [mark for mark in over if mark.end > start] + opening.get(start, [])
        cut.append(Piece(text[start:end], tuple(dict.fromkeys(mark.sign for mark in over))))
    return tuple(cut)


def load(path: Path = HERE / "signs.toml") -> Reader:
    """Read the signs; ``BadFile`` for an unknown rule or an id given twice."""
    file = check(path, "-", Signs, read(path))
    for sign in file.signs:
        for missing in sorted(set(sign.rules) - LAW.rules.keys()):
            raise BadFile(path.name, f"{sign.id}.rules", f"there is no {missing!r}")
        if not sign.rules and sign.origin is not Origin.CAUTION:
            raise BadFile(path.name, f"{sign.id}.rules", "only a caution may stand without a rule")
    ids = [sign.id for sign in file.signs]
    for twice in sorted({i for i in ids if ids.count(i) > 1}):
        raise BadFile(path.name, twice, "this sign is given twice")
    return Reader(file)


READER = load()
