"""The charts of the way in and of the penalty: plotly accepts them, and they draw the ledger's own figures."""

from __future__ import annotations

from datetime import date

import pytest

from overdue.account import Account
from overdue.casefile import STORIES, read
from overdue.charts import penalty
from overdue.charts.look import Look
from overdue.tables import penalty as tables

LOOK = Look(("#111111",) * 10, "#000000", "#ffffff", "#cccccc")
NAMES = dict.fromkeys((*tables.COMPONENTS, "line", "due", "paid"), "name")


def drawing(**given):
    account = Account(read(given, date(2026, 11, 22))[0])
    paid = [p.paid_on for p in account.payments]
    marks = {account.as_of: "name", account.pay_on: "name"}
    figure = penalty.growth(tables.growth(account), LOOK, NAMES, marks, account.loan.due_days(), paid)
    return figure.checked()


@pytest.mark.parametrize("code", STORIES)
def test_plotly_accepts_the_growth_chart(code):
    figure = drawing(story=code)
    stacked = [trace for trace in figure.data if trace.stackgroup]
    assert stacked and all(trace.fillpattern.shape is not None for trace in stacked)
    assert figure.layout.annotations[0].text == "name"  # the day looked at is named on the chart


@pytest.mark.parametrize("rate", ["0", "6", "18"])
def test_the_line_stays_in_the_picture_however_low_the_rate(rate):
    figure = drawing(story="job", rate=rate)
    (line,) = [trace for trace in figure.data if trace.line.dash == "dash"]
    assert max(line.y) < figure.layout.yaxis.range[1]
    assert all(
        note.y is None or note.yref == "paper" or note.y < figure.layout.yaxis.range[1]
        for note in figure.layout.annotations
    )


def test_a_day_drawn_upright_crosses_no_words_of_another_and_they_stand_above_all_that_is_drawn():
    figure = drawing(story="job", pay_on="2026-08-30")
    early, late = figure.layout.shapes
    words_of_early, words_of_late = figure.layout.annotations[:2]
    plot = penalty.TALL - penalty.ABOVE - penalty.BELOW
    assert early.x0 < late.x0 and words_of_late.yshift - words_of_early.yshift == -penalty.LINE
    assert late.y1 * plot <= plot - penalty.LINE  # it ends below the words of the earlier day
    low = plot + words_of_late.yshift - penalty.LINE  # px: the foot of the lower words
    highest = max(sum(each) for each in zip(*(trace.y for trace in figure.data if trace.stackgroup), strict=True))
    assert highest / figure.layout.yaxis.range[1] * plot <= low
