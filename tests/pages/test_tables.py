"""Behind every chart stands a table with its figures, on the same page and in reach of the same question."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cases import LINK as CASE

# page, the question that draws the chart, a figure of the case that must stand in the table behind it
CHARTS = [
    ("penalty", "chart", "3,587.25"),
    ("credit", "choices", "2031"),
]


@pytest.mark.parametrize(("page", "question", "figure"), CHARTS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_chart_has_its_figures_as_text(visit, page, question, figure, lang):
    at = visit(page, **CASE, lang=lang, open=question)
    assert at.get("plotly_chart")
    told = "\n".join([*(t.value.to_string() for t in at.table), *(m.value for m in at.markdown)])
    assert figure in told
    assert all(chart.proto.alt for chart in at.get("plotly_chart"))


# Where the figures of a page's own picture stand: a question of the page, or a fold below the picture.
BEHIND = {
    "home": "glance_table",
    "penalty": "q_chart",
    "proposals": "strips_table",
    "credit": "q_choices",
    "court": "q_marks",
    "timeline": "entry_due",
    "debts": "q_ways",
    "claims": "q_bands",
}
PAGES = sorted(path.stem for path in (Path(__file__).parents[2] / "pages").glob("*.py"))


def pictures(at):
    movers = [one for one in at.get("bidi_component") if one.proto.component_name == "mover"]
    return len(at.get("plotly_chart")) + sum(bool(json.loads(one.proto.bytes)["pictures"]) for one in movers)


def folds(at):
    return {str(one.key) for one in at.expander}


@pytest.mark.parametrize("page", PAGES)
def test_no_picture_is_without_its_table(visit, page):
    before = visit(page, **CASE)
    if pictures(before):
        assert BEHIND[page] in folds(before)
    for key in sorted(one for one in folds(before) if one.startswith("q_")):
        at = visit(page, **CASE, open=key.removeprefix("q_"), income="1500", needs="1000")
        if pictures(at) > pictures(before):
            told = len(at.table) > len(before.table) or {
                one for one in folds(at) - folds(before) if one.endswith("_table")
            }
            assert told, key


def test_a_column_of_figures_stands_at_its_right_edge_with_its_heading(visit):
    """The sheet sets what is an ``em`` with a ``strong`` in it to the right."""
    table = visit("penalty", **CASE, lang="en", open="how").table[0].value
    assert list(table.columns) == ["Item", "***Amount (yuan)***"]
    assert "***3,587.25***" in list(table.iloc[:, 1]) and "*" not in "".join(table.iloc[:, 0])


def test_the_payments_of_a_plan_have_their_thousands_marked(visit):
    at = visit("proposals", **CASE | {"remaining": "3000"}, later="missed", lang="en", open="how")
    (plan,) = [t.value for t in at.table if "***Left (yuan)***" in t.value.columns]
    assert plan["***Left (yuan)***"].iloc[0] == "***6,225.31***"  # 6,791.25 less the first twelfth, 565.94
