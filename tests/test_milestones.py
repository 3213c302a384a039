"""The timeline, and the words of all milestones."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from overdue.law import LAW
from overdue.milestones import (
    Binding,
    Bound,
    Called,
    Caller,
    Cause,
    Milestone,
    Next,
    Outside,
    Papers,
    Said,
    Verdict,
    contacts_ladder,
    crime_line,
    first_steps,
    hotlines,
    law_numbers,
    lawsuit,
    milestones_of,
    stages,
)
from overdue.milestones.clocks import Suit
from overdue.model import Instalment, Lender, Loan, Payment
from overdue.words import pairs, placeholders

TODAY = date(2026, 11, 22)


def loan(lender: Lender | None = Lender.PLATFORM, **changes: object) -> Loan:
    rows = [Instalment(due_on=date(2026, month, 10), principal="1000", interest="90") for month in range(1, 7)]
    return Loan(lender=lender, contract_on=date(2025, 9, 10), annual_rate="0.18", instalments=rows, **changes)


def by_key(loan_: Loan, as_of: date) -> dict[str, Milestone]:
    return {m.key: m for m in milestones_of(loan_, as_of)}


class TestTimeline:
    def test_the_days_of_one_case(self) -> None:
        held = by_key(loan(), date(2026, 5, 20))
        assert held["due"].day == date(2026, 1, 10)
        assert held["first_day"].day == date(2026, 1, 11)
        assert held["next_due"].day == date(2026, 6, 10)
        assert held["extension"].span.end == date(2026, 6, 10)
        assert held["suit"].start == date(2026, 1, 11) and held["suit"].end is None
        assert held["record_if_paid"].day == date(2031, 5, 21)
        assert held["limitation"].day == date(2029, 6, 10) and held["limitation"].not_before
        assert held["record_code"].day == date(2026, 1, 10) + timedelta(151) and held["record_code"].number == 6

    def test_before_the_due_day_it_is_a_state_of_its_own(self) -> None:
        held = by_key(loan(), date(2026, 1, 5))
        assert (held["extension"].span.start, held["extension"].end) == (date(2026, 1, 5), date(2026, 1, 10))
        assert "record_if_paid" not in held and "next_due" not in held

    def test_acceleration_and_a_guarantor_s_payment_are_days(self) -> None:
        held = by_key(loan(accelerated_on=date(2026, 3, 1), compensated_on=date(2026, 4, 1)), date(2026, 5, 20))
        assert held["accelerated"].day == date(2026, 3, 1) and "acceleration" not in held
        assert held["compensated"].day == date(2026, 4, 1)

    def test_once_called_in_nothing_more_falls_due_and_the_three_years_run_from_that_day(self) -> None:
        held = by_key(loan(accelerated_on=date(2026, 3, 20)), date(2026, 5, 20))
        assert "next_due" not in held and "extension" not in held
        assert held["limitation"].day == date(2029, 3, 20)
        running = by_key(loan(), date(2026, 5, 20))
        assert running["next_due"].day == date(2026, 6, 10) and running["limitation"].day == date(2029, 6, 10)

    def test_no_day_of_a_crime_stands_on_anybody_s_timeline(self) -> None:
        owed = (Instalment(due_on=date(2026, 1, 10), principal="900000"),)
        for lender in (*Lender, None):
            found = milestones_of(loan(lender).model_copy(update={"instalments": owed}), date(2026, 11, 20))
            cited = {c.rule for m in found if m.kind is not Binding.CLAIMED for c in m.citations}
            assert not cited & {"PLAN-4", "PLAN-5", "PLAN-6", "JUD-17", "COL-12"}

    def test_the_sale_of_bad_debt_has_no_last_day(self) -> None:
        for day in (date(2026, 5, 20), date(2027, 3, 1)):
            sale = by_key(loan(), day)["debt_sale"]
            assert sale.end is None and sale.start == date(2026, 1, 11)

    def test_the_articles_stages_are_claims_and_nothing_else(self) -> None:
        found = milestones_of(loan(), date(2026, 5, 20))
        claims = [m for m in found if m.articles]
        assert {m.kind for m in claims} == {Binding.CLAIMED} and len(claims) == len(stages().stage)
        assert not [m for m in found if m.kind is Binding.CLAIMED and not m.articles]
        bands = {(m.span.start - date(2026, 1, 10)).days for m in claims}
        assert bands == {1, 4, 8, 15, 16, 30, 31, 60, 90}
        assert not [m for m in found if m.kind is Binding.MUST and m.key != "due" and m.start == date(2026, 2, 10)]

    def test_the_guideline_is_no_rule_before_its_day(self) -> None:
        early = by_key(loan(), date(2026, 1, 29))
        assert "limits" not in early and {c.rule for c in early["limits_before"].citations} == {"COL-9", "COL-10"}
        assert "limits" in by_key(loan(), date(2026, 1, 30))

    def test_once_everything_is_paid_only_the_record_goes_on(self) -> None:
        paid = [Payment(paid_on=date(2026, 3, 15), amount="9000")]  # more than all six with their penalty
        found = {m.key: m.day for m in milestones_of(loan(), date(2026, 6, 30), paid)}
        assert found == {"settled": date(2026, 3, 15), "record_gone": date(2031, 3, 16)}

    def test_a_part_payment_and_a_suit_move_the_limitation_period(self) -> None:
        paid = [Payment(paid_on=date(2026, 6, 20), amount="100")]
        ends = {m.key: m.day for m in milestones_of(loan(), date(2026, 6, 30), paid)}
        assert ends["limitation"] == date(2029, 6, 20)
        sued = milestones_of(loan(), date(2026, 6, 30), paid, suit=Suit(sued_on=date(2026, 6, 25)))
        assert "limitation" not in {m.key for m in sued}

    def test_paying_the_oldest_instalment_moves_the_first_day(self) -> None:
        paid = [Payment(paid_on=date(2026, 1, 10), amount="1090")]
        found = {m.key: m.day for m in milestones_of(loan(), date(2026, 6, 30), paid)}
        assert found["due"] == date(2026, 2, 10)

    def test_no_rule_of_limitation_before_the_civil_code(self) -> None:
        old = Loan(
            lender=None,
            contract_on=date(2019, 1, 1),
            annual_rate="0.1",
            instalments=[Instalment(due_on=date(2019, 6, 1), principal="1")],
        )
        found = {m.key for m in milestones_of(old, date(2020, 6, 1))}
        assert {"suit", "due"} <= found and "limitation" not in found

    @settings(max_examples=60, deadline=None)
    @given(
        st.dates(date(2021, 6, 1), date(2030, 1, 1)),
        st.dates(date(2022, 1, 1), date(2030, 1, 1)),
        st.sampled_from([*Lender, None]),
    )
    def test_every_entry_has_a_day_a_basis_and_its_place(self, due: date, as_of: date, lender: Lender | None) -> None:
        one = Loan(
            lender=lender,
            contract_on=due - timedelta(60),
            annual_rate="0.18",
            instalments=[Instalment(due_on=due, principal="1000")],
        )
        found = milestones_of(one, as_of)
        assert [m.start for m in found] == sorted(m.start for m in found)
        for m in found:
            assert (m.day is None) != (m.span is None)
            assert m.end is None or m.end >= m.start
            assert m.citations and all(c.rule in LAW.rules for c in m.citations)
            assert "RPT-6" not in {c.rule for c in m.citations}


class TestWords:
    def test_every_milestone_and_step_has_all_its_sentences(self) -> None:
        keys = {
            m.key
            for lender in (*Lender, None)
            for day in (date(2026, 1, 5), date(2026, 1, 29), date(2026, 5, 20))
            for m in milestones_of(loan(lender), day)
        }
        keys |= {
            m.key
            for m in milestones_of(
                loan(accelerated_on=date(2026, 3, 1), compensated_on=date(2026, 4, 1)), date(2026, 5, 20)
            )
        }
        wanted = set()
        for key in keys:
            if key.startswith("claim_"):
                wanted |= {f"timeline.{key}.{field}" for field in ("name", "what", "means")}
            else:
                wanted |= {
                    f"timeline.milestone.{key}.{field}"
                    for field in ("name", "what", "means", "today", "dont", "keep", "call")
                }
        wanted |= {f"timeline.{step.key}" for cause in Cause for step in first_steps(cause)} | {
            f"timeline.cause.{c}.label" for c in Cause
        }
        wanted |= {
            f"lawsuit.step.{s.key}.{field}" for s in lawsuit(Papers(), TODAY) for field in ("name", "what", "do")
        }
        wanted |= {f"calls.contacts.{r.who}.{field}" for r in contacts_ladder() for field in ("rule", "answer")} | {
            f"calls.contacts.{r.who}.claim" for r in contacts_ladder() if r.articles
        }
        wanted |= {f"help.line.{line.key}.{field}" for line in hotlines(TODAY) for field in ("for", "ready")}
        wanted |= {f"help.outside.{o}.{field}" for o in Outside for field in ("label", "says")}
        wanted |= {f"lawsuit.condition.{c.key}" for c in crime_line(Decimal(1), (), TODAY).conditions}
        for section, kind in (
            ("caller", Caller),
            ("called", Called),
            ("said", Said),
            ("verdict", Verdict),
            ("bound", Bound),
            ("step", Next),
        ):
            wanted |= {f"calls.{section}.{member}" for member in kind}
        assert wanted - pairs().keys() == set()

    def test_every_number_a_sentence_names_comes_from_the_shelf_or_the_case(self) -> None:
        own = {
            "day",
            "on",
            "end",
            "number",
            "when",
            "due",
            "as_of",
            "days",
            "count",
            "must",
            "may",
            "usual",
            "claim",
            "claimed",
            "article",
            "articles",
        }
        own |= {
            "principal",
            "label",
            "said",
            "first",
            "weekday",
            "counted",
            "amount",
            "at",
            "attempts_given",
            "answered_given",
        }
        own |= {
            "says",
            "why",
            "since",
            "rules",
            "rule",
            "title",
            "clause",
            "standing",
            "kind",
            "name",
            "rows",
            "settled",
        }
        known = own | law_numbers(TODAY).keys()
        for key, text in pairs().items():
            if key.split(".")[0] in ("timeline", "lawsuit", "calls", "help"):
                assert placeholders(text.zh) <= known, key

    def test_no_sentence_shouts_or_blames(self) -> None:
        for key, text in pairs().items():
            if key.split(".")[0] in ("timeline", "lawsuit", "calls", "help", "negotiate", "letters"):
                assert not set(text.zh + text.en) & set("！!"), key
                assert "老赖" not in text.zh, key

    def test_no_claim_is_worded_as_a_rule(self) -> None:
        for key, text in pairs().items():
            if key.startswith("timeline.claim_") and key.endswith(".what"):
                assert "文章" in text.zh and "article" in text.en, key
