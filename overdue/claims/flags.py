"""The red-flag reader: acts of fraud in an advert or a chat, marked where they stand.

Who speaks is heard first; then acts are looked for, each put together of classes of words. Two acts, or one
that is a warning by itself, make a warning; anything else leaves the five questions open. Nothing makes a text
safe. Words are looked up, never run, and the time grows with the length of the text.
Sources: the notice of five authorities of 2026-02-06 (SCAM-1, SCAM-2), what article 003 shows, and caution.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from overdue.claims.files import HERE, check, read
from overdue.claims.folded import Folded, Phrases, Place
from overdue.claims.mark import Mark, whole
from overdue.claims.pattern import Pattern, classes_of, parse
from overdue.claims.sign import Origin, Sign, Signs
from overdue.claims.voice import SOFTENED, Speaker, Voice
from overdue.claims.wording import WORDING, Wording
from overdue.law import LAW
from overdue.model import BadFile, Frozen, OverdueError

LONGEST = 300_000
ENOUGH = 2
# How much a text must be worded like an offer for one strong act or two acts, and for one act, to be a warning.
# ``OFFERED``: so much like an offer that what seems told is done; ``HINTED``: that hints are looked for where no act
# was found, in a text of at least ``SAID`` letters.
TOGETHER, SINGLE, OFFERED, HINTED, SAID = 0.3, 0.9, 2.0, 1.4, 8


class Lexicon(Frozen):
    """The file of words: classes, negators, look-alike characters, misspellings."""

    negators: str
    alike: dict[str, str]
    spelt: dict[str, str]
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class TextReading:
    """What was found: who speaks, every mark by place, and how it is worded (above zero: like an offer).

    ``hinted``: no act was found, the marks are single words that hint at one.
    """

    speaker: Speaker
    marks: tuple[Mark, ...]
    worded: float = 0.0
    hinted: bool = False

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
        strong = len(acts) >= ENOUGH or any(mark.alone for mark in self.done)
        return bool(acts) and self.worded > (TOGETHER if strong else SINGLE)


class Reader:
    """Reads texts for the signs of one file with the words of another."""

    def __init__(self, signs: Signs, lexicon: Lexicon, wording: Wording = WORDING) -> None:
        self._signs, self._lexicon, self._wording = signs, lexicon, wording
        self.signs = signs.signs
        self.example = signs.example
        self._alike, self._spelt = lexicon.alike, lexicon.spelt
        self._classes = classes_of({"negators": lexicon.negators, **lexicon.words})
        self._negators: Phrases = self._classes["negators"]
        self._patterns = {sign.id: self._parsed(sign.lines) for sign in signs.signs}
        self._hints = {sign.id: self._parsed(sign.hints) for sign in signs.signs}
        voices = {name: self._parsed(lines) for name, lines in signs.voices.model_dump().items()}
        self._voice = Voice(voices, self._negators)

    def _parsed(self, lines: tuple[str, ...]) -> tuple[Pattern, ...]:
        return tuple(parse(line, self._classes) for line in lines)

    def read(self, text: str) -> TextReading:
        """Who speaks and the signs found, by place; marks of one sign never overlap.

        Raises ``OverdueError`` (``claims.text_too_long``) beyond 300,000 characters.
        """
        if len(text) > LONGEST:
            raise OverdueError("claims.text_too_long", length=len(text), longest=LONGEST)
        folded = self.folded(text)
        told = self._voice.told(folded)
        worded = self._wording.weigh(folded.text, self.classes(folded), _share(told, folded))
        speaker = self._voice.speaker(folded, told)
        marks = self._marks(text, folded, speaker, set(told))
        if worded > OFFERED and all(mark.told for mark in marks):
            marks = [replace(mark, told=False) for mark in marks]
        hinted = worded > HINTED and not marks and len(folded.text) >= SAID
        if hinted:
            marks = self._hinted(text, folded)
        marks.sort(key=lambda mark: (mark.start, mark.end))
        return TextReading(speaker, tuple(marks), worded, hinted)

    def classes(self, folded: Folded) -> tuple[str, ...]:
        """The classes of words that a text holds."""
        return tuple(name for name, terms in self._classes.items() if folded.mentions(terms))

    def told(self, folded: Folded) -> float:
        """The share of a text's sentences that tell of somebody else's act, 0 to 1."""
        return _share(self._voice.told(folded), folded)

    def _marks(self, text: str, folded: Folded, speaker: Speaker, inside: set[Place]) -> list[Mark]:
        about = folded.holds(self._classes["money"], 0, len(folded.text))
        marks = []
        for sign in self.signs:
            for start, end, alone in _joined(self._found(folded, self._patterns[sign.id])):
                told = self._told(speaker, sign, alone) or folded.sentence(start) in inside
                if alone or about:
                    marks.append(Mark(*folded.pasted(start, end), sign, alone, told))
        return whole(text, marks)

    def _hinted(self, text: str, folded: Folded) -> list[Mark]:
        found = ((sign, place) for sign in self.signs for place in _joined(self._found(folded, self._hints[sign.id])))
        return whole(text, [Mark(*folded.pasted(start, end), sign, False, False) for sign, (start, end, _) in found])

    def folded(self, text: str) -> Folded:
        """A text as it is looked up."""
        return Folded(text, self._alike, self._spelt)

    def worded(self, wording: Wording) -> Reader:
        """The same reader with other weights."""
        return Reader(self._signs, self._lexicon, wording)

    def _told(self, speaker: Speaker, sign: Sign, alone: bool) -> bool:
        return speaker in SOFTENED or (speaker is Speaker.OFFICE and not (alone and sign.posed))

    def _found(self, folded: Folded, patterns: tuple[Pattern, ...]) -> Iterator[tuple[int, int, bool]]:
        for pattern in patterns:
            for start, end in pattern.found(folded, self._negators):
                yield start, end, pattern.alone


def _share(told: list[Place], folded: Folded) -> float:
    return len(told) / max(1, sum(1 for _ in folded.sentences()))


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
