"""The lines of a bill in a running text: a name with a whole amount right behind it, or not taken and named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from overdue.casefile.bill_speech import (
    ASIDE,
    OPEN,
    SKIP,
    Found,
    Read,
    Unread,
    amount_of,
    any_word,
    evened,
    kinds,
    pattern,
    quoted,
    speech,
)
from overdue.casefile.fields import shown

TOKEN = re.compile(r"-?[0-9][0-9,.']*")
CLAUSE = re.compile(r"[,;\u3002!?\n]")
SENTENCE = re.compile(r"[;\u3002!?\n]")
BEFORE = 40  # characters before a name that are looked at
PIECE = 60  # characters of a piece that is named


@dataclass(frozen=True, slots=True)
class Word:
    """A known word where it stands."""

    start: int
    end: int
    kind: str
    text: str


@dataclass(slots=True)
class _State:
    """How far figures are used up, where this clause began, the lines so far with where each stands.

    ``aside``: figures are of what was paid or waived, the ``first`` of them from where; ``bare``: a name had none.
    """

    used: int = 0
    clause: int = 0
    aside: bool = False
    first: int | None = None
    bare: bool = False
    lines: list[tuple[int, int, Read]] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def read_running(text: str) -> Found:
    """The lines a text names. A figure that is cut, has another unit, is a rate by the day, is paid or waived, or may
    belong to the name before it is not taken; nor is its line, wherever else it stands.

    >>> found = read_running("principal 3,000.00, interest 1,23")
    >>> found.lines[0].amount, found.unread[0].words
    (Decimal('3000.00'), 'interest 1,23')
    """
    folded = evened(text)
    words = [
        Word(found.start(), found.end(), kinds()[found.group()], found.group())
        for found in any_word().finditer(folded)
        if kinds()[found.group()] != "days"
    ]
    state, starts = _State(), {word.start for word in words}
    for number, word in enumerate(words):
        last = words[number - 1].end if number else 0
        following = words[number + 1] if number + 1 < len(words) else None
        between = folded[last : word.start]
        breaks = [last + found.end() for found in CLAUSE.finditer(between)]
        state.clause = breaks[-1] if breaks else state.clause
        if SENTENCE.search(between):
            state.aside = False
        if word.kind == ASIDE:
            _set_aside(state, folded, text, word, following)
        elif word.kind == OPEN:
            state.aside = False
        elif word.kind != SKIP:
            _line(state, folded, text, word, following, starts)
    days = list(_days(folded, text))
    lines = [line for _, _, line in state.lines]
    if len({line.amount for line in days}) == 1:
        lines.append(days[0])
    elif days:
        state.unread.extend(Unread(None, line.label) for line in days)
    return Found(tuple(lines), tuple(state.unread))


def _set_aside(state: _State, folded: str, text: str, word: Word, following: Word | None) -> None:
    """A figure behind this word is not owed; where no name follows, what the clause said before may not be either."""
    names = following is not None and following.kind not in (SKIP, ASIDE, OPEN)
    if following is not None and names and not re.search(r"[0-9,;\u3002\n]", folded[word.end : following.start]):
        state.aside, state.first = True, word.start
        return
    state.aside = False
    while state.lines and state.lines[-1][0] >= state.clause:
        start, end, line = state.lines.pop()
        state.unread.append(Unread(line.name, quoted(text[start:end])))
    gap = pattern("gap").match(folded, word.end)
    token = TOKEN.match(folded, gap.end()) if gap else None
    if token is not None:
        state.unread.append(Unread(None, quoted(text[word.start : token.end()])))
        state.used = token.end()


def _line(state: _State, folded: str, text: str, word: Word, following: Word | None, starts: set[int]) -> None:
    free = any(word.text.startswith(open_) for open_ in speech()[OPEN]) or word.kind == "total"
    if state.aside and state.first is None and free:
        state.aside = False
    gap = pattern("gap").match(folded, word.end)
    token = TOKEN.match(folded, gap.end()) if gap else None
    until = min(following.start if following else len(folded), word.end + PIECE)
    if gap is None or token is None:
        stop = CLAUSE.search(folded, word.end, until)
        rest = pattern("rate").sub("", folded[word.end : stop.start() if stop else until])
        state.bare = not rest.strip()
        if pattern("numeral").search(rest):
            name = None if state.aside else word.kind
            state.unread.append(Unread(name, quoted(text[word.start : stop.start() if stop else until])))
        state.first = None
        return
    end = token.start() + len(token.group().rstrip(",.'"))
    money = pattern("money").match(folded, end)
    close = money.end() if money else end
    piece = quoted(text[word.start : min(max(until, close), close + 6)])
    if state.aside:
        state.unread.append(Unread(None, quoted(text[word.start if state.first is None else state.first : close])))
        state.first, state.used = None, end
    elif not pattern("share").match(folded, end):
        amount = amount_of(folded[token.start() : end])
        if _orphan(state, folded, word, gap.group()):
            state.unread.append(Unread(word.kind, piece))
        elif amount is None or not _whole(folded, gap.group(), end, money, starts):
            state.unread.append(Unread(word.kind, piece))
            state.used = end
        else:
            state.lines.append((word.start, close, Read(word.kind, shown(text[word.start : word.end]), amount)))
            state.used = end
    state.bare = False


def _orphan(state: _State, folded: str, word: Word, gap: str) -> bool:
    """Whether a figure right before the name is nobody's: then it may be this line's, and the one behind the next's."""
    if "\n" in gap and state.bare:
        return True
    start = max(state.used, word.start - BEFORE)
    found = pattern("above" if "\n" in gap else "before").search(folded[start : word.start])
    if found is None:
        return False
    at = start + found.start()
    ranks = len(found[1]) < 3 and found[1].isdigit() and not folded[folded.rfind("\n", 0, at) + 1 : at].strip()
    return not (ranks and "\n" not in gap)


def _whole(folded: str, gap: str, end: int, money: re.Match[str] | None, starts: set[int]) -> bool:
    """Whether an amount ends where its digits do, and nothing before or behind it makes it another."""
    if gap.count("(") != gap.count(")") or (gap.endswith(".") and not gap.endswith("..")):
        return False
    after = money.end() if money else end
    next_ = after + len(folded[after : after + 3]) - len(folded[after : after + 3].lstrip(" \t"))
    if next_ in starts or (folded[after : after + 1] == "," and after + 1 in starts):
        return True
    if not money and pattern("touching").match(folded, end):
        return False
    shapes = ["behind", "another", *(["below"] if "\n" in gap else [])]
    return not any(pattern(shape).match(folded, after) for shape in shapes)


def _days(folded: str, text: str) -> Iterator[Read]:
    for found in pattern("days").finditer(folded):
        given = next(group for group in found.groups() if group)
        yield Read("days", shown(text[found.start() : found.end()]), Decimal(given))


def rows_as_text(grid: Sequence[Sequence[str]]) -> str:
    """Rows as a text has them: one line each."""
    return "\n".join(" ".join(cell for cell in row if cell.strip()) for row in grid)
