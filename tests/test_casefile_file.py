"""The case file: a round trip loses nothing, older files open, broken or hostile ones change nothing."""

from __future__ import annotations

import json
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overdue.casefile import CaseFile, dump, load, read
from overdue.model import OverdueError
from overdue.negotiation import Channel, LogEntry
from overdue.words import Lang, words

TODAY = date(2026, 11, 22)
CASE, _ = read({"story": "illness", "income": "5200.50", "savings": "300"}, TODAY)
ENTRY = LogEntry(
    on=date(2026, 6, 1), at=time(22, 30), channel=Channel.CALL, who="工号 12", said="今天不还就上门", promised=""
)


def content(**changes):
    return json.loads(dump(CaseFile(CASE, (ENTRY,)))) | changes


def test_a_round_trip_keeps_figures_budget_and_log():
    held = CaseFile(CASE, (ENTRY, ENTRY.model_copy(update={"promised": "三日内答复"})))
    assert load(dump(held).encode(), date(2031, 1, 1)) == held
    assert dump(load(dump(held).encode(), date(2031, 1, 1))) == dump(held)


@given(st.text(max_size=300), st.text(max_size=50))
def test_any_text_in_the_log_survives(said, who):
    held = CaseFile(CASE, (LogEntry(on=TODAY, said=said, who=who),))
    assert load(dump(held).encode(), TODAY).log == tuple(entry for entry in held.log if entry.tells)


def test_a_file_of_the_first_version_opens_without_a_log():
    old = content(version=1)
    del old["log"]
    assert load(json.dumps(old).encode(), TODAY) == CaseFile(CASE)


def test_a_file_with_a_byte_order_mark_opens():
    assert load(b"\xef\xbb\xbf" + dump(CaseFile(CASE)).encode(), TODAY).case == CASE


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "file.not_json"),
        (b"\xff\xfe\x00", "file.not_json"),
        (b"[" * 200_000, "file.not_json"),
        (b"1" * 5_000, "file.not_json"),
        (b"x" * 2_000_001, "file.too_large"),
        (b"[]", "file.foreign"),
        (b'{"app": "another"}', "file.foreign"),
        (json.dumps(content(version=3)).encode(), "file.newer"),
        (json.dumps(content(version="2")).encode(), "file.broken"),
        (json.dumps(content(case={"principal": 1000})).encode(), "file.broken"),
        (json.dumps(content(case=content()["case"] | {"principal": "-1"})).encode(), "file.broken"),
        (json.dumps(content(case=content()["case"] | {"__class__": "x"})).encode(), "file.broken"),
        (json.dumps(content(log=[{"on": "2026-06-01", "evil": 1}])).encode(), "file.broken"),
        (json.dumps(content(log=[{"on": "2026-06-01"}] * 1001)).encode(), "file.broken"),
        (json.dumps(content(extra="<script>")).encode(), "file.broken"),
    ],
)
def test_what_is_no_case_file_is_refused_with_a_sentence(data, key):
    with pytest.raises(OverdueError) as refused:
        load(data, TODAY)
    assert refused.value.key == key
    for lang in Lang:
        assert "<" not in words(lang).error(refused.value)


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"case": {"contract_on": 1}}, "fields.contract_on.label"),
        ({"case": {"rate": 18}}, "fields.rate.label"),
        ({"case": {"principal": "-1"}}, "fields.principal.label"),
        ({"log": [{"on": "2026-06-01", "said": 1}]}, "negotiate.log.said"),
        ({"log": 1}, "negotiate.log.title"),
    ],
)
@pytest.mark.parametrize("lang", list(Lang))
def test_the_place_that_cannot_be_used_is_named_as_the_reader_knows_it(changes, key, lang):
    with pytest.raises(OverdueError) as refused:
        load(json.dumps(content(**changes)).encode(), TODAY)
    w = words(lang)
    assert w.error(refused.value) == w("errors.file.broken", place=w(key))


@pytest.mark.parametrize("twice", ['"principal": "1"', '"due_on": "2026-01-10"'])
def test_a_figure_that_stands_twice_is_refused_by_name(twice):
    text = json.dumps(content(case={"lender": "bank", "principal": "1000", "due_on": "2026-02-10"}))
    with pytest.raises(OverdueError) as caught:
        load(text.replace('"lender"', f'{twice}, "lender"').encode(), TODAY)
    assert caught.value.key == "file.twice" and all(words(lang).error(caught.value) for lang in Lang)


@pytest.mark.parametrize("version", [True, 2.0, "2", None])
def test_only_a_whole_number_is_a_version(version):
    with pytest.raises(OverdueError) as caught:
        load(json.dumps(content(version=version)).encode(), TODAY)
    assert caught.value.key == "file.broken"
