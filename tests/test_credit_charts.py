"""The record's charts show what the record says, and every letter in a cell can be read."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest

from overdue.charts import credit as charts
from overdue.charts.look import Look
from overdue.credit import compare_payoffs, record, status_codes
from overdue.model import Instalment, Lender, Loan
from overdue.periods import add_period
from overdue.tables import credit as tables
from overdue.tables import window as rows
from overdue.words import Lang, words
from tests.test_look import contrast

CONFIG = tomllib.loads((Path(__file__).parents[1] / ".streamlit/config.toml").read_text(encoding="utf-8"))
DUE = [add_period(date(2026, 1, 10), months=n) for n in range(3)]
LOAN = Loan(
    lender=Lender.PLATFORM,
    contract_on=date(2025, 9, 10),
    annual_rate="0.18",
    instalments=[Instalment(due_on=day, principal="1000", interest="90") for day in DUE],
)
TODAY = date(2026, 6, 30)
W = words(Lang.ZH)


def look(theme="light"):
    held = CONFIG["theme"][theme]
    colours = tuple(held["chartCategoricalColors"])
    return Look(colours=colours, ink=held["textColor"], paper=held["backgroundColor"], line=held["borderColor"])


def window(seen):
    bars, marks = rows.window_bars(seen, W), rows.window_marks(seen, W)
    return charts.window_figure(bars, marks, rows.missed_months(seen, W), W("credit.chart.open"), look()).checked()


def stretches(figure):
    """First and last day of every bar drawn."""
    for bar in figure.data:
        if bar.type == "bar":
            start = date.fromisoformat(bar.base[0])
            yield start, start + timedelta(milliseconds=bar.x[0])


def said(figure):
    return " ".join(note.text for note in figure.layout.annotations)


def test_the_axis_shows_arrears_payoff_and_five_years():
    figure = window(record(LOAN, TODAY, paid_off_on=date(2026, 5, 20)))
    assert list(stretches(figure)) == [
        (date(2026, 1, 11), date(2026, 5, 20)),
        (date(2026, 5, 20), date(2031, 5, 21)),
    ]
    for day in ("2026年5月20日", "2026年6月30日", "2031年5月20日", "2031年5月21日"):
        assert day in said(figure)
    assert W("credit.chart.open") not in said(figure)


def test_unpaid_the_bar_runs_out_of_the_picture_and_says_so():
    figure = window(record(LOAN, TODAY))
    arrears, dreamt = stretches(figure)
    assert arrears[1] >= date.fromisoformat(figure.layout.xaxis.range[1])
    assert dreamt == (TODAY, date(2031, 7, 1))
    assert W("credit.chart.open") in said(figure)


def test_marks_that_share_a_day_never_share_a_line():
    figure = window(record(LOAN, date(2026, 5, 20), paid_off_on=date(2026, 5, 20)))
    levels = [note.yshift for note in figure.layout.annotations if note.yref == "paper"]
    assert len(set(levels)) == len(levels) == 4


def test_missed_months_are_ticks_in_those_months():
    figure = window(record(LOAN, TODAY))
    (ticks,) = [trace for trace in figure.data if trace.type == "scatter"]
    assert sorted((int(day[:4]), int(day[5:7])) for day in ticks.x) == [(2026, month) for month in range(1, 7)]


def test_sixty_cells_each_in_its_month_with_its_code():
    seen = record(LOAN, TODAY)
    figure = charts.grid_figure(rows.grid_cells(seen, W), "", look()).checked()
    years = [int(text) for text in figure.layout.yaxis.ticktext]
    drawn = {
        (years[row], month): code
        for trace in figure.data
        for row, month, code in zip(trace.base, trace.x, trace.text, strict=True)
    }
    assert drawn == {(m.month.year, m.month.month): m.code for m in seen.months}
    assert len(drawn) == 60


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("group", [*charts.CELLS, "other"])
def test_every_letter_in_a_cell_can_be_read(theme, group):
    cell = rows.Cell(2026, 1, "1", group, "")
    (trace,) = charts.grid_figure([cell], "", look(theme)).checked().data
    assert contrast(trace.textfont.color, trace.marker.color) >= 4.5


def test_the_seven_bands_differ_in_pattern_not_only_in_colour():
    patterns = [charts.CELLS[band].pattern for band in "1234567"]
    assert len(set(patterns)) == 7


@pytest.mark.parametrize("lang", list(Lang))
def test_every_code_is_explained_in_every_script(lang):
    w = words(lang)
    frame = tables.codes_table(TODAY, w)
    assert list(frame.iloc[:, 0]) == [f"`{code.code}`" for code in status_codes(TODAY)]
    assert sum(frame.iloc[:, 2] == w("credit.codes.weak")) == 3


def test_a_closed_account_and_one_not_yet_opened_are_told_apart():
    seen = record(LOAN, date(2026, 8, 31), paid_off_on=date(2026, 5, 20))
    meanings = [text for month, text in tables.told(seen, W) if month.code == "/"]
    assert meanings[:3] == [W("credit.grid.closed_cell")] * 3
    assert W("credit.grid.closed_cell") not in meanings[3:]


def test_accounts_keep_their_own_clocks_side_by_side():
    choices = compare_payoffs({"A": date(2026, 1, 1), "B": None})
    bars = rows.choice_bars(choices, {"A": "A", "B": "B"}, TODAY)
    assert [(bar.start, bar.end) for bar in bars] == [(date(2026, 1, 1), date(2031, 1, 2)), (TODAY, None)]
    frame = tables.accounts_table(choices, {"A": "A", "B": "B"}, W)
    assert list(frame.iloc[1]) == ["B", W("credit.spells.none"), W("credit.spells.none")]
