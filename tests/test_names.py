"""The page of public names is that of the code, and what has to be looked at again is said on its day."""

from __future__ import annotations

from datetime import date

import overdue
from overdue.law import LAW
from tests import due, names


def test_the_page_of_public_names_is_written_from_the_code():
    assert names.PAGE.read_text(encoding="utf-8") == names.page(), "run make names"


def test_every_public_name_says_what_it_is():
    assert [name for name in overdue.__all__ if not (getattr(overdue, name).__doc__ or "").strip()] == []


def test_the_page_tells_what_is_no_field_and_what_stands_where_nothing_is_given():
    rows = {row.split("`")[1]: row for row in names.rows()}
    assert {"`.total`", "`.daily()`"} <= set(rows["Ledger"].replace(",", " ").replace(". ", " ").split())
    assert "`.removed_from`" in rows["retention"] and "`.if_broken()`" in rows["Settlement"]
    assert "uplift=None" in rows["Penalty"] and "day_basis=360" in rows["Penalty"] and "=legal" in rows["accrue"]


def test_a_rule_is_due_on_its_day_and_not_before():
    review = {name: rule.review_by for name, rule in LAW.rules.items() if rule.review_by}
    assert review
    for name, day in review.items():
        before, on = date.fromordinal(day.toordinal() - 1), day
        assert not any(line.startswith(f"{name} was") for line in due.due(before))
        assert any(line.startswith(f"{name} was") for line in due.due(on))


def test_a_rate_that_is_no_longer_known_is_named():
    assert any("one_year" in line for line in due.due(date(2026, 10, 20)))
    assert not any("one_year" in line for line in due.due(date(2026, 10, 19)))
