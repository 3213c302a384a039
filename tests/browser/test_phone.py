"""A phone in a class: a talk with the lender played to its end, and the way back into the room from anywhere."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from overdue.lesson import play
from overdue.words import Lang, words
from tests.browser import house

TALKS = ("sorry.pay.borrow.transfer", "record.parts.writing.nine", "hang_up.here.deny.ignore.calm.if_late.grace")
# The grounds of the buttons of a talk: what was tapped stays under the finger, and none may look chosen.
GROUNDS = """() => [...new Set([...document.querySelectorAll('[class*="st-key-play_"] button[kind=secondary]')]
  .map(e => getComputedStyle(e).backgroundColor))].length"""


@pytest.mark.parametrize("lang", [Lang.ZH, Lang.EN])
@pytest.mark.parametrize("talk", TALKS)
def test_the_lender_is_played_to_the_end_on_a_phone(visitor, server, lang, talk):
    reader, w = visitor(server, width=house.PHONE, locale=lang.html), words(lang)
    page = reader.open(house.path_of("workshop", f"view=play&story=job&lang={lang}"))
    names = talk.split(".")
    for place, turn in enumerate(play.talk(names).turns, 1):
        reader.click(f".st-key-play_{turn.place.name}_{turn.name} button")
        expect(page.locator(".st-key-play_did")).to_contain_text(w(f"play.mark.{turn.reply.mark}"))
        reader.address(re.escape("play=" + ".".join(names[:place])))
        reader.comes(GROUNDS, 1)
    assert play.talk(names).place is None
    reader.shows(w("play.debrief"))
    expect(page.locator("[data-testid=stHeading] h2")).to_have_count(1)
    reader.click(".st-key-play_back button")
    expect(page.get_by_text(w("play.debrief"))).to_have_count(0)


def test_a_phone_finds_back_into_its_room_from_the_top_of_a_page_and_by_the_browsers_back(visitor, server):
    desk = visitor(server)
    desk.open(house.path_of("workshop", "story=job"))
    desk.click(".st-key-open_room button")
    code = desk.page.locator(".st-key-figure_room strong").inner_text()
    reader = visitor(server, width=house.PHONE)
    page = reader.open(house.path_of("workshop", f"room={code}"))
    title, name = page.get_by_role("heading", level=1), page.locator(".st-key-name a")
    expect(title).to_have_text(f"房间 {code}")
    for back in (lambda: reader.click(name), page.go_back):
        reader.click(page.get_by_role("link", name="怎么做出来的"))
        reader.address("/trust")
        expect(name).to_contain_text(f"房间 {code}")
        back()
        reader.address("/workshop")
        expect(title).to_have_text(f"房间 {code}")
    desk.click(".st-key-end_ask button")
    desk.click(".st-key-end_room button")
    reader.shows("课讲完了")
    reader.click(page.get_by_role("link", name="怎么做出来的"))
    reader.address("/trust")
    expect(name).to_contain_text("逾期算明白")  # a room that is over holds nobody


def test_what_a_call_said_is_answered_in_sight_of_the_tap(visitor, server):
    reader = visitor(server, width=house.PHONE)
    page = reader.open("/timeline?part=calls")
    page.set_viewport_size({"width": house.PHONE, "height": 844})
    for label in ("说不还就抓人、坐牢", "说要上门、到家里或村里来"):
        reader.click(page.locator(".st-key-call_said").get_by_role("button", name=label))
        expect(page.locator(".st-key-call_answer h2")).to_be_in_viewport()
        expect(page.locator(".st-key-call_said").get_by_role("button", name=label)).to_be_in_viewport()
    assert page.evaluate(
        "() => !!(document.querySelector('.st-key-call_said').compareDocumentPosition("
        "document.querySelector('.st-key-call_found')) & Node.DOCUMENT_POSITION_FOLLOWING)"
    )  # and the whole answer follows what was tapped
