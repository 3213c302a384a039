"""Calls held against the rules."""

from __future__ import annotations

from datetime import date, time

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
    Finding,
    Next,
    Said,
    Verdict,
    first_steps,
    law_numbers,
    was_call_allowed,
)
from overdue.model import Lender
from overdue.words import Lang, words

TODAY = date(2026, 11, 22)


def test_each_cause_has_another_first_step() -> None:
    firsts = [first_steps(cause)[0].key for cause in Cause]
    assert len(set(firsts)) == len(Cause)
    assert first_steps(Cause.NOT_YET)[0].citations[0].rule == "CC-15"


def call(**changes: object) -> Call:
    given_ = {"day": date(2026, 6, 1), "at": time(10, 0), "caller": Caller.LENDER, "lender": Lender.BANK}
    return Call(**(given_ | changes))


def findings(**changes: object) -> dict[str, Finding]:
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

    def test_prison_talk_is_answered_with_the_civil_rule_and_the_cards_conditions(self) -> None:
        rules = [c.rule for c in findings(said=(Said.ARREST,))["said_arrest"].citations]
        assert rules[:2] == ["PLAN-6", "PLAN-4"]

    def test_a_visit_has_conditions_and_is_no_breach_by_itself(self) -> None:
        found = findings(said=(Said.VISIT,))["said_visit"]
        assert found.verdict is Verdict.UNCLEAR and Next.POLICE in found.steps
        assert {"COL-8", "COL-3"} <= {c.rule for c in found.citations}

    @pytest.mark.parametrize("lender", list(Lender))
    def test_a_visit_is_held_only_against_rules_that_bind_whoever_comes(self, lender: Lender) -> None:
        check = was_call_allowed(call(lender=lender, said=(Said.VISIT,)))
        found = next(finding for finding in check.findings if "visit" in finding.key)
        bound = lender not in (Lender.PRIVATE, Lender.MICRO_LOAN)
        assert (found.bound is Bound.MEMBERS) is bound and (found.key == "said_visit") is bound
        assert bound or not {"COL-3", "COL-8"} & {c.rule for c in found.citations}  # the guideline is not for them

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


@pytest.mark.parametrize("said", [Said.TELL_WORK, Said.TELL_FAMILY, Said.TELL_CONTACTS])
def test_saying_that_others_will_be_approached_is_held_only_against_rules_that_bind_the_lender(said):
    found = findings(said=(said,))[f"said_{said}"]
    assert found.verdict is Verdict.BREACH and {c.rule for c in found.citations} == {"COL-6", "COL-9", "COL-10"}
    assert Next.STOP_OTHERS in found.steps
    soft = findings(said=(said,), lender=Lender.PRIVATE)["said_tell_soft"]
    assert soft.verdict is Verdict.UNCLEAR and {c.rule for c in soft.citations} == {"COL-9", "COL-10"}


def test_wages_and_accounts_are_for_a_court_and_whoever_says_so_breaks_no_rule_by_it():
    found = findings(said=(Said.SEIZE,))["said_seize"]
    assert found.verdict is Verdict.UNCLEAR and Next.VERIFY_COURT in found.steps
