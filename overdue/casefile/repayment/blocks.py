"""Which figures of a repayment page belong to one instalment: where each begins, and that it can be read in one way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from overdue.casefile.repayment.dues import due_days
from overdue.casefile.repayment.marks import Mark
from overdue.casefile.repayment.rows import Parts, checked, figures_of, row_of
from overdue.model import Instalment, OverdueError

AMOUNTS = ("principal", "total", "sum")
FIGURES = ("principal", "interest", "fees", "penalty", "compound", "total", "sum")
FIRST = ("heading", "due", "late", *FIGURES, "paid", "waived")  # what an instalment may begin with
BESIDE = 3  # characters between a day and a count that belongs to it
STATUS = ("settled", "open", "overdue")


@dataclass(frozen=True, slots=True)
class Found:
    """The instalments with what each shows of its parts, and how many are shown as paid."""

    rows: tuple[tuple[Instalment, Parts], ...]
    settled: int


@dataclass(frozen=True, slots=True)
class Division:
    """What stands before the first instalment, then one tuple of marks for each; the totals of the page apart."""

    header: tuple[Mark, ...]
    blocks: tuple[tuple[Mark, ...], ...]
    totals: tuple[Mark, ...]


def read_rows(marks: Sequence[Mark], as_of: date, han: bool) -> Found:
    """The instalments the marks of a page make, seen on ``as_of``; ``han``: its days name the month first.

    Raises ``OverdueError``: no amount, no due day, a figure without a name, a name without a figure, or figures that
    can be divided in no way or in more than one.
    """
    kinds = {mark.kind for mark in marks}
    if not kinds & {*AMOUNTS, "interest"}:
        raise OverdueError("bill.file_no_amount")
    if not kinds & {"due", "late"}:
        pair = next((mark for mark in marks if mark.kind == "pair"), None)
        raise OverdueError("repayment.pair", given=pair.words) if pair else OverdueError("repayment.no_day")
    named = {mark.figure for mark in marks if mark.kind == "due"}
    if len(named) > 1 and "heading" not in kinds:
        raise OverdueError("repayment.day", given=next(m.words for m in marks if m.kind == "due" and not m.figure))
    ends = {(mark.line, place) for mark in marks if mark.kind == "due" for place in (mark.start, mark.end)}
    for mark in marks:
        near = {*range(mark.start - BESIDE, mark.start + 1), *range(mark.end, mark.end + BESIDE + 1)}
        if mark.kind == "pair" and not ends & {(mark.line, place) for place in near}:
            raise OverdueError("repayment.pair", given=mark.words)
        if mark.kind == "day":
            raise OverdueError("repayment.day", given=mark.words)
        if mark.kind == "unsure":
            raise OverdueError("repayment.status", given=mark.words)
    ways = {division.blocks: division for division in _divisions(marks, "due" if "due" in kinds else "late")}
    found = [_read(way, marks, as_of, han) for way in ways.values()]
    if not found or any(one != found[0] for one in found):
        raise OverdueError("repayment.unclear")
    return found[0]


def _read(way: Division, marks: Sequence[Mark], as_of: date, han: bool) -> Found:
    gone = [_settled(way, block) for block in way.blocks]
    days = due_days(way.blocks, as_of, han)
    rows = [row_of(block, day) for block, day, paid in zip(way.blocks, days, gone, strict=True) if not paid]
    if not rows:
        raise OverdueError("repayment.all_paid")
    beside = [mark for mark in (*way.header, *way.totals) if mark.kind in FIGURES]
    loose = [mark for mark in marks if mark.kind == "loose" and not _in_settled(mark, way, gone)]
    checked(rows, beside, loose, as_of)
    ranks = {place for rank in _ranks(marks) for place in (rank.start, rank.end - 1)}
    lines = {mark.line for block in way.blocks for mark in block if mark.kind in FIGURES or mark.kind == "due"}
    first = way.blocks[0][0].start
    bare = any(mark.kind == "bare" for mark in marks)
    for mark in marks:
        number = (
            mark.kind == "number"
            and (bare or mark.line in lines or mark.start > first)
            and not _in_settled(mark, way, gone)
        )
        if (number or mark.kind == "torn") and not ranks & {mark.start, mark.end - 1}:
            raise OverdueError("repayment.loose", given=mark.words)
    return Found(tuple((row.instalment, row.parts) for row in rows if row.instalment), sum(gone))


def _ranks(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The numbers of the instalments: one before each due day, at the begin of its line, each a step from the last."""
    firsts: dict[int, Mark] = {}
    for mark in marks:
        firsts.setdefault(mark.line, mark)
    days = {mark.line for mark in marks if mark.kind == "due"}
    ranks = tuple(mark for line, mark in firsts.items() if line in days and mark.kind == "number")
    steps = {second.figure - first.figure for first, second in pairwise(ranks)}
    alone = len(ranks) == 1 and ranks[0].figure == 1
    return ranks if len(ranks) == len(days) and (alone or steps in ({Decimal(1)}, {Decimal(-1)})) else ()


def _in_settled(mark: Mark, way: Division, gone: Sequence[bool]) -> bool:
    return any(
        paid and block[0].start <= mark.start <= block[-1].end for block, paid in zip(way.blocks, gone, strict=True)
    )


def _divisions(marks: Sequence[Mark], anchor: str) -> Iterator[Division]:
    """Every way in which each instalment has one day, one heading if there are any, and an amount.

    It begins with its heading or its day; one that begins with a figure shows the same figures in the same order as all
    others, so that none can belong to the one after it.
    """
    held = [mark for mark in marks if mark.kind in (*FIRST, *STATUS)]
    headed = any(mark.kind == "heading" for mark in held)
    for first in FIRST:
        starts = [number for number, mark in enumerate(held) if mark.kind == first]
        if not starts or (first == "late" and anchor != "late"):
            continue
        header = tuple(held[: starts[0]])
        ends = [*starts[1:], len(held)]
        blocks = [tuple(held[start:end]) for start, end in zip(starts, ends, strict=True)]
        blocks[-1], totals = _totals(blocks)
        whole = all(_whole(block, anchor, headed) for block in blocks)
        if (
            not whole
            or _cut(blocks)
            or any(mark.kind in (anchor, "heading", "settled", "paid", "waived") for mark in header)
        ):
            continue
        shapes = {tuple(mark.kind for mark in block if mark.kind in (*FIGURES, anchor)) for block in blocks}
        if first in ("heading", anchor) or len(shapes) == 1:
            yield Division(header, tuple(blocks), totals)


def _whole(block: Sequence[Mark], anchor: str, headed: bool) -> bool:
    kinds = [mark.kind for mark in block]
    amount = any(kind in AMOUNTS for kind in kinds) or "settled" in kinds
    return kinds.count(anchor) == 1 and kinds.count("heading") == headed and amount


def _cut(blocks: Sequence[Sequence[Mark]]) -> bool:
    """Whether a line holds parts of two instalments, where the page has other lines: then the lines say otherwise."""
    lines = [{mark.line for mark in block} for block in blocks]
    every = set().union(*lines)
    return len(every) > 1 and sum(map(len, lines)) > len(every)


def _totals(blocks: Sequence[tuple[Mark, ...]]) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """The last instalment, and behind it what sums up the page: a second figure of a kind it has, a sum none has."""
    last, before = blocks[-1], blocks[:-1]
    if not before:
        return last, ()
    summed = any(mark.kind == "sum" for block in before for mark in block)
    kept: list[Mark] = []
    for number, mark in enumerate(last):
        again = mark.kind in FIGURES and mark.kind != "fees" and any(m.kind == mark.kind for m in kept)
        if (again or (mark.kind == "sum" and not summed)) and all(m.kind in (*FIGURES, *STATUS) for m in last[number:]):
            return tuple(kept), last[number:]
        kept.append(mark)
    return last, ()


def _settled(way: Division, block: tuple[Mark, ...]) -> bool:
    """Whether the page shows an instalment as paid; ``OverdueError`` where that may be said of the one beside it."""
    found = [mark for mark in block if mark.kind == "settled"]
    if not found:
        return False
    figures_of(block)
    others = {mark.line for other in way.blocks if other is not block for mark in other}
    mine = [mark for mark in block if mark.kind not in STATUS]
    every = all(any(mark.kind in STATUS for mark in other) for other in way.blocks)
    for mark in found:
        beside = mark.line in {other.line for other in mine} and mark.line not in others
        inside = mine[0].start < mark.start < mine[-1].start
        behind = every and not any(other.kind in STATUS for other in way.header)
        if not (beside or inside or behind) or any(other.kind != "settled" for other in block if other.kind in STATUS):
            raise OverdueError("repayment.status", given=mark.words)
    return True
