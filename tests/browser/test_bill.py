"""A bill typed in and reconciled, read from a paste and a file; the workbook taken along.

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


def address(page):
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


@pytest.mark.parametrize("lang", ON_TOP)
def test_a_bill_typed_in_is_reconciled_and_comes_back(reader, lang):
    page = reader.open(f"{BILL}&lang={lang}")
    reader.fill("bill_penalty", "317.25")
    reader.shows({"zh": "一分不差", "en": "The same to the fen"}[lang])
    reader.fill("bill_penalty", "528.75")
    reader.shows("211.50", ON_TOP[lang])
    assert address(page)["bill_penalty"] == "528.75"
    reader.reload()
    reader.shows("211.50", ON_TOP[lang])


def test_a_bill_beside_an_example_begins_a_case_of_ones_own(reader):
    page = reader.open(house.path_of("bill", "story=job&lang=zh"))
    reader.fill("bill_total", "6431.25")
    reader.shows("再填合同上的几个数")
    assert "principal" not in address(page) and address(page)["bill_total"] == "6431.25"
    expect(page.locator(".st-key-answer")).to_have_count(0)


def test_a_paste_and_a_file_fill_the_lines(reader):
    page = reader.open(f"{BILL}&open=paste")
    reader.fill("bill_text", "<b>客户</b>，本金３，０００元，利息270元，罚息528.75元")
    reader.click(".st-key-bill_take button")
    reader.shows(ON_TOP["zh"])
    expect(page.locator(".st-key-verdict")).to_be_in_viewport()  # what came of it, not the end of the page
    book = Workbook()
    for row in (["项目", "金额"], ["本金", 3000], ["罚息", 312.90], ["合计", 3582.90]):
        book.active.append(row)
    saved = BytesIO()
    book.save(saved)
    page.locator(".st-key-bill_file input[type=file]").set_input_files(
        {"name": "bill.xlsx", "mimeType": "application/octet-stream", "buffer": saved.getvalue()}
    )
    reader.shows("少 4.35 元")  # 3 instalments, 423 days in all: 317.25 on 360 days a year, 312.90 on 365
    reader.settle()
    found = address(page)
    assert (found["bill_penalty"], found["bill_total"]) == ("312.9", "3582.9") and "bill_interest" not in found
    assert "%E5%AE%A2" not in page.url


def test_a_wrong_file_gets_a_sentence(reader):
    page = reader.open(f"{BILL}&lang=en&open=paste")
    page.locator(".st-key-bill_file input[type=file]").set_input_files(
        {"name": "bill.csv", "mimeType": "text/csv", "buffer": b"%PDF-1.7 not a table"}
    )
    reader.shows("This is a PDF")


def test_the_workbook_is_taken_along(reader):
    page = reader.open(f"{BILL}&lang=en&open=take")
    with page.expect_download() as saved:
        reader.click(".st-key-workbook button")
    book = load_workbook(BytesIO(saved.value.path().read_bytes()))
    assert book.sheetnames[0] == "Debt" and "Law" in book.sheetnames
    assert any(str(cell.value).startswith("=ROUND(") for row in book.worksheets[0].iter_rows() for cell in row)
    told = [str(cell.value) for row in book.worksheets[0].iter_rows(max_row=4) for cell in row if cell.value]
    assert any("Law as of" in text for text in told)


def test_what_is_not_known_becomes_a_band_and_says_what_to_find(reader):
    page = reader.open(house.path_of("bill", house.CASE.replace("uplift=50", "uplift=%3F") + "&lang=en&open=band"))
    reader.shows("3,544.95 yuan to 3,587.25 yuan", "at least 42.30 yuan")
    expect(page.locator(".st-key-band .js-plotly-plot")).to_be_visible()


@pytest.mark.parametrize("lang", ON_TOP)
@pytest.mark.parametrize("case", ["", house.CASE])
def test_no_field_moves_when_the_first_figures_are_typed(visitor, server, lang, case):
    reader = visitor(server, width=house.PHONE)
    reader.open(house.path_of("bill", f"{case}&lang={lang}".lstrip("&")))
    at = reader.field("bill_penalty").bounding_box()["y"]
    for name, amount in (("bill_total", "3700"), ("bill_penalty", "400")):
        reader.fill(name, amount)
        reader.address(f"{name}={amount}")
        reader.page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollTo(0, 0)")
        assert abs(reader.field("bill_penalty").bounding_box()["y"] - at) < 1


def test_on_a_phone_the_page_is_short_and_nothing_runs_over(reader):
    page = reader.open(f"{BILL}&bill_total=3798.75&bill_principal=3000&bill_interest=270&bill_penalty=528.75")
    page.set_viewport_size({"width": house.PHONE, "height": 844})
    reader.settle()
    tall, wide = page.evaluate(
        "() => { const m = document.querySelector('[data-testid=\"stMain\"]'); return [m.scrollHeight, m.scrollWidth] }"
    )
    assert tall <= 3600 and wide <= house.PHONE
