"""Three households on a phone, from the first screen to a letter: one entered, eight debts, one with nothing left.

Taps and fields are counted: a debt is on the list within a minute. What must not happen: a debt in the address that
nobody ticked, a figure of the example beside one's own, a way out that is new borrowing.
"""

from __future__ import annotations

import re
from datetime import timedelta

from playwright.sync_api import expect

from overdue.periods import add_period
from overdue.ui import state
from overdue.words import Lang, words
from tests.browser import house
from tests.pages.test_debts import LINK

W = words(Lang.EN)
SECOND = "~".join(f"{lender}:2026{n:02}05:{n}00:{n}0:18:50:m2" for n, lender in enumerate(("bank", "private"), 2))
EIGHT = "~".join(f"bank:2026{n % 5 + 1:02}05:{n}00:{n}0:18:50" for n in range(1, 8))
EXAMPLE = ("20,238.56", "4,734.40")


def enter(reader: house.Reader, name: str, typed: str) -> None:
    reader.fill(f"debt_0_{name}", typed)
    expect(reader.field(f"debt_0_{name}")).to_have_value(re.compile(rf"^{typed}"))


def opened(reader: house.Reader, name: str):
    fold = reader.page.locator(f".st-key-q_{name}")
    reader.click(fold.locator("summary").first)
    return fold


def test_three_households_go_from_the_first_screen_to_a_letter(visitor, server):
    reader = visitor(server, width=house.PHONE, locale="en-GB")
    page = reader.open("/?lang=en")
    reader.click(".st-key-door_debts")
    reader.address("/debts[?]")
    reader.shows(EXAMPLE[0])
    opened(reader, "add")
    due = add_period(state.today(), months=-2) - timedelta(days=1)
    reader.write_day("debt_0_due_on", due.isoformat())
    for name, typed in (("called", "Blue"), ("principal", "1000"), ("interest", "90"), ("missed", "2"), ("rate", "18")):
        enter(reader, name, typed)
    reader.click(".st-key-debt_add button")
    expect(page.locator(".st-key-figure_answer")).to_contain_text("2,")
    reader.settle()
    expect(page.locator(".st-key-figure_answer")).to_be_in_viewport()  # the form is closed: the answer is what is seen
    expect(page.locator(".st-key-q_debt_1")).to_be_in_viewport()
    expect(reader.field("debt_0_due_on")).to_have_count(0)
    reader.fill("monthly", "300")
    expect(page.locator(".st-key-move_monthly .figure, .st-key-move_monthly .says").last).to_contain_text("300")
    reader.settle()
    expect(reader.field("monthly")).to_be_in_viewport()  # typed the first time, it stays where it was
    shown = page.get_by_test_id("stMain").inner_text()
    assert not [figure for figure in EXAMPLE if figure in shown] and W("common.example", name="") not in shown
    expect(page.locator(".st-key-q_debt_1 summary").first).to_contain_text("1 Blue")
    assert "Blue" not in page.url
    letter = opened(reader, "letter")
    expect(letter).to_contain_text("每月")  # it is Chinese only, whatever the reader speaks

    page = reader.open(house.path_of("debts", "&".join(f"{k}={v}" for k, v in (LINK | {"debts": EIGHT}).items())))
    assert "debts=bank" in page.url  # it came with the link
    reader.click(".st-key-keep_debts label")
    expect(page).not_to_have_url(re.compile("debts=bank"))
    reader.settle()
    mover = page.locator(".st-key-move_monthly input")
    before = page.locator(".st-key-move_monthly .says").inner_text()
    mover.press("ArrowRight")
    expect(page.locator(".st-key-move_monthly .says")).not_to_have_text(before)
    mover.blur()
    reader.settle()
    assert not re.search("debts=|income=", page.url) and "monthly=" in page.url  # the sum is the plan's, and stays
    now = LINK | {"as_of": state.today().isoformat(), "lang": "en"}  # a letter's days lie ahead
    page = reader.open(house.path_of("debts", "&".join(f"{k}={v}" for k, v in (now | {"debts": EIGHT}).items())))
    letter = opened(reader, "letter")
    expect(letter).to_contain_text("其他 7 家")  # one of eight: the others are one sum

    nothing = now | {"debts": SECOND, "income": "3000", "needs": "3500"}
    page = reader.open(house.path_of("debts", "&".join(f"{k}={v}" for k, v in nothing.items())))
    help_ = page.locator(".st-key-q_nothing")
    expect(help_).to_contain_text("12356")
    expect(help_).to_contain_text("Shenzhen and Xiamen")
    assert W("debts.help.never") in help_.inner_text()
    letter = opened(reader, "letter")  # where nothing is divided no letter promises anything
    expect(letter).to_contain_text("there is no proposal to write")


def test_a_further_debt_takes_one_figure_and_four_taps_and_a_reload_keeps_it_once_that_is_ticked(visitor, server):
    reader = visitor(server, width=house.PHONE, locale="en-GB")
    now = LINK | {"as_of": state.today().isoformat(), "lang": "en", "open": "add"}
    page = reader.open(house.path_of("debts", "&".join(f"{k}={v}" for k, v in now.items())))
    reader.click(".st-key-debt_before_due_on button")
    expect(reader.field("debt_0_due_on")).to_have_value(re.compile("10 Jan"))
    reader.click(".st-key-debt_before_rate button")
    expect(reader.field("debt_0_rate")).to_have_value("18.00")
    enter(reader, "principal", "500")
    reader.click(".st-key-debt_0_every button")
    expect(reader.field("debt_0_missed")).not_to_have_value("")
    reader.click(".st-key-debt_add button")
    expect(page.locator(".st-key-q_debt_2")).to_have_count(1)
    reader.shows(W("debts.lost")[:40])
    assert "debts=" not in page.url
    reader.click(".st-key-keep_debts label")
    reader.address("debts=%3A20260110%3A500")
    reader.reload()
    expect(page.locator(".st-key-q_debt_2")).to_have_count(1)
    expect(page.get_by_test_id("stMain")).not_to_contain_text(W("debts.lost")[:40])
