"""Claims against rules: what is judged and on what basis, finding cards, the quiz, the articles' disagreements."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overdue.charts import claims as charts
from overdue.charts.look import Look
from overdue.claims import CLAIMS, DISAGREEMENT, HIGHEST_SEED, Topic, Verdict, bands, cards, quiz, score
from overdue.law import LAW, Force
from overdue.model import BadFile, OverdueError
from overdue.tables import claims as tables
from overdue.words import Lang, traditional, words

HERE = Path(cards.__file__).parent
ROOT = Path(__file__).parents[1]
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


def test_the_cards_are_numbered_without_a_gap():
    assert [card.number for card in CARDS] == list(range(1, len(CARDS) + 1))
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
    assert card.no_rule is None or card.no_rule.searched in (date(2026, 11, 22), date(2026, 11, 25))


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_what_is_commonly_said_is_worded_so(card):
    if any(citation.standing == "lead" for citation in card.citations) and {"RPT-2", "RPT-3", "RPT-4"} & set(
        card.rules
    ):
        assert re.search("通常的说法|没有查到", card.says.zh)
        assert re.search("commonly described|no rule was found", card.says.en)


def test_only_two_cards_of_the_reading_name_no_article():
    assert [card.id for card in CARDS if not card.articles] == ["V6", "V34"]


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


@settings(max_examples=60)
@given(st.integers(0, HIGHEST_SEED), st.integers(1, 20))
def test_a_quiz_holds_distinct_cards_and_no_verdict_more_than_half(seed, count):
    drawn = quiz(seed, count)
    assert len({card.id for card in drawn}) == len(drawn) == count
    counts = [sum(card.verdict is verdict for card in drawn) for verdict in Verdict]
    assert max(counts) <= max(1, count // 2)
    assert drawn == quiz(seed, count)


def test_the_same_seed_is_the_same_run_in_another_process():
    ask = "from overdue.claims import quiz; print(*(card.id for card in quiz(20261122)))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": h}
        ).stdout
        for h in ("1", "2")
    }
    assert runs == {" ".join(card.id for card in quiz(20261122)) + "\n"}


def test_every_card_can_come_up_and_runs_differ():
    seen = {card.id for seed in range(200) for card in quiz(seed)}
    assert seen == set(CLAIMS.cards)
    assert len({tuple(card.id for card in quiz(seed)) for seed in range(50)}) == 50


@pytest.mark.parametrize("count", [0, -1, 21])
def test_a_quiz_of_another_length_is_refused(count):
    with pytest.raises(OverdueError) as refused:
        quiz(1, count)
    assert refused.value.key == "claims.quiz_count"


def test_the_score_counts_right_guesses_only():
    drawn = quiz(3)
    right = {card.id: card.verdict for card in drawn}
    assert score(drawn, {}) == 0
    assert score(drawn, dict(list(right.items())[:4])) == 4
    others = {card.id: next(v for v in Verdict if v is not card.verdict) for card in drawn}
    assert score(drawn, others) == 0


def test_ten_contradictions_are_told_and_each_has_its_cards():
    view = DISAGREEMENT
    assert len(view.contradictions) == 10
    assert [c.id for c in view.contradictions if c.inside_one] == [
        "agency",
        "malice",
        "order",
        "contacts",
        "third_parties",
    ]
    assert {card for c in view.contradictions for card in c.cards} <= set(CLAIMS.cards)
    for c in view.contradictions:
        assert [citation.rule for citation in c.citations] == list(c.rules)


def test_the_printed_days_are_those_of_the_articles():
    days = {s.id: [(b.first, b.last) for b in s.bands] for s in DISAGREEMENT.stages}
    assert days["000-table"] == [(1, 3), (4, 7), (8, 15), (16, 30), (31, None)]
    assert days["000-malice"] == [(31, 60), (61, 90), (91, None)]
    assert days["001-comment"] == [(15, None)]
    assert days["003-text"] == [(None, None)]


def test_the_bands_of_a_row_do_not_overlap():
    for stages in DISAGREEMENT.stages:
        dated = [b for b in stages.bands if b.first is not None]
        assert all(a.last < b.first for a, b in pairwise(dated))


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ('article = "002"', 'article = "009"', "009"),
        ('cards = ["V3"]', 'cards = ["V999"]', "V999"),
        ('rules = ["CC-17"]', 'rules = ["CC-170"]', "CC-170"),
        ('id = "rule-codes"', 'id = "rule-suit"', "rule-suit"),
        ("from = 1\nto = 4", "from = 1", "both days"),
        ("from = 1\nto = 4", "from = 4\nto = 1", "before"),
        ("axis_days = 120", "axis_days = 120\nzoom = 2", "zoom"),
    ],
)
def test_a_broken_view_is_refused(tmp_path, good, bad, told):
    said = (HERE / "bands.toml").read_text(encoding="utf-8")
    assert good in said
    path = tmp_path / "bands.toml"
    path.write_text(said.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(BadFile, match=told):
        bands.load(path)


LOOK = Look(colours=tuple(f"#{n}{n}{n}{n}{n}{n}" for n in range(10)), ink="#000000", paper="#ffffff", line="#888888")


@pytest.mark.parametrize("lang", list(Lang))
def test_the_chart_shows_every_row_once_and_shades_every_disputed_span(lang):
    frame = tables.bands(DISAGREEMENT, words(lang))
    figure = charts.disagreement(frame, LOOK, "axis").checked()
    named = [annotation.text for annotation in figure.layout.annotations]
    assert sorted(named) == sorted(set(rows_of(frame)))
    assert sum(len(trace.x) for trace in figure.data) == len(frame)
    disputed = [c for c in DISAGREEMENT.contradictions if c.first is not None]
    assert len(figure.layout.shapes) == len(disputed) >= 5


def rows_of(frame):
    return [row for block in tables.BLOCKS for row in dict.fromkeys(frame.loc[frame["block"] == block, "row"])]


def test_a_day_takes_its_place_on_the_stretched_axis():
    frame = tables.bands(DISAGREEMENT, words(Lang.EN))
    table = frame[frame["row"].str.contains("its table")]
    assert list(table["label"]) == ["1–3", "4–7", "8–15", "16–30", "31+"]
    assert list(table["end"])[:-1] == list(table["start"])[1:]  # no gap: the next begins where one ends
    assert (frame["start"] < frame["end"]).all()


def test_the_finished_quiz_says_guess_and_verdict():
    drawn, w = quiz(5), words(Lang.EN)
    guesses = {drawn[0].id: Verdict.WRONG}
    frame = tables.answers(drawn, guesses, w)
    assert list(frame.iloc[:, 1])[:2] == ["Wrong or outdated", ""]
    assert list(frame.iloc[:, 2]) == [w(f"claims.verdict.{card.verdict}") for card in drawn]


@pytest.mark.parametrize("word", ["坐牢", "prison", "爆通讯录", "爆通訊錄", "黑名单", "老赖", "scam"])
def test_the_words_of_the_frightened_find_cards(word):
    assert CLAIMS.find(word)
