"""The one maker of fields: what is asked back, what is kept, and how a count is understood."""

from __future__ import annotations

from datetime import date

import pytest

from overdue.casefile import FIELDS
from overdue.words import Lang, words
from tests.cases import without
from tests.pages.conftest import said

CASE = without("rate", "day_basis")


@pytest.mark.parametrize("lang", list(Lang))
def test_a_yearly_rate_below_one_is_asked_about_and_each_reading_is_one_tap(visit, lang):
    at = visit("entry", **CASE, rate="0.05", lang=str(lang))
    assert words(lang)("fields.rate.daily", rate="0.05") in [button.label for button in at.button]
    at.button(key="rate_daily").click().run()
    assert (at.query_params["daily_rate"], at.query_params["rate"]) == ("0.05", "?")
    # 0.05 % a day on 1,000 from each due day (171, 140 and 112 days): 211.50 beside 3,270
    assert "3,481.50" in said(at)
    at = visit("entry", **CASE, rate="0.05", lang=str(lang))
    at.button(key="rate_loan").click().run()
    assert (at.query_params["rate"], "daily_rate" in at.query_params) == ("18", False)
    # 18 % and half of it on top, by 360 days: 0.075 % a day on 1,000 from each due day, 317.25 beside 3,270
    assert "3,587.25" in said(at)
    at = visit("entry", **CASE, rate="0.05", lang=str(lang))
    at.button(key="rate_yearly").click().run()
    assert at.query_params["rate"] == "0.05" and "rate_yearly" not in [button.key for button in at.button]


def test_a_rate_of_one_and_more_is_not_asked_about(visit):
    assert "rate_daily" not in [button.key for button in visit("entry", **CASE, rate="1").button]


def test_a_refused_entry_is_tried_again_when_another_figure_changes(visit):
    at = visit("entry", **CASE, rate="18")
    at.number_input(key="missed").set_value(7.0).run()
    assert at.session_state["case"].missed == 3 and at.session_state["refused"]["missed"][0] == "7"
    at.text_input(key="due_on").set_value(str(date(2025, 9, 10))).run()
    assert at.session_state["case"].missed == 7 and not at.session_state["refused"]


def test_every_key_says_its_kind_and_range_once():
    for name, field in FIELDS.items():
        assert (field.kind == "choice") == bool(field.choices), name
        assert field.low <= field.high, name


def test_interest_that_cannot_be_that_of_the_missed_ones_says_what_it_is_by_the_rate(visit):
    given = {"lang": "zh", "due_on": "2026-08-20", "as_of": "2026-11-30", "principal": "1000", "missed": "4"}
    given |= {"remaining": "3000", "rate": "24"}
    # 7,000, 6,000, 5,000 and 4,000 are not yet paid: at 2 % a month 140 to 80
    assert "没还的这几期利息是 140.00 到 80.00 元" in said(visit("entry", **given, interest="240"))
    for fits in ("140", "100"):
        assert "没还的这几期利息" not in said(visit("entry", **given, interest=fits))
