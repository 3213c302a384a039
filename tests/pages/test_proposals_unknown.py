"""Offers while no rate is known: a range, never a comparison that calls them equal."""

from __future__ import annotations

from datetime import date

import pytest

from overdue.law import LAW
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


@pytest.mark.parametrize("lang", list(Lang))
def test_all_debts_without_a_rate_tie_in_no_sentence(visit, lang):
    w = words(lang)
    at = visit("debts", lang=lang, **GIVEN | {"monthly": "500", "debts": "bank:20260101:500:20::"})
    told = moved(at, "500")
    line = LAW.value("CAP-3", "annual_rate", date(2026, 6, 30))
    assert w("debts.move.range_rate", line=w.percent(line)) in told
    assert "怎么分都一样" not in told and "every order comes to the same" not in told


def test_the_page_of_what_is_owed_says_at_least_as_ones_own_figures_do(visit):
    w = words(Lang.ZH)
    for page in ("penalty", "entry"):
        assert "到期没还的至少" in said(visit(page, lang="zh", **GIVEN)), page
    assert w("penalty.stands_in.lender") in said(visit("penalty", lang="zh", **GIVEN | {"lender": "unknown"}))
