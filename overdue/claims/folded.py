"""A pasted text as it is looked up: letters in plain spelling, without blanks and ornaments, each with its place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from overdue.words.script import fold

ENDS = frozenset("。?;…\n\r")
KEPT = frozenset("+%")

Place = tuple[int, int]


class Folded:
    """The letters of a text in plain spelling, each with its place, and where its sentences end."""

    def __init__(self, text: str, alike: Mapping[str, str]) -> None:
        plain = fold(text).translate({ord(wrong): right for wrong, right in alike.items()})
        keep = {c for c in set(plain) if c.isalnum() or c in KEPT or c in ENDS}
        self._places = [place for place, c in enumerate(plain) if c in keep]
        self.text = "".join(c for c in plain if c in keep)
        self._ends = [i for i, c in enumerate(self.text) if c in ENDS]
        self._spans: dict[tuple[str, ...], list[Place]] = {}

    def spans(self, terms: tuple[str, ...]) -> list[Place]:
        """Where any of the words stands, by place."""
        if terms not in self._spans:
            self._spans[terms] = sorted((at, at + len(term)) for term in terms for at in self._occurrences(term))
        return self._spans[terms]

    def _occurrences(self, term: str) -> Iterator[int]:
        at = self.text.find(term)
        while at >= 0:
            yield at
            at = self.text.find(term, at + len(term))

    def sentence(self, at: int) -> Place:
        """First and last-but-one place of the sentence around a place."""
        i = bisect_right(self._ends, at)
        return (self._ends[i - 1] + 1 if i else 0, self._ends[i] if i < len(self._ends) else len(self.text))

    def holds(self, terms: tuple[str, ...], start: int, end: int) -> bool:
        """Whether one of the words lies wholly between two places."""
        spans = self.spans(terms)
        i = bisect_left(spans, (start, 0))
        while i < len(spans) and spans[i][0] < end:
            if spans[i][1] <= end:
                return True
            i += 1
        return False

    def pasted(self, start: int, end: int) -> Place:
        """The same stretch in the text as pasted."""
        return self._places[start], self._places[end - 1] + 1
