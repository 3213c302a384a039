"""From which day a value is in force and up to which, and the prime rate month by month."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import chinese_calendar
import pytest

from overdue.law import LAW
from overdue.model import NotInForce
from overdue.words import Lang, words

TODAY = date(2026, 11, 22)


def d(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("rule", "name", "on", "standing"),
    [
        ("COL-3", "quiet_from", "2025-12-31", "lead"),
        ("COL-3", "quiet_from", "2026-01-30", "report"),
        ("COL-8", "card_recordings_years", "2026-11-22", "lead"),
        ("PEN-3", "base_after_acceleration", "2026-11-22", "reading"),
        ("JUD-6", "multiplier_small_claims", "2026-11-22", "reading"),
        ("PEN-9", "new_loans_only", "2026-11-22", "lead"),
        ("CAP-9", "collection_records_years", "2026-11-22", "lead"),
        ("CR-7", "extra_free_reports", "2026-02-01", "report"),
    ],
)
def test_a_value_may_stand_otherwise_than_its_rule(rule: str, name: str, on: str, standing: str) -> None:
    assert LAW.cite(rule, name, d(on)).standing.value == standing


def test_a_value_read_elsewhere_is_cited_there() -> None:
    cited = LAW.cite("CC-8", "excess_over_loss", TODAY)
    assert (cited.source, cited.since, cited.clause.en) == (
        "contract-part-interpretation",
        date(2023, 12, 5),
        "article 65",
    )


FIRST_DAYS = [
    ("CR-2", "retention_years", "2013-03-15"),
    ("CC-7", "order", "2021-01-01"),
    ("CC-8", "excess_over_loss", "2023-12-05"),
    ("PEN-1", "uplift_min", "2004-01-01"),
    ("PEN-5", "interest_on_damages", "2017-01-01"),
    ("PEN-8", "methods", "2021-03-31"),
    ("PEN-9", "must_list_default_costs", "2026-08-01"),
    ("CAP-1", "lpr_multiple", "2020-08-20"),
    ("CAP-3", "annual_rate", "2017-08-04"),
    ("CAP-4", "annual_rate", "2025-10-01"),
    ("CAP-5", "annual_rate", "2025-12-24"),
    ("CAP-10", "household_max", "2025-01-17"),
    ("JUD-2", "daily_rate", "2014-08-01"),
    ("JUD-5", "bands", "2007-04-01"),
    ("RPT-1", "history_months", "2020-01-19"),
    ("COL-1", "mandatory", "2025-02-28"),
    ("COL-4", "attempts_per_day", "2026-01-30"),
    ("COL-11", "fine_max", "2026-01-01"),
    ("COL-12", "max_years", "2021-03-01"),
    ("PLAN-1", "max_months", "2011-01-13"),
    ("PLAN-4", "principal_min", "2018-12-01"),
    ("LPR-1", "one_year", "2019-08-20"),
]


@pytest.mark.parametrize(("rule", "name", "first"), FIRST_DAYS)
def test_the_day_before_the_first_has_no_value(rule: str, name: str, first: str) -> None:
    LAW.value(rule, name, d(first))
    with pytest.raises(NotInForce) as refused:
        LAW.value(rule, name, d(first) - timedelta(days=1))
    assert refused.value.key == "law.not_in_force"
    assert refused.value.fields["since"] == d(first)


@pytest.mark.parametrize(
    ("rule", "name", "last"),
    [
        ("CR-7", "extra_free_reports", "2026-06-30"),
        ("PEN-6", "daily_rate_min", "2020-12-31"),
        ("PEN-6", "daily_rate_max", "2020-12-31"),
    ],
)
def test_an_ended_value_is_not_carried_on(rule: str, name: str, last: str) -> None:
    LAW.value(rule, name, d(last))
    with pytest.raises(NotInForce) as refused:
        LAW.value(rule, name, d(last) + timedelta(days=1))
    assert refused.value.key == "law.ended"
    with pytest.raises(NotInForce):
        LAW.cite(rule, name, d(last) + timedelta(days=1))


def test_the_repair_that_ended_says_its_last_day() -> None:
    assert {LAW.rules[f"FIX-{n}"].ended for n in range(1, 6)} == {date(2026, 3, 31)}
    assert LAW.rules["COL-2"].ended == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("rule", "day"),
    [("LPR-1", "2026-10-20"), ("CAP-5", "2027-12-31"), ("COL-15", "2026-12-31")],
)
def test_rules_that_expire_say_when_to_look_again(rule: str, day: str) -> None:
    assert LAW.rules[rule].review_by == d(day)


CHANGES = [
    ("2019-08-20", "4.25"),
    ("2019-09-20", "4.20"),
    ("2019-11-20", "4.15"),
    ("2020-02-20", "4.05"),
    ("2020-04-20", "3.85"),
    ("2021-12-20", "3.80"),
    ("2022-01-20", "3.70"),
    ("2022-08-22", "3.65"),
    ("2023-06-20", "3.55"),
    ("2023-08-21", "3.45"),
    ("2024-07-22", "3.35"),
    ("2024-10-21", "3.10"),
    ("2025-05-20", "3.00"),
]


@pytest.mark.parametrize(("n", "change"), list(enumerate(CHANGES)))
def test_the_prime_rate_changes_on_its_day_and_not_before(n: int, change: tuple[str, str]) -> None:
    day, percent = change
    assert LAW.value("LPR-1", "one_year", d(day)) == Decimal(percent)
    if n:
        assert LAW.value("LPR-1", "one_year", d(day) - timedelta(days=1)) == Decimal(CHANGES[n - 1][1])


def test_the_prime_rate_is_known_up_to_the_day_before_the_next_announcement() -> None:
    assert LAW.value("LPR-1", "one_year", date(2026, 10, 19)) == Decimal("3.00")
    with pytest.raises(NotInForce) as refused:
        LAW.value("LPR-1", "one_year", date(2026, 10, 20))
    assert refused.value.key == "law.not_known"
    assert refused.value.fields["until"] == date(2026, 10, 19)
    for lang in Lang:
        assert "2026" in words(lang).error(refused.value)


def test_every_month_has_its_announcement_on_the_twentieth_or_the_next_working_day() -> None:
    """Derived apart: one row a month, on the first working day of the official calendar from the 20th."""
    days = [row.since for row in LAW.rules["LPR-1"].values["one_year"].rows]
    months = [(2019 + n // 12, n % 12 + 1) for n in range(7, 7 * 12 + 9)]
    expected = []
    for year, month in months:
        day = date(year, month, 20)
        while not chinese_calendar.is_workday(day):
            day += timedelta(days=1)
        expected.append(day)
    assert days == expected


def test_the_prime_rate_only_changes_where_a_change_was_announced() -> None:
    rows = LAW.rules["LPR-1"].values["one_year"].rows
    changed = [now.since for before, now in pairwise(rows) if now.value != before.value]
    assert changed == [d(day) for day, _ in CHANGES[1:]]
