"""A page at a hostile address draws text, whatever the address holds: a sample of what ``make drill`` does."""

from __future__ import annotations

import pytest

from overdue.words import plain, seen, tame
from tests.drill import pages


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


@pytest.mark.parametrize("given", pages.MARKED)
def test_taming_is_final(given):
    for mend in (plain, tame, seen):
        assert mend(mend(given)) == mend(given)
    assert not pages.LIVE.search(tame(given))
    assert seen("a\ud800b") == "ab"
