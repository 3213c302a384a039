"""Claims of articles beside the rule: the cards, what they rest on, how they are found, and what is refused."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from overdue.claims import CLAIMS, Topic, Verdict, cards
from overdue.law import LAW, Force
from overdue.model import BadFile
from overdue.words import Lang, traditional, words

HERE = Path(cards.__file__).parent
DATA = sorted(HERE.glob("*.toml"))
CARDS = list(CLAIMS.cards.values())
# The verdicts of the reading on which the cards rest, transcribed apart from the data.
READ = {
    "supported": "6 7 15 17 22 28 31 32 35 38 39 42 43 53 55 56 62 65 70 71 72 77 78 82",
    "partly": "3 4 8 10 12 13 16 18 26 27 33 37 41 44 45 46 47 49 58 60 63 64 67 74 75 80 81",
    "wrong": "5 11 19 20 21 23 24 34 52 61 79",
    "practice": "1 2 9 14 25 29 36 48 50 51 54 57 59 66 68 69 73",
    "dangerous": "30 40 76",
}
# Rules that were only recalled and may carry nothing.
RECALLED = {"RPT-6", "COL-14", "COL-16", "HOT-2", "SCAM-7", "PEN-4"}


@pytest.mark.parametrize(("lang", "tries"), [(Lang.ZH, "三"), (Lang.EN, "three")])
def test_whom_they_may_call_is_told_in_one_wording_on_the_card_and_of_a_call(lang, tries):
    card = words(lang).text(CLAIMS.card("V18").says)
    assert words(lang)("calls.finding.person_reachable", tries=tries).lower().endswith(card.lower())


def test_the_cards_are_numbered_without_a_gap():
    skipped = sorted(set(range(1, len(CARDS) + 1)) - {card.number for card in CARDS})
    assert not skipped, f"take the next number: V{skipped[0]} is free, and the highest is V{CARDS[-1].number}"
    assert [card.number for card in CARDS] == list(range(1, len(CARDS) + 1)), (
        "the cards stand in order of their numbers"
    )
    assert len(CARDS) >= 82


@pytest.mark.parametrize(("verdict", "numbers"), READ.items())
def test_the_verdicts_are_those_of_the_reading(verdict, numbers):
    assert {n: CLAIMS.card(f"V{n}").verdict for n in numbers.split()} == dict.fromkeys(numbers.split(), verdict)


def test_every_card_of_the_reading_is_judged_once():
    assert sorted(int(n) for numbers in READ.values() for n in numbers.split()) == list(range(1, 83))


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_a_verdict_has_a_basis_that_may_carry_it(card):
    assert card.rules or card.no_rule
    assert not set(card.rules) & RECALLED
    assert [citation.rule for citation in card.citations] == list(card.rules)
    last = max(rule.checked for rule in LAW.rules.values())
    assert card.no_rule is None or card.no_rule.searched <= last, f"{card.id} was searched after the shelf: {last}"


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_what_is_commonly_said_is_worded_so(card):
    if any(citation.standing == "lead" for citation in card.citations) and {"RPT-2", "RPT-3", "RPT-4"} & set(
        card.rules
    ):
        assert re.search("通常的说法|没有查到", card.says.zh)
        assert re.search("commonly described|no rule was found", card.says.en)


def test_only_two_cards_of_the_reading_name_no_article():
    assert [card.id for card in CARDS if not card.articles and card.number <= 82] == ["V6", "V34"]


@pytest.mark.parametrize(
    ("card", "articles"),
    [
        ("V3", "000 001"),
        ("V4", "000 001"),
        ("V13", "000 002"),
        ("V22", "000 001 002 004"),
        ("V25", "002 004"),
        ("V17", "000 001 004"),
        ("V30", "003 004"),
        ("V74", "002 003"),
    ],
)
def test_articles_that_share_a_claim_are_all_named(card, articles):
    assert CLAIMS.card(card).articles == tuple(articles.split())


@pytest.mark.parametrize(
    ("card", "rules"),
    [
        ("V14", {"PLAN-2"}),
        ("V20", {"COL-6", "COL-9"}),
        ("V15", {"PLAN-6"}),
        ("V33", {"COL-3", "COL-8", "COL-11"}),
        ("V24", {"PEN-5", "CAP-3"}),
        ("V40", {"JUD-10", "JUD-11", "JUD-22"}),
        ("V72", {"JUD-20"}),
        ("V75", {"SCAM-8"}),
    ],
)
def test_what_was_mended_stays_mended(card, rules):
    assert rules <= set(CLAIMS.card(card).rules)


def test_every_topic_verdict_and_article_has_a_card():
    assert {card.topic for card in CARDS} == set(Topic)
    assert {card.verdict for card in CARDS} == set(Verdict)
    assert (
        {name for card in CARDS for name in card.articles}
        == set(CLAIMS.articles)
        == {"000", "001", "002", "003", "004"}
    )


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_the_data_hold_no_contact_and_no_shouting(path):
    said = path.read_text(encoding="utf-8")
    assert not re.findall(r"https?://|www\.|1[3-9]\d{9}|\d{8,}", said)
    assert "！" not in said
    assert not re.search(r"zh = \"[^\"]*[一-龥][,;:?!][一-龥]", said), "full-width signs between Chinese characters"


def test_a_card_names_rules_that_began_after_the_article():
    later = CLAIMS.later(CLAIMS.card("V3"), CLAIMS.articles["000"])
    assert {"COL-3", "COL-11"} <= set(later)
    assert all(LAW.rule(rule).since > date(2025, 11, 28) for rule in later)
    assert CLAIMS.later(CLAIMS.card("V66"), CLAIMS.articles["002"]) == ()  # it prints no year


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_later_rules_are_exactly_those_that_began_after_the_day(card):
    for name in card.articles:
        article = CLAIMS.articles[name]
        press = {r for r in card.rules if LAW.sources[LAW.rule(r).source].force is Force.PRESS}
        began = {r for r in card.rules if article.day and LAW.rule(r).since > article.day}
        assert set(CLAIMS.later(card, article)) == began - press


def test_the_day_itself_is_not_later():
    article = CLAIMS.articles["001"].model_copy(update={"day": date(2026, 8, 1)})
    assert CLAIMS.later(CLAIMS.card("V66"), article) == ()
    eve = article.model_copy(update={"day": date(2026, 7, 31)})
    assert CLAIMS.later(CLAIMS.card("V66"), eve) == ("PEN-9",)


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_a_card_is_found_by_its_claim_in_either_script_and_language(card):
    for text in (card.claim.zh, traditional(card.claim.zh), card.claim.en.upper(), card.id.lower()):
        assert card in CLAIMS.find(text)


def test_filters_narrow_and_an_empty_filter_lets_all_pass():
    assert CLAIMS.find() == tuple(CARDS)
    assert {card.topic for card in CLAIMS.find(topics=[Topic.COURT])} == {Topic.COURT}
    both = CLAIMS.find(topics=[Topic.CONTACTS], verdicts=[Verdict.WRONG])
    assert both == tuple(c for c in CARDS if c.topic is Topic.CONTACTS and c.verdict is Verdict.WRONG)
    assert all("003" in card.articles for card in CLAIMS.find(articles=["003"]))
    assert CLAIMS.find("没有这样的字眼xyz") == ()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in DATA:
        shutil.copy(path, tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "good", "bad", "told"),
    [
        ("court.toml", 'rules = ["CC-9"]', "", "basis"),
        ("court.toml", 'rules = ["CC-9"]', 'rules = ["CC-999"]', "CC-999"),
        ("court.toml", 'rules = ["CC-9"]', 'rules = ["CC-9", "CC-9"]', "twice"),
        ("court.toml", 'articles = ["000", "001"]', 'articles = ["007"]', "007"),
        ("court.toml", 'verdict = "partly"', 'verdict = "maybe"', "verdict"),
        ("court.toml", "[V4]", "[V4]\nscore = 3", "score"),
        ("court.toml", "[V4]", "[V5]", "already"),
        ("court.toml", "[V4]", "[X4]", "X4"),
        ("court.toml", "[V4]", "[V16]", "V16"),
        ("court.toml", "searched = 2026-11-22", 'searched = "2026-11-22"', "searched"),
        ("articles.toml", "day = 2025-11-28", "", "day"),
        ("articles.toml", "day = 2025-11-28", 'day = "2025-11-28"', "day"),
        ("articles.toml", 'kind = "spun"', 'kind = "good"', "kind"),
    ],
)
def test_broken_data_are_refused_with_file_and_place(folder, file, good, bad, told):
    path = folder / file
    said = path.read_text(encoding="utf-8")
    assert good in said
    path.write_text(said.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(BadFile, match=told) as refused:
        cards.load(folder)
    assert file in str(refused.value) or told == "already"


def test_a_missing_language_is_refused(folder):
    path = folder / "fees.toml"
    said = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r', en = "Once overdue[^"]*"', "", said), encoding="utf-8")
    with pytest.raises(BadFile, match=r"V17\.claim\.en"):
        cards.load(folder)


@pytest.mark.parametrize("word", ["坐牢", "prison", "爆通讯录", "爆通訊錄", "黑名单", "老赖", "scam"])
def test_the_words_of_the_frightened_find_cards(word):
    assert CLAIMS.find(word)
