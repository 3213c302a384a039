"""A day as people type it: every usual way is read, and nothing that is no day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overdue.casefile.days import typed_day
from overdue.casefile.keys import FIRST_DAY, LAST_DAY
from overdue.model import OverdueError
from overdue.words import Lang, words

TODAY = date(2026, 6, 30)
DAYS = st.dates(FIRST_DAY, LAST_DAY)
WAYS = ("%Y%m%d", "%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y %m %d", "%Y年%m月%d日", "%d %B %Y", "%B %d, %Y")


def shown(day, lang):
    """A day as it stands in its field."""
    w = words(lang)
    return w("fields.typed_day.shown", day=day, weekday=w("common.days").split()[day.isoweekday() % 7])


@given(day=DAYS)
def test_each_way_of_writing_a_day_is_read_as_that_day(day):
    for way in WAYS:
        assert typed_day(day.strftime(way), TODAY) == day, way


@given(day=DAYS, lang=st.sampled_from(list(Lang)))
def test_what_stands_in_the_field_is_read_again(day, lang):
    assert typed_day(shown(day, lang), TODAY, month_first=lang is not Lang.EN) == day


@given(day=st.dates(TODAY - timedelta(364), TODAY))
def test_without_a_year_it_is_this_years_or_asked_with_last_years_and_ahead_the_next(day):
    for text in (f"{day:%m%d}", f"{day.month}月{day.day}日", f"{day:%d %b}"):
        if day.year == TODAY.year:
            assert typed_day(text, TODAY, month_first=True) == day
        else:
            with pytest.raises(OverdueError) as asked:
                typed_day(text, TODAY, month_first=True)
            assert asked.value.fields == {"given": text, "days": (day, day.replace(year=TODAY.year))}
        leap = (day.month, day.day) == (2, 29)
        ahead = None if leap else typed_day(text, TODAY, ahead=True, month_first=True)
        assert ahead is None or ((ahead.month, ahead.day) == (day.month, day.day) and ahead >= TODAY)


@pytest.mark.parametrize("text", ["１５/３/２０２６", "15/3/2026", "3/15/2026", "15.3.2026", "2026年3月15号"])
def test_a_day_that_can_be_only_one_is_that_one(text):
    assert typed_day(text, TODAY) == typed_day(text, TODAY, month_first=True) == date(2026, 3, 15)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("9/5", (date(2025, 9, 5), date(2026, 5, 9), date(2026, 9, 5))),
        ("0905", (date(2025, 9, 5), date(2026, 5, 9), date(2026, 9, 5))),
        ("5/4", (date(2026, 4, 5), date(2026, 5, 4))),
        ("Dec 12", (date(2025, 12, 12), date(2026, 12, 12))),
        ("12/12", (date(2025, 12, 12), date(2026, 12, 12))),
        ("12/31", (date(2025, 12, 31), date(2026, 12, 31))),
        ("09/05/2026", (date(2026, 5, 9), date(2026, 9, 5))),
        ("11.10.2026", (date(2026, 10, 11), date(2026, 11, 10))),
    ],
)
def test_a_day_with_more_than_one_reading_is_asked_with_all_of_them_and_never_supposed(text, days):
    with pytest.raises(OverdueError) as asked:
        typed_day(text, TODAY)
    assert asked.value.key == "field.which_day" and asked.value.fields == {"given": text, "days": days}


def test_a_day_of_this_year_that_is_today_or_over_is_taken_and_a_leap_day_no_year_has_is_refused():
    assert typed_day("30 Jun", TODAY) == typed_day("6月30日", TODAY) == TODAY
    assert typed_day("29 Feb", date(2029, 1, 5)) == date(2028, 2, 29)
    with pytest.raises(OverdueError, match="must exist"):
        typed_day("29 Feb", TODAY)


def test_in_chinese_two_figures_are_month_and_day_and_beside_a_year_at_the_end_they_are_asked():
    assert typed_day("9/5", date(2026, 11, 30), month_first=True) == date(2026, 9, 5)
    assert typed_day("9月5日", date(2026, 11, 30)) == date(2026, 9, 5) == typed_day("2026/9/5", TODAY)
    assert typed_day("5/5/2026", TODAY) == date(2026, 5, 5)
    with pytest.raises(OverdueError, match="more than one day"):
        typed_day("9/5/2026", TODAY, month_first=True)


@pytest.mark.parametrize(
    "text",
    ["", "2026", "202603", "260310", "2026-13-01", "2026-2-29", "30 Feb", "1/2/3/2026", "三月", "x", "1999-12-31"],
)
def test_what_is_no_day_is_refused_with_what_was_typed(text):
    with pytest.raises(OverdueError) as refused:
        typed_day(text, TODAY)
    assert refused.value.key == "field.day" and refused.value.fields["given"] == text


@pytest.mark.parametrize("lang", Lang)
def test_figures_typed_into_the_words_of_a_day_are_the_day_meant(lang):
    """A tap on a field that holds a day puts the cursor somewhere inside its words."""
    held, meant = shown(date(2026, 11, 29), lang), date(2027, 1, 15)
    for at in range(len(held) + 1):
        before, after = held[:at], held[at:]
        if not (before[-1:].isdigit() or after[:1].isdigit()):
            assert typed_day(f"{before}20270115{after}", date(2026, 6, 30)) == meant
