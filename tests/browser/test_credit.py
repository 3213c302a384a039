"""The record's page in a browser: one payoff day moves sentence, axis and grid, and the dates leave as a calendar file.

No scenario may put an account, a planner's day or anything else that is not of the case into the address.
"""

from __future__ import annotations

from datetime import date

from icalendar import Calendar
from playwright.sync_api import expect

from tests.browser import house

CREDIT = house.path_of("credit", house.CASE)


def write_day(page, key, day):
    """Type a day into a date field, year first, and leave the field."""
    page.locator(f".st-key-{key} [role=spinbutton]").first.click()
    page.keyboard.type(day.replace("-", ""))
    page.get_by_role("heading", level=1).click()


def test_a_payoff_day_gives_the_open_bar_an_end(reader):
    page = reader.open(CREDIT)
    reader.shows("没有结束日")
    expect(page.locator(".st-key-window .js-plotly-plot")).to_contain_text("没有结束日")
    write_day(page, "paid_off_on", "2026-05-20")
    reader.shows("2031年5月21日")
    reader.settle()
    expect(page.locator(".st-key-window .js-plotly-plot")).to_contain_text("应当删除 2031年5月21日")
    expect(page.locator(".st-key-window .js-plotly-plot")).not_to_contain_text("没有结束日")
    assert "paid_off_on=2026-05-20" in page.url


def test_sixty_cells_are_drawn_with_their_letters(reader):
    page = reader.open(f"{CREDIT}&paid_off_on=2026-05-20")
    cells = page.locator(".st-key-grid .bartext")
    expect(cells).to_have_count(60)
    letters = cells.all_text_contents()
    assert (letters.count("C"), letters.count("3")) == (1, 1)


def test_the_calendar_leaves_with_the_days_of_the_page(reader):
    page = reader.open(f"{CREDIT}&paid_off_on=2026-05-20&lang=en")
    write_day(page, "credit_received_on", "2026-07-01")
    reader.shows("due by 21 July 2026")
    reader.settle()
    with page.expect_download() as saved:
        page.locator(".st-key-credit_ics button").click()
    with open(saved.value.path(), "rb") as file:
        events = Calendar.from_ical(file.read()).walk("VEVENT")
    days = {event.decoded("dtstart").date() for event in events}
    assert days == {date(2031, 5, 20), date(2031, 5, 21), date(2026, 7, 21)}
    assert "2026-07-01" not in page.url


def test_the_same_link_in_another_script_keeps_the_days(reader):
    page = reader.open(f"{CREDIT}&paid_off_on=2026-05-20")
    reader.choose("lang", "English")
    reader.shows("must be gone from 21 May 2031")
    assert "paid_off_on=2026-05-20" in page.url
