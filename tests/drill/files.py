"""Files and pastes nobody should have to fear: each is read within a second or answered with a sentence of ours."""

from __future__ import annotations

import json
import random
import resource
import struct
from collections.abc import Callable
from datetime import date
from io import BytesIO
from time import thread_time
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

from openpyxl import Workbook

from overdue.casefile import CaseFile, dump, load, read
from overdue.casefile.bill_file import read_bill_file, read_bill_text
from overdue.casefile.repayment import read_repayment
from overdue.model import OverdueError
from overdue.words import Lang, words

TODAY = date(2026, 11, 22)
CASE, _ = read({"story": "illness", "income": "5200.50"}, TODAY)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BOOK = f'<workbook xmlns="{MAIN}" xmlns:r="r"><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>'
RELS = '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'
BILL = [["本金", "利息", "罚息", "合计"], [3000, 270, 317.25, 3587.25]]


def book(sheet: str, strings: str = "", styles: str = "", packing: int = ZIP_DEFLATED, main: str = BOOK) -> bytes:
    """A workbook out of the text of its parts."""
    saved = BytesIO()
    with ZipFile(saved, "w", packing) as file:
        file.writestr("xl/workbook.xml", main)
        file.writestr("xl/_rels/workbook.xml.rels", RELS)
        file.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{MAIN}">{sheet}</worksheet>')
        if strings:
            file.writestr("xl/sharedStrings.xml", strings)
        if styles:
            file.writestr("xl/styles.xml", styles)
    return saved.getvalue()


def cell(name: str, text: str) -> str:
    return f'<c r="{name}" t="inlineStr"><is><t>{text}</t></is></c>'


GOOD = f"<row r='1'>{cell('A1', '本金')}{cell('B1', '罚息')}</row>"
GOOD += "<row r='2'><c r='A2'><v>3000</v></c><c r='B2'><v>5</v></c></row>"
WHOLE = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'


def sheet(rows: str = GOOD, after: str = "") -> str:
    return f"<sheetData>{rows}</sheetData>{after}"


def _said(place: int, value: int) -> bytes:
    """A good workbook whose pack says something else of each part: 6 is where its flags stand, 8 how it is packed."""
    data = bytearray(book(sheet()))
    for magic, further in ((b"PK\x03\x04", 0), (b"PK\x01\x02", 2)):
        at = -1
        while (at := data.find(magic, at + 1)) >= 0:
            struct.pack_into("<H", data, at + place + further, value)
    return bytes(data)


BOOKS: dict[str, Callable[[], bytes]] = {
    "a merge over the whole sheet": lambda: book(
        sheet(after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    ),
    "9,000 merges": lambda: book(sheet(after="<mergeCells>" + '<mergeCell ref="A1:BH2000"/>' * 9000 + "</mergeCells>")),
    "a far cell": lambda: book(sheet(GOOD + "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>")),
    "far cells that are empty": lambda: book(sheet(GOOD + "<row r='1048576'><c r='XFD1048576'/></row>")),
    "700,000 rows": lambda: book(sheet(GOOD + "<row><c><v>1</v></c></row>" * 700_000)),
    "700,000 empty cells": lambda: book(sheet(GOOD + "<row r='3'>" + "<c/>" * 700_000 + "</row>")),
    "30 MB of blanks": lambda: book(sheet(" " * 30_000_000)),
    "30 MB of one text": lambda: book(sheet(cell("A1", "本" * 10_000_000))),
    "bad XML": lambda: book("<sheetData><row>"),
    "no XML": lambda: book("\x00\x01"),
    "220 levels": lambda: book("<a>" * 220 + "</a>" * 220),
    "200,000 levels": lambda: book("<a>" * 200_000 + "</a>" * 200_000),
    "entities": lambda: book(
        sheet(), main='<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><workbook>&b;</workbook>'
    ),
    "an entity from elsewhere": lambda: book(sheet(), main='<!DOCTYPE a SYSTEM "http://e.co/a.dtd"><workbook/>'),
    "a password": lambda: _said(6, 1),
    "an unknown packing": lambda: _said(8, 99),
    "bzip2": lambda: book(sheet(), packing=ZIP_BZIP2),
    "lzma": lambda: book(sheet(), packing=ZIP_LZMA),
    "stored": lambda: book(sheet(), packing=ZIP_STORED),
    "bad styles": lambda: book(sheet(), styles="<styleSheet><cellXfs><xf numFmtId='x'/></cellXfs"),
    "a style that is not there": lambda: book(sheet(GOOD.replace("<c r='A2'>", "<c r='A2' s='999999'>"))),
    "29 digits": lambda: book(sheet(GOOD.replace("3000", "1" * 29))),
    "an exponent": lambda: book(sheet(GOOD.replace("3000", "1E999999999"))),
    "not a number": lambda: book(sheet(GOOD.replace("3000", "NaN"))),
    "a string that is not there": lambda: book(sheet("<row r='1'><c t='s'><v>99999999</v></c></row>")),
    "a row that is no number": lambda: book(sheet(GOOD.replace("r='2'", "r='٣²'"))),
    "no sheet": lambda: book(sheet(), main=f'<workbook xmlns="{MAIN}"/>'),
    "another encoding": lambda: book(sheet(), main="<?xml version='1.0' encoding='utf-7'?><workbook/>"),
    "half a file": lambda: book(sheet())[:300],
}
TEXTS: dict[str, str] = {
    "29 digits": "本金 " + "1" * 29,
    "names only": "本金利息罚息" * 15_000,
    "headers only": "本金\t利息\n" * 14_000,
    "500 rows of 52": "\n".join(["\t".join(["本金", "利息"] * 26)] * 250),
    "commas": "本金" + "1,111" * 19_000,
    "blanks": ("本金" + " " * 40) * 2_000,
    "digits": "本金 " + "1 " * 40_000 + "天",
    "lone halves": "本金\ud800 3000\n罚息\udfff 5",
    "days": "1-1 " * 25_000,
    "days and amounts": "2026-01-10 本金 1,000.00 利息 90\n" * 3_000,
    "days overdue": "逾期 99999 天 本金 99999999 利息 99999999 罚息 99999999",
    "long amounts": "2026-01-10 本金 " + "9" * 15 + " 利息 " + "9" * 12,
    "quotation marks": '"' * 90_000,
}


def _case(**changes: object) -> bytes:
    return json.dumps(json.loads(dump(CaseFile(CASE))) | changes).encode()


def _deep(levels: int) -> bytes:
    return _case().replace(b'"log": []', b'"log": ' + b"[" * levels + b"]" * levels)


ENTRY = {"on": "2026-06-01", "who": "A"}
CASES: dict[str, bytes] = {
    "220 levels": _deep(220),
    "5,000 levels": _deep(5000),
    "a version of 4,200 digits": _case().replace(b'"version": 2', b'"version": ' + b"9" * 4200),
    "a version of a million digits": _case().replace(b'"version": 2', b'"version": ' + b"9" * 1_000_000),
    "a lone half": _case(log=[ENTRY | {"said": "\ud800"}]),
    "a lone half as a key": _case(case={"\ud800": "1"}),
    "an hour with an offset": _case(log=[ENTRY | {"at": "22:30:00+08:00"}]),
    "a day long ago": _case(log=[ENTRY | {"on": "0001-01-01"}]),
    "an infinite number": _case(version=float("inf")),
    "29 digits": _case(case={"principal": "1" * 29}),
    "not our nesting": _case(case=[[]]),
    "100,000 keys": _case(case={f"k{n}": "1" for n in range(100_000)}),
}


def wild(seed: int) -> tuple[str, bytes]:
    """A known file with bytes changed, cut or doubled at random; odd seeds give case files."""
    chance = random.Random(seed)
    if seed % 2:
        kind, data = "case", bytearray(chance.choice([*CASES.values(), _case(log=[ENTRY] * 9)])[:200_000])
    else:
        kind, data = (
            "bill",
            bytearray(chance.choice((book(sheet()), _library(), "本金,3000\n罚息,5".encode("gb18030")))),
        )
    for _ in range(chance.randint(1, 30)):
        at = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                data[at] = chance.randrange(256)
            case 1:
                del data[at : at + chance.randint(1, 40)]
            case 2:
                data[at:at] = data[at : at + chance.randint(1, 400)]
            case _:
                data[at:at] = chance.choice((b"\x00", b"\xff\xfe", b"9" * 30, b'"', b"<!DOCTYPE a>", b"\xed\xa0\x80"))
        if not data:
            data = bytearray(b"x")
    return kind, bytes(data)


def _library() -> bytes:
    made, saved = Workbook(), BytesIO()
    for row in BILL:
        made.active.append(row)
    made.save(saved)
    return saved.getvalue()


def told(kind: str, data: bytes | str) -> tuple[str, float]:
    """How a file or a paste was answered, and in how many seconds of a core: ``read``, or the key of our sentence."""
    start = thread_time()
    try:
        if isinstance(data, str):
            (read_repayment(data, TODAY).figures(TODAY) if kind == "repayment" else read_bill_text(data))
        elif kind == "bill":
            read_bill_file(data)
        else:
            load(data, TODAY)
        said = "read"
    except OverdueError as error:
        said = error.key
        for lang in Lang:
            words(lang).error(error).encode("utf-8")
    return said, thread_time() - start


def peak() -> int:
    """The most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
