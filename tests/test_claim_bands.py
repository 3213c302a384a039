"""The articles' calendars beside each other: their contradictions, their days, and the chart."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from overdue.charts import claims as charts
from overdue.charts.look import Look
from overdue.claims import CLAIMS, DISAGREEMENT, bands, cards
from overdue.model import BadFile
from overdue.tables import claims as tables
from overdue.words import Lang, words

HERE = Path(cards.__file__).parent


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
