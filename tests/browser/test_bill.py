"""A bill typed in from a story and reconciled, read from a paste and a file; the workbook taken along; clocks moved.

What is pasted or uploaded leaves only its amounts in the address.
"""

from __future__ import annotations

from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import pytest
from openpyxl import Workbook, load_workbook
from playwright.sync_api import expect

from tests.browser import house

BILL = house.path_of("bill", house.CASE)
ON_TOP = {"zh": "罚息加在合同利息之上", "en": "the penalty comes on top of contract interest"}


def write(reader, key, text):
    """Type a figure and leave the field."""
    reader.field(key).fill(text)
    reader.field(key).press("Enter")


def address(page):
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


@pytest.mark.parametrize("lang", ON_TOP)
def test_a_bill_typed_in_from_a_story_is_reconciled(reader, lang):
    # "job" missed 3 x 1000, and three slices since; at 27 % over 171, 140, 112, 81, 51 and 20 days on 360: 431.25
    page = reader.open(house.path_of("bill", f"story=job&lang={lang}"))
    write(reader, "bill_penalty", "431.25")
    reader.shows({"zh": "一分不差", "en": "agrees with the contract to the fen"}[lang])
    write(reader, "bill_penalty", "718.75")
    reader.shows("287.50", ON_TOP[lang])
    reader.settle()
    assert address(page)["bill_penalty"] == "718.75"
    page.reload()
    reader.settle()
    reader.shows("287.50", ON_TOP[lang])


def test_a_paste_and_a_file_fill_the_lines(reader):
    page = reader.open(BILL)
    page.locator(".st-key-bill_read summary").click()
    box = page.locator(".st-key-bill_text textarea")
    box.fill("<b>客户</b>，本金３，０００元，利息270元，罚息528.75元")
    box.press("Control+Enter")
    page.locator(".st-key-bill_take button").click()
    reader.shows(ON_TOP["zh"])
    book = Workbook()
    for row in (["项目", "金额"], ["本金", 3000], ["罚息", 312.90], ["合计", 3582.90]):
        book.active.append(row)
    saved = BytesIO()
    book.save(saved)
    page.locator(".st-key-bill_file input[type=file]").set_input_files(
        {"name": "bill.xlsx", "mimeType": "application/octet-stream", "buffer": saved.getvalue()}
    )
    reader.shows("一年按 365 天计算")
    reader.settle()
    found = address(page)
    assert (found["bill_penalty"], found["bill_total"]) == ("312.9", "3582.9") and "bill_interest" not in found
    assert "%E5%AE%A2" not in page.url


def test_a_wrong_file_gets_a_sentence(reader):
    page = reader.open(f"{BILL}&lang=en")
    page.locator(".st-key-bill_read summary").click()
    page.locator(".st-key-bill_file input[type=file]").set_input_files(
        {"name": "bill.csv", "mimeType": "text/csv", "buffer": b"%PDF-1.7 not a table"}
    )
    reader.shows("This is a PDF")


def test_the_workbook_is_taken_along(reader):
    page = reader.open(f"{BILL}&lang=en")
    with page.expect_download() as saved:
        page.locator(".st-key-workbook button").click()
    book = load_workbook(BytesIO(saved.value.path().read_bytes()))
    assert book.sheetnames[0] == "Debt" and "Law" in book.sheetnames
    assert any(str(cell.value).startswith("=ROUND(") for row in book.worksheets[0].iter_rows() for cell in row)
    told = [str(cell.value) for row in book.worksheets[0].iter_rows(max_row=4) for cell in row if cell.value]
    assert any("Law as of" in text for text in told)


def test_what_is_not_known_becomes_a_band_and_says_what_to_find(reader):
    page = reader.open(house.path_of("bill", house.CASE.replace("uplift=50", "uplift=%3F") + "&lang=en"))
    reader.shows("3,544.95 yuan to 3,587.25 yuan", "at least 42.30 yuan")
    expect(page.locator(".st-key-band .js-plotly-plot")).to_be_visible()


def test_the_payoff_day_moves_three_clocks(reader):
    page = reader.open(house.path_of("court", f"{house.CASE}&lang=en"))
    reader.shows("takes 3,587.25 yuan", "1 July 2031")
    page.locator(".st-key-move_12 button").click()
    reader.shows("takes 4,408.50 yuan", "1 July 2032")
    reader.settle()
    assert address(page)["paid_off_on"] == "2027-06-30"
    expect(page.locator(".st-key-clocks .js-plotly-plot")).to_contain_text("Paid off")
