"""The timeline, the court's deadlines, calls held against rules, the criminal line, and their words."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overdue.law import LAW
from overdue.milestones import (
    Bound,
    Call,
    Called,
    Caller,
    Cause,
    Kind,
    Next,
    Outside,
    Papers,
    Reading,
    Said,
    State,
    Verdict,
    contacts_ladder,
    crime_line,
    deadline,
    first_steps,
    hotlines,
    is_rest_day,
    law_numbers,
    lawsuit,
    milestones_of,
    stages,
    was_call_allowed,
)
from overdue.milestones.clocks import Suit
from overdue.model import Instalment, Lender, Loan, Payment
from overdue.words import Lang, pairs, placeholders, words

TODAY = date(2026, 11, 22)
DAYS_2026 = st.dates(date(2026, 1, 1), date(2026, 11, 30))


def loan(lender: Lender | None = Lender.PLATFORM, **changes: object) -> Loan:
    rows = [Instalment(due_on=date(2026, month, 10), principal="1000", interest="90") for month in range(1, 7)]
    return Loan(lender=lender, contract_on=date(2025, 9, 10), annual_rate="0.18", instalments=rows, **changes)


def by_key(loan_: Loan, as_of: date) -> dict[str, object]:
    return {m.key: m for m in milestones_of(loan_, as_of)}


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

    @settings(max_examples=60)
    @given(DAYS_2026, st.integers(1, 25))
    def test_against_a_naive_walk(self, received: date, days: int) -> None:
        naive = received + timedelta(days)
        while rests(naive):
            naive += timedelta(1)
        assert deadline(received, days=days).last_day == naive


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
            cited = {c.rule for m in found if m.kind is not Kind.CLAIMED for c in m.citations}
            assert not cited & {"PLAN-4", "PLAN-5", "PLAN-6", "JUD-17", "COL-12"}

    def test_the_sale_of_bad_debt_has_no_last_day(self) -> None:
        for day in (date(2026, 5, 20), date(2027, 3, 1)):
            sale = by_key(loan(), day)["debt_sale"]
            assert sale.end is None and sale.start == date(2026, 1, 11)

    def test_the_articles_stages_are_claims_and_nothing_else(self) -> None:
        found = milestones_of(loan(), date(2026, 5, 20))
        claims = [m for m in found if m.articles]
        assert {m.kind for m in claims} == {Kind.CLAIMED} and len(claims) == len(stages().stage)
        assert not [m for m in found if m.kind is Kind.CLAIMED and not m.articles]
        bands = {(m.span.start - date(2026, 1, 10)).days for m in claims}
        assert bands == {1, 4, 8, 15, 16, 30, 31, 60, 90}
        assert not [m for m in found if m.kind is Kind.MUST and m.key != "due" and m.start == date(2026, 2, 10)]

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


def test_each_cause_has_another_first_step() -> None:
    firsts = [first_steps(cause)[0].key for cause in Cause]
    assert len(set(firsts)) == len(Cause)
    assert first_steps(Cause.NOT_YET)[0].citations[0].rule == "CC-15"


def call(**changes: object) -> Call:
    given_ = {"day": date(2026, 6, 1), "at": time(10, 0), "caller": Caller.LENDER, "lender": Lender.BANK}
    return Call(**(given_ | changes))


def findings(**changes: object) -> dict[str, object]:
    return {f.key: f for f in was_call_allowed(call(**changes)).findings}


class TestCalls:
    @pytest.mark.parametrize(
        ("at", "key"),
        [
            ((21, 59), "hours_day"),
            ((22, 0), "hours_quiet"),
            ((23, 30), "hours_quiet"),
            ((0, 0), "hours_quiet"),
            ((7, 59), "hours_quiet"),
            ((8, 0), "hours_day"),
        ],
    )
    def test_the_edges_of_the_night(self, at: tuple[int, int], key: str) -> None:
        assert key in findings(at=time(*at))

    def test_a_plain_daytime_call_to_the_debtor_is_within(self) -> None:
        assert was_call_allowed(call(said=(Said.REMINDER,))).verdict is Verdict.WITHIN

    def test_consent_to_the_hour_is_no_breach(self) -> None:
        assert findings(at=time(23, 0), agreed=True)["hours_agreed"].verdict is Verdict.WITHIN

    def test_the_guideline_binds_members_only(self) -> None:
        assert findings(at=time(23, 0))["hours_quiet"].bound is Bound.MEMBERS
        for lender, bound in ((Lender.MICRO_LOAN, Bound.ADVICE), (Lender.PRIVATE, Bound.NOBODY), (None, Bound.NOBODY)):
            soft = findings(at=time(23, 0), lender=lender)["hours_quiet_soft"]
            assert (soft.bound, soft.verdict) == (bound, Verdict.UNCLEAR)

    def test_a_call_before_the_rule_is_not_judged_by_it(self) -> None:
        assert findings(day=date(2026, 1, 29), at=time(23, 0))["hours_quiet_soft"].citations[0].standing == "lead"
        assert findings(day=date(2024, 1, 1), at=time(23, 0))["hours_no_rule"].verdict is Verdict.UNCLEAR
        assert "often_no_rule" in findings(day=date(2025, 6, 1), attempts=20)

    def test_a_rule_that_came_later_is_named_as_such(self) -> None:
        fee = findings(day=date(2025, 6, 1), said=(Said.EXTRA_FEE,))["said_extra_fee"]
        assert (fee.verdict, fee.citations, fee.later) == (Verdict.UNCLEAR, (), date(2026, 1, 30))
        threat = findings(day=date(2025, 6, 1), said=(Said.THREAT,))["said_threat"]
        assert threat.verdict is Verdict.BREACH and {c.rule for c in threat.citations} == {"COL-10"}

    @pytest.mark.parametrize("called", [c for c in Called if c is not Called.SELF])
    def test_others_may_never_be_told(self, called: Called) -> None:
        told = was_call_allowed(call(called=called, said=(Said.DISCLOSED,), reachable=False))
        assert told.verdict is Verdict.BREACH and Next.STOP_OTHERS in told.steps
        assert (
            was_call_allowed(call(called=called, said=(Said.ASK_CONTACT,), reachable=False)).verdict is Verdict.WITHIN
        )
        assert was_call_allowed(call(called=called, said=(Said.ASK_CONTACT,))).verdict is Verdict.BREACH
        assert was_call_allowed(call(called=called, reachable=False, told_to_stop=True)).verdict is Verdict.BREACH

    def test_six_attempts_are_within_and_seven_are_not(self) -> None:
        assert findings(attempts=6)["often_attempts_within"].verdict is Verdict.WITHIN
        assert findings(attempts=7)["often_attempts"].verdict is Verdict.BREACH

    def test_answered_calls_rest_on_a_lead_and_are_never_a_breach(self) -> None:
        assert findings(answered=9)["often_answered"].verdict is Verdict.UNCLEAR

    def test_prison_talk_is_answered_with_the_civil_rule(self) -> None:
        rules = {c.rule for c in findings(said=(Said.ARREST,))["said_arrest"].citations}
        assert "PLAN-6" in rules and "PLAN-4" not in rules
        assert "PLAN-4" in {
            c.rule for c in findings(said=(Said.ARREST,), lender=Lender.CREDIT_CARD)["said_arrest"].citations
        }

    def test_saying_they_will_sue_is_allowed_and_a_court_is_no_collector(self) -> None:
        assert was_call_allowed(call(said=(Said.WILL_SUE,))).verdict is Verdict.WITHIN
        court = findings(caller=Caller.COURT, at=time(23, 0))
        assert not [key for key in court if key.startswith("hours")]

    @settings(max_examples=80)
    @given(
        st.dates(date(2020, 1, 1), date(2030, 1, 1)),
        st.times(),
        st.sampled_from(list(Caller)),
        st.sampled_from([*Lender, None]),
        st.sampled_from(list(Called)),
        st.lists(st.sampled_from(list(Said)), unique=True),
        st.booleans(),
        st.integers(0, 30),
    )
    def test_every_answer_has_words_a_basis_and_an_order(
        self,
        day: date,
        at: time,
        caller: Caller,
        lender: Lender | None,
        called: Called,
        said: list[Said],
        flag: bool,
        count: int,
    ) -> None:
        asked = Call(
            day=day,
            at=at,
            caller=caller,
            lender=lender,
            called=called,
            said=tuple(said),
            agreed=flag,
            reachable=not flag,
            attempts=count,
            answered=count,
        )
        check = was_call_allowed(asked)
        verdicts = [list(Verdict).index(f.verdict) for f in check.findings]
        assert check.findings and verdicts == sorted(verdicts)
        for finding in check.findings:
            assert finding.citations or finding.verdict is not Verdict.BREACH
            assert not [
                c for c in finding.citations if LAW.rule(c.rule).since > day and not c.rule.startswith(("HOT", "COL-3"))
            ]
        fields = (
            law_numbers(TODAY) | law_numbers(day) | {"at": "10:00", "attempts_given": count, "answered_given": count}
        )
        for finding in check.findings:
            assert words(Lang.ZH)(f"calls.finding.{finding.key}", **fields)


class TestCrime:
    @pytest.mark.parametrize(
        ("principal", "demands", "as_of", "reading"),
        [
            ("49999.99", ((1, 1), (2, 1)), date(2026, 11, 22), Reading.SOME_NOT_MET),  # principal too small
            ("50000", ((1, 1), (2, 1)), date(2026, 11, 22), Reading.FACTS_DECIDE),
            ("50000", ((1, 1), (1, 30)), date(2026, 11, 22), Reading.SOME_NOT_MET),  # 29 days apart
            ("50000", ((1, 1), (1, 31)), date(2026, 11, 22), Reading.FACTS_DECIDE),  # 30 days apart
            ("50000", ((1, 1), (1, 31)), date(2026, 4, 30), Reading.SOME_NOT_MET),  # three months are not over
            ("50000", ((1, 1), (1, 31)), date(2026, 5, 1), Reading.FACTS_DECIDE),
            ("50000", ((1, 1),), date(2026, 11, 22), Reading.NOT_GIVEN),  # one may have been forgotten
            ("100", (), date(2026, 11, 22), Reading.NOT_GIVEN),  # even a small sum decides nothing alone
            (None, ((1, 1), (2, 1)), date(2026, 11, 22), Reading.NOT_GIVEN),
        ],
    )
    def test_each_condition_stands_beside_what_was_entered(
        self, principal: str | None, demands: tuple[tuple[int, int], ...], as_of: date, reading: Reading
    ) -> None:
        made = tuple(date(2026, *md) for md in demands)
        line = crime_line(None if principal is None else Decimal(principal), made, as_of)
        assert line.reading is reading
        assert line.conditions[0].key == "intent" and line.conditions[0].state is State.FACTS

    def test_nothing_the_page_can_say_is_a_verdict(self) -> None:
        said = [pairs()[f"lawsuit.crime.{reading}"] for reading in Reading]
        said += [text for key, text in pairs().items() if key.startswith("lawsuit.crime.state_")]
        for text in said:
            assert "构成" not in text.zh and "made out" not in text.en and "is no crime" not in text.en
        for reading in (Reading.SOME_NOT_MET, Reading.FACTS_DECIDE):
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
        wanted |= {
            f"calls.contacts.{r.who}.{field}" for r in contacts_ladder() for field in ("claim", "rule", "answer")
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
            "claimed",
            "article",
            "articles",
        }
        own |= {"said", "first", "weekday", "counted", "amount", "at", "attempts_given", "answered_given"}
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
