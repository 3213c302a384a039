"""A bill is read out of texts, CSV files and workbooks; what cannot be read gets its sentence."""

from __future__ import annotations

from decimal import Decimal as D
from io import BytesIO
from random import Random
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from overdue.casefile.bill_file import read_bill_file, read_bill_text
from overdue.model import OverdueError
from overdue.words import Lang, words

WHOLE = {"principal": D("3000"), "interest": D("270"), "penalty": D("317.25"), "total": D("3587.25")}


def amounts(read):
    held = read.bill.model_dump(exclude_none=True)
    held.pop("days", None)
    return held


def book(rows, merged=(), second=None):
    made = Workbook()
    sheet = made.active
    for row in rows:
        sheet.append(row)
    for span in merged:
        sheet.merge_cells(span)
    if second:
        other = made.create_sheet()
        for row in second:
            other.append(row)
    saved = BytesIO()
    made.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        "您的借款已逾期171天，逾期本金3000.00元，利息270.00元，罚息317.25元，合计3587.25元",
        "本金：３，０００．００ 元\n利息：２７０元\n逾期罰息：￥３１７．２５\n應還總額：3,587.25",
        "Principal: RMB 3,000.00; contract interest 270; penalty interest 317.25 yuan. Total amount due 3,587.25",
        "期数\t本金\t利息\t罚息\t逾期天数\n1\t1000\t90\t128.25\t171\n2\t1000\t90\t105\t140\n3\t1000\t90\t84\t112\n合计\t3000\t270\t317.25",
        "罚息利率 27%，减免 100 元后：本金 3000 利息 270 罚息 317.25 合计 3587.25",
    ],
)
def test_texts(text):
    assert WHOLE.items() >= amounts(read_bill_text(text)).items()
    assert amounts(read_bill_text(text)).keys() >= WHOLE.keys() - {"total"}


def test_days_and_fees():
    read = read_bill_text("逾期天数：171\n违约金：20\n担保费：15.50\n本金：3000")
    assert read.bill.days == 171 and read.bill.fees == D("35.50")
    assert [line.label for line in read.lines if line.name == "fees"] == ["违约金", "担保费"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_in_each_encoding(encoding, mark):
    rows = [
        ["项目", "金额（元）"],
        ["逾期本金", "3000.00"],
        ["利息", "270.00"],
        ["罚息", "317.25"],
        ["合计", "3587.25"],
    ]
    data = "\r\n".join(mark.join(row) for row in rows).encode(encoding)
    assert amounts(read_bill_file(data)) == WHOLE


def test_csv_with_quoted_thousands():
    data = '本金,利息,罚息,合计\r\n"3,000.00",270,317.25,"3,587.25"\r\n'.encode()
    assert amounts(read_bill_file(data)) == WHOLE


def test_workbook_with_merged_headers_and_numbers():
    rows = [
        ["逾期账单", None, None, None, None],
        ["期数", "本金", "应还", None, None],
        [None, None, "利息", "罚息", "合计"],
        [1, 1000, 90, 128.25, 1218.25],
        [2, 1000.0, 90, 105, 1195],
        [3, 1000, 90, 84.00000000001, 1174],
    ]
    data = book(rows, ["A1:E1", "A2:A3", "B2:B3", "C2:E2"])
    assert amounts(read_bill_file(data)) == WHOLE


def test_the_sheet_with_the_bill_is_found():
    data = book([["说明"], ["以下为账单"]], second=[["本金", 3000], ["利息", 270], ["罚息", 317.25], ["合计", 3587.25]])
    assert amounts(read_bill_file(data)) == WHOLE


def packed(size):
    saved = BytesIO()
    with ZipFile(saved, "w", ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", b"0" * size)
    return saved.getvalue()


def word():
    saved = BytesIO()
    Document().save(saved)
    return saved.getvalue()


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "file_empty"),
        (b"%PDF-1.7 x", "file_pdf"),
        (b"\x89PNG\r\n", "file_picture"),
        (b"\xff\xd8\xff\xe0", "file_picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "file_old"),
        (b"PK\x03\x04 not a zip", "file_other"),
        (packed(10), "file_other"),
        (word(), "file_other"),
        (b"\x00\x01\x02\xff\xfe\x80", "file_encoding"),
        (b"a" * 2_000_001, "file_big"),
        (b"x\n" * 2001, "file_rows"),
        ("本金,-5\n利息,3".encode(), "file_amount"),
        ("本金,5.005\n利息,3".encode(), "file_amount"),
        ("本金,9999999999999999\n".encode(), "file_amount"),
        ("姓名,电话\n甲,1\n".encode(), "file_no_amount"),
        (b"hello", "file_no_amount"),
    ],
)
def test_what_cannot_be_read_gets_its_sentence(data, key):
    with pytest.raises(OverdueError) as caught:
        read_bill_file(data)
    assert caught.value.key == f"bill.{key}"
    assert all(words(lang).error(caught.value) for lang in Lang)


def test_a_long_text_and_one_without_an_amount_are_refused():
    with pytest.raises(OverdueError):
        read_bill_text("本" * 100_001)
    with pytest.raises(OverdueError):
        read_bill_text(("本金" + "，" * 40) * 2300)


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_nothing_but_our_own_error_comes_out(data):
    try:
        read_bill_file(data)
    except OverdueError as error:
        assert words(Lang.ZH).error(error)


@pytest.mark.parametrize("packing", [ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA])
def test_a_damaged_workbook_is_read_or_gets_its_sentence(packing):
    saved, chance = BytesIO(), Random(packing)
    with ZipFile(BytesIO(book([["本金", "罚息"], [3000, 5]]))) as read, ZipFile(saved, "w", packing) as again:
        for name in read.namelist():
            again.writestr(name, read.read(name))
    whole = saved.getvalue()
    for _ in range(400):
        data = bytearray(whole)
        for place in (chance.randrange(len(data)), -chance.randrange(1, 400)):
            data[place] = chance.choice([0, 255, chance.randrange(256)])
        try:
            assert read_bill_file(bytes(data))
        except OverdueError as error:
            assert words(Lang.ZH).error(error)
