"""The charts of the bill and of the clocks show what the figures say, and plotly takes every option."""

from __future__ import annotations

from overdue.bill import check_bill
from overdue.charts import bill as charts
from overdue.tables import bill as tables
from tests.cases import loan
from tests.test_bill import AS_OF
from tests.test_credit_charts import look

NAMES = {name: name for name in charts.STACK}


def traces(figure):
    return figure.checked().data


def test_a_bill_without_lines_stands_as_one_unnamed_part():
    check = check_bill(loan(), {"penalty": "400", "total": "3700"}, AS_OF)
    sides = tables.sides(check)
    assert sides["theirs"] == {"penalty": 400.0, "other": 3300.0}
    assert sum(sides["ours"].values()) == 3587.25
    labels = {"ours": "Contract", "theirs": "Bill"}
    drawn = traces(charts.stacked(sides, labels, NAMES, look(), (3548.13, "24 %")))
    assert [(t.name, list(t.x)) for t in drawn if t.name == "penalty"] == [("penalty", [400.0, 317.25])]
    assert {t.marker.pattern.shape for t in drawn} == {"x", "-"}


def test_the_reference_line_is_named_on_the_bars():
    figure = charts.stacked({"ours": {"principal": 5.0}}, {"ours": "Contract"}, NAMES, look(), (4.0, "24 %")).checked()
    assert figure.layout.shapes[0].x0 == 4.0
    assert "24 %" in [note.text for note in figure.layout.annotations]


def test_the_band_reaches_from_end_to_end():
    drawn = traces(charts.band(10.0, 12.0, 20.0, {"low": "l", "usual": "u", "high": "h"}, look("dark")))
    assert list(drawn[0].x) == [10.0, 20.0] and list(drawn[1].x) == [12.0]
