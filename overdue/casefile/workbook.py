"""The cells of an .xlsx workbook as text, read within bounds.

Styles are asked only whether a number is a day, formulas count by the value they were saved with.
"""

import re
from decimal import Decimal, InvalidOperation
from io import BytesIO
from posixpath import normpath
from zipfile import ZipFile

from overdue.casefile.pack import BROKEN, LONGEST, MOST_ROWS, Pack
from overdue.model import OverdueError, fen

MOST_COLUMNS, MOST_SHEETS = 60, 20
MOST_MERGED = 50_000  # cells that merged areas may fill
NO_TEXT = "#"  # a cell that holds something, and no amount: a day, a formula saved without its value
DAYS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})  # built-in formats that show a day

Grid = list[list[str]]


def read_workbook(data: bytes) -> list[Grid]:
    """The sheets in their order, each as rows of texts; merged areas hold their first cell's text throughout.

    Raises ``OverdueError``: not a workbook, with a password, broken, or more than the bounds above.
    """
    try:
        with ZipFile(BytesIO(data)) as file:
            return _sheets(Pack(file))
    except BROKEN as error:
        raise OverdueError("bill.file_other") from error


def _sheets(pack: Pack) -> list[Grid]:
    wanted: list[str] = []
    targets: dict[str, str] = {}

    def sheet(name: str, given: dict[str, str]) -> None:
        if name == "sheet":
            wanted.append(given.get("id", ""))

    def relation(name: str, given: dict[str, str]) -> None:
        if name == "Relationship":
            targets[given.get("Id", "")] = normpath("xl/" + given.get("Target", "").removeprefix("/xl/"))

    parts = pack.parts
    if "xl/workbook.xml" not in parts:
        raise OverdueError("bill.file_other")
    pack.walk("xl/workbook.xml", sheet, _nothing)
    if "xl/_rels/workbook.xml.rels" in parts:
        pack.walk("xl/_rels/workbook.xml.rels", relation, _nothing)
    strings = _strings(pack) if "xl/sharedStrings.xml" in parts else []
    days = _day_styles(pack) if "xl/styles.xml" in parts else frozenset()
    there = [targets[name] for name in wanted if targets.get(name) in parts]
    if not there:
        raise OverdueError("bill.file_other")
    return [_grid(pack, part, strings, days) for part in there[:MOST_SHEETS]]


def _nothing(_name: str, _text: str) -> None:
    """An element whose end says nothing."""


def _strings(pack: Pack) -> list[str]:
    """The texts that cells name by number; what a text is pronounced like is no part of it."""
    found: list[str] = []
    aside = False

    def start(name: str, _given: dict[str, str]) -> None:
        nonlocal aside
        if name == "si":
            found.append("")
        aside = aside or name == "rPh"

    def end(name: str, text: str) -> None:
        nonlocal aside
        if name == "t" and found and not aside:
            found[-1] = (found[-1] + text)[:LONGEST]
        aside = aside and name != "rPh"

    pack.walk("xl/sharedStrings.xml", start, end)
    return found


def _day_styles(pack: Pack) -> frozenset[int]:
    """Which styles show a number as a day. Styles that cannot be read show none."""
    formats: dict[str, str] = {}
    shown: list[str] = []
    inside = False

    def start(name: str, given: dict[str, str]) -> None:
        nonlocal inside
        if name == "numFmt":
            formats[given.get("numFmtId", "")] = given.get("formatCode", "")
        inside = inside or name == "cellXfs"
        if inside and name == "xf":
            shown.append(given.get("numFmtId", "0"))

    def end(name: str, _text: str) -> None:
        nonlocal inside
        inside = inside and name != "cellXfs"

    try:
        pack.walk("xl/styles.xml", start, end)
    except BROKEN:
        return frozenset()
    return frozenset(place for place, code in enumerate(shown) if _is_day(code, formats.get(code, "")))


def _is_day(code: str, format_: str) -> bool:
    bare = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", format_)
    return bool(re.search("[ymdh]", bare, re.I)) if format_ else code.isascii() and code.isdigit() and int(code) in DAYS


def _grid(pack: Pack, part: str, strings: list[str], days: frozenset[int]) -> Grid:
    cells: dict[tuple[int, int], str] = {}
    merged: list[str] = []
    at, kind, style = [0, 0], "n", 0

    def start(name: str, given: dict[str, str]) -> None:
        nonlocal kind, style
        if name == "row":
            at[:] = [int(given["r"]) if given.get("r", "").isdecimal() else at[0] + 1, 0]
        elif name == "c":
            at[1] = _column(given.get("r", "")) or at[1] + 1
            kind, style = given.get("t", "n"), int(given["s"]) if given.get("s", "").isdecimal() else 0
        elif name == "mergeCell":
            merged.append(given.get("ref", ""))

    def end(name: str, text: str) -> None:
        if name not in ("f", "v", "t") or (not text and name != "f" and kind != "str"):
            return
        if at[0] > MOST_ROWS:
            raise OverdueError("bill.file_rows", given=at[0], most=MOST_ROWS)
        if at[1] > MOST_COLUMNS:
            return
        if name == "f":  # until the value it was saved with
            cells[at[0], at[1]] = NO_TEXT
            return
        held = cells.get((at[0], at[1]), "") if name == "t" else ""
        cells[at[0], at[1]] = (held + _text(text, kind, style in days, strings))[:LONGEST]

    pack.walk(part, start, end)
    _merge(cells, merged)
    last = max((row for row, _ in cells), default=0)
    wide = max((column for _, column in cells), default=0)
    return [[cells.get((row, column), "") for column in range(1, wide + 1)] for row in range(1, last + 1)]


def _column(reference: str) -> int:
    """The number of a column out of a cell's name; 0 for none.

    >>> _column("AB7"), _column("7")
    (28, 0)
    """
    number = 0
    for letter in re.match("[A-Z]{0,3}", reference).group():  # type: ignore[union-attr]
        number = number * 26 + ord(letter) - 64
    return number


def _text(text: str, kind: str, day: bool, strings: list[str]) -> str:
    """A cell's value as text: a float's dust below the fen is swept off, a day or a truth is no amount."""
    if kind == "s":
        return strings[int(text)] if text.isdecimal() and len(text) < 9 and int(text) < len(strings) else ""
    if kind == "e" and text:
        return text
    if kind == "b" or (kind == "n" and day):
        return NO_TEXT
    if kind != "n":
        return text
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    if not number.is_finite() or not -20 <= number.adjusted() <= 14:
        return "0" if number == 0 else text
    near = fen(number)
    return f"{near if abs(number - near) < Decimal('0.000001') else number:f}"


def _merge(cells: dict[tuple[int, int], str], merged: list[str]) -> None:
    """Fill each merged area with its first cell's text, as far as the sheet has rows and columns."""
    last = max((row for row, _ in cells), default=0)
    left = MOST_MERGED
    for reference in merged:
        found = re.fullmatch(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})", reference)
        if found is None:
            continue
        first, top = _column(found[1]), int(found[2])
        text = cells.get((top, first), "")
        right, bottom = min(_column(found[3]), MOST_COLUMNS), min(int(found[4]), last)
        left -= 1 + max(0, bottom - top + 1) * max(0, right - first + 1)
        if left < 0:
            raise OverdueError("bill.file_rows", given=MOST_MERGED, most=MOST_ROWS)
        if text:
            cells.update(dict.fromkeys(((y, x) for y in range(top, bottom + 1) for x in range(first, right + 1)), text))
