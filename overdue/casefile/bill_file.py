"""A lender's bill out of a pasted text, a CSV file or a workbook: the lines it names and their amounts.

Read in memory and forgotten; nothing of the file but the amounts is kept.
"""

import csv
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from io import StringIO
from itertools import islice
from pathlib import Path

from pydantic import ValidationError

from overdue.bill import Bill
from overdue.casefile.fields import shown
from overdue.casefile.pack import LONGEST, MOST_ROWS
from overdue.casefile.workbook import MOST_COLUMNS, Grid, read_workbook
from overdue.model import ZERO, OverdueError, fen
from overdue.words.script import fold

MOST_BYTES, MOST_CHARACTERS = 2_000_000, 100_000
MOST_HEADERS = 20  # rows tried as a table's header
MOST_DIGITS = 15  # of an amount, before the point
SKIP = "skip"
NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
AMOUNT = re.compile(rf"[^\w-]{{0,12}}(?:rmb|cny|- )?[^\w-]{{0,12}}(-?(?:{NUMBER}))")
ALONE = re.compile(AMOUNT.pattern + r"[^\d]*")
DIGIT = re.compile(r"\d")
DAYS = re.compile(r"(\d{1,5})\s*(?:\u5929|days)")
FOREIGN = {
    b"%PDF": "pdf",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"\xd0\xcf\x11\xe0": "old",
}
ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Read:
    """One line as it was found: the bill's field, how the file calls it, and the amount in yuan (or days)."""

    name: str
    label: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class BillRead:
    """A bill out of a file or a text, and where each of its figures came from."""

    bill: Bill
    lines: tuple[Read, ...]


def read_bill_text(text: str) -> BillRead:
    """The bill in a pasted text: lines, a table copied from a page, or a message.

    Either script and full-width figures are read. Raises ``OverdueError``: too long, or no amount
    beside a name it knows.

    >>> read_bill_text("principal: 3,000.00; penalty 317.25 yuan, total 3,317.25").bill.penalty
    Decimal('317.25')
    """
    if len(text) > MOST_CHARACTERS:
        raise OverdueError("bill.text_long", given=len(text), most=MOST_CHARACTERS)
    text = text.encode("utf-8", "replace").decode()  # half a character is none
    rows = [line.split("\t")[:MOST_COLUMNS] for line in text.splitlines() if line.strip()]
    return _bill(_table(rows) or _running(rows))


def read_bill_file(data: bytes) -> BillRead:
    """The bill in a CSV file (UTF-8, UTF-16 or GB18030) or a workbook (.xlsx); the name of the file is not asked.

    In a workbook merged cells count for every cell they cover and formulas by the value they were
    saved with; the first sheet that holds a bill is used. Raises ``OverdueError``: too large, another
    kind of file, an encoding that is neither, or no amount beside a name it knows.
    """
    if len(data) > MOST_BYTES:
        raise OverdueError("bill.file_big", given=len(data) // 1000, most=MOST_BYTES // 1000)
    if not data.strip():
        raise OverdueError("bill.file_empty")
    kind = next((kind for magic, kind in FOREIGN.items() if data.startswith(magic)), None)
    if kind is not None:
        raise OverdueError(f"bill.file_{kind}")
    if data.startswith(ZIP):
        return _first(read_workbook(data))
    return _first([_separated(_decoded(data))])


def _first(grids: Sequence[Grid]) -> BillRead:
    for grid in grids:
        lines = _table(grid) or _running(grid)
        if lines:
            return _bill(lines)
    return _bill([])


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise OverdueError("bill.file_encoding")


def _separated(text: str) -> Grid:
    """The rows of a CSV text; the mark between its cells is the one its first lines have most of."""
    head = text[:4000]
    mark = max(",\t;|", key=head.count)
    try:
        rows = list(islice(csv.reader(StringIO(text, newline=""), delimiter=mark), MOST_ROWS + 1))
    except csv.Error as error:
        raise OverdueError("bill.file_other") from error
    if len(rows) > MOST_ROWS:
        raise OverdueError("bill.file_rows", given=text.count("\n"), most=MOST_ROWS)
    return [[cell[:LONGEST] for cell in row[:MOST_COLUMNS]] for row in rows]


@cache
def _labels() -> tuple[tuple[str, str], ...]:
    """Every known name of a line with its field, the longest first."""
    table = tomllib.loads((Path(__file__).parent / "bill_labels.toml").read_text(encoding="utf-8"))
    pairs = [(label, name) for name, labels in table.items() for label in labels]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _names() -> dict[str, str]:
    return dict(_labels())


@cache
def _any_label() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(label) for label, _ in _labels()))


def _name_of(folded: str) -> str | None:
    """The field a header cell names, None for none or for what only looks like one."""
    if len(folded) > LONGEST or DIGIT.search(folded):
        return None
    found = [_names()[match.group()] for match in _any_label().finditer(folded)]
    return None if not found or SKIP in found else found[-1]


def _amount(folded: str) -> Decimal | None:
    match = ALONE.fullmatch(folded.strip()) if len(folded) <= LONGEST else None
    return Decimal(match.group(1).replace(",", "")) if match else None


def _table(grid: Grid) -> list[Read]:
    """The lines of a table whose header names at least two of them; instalments below are added up.

    Each cell is looked at once, and at most ``MOST_HEADERS`` rows are tried as the header.
    """
    folded = [fold("\x1f".join(row)).split("\x1f") for row in grid]
    known = {cell: (_name_of(cell), _amount(cell)) for cell in {cell for row in folded for cell in row}}
    names = [[known[cell][0] for cell in row] for row in folded]
    headers = [place for place, row in enumerate(names) if len({name for name in row if name}) > 1]
    if not headers:
        return []
    amounts = [[known[cell][1] for cell in row] for row in folded]
    for header in headers[:MOST_HEADERS]:
        below = [place for place in range(header + 1, len(grid)) if any(a is not None for a in amounts[place])]
        sums = [place for place in below if "total" in names[place]]
        found = []
        for column, name in enumerate(names[header]):
            held = [amounts[place][column] for place in (sums[-1:] or below) if column < len(amounts[place])]
            given = [amount for amount in held if amount is not None]
            if name and given:
                whole = max(given) if name == "days" else sum(given, ZERO)
                found.append(Read(name, shown(grid[header][column]), whole))
        if found:
            return found
    return []


def _running(grid: Grid) -> list[Read]:
    """The lines of a text or of a list with a name and an amount on each line."""
    text = "\n".join(" ".join(cell for cell in row if cell.strip()) for row in grid)
    return list(_spoken(fold(text), text))


def _spoken(folded: str, text: str) -> Iterator[Read]:
    names = _names()
    for match in _any_label().finditer(folded):
        name = names[match.group()]
        amount = AMOUNT.match(folded, match.end())
        if name == SKIP or amount is None or "%" in folded[amount.end() : amount.end() + 2]:
            continue
        label = shown(text[match.start() : match.end()])
        yield Read(name, label, Decimal(amount.group(1).replace(",", "")))
    days = DAYS.search(folded)
    if days is not None:
        yield Read("days", shown(text[days.start() : days.end()]), Decimal(days.group(1)))


def _bill(lines: Sequence[Read]) -> BillRead:
    """One amount a line: the first one found, fees added up."""
    kept: dict[str, list[Read]] = {}
    for line in lines:
        held = kept.setdefault(line.name, [])
        if not held or line.name == "fees":
            held.append(line)
    taken = tuple(line for held in kept.values() for line in held)
    sums = {name: sum((line.amount for line in held), ZERO) for name, held in kept.items()}
    if all(name == "days" for name in sums):
        raise OverdueError("bill.file_no_amount")
    for line in taken:
        if (
            line.amount < 0
            or line.amount.adjusted() >= MOST_DIGITS
            or (line.name != "days" and line.amount != fen(line.amount))
        ):
            raise OverdueError("bill.file_amount", label=line.label, given=shown(str(line.amount)))
    days = sums.pop("days", None)
    try:
        return BillRead(Bill.model_validate(sums | {"days": None if days is None else int(days)}), taken)
    except ValidationError as error:
        raise OverdueError("bill.file_amount", label=taken[0].label, given=shown(str(max(sums.values())))) from error
