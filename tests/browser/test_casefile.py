"""The case file in a browser: saved, the case changed, the file opened again; a foreign file changes nothing."""

from __future__ import annotations

import json

from playwright.sync_api import expect

from tests.browser import house

PENALTY = house.path_of("penalty", house.CASE)


def keep(reader):
    reader.click(reader.page.locator(".st-key-keep button").first)
    expect(reader.page.locator(".st-key-case_file")).to_be_visible()


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
