"""Every figure, day and word of a repayment page that says something, by its place in the text."""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from overdue.casefile.fields import shown
from overdue.casefile.repayment.speech import any_name, any_of, names, pattern, speech
from overdue.model import ZERO, OverdueError

TAKEN = ("principal", "interest", "fees", "penalty", "compound", "total", "sum", "paid", "waived")
MOST = 10**8  # yuan
MOST_DAYS = 120  # of a text
NEAR = 40  # characters beside a word that are looked at
YUAN = "\u00a5"
OUT = "\0"  # stands for every character that was understood
HAN = re.compile(r"[\u4e00-\u9fff]")
STATES = ("open", "overdue", "settled")
WORD = re.compile(r"([a-z]+) ?$")
PIECE = re.compile(r"[^\s\d\0,.;:()|/\u3002\u3001]+")
ENGLISH = re.compile(r"[a-z' ]+")
TORN = re.compile(r"\d[.,]?\s+[.,]?(?=(\d))")
TIME = re.compile(r"\d{1,2}:\d{2}")
TITLE = re.compile(r"[^\d\0\n]*\Z")


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that was understood: its kind, where it stands, its words, its figure (yuan or days)."""

    kind: str
    start: int
    end: int
    line: int
    words: str
    figure: Decimal = ZERO


def marks_of(plain: str, text: str) -> tuple[Mark, ...]:
    """What stands in a text, in its order; ``plain`` is the folded text, as long as ``text``.

    Kinds: heading, due (a day that may be a due day; its figure is 1 where it is named one), other (one that is none),
    day (of an unknown name), pair (1/12), late (days overdue), the names of figures, bare (a name without a figure),
    loose (an amount without a name), number, torn, settled, open, overdue, unsure. Raises ``OverdueError`` for an
    amount that is not written as one and for too many days.
    """
    return tuple(sorted(_Page(plain, text).all(), key=lambda mark: mark.start))


class _Page:
    """One text, of which what was understood is taken out step by step."""

    def __init__(self, plain: str, text: str) -> None:
        self.rest, self.text = plain, text
        self.marks: list[Mark] = []
        self.lines = [found.start() for found in re.finditer("\n", plain)]

    def all(self) -> list[Mark]:
        plain = self.rest
        self._take("heading", "heading")
        self._take("late", "late")
        self._take("days", self._day)
        self._take("pair", "pair")
        self._names()
        self._take("counts", None)
        self._numbers()
        self._statuses()
        self._torn(plain)
        if (count := sum(mark.kind == "due" for mark in self.marks)) > MOST_DAYS:
            raise OverdueError("field.rows_many", given=count, most=MOST_DAYS // 2)
        return self.marks

    def _mark(self, kind: str, start: int, end: int, figure: Decimal = ZERO) -> None:
        words = shown(" ".join(self.text[start:end].split()))
        self.marks.append(Mark(kind, start, end, bisect_left(self.lines, start), words, figure))

    def _out(self, spans: list[tuple[int, int]]) -> None:
        pieces, at = [], 0
        for start, end in spans:
            pieces += [self.rest[at:start], OUT * (end - start)]
            at = end
        self.rest = "".join(pieces) + self.rest[at:]

    def _take(self, shape: str, told: str | Callable[[re.Match[str]], str] | None) -> None:
        spans = []
        for found in pattern(shape).finditer(self.rest):
            kind = told(found) if callable(told) else told
            if kind is not None:
                figure = next((group for group in found.groupdict().values() if group), "1" if kind == "named" else "0")
                self._mark("due" if kind == "named" else kind, found.start(), found.end(), Decimal(figure))
            spans.append(found.span())
        self._out(spans)

    def _day(self, found: re.Match[str]) -> str:
        """``named`` beside a due day's name, ``due`` beside nothing, ``other`` beside another's, else ``day``."""
        behind = self.rest[found.end() : found.end() + 6].lstrip(" ")
        line = self.rest.rfind("\n", 0, found.start()) + 1
        title = TITLE.search(self.rest, max(line, found.start() - 40), found.start())
        lead = title.group().strip() if title else ""
        if not lead and not self.rest[line : found.start()].strip():
            above = self.rest[self.rest.rfind("\n", 0, max(0, line - 1)) + 1 : max(0, line - 1)].strip()[-40:]
            ends = any(above.endswith(end) for end in speech()["day"]["named"])
            lead = above if ends and not re.search(r"[\d\0]", above) else ""
        piece = (lead if lead.isascii() else lead.split()[-1]).strip(" :,.;()|-")
        if any_of("day", "other").search(piece) or any_of("day", "other_behind").match(behind):
            return "other"
        if any_of("day", "due").search(piece):
            return "named"
        if not piece or piece in speech()["day"]["none"] or any_of("day", "due_behind").match(behind):
            return "due"
        return "due" if any_of("status", "open").search(piece) or any_of("status", "settled").search(piece) else "day"

    def _names(self) -> None:
        spans = []
        for found in any_name().finditer(self.rest):
            name = found["told"] or found["behind"] or found["bare"]
            kind = self._kind(name, found["before"] or "", found.start())
            gap = pattern("gap").match(self.rest, found.end())
            number = pattern("number").match(self.rest, gap.end()) if gap else None
            if number is None:
                if kind in TAKEN[:7]:
                    self._mark("bare", *found.span())
                continue
            if kind is None or pattern("count").match(self.rest, number.end()):
                continue
            figure = self._amount(number)
            maybe = pattern("counts_maybe").match(self.rest, number.end())
            if kind in TAKEN and (figure is None or maybe):
                unit = maybe or pattern("unit").match(self.rest, number.end())
                given = self.text[found.start() : unit.end() if unit else number.end()]
                raise OverdueError("repayment.figure", given=shown(" ".join(given.split())))
            self._mark(kind, found.start(), number.end(), figure or ZERO)
            spans.append((found.start(), number.end()))
        self._out(spans)

    def _kind(self, name: str, before: str, start: int) -> str | None:
        """What a name stands for behind other words; None where the word it belongs to is not known."""
        for kind, listed in speech()["before"].items():
            if kind != "plain" and any(word in before for word in listed):
                return str(kind)
        if start and HAN.match(self.rest, start - 1) and HAN.match(before or name):
            return None
        word = WORD.search(self.rest, max(0, start - 20), start)
        if word and (before or name)[0].isascii() and word[1] not in speech()["before"]["plain"]:
            state = any(any_of("status", kind).search(self.rest, max(0, start - 20), start) for kind in STATES)
            if not state:
                return None
        return names()[name]

    def _amount(self, number: re.Match[str]) -> Decimal | None:
        """The amount a run of figures is, or None where it is not written as one or is followed by a unit."""
        given = number.group().rstrip(".,")
        if not pattern("shape").fullmatch(given) or pattern("unit").match(self.rest, number.end()):
            return None
        amount = Decimal(given.replace(",", ""))
        return amount if amount < MOST else None

    def _numbers(self) -> None:
        spans = []
        for found in pattern("number").finditer(self.rest):
            given = found.group().rstrip(".,")
            amount = self._amount(found)
            if amount != ZERO:
                plain = amount is not None and given.isdigit()
                sign = self.rest[max(0, found.start() - 1) : found.start()] == YUAN
                money = not plain or sign or pattern("money").match(self.rest, found.end())
                self._mark("loose" if money else "number", *found.span(), Decimal(-1) if amount is None else amount)
            spans.append(found.span())
        self._out(spans)

    def _torn(self, plain: str) -> None:
        """A figure that was understood, and right beside it one that was not: they may be one, torn apart."""
        known = bytearray(len(plain))
        for mark in self.marks:
            if mark.kind not in ("number", "loose"):
                known[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
        for found in TORN.finditer(plain):
            left, right = found.start(), found.end()
            if known[left] != known[right] and not TIME.match(plain, right):
                self._mark("torn", left, right + 1)

    def _statuses(self) -> None:
        """A word of a list stands for its instalment where it stands alone; within other words it is unsure."""
        for kind in STATES:
            for found in any_of("status", kind).finditer(self.rest):
                low = max(self.rest.rfind("\n", max(0, found.start() - NEAR), found.start()) + 1, found.start() - NEAR)
                near = self.rest[low : found.end() + NEAR]
                if any_of("status", "link").search(near.partition("\n")[0]):
                    continue
                shape = ENGLISH if found.group().isascii() else PIECE
                words = next((p.group() for p in shape.finditer(near) if low + p.end() >= found.end()), "").strip()
                for of in speech()["status"]["of"]:
                    words = words.removeprefix(of).strip()
                if words in speech()["status"][kind]:
                    self._mark(kind, *found.span())
                elif kind == "settled" and not any(words in speech()["status"][other] for other in ("open", "overdue")):
                    self._mark("unsure", *found.span())
