"""Where a sign stands in a text, and the text cut along the signs."""

import re
from bisect import bisect, bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from overdue.claims.sign import Sign
from overdue.model import Citation

POINTS = ".,"
ENDS = re.compile(r"[，。！？；：、!?;…\n\r\t（）()【】\[\]<>《》|｜]|[.,:](?!\d)|(?<!\d)[.,:]")  # but inside a number
WIDER = 12  # how far from a mark an end of its phrase is looked for


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
class Piece:
    """A stretch of the text with the signs that lie over it, in their order; none for plain text."""

    text: str
    signs: tuple[Sign, ...]


def whole(text: str, marks: list[Mark]) -> list[Mark]:
    """Marks that end inside no number and no Latin word; those of one sign, in their order, still do not overlap."""
    found: list[Mark] = []
    for mark in marks:
        before = found[-1].end if found and found[-1].sign is mark.sign else 0
        start, end = max(mark.start, before), mark.end
        while start > before and _runs_on(text, start):
            start -= 1
        while _runs_on(text, end):
            end += 1
        if start < end:
            found.append(replace(mark, start=start, end=end))
    return found


def _runs_on(text: str, at: int) -> bool:
    """Whether a place lies inside a number, its points among it, or inside a Latin word."""
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    if left in POINTS and at > 1:
        left = text[at - 2] if right.isdigit() else left
    elif right in POINTS and at + 1 < len(text):
        right = text[at + 1] if left.isdigit() else right
    if left.isdigit() or right.isdigit():
        return left.isdigit() and right.isdigit()
    return left.isascii() and right.isascii() and left.isalpha() and right.isalpha()


def widened(text: str, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks as they are shown: each grown to the ends of its phrase where these are near, those that overlap to the
    ends of phrases in the stretch they make; in the order of the text.
    """
    ends = [-1, *(found.start() for found in ENDS.finditer(text)), len(text)]
    spans = [(*_phrase(ends, mark.start, mark.end, WIDER, WIDER), mark) for mark in marks]
    spans.sort(key=lambda span: span[:2])
    stretches: list[list[int]] = []
    for start, end, _ in spans:
        if stretches and start < stretches[-1][1]:
            stretches[-1][1] = max(stretches[-1][1], end)
        else:
            stretches.append([start, end])
    shown = []
    for start, end, mark in spans:
        first, last = stretches[bisect(stretches, start, key=lambda stretch: stretch[0]) - 1]
        left, right = _phrase(ends, start, end, len(text), len(text))
        shown.append(replace(mark, start=max(first, left), end=min(last, right)))
    return tuple(sorted(shown, key=lambda mark: (mark.start, mark.end)))


def _phrase(ends: list[int], start: int, end: int, back: int, on: int) -> tuple[int, int]:
    """From the sign of punctuation before a stretch to the one after it, each if it is no farther than asked."""
    before, after = bisect_left(ends, start) - 1, bisect_left(ends, end)
    left, right = ends[before] + 1, end if ends[after - 1] == end - 1 else ends[after]
    return left if start - left <= back else start, right if right - end <= on else end


def pieces(text: str, marks: tuple[Mark, ...]) -> tuple[Piece, ...]:
    """The text cut at every mark, nothing lost: the pieces joined are the text again.

    >>> [piece.text for piece in pieces("plain", ())]
    ['plain']
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
