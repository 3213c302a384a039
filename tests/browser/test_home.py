"""The first screen of a phone: eight doors without scrolling, each opens its part at its top; menu and search."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from overdue.search import DOORS
from overdue.words import Lang, words
from tests.browser import house
from tests.browser.axe import violations

SCREEN = {"width": house.PHONE, "height": 844}
LONGEST = 2400  # px of the home page
TOP = "() => document.querySelector('[data-testid=\"stMain\"]').scrollTop"
LENGTH = "() => document.querySelector('[data-testid=\"stMain\"]').scrollHeight"
DOWN = "() => document.querySelector('[data-testid=\"stMain\"]').scrollTo(0, 1e6)"
THUMB = 44


def test_a_ready_made_person_leads_to_what_they_owe(visitor, server):
    reader = visitor(server)
    page = reader.open("/?lang=en&open=stories")
    page.locator(".st-key-story_illness button").click()
    page.wait_for_url(re.compile("/penalty[?].*lender=bank"))
    reader.settle()
    assert "open=" not in page.url  # what was open on one page is not open on the next


@pytest.mark.parametrize("lang", list(Lang))
def test_the_first_screen_holds_every_door_and_whom_to_call(visitor, server, lang):
    reader = visitor(server, width=house.PHONE)
    reader.page.set_viewport_size(SCREEN)
    page = reader.open(house.path_of("home", f"lang={lang}"))
    for name in DOORS:
        box = page.locator(f".st-key-door_{name}").bounding_box()
        assert box and box["y"] + box["height"] < SCREEN["height"] and box["height"] >= THUMB, name
        assert page.locator(f".st-key-door_{name} p").first.evaluate("e => e.scrollWidth <= e.clientWidth"), name
    columns = {round(page.locator(f".st-key-door_{name}").bounding_box()["x"]) for name in DOORS}
    assert len(columns) == 2
    lines = page.locator(".st-key-lines").bounding_box()
    assert lines["y"] + lines["height"] < SCREEN["height"]
    assert page.locator(".st-key-lines a").evaluate_all("all => all.map(a => a.href)") == [
        "tel:12356",
        "tel:110",
        "tel:120",
    ]
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_each_door_opens_its_part_at_its_top(visitor, server):
    reader = visitor(server, width=house.PHONE)
    page = reader.open("/")
    for name, (target, own) in DOORS.items():
        page.evaluate(DOWN)
        page.locator(f".st-key-door_{name}").click()
        page.wait_for_url(re.compile(f"/{target}[?]"))
        reader.settle()
        where = parse_qs(urlsplit(page.url).query)
        assert {key: where[key] for key in own} == {key: [code] for key, code in own.items()}
        assert page.evaluate(TOP) == 0  # nobody lands in the middle of a page
        page.locator(".st-key-name a").click()
        expect(page.locator(".st-key-doors")).to_be_visible()
        reader.settle()


def test_the_menu_is_seen_fits_a_thumb_and_closes_on_a_choice(reader):
    page, w = reader.open(house.path_of("penalty", house.CASE)), words(Lang.ZH)
    button = page.locator(".st-key-menu button").first
    expect(button).to_have_text(re.compile(w("menu.open")))
    button.click()
    doors = page.locator(".st-key-menu_doors a, .st-key-menu_pages a")
    expect(doors.first).to_be_visible()
    assert list(violations(page)) == []
    boxes = [door.bounding_box() for door in doors.all()]
    assert min(box["height"] for box in boxes) >= THUMB
    tops = sorted({round(box["y"]) for box in boxes})
    assert min(b - a for a, b in pairwise(tops)) >= THUMB
    page.locator(".st-key-menu_doors a").nth(2).click()
    page.wait_for_url(re.compile("part=court"))
    reader.settle()
    expect(page.locator(".st-key-menu_doors")).to_have_count(0)  # it must not lie on what was chosen
    assert "principal=1000" in page.url and page.evaluate(TOP) == 0


def test_the_search_leads_straight_to_the_part(visitor, server):
    reader = visitor(server, width=house.PHONE)
    page = reader.open(house.path_of("home", "lang=en"))
    box = page.locator(".st-key-search input")
    box.press_sequentially("prison")
    hit = page.locator(".st-key-search_found a").first
    expect(hit).to_be_visible()
    assert "Press Enter" not in page.get_by_test_id("stMain").inner_text()
    hit.click()
    page.wait_for_url(re.compile("part=crime"))
    reader.settle()
    assert page.evaluate(TOP) == 0


def test_the_keyboard_sees_where_it_is(visitor, server):
    reader = visitor(server)
    page = reader.open("/")
    seen = []
    for _ in range(14):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate("""() => {
          const at = document.activeElement, how = getComputedStyle(at), around = at.closest('[class*="st-key-"]');
          return [around?.className || '', how.outlineStyle !== 'none' || how.boxShadow !== 'none'];
        }""")
        )
    ours = [shown for where, shown in seen if "st-key-bar" in where or "st-key-door" in where or "st-key-name" in where]
    assert len(ours) >= 9 and all(ours)


def test_what_i_owe_in_sixty_days_takes_few_fields_and_taps(visitor, server):
    """From the first screen, nothing entered: at most seven fields and eight taps."""
    reader = visitor(server, width=house.PHONE)
    reader.page.set_viewport_size(SCREEN)
    page = reader.open("/")
    taps, fields = 0, 0

    def tap(where):
        nonlocal taps
        taps += 1
        where.click()
        reader.settle()

    def fill(key, text):
        nonlocal fields
        fields += 1
        reader.field(key).fill(text)
        reader.field(key).press("Enter")
        expect(page).to_have_url(re.compile(f"[?&]{key}={text}"))
        reader.settle()

    tap(page.locator(".st-key-door_owed"))
    page.wait_for_url(re.compile("/entry[?]"))
    expect(page.locator(".st-key-running")).to_be_visible()
    assert "1,000" not in page.locator(".st-key-running").inner_text()  # the example's figures are not an answer
    page.locator(".st-key-due_on [role=spinbutton]").first.click()
    page.keyboard.type("20260110")
    page.keyboard.press("Tab")
    fields += 1
    expect(page).to_have_url(re.compile("due_on=2026-01-10"))
    fill("principal", "1000")
    fill("interest", "90")
    tap(page.locator(".st-key-entry_later").get_by_role("radio").last)
    fill("missed", "3")
    fill("rate", "18")
    expect(page.locator(".st-key-running")).to_be_in_viewport()  # the total stays beside the last field
    tap(page.locator(".st-key-wait_60 button"))
    expect(page).to_have_url(re.compile("pay_on="))
    assert fields <= 7 and taps <= 8


def test_a_question_found_is_open_and_in_sight(visitor, server):
    reader = visitor(server, width=house.PHONE)
    reader.page.set_viewport_size(SCREEN)
    page = reader.open("/glossary?lang=en&open=uplift")
    fold = page.locator(".st-key-q_uplift")
    expect(fold).to_contain_text(words(Lang.EN)("glossary.uplift.means"))
    expect(fold).to_be_in_viewport()
    assert page.evaluate(TOP) > 0
    fold.locator("summary").click()
    expect(page).not_to_have_url(re.compile("open="))


# What a page may come to at 390 px with nothing opened, in px.
LENGTHS = {
    "home": LONGEST,
    "entry": 2400,
    "penalty": 2800,
    "proposals": 4000,
    "credit": 3600,
    "court": 3600,
    "timeline": 3200,
    "claims": 3600,
    "sources": 3600,
    "glossary": 2400,
    "privacy": 2400,
}


@pytest.mark.parametrize("lang", [Lang.ZH, Lang.EN])  # Traditional is as long as Simplified
def test_pages_are_of_a_bearable_length(visitor, server, lang):
    reader = visitor(server, width=house.PHONE)
    reader.page.set_viewport_size(SCREEN)
    long = {}
    for name, most in LENGTHS.items():
        page = reader.open(house.path_of(name, f"lang={lang}&{house.CASE}"))
        if (found := page.evaluate(LENGTH)) > most:
            long[name] = found
    assert long == {}


def test_three_answers_move_with_one_day_and_the_next_page_says_the_same(visitor, server):
    reader = visitor(server, width=house.PHONE)
    page = reader.open(house.path_of("home", f"lang=en&{house.CASE}"))
    grows = "135.00 yuan"  # 3 × 1,000 × 27 % / 360 × 60 days
    moved = page.locator(".st-key-glance")
    expect(moved).not_to_contain_text(grows)
    moved.get_by_role("button", name="+60 days").click()
    expect(page).to_have_url(re.compile("pay_on=2026-08-29"))
    expect(moved).to_contain_text(grows)
    expect(moved).to_contain_text("29 August 2026")
    assert "as_of=2026-06-30" in page.url  # the day looked at never moves by a mover
    page.get_by_role("link", name=words(Lang.EN)("home.mine")).click()
    page.wait_for_url(re.compile("/penalty[?]"))
    reader.settle()
    reader.shows(grows)
