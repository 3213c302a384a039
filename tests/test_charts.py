"""The charts of the way in and of the penalty: plotly accepts them, and they draw the ledger's own figures."""

from __future__ import annotations

from datetime import date

import pytest

from overdue.accrual import accrue
from overdue.casefile import STORIES, read
from overdue.charts import penalty
from overdue.charts.look import Look
from overdue.tables import penalty as tables

LOOK = Look(("#111111",) * 10, "#000000", "#ffffff", "#cccccc")
NAMES = dict.fromkeys((*tables.COMPONENTS, "line", "due", "paid", "today"), "name")


def growing(code):
    case, _ = read({"story": code}, date(2026, 11, 22))
    return case, case.loan(), tables.growth(case.loan(), case.as_of, case.paid, case.payment_order)


@pytest.mark.parametrize("code", STORIES)
@pytest.mark.parametrize("only", [False, True])
def test_plotly_accepts_the_growth_chart(code, only):
    case, loan, frame = growing(code)
    paid = [p.paid_on for p in case.paid]
    figure = penalty.growth(frame, LOOK, NAMES, case.as_of, loan.due_days(), paid, only).checked()
    stacked = [trace for trace in figure.data if trace.stackgroup]
    assert stacked and all(trace.fillpattern.shape is not None for trace in stacked)
    assert figure.layout.annotations[0].text == "name"  # the day looked at is named on the chart


@pytest.mark.parametrize("rate", ["0", "6", "18"])
def test_the_line_stays_in_the_picture_however_low_the_rate(rate):
    case, _ = read({"story": "job", "rate": rate}, date(2026, 11, 22))
    loan = case.loan()
    frame = tables.growth(loan, case.as_of, (), case.payment_order)
    figure = penalty.growth(frame, LOOK, NAMES, case.as_of, loan.due_days(), [], False).checked()
    (line,) = [trace for trace in figure.data if trace.line.dash == "dash"]
    assert max(line.y) < figure.layout.yaxis.range[1]
    assert all(
        note.y is None or note.yref == "paper" or note.y < figure.layout.yaxis.range[1]
        for note in figure.layout.annotations
    )


@pytest.mark.parametrize("code", STORIES)
def test_every_point_is_the_ledger_of_its_day(code):
    case, loan, frame = growing(code)
    assert case.as_of in set(frame["day"]) and frame["day"].is_monotonic_increasing
    for row in frame.iloc[:: max(1, len(frame) // 6)].itertuples():
        known = [p for p in case.paid if p.paid_on <= case.as_of]
        owed = accrue(loan, row.day, known, case.payment_order)
        assert (row.total, row.penalty) == (float(owed.total), float(owed.penalty))
