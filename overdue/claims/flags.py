"""The red-flag reader: acts of fraud in an advert or a chat, marked where they stand.

Who speaks is heard first; then acts are looked for, each put together of classes of words. Two acts, or one
that is a warning by itself, make a warning; anything else leaves the five questions open. Nothing makes a text
safe. Words are looked up, never run, and the time grows with the length of the text.
Sources: the notice of five authorities of 2026-02-06 (SCAM-1, SCAM-2), what article 003 shows, and caution.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from overdue.claims.files import HERE, check, read
from overdue.claims.folded import Folded, Terms
from overdue.claims.pattern import Pattern, classes_of, parse
from overdue.claims.voice import SOFTENED, Speaker, Voice, Voices
from overdue.claims.wording import WORDING, Wording
from overdue.law import LAW
from overdue.model import BadFile, Citation, Frozen, OverdueError, Text

LONGEST = 300_000
ENOUGH = 2
# How much a text must be worded like an offer for one strong act, two acts, one act to be a warning; an impostor
# words his like a notice, and each act beyond two makes up for wording.
POSED, ALONE, TOGETHER, SINGLE, FURTHER = -2.0, -1.2, -0.5, 0.7, 0.7


class Origin(StrEnum):
    """Where a sign comes from: the notice, another rule on the shelf, the articles, or plain caution."""

    NOTICE = "notice"
    SHELF = "shelf"
    SEEN = "seen"
    CAUTION = "caution"


class Question(StrEnum):
    """The questions that stand for every text."""

    PAYS = "pays"
    PROMISED = "promised"
    HAND_OVER = "hand_over"
    WHO = "who"
    WHERE = "where"


class Sign(Frozen):
    """An act: what it is, why it matters, what to do, which question it answers, and how it is recognised."""

    id: str
    asks: Question
    origin: Origin
    title: Text
    why: Text
    do_now: Text
    rules: tuple[str, ...] = ()
    posed: bool = False
    lines: Annotated[tuple[str, ...], Field(min_length=1)]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The rules behind the sign; empty where it is a caution only."""
        return LAW.cites(self.rules)


class Signs(Frozen):
    """The file of signs: in the order shown, an example, and the lines by which a speaker is known."""

    example: Text
    voices: Voices
    signs: tuple[Sign, ...]


class Lexicon(Frozen):
    """The file of words: classes, negators, look-alike characters, misspellings."""

    negators: str
    alike: dict[str, str]
    spelt: dict[str, str]
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign from ``start`` up to, not including, ``end`` of the text as pasted; ``told`` = somebody tells of it."""

    start: int
    end: int
    sign: Sign
    alone: bool
    told: bool

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The rules behind the sign."""
        return self.sign.citations


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found: who speaks, every mark by place, and how it is worded (above zero: like an offer)."""

    speaker: Speaker
    marks: tuple[Mark, ...]
    worded: float = 0.0

    @property
    def done(self) -> tuple[Mark, ...]:
        """The marks of acts done by who speaks, not told of."""
        return tuple(mark for mark in self.marks if not mark.told)

    @property
    def warns(self) -> bool:
        """Whether to warn: one act that suffices alone, two different ones, or one in an offer's own wording.

        Wording that is plainly no offer's speaks against each.

        >>> READER.read(READER.example.zh).warns, READER.read("How is the weather?").warns
        (True, False)
        """
        acts = {mark.sign.id for mark in self.done}
        alone = [mark.sign.posed for mark in self.done if mark.alone]
        together = TOGETHER - FURTHER * (len(acts) - ENOUGH)
        enough = ((any(alone), POSED), (alone, ALONE), (len(acts) >= ENOUGH, together), (acts, SINGLE))
        return any(found and self.worded > least for found, least in enough)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text with the signs that lie over it, in their order; none for plain text."""

    text: str
    signs: tuple[Sign, ...]


class Reader:
    """Reads texts for the signs of one file with the words of another."""

    def __init__(self, signs: Signs, lexicon: Lexicon, wording: Wording = WORDING) -> None:
        self._signs, self._lexicon, self._wording = signs, lexicon, wording
        self.signs = signs.signs
        self.example = signs.example
        self._alike, self._spelt = lexicon.alike, lexicon.spelt
        self._classes = classes_of({"negators": lexicon.negators, **lexicon.words})
        self._negators: Terms = self._classes["negators"]
        self._patterns = {sign.id: self._parsed(sign.lines) for sign in signs.signs}
        voices = {name: self._parsed(lines) for name, lines in signs.voices.model_dump().items()}
        self._voice = Voice(voices, self._negators)

    def _parsed(self, lines: tuple[str, ...]) -> tuple[Pattern, ...]:
        return tuple(parse(line, self._classes) for line in lines)

    @cached_property
    def by_id(self) -> dict[str, Sign]:
        """The signs by id."""
        return {sign.id: sign for sign in self.signs}

    def read(self, text: str) -> Reading:
        """Who speaks and the signs found, by place; marks of one sign never overlap.

        Raises ``OverdueError`` (``claims.text_too_long``) beyond 300,000 characters.
        """
        if len(text) > LONGEST:
            raise OverdueError("claims.text_too_long", length=len(text), longest=LONGEST)
        folded = self.folded(text)
        about = folded.holds(self._classes["money"], 0, len(folded.text))
        told = self._voice.told(folded)
        speaker = self._voice.speaker(folded, told)
        inside = set(told)
        marks = []
        for sign in self.signs:
            for start, end, alone in _joined(self._found(folded, sign)):
                only_told = self._told(speaker, sign, alone) or folded.sentence(start) in inside
                if alone or about:
                    marks.append(Mark(*folded.pasted(start, end), sign, alone, only_told))
        marks.sort(key=lambda mark: (mark.start, mark.end))
        return Reading(speaker, tuple(marks), self._wording.weigh(folded.text))

    def folded(self, text: str) -> Folded:
        """A text as it is looked up."""
        return Folded(text, self._alike, self._spelt)

    def worded(self, wording: Wording) -> Reader:
        """The same reader with other weights."""
        return Reader(self._signs, self._lexicon, wording)

    def _told(self, speaker: Speaker, sign: Sign, alone: bool) -> bool:
        return speaker in SOFTENED or (speaker is Speaker.OFFICE and not (alone and sign.posed))

    def _found(self, folded: Folded, sign: Sign) -> Iterator[tuple[int, int, bool]]:
        for pattern in self._patterns[sign.id]:
            for start, end in pattern.found(folded, self._negators):
                yield start, end, pattern.alone


def _joined(spans: Iterator[tuple[int, int, bool]]) -> Iterator[tuple[int, int, bool]]:
    """Overlapping stretches as one, which suffices alone if a part of it does."""
    held: tuple[int, int, bool] | None = None
    for start, end, alone in sorted(spans):
        if held is not None and start < held[1]:
            held = (held[0], max(held[1], end), held[2] or alone)
        else:
            if held is not None:
                yield held
            held = (start, end, alone)
    if held is not None:
        yield held


def pieces(text: str, marks: tuple[Mark, ...]) -> tuple[Piece, ...]:
    """The text cut at every mark, nothing lost: the pieces joined are the text again.

    >>> text = READER.example.zh
    >>> "".join(piece.text for piece in pieces(text, READER.read(text).marks)) == text
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


def load(path: Path = HERE / "signs.toml", words: dict[str, Any] | None = None) -> Reader:
    """Read signs and words; ``BadFile`` for an unknown rule or class, or an id given twice."""
    file = check(path, "-", Signs, read(path))
    lexicon = HERE / "lexicon.toml"
    for sign in file.signs:
        for missing in sorted(set(sign.rules) - LAW.rules.keys()):
            raise BadFile(path.name, f"{sign.id}.rules", f"there is no {missing!r}")
        if not sign.rules and sign.origin is not Origin.CAUTION:
            raise BadFile(path.name, f"{sign.id}.rules", "only a caution may stand without a rule")
    ids = [sign.id for sign in file.signs]
    for twice in sorted({i for i in ids if ids.count(i) > 1}):
        raise BadFile(path.name, twice, "this sign is given twice")
    try:
        return Reader(file, check(lexicon, "-", Lexicon, words or read(lexicon)))
    except ValueError as error:
        raise BadFile(path.name, "lines", str(error)) from error


READER = load()
