"""Offers while no rate is known: a range, never a comparison that calls them equal."""

from __future__ import annotations

import pytest

from overdue.words import Lang, words
from tests.cases import without
from tests.pages.conftest import moved, said

# At most 24 % a year and half as much again: a yuan a day on each 1,000, for 171, 140 and 112 days (Civil Code 201).
GIVEN = without("rate") | {"lump_on": "2026-06-30", "lump_waive": "50"}


@pytest.mark.parametrize("lang", list(Lang))
def test_what_a_waiver_is_worth_is_a_range_and_nothing_is_called_equal(visit, lang):
    w, at = words(lang), visit("proposals", lang=lang, **GIVEN)
    told = moved(at, "12")
    assert "211.50" in told and "0.00" not in told.replace("211.50", "")
    assert w("proposals.unrated.level") not in told
    plain = moved(visit("proposals", lang=lang, **GIVEN | {"lump_waive": "0"}), "12")
    assert w("proposals.unrated.level") in plain


@pytest.mark.parametrize("name", ["waiting", "sides"])
def test_waiting_is_never_told_as_free(visit, name):
    """Three yuan a day at most until 30 June a year later."""
    at = visit("proposals", lang="en", open=name, **GIVEN)
    assert "1,095.00" in said(at) and "no more than the others" not in said(at) and "add **0.00" not in said(at)
