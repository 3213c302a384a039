"""The first screen of a phone: every door without scrolling, each opens its part at its top; menu and search."""

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
    reader.click(".st-key-story_illness button")
    reader.address("/penalty[?].*story=illness")
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
        reader.click(f".st-key-door_{name}")
        reader.address(f"/{target}[?]")
        where = parse_qs(urlsplit(page.url).query)
        assert {key: where[key] for key in own} == {key: [code] for key, code in own.items()}
        reader.comes(TOP, 0)  # nobody lands in the middle of a page
        reader.click(".st-key-name a")
        expect(page.locator(".st-key-doors")).to_be_visible()
        reader.settle()


def test_the_menu_is_seen_fits_a_thumb_and_closes_on_a_choice(reader):
    page, w = reader.open(house.path_of("penalty", house.CASE)), words(Lang.ZH)
    button = page.locator(".st-key-menu button").first
    expect(button).to_have_text(re.compile(w("menu.open")))
    reader.click(button)
    doors = page.locator(".st-key-menu_doors a, .st-key-menu_pages a")
    expect(doors.first).to_be_visible()
    assert list(violations(page)) == []
    boxes = [door.bounding_box() for door in doors.all()]
    assert min(box["height"] for box in boxes) >= THUMB
    tops = sorted({round(box["y"]) for box in boxes})
    assert min(b - a for a, b in pairwise(tops)) >= THUMB
    reader.click(page.locator(".st-key-menu_doors a").nth(2))
    reader.address("part=court")
    expect(page.locator(".st-key-menu_doors")).to_have_count(0)  # it must not lie on what was chosen
    assert "principal=1000" in page.url
    reader.comes(TOP, 0)


def test_the_search_leads_straight_to_the_part(visitor, server):
    reader = visitor(server, width=house.PHONE)
    page = reader.open(house.path_of("home", "lang=en"))
    box = page.locator(".st-key-search input")
    box.fill("prison")
    hit = page.locator(".st-key-search_found a").first
    expect(hit).to_be_visible()
    assert "Press Enter" not in page.get_by_test_id("stMain").inner_text()
    reader.click(hit)
    reader.address("part=crime")
    reader.comes(TOP, 0)


def test_no_field_says_in_english_to_press_a_key(visitor, server):
    reader = visitor(server, width=house.PHONE)
    page = reader.open("/entry?lang=zh")
    for key in ("principal", "due_on"):
        box = reader.field(key)
        box.focus()
        box.press_sequentially("20260110")
        assert "Press" not in page.get_by_test_id("stMain").inner_text()
    reader.open("/negotiate?lang=zh&talk=write")
    page.locator(".st-key-letter_name input").press_sequentially("a")
    page.locator(".st-key-letter_facts textarea").press_sequentially("a")
    assert "Press" not in page.get_by_test_id("stMain").inner_text()


def test_a_long_day_is_not_broken_inside_its_year(visitor, server):
    reader = visitor(server, width=house.PHONE)
    reader.page.set_viewport_size({"width": 360, "height": 844})
    page = reader.open("/timeline?lang=en&part=court&held=complaint")
    reader.write_day("papers_complaint_on", "2026-09-15")
    figure = page.locator(".st-key-figure_court_answer strong")
    expect(figure).to_contain_text("30\u00a0September\u00a02026")
    lines = "e => { const r = document.createRange(); r.setStart(e.firstChild, e.textContent.length - 4);"
    lines += " r.setEnd(e.firstChild, e.textContent.length); return r.getClientRects().length }"
    assert figure.evaluate(lines) == 1


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


def test_a_question_found_is_open_and_in_sight(visitor, server):
    reader = visitor(server, width=house.PHONE)
    reader.page.set_viewport_size(SCREEN)
    page = reader.open("/glossary?lang=en&open=uplift")
    fold = page.locator(".st-key-q_uplift")
    expect(fold).to_contain_text(words(Lang.EN)("glossary.uplift.means"))
    expect(fold).to_be_in_viewport()
    assert page.evaluate(TOP) > 0
    reader.click(fold.locator("summary"))
    expect(page).not_to_have_url(re.compile("open="))


HELD = '.st-key-entry [class*="st-key-"]:has(input, button)'
PLACES = """held => Object.fromEntries([...document.querySelectorAll(held)]
  .map(e => [e.className.match(/st-key-\\w+/)[0], Math.round(e.getBoundingClientRect().top)]))"""
KEPT = ("due_on", "principal", "interest", "entry_later", "remaining", "entry_rate", "rate")


@pytest.mark.parametrize("lang", [Lang.ZH, Lang.EN])
def test_no_field_moves_while_the_figures_are_typed(visitor, server, lang):
    reader = visitor(server, width=house.PHONE)
    reader.page.set_viewport_size(SCREEN)
    page = reader.open(house.path_of("entry", f"lang={lang}"))
    typed = {"due_on": "20260110", "principal": "1000", "interest": "90", "missed": "3", "rate": "18"}
    for key, figures in typed.items():
        if key == "missed":
            reader.click(page.locator(".st-key-entry_later").get_by_role("radio").last)
            expect(reader.field("missed")).to_be_visible()
        reader.settle()
        box = reader.field(key)
        box.focus()
        box.fill(figures)
        before = page.evaluate(PLACES, HELD)
        box.press("Enter")
        expect(page).to_have_url(re.compile(f"{key}=" + ("2026-01-10" if key == "due_on" else figures)))
        reader.settle()
        after = page.evaluate(PLACES, HELD)
        assert {f"st-key-{name}" for name in KEPT} <= set(before) & set(after)
        moved = {name: (top, after[name]) for name, top in before.items() if after[name] != top}
        assert moved == {}, (key, moved)


def test_a_field_in_use_is_never_under_the_sum(visitor, server):
    reader = visitor(server, width=house.PHONE)
    reader.page.set_viewport_size(SCREEN)
    page = reader.open(house.path_of("entry", house.CASE))
    page.evaluate(DOWN)
    reader.field("rate").focus()
    seen = []
    for _ in range(16):  # back up the page, field by field
        page.keyboard.press("Shift+Tab")
        at = page.evaluate("""() => { const at = document.activeElement, box = at.closest('[class*="st-key-"]');
          return [box.className, at.getBoundingClientRect().top,
                  document.querySelector('.st-key-running').getBoundingClientRect().bottom]; }""")
        if "st-key-due_on" in at[0]:
            break
        seen.append(at)
    assert len(seen) >= 5 and all(top >= bottom for _, top, bottom in seen)
    page.evaluate("""() => document.querySelector('[data-testid="stMain"]').scrollBy(0,
      document.querySelector('.st-key-principal input').getBoundingClientRect().top
      - document.querySelector('.st-key-running').getBoundingClientRect().bottom + 25)""")  # half of it is covered
    box, under = reader.field("principal").bounding_box(), page.locator(".st-key-running").bounding_box()
    assert box and under and box["y"] < under["y"] + under["height"] < box["y"] + box["height"]
    page.mouse.click(box["x"] + 30, box["y"] + box["height"] - 6)
    expect(reader.field("principal")).to_be_focused()
    box = reader.field("principal").bounding_box()
    assert box and box["y"] >= under["y"] + under["height"]


def test_a_button_in_sight_just_below_the_sum_takes_the_first_tap(visitor, server):
    """Were the page moved when the finger is down, the finger would come up beside it."""
    reader = visitor(server, width=house.PHONE)
    page = reader.open(house.path_of("entry"))
    choice = page.locator(".st-key-entry").get_by_role("radio").nth(1)
    before = choice.get_attribute("aria-checked")
    choice.evaluate("""e => document.querySelector('[data-testid="stMain"]').scrollBy(0, e.getBoundingClientRect().top
      - document.querySelector('.st-key-running').getBoundingClientRect().bottom - 4)""")
    reader.settle()
    box = choice.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(choice).to_have_attribute("aria-checked", "true")
    assert before == "false"


def test_a_day_that_stands_in_its_field_is_typed_over(visitor, server):
    reader = visitor(server, width=house.PHONE)
    page = reader.open(house.path_of("entry", house.CASE))
    day = reader.field("due_on")
    reader.settle()
    day.tap()
    page.wait_for_function("() => document.activeElement.value && getSelection().toString().length > 8")
    page.keyboard.type("20260301")
    page.keyboard.press("Tab")
    expect(day).to_have_value(re.compile("2026年3月1日"))


# What a page may come to at 390 px with nothing opened, in px.
LENGTHS = {
    "home": LONGEST,
    "entry": 2700,
    "penalty": 2800,
    "proposals": 4000,
    "credit": 3600,
    "court": 3600,
    "debts": 3600,
    "timeline": 3200,
    "negotiate": 2400,
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
        for case in (house.CASE, "") if name == "debts" else (house.CASE,):  # without figures a household stands there
            page = reader.open(house.path_of(name, f"lang={lang}&{case}"))
            if (found := page.evaluate(LENGTH)) > most:
                long[name, case] = found
    assert long == {}


def test_three_answers_move_with_one_day_and_the_next_page_says_the_same(visitor, server):
    reader = visitor(server, width=house.PHONE)
    page = reader.open(house.path_of("home", f"lang=en&{house.CASE}"))
    grows = "135.00 yuan"  # 3 × 1,000 × 27 % / 360 × 60 days
    moved = page.locator(".st-key-glance")
    expect(moved).not_to_contain_text(grows)
    reader.click(moved.get_by_role("button", name="+60 days"))
    expect(page).to_have_url(re.compile("pay_on=2026-08-29"))
    expect(moved).to_contain_text(grows)
    expect(moved).to_contain_text("29 August 2026")
    assert "as_of=2026-06-30" in page.url  # the day looked at never moves by a mover
    reader.click(page.get_by_role("link", name=words(Lang.EN)("home.mine")))
    reader.address("/penalty[?]")
    reader.shows(grows)
