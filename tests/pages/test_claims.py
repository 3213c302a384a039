"""The claims page without a browser: every card in three languages, the quiz, the disagreements, the reader."""

from __future__ import annotations

import json
import re

import pytest

from overdue.claims import CLAIMS, DISAGREEMENT, Question, Topic, quiz
from overdue.claims.flags import LONGEST, READER
from overdue.law import LAW
from overdue.words import Lang, traditional, words
from tests.pages.conftest import led, said


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
        assert at.title[0].value == w.text(card.claim)
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
    assert at.title[0].value == CLAIMS.card(shown).claim.en
    assert f"lang=en&card={shown}" in at.code[0].value


@pytest.mark.parametrize("given", ["V999", "<script>", "V0", "x" * 500])
def test_an_unknown_card_says_so_and_shows_the_list(visit, given):
    at = visit("claims", card=given, lang="en")
    assert len(at.warning) == 1 and "<script>" not in at.warning[0].value
    assert at.text_input(key="claims_text").value == ""


def lines(at):
    """The cards that are listed to be opened."""
    return [query for query in led(at) if "card=" in query]


def test_until_something_is_asked_no_card_is_listed(visit):
    at = visit("claims", lang="zh")
    assert lines(at) == []
    assert {*led(at)} >= {"view=reader", "view=quiz", "view=bands"}


@pytest.mark.parametrize("topic", list(Topic))
def test_a_question_opens_its_cards(visit, topic):
    at = visit("claims", lang="zh", open=topic)
    assert lines(at) == [f"card={card.id}" for card in CLAIMS.find(topics=[topic])]


def test_a_card_leads_on_and_back(visit):
    at = visit("claims", card="V1", lang="en")
    key(at, "card_after").click().run()
    assert at.title[0].value == CLAIMS.card("V2").claim.en and at.query_params["card"] in ("V2", ["V2"])
    key(at, "card_before").click().run()
    assert at.title[0].value == CLAIMS.card("V1").claim.en


def test_the_search_takes_either_script(visit):
    at = visit("claims", lang="zh")
    for text in ("高铁", "高鐵", "flights"):
        at.text_input(key="claims_text").set_value(text).run()
        assert lines(at) == ["card=V34"]
    at.text_input(key="claims_text").set_value("没有这样的字眼").run()
    assert words(Lang.ZH)("claims.find.none") in said(at)


@pytest.mark.parametrize("word", ["资料费", "定金", "AB贷", "套现", "養卡", "共享屏幕", "退息退费", "内部渠道", "私信"])
def test_a_word_of_the_adverts_finds_a_card_about_them(word):
    assert {card.topic for card in CLAIMS.find(word)} >= {Topic.SCAMS}


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


def shown_html(at):
    """What the page shows as markup."""
    return "".join(block.proto.body for block in at.get("html"))


@pytest.mark.parametrize("lang", list(Lang))
def test_the_answer_leads_with_the_act_then_the_signs_with_their_rules(visit, lang):
    at, w = visit("claims", view="reader", lang=lang), words(lang)
    key(at, "reader_example").click().run()
    text = at.text_area(key="reader_text").value
    assert text == (traditional(READER.example.zh.strip()) if lang is Lang.HANT else READER.example.zh.strip())
    shown, signs = said(at), {mark.sign.id: mark.sign for mark in READER.read(text).done}
    assert len(signs) >= 8
    told = [w("claims.reader.figure_warn"), *(w(f"claims.reader.act.{act}") for act in ("lender", "court", "done"))]
    places = [shown.index(sentence) for sentence in told]
    assert places == sorted(places) and places[-1] < min(shown.index(w.text(sign.why)) for sign in signs.values())
    for sign in signs.values():
        assert w.text(sign.why) in shown and w.text(sign.do_now) in shown
        assert all(rule in shown for rule in sign.rules)


TEXTS = {
    "empty": "  ",
    "too_long": "债" * (LONGEST + 1),
    "picture": "[图片]",
    "foreign": "Dear customer, please pay the file fee today and send us your card.",
}


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("kind", TEXTS)
def test_what_cannot_be_read_gets_a_plain_sentence_and_the_five_questions(visit, lang, kind):
    at, w = visit("claims", view="reader", lang=lang), words(lang)
    at.text_area(key="reader_text").set_value(TEXTS[kind]).run()
    sentence = "says_foreign" if kind == "foreign" else kind
    assert w(f"claims.reader.{sentence}", length=LONGEST + 1, longest=LONGEST) in said(at)
    assert w("claims.reader.figure_warn") not in said(at)
    assert all(w(f"claims.reader.question.{question}") in shown_html(at) for question in Question)


@pytest.mark.parametrize("lang", list(Lang))
def test_a_text_in_another_language_is_first_said_to_be_unread_then_held_against_the_list(visit, lang):
    at, w = visit("claims", view="reader", lang=lang), words(lang)
    at.text_area(key="reader_text").set_value(TEXTS["foreign"]).run()
    told = [w("claims.reader.figure_foreign"), w("claims.reader.says_foreign"), w("claims.reader.foreign.money")]
    told += [w("claims.reader.foreign.court"), w("claims.reader.act.lender")]
    places = [said(at).index(sentence) for sentence in told]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "text",
    [
        "【某某区人民法院】您有一份电子文书待签收，请点击 http://a.example/x 查看，案号（2026）京民初1号。",
        "The People's Court has served papers on you, open the link http://a.example/x",
    ],
)
def test_a_courts_message_is_led_to_the_line_of_the_courts_and_to_the_time_to_answer(visit, text):
    at, w = visit("claims", view="reader", lang="en"), words(Lang.EN)
    at.text_area(key="reader_text").set_value(text).run()
    assert w("claims.reader.figure_court", courts="12368") in said(at)
    assert w("claims.reader.label_offers") not in said(at)
    assert [link for link in at.get("page_link") if link.proto.label == w("claims.reader.court_door")]


def test_a_collector_who_names_the_court_is_no_court(visit):
    at, w = visit("claims", view="reader"), words(Lang.ZH)
    at.text_area(key="reader_text").set_value("再不还就去法院起诉你,恶意拖欠要坐牢").run()
    assert w("claims.reader.figure_threat") in said(at)


@pytest.mark.parametrize(
    "text", ["你好，今天天气不错。", "请问停息挂账靠谱吗？", "警方提醒：先交定金的都是骗局。", "🙂"]
)
def test_no_text_is_called_safe_and_the_questions_stand_for_all(visit, text):
    at, w = visit("claims", view="reader", lang="zh"), words(Lang.ZH)
    at.text_area(key="reader_text").set_value(text).run()
    assert w("claims.reader.figure_ask") in said(at) and w("claims.reader.act.court") in said(at)
    assert all(w(f"claims.reader.question.{question}") in shown_html(at) for question in Question)
    assert not re.search("(?<!不代表)安全", said(at))


def test_a_question_is_marked_where_the_text_answers_it(visit):
    at = visit("claims", view="reader", lang="zh")
    at.text_area(key="reader_text").set_value("网贷减免代办，先交定金三百，加微信。").run()
    answered = shown_html(at).split("<li>")
    assert "先交定金三百" in answered[1] and "加微信" in answered[5] and "<small>" not in answered[3]


def test_what_is_pasted_is_text(visit):
    at = visit("claims", view="reader", lang="en")
    at.text_area(key="reader_text").set_value("<img src=x onerror=alert(1)>征信修复，**加粗**洗白").run()
    assert "&lt;img src=x" in shown_html(at) and "<img" not in shown_html(at)


def test_what_is_pasted_never_enters_the_address(visit):
    at = visit("claims", view="reader", lang="zh")
    at.text_area(key="reader_text").set_value("债务清零找老师").run()
    assert not [v for v in at.query_params.values() if "债务" in str(v)]
    key(at, "clear_yes").click().run()
    assert not at.exception and "债务清零找老师" not in said(at)


@pytest.mark.parametrize("lang", list(Lang))
def test_five_articles_are_shown_not_to_be_five_sources(visit, lang):
    at, w = visit("claims", view="articles", lang=lang), words(lang)
    for article in CLAIMS.articles.values():
        assert w.text(article.weigh) in said(at) and w(f"claims.article.kind.{article.kind}") in said(at)


def test_the_word_of_adverts_is_said_plainly_where_a_text_has_it(visit):
    at, w = visit("claims", view="reader"), words(Lang.ZH)
    for text, there in (("包停息挂账，先交资料费，加微信", True), ("包分期，先交资料费，加微信", False)):
        at.text_area(key="reader_text").set_value(text).run()
        assert (w("claims.reader.stops") in said(at)) is there


def test_a_collectors_message_is_answered_threat_by_threat_and_asked_nothing_about_adverts(visit):
    at, w = visit("claims", view="reader"), words(Lang.ZH)
    at.text_area(key="reader_text").set_value("再不还就去你村里找你,恶意拖欠要坐牢").run()
    text = said(at)
    assert w("claims.reader.label_threat") in text and "单纯还不起是民事欠款" in text and "不让进，他们就不能进" in text
    assert w("claims.reader.ask") not in text and not [e for e in at.expander if "成功故事" in e.label]
    html = " ".join(block.proto.body for block in at.get("html"))
    assert "再不还就去你村里找你" in html and "恶意拖欠要坐牢" in html
