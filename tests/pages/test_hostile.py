"""A page at a hostile address draws text, whatever the address holds: a sample of what ``make drill`` does."""

from __future__ import annotations

import pytest

from overdue.words import plain, seen, tame
from tests.drill import pages
from tests.effort import effort

MOST = 1_500_000  # calls; an ordinary page makes 700,000 in a test, unbounded work took it sixteen seconds


@pytest.mark.parametrize("page", pages.PAGES)
def test_marks_in_every_key_stay_marks(page):
    for turn in (0, 4):
        assert pages.faults(page, pages.marked(turn)) == []


@pytest.mark.parametrize("seed", range(12))
def test_a_wild_address_is_answered(seed):
    assert pages.faults(*pages.wild(seed)) == []


def test_a_day_so_far_that_a_curve_stands_upright_is_drawn():
    """Found by the drill: points above one another made the thinning of the line call itself without end."""
    assert pages.faults("penalty", {"story": "guarantor", "pay_on": "2100-01-31"}) == []


# 360 missed instalments that compound every month for a hundred years: a work nobody asks for.
CENTURY = {
    **{"lender": "platform", "contract_on": "2000-01-10", "due_on": "2000-02-10", "as_of": "2100-12-31"},
    **{"principal": "1", "interest": "1", "missed": "360", "rate": "18", "uplift": "50"},
    **{"base": "principal", "compound": "all", "rest": "monthly"},
}


@pytest.mark.parametrize("page", pages.PAGES)
def test_what_is_too_much_work_is_a_sentence_on_every_page_and_not_done(page):
    assert pages.faults(page, CENTURY) == []
    assert effort(lambda: pages.opened(page, CENTURY)) < MOST


def test_a_guess_is_asked_however_large_the_debt():
    """Found by the drill: the field for the guess had a limit, and began at a sum above it."""
    assert pages.faults("penalty", {"story": "job", "interest": "100000000", "guess": "1"}) == []


@pytest.mark.parametrize("given", pages.MARKED)
def test_taming_is_final(given):
    for mend in (plain, tame, seen):
        assert mend(mend(given)) == mend(given)
    assert not pages.LIVE.search(tame(given))
    assert seen("a\ud800b") == "ab"


@pytest.mark.parametrize("page", ["home", "handout", "proposals"])
def test_as_many_rests_as_are_worked_out_hold_nobody_up(page):
    """Found by hand: with ten times as many rests an address of 170 characters took these pages up to nine seconds."""
    many = CENTURY | {"missed": "30", "as_of": "2009-08-10", "contract_on": "2000-01-10"}
    assert pages.faults(page, many) == []
    assert effort(lambda: pages.opened(page, many)) < MOST
