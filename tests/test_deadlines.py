"""The court's deadlines, where their last day is no working day."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overdue.milestones import (
    deadline,
    is_rest_day,
)

DAYS_2026 = st.dates(date(2026, 1, 1), date(2026, 11, 30))
# The State Council's notice for 2026 (days off and weekends made up), written out here by hand.
OFF_2026 = {
    *[date(2026, 1, d) for d in (1, 2, 3)],
    *[date(2026, 2, d) for d in range(15, 24)],
    *[date(2026, 4, d) for d in (4, 5, 6)],
    *[date(2026, 5, d) for d in range(1, 6)],
    *[date(2026, 6, d) for d in (19, 20, 21)],
    *[date(2026, 9, d) for d in (25, 26, 27)],
    *[date(2026, 10, d) for d in range(1, 8)],
}
MADE_UP_2026 = {date(2026, *md) for md in ((1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10))}


def rests(day: date) -> bool:
    return day in OFF_2026 or (day.weekday() >= 5 and day not in MADE_UP_2026)


class TestDeadlines:
    def test_every_day_of_2026_against_the_notice(self) -> None:
        days = [date(2026, 1, 1) + timedelta(n) for n in range(365)]
        assert [d for d in days if is_rest_day(d) != rests(d)] == []

    def test_published_case_thirty_days_ending_at_new_year(self) -> None:
        # CN-JudBench cx-001: an event on 2021-12-02, 30 days, holiday 1 to 3 January 2022: last day 4 January.
        assert deadline(date(2021, 12, 2), days=30).last_day == date(2022, 1, 4)

    def test_ten_days_that_end_in_the_spring_festival_of_2026(self) -> None:
        assert deadline(date(2026, 2, 8), days=10).last_day == date(2026, 2, 24)

    def test_a_made_up_sunday_is_a_working_day(self) -> None:
        end = deadline(date(2026, 9, 5), days=15)
        assert (end.last_day, end.shifted) == (date(2026, 9, 20), False)

    def test_a_weekday_within_a_holiday_moves_past_all_of_it(self) -> None:
        end = deadline(date(2026, 9, 16), days=15)
        assert (end.counted, end.last_day, end.shifted) == (date(2026, 10, 1), date(2026, 10, 8), True)

    def test_beyond_the_last_notice_it_is_only_not_before(self) -> None:
        end = deadline(date(2026, 12, 25), days=15)
        assert end.last_day is None
        assert end.not_before == end.counted == date(2027, 1, 9)

    def test_a_walk_out_of_the_last_year_known_has_no_last_day(self) -> None:
        # 2020-12-27 plus 5 days lies in a known holiday; nothing beyond 2026 is known.
        assert deadline(date(2026, 12, 26), days=6).last_day is None
        assert deadline(date(2020, 12, 27), days=5).last_day == date(2021, 1, 4)

    @pytest.mark.parametrize("year", range(2000, 2041))
    def test_a_year_is_known_where_the_library_has_its_notice_and_nowhere_else(self, year: int) -> None:
        with pytest.raises(NotImplementedError) if is_rest_day(date(year, 6, 30)) is None else nullcontext():
            chinese_calendar.is_holiday(date(year, 6, 30))

    @settings(max_examples=60)
    @given(DAYS_2026, st.integers(1, 25))
    def test_against_a_naive_walk(self, received: date, days: int) -> None:
        naive = received + timedelta(days)
        while rests(naive):
            naive += timedelta(1)
        assert deadline(received, days=days).last_day == naive
