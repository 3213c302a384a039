"""Behind every chart stands a table with its figures."""

from __future__ import annotations

import pytest

CHARTS = {
    "home": {"home_grow": "317.25", "home_pay": "3,587.25", "home_record": "2031-07-01"},
    "penalty": {"growth": "3,587.25"},
    "credit": {"window": "2026-01-11"},
}
CASE = {
    "lender": "platform", "contract_on": "2025-09-10", "due_on": "2026-01-10", "principal": "1000", "interest": "90",
    "missed": "3", "remaining": "0", "rate": "18", "uplift": "50", "day_basis": "360", "as_of": "2026-06-30",
}  # fmt: skip


@pytest.mark.parametrize("page", CHARTS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_chart_opens_its_table(visit, page, lang):
    at = visit(page, **CASE, lang=lang)
    shut = len(at.table)
    for chart in CHARTS[page]:
        at.session_state[f"{chart}_table"] = True
    at.run()
    assert not at.exception
    shown = [str(table.value.to_dict()) for table in at.table]
    assert len(shown) == shut + len(CHARTS[page])
    for figure in CHARTS[page].values():
        assert any(figure in text for text in shown), figure
