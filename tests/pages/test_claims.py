"""The claims page without a browser: every card in three languages, the quiz, the disagreements, the reader."""

from __future__ import annotations

import json

import pytest

from overdue.claims import CLAIMS, DISAGREEMENT, READER, quiz
from overdue.law import LAW
from overdue.words import Lang, traditional, words
from tests.pages.conftest import said


def key(at, name):
    """The button of that key."""
    return at.button(key=name)


@pytest.fixture
def reading(visit):
    """One visit to the page in each language, opened once."""
    held = {}

    def go(lang):
        if lang not in held:
            held[lang] = visit("claims", lang=lang)
        return held[lang]

    return go


@pytest.mark.parametrize("lang", list(Lang))
def test_every_card_is_reachable_and_whole(reading, lang):
    at, w = reading(lang), words(lang)
    for card in CLAIMS.cards.values():
        at.session_state.own = {"card": card.id}
        at.run()
        assert not at.exception and not at.warning
        shown = said(at).replace("\\", "")
        assert at.query_params["card"] == card.id
        assert at.header[0].value == w.text(card.claim)
        for text in (card.says, card.do_now):
            assert w.text(text) in shown
        assert w(f"claims.verdict.{card.verdict}") in shown
        for rule in card.rules:
            assert f"{rule}" in shown and w.text(LAW.rule(rule).says) in shown
        for name in card.articles:
            assert w.text(CLAIMS.articles[name].name) in shown
        if card.no_rule:
            assert w.text(card.no_rule.scope) in shown


@pytest.mark.parametrize(("address", "shown"), [("V21", "V21"), ("v21", "V21")])
def test_a_card_has_an_address_of_its_own(visit, address, shown):
    at = visit("claims", card=address, lang="en")
    assert at.header[0].value == CLAIMS.card(shown).claim.en
    assert f"lang=en&card={shown}" in at.code[0].value


@pytest.mark.parametrize("given", ["V999", "<script>", "V0", "x" * 500])
def test_an_unknown_card_says_so_and_shows_the_list(visit, given):
    at = visit("claims", card=given, lang="en")
    assert len(at.warning) == 1
    assert f"{len(CLAIMS.cards)} cards found" in said(at)


def test_a_card_opens_from_the_list_and_leads_on_and_back(visit):
    at = visit("claims", lang="en")
    key(at, "open_V1").click().run()
    assert at.query_params["card"] == ["V1"] or at.query_params["card"] == "V1"
    key(at, "card_after").click().run()
    assert at.header[0].value == CLAIMS.card("V2").claim.en
    key(at, "card_all").click().run()
    assert "card" not in at.query_params and "cards found" in said(at)


def test_the_search_takes_either_script_and_more_cards_come_on_asking(visit):
    at = visit("claims", lang="zh")
    first = len([b for b in at.button if b.key.startswith("open_")])
    key(at, "claims_more").click().run()
    assert len([b for b in at.button if b.key.startswith("open_")]) == 2 * first
    found = {}
    for text in ("高铁", "高鐵"):
        at.text_input(key="claims_text").set_value(text).run()
        found[text] = [b.key for b in at.button if b.key.startswith("open_")]
    assert found["高铁"] == found["高鐵"] == ["open_V34"]
    at.text_input(key="claims_text").set_value("没有这样的字眼").run()
    assert words(Lang.ZH)("claims.find.none") in said(at)


def test_the_filters_stay_when_a_card_was_open(visit):
    at = visit("claims", lang="en")
    at.get("button_group")
    at.text_input(key="claims_text").set_value("flights").run()
    key(at, "open_V34").click().run()
    key(at, "card_all").click().run()
    assert at.text_input(key="claims_text").value == "flights"


def test_a_quiz_hides_the_verdict_shows_the_reason_and_ends_with_a_score(visit):
    at, w, drawn = visit("claims", quiz="7", lang="en"), words(Lang.EN), quiz(7)
    for number, card in enumerate(drawn, start=1):
        assert at.header[0].value == card.claim.en
        assert card.says.en not in said(at)
        guess = card.verdict if number <= 6 else next(v for v in type(card.verdict) if v is not card.verdict)
        key(at, f"guess_{guess}").click().run()
        assert card.says.en in said(at) and card.do_now.en in said(at)
        key(at, "quiz_onward").click().run()
    assert at.header[0].value == w("claims.quiz.score", score=6, count=10)
    assert at.query_params["quiz"] in ("7", ["7"])
    assert not {"6", "score"} & {str(v) for k, v in at.query_params.items() if k not in ("missed", "grace")}


def test_a_new_run_is_another_and_a_shared_one_the_same(visit):
    at = visit("claims", quiz="7", lang="en")
    again = visit("claims", quiz="7", lang="zh")
    assert again.header[0].value == quiz(7)[0].claim.zh and at.header[0].value == quiz(7)[0].claim.en


@pytest.mark.parametrize("given", ["-1", "1000000", "七", "1.5", "²"])
def test_a_quiz_that_cannot_be_offers_a_start(visit, given):
    at = visit("claims", quiz=given, lang="en")
    assert len(at.warning) == 1
    key(at, "quiz_start").click().run()
    assert not at.exception and not at.warning and at.header


@pytest.mark.parametrize("lang", list(Lang))
def test_the_disagreements_are_drawn_and_told(visit, lang):
    at, w = visit("claims", view="bands", lang=lang), words(lang)
    figure = at.get("plotly_chart")[0].proto
    assert figure.alt in said(at).replace("#### ", "")
    texts = {a["text"] for a in json.loads(figure.spec)["layout"]["annotations"]}
    assert {w.text(row.name) for row in (*DISAGREEMENT.stages, *DISAGREEMENT.rules)} <= texts
    for contradiction in DISAGREEMENT.contradictions:
        assert w.text(contradiction.one.says) in said(at) and w.text(contradiction.other.says) in said(at)


@pytest.mark.parametrize("lang", list(Lang))
def test_the_reader_marks_the_example_in_the_readers_script(visit, lang):
    at, w = visit("claims", view="reader", lang=lang), words(lang)
    key(at, "reader_example").click().run()
    text = at.text_area(key="reader_text").value
    assert text == (traditional(READER.example.zh.strip()) if lang is Lang.HANT else READER.example.zh.strip())
    shown, signs = said(at), {mark.sign.id: mark.sign for mark in READER.read(text)}
    assert len(signs) >= 8 and w("claims.reader.not_safe") in shown
    for sign in signs.values():
        assert w.text(sign.why) in shown and w.text(sign.do_now) in shown


def test_what_is_pasted_is_text_and_no_mark_is_no_promise(visit):
    at = visit("claims", view="reader", lang="en")
    at.text_area(key="reader_text").set_value("<script>alert(1)</script> hello 😀 مرحبا").run()
    assert "No known sign" in said(at) and "does not mean it is safe" in said(at)
    at.text_area(key="reader_text").set_value("<img src=x onerror=alert(1)>征信修复").run()
    html = "".join(block.proto.body for block in at.get("html"))
    assert "&lt;img src=x" in html and "<img" not in html


def test_what_is_pasted_never_enters_the_address(visit):
    at = visit("claims", view="reader", lang="zh")
    at.text_area(key="reader_text").set_value("债务清零找老师").run()
    assert not [v for v in at.query_params.values() if "债务" in str(v)]
    key(at, "clear_yes").click().run()
    assert not at.exception and "债务清零找老师" not in said(at)


def test_a_text_beyond_all_measure_gets_a_sentence(visit):
    at = visit("claims", view="reader", lang="en")
    at.text_area(key="reader_text").set_value("债" * 300_001).run()
    assert not at.exception and "300,000" in said(at)


@pytest.mark.parametrize("lang", list(Lang))
def test_five_articles_are_shown_not_to_be_five_sources(visit, lang):
    at, w = visit("claims", view="articles", lang=lang), words(lang)
    for article in CLAIMS.articles.values():
        assert w.text(article.weigh) in said(at) and w(f"claims.article.kind.{article.kind}") in said(at)
    key(at, "see_003").click().run()
    assert f"{len(CLAIMS.find(articles=['003']))} " in said(at)
    assert "view" not in at.query_params
