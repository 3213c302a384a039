"""The page of three clocks, without a browser: one payoff day, three clocks, and the judgment followed."""

from __future__ import annotations

from datetime import date

import pytest

from overdue.casefile import STORIES
from overdue.court import court_fee
from overdue.words import Lang, words
from tests.cases import LINK
from tests.pages.conftest import moved, rows, said


@pytest.mark.parametrize("lang", list(Lang))
def test_one_day_of_paying_moves_all_three(visit, lang):
    at, w = visit("court", lang=lang, **LINK), words(lang)
    assert "3,587.25" in moved(at, "2026-06-30") and w.day(date(2031, 7, 1)) in moved(at, "2026-06-30")
    # 3 x 1000 x 27 % x 90 more days on 360 = 202.50
    assert "3,789.75" in moved(at, "2026-09-28") and w.day(date(2031, 9, 29)) in moved(at, "2026-09-28")


@pytest.mark.parametrize("story", STORIES)
def test_every_ready_made_person_has_three_time_limits(visit, story):
    at = visit("court", story=story, lang="en")
    assert not at.warning and at.get("bidi_component")


def test_a_payoff_day_that_is_entered_stands_still(visit):
    at = visit("court", lang="en", paid_off_on="2027-06-30", open="choices", **LINK)
    # 3 x 1000 x 27 % x 365 more days on 360 = 821.25
    assert "4,408.50" in moved(at, "2027-06-30") and "1 July 2032" in moved(at, "2027-06-30")
    found = rows(at.table[0])
    assert list(found.iloc[:, 0])[3] == "2027-06-30" and list(found.iloc[:, 1])[3] == "4,408.50"


def test_a_judgment_takes_over(visit):
    days = {"sued_on": "2026-02-01", "judgment_on": "2026-06-01", "perform_days": "10", "judged_rate": "24"}
    at = visit("court", lang="en", paid_off_on="2026-07-01", open="judgment", **days, **LINK)
    # principal 3000 bears 24 % for 30 days on 360, and 0.0175 % a day for 20 days: 60.00 and 10.50
    assert "doubled part" in moved(at, "2026-07-01")
    owed = next(rows(t) for t in at.table if "Principal as judged" in list(t.value.iloc[:, 0]))
    told = dict(zip(owed.iloc[:, 0], owed.iloc[:, 1], strict=True))
    assert told["The doubled part"] == "10.50" and told["Total"] in moved(at, "2026-07-01")


def test_the_fees_follow_the_sums(visit):
    at = visit("court", lang="en", procedure="simplified", open="fees", **LINK)
    fees = next(rows(t) for t in at.table if "Enforcement" in list(t.value.iloc[:, 0]))
    told = dict(zip(fees.iloc[:, 0], fees.iloc[:, 1], strict=True))
    assert told["Case fee, simplified procedure, small claims included (your choice)"] == "25.00"
    assert told["Enforcement"] == f"{court_fee('3587.25', 'enforcement'):.2f}"


def test_the_days_that_matter_are_in_order(visit):
    at = visit("court", lang="en", judgment_on="2026-06-01", paid_off_on="2026-07-01", open="marks", **LINK)
    days = [day.removeprefix("not before ") for day in rows(at.table[0]).iloc[:, 0]]
    assert len(days) > 5 and days == sorted(days)


def test_a_summons_is_led_to_its_days_from_here(visit):
    at = visit("court", lang="en", **LINK)
    assert any("summons" in link.proto.label for link in at.get("page_link"))


def test_before_anything_is_due_nothing_runs(visit):
    at = visit("court", lang="en", **LINK | {"as_of": "2026-01-05"})
    assert "nothing is overdue" in said(at)


def test_old_loans_get_a_sentence_instead_of_a_figure(visit):
    at = visit("court", lang="en", **LINK | {"contract_on": "2019-01-01", "due_on": "2019-06-10"})
    assert not at.warning and "no rule has been verified" in moved(at, "2026-06-30")


def test_days_typed_reach_the_address(visit):
    at = visit("court", open="papers", **LINK)
    at.text_input(key="judgment_on").set_value(str(date(2026, 5, 1))).run()
    at.number_input(key="judged_rate").set_value(15.0).run()
    assert at.query_params["judgment_on"] == "2026-05-01" and at.query_params["judged_rate"] == "15"
    assert not at.exception


def test_the_working_shows_the_judgments_rows(visit):
    at = visit("court", lang="en", judgment_on="2026-05-01", paid_off_on="2026-07-01", open="how", **LINK)
    assert not at.exception and "Doubled part:" in said(at)
