"""A pasted text as it is looked up: plain spelling, without blanks and ornaments, each letter with its place."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping

from overdue.claims.spelling import SPELLING
from overdue.words.script import fold

ENDS = frozenset("。?!;…\n\r")
CALLS = frozenset("?!")
PAUSES = frozenset(",:|/")
KEPT = frozenset("+%")
OPENED, CLOSED = frozenset("“‘"), frozenset("”’")
SHORTEST, CALL = 3, 10
LATIN = re.compile("[a-z]{2}")
MONEY = "#money"
AMOUNT = re.compile(SPELLING.amount)

Place = tuple[int, int]
Phrases = tuple[str, ...]


class Folded:
    """The letters of a text in plain spelling, each with its place, and where its clauses and sentences end.

    ``alike`` maps one character to what it stands for, ``spelt`` a misspelling to the word meant.
    An end after fewer than three letters keeps characters apart and ends nothing; a short call or question is a
    pause.
    """

    def __init__(self, text: str, alike: Mapping[str, str], spelt: Mapping[str, str]) -> None:
        self._letters: list[str] = []
        self._places: list[int] = []
        self._ends: list[int] = []
        self._pauses: list[int] = []
        self._quotes: list[int] = []
        self._scan(fold(text), alike)
        self.text = "".join(self._letters)
        self._stops = sorted({*self._ends, *self._pauses})
        self.asks = text.rstrip().endswith(SPELLING.asks)
        for wrong, right in spelt.items():
            if wrong in self.text:
                self._respell(wrong, right)
        self._there = frozenset(self.text)
        self._spans: dict[Phrases, list[Place]] = {}
        self._ends = sorted({*self._ends, len(self.text)})
        self._stops = sorted({*self._ends, *self._pauses})

    def _scan(self, plain: str, alike: Mapping[str, str]) -> None:
        since = 0
        for place, c in enumerate(plain):
            if c in alike or c.isalnum() or c in KEPT:
                meant = alike.get(c, c)
                self._letters += meant
                self._places += [place] * len(meant)
                since += len(meant)
            elif c in ENDS or c in PAUSES:
                if since >= SHORTEST or c in "\n\r":
                    ends = c in ENDS and (c not in CALLS or since >= CALL)
                    (self._ends if ends else self._pauses).append(len(self._letters))
                since = 0
            elif c in OPENED or c in CLOSED or c == '"':
                self._quotes.append(len(self._letters))

    def _respell(self, wrong: str, right: str) -> None:
        """Write the word meant; letters added share the place of the last one."""
        cut, shifts, last = [(at, at + len(wrong)) for at in self._occurrences(wrong)], [], 0
        places: list[int] = []
        for start, end in cut:
            places += self._places[last:start]
            meant = self._places[start:end]
            kept = min(len(meant), len(right) - 1)
            places += [*meant[:kept], *[meant[-1]] * (len(right) - kept)]
            shifts.append((end, len(right) - len(wrong)))
            last = end
        self._places = places + self._places[last:]
        self.text = _written(self.text, cut, right)
        for marks in (self._ends, self._pauses, self._quotes):
            marks[:] = _shifted(marks, shifts)

    def spans(self, terms: Phrases) -> list[Place]:
        """Where any of the words stands, by place."""
        if terms not in self._spans:
            there = [term for term in terms if term[0] in self._there or term == MONEY]
            self._spans[terms] = sorted(place for term in there for place in self._places_of(term))
        return self._spans[terms]

    def _places_of(self, term: str) -> Iterator[Place]:
        if term == MONEY:
            return (found.span() for found in AMOUNT.finditer(self.text))
        return ((at, at + len(term)) for at in self._occurrences(term))

    def _occurrences(self, term: str) -> Iterator[int]:
        at = self.text.find(term)
        while at >= 0:
            whole = not term.isascii() or self._apart(at, at + len(term))
            if whole and not self._broken(at, at + len(term)):
                yield at
            at = self.text.find(term, at + len(term))

    def _broken(self, start: int, end: int) -> bool:
        """Whether a clause ends between two places."""
        i = bisect_right(self._stops, start)
        return i < len(self._stops) and self._stops[i] < end

    def _apart(self, start: int, end: int) -> bool:
        """Whether Latin letters stand alone and are no part of a longer word."""
        return not (LATIN.match(self.text[start - 1 : start + 1]) or LATIN.match(self.text[end - 1 : end + 1]))

    def sentence(self, at: int) -> Place:
        """First and last-but-one place of the sentence around a place."""
        return self._around(self._ends, at)

    def clause(self, at: int) -> Place:
        """The same of the clause, which a comma ends too."""
        return self._around(self._stops, at)

    def _around(self, ends: list[int], at: int) -> Place:
        i = bisect_right(ends, at)
        return (ends[i - 1] if i else 0, ends[i] if i < len(ends) else len(self.text))

    def sentences(self) -> Iterator[Place]:
        """All sentences in their order."""
        start = 0
        for end in self._ends:
            if end > start:
                yield start, end
            start = end

    def quoted(self, start: int, end: int) -> bool:
        """Whether a stretch lies between quotation marks that hold more than a word or two."""
        i = bisect_right(self._quotes, start)
        return i % 2 == 1 and i < len(self._quotes) and end <= self._quotes[i]

    def mentions(self, terms: Phrases) -> bool:
        """Whether one of the words stands anywhere."""
        return any(True for term in terms if term[0] in self._there or term == MONEY for _ in self._places_of(term))

    def holds(self, terms: Phrases, start: int, end: int) -> bool:
        """Whether one of the words lies wholly between two places."""
        return any(True for _ in self.inside(terms, start, end))

    def inside(self, terms: Phrases, start: int, end: int) -> Iterator[Place]:
        """The words that lie wholly between two places."""
        spans = self.spans(terms)
        i = bisect_left(spans, (start, 0))
        while i < len(spans) and spans[i][0] < end:
            if spans[i][1] <= end:
                yield spans[i]
            i += 1

    def pasted(self, start: int, end: int) -> Place:
        """The same stretch in the text as pasted."""
        return self._places[start], self._places[end - 1] + 1


def _shifted(marks: Iterable[int], shifts: list[tuple[int, int]]) -> list[int]:
    """Places after words before them have grown or shrunk."""
    moved, by, next_shift = [], 0, 0
    for mark in marks:
        while next_shift < len(shifts) and shifts[next_shift][0] <= mark:
            by += shifts[next_shift][1]
            next_shift += 1
        moved.append(mark + by)
    return moved


def _written(text: str, cut: list[Place], right: str) -> str:
    """A text with stretches written otherwise."""
    parts, last = [], 0
    for start, end in cut:
        parts += [text[last:start], right]
        last = end
    return "".join([*parts, text[last:]])
