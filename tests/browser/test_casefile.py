"""The case file in a browser: saved, the case changed, the file opened again; a foreign file changes nothing."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from overdue.words import Lang, words
from tests.browser import house

PENALTY = house.path_of("penalty", house.CASE)


def keep(reader):
    reader.click(reader.page.locator(".st-key-keep button").first)
    expect(reader.page.locator(".st-key-case_file")).to_be_visible()


@pytest.mark.parametrize("lang", [Lang.ZH, Lang.EN])
def test_the_button_for_a_file_says_what_it_takes_and_no_word_of_its_own(visitor, server, lang):
    reader = visitor(server, width=house.PHONE, locale=lang.html)
    page = reader.open(f"{PENALTY}&lang={lang}")
    keep(reader)
    field = page.locator(".st-key-case_file_in section")
    says = field.evaluate("e => getComputedStyle(e, '::after').content")
    assert says == f'"{words(lang)("common.keep_open")}"'
    assert field.evaluate("e => getComputedStyle(e.querySelector('button p')).color") == "rgba(0, 0, 0, 0)"
    assert field.evaluate("e => e.querySelector(':scope > div').checkVisibility()") is False  # nor a size of its own
    assert field.bounding_box()["height"] >= 44


def test_a_saved_case_opens_again_and_a_foreign_file_changes_nothing(visitor, server, tmp_path):
    reader = visitor(server)
    page = reader.open(PENALTY)
    keep(reader)
    with page.expect_download() as waiting:
        reader.click(".st-key-case_file button")
    saved = tmp_path / "overdue-case.json"
    waiting.value.save_as(saved)
    assert json.loads(saved.read_text(encoding="utf-8"))["case"]["principal"] == "1000"

    page.keyboard.press("Escape")
    expect(page.locator(".st-key-case_file")).to_have_count(0)
    reader.fill("principal", "2000")
    reader.shows("634.50")
    keep(reader)
    foreign = tmp_path / "foreign.json"
    foreign.write_text('{"app": "another"}', encoding="utf-8")
    page.locator(".st-key-case_file_in input[type=file]").set_input_files(foreign)
    expect(page.get_by_text("overdue-case").first).to_be_visible()
    reader.settle()
    assert "principal=2000" in page.url  # a refused file changes nothing

    page.locator(".st-key-case_file_in input[type=file]").set_input_files(saved)
    reader.shows("317.25")
    reader.settle()
    assert "principal=1000" in page.url
