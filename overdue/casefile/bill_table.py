"""The lines of a bill in a table: a column that is certain throughout is added up, any other is named and left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from overdue.casefile.bill_speech import (
    ASIDE,
    SKIP,
    Found,
    Read,
    Unread,
    amount_of,
    any_of,
    any_word,
    evened,
    kinds,
    pattern,
    quoted,
    speech,
)
from overdue.casefile.fields import shown
from overdue.casefile.pack import LONGEST
from overdue.model import ZERO

LINES = ("principal", "interest", "penalty", "compound", "fees", "total", "days")
DIGIT = re.compile("[0-9]")
SPACES = re.compile(r"\s+")

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class _Column:
    """A column by its place: the field, how the file calls it, whether it is of the whole loan."""

    at: int
    name: str
    label: str
    whole: bool


def read_table(grid: Sequence[Row]) -> Found:
    """The lines of a table whose header names at least two of them; instalments below are added up.

    Rows that sum up others must agree with them, rows that are paid or not due are left out. A cell that is no whole
    amount, a row wider than the header or a second table leaves its columns out, by name.
    """
    if not grid:
        return Found()
    folded = [evened("\x1f".join(row)).split("\x1f") for row in grid]
    header = _header(folded)
    if header is None:
        return Found()
    columns = [
        _Column(at, name, shown(grid[header][at]), _holds(cell, "whole"))
        for at, cell in enumerate(folded[header])
        if (name := named(cell)) in LINES
    ]
    wide = max(at for at, cell in enumerate(folded[header]) if cell.strip()) + 1
    rows: list[int] = []
    sums: list[int] = []
    left, unclear = [], []
    for place in range(header + 1, len(folded)):
        row = folded[place]
        standing = [cell for cell in row if cell.strip() and not DIGIT.search(cell)]
        held = [row[column.at].strip() for column in columns if column.at < len(row)]
        if len({named(cell) for cell in row} & {*LINES}) > 1 or any(DIGIT.search(cell) for cell in row[wide:]):
            unclear.append(place)  # the header of another table, or more cells than names
        elif not any(held) or (len({cell for cell in row if cell.strip()}) == 1 and not DIGIT.search("".join(held))):
            continue  # nothing, or a remark
        elif any(_spaceless(cell) in _standing() for cell in standing):
            left.append(place)
        elif any(_holds(cell, ASIDE) for cell in standing):
            unclear.append(place)
        else:
            (sums if any(_holds(cell, "sum") for cell in row) else rows).append(place)
    unread = [Unread(None, quoted(" ".join(grid[place]))) for place in (*left, *unclear)]
    if unclear or (left and not rows):
        return Found(unread=(*unread, *(Unread(column.name, column.label) for column in columns)))
    if not rows and not sums:
        return Found()
    lines: dict[str, list[Read]] = {}
    for column in columns:
        taken = _added(folded, column, rows, sums)
        if isinstance(taken, Decimal):
            lines.setdefault(column.name, []).append(Read(column.name, column.label, taken))
        elif taken is not None:
            place = taken
            unread.append(Unread(column.name, quoted(f"{column.label} {grid[place][column.at]}")))
    return Found(tuple(_one_each(lines, unread)), tuple(unread))


def without_paid(grid: Sequence[Row]) -> list[list[str]]:
    """The rows without what stands below a header of what was paid or waived.

    >>> without_paid([["item", "paid", "due"], ["principal", "5000", "3000"]])
    [['item', '', 'due'], ['principal', '', '3000']]
    """
    rows, gone = [], set[int]()
    for row in grid:
        folded = [evened(cell[:LONGEST]) for cell in row]
        filled = [cell for cell in folded if cell.strip()]
        if len(filled) > 1 and not any(DIGIT.search(cell) for cell in filled):
            gone = {at for at, cell in enumerate(folded) if named(cell) == ASIDE} or gone
        rows.append(["" if at in gone else cell for at, cell in enumerate(row)])
    return rows


def named(cell: str) -> str | None:
    """The field a header cell names, None for none; what was paid or waived is set aside."""
    if len(cell) > LONGEST or DIGIT.search(cell):
        return None
    found = [kinds()[match.group()] for match in any_word().finditer(cell)]
    if ASIDE in found:
        return ASIDE
    held = [kind for kind in found if kind in LINES]
    return None if SKIP in found or not held else held[-1]


def _header(folded: Sequence[Row]) -> int | None:
    """The last of the first rows, one below the other, that name two lines at least."""
    named_ = ({named(cell) for cell in row} & {*LINES} for row in folded)
    found = None
    for place, names in enumerate(named_):
        if len(names) > 1:
            found = place
        elif found is not None:
            break
    return found


def _added(folded: Sequence[Row], column: _Column, rows: list[int], sums: list[int]) -> Decimal | int | None:
    """What a column comes to; the place of the cell that is not certain, or None for an empty column."""
    held: dict[int, Decimal] = {}
    for place in sorted([*rows, *sums]):
        cell = _cell(folded[place][column.at]) if column.at < len(folded[place]) else ""
        if not cell:
            continue
        amount = amount_of(cell)
        if amount is None:
            return place
        held[place] = amount
    given = [held[place] for place in rows if place in held]
    if column.name == "days":
        return max(given) if given else None
    if not rows:
        return held.get(sums[0]) if len(sums) == 1 else (sums[-1] if sums[-1] in held else None)
    if column.whole and len(given) > 1:
        return rows[-1]
    part = ZERO
    for place, amount in held.items():
        if place not in sums:
            part += amount
        elif amount not in (part, sum((held[row] for row in rows if row in held and row < place), ZERO)):
            return place
        else:
            part = ZERO
    return sum(given, ZERO) if given else None


def _one_each(lines: dict[str, list[Read]], unread: list[Unread]) -> Iterator[Read]:
    """One column for a line; fees of several names are added up later."""
    for name, held in lines.items():
        if name == "fees" and len({line.label for line in held}) == len(held):
            yield from held
        elif len({line.amount for line in held}) == 1:
            yield held[0]
        else:
            unread.extend(Unread(name, line.label) for line in held)


def _cell(cell: str) -> str:
    """The digits of a cell that is one amount, empty for one that says there is none, else the cell itself."""
    bare = cell.strip()
    if not bare or bare in speech()["nothing"]:
        return ""
    found = pattern("cell").fullmatch(bare) if len(bare) <= LONGEST else None
    return found[1] if found else bare


def _spaceless(cell: str) -> str:
    return SPACES.sub("", cell)


@cache
def _standing() -> frozenset[str]:
    return frozenset(map(_spaceless, speech()["standing"]))


@cache
def _list(name: str) -> re.Pattern[str]:
    return any_of(speech()[name])


def _holds(cell: str, name: str) -> bool:
    """Whether a cell holds a word of a list, written with or without spaces."""
    return any(_list(name).search(text) for text in (cell, _spaceless(cell)))
