"""The record's page in a browser: one payoff day moves sentence, axis and grid, and the dates leave as a calendar file.

No scenario may put an account, a planner's day or anything else that is not of the case into the address.
"""

from __future__ import annotations

from datetime import date

from icalendar import Calendar
from playwright.sync_api import expect

from tests.browser import house

CREDIT = house.path_of("credit", house.CASE)


def test_a_payoff_day_that_is_entered_takes_the_mover_away(reader):
    page = reader.open(f"{CREDIT}&open=paid")
    expect(page.locator(".st-key-move_pay_on .figure")).to_have_text("2031年7月1日")
    reader.write_day("paid_off_on", "2026-05-20")
    expect(page.locator(".st-key-move_standing .figure")).to_have_text("2031年5月21日")
    reader.settle()
    expect(page.locator(".st-key-move_standing input")).to_be_hidden()
    assert "paid_off_on=2026-05-20" in page.url


def test_the_calendar_leaves_with_the_days_of_the_page(reader):
    page = reader.open(f"{CREDIT}&paid_off_on=2026-05-20&lang=en&open=planner")
    reader.write_day("credit_received_on", "2026-07-01")
    reader.shows("due by 21 July 2026")
    reader.settle()
    with page.expect_download() as saved:
        reader.click(".st-key-credit_ics button")
    with open(saved.value.path(), "rb") as file:
        events = Calendar.from_ical(file.read()).walk("VEVENT")
    days = {event.decoded("dtstart").date() for event in events}
    assert days == {date(2031, 5, 20), date(2031, 5, 21), date(2026, 7, 21)}
    assert "2026-07-01" not in page.url
