"""The first page and the frame around every page, without a browser."""

from __future__ import annotations

import pytest

from overdue.claims import Verdict
from overdue.search import DOORS
from overdue.words import Lang, words
from tests.pages.conftest import said

LINES = ("12356", "110", "120")


def links(at):
    return [(link.proto.page, link.proto.label) for link in at.get("page_link")]


@pytest.mark.parametrize("lang", list(Lang))
def test_eight_situations_stand_in_the_persons_words(visit, lang):
    at, w = visit("home", lang=lang), words(lang)
    shown = [label for _, label in links(at)]
    for name in DOORS:
        assert f":primary[**{w(f'home.door.{name}.title')}**]" in shown
    told = said(at) + "".join(html.proto.body for html in at.get("html"))
    assert all(line in told for line in LINES)
    assert w("home.no_shame") in told


def test_a_search_finds_while_one_types_and_says_when_it_does_not(visit):
    at = visit("home", lang="zh")
    before = len(links(at))
    at.text_input(key="search").set_value("停息挂账").run()
    assert not at.exception and len(links(at)) > before
    at.text_input(key="search").set_value("**zzzz**<b>").run()
    assert len(links(at)) == before
    assert "zzzz" in said(at) and "<b>" not in said(at)


def test_a_claim_that_is_found_is_never_without_its_verdict(visit):
    at = visit("home", lang="zh")
    at.text_input(key="search").set_value("上门").run()
    cards = [label for _, label in links(at) if "说法核对" in label]
    verdicts = [words(Lang.ZH)(f"claims.verdict.{verdict}") for verdict in Verdict]
    assert cards and all(any(verdict in label for verdict in verdicts) for label in cards)


def test_the_menu_searches_too_and_changes_the_language(visit):
    at = visit("penalty", lang="zh")
    before = len(links(at))
    at.text_input(key="menu_search").set_value("資料費").run()
    assert len(links(at)) > before
    at.get("segmented_control")[0].set_value("en").run()
    assert not at.exception
    assert words(Lang.EN)("common.name") in links(at)[0][1]


def test_a_ready_made_person_is_one_tap(visit):
    at = visit("home", lang="zh", open="stories")
    at.button(key="story_illness").click().run()
    assert not at.exception
    assert at.session_state.case.story == "illness"
    assert at.query_params["lang"] == "zh"


def test_an_address_goes_to_its_part_and_a_link_without_one_to_the_beginning(visit):
    at = visit("timeline", lang="zh", part="court")
    assert at.session_state.own == {"part": "court"}
    at.query_params.clear()
    at.switch_page("pages/penalty.py").run()
    at.query_params.clear()
    at.switch_page("pages/timeline.py").run()
    assert at.session_state.own == {}
