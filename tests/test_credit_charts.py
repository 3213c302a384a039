"""The record's pictures and tables show what the record says."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from overdue.account import Account
from overdue.casefile import read
from overdue.charts import credit as charts
from overdue.charts.look import Look
from overdue.credit import EFFECTS, compare_payoffs, record, status_codes
from overdue.model import Instalment, Lender, Loan
from overdue.periods import add_period
from overdue.tables import credit as tables
from overdue.tables import keeping, paying
from overdue.tables import window as rows
from overdue.tables.moving import MOST_BYTES
from overdue.words import Lang, words
from tests.told import told

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


def account(**given):
    return Account(read({"story": "job"} | given, TODAY)[0])


@pytest.mark.parametrize("lang", list(Lang))
def test_each_stop_says_when_a_payoff_that_day_is_gone(lang):
    w, seen = words(lang), account(lang=lang)
    days = paying.stops(seen.as_of, seen.as_of, keeping.AHEAD)
    packed = keeping.moving(seen, days, w).packed()
    said = told(packed)
    assert len(packed) <= MOST_BYTES and list(said) == [day.isoformat() for day in days]
    for day in (*days[:3], days[30], days[-1]):
        ends = seen.record_on(day).retention
        assert said[day.isoformat()].startswith(w.day(ends.removed_from)) and w.day(day) in said[day.isoformat()]


def test_the_bar_of_the_five_years_moves_with_the_day_and_the_unpaid_one_has_no_end():
    seen = account()
    days = paying.stops(seen.as_of, seen.as_of, keeping.AHEAD)
    (picture,) = keeping.moving(seen, days, W).pictures
    (kept,) = [shape for shape in picture.shapes if shape["k"] == "kept"]
    assert kept["x"] == sorted(kept["x"]) and max(kept["w"]) - min(kept["w"]) <= 2  # five years, wherever they begin
    late = [shape for shape in picture.shapes if shape["k"] == "late"]
    whole, head = next(shape for shape in late if shape["w"] == 984), late[-1]  # up to the edge, and there an arrow
    assert whole["x"] == 0 and head["t"] == "polygon" and "1000," in head["p"]
    assert not any("q" in shape for shape in picture.shapes)  # nothing fades away


def test_the_months_run_from_a_year_back_to_the_month_of_removal():
    paid_on = date(2026, 8, 20)
    now = record(LOAN, TODAY, paid_off_on=paid_on)
    ends = [record(LOAN, TODAY, paid_off_on=paid_on, looked_on=day) for day in (paid_on, now.retention.last_day)]
    months = tables.shown_months(now, *ends)
    assert (months[0].month, months[-1].month) == (date(2025, 7, 1), date(2031, 8, 1))
    grid = tables.months_grid(months, now.retention.removed_from, W).set_index(W("credit.grid.month"))
    assert "7" in grid.loc["7", "’26"] and grid.loc["8", "’26"] == "C" and grid.loc["9", "’26"] == "/"
    assert W("credit.grid.gone") in grid.loc["8", "’31"] and grid.loc["9", "’31"] == ""
    assert W("credit.grid.closed") in tables.months_key(months, TODAY, W)


def test_the_matrix_gives_each_event_one_effect():
    frame = tables.effects_matrix(W)
    assert len(frame) == len(EFFECTS) and all(list(row).count("●") == 1 for row in frame.itertuples(index=False))


@pytest.mark.parametrize("lang", list(Lang))
def test_every_code_is_explained_in_every_script(lang):
    w = words(lang)
    frame = tables.codes_table(TODAY, w)
    assert list(frame.iloc[:, 0]) == [f"`{code.code}`" for code in status_codes(TODAY)]
    assert sum(frame.iloc[:, 2] == w("credit.codes.weak")) == 3


def test_bars_side_by_side_are_accepted_and_an_open_one_says_so():
    choices = compare_payoffs({"A": date(2026, 1, 1), "B": None})
    bars = rows.choice_bars(choices, {"A": "A", "B": "B"}, TODAY)
    figure = charts.window_figure(bars, [rows.DayMark(TODAY, "today")], W("credit.chart.open"), look()).checked()
    assert W("credit.chart.open") in " ".join(note.text for note in figure.layout.annotations)


def test_accounts_keep_their_own_clocks_side_by_side():
    choices = compare_payoffs({"A": date(2026, 1, 1), "B": None})
    bars = rows.choice_bars(choices, {"A": "A", "B": "B"}, TODAY)
    assert [(bar.start, bar.end) for bar in bars] == [(date(2026, 1, 1), date(2031, 1, 2)), (TODAY, None)]
    frame = tables.accounts_table(choices, {"A": "A", "B": "B"}, W)
    assert list(frame.iloc[1]) == ["B", W("credit.spells.none"), W("credit.spells.none")]


def test_a_bar_names_the_day_of_the_table_and_the_headline():
    choices = compare_payoffs({"A": date(2027, 3, 1)})
    (bar,) = rows.choice_bars(choices, {"A": "A"}, TODAY)
    frame = tables.accounts_table(choices, {"A": "A"}, W)
    # kept until 1 March 2032, five years on, and gone the day after (Civil Code 201 and 202)
    assert bar.row == "A · 2032-03-02" and list(frame.iloc[0])[2] == "2032-03-02"
