"""The criminal line, the steps of a lawsuit, and where to call."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from overdue.law import LAW
from overdue.milestones import (
    CrimeReading,
    Papers,
    State,
    crime_line,
    hotlines,
    lawsuit,
)
from overdue.words import pairs

TODAY = date(2026, 11, 22)


class TestCrime:
    @pytest.mark.parametrize(
        ("principal", "demands", "as_of", "reading"),
        [
            ("49999.99", ((1, 1), (2, 1)), date(2026, 11, 22), CrimeReading.SOME_NOT_MET),  # principal too small
            ("50000", ((1, 1), (2, 1)), date(2026, 11, 22), CrimeReading.FACTS_DECIDE),
            ("50000", ((1, 1), (1, 30)), date(2026, 11, 22), CrimeReading.SOME_NOT_MET),  # 29 days apart
            ("50000", ((1, 1), (1, 31)), date(2026, 11, 22), CrimeReading.FACTS_DECIDE),  # 30 days apart
            ("50000", ((1, 1), (1, 31)), date(2026, 4, 30), CrimeReading.SOME_NOT_MET),  # three months are not over
            ("50000", ((1, 1), (1, 31)), date(2026, 5, 1), CrimeReading.FACTS_DECIDE),
            ("50000", ((1, 1),), date(2026, 11, 22), CrimeReading.NOT_GIVEN),  # one may have been forgotten
            (
                "100",
                (),
                date(2026, 11, 22),
                CrimeReading.SOME_NOT_MET,
            ),  # the missed one is said
            (None, ((1, 1), (2, 1)), date(2026, 11, 22), CrimeReading.NOT_GIVEN),
        ],
    )
    def test_each_condition_stands_beside_what_was_entered(
        self, principal: str | None, demands: tuple[tuple[int, int], ...], as_of: date, reading: CrimeReading
    ) -> None:
        made = tuple(date(2026, *md) for md in demands)
        line = crime_line(None if principal is None else Decimal(principal), made, as_of)
        assert line.reading is reading
        assert line.conditions[0].key == "intent" and line.conditions[0].state is State.FACTS

    def test_nothing_the_page_can_say_is_a_verdict(self) -> None:
        said = [pairs()[f"lawsuit.crime.{reading}"] for reading in CrimeReading]
        said += [text for key, text in pairs().items() if key.startswith("lawsuit.crime.state_")]
        for text in said:
            assert "构成" not in text.zh and "made out" not in text.en and "is no crime" not in text.en
        for reading in (CrimeReading.SOME_NOT_MET, CrimeReading.FACTS_DECIDE):
            assert "似乎" in pairs()[f"lawsuit.crime.{reading}"].zh and "律师" in pairs()[f"lawsuit.crime.{reading}"].zh

    def test_what_else_the_law_has_is_named(self) -> None:
        assert {c.rule for c in crime_line(None, (), TODAY).citations} == {"PLAN-4", "PLAN-5", "PLAN-6", "JUD-17"}
        clause = LAW.rule("PLAN-6").clause.en
        assert all(article in clause for article in ("175-1", "193", "224", "266", "280", "313"))


class TestLawsuit:
    def test_the_answer_the_appeal_and_the_objection(self) -> None:
        papers = Papers(complaint_on=date(2026, 3, 2), judgment_on=date(2026, 9, 11), order_on=date(2026, 9, 5))
        held = {s.key: s for s in lawsuit(papers, date(2026, 9, 12))}
        assert held["answer"].deadline.last_day == date(2026, 3, 17)
        assert held["appeal"].deadline.last_day == date(2026, 9, 28)
        assert held["order"].deadline.last_day == date(2026, 9, 20)  # a Sunday made up as a working day

    def test_two_years_to_enforce_lie_beyond_the_calendar(self) -> None:
        held = {s.key: s for s in lawsuit(Papers(perform_until=date(2026, 6, 30)), date(2026, 9, 12))}
        assert held["enforcement"].deadline.last_day is None
        assert held["enforcement"].known_on == date(2028, 6, 30)
        assert held["doubled"].day == date(2026, 7, 1)

    def test_small_claims_have_no_appeal(self) -> None:
        for small, keys in ((True, {"no_appeal"}), (False, {"appeal"}), (None, {"appeal", "no_appeal"})):
            found = {s.key for s in lawsuit(Papers(small_claim=small), TODAY)}
            assert found & {"appeal", "no_appeal"} == keys

    def test_the_order_is_that_of_a_case_and_calling_is_no_step(self) -> None:
        keys = [s.key for s in lawsuit(Papers(small_claim=False), TODAY)]
        order = ["filing", "service", "answer", "hearing", "judgment", "appeal", "perform", "enforcement"]
        assert [k for k in keys if k in order] == order


TOLD = (
    "debts.near.answer",
    "debts.first.answer",
    "statement.answer",
    "statement.calendar.answer",
    "statement.calendar.answer_says",
    "lawsuit.step.answer.do",
    "workshop.step.court.say",
)


def test_wherever_the_time_to_answer_is_told_the_papers_may_name_a_shorter_one() -> None:
    """In small claims the court sets it (JUD-10): a day counted here is the latest, and leaves the app as no more."""
    counted = [key for key, pair in pairs().items() if "{answer_days}" in pair.zh and ".figure" not in key]
    assert len(counted) >= 5
    for key in (*TOLD, *counted):
        pair = pairs()[key]
        assert "小额诉讼" in pair.zh or "文书" in pair.zh, key
        assert "small claims" in pair.en or "papers" in pair.en, key


def test_only_verified_hotlines_pass_as_facts() -> None:
    lines = {line.key: line for line in hotlines(TODAY)}
    assert {k for k, line in lines.items() if line.verified} == {
        "regulator",
        "credit_bureau",
        "courts",
        "police",
        "anti_fraud",
        "government",
        "support",
        "ambulance",
    }
    assert hotlines(TODAY)[0].number == "12356"
    assert {k for k, line in lines.items() if not line.verified} == {"nuisance", "unlawful", "legal_aid"}
