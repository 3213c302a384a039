"""The files of the shelf: what is refused and where, what every rule must say, and its sentences."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import BaseModel

from overdue.law import HERE, LAW, load
from overdue.model import BadFile, Standing, Text

TESTS = Path(__file__).parent
BROKEN = TESTS / "broken" / "law"
TODAY = date(2026, 11, 22)
SECOND_READING = date(2026, 11, 25)
FAULTS = [
    ("unknown_key", "unknown_key.toml", "CC-90.colour", "not permitted"),
    ("missing_language", "missing_language.toml", "CC-90.title.en", "required"),
    ("empty_sentence", "empty_sentence.toml", "CC-90.says.zh", "at least 1 character"),
    ("missing_clause", "missing_clause.toml", "CC-90.clause", "required"),
    ("first_day_as_text", "first_day_as_text.toml", "CC-90.since", "valid date"),
    ("day_with_a_time", "day_with_a_time.toml", "CC-90.checked", "valid date"),
    ("unknown_standing", "unknown_standing.toml", "CC-90.standing", "'lead'"),
    ("unknown_document", "unknown_document.toml", "CC-90.source", "no-such-law"),
    ("unknown_further_document", "unknown_further_document.toml", "CC-90.source", "no-such-law"),
    ("unknown_document_of_a_value", "unknown_document_of_a_value.toml", "CC-90.source", "no-such-law"),
    ("topic_repeated", "topic_repeated.toml", "CC-90.topic", "name of the file"),
    ("id_used_elsewhere", "zz.toml", "CR-2", "already on the shelf"),
    ("id_used_twice", "id_used_twice.toml", "-", "CC-90"),
    ("use_not_said", "use_not_said.toml", "CC-90.values.days.live", "required"),
    ("no_rows", "no_rows.toml", "CC-90.values.days.rows", "at least 1 item"),
    ("row_without_value", "row_without_value.toml", "CC-90.values.days.rows.0", "ended = true"),
    ("same_day_twice", "same_day_twice.toml", "CC-90.values.days", "2021-01-01 stands before 2021-01-01"),
    ("rows_fall", "rows_fall.toml", "CC-90.values.days", "rows must rise by day"),
    ("value_day_as_text", "value_day_as_text.toml", "CC-90.values.days.rows.0.value", "without quotes"),
    ("value_not_a_number", "value_not_a_number.toml", "CC-90.values.days.rows.0.value", "finite"),
    ("known_until_in_between", "known_until_in_between.toml", "CC-90.values.days", "only the last row"),
    ("not_a_table", "not_a_table.toml", "CC-90", "table"),
    ("not_toml", "not_toml.toml", "-", "line 1"),
    ("assumption_with_a_clause", "assumptions.toml", "day_basis.clause", "not permitted"),
    ("assumption_without_a_reason", "assumptions.toml", "day_basis.why", "required"),
    ("unknown_force", "sources.toml", "some-law.force", "'press'"),
]


@pytest.mark.parametrize(("fault", "file", "path", "why"), FAULTS, ids=[fault for fault, *_ in FAULTS])
def test_a_broken_file_is_refused_by_name_and_place(tmp_path: Path, fault: str, file: str, path: str, why: str) -> None:
    for good in ("sources.toml", "record.toml"):
        shutil.copy(HERE / good, tmp_path)
    shutil.copy(BROKEN / f"{fault}.toml", tmp_path / file)
    with pytest.raises(BadFile) as refused:
        load(tmp_path)
    assert str(refused.value).startswith(f"{file}: {path}: ")
    assert why in str(refused.value)


def test_every_broken_file_is_tried() -> None:
    assert {path.stem for path in BROKEN.iterdir()} == {fault for fault, *_ in FAULTS}


def test_nothing_on_the_shelf_can_be_changed() -> None:
    bands = LAW.value("JUD-5", "bands", TODAY)
    with pytest.raises(TypeError):
        bands["flat_fee"] = 60
    with pytest.raises(TypeError):
        bands["bands"][0]["rate"] = 1
    with pytest.raises(TypeError):
        LAW.rules["CC-9"].values["limitation_years"] = None  # type: ignore[index]
    with pytest.raises(TypeError):
        LAW.rules["CC-9"] = None  # type: ignore[index]


def test_an_assumption_is_in_no_rule() -> None:
    numbers = {"12363"}
    assert not numbers & {row.value for _, row in _rows() if isinstance(row.value, str)}


def test_every_document_is_used() -> None:
    used = set().union(*(rule.documents for rule in LAW.rules.values()))
    unused = sorted(LAW.sources.keys() - used)
    assert not unused, (
        f"no rule names them as its source or in also: take them out of sources.toml or use them: {unused}"
    )


def test_every_rule_was_checked_and_none_is_from_the_future() -> None:
    today = max(SECOND_READING, datetime.now(ZoneInfo("Asia/Shanghai")).date())
    assert {id_: rule.checked for id_, rule in LAW.rules.items() if not TODAY <= rule.checked <= today} == {}
    assert {id_: rule.since for id_, rule in LAW.rules.items() if rule.since > today} == {}
    assert {id_: row.since for id_, row in _rows() if row.since > today} == {}


def test_a_lead_is_worded_as_one() -> None:
    for id_, rule in LAW.rules.items():
        if rule.standing is Standing.LEAD:
            assert "通常的说法是" in rule.says.zh, id_
            assert "ommonly described as" in rule.says.en, id_


def _rows() -> Iterator[tuple[str, Any]]:
    for id_, rule in LAW.rules.items():
        for value in rule.values.values():
            for row in value.rows:
                yield id_, row


def _pairs(where: str, node: object) -> Iterator[tuple[str, str, str]]:
    """Every pair of sentences below a rule, a document or an assumption."""
    if isinstance(node, Text):
        yield where, node.zh, node.en
    elif isinstance(node, Mapping):
        if {"zh", "en"} <= node.keys():
            yield where, node["zh"], node["en"]
        for name, child in node.items():
            yield from _pairs(f"{where}.{name}", child)
    elif isinstance(node, tuple):
        for n, child in enumerate(node):
            yield from _pairs(f"{where}.{n}", child)
    elif isinstance(node, BaseModel):
        for name in type(node).model_fields:
            yield from _pairs(f"{where}.{name}", getattr(node, name))


PAIRS = [
    pair
    for shelf in (LAW.rules, LAW.sources, LAW.assumptions)
    for name, node in shelf.items()
    for pair in _pairs(name, node)
]
HAN = r"[\u4e00-\u9fff]"


def test_chinese_sentences_use_chinese_punctuation() -> None:
    half_width = re.compile(rf"{HAN}[,.;:?!()]|[,.;:?!()]{HAN}")
    wrong = [(where, zh) for where, zh, _ in PAIRS if half_width.search(zh) or "！" in zh or '"' in zh]
    assert not wrong


def test_english_sentences_use_none() -> None:
    assert not [(where, en) for where, _, en in PAIRS if re.search("[，。；：？！（）、]", en) or "!" in en]


def test_both_languages_are_written() -> None:
    assert len(PAIRS) > 600
    for where, zh, en in PAIRS:
        latin = zh.isascii()
        assert latin or re.search(HAN, zh) or zh == en, where
        assert re.search("[A-Za-z]", en), where


def test_a_sentence_is_a_sentence() -> None:
    for id_, rule in LAW.rules.items():
        assert rule.says.zh.endswith("。"), id_
        assert rule.says.en.endswith("."), id_
        assert not rule.title.zh.endswith("。"), id_
