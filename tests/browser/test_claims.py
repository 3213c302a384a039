"""The claims page in a browser: a card by its link, the quiz, the disagreements, an advert pasted into the reader.

No scenario may put a pasted text, a guess or a score into the address.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from overdue.claims import CLAIMS, Topic, quiz
from overdue.claims.flags import READER
from overdue.words import traditional
from tests.browser import house
from tests.browser.axe import violations


def press(reader, key):
    """Press the button of that key."""
    reader.click(f".st-key-{key} button")


def heading(page):
    """The claim, as the page shows it."""
    return page.locator("[class*=st-key-card_V], [class*=st-key-quiz_V], .st-key-quiz_result").get_by_role("heading")


def test_a_card_opens_by_its_link_and_by_its_button(reader):
    page = reader.open("/claims?card=V21&lang=zh")
    expect(heading(page)).to_have_text(CLAIMS.card("V21").claim.zh)
    press(reader, "card_after")
    expect(heading(page)).to_have_text(CLAIMS.card("V22").claim.zh)
    reader.address("card=V22")
    reader.reload()
    expect(heading(page)).to_have_text(CLAIMS.card("V22").claim.zh)
    reader.click(page.get_by_role("link", name="回到全部卡片"))
    expect(page.locator(".st-key-claims_text")).to_be_visible()
    reader.settle()
    reader.comes("() => location.search.includes('card=')", False)


def test_the_search_finds_a_card_typed_in_traditional(reader):
    page = reader.open("/claims?lang=zh-Hant")
    reader.field("claims_text").fill("緊急聯繫人")
    expect(page.locator(".st-key-claim_lines")).to_contain_text(traditional(CLAIMS.card("V18").claim.zh))
    expect(page.locator(".st-key-claim_lines")).not_to_contain_text(traditional(CLAIMS.card("V1").claim.zh))
    reader.settle()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_claim_is_read_without_its_verdict(visitor, server, lang):
    page = visitor(server, width=house.PHONE).open(f"/claims?lang={lang}&open=criminal")
    lines = page.locator(".st-key-claim_lines_criminal a")
    assert lines.count() == len(CLAIMS.find(topics=[Topic.CRIMINAL]))
    for line in lines.all():
        box, verdict = line.bounding_box(), line.locator(".stMarkdownBadge").bounding_box()
        assert box["height"] >= 44
        assert box["x"] <= verdict["x"] and verdict["x"] + verdict["width"] <= box["x"] + box["width"]
        assert box["y"] <= verdict["y"] and verdict["y"] + verdict["height"] <= box["y"] + box["height"]


@pytest.mark.parametrize("lang", ["zh", "zh-Hant", "en"])
@pytest.mark.parametrize("part", ["claims", "sources"])
def test_until_something_is_searched_the_page_is_short(visitor, server, part, lang):
    page = visitor(server, width=house.PHONE).open(f"/{part}?lang={lang}")
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight") <= 3600


def test_an_advert_from_the_first_screen_is_answered_in_three_taps(visitor, server):
    reader = visitor(server, width=house.PHONE)
    page = reader.open("/?lang=zh")
    reader.click(".st-key-door_scam a")
    reader.address("/claims")
    page.locator(".st-key-reader_text textarea").fill("网贷逾期停息代办，先交定金三百，身份证寄到公司，加微信")
    press(reader, "reader_read")
    expect(page.locator(".st-key-answer")).to_contain_text("先别付钱，什么也别交")
    reader.shows("12368", "只通过出借人自己的应用")
    expect(page.locator(".st-key-sign_cards")).to_be_visible()
    reader.settle()
    assert "%E5" not in page.url.split("?")[1] and "定金" not in page.url


def test_a_quiz_is_guessed_and_told_and_the_score_goes_nowhere(reader):
    page = reader.open("/claims?quiz=7&lang=en")
    for number, card in enumerate(quiz(7), start=1):
        expect(heading(page)).to_have_text(card.claim.en)
        expect(page.get_by_test_id("stMain")).not_to_contain_text(card.says.en)
        press(reader, f"guess_{card.verdict if number <= 3 else 'dangerous'}")
        reader.shows(card.says.en)
        press(reader, "quiz_onward")
    right = 3 + sum(card.verdict == "dangerous" for card in quiz(7)[3:])
    expect(heading(page)).to_have_text(f"{right} of 10 as the rule has it.")
    reader.settle()
    assert "quiz=7" in page.url and "score" not in page.url and "guess" not in page.url


def test_the_disagreements_fit_the_screen_and_lead_to_their_cards(reader):
    page = reader.open("/claims?view=bands&lang=zh")
    chart = page.locator(".js-plotly-plot")
    expect(chart).to_contain_text("矛盾 1：第一通电话")
    expect(chart).to_contain_text("没有规定天数")
    reader.settle()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= page.viewport_size["width"]
    press(reader, "bands_agency_V3")
    expect(heading(page)).to_have_text(CLAIMS.card("V3").claim.zh)
    reader.settle()


def test_an_advert_is_marked_and_stays_on_the_page(reader):
    page = reader.open("/claims?view=reader&lang=zh")
    press(reader, "reader_example")
    expect(page.locator(".st-key-reader_marked mark").first).to_be_visible()
    found = {mark.sign.id for mark in READER.read(READER.example.zh.strip()).done}
    for sign in found:
        expect(page.locator(f".st-key-sign_{sign}")).to_be_visible()
    reader.settle()
    assert "%E5%80%BA" not in page.url and "债" not in page.url


def test_a_hostile_text_is_shown_as_text(reader):
    page = reader.open("/claims?view=reader&lang=en")
    text = '<img src="/x" onerror="document.title=1"><script>document.title=1</script>徵信修復 مرحبا 😀'
    box = page.locator(".st-key-reader_text textarea")
    box.fill(text)
    press(reader, "reader_read")
    expect(page.locator(".st-key-reader_marked")).to_contain_text("<script>document.title=1</script>")
    expect(page.locator(".st-key-reader_marked mark").first).to_contain_text("徵信修復")
    reader.settle()
    assert page.locator(".st-key-reader_marked img, .st-key-reader_marked script").count() == 0
    assert page.title() != "1"


def test_two_hundred_kilobytes_can_be_pasted(visitor, server):
    reader = visitor(server)
    page = reader.open("/claims?view=reader&lang=en")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    text = READER.example.zh * (200_000 // len(READER.example.zh.encode()))
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    reader.click(".st-key-reader_text textarea")
    page.keyboard.press("Control+V")
    press(reader, "reader_read")
    expect(page.locator(".st-key-reader_marked mark").first).to_be_visible()
    reader.shows(f"{len(text):,} characters")
    reader.settle()


def test_the_shelf_is_downloaded_as_of_the_day_asked(reader):
    reader.open("/sources?law_on=2026-07-31&rule=PEN-9&lang=en")
    reader.shows("not yet begun")
    page = reader.open("/sources?law_on=2026-07-31&open=take&lang=en")
    with page.expect_download() as saved:
        press(reader, "law_csv")
    said = saved.value.path().read_text(encoding="utf-8-sig")
    assert said.startswith("# Law as of") and "PEN-9" in said
    reader.settle()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("query", ["card=V66", "quiz=7", "view=bands", "view=reader", "view=articles"])
def test_no_part_of_the_page_breaks_an_accessibility_rule(visitor, server, query, theme):
    reader = visitor(server, width=house.PHONE, theme=theme)
    page = reader.open(f"/claims?{query}&lang=zh")
    if "reader" in query:
        press(reader, "reader_example")
        expect(page.locator(".st-key-reader_marked mark").first).to_be_visible()
        reader.settle()
    assert list(violations(page)) == []
