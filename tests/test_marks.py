"""Where a sign stands in a text as pasted, and that nothing of the text is lost or run."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overdue.claims import pieces, widened
from overdue.claims.flags import READER
from overdue.claims.wording import Wording
from overdue.model import OverdueError
from overdue.ui.claims.reader import marked
from overdue.words.script import fold

ADVERT = "老师免费咨询网贷逾期，征信修复，债务清零，加微信"


def signs_in(text):
    """The ids of the acts done in a text."""
    return {mark.sign.id for mark in READER.read(text).done}


def test_a_mark_names_the_words_as_pasted():
    text = "你好。債 務 清 零！"
    (mark,) = READER.read(text).marks
    assert text[mark.start : mark.end] == "債 務 清 零"
    assert {citation.rule for citation in mark.citations} == {"CC-15", "CC-17", "SCAM-2"}


def test_a_respelt_word_keeps_its_place():
    text = "先说一句。zhengxin修复。yuqi全部消除。"
    spans = [text[mark.start : mark.end] for mark in READER.read(text).marks if mark.sign.id == "cleans"]
    assert spans == ["zhengxin修复", "yuqi全部消除"]


def test_marks_come_in_order_and_those_of_one_sign_do_not_overlap():
    marks = READER.read(ADVERT * 3).marks
    assert [(m.start, m.end) for m in marks] == sorted((m.start, m.end) for m in marks)
    for sign in READER.signs:
        own = [m for m in marks if m.sign is sign]
        assert all(a.end <= b.start for a, b in pairwise(own))


@pytest.mark.parametrize("paid", ["500", "5,000", "12.50", "５００"])
def test_a_mark_ends_inside_no_number_and_no_latin_word(paid):
    text = f"债务优化，专业团队帮您协商停息挂账，先付定金{paid}，不成功全额退，加weixinabc详谈"
    marks = READER.read(text).marks
    assert any(text[mark.start : mark.end].endswith(paid) for mark in marks)
    for mark in marks:
        around = text[mark.end - 1 : mark.end + 1], text[max(mark.start - 1, 0) : mark.start + 1]
        assert not [
            pair for pair in around if len(pair) == 2 and (pair.isdigit() or (pair.isascii() and pair.isalpha()))
        ]


def test_words_far_apart_or_in_another_sentence_are_no_sign():
    plain = READER.worded(Wording(0.0, 0.0, {}, {}))
    assert not plain.read("债务" + "一" * 90 + "清零").marks
    assert signs_in("我有一笔小小的债务需要慢慢还。新年清零，重新开始。") == set()


ANY = st.text(
    st.sampled_from(
        "债务清零老师加微信征信修复免费咨询逾期zxyuqi。，？！“”、\n <>&\"'😀🔥💰ab１２\u202eמרחב\u0301\ud7ff"
    ),
    max_size=80,
)


@settings(max_examples=150)
@given(ANY)
def test_the_pieces_are_the_text_and_nothing_is_lost(text):
    marks = READER.read(text).marks
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


def test_what_is_shown_ends_at_the_ends_of_its_phrase_and_is_numbered_by_its_place():
    text = "保证停息挂账，不成功全额退款。内部渠道，先交资料费300元，"
    marks = READER.read(text).marks
    shown = widened(text, marks)
    assert {m.sign for m in shown} == {m.sign for m in marks}
    phrases = text.replace("。", "，").split("，")
    assert {part for m in shown for part in text[m.start : m.end].replace("。", "，").split("，")} <= set(phrases)
    html = marked(pieces(text, shown), list(dict.fromkeys(mark.sign for mark in marks)))
    numbers = [int(n) for group in re.findall("<sup>([^<]+)<", html) for n in group.split("·")]
    first = list(dict.fromkeys(numbers))
    assert first == sorted(first) == list(range(1, len(first) + 1))


@settings(max_examples=150)
@given(ANY)
def test_widened_marks_hold_the_marks_and_the_pieces_are_the_text(text):
    marks = READER.read(text).marks
    shown = widened(text, marks)
    assert sorted(m.sign.id for m in shown) == sorted(m.sign.id for m in marks)
    for mark in marks:
        assert any(s.sign is mark.sign and s.start <= mark.start and mark.end <= s.end for s in shown)
    assert "".join(piece.text for piece in pieces(text, shown)) == text


def test_what_is_pasted_is_shown_and_never_run():
    text = f'<script>alert(1)</script><img src=x onerror="a()">{ADVERT}<b>'
    marks = READER.read(text).marks
    html = marked(pieces(text, marks), [mark.sign for mark in marks])
    assert set(re.findall(r"<(\w+)", html)) <= {"mark", "bdi", "sup"}
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


@pytest.mark.parametrize(
    "unit",
    [ADVERT, "债务清零", "债务", "老师", "<script>", "😀征🔥信", "مرحبا ", "债\n", "退出违约服务费", "zx", "a", " "],
    ids=lambda unit: ascii(unit)[:16],
)
def test_of_two_hundred_kilobytes_nothing_is_lost(unit):
    text = unit * (200_000 // len(unit.encode()))
    marks = READER.read(text).marks
    assert "".join(piece.text for piece in pieces(text, marks)) == text  # how fast: make bench


def test_a_text_beyond_all_measure_is_refused_with_a_sentence():
    with pytest.raises(OverdueError) as refused:
        READER.read("债" * 300_001)
    assert refused.value.key == "claims.text_too_long"
