"""The red-flag reader: each sign in other words and scripts, innocent texts, hostile texts, how well it reads."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overdue.claims import READER, flags, pieces
from overdue.law import LAW
from overdue.model import BadFile, OverdueError
from overdue.ui.claims.reader import marked
from overdue.words import traditional
from overdue.words.script import fold, fold_character
from tests.flags.measure import measure, signs_in, texts

HELD = [(text["sign"], text["text"]) for text in texts("signs")]
INNOCENT = texts("innocent")
# The eight rows of the published list and the seven more the articles show.
SIGNS = {
    "new_policy", "credit_washing", "agent_fee", "hand_over_cards", "forged_papers", "fake_regulator", "debt_bought",
    "personal_account", "free_bait", "teacher", "private_chat", "success_story", "promised_outcome",
    "institution_campaign", "leaving_breach",
}  # fmt: skip
ADVERT = "老师免费咨询网贷逾期，征信修复，债务清零，加微信"


def test_every_sign_is_known_and_has_why_and_what_to_do():
    assert {sign.id for sign in READER.signs} == SIGNS
    for sign in READER.signs:
        assert set(sign.rules) <= LAW.rules.keys()
        assert sign.rules or sign.origin == "caution"


def test_each_sign_is_held_by_texts_in_both_scripts():
    for sign in SIGNS:
        held = [text for name, text in HELD if name == sign]
        assert len(held) >= 2
        assert any(c != fold_character(c) for text in held for c in text if c.isalpha()), sign


@pytest.mark.parametrize(("sign", "text"), HELD)
def test_a_sign_is_found_in_other_words_and_in_either_script(sign, text):
    assert sign in signs_in(text)
    assert sign in signs_in(traditional(fold(text)))
    assert sign in signs_in(fold(text))


@pytest.mark.parametrize("text", INNOCENT)
def test_an_innocent_text_raises_no_mark(text):
    assert len(INNOCENT) >= 20
    assert signs_in(text) == signs_in(traditional(text)) == set()


def test_how_well_it_reads_texts_written_apart_from_the_patterns():
    found = measure("evaluation")
    assert found.adverts >= 30 and found.innocents >= 20
    assert found.precision >= 0.94
    assert found.recall >= 0.85
    assert found.innocents_marked <= 2


def test_what_was_read_while_writing_the_patterns_stays_found():
    found = measure("tuning")
    assert found.precision >= 0.95 and found.recall >= 0.95 and found.innocents_marked == 0


@pytest.mark.parametrize(
    "text",
    [
        "债 务 清 零",
        "债*务*清*零",
        "债\u200b务\u200b清\u200b零",
        "债🔥务🔥清🔥零",
        "债、务、清、零",
        "債　務　清　零",
        "债·务～清—零",
    ],
)
def test_characters_kept_apart_are_read_together(text):
    assert signs_in(text) == {"new_policy"}


def test_full_width_letters_and_capitals_are_read_as_plain_ones():
    assert "private_chat" in signs_in("网贷逾期的，加ＶＸ聊")
    assert "private_chat" in signs_in("网贷逾期的，加Vx聊")


@pytest.mark.parametrize("script", [fold, traditional])
def test_the_example_holds_most_signs_and_no_contact(script):
    assert len(signs_in(script(READER.example.zh))) >= 8
    assert not re.search(r"\d{5,}|[A-Za-z]{4,}", READER.example.zh)


def test_a_mark_names_the_words_as_pasted():
    text = "你好。債 務 清 零！"
    (mark,) = READER.read(text)
    assert text[mark.start : mark.end] == "債 務 清 零"
    assert {citation.rule for citation in mark.citations} == {"SCAM-1", "SCAM-2"}


def test_marks_come_in_order_and_those_of_one_sign_do_not_overlap():
    marks = READER.read(ADVERT * 3)
    assert [(m.start, m.end) for m in marks] == sorted((m.start, m.end) for m in marks)
    for sign in READER.signs:
        own = [m for m in marks if m.sign is sign]
        assert all(a.end <= b.start for a, b in pairwise(own))


def test_words_far_apart_or_in_another_sentence_are_no_sign():
    assert signs_in("债务" + "一" * 60 + "清零") == set()
    assert signs_in("我有一笔债务。新年清零，重新开始。") == set()


ANY = st.text(
    st.sampled_from("债务清零老师加微信征信修复免费咨询逾期。，\n <>&\"'😀🔥ab１２\u202eمרחב\u0301\ud7ff"), max_size=80
)


@settings(max_examples=150)
@given(ANY)
def test_the_pieces_are_the_text_and_nothing_is_lost(text):
    marks = READER.read(text)
    cut = pieces(text, marks)
    assert "".join(piece.text for piece in cut) == text
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
    assert sum(len(piece.text) for piece in cut if piece.signs) <= sum(m.end - m.start for m in marks)


@settings(max_examples=50)
@given(ANY)
def test_reading_is_the_same_in_either_script(text):
    assert signs_in(fold(text)) == signs_in(text)
    assert len(fold(text)) == len(text)


def test_every_character_keeps_its_place_when_folded():
    blocks = (range(0x20, 0xA000), range(0xF900, 0x10000), range(0x1F300, 0x1FAFF))
    every = "".join(chr(place) for block in blocks for place in block)
    assert len(fold(every)) == len(every)


def test_what_is_pasted_is_shown_and_never_run():
    text = f'<script>alert(1)</script><img src=x onerror="a()">{ADVERT}<b>'
    marks = READER.read(text)
    html = marked(pieces(text, marks), [mark.sign for mark in marks])
    assert set(re.findall(r"<(\w+)", html)) <= {"mark", "bdi", "sup"}
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


@pytest.mark.parametrize(
    "unit",
    [ADVERT, "债务清零", "债务", "老师", "<script>", "😀征🔥信", "مرحبا ", "债\n", "退出违约服务费", "a", " "],
    ids=lambda unit: ascii(unit)[:16],
)
def test_of_two_hundred_kilobytes_nothing_is_lost(unit):
    times = 200_000 // len(unit.encode())
    text = unit * times
    marks = READER.read(text)
    assert "".join(piece.text for piece in pieces(text, marks)) == text
    assert {mark.sign.id for mark in marks} >= signs_in(unit)  # how fast: make bench


def test_a_text_beyond_all_measure_is_refused_with_a_sentence():
    with pytest.raises(OverdueError) as refused:
        READER.read("债" * 300_001)
    assert refused.value.key == "claims.text_too_long"


SIGN = """
context = ["a"]
example = { zh = "a", en = "a" }
[alike]
[guards]
reach = 9
before = []
after = []
[[signs]]
id = "one"
origin = "notice"
title = { zh = "a", en = "a" }
why = { zh = "a", en = "a" }
do_now = { zh = "a", en = "a" }
rules = ["SCAM-1"]
patterns = [{ all = [["x"], ["y"]], within = 5 }]
"""


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ('rules = ["SCAM-1"]', 'rules = ["SCAM-99"]', "SCAM-99"),
        ('rules = ["SCAM-1"]', "", "caution"),
        ('origin = "notice"', 'origin = "hearsay"', "origin"),
        ("within = 5", "within = 500", "within"),
        ('why = { zh = "a", en = "a" }', 'why = { zh = "a" }', "why"),
        ("reach = 9", "reach = 9\nspeed = 1", "speed"),
    ],
)
def test_a_broken_file_of_signs_is_refused(tmp_path: Path, good, bad, told):
    path = tmp_path / "signs.toml"
    path.write_text(SIGN, encoding="utf-8")
    assert [m.sign.id for m in flags.load(path).read("x y")] == ["one"]
    path.write_text(SIGN.replace(good, bad), encoding="utf-8")
    with pytest.raises(BadFile, match=told):
        flags.load(path)


def test_a_sign_given_twice_is_refused(tmp_path: Path):
    path = tmp_path / "signs.toml"
    path.write_text(SIGN + SIGN[SIGN.index("[[signs]]") :], encoding="utf-8")
    with pytest.raises(BadFile, match="twice"):
        flags.load(path)


def test_the_files_of_texts_hold_no_contact():
    for path in Path(__file__).parent.glob("flags/*.toml"):
        said = path.read_text(encoding="utf-8")
        tomllib.loads(said)
        assert not re.findall(r"1[3-9]\d{9}|https?://|[a-z]{2,}\d{4,}", said)
