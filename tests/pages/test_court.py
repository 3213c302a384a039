"""The page of three clocks, without a browser: one payoff day, three clocks, and the judgment followed."""

from __future__ import annotations

import json
from datetime import date

import pytest

from overdue.casefile import STORIES
from overdue.court import court_fee
from overdue.words import Lang
from tests.pages.conftest import said
from tests.pages.test_penalty import LINK


@pytest.mark.parametrize("lang", list(Lang))
def test_the_payoff_day_is_in_headline_chart_and_record(visit, lang):
    at = visit("court", lang=lang, **LINK)
    assert "3,587.25" in said(at) and at.get("plotly_chart")[0].proto.alt in said(at)
    assert ("1 July 2031" if lang is Lang.EN else "2031年7月1日") in said(at)


@pytest.mark.parametrize("story", STORIES)
def test_every_ready_made_person_has_three_clocks(visit, story):
    at = visit("court", story=story, lang="en")
    assert not at.warning and at.get("plotly_chart")


def test_moving_the_payoff_day_moves_all_three(visit):
    at = visit("court", lang="en", **LINK)
    at.button(key="move_12").click().run()
    assert at.query_params["paid_off_on"] == "2027-06-30"
    # 3 x 1000 x 27 % x 365 more days on 360 = 821.25
    assert "4,408.50" in said(at) and "1 July 2032" in said(at)
    rows = at.table[1].value
    assert list(rows.iloc[:, 0])[3] == "2027-06-30" and list(rows.iloc[:, 1])[3] == "4,408.50"


def test_a_judgment_takes_over(visit):
    days = {"sued_on": "2026-02-01", "judgment_on": "2026-06-01", "perform_days": "10", "judged_rate": "24"}
    at = visit("court", lang="en", paid_off_on="2026-07-01", **days, **LINK)
    # principal 3000 bears 24 % for 30 days on 360, and 0.0175 % a day for 20 days: 60.00 and 10.50
    assert "10.50 yuan of it the doubled part" in said(at)
    owed = next(t.value for t in at.table if "Principal as judged" in list(t.value.iloc[:, 0]))
    assert dict(zip(owed.iloc[:, 0], owed.iloc[:, 1], strict=True))["The doubled part"] == "10.50"


def test_the_fees_follow_the_sums(visit):
    at = visit("court", lang="en", procedure="simplified", **LINK)
    fees = next(t.value for t in at.table if "Enforcement" in list(t.value.iloc[:, 0]))
    told = dict(zip(fees.iloc[:, 0], fees.iloc[:, 1], strict=True))
    assert told["Case fee, simplified procedure, small claims included (your choice)"] == "25.00"
    assert told["Enforcement"] == f"{court_fee('3587.25', 'enforcement'):.2f}"


def test_the_axis_holds_a_number_for_each_mark_of_the_table(visit):
    at = visit("court", lang="en", judgment_on="2026-06-01", paid_off_on="2026-07-01", **LINK)
    marks = at.table[0].value
    assert list(marks.iloc[:, 0]) == list(range(1, len(marks) + 1))
    drawn = json.loads(at.get("plotly_chart")[0].proto.spec)["data"]
    dots = next(trace for trace in drawn if trace.get("mode") == "markers+text")
    shown = [number for text in dots["text"] for number in text.split("–")]
    assert {"1", str(len(marks))} <= set(shown)


def test_before_anything_is_due_nothing_runs(visit):
    at = visit("court", lang="en", **LINK | {"as_of": "2026-01-05"})
    assert "nothing is overdue" in said(at)


def test_old_loans_get_a_sentence_instead_of_a_figure(visit):
    at = visit("court", lang="en", **LINK | {"contract_on": "2019-01-01", "due_on": "2019-06-10"})
    assert "has no value on" in said(at) and "paying off on" in said(at).lower()


def test_days_typed_reach_the_address(visit):
    at = visit("court", **LINK)
    at.date_input(key="judgment_on").set_value(date(2026, 5, 1)).run()
    at.number_input(key="judged_rate").set_value(15.0).run()
    assert at.query_params["judgment_on"] == "2026-05-01" and at.query_params["judged_rate"] == "15"
    assert not at.exception


def test_the_working_shows_the_judgments_rows(visit):
    at = visit("court", lang="en", judgment_on="2026-05-01", paid_off_on="2026-07-01", **LINK)
    at.session_state["maths"] = True
    at.run()
    assert not at.exception and "Doubled part:" in said(at)
