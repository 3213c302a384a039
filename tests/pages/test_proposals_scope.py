"""What the sum paid at once settles: asked wherever it matters, never told to be less, told first where both differ."""

from __future__ import annotations

import pytest

from tests.pages.conftest import moved

# 12 payments of 910.00 but for the last, 10,919.94 in all, settle the whole loan (named on the page).
PLAN = {
    "as_of": "2026-12-01", "lender": "bank", "due_on": "2026-09-15", "pay_on": "2026-12-01", "principal": "800",
    "missed": "3", "remaining": "8000", "later": "missed", "rate": "14.4", "uplift": "50", "plan_rate": "0.949231",
    "offers": "b:w",
}  # fmt: skip
UNLIKE = {"zh": "两个结清的不一样", "en": "these settle different things"}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_two_offers_that_settle_different_things_are_told_so_first_and_made_alike_by_one_tap(visit, lang):
    at = visit("proposals", **PLAN, lump_waive="50", lang=lang, open="even")
    verdict = moved(at, "50")
    assert UNLIKE[lang] in verdict and verdict.index(UNLIKE[lang]) < verdict.index("387.26")
    assert len(at.get("bidi_component")) == 1  # no picture of a waiver that makes unlike things equal
    at.button_group(key="a_scope").set_value("whole").run()
    verdict = moved(at, "50")
    assert "89.54" in verdict and UNLIKE[lang] not in verdict  # 10,919.94 less 10,830.40


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_sum_of_more_than_is_due_is_asked_about_and_one_tap_makes_it_the_whole_loans(visit, lang):
    at = visit("proposals", **PLAN, lump_amount="10830.40", lang=lang)
    (asks,) = [one.value for one in at.warning]
    assert "10,830.40" in asks and "2,812.80" in asks
    assert "不超过" not in asks and "or less" not in asks
    at.button(key="a_is_whole").click().run()
    assert not at.warning and "89.54" in moved(at, "12")


def test_a_sum_beyond_the_whole_loan_is_held_to_the_whole_loan(visit):
    at = visit("proposals", **PLAN, lump_amount="20000")
    (why,) = [one.value for one in at.warning]
    assert "10,864" in why and "2,812.8" not in why
    assert not [one for one in at.button if one.key == "a_is_whole"]


def test_the_choice_stays_to_be_seen_when_the_sum_is_taken_away(visit):
    whole = PLAN | {"offers": "a:w"}
    at = visit("proposals", **whole, lump_amount="10830.40")
    at.number_input(key="lump_amount").set_value(None).run()
    assert at.button_group(key="a_scope").value == "whole"
    assert "a_scope" not in {one.key for one in visit("proposals", **PLAN | {"offers": ""}).get("button_group")}
