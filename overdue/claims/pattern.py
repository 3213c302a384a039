"""How an act is put together: words of several classes near each other, written in a line.

``"for_you matter 14 !own"``: a word of ``for_you`` and one of ``matter`` within 14 characters of one sentence,
and none of ``own`` in it. ``a|b`` is either class, what follows ``=`` words themselves. ``*`` in front: this alone is
a warning. ``~``: a "not" before it changes nothing, for it is part of what is said. ``>``: in this order.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from overdue.claims.folded import Folded, Phrases, Place
from overdue.words.script import fold

BEFORE, CLOSE = 7, 4
MOST = 60
WITHIN = 80

Finder = Callable[[list[Place], Place, int, int], Place | None]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line, its classes looked up."""

    groups: tuple[Phrases, ...]
    within: int
    unless: Phrases
    alone: bool
    negated: bool
    ordered: bool

    def found(self, text: Folded, negators: Phrases) -> Iterator[Place]:
        """The stretches that fit, the first ``MOST`` of them; the time grows with the length of the text."""
        groups = [text.spans(group) for group in self.groups]
        if not all(groups):
            return
        near = _following if self.ordered else _nearest
        if not self.ordered:
            groups.sort(key=len)
        count = 0
        for anchor in groups[0]:
            words = _together(anchor, groups[1:], text, self.within, near)
            if words is None or self._off(words, text, negators):
                continue
            yield words[0][0], max(end for _, end in words)
            count += 1
            if count == MOST:
                return

    def _off(self, words: list[Place], text: Folded, negators: Phrases) -> bool:
        start = words[0][0]
        first, last = text.sentence(start)
        if text.holds(self.unless, first, last):
            return True
        reach = {start: BEFORE}
        return not self.negated and any(_denied(word, reach.get(word[0], CLOSE), text, negators) for word in words)


def _denied(word: Place, reach: int, text: Folded, negators: Phrases) -> bool:
    """Whether a "not" stands before a word, in its clause."""
    clause, _ = text.clause(word[0])
    return text.holds(negators, max(clause, word[0] - reach), word[0])


def _together(anchor: Place, groups: list[list[Place]], text: Folded, within: int, find: Finder) -> list[Place] | None:
    """The words of all classes by place, if they lie near enough and in one sentence."""
    first, last = text.sentence(anchor[0])
    words = [anchor]
    for spans in groups:
        near = find(spans, anchor, first, last)
        if near is None:
            return None
        words.append(near)
    words.sort()
    high = max(end for _, end in words)
    return words if high - words[0][0] <= within and high <= last else None


def _nearest(spans: list[Place], anchor: Place, first: int, last: int) -> Place | None:
    """The span closest to a stretch, on either side of it, inside the sentence."""
    i = bisect_left(spans, anchor)
    near = [span for span in spans[max(0, i - 2) : i + 3] if first <= span[0] and span[1] <= last]
    near = [span for span in near if span[1] <= anchor[0] or anchor[1] <= span[0]]
    return min(near, key=lambda span: max(span[0] - anchor[1], anchor[0] - span[1], 0), default=None)


def _following(spans: list[Place], anchor: Place, _first: int, last: int) -> Place | None:
    """The first span after a stretch, inside the sentence."""
    i = bisect_left(spans, (anchor[1], 0))
    return spans[i] if i < len(spans) and spans[i][1] <= last else None


def parse(line: str, classes: Mapping[str, Phrases]) -> Pattern:
    """Read one line; ``ValueError`` for an unknown class, no class, or a distance out of 1 to 80.

    >>> parse("*debt gone 12", {"debt": ("x",), "gone": ("y",)}).alone
    True
    """
    flags = line[: len(line) - len(line.lstrip("*~>"))]
    groups: list[Phrases] = []
    unless: list[str] = []
    within = WITHIN
    for token in line[len(flags) :].split():
        if token.isascii() and token.isdigit():
            within = int(token)
        elif token[0] == "!":
            unless += _terms(token[1:], classes)
        else:
            groups.append(_terms(token, classes))
    if not groups or not 1 <= within <= WITHIN:
        raise ValueError(f"{line!r}: give at least one class and a distance of 1 to {WITHIN}")
    return Pattern(tuple(groups), within, tuple(unless), "*" in flags, "~" in flags, ">" in flags)


def _terms(token: str, classes: Mapping[str, Phrases]) -> Phrases:
    found: list[str] = []
    names, _, literal = token.partition("=")
    found += [fold(word) for word in literal.split("|") if word]
    for name in filter(None, names.split("|")):
        if name not in classes:
            raise ValueError(f"there is no class of words {name!r}")
        found += classes[name]
    return tuple(dict.fromkeys(found))


def classes_of(tables: Mapping[str, str]) -> dict[str, Phrases]:
    """The classes of words, each a text of words between blanks; ``@name`` takes in another class above it."""
    classes: dict[str, Phrases] = {}
    for name, words in tables.items():
        terms: list[str] = []
        for word in words.split():
            terms += _terms(word[1:], classes) if word[0] == "@" else [fold(word)]
        classes[name] = tuple(dict.fromkeys(terms))
    return classes
