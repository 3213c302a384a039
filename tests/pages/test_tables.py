"""Behind every chart stands a table with its figures, on the same page and in reach of the same question."""

from __future__ import annotations

import pytest

# page, the question that draws the chart, a figure of the case that must stand in the table behind it
CHARTS = [
    ("penalty", "chart", "3,587.25"),
    ("credit", "choices", "2031"),
    ("timeline", "calendar", "2026"),
]
CASE = {
    "lender": "platform", "contract_on": "2025-09-10", "due_on": "2026-01-10", "principal": "1000", "interest": "90",
    "missed": "3", "remaining": "0", "rate": "18", "uplift": "50", "day_basis": "360", "as_of": "2026-06-30",
}  # fmt: skip


@pytest.mark.parametrize(("page", "question", "figure"), CHARTS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_chart_has_its_figures_as_text(visit, page, question, figure, lang):
    at = visit(page, **CASE, lang=lang, open=question)
    assert at.get("plotly_chart")
    told = "\n".join([*(t.value.to_string() for t in at.table), *(m.value for m in at.markdown)])
    assert figure in told
    assert all(chart.proto.alt for chart in at.get("plotly_chart"))
