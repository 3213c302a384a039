"""A lender's bill out of a pasted text, a CSV file or a workbook: the lines it names and their amounts.

Read in memory and forgotten; nothing of the file but the amounts is kept.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import islice

from pydantic import ValidationError

from overdue.bill import Bill
from overdue.casefile.bill_speech import Found, Read, evened, pattern, quoted
from overdue.casefile.bill_spoken import read_running, rows_as_text
from overdue.casefile.bill_table import Row, read_table, without_paid
from overdue.casefile.fields import shown
from overdue.casefile.pack import LONGEST, MOST_ROWS
from overdue.casefile.workbook import MOST_COLUMNS, Grid, read_workbook
from overdue.model import ZERO, OverdueError, fen

MOST_BYTES, MOST_CHARACTERS = 2_000_000, 100_000
MOST_DIGITS = 15  # of an amount, before the point
MOST_NAMED = 4  # pieces that a refusal names
FOREIGN = {
    b"%PDF": "pdf",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"\xd0\xcf\x11\xe0": "old",
}
ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class BillRead:
    """A bill out of a file or a text, where each of its figures came from, and what of it was not taken."""

    bill: Bill
    lines: tuple[Read, ...]
    unread: tuple[str, ...] = ()


def read_bill_text(text: str) -> BillRead:
    """The bill in a pasted text: lines, a table copied from a page, or a message.

    Either script and full-width figures are read. What is not certain is left out and named in
    ``unread``. Raises ``OverdueError``: too long, in another unit, two amounts for one line, or no
    certain amount beside a name it knows.

    >>> read_bill_text("principal: 3,000.00; penalty 317.25 yuan, total 3,317.25").bill.penalty
    Decimal('317.25')
    """
    if len(text) > MOST_CHARACTERS:
        raise OverdueError("bill.text_long", given=len(text), most=MOST_CHARACTERS)
    text = text.encode("utf-8", "replace").decode()  # half a character is none
    rows = [line.split("\t")[:MOST_COLUMNS] for line in text.splitlines() if line.strip()]
    return _bill(_found(rows))


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
    """The bill of the first sheet that has one; else what the first was that was not certain."""
    found = [_found(grid) for grid in grids]
    return _bill(next((one for one in found if one.lines), next((one for one in found if one.unread), Found())))


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


def _found(grid: Sequence[Row]) -> Found:
    """The lines of a table, else of a list or a text; ``OverdueError`` where amounts stand in another unit."""
    text = rows_as_text(without_paid(grid))
    unit = pattern("unit").search(evened(text))
    if unit is not None:
        raise OverdueError("bill.unit", given=quoted(text[unit.start() : unit.end()]))
    table = read_table(grid)
    return table if table.lines or table.unread else read_running(text)


def _bill(found: Found) -> BillRead:
    """One amount a line, fees of several names added up; a line that is not certain is left out as a whole."""
    kept: dict[str, list[Read]] = {}
    for line in found.lines:
        kept.setdefault(line.name, []).append(line)
    not_taken = {piece.name for piece in found.unread}
    for name in list(kept):
        if name in not_taken:
            del kept[name]
            continue
        calls = [line.label if name == "fees" else name for line in kept[name]]
        if len(set(calls)) < len(calls):  # alike or not: two loans, two instalments, or one told twice
            one, *_, other = kept[name]
            raise OverdueError("bill.two", label=other.label, given=one.amount, other=other.amount)
    pieces = tuple(dict.fromkeys(piece.words for piece in found.unread))
    if all(name == "days" for name in kept):
        if pieces:
            raise OverdueError("bill.unread", given=" · ".join(pieces[:MOST_NAMED]))
        raise OverdueError("bill.file_no_amount")
    taken = tuple(line for held in kept.values() for line in held)
    for line in taken:
        if (
            line.amount < 0
            or line.amount.adjusted() >= MOST_DIGITS
            or (line.name != "days" and line.amount != fen(line.amount))
        ):
            raise OverdueError("bill.file_amount", label=line.label, given=shown(str(line.amount)))
    sums = {name: sum((line.amount for line in held), ZERO) for name, held in kept.items()}
    days = sums.pop("days", None)
    try:
        bill = Bill.model_validate(sums | {"days": None if days is None else int(days)})
    except ValidationError as error:
        raise OverdueError("bill.file_amount", label=taken[0].label, given=shown(str(max(sums.values())))) from error
    return BillRead(bill, taken, pieces)
