"""The five years: from which day, until which."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overdue.credit import (
    compare_payoffs,
    plan_retention,
    retention,
    waits,
)
from overdue.model import NotInForce
from overdue.periods import add_period

DAYS = st.dates(date(2013, 3, 15), date(2090, 12, 31))
TODAY = date(2026, 11, 22)


class TestRetention:
    @given(DAYS)
    def test_the_last_day_kept_and_the_first_day_gone_are_adjacent(self, day):
        window = retention(day)
        assert window.starts_on == day
        assert window.removed_from - window.last_day == timedelta(days=1)

    @given(DAYS)
    def test_five_years_end_on_the_same_day_of_the_year_or_on_28_february(self, day):
        last = retention(day).last_day
        leap = (day.month, day.day) == (2, 29) and monthrange(day.year + 5, 2)[1] == 28
        assert last == (date(day.year + 5, 2, 28) if leap else day.replace(year=day.year + 5))

    @given(DAYS, DAYS)
    def test_paying_later_never_ends_earlier(self, one, other):
        first, second = sorted((one, other))
        assert retention(first).removed_from <= retention(second).removed_from

    def test_29_february_ends_on_28_february(self):
        window = retention(date(2024, 2, 29))
        assert (window.last_day, window.removed_from) == (date(2029, 2, 28), date(2029, 3, 1))

    def test_what_is_unpaid_has_no_end(self):
        window = retention(None)
        assert (window.starts_on, window.last_day, window.removed_from, window.running) == (None, None, None, False)
        assert not window.over(date(2099, 1, 1))

    def test_no_window_before_there_was_a_rule(self):
        with pytest.raises(NotInForce):
            retention(date(2013, 3, 14))

    def test_every_window_says_where_it_comes_from(self):
        assert {"CR-2", "CR-3", "CC-3"} <= {citation.rule for citation in retention(TODAY).citations}
        assert "CR-4" in {citation.rule for citation in plan_retention(TODAY, TODAY).citations}

    @given(DAYS, st.integers(1, 60))
    def test_a_plan_never_ends_the_record_before_a_lump_sum_on_its_first_day(self, first, months):
        last = add_period(first, months=months - 1)
        assert plan_retention(first, last).removed_from >= retention(first).removed_from

    def test_the_other_reading_of_a_plan_starts_on_agreement(self):
        assert plan_retention(date(2026, 1, 5), date(2027, 1, 5), "agreement").starts_on == date(2026, 1, 5)

    def test_waiting_moves_the_end_by_as_much(self):
        ends = [choice.retention.removed_from for choice in waits(date(2026, 1, 15))]
        assert ends == [date(2031, 1, 16), date(2031, 4, 16), date(2031, 7, 16), date(2032, 1, 16), date(2033, 1, 16)]

    def test_each_account_has_a_clock_of_its_own(self):
        one, other, open_one = compare_payoffs({"A": date(2026, 1, 1), "B": date(2026, 2, 1), "C": None})
        assert (one.later_days, other.later_days, open_one.later_days) == (0, 31, None)
        assert open_one.retention.removed_from is None
