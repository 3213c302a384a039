"""The shelf against the documents it was copied from, and against everything that names it."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import chinese_calendar
import pytest

from overdue.law import HERE, LAW, Rule, load
from overdue.model import BadFile, NotInForce, Standing, Text
from overdue.words import Lang, words

TESTS = Path(__file__).parent
PACKAGE = HERE.parent
BROKEN = TESTS / "broken" / "law"
TODAY = date(2026, 11, 22)
SECOND_READING = date(2026, 11, 25)


def d(text: str) -> date:
    return date.fromisoformat(text)


# A file that is wrong is refused, with its name, the place in it and the fault.

FAULTS = [
    ("unknown_key", "unknown_key.toml", "CC-90.colour", "not permitted"),
    ("missing_language", "missing_language.toml", "CC-90.title.en", "required"),
    ("empty_sentence", "empty_sentence.toml", "CC-90.says.zh", "at least 1 character"),
    ("missing_clause", "missing_clause.toml", "CC-90.clause", "required"),
    ("first_day_as_text", "first_day_as_text.toml", "CC-90.since", "valid date"),
    ("day_with_a_time", "day_with_a_time.toml", "CC-90.checked", "valid date"),
    ("unknown_standing", "unknown_standing.toml", "CC-90.standing", "'lead'"),
    ("unknown_document", "unknown_document.toml", "CC-90.source", "no-such-law"),
    ("unknown_further_document", "unknown_further_document.toml", "CC-90.source", "no-such-law"),
    ("unknown_document_of_a_value", "unknown_document_of_a_value.toml", "CC-90.source", "no-such-law"),
    ("topic_repeated", "topic_repeated.toml", "CC-90.topic", "name of the file"),
    ("id_used_elsewhere", "zz.toml", "CR-2", "already on the shelf"),
    ("id_used_twice", "id_used_twice.toml", "-", "CC-90"),
    ("use_not_said", "use_not_said.toml", "CC-90.values.days.live", "required"),
    ("no_rows", "no_rows.toml", "CC-90.values.days.rows", "at least 1 item"),
    ("row_without_value", "row_without_value.toml", "CC-90.values.days.rows.0", "ended = true"),
    ("same_day_twice", "same_day_twice.toml", "CC-90.values.days", "2021-01-01 stands before 2021-01-01"),
    ("rows_fall", "rows_fall.toml", "CC-90.values.days", "rows must rise by day"),
    ("value_day_as_text", "value_day_as_text.toml", "CC-90.values.days.rows.0.value", "without quotes"),
    ("value_not_a_number", "value_not_a_number.toml", "CC-90.values.days.rows.0.value", "finite"),
    ("known_until_in_between", "known_until_in_between.toml", "CC-90.values.days", "only the last row"),
    ("not_a_table", "not_a_table.toml", "CC-90", "table"),
    ("not_toml", "not_toml.toml", "-", "line 1"),
    ("assumption_with_a_clause", "assumptions.toml", "day_basis.clause", "not permitted"),
    ("assumption_without_a_reason", "assumptions.toml", "day_basis.why", "required"),
    ("unknown_force", "sources.toml", "some-law.force", "'press'"),
]


@pytest.mark.parametrize(("fault", "file", "path", "why"), FAULTS, ids=[fault for fault, *_ in FAULTS])
def test_a_broken_file_is_refused_by_name_and_place(tmp_path: Path, fault: str, file: str, path: str, why: str) -> None:
    for good in ("sources.toml", "record.toml"):
        shutil.copy(HERE / good, tmp_path)
    shutil.copy(BROKEN / f"{fault}.toml", tmp_path / file)
    with pytest.raises(BadFile) as refused:
        load(tmp_path)
    assert str(refused.value).startswith(f"{file}: {path}: ")
    assert why in str(refused.value)


def test_every_broken_file_is_tried() -> None:
    assert {path.stem for path in BROKEN.iterdir()} == {fault for fault, *_ in FAULTS}


def test_nothing_on_the_shelf_can_be_changed() -> None:
    bands = LAW.value("JUD-5", "bands", TODAY)
    with pytest.raises(TypeError):
        bands["flat_fee"] = 60
    with pytest.raises(TypeError):
        bands["bands"][0]["rate"] = 1
    with pytest.raises(TypeError):
        LAW.rules["CC-9"].values["limitation_years"] = None  # type: ignore[index]
    with pytest.raises(TypeError):
        LAW.rules["CC-9"] = None  # type: ignore[index]


# Every value, copied by hand from the research apart from the shelf: rule, name, a day, the value.

VALUES: list[tuple[str, str, str, Any]] = [
    ("CR-1", "advance_notice_required", "2013-03-15", True),
    ("CR-2", "retention_years", "2013-03-15", 5),
    ("CR-2", "retention_years", "2026-11-22", 5),
    ("CR-3", "retention_start", "2026-11-22", "payoff_date"),
    ("CR-3", "retention_if_unpaid", "2026-11-22", "no_end_date"),
    ("CR-4", "retention_start_under_plan", "2026-11-22", "last_plan_payment_date"),
    ("CR-6", "statement_right", "2026-11-22", True),
    ("CR-7", "free_reports", "2026-11-22", 2),
    ("CR-7", "extra_free_reports", "2026-01-01", 2),
    ("CR-7", "extra_free_reports", "2026-06-30", 2),
    ("CR-8", "dispute_days", "2026-11-22", 20),
    ("CR-9", "complaint_days", "2026-11-22", 30),
    ("CR-14", "update_after_submission_days", "2026-11-22", 1),
    ("RPT-1", "history_months", "2020-01-19", 60),
    ("RPT-3", "code_1_first_day", "2026-11-22", 1),
    ("RPT-2", "no_such_status", "2026-11-22", ("已协商还款",)),
    ("FIX-1", "overdue_from", "2026-01-15", date(2020, 1, 1)),
    ("FIX-1", "overdue_until", "2026-01-15", date(2025, 12, 31)),
    ("FIX-2", "single_max", "2026-01-15", 10_000),
    ("FIX-3", "paid_by", "2026-11-22", date(2026, 3, 31)),
    ("FIX-4", "early_paid_by", "2026-11-22", date(2025, 11, 30)),
    ("FIX-4", "early_hidden_from", "2026-11-22", date(2026, 1, 1)),
    ("FIX-4", "otherwise_hidden_by", "2026-11-22", "end_of_following_month"),
    ("FIX-5", "application_needed", "2026-01-15", False),
    ("FIX-6", "extension_found", "2026-11-22", False),
    ("CC-2", "count_first_day", "2021-01-01", False),
    ("CC-3", "month_year_end", "2026-11-22", "corresponding_day_else_month_end"),
    ("CC-3", "retention_shifts_on_holiday", "2026-11-22", False),
    ("CC-4", "shift_last_day", "2026-11-22", "next_working_day"),
    ("CC-5", "contract_may_differ", "2026-11-22", True),
    ("CC-7", "order", "2021-01-01", ("costs", "interest", "principal")),
    ("CC-7", "contract_may_differ", "2026-11-22", True),
    ("JUD-4", "order", "2026-11-22", ("judgment_money", "doubled_interest")),
    ("CC-8", "excess_over_loss", "2023-12-05", Decimal("0.30")),
    ("CC-9", "limitation_years", "2026-11-22", 3),
    ("CC-9", "instalment_debt_starts", "2026-11-22", "last_instalment_due_date"),
    (
        "CC-10",
        "interrupting_events",
        "2026-11-22",
        (
            "creditor_demand",
            "debtor_agrees_or_pays_part",
            "suit_or_arbitration",
            "payment_order_application",
            "assignment_notice",
        ),
    ),
    ("CC-11", "agreement_after_expiry_revives", "2026-11-22", True),
    ("JUD-12", "enforcement_years", "2026-11-22", 2),
    ("PEN-1", "uplift_min", "2004-01-01", Decimal("0.3")),
    ("PEN-1", "uplift_max", "2026-11-22", Decimal("0.5")),
    ("PEN-1", "replaces_contract_rate", "2026-11-22", True),
    ("PEN-2", "compound_on_unpaid_interest", "2026-11-22", "allowed"),
    ("PEN-2", "compound_rate", "2026-11-22", "penalty_rate"),
    ("PEN-2", "compound_on_penalty_interest", "2026-11-22", "disputed"),
    ("PEN-3", "base", "2026-11-22", "overdue_principal"),
    ("PEN-3", "base_after_acceleration", "2026-11-22", "remaining_principal"),
    ("PEN-5", "late_fee_ended", "2017-01-01", date(2017, 1, 1)),
    ("PEN-5", "interest_on_damages", "2026-11-22", False),
    ("PEN-6", "daily_rate_min", "2020-12-31", Decimal("0.00035")),
    ("PEN-6", "daily_rate_max", "2020-12-31", Decimal("0.0005")),
    ("PEN-6", "rate_free_from", "2021-01-01", date(2021, 1, 1)),
    ("PEN-8", "methods", "2021-03-31", ("irr", "simple_labelled")),
    ("PEN-9", "must_list_default_costs", "2026-08-01", True),
    ("PEN-9", "charges_outside_table_allowed", "2026-08-01", False),
    ("PEN-9", "new_loans_only", "2026-08-01", True),
    ("PEN-10", "platform_may_charge_borrower", "2025-10-01", False),
    ("PLAN-1", "max_months", "2026-11-22", 60),
    ("PLAN-1", "is_a_right", "2026-11-22", False),
    ("COL-8", "card_recordings_years", "2026-11-22", 2),
    ("CAP-1", "lpr_multiple", "2020-08-20", 4),
    (
        "CAP-1",
        "not_applicable_to",
        "2026-11-22",
        (
            "bank",
            "consumer_finance",
            "trust",
            "micro_loan",
            "financing_guarantee",
            "pawnshop",
            "leasing",
            "factoring",
            "local_amc",
            "regional_equity_market",
        ),
    ),
    ("CAP-3", "annual_rate", "2017-08-04", Decimal("0.24")),
    (
        "CAP-3",
        "covers",
        "2026-11-22",
        ("interest", "compound_interest", "penalty_interest", "liquidated_damages", "other_fees"),
    ),
    ("CAP-3", "mode", "2026-11-22", "reduction_on_request_by_court"),
    (
        "CAP-3",
        "applies_to",
        "2026-11-22",
        ("bank", "consumer_finance", "trust", "platform_bank_loan", "micro_loan"),
    ),
    ("CAP-4", "annual_rate", "2025-10-01", Decimal("0.24")),
    ("CAP-5", "annual_rate", "2025-12-24", Decimal("0.24")),
    ("CAP-5", "target_multiple", "2026-11-22", 4),
    ("CAP-5", "target_by", "2026-11-22", date(2027, 12, 31)),
    ("CAP-5", "new_loans_only", "2026-11-22", True),
    ("CAP-6", "reported_rate", "2025-10-30", Decimal("0.20")),
    ("CAP-6", "use_as_cap", "2026-11-22", False),
    ("CAP-9", "collection_records_years", "2026-11-22", 5),
    ("CAP-10", "household_max", "2025-01-17", 200_000),
    ("JUD-2", "daily_rate", "2014-08-01", Decimal("0.000175")),
    ("JUD-2", "base", "2026-11-22", "judgment_money_excluding_general_interest"),
    ("JUD-2", "simple", "2026-11-22", True),
    ("JUD-3", "starts", "2026-11-22", "end_of_performance_period"),
    ("JUD-5", "paid_by", "2026-11-22", "loser"),
    ("JUD-6", "multiplier_simplified", "2007-04-01", Decimal("0.5")),
    ("JUD-6", "multiplier_mediation", "2007-04-01", Decimal("0.5")),
    ("JUD-6", "multiplier_small_claims", "2026-11-22", Decimal("0.5")),
    ("JUD-7", "multiplier_payment_order", "2007-04-01", "1/3"),
    ("JUD-7", "objection_days", "2026-11-22", 15),
    ("JUD-8", "paid_by", "2026-11-22", "debtor_after_enforcement"),
    ("JUD-10", "average_wage_share", "2026-11-22", Decimal("0.5")),
    ("JUD-10", "agreed_wage_share", "2026-11-22", 2),
    ("JUD-10", "months", "2026-11-22", 2),
    ("JUD-10", "extension_months", "2026-11-22", 1),
    ("JUD-10", "appeal", "2026-11-22", False),
    ("JUD-11", "answer_days", "2026-11-22", 15),
    ("JUD-11", "appeal_days", "2026-11-22", 15),
    ("JUD-13", "living_costs_protected", "2026-11-22", True),
    ("JUD-15", "items_with_period", "2026-11-22", (2, 3, 4, 5, 6)),
    ("JUD-15", "item_1_has_fixed_end", "2026-11-22", False),
    ("JUD-16", "consumption_limits", "2026-11-22", True),
    ("JUD-17", "max_years", "2026-11-22", 3),
    ("JUD-17", "very_serious_max_years", "2026-11-22", 7),
    ("JUD-21", "public_notice_days", "2026-11-22", 30),
    ("JUD-22", "docket_days", "2026-11-22", 7),
    ("JUD-22", "copy_days", "2026-11-22", 5),
    ("COL-1", "mandatory", "2025-02-28", False),
    ("COL-2", "superseded", "2026-11-22", True),
    ("COL-3", "quiet_from", "2025-02-28", "22:00"),
    ("COL-3", "quiet_to", "2026-01-30", "08:00"),
    ("COL-3", "unless_agreed", "2026-01-30", True),
    ("COL-4", "attempts_per_day", "2026-01-30", 6),
    ("COL-5", "connected_calls_per_day", "2026-11-22", 3),
    ("COL-6", "dun_third_party", "2026-11-22", False),
    ("COL-6", "third_party_only_if_unreachable", "2026-11-22", True),
    ("COL-6", "disclose_debt", "2026-11-22", False),
    ("COL-6", "stop_on_request", "2026-11-22", True),
    ("COL-11", "detention_days", "2026-01-01", 5),
    ("COL-11", "serious_detention_days", "2026-01-01", 10),
    ("COL-11", "fine_max", "2026-01-01", 1_000),
    ("COL-12", "max_years", "2026-11-22", 3),
    ("COL-12", "lawful_debts", "2026-11-22", False),
    ("COL-15", "buyer_may_resell_in_bulk", "2026-11-22", False),
    ("PLAN-4", "principal_min", "2018-12-01", 50_000),
    ("PLAN-4", "huge_min", "2026-11-22", 500_000),
    ("PLAN-4", "especially_huge_min", "2026-11-22", 5_000_000),
    ("PLAN-4", "demands_min", "2026-11-22", 2),
    ("PLAN-4", "demand_gap_days", "2026-11-22", 30),
    ("PLAN-4", "months_after", "2026-11-22", 3),
    ("PLAN-4", "intent_required", "2026-11-22", True),
    ("PLAN-4", "counts", "2026-11-22", "principal_only"),
    ("PLAN-4", "applies_to", "2026-11-22", "credit_card_only"),
    ("PLAN-6", "non_payment_is_crime", "2026-11-22", False),
    ("PLAN-6", "malicious_by_days", "2026-11-22", False),
    ("COL-18", "attempts_before_contact", "2026-11-25", 3),
    ("JUD-24", "least_reduction", "2026-11-25", Decimal("0.3")),
    ("PLAN-8", "answer_days", "2026-11-25", 15),
    ("PLAN-8", "complex_days", "2026-11-25", 30),
    ("PLAN-8", "special_more_days", "2026-11-25", 30),
    ("PLAN-10", "residence_years", "2026-11-25", 5),
    ("HOT-11", "number", "2025-05-01", "12356"),
    ("HOT-11", "ambulance_number", "2026-11-25", "120"),
    ("HOT-11", "least_hours", "2026-11-25", 18),
    ("HOT-5", "number", "2026-11-25", "12348"),
    ("HOT-1", "number", "2026-11-22", "12378"),
    ("HOT-3", "number", "2026-11-22", "400-810-8866"),
    ("HOT-4", "number", "2026-11-22", "12368"),
    ("HOT-6", "number", "2026-11-22", "110"),
    ("HOT-6", "fraud_number", "2026-11-22", "96110"),
    ("HOT-7", "number", "2026-11-22", "12321"),
    ("HOT-8", "number", "2026-11-22", "12377"),
    ("HOT-9", "number", "2026-11-22", "12345"),
    ("HOT-10", "site", "2026-11-22", "www.pbccrc.org.cn"),
]

TABLES = {  # values that are tables of their own are compared further down
    ("LPR-1", "one_year"),
    ("JUD-5", "bands"),
    ("JUD-8", "bands"),
    ("JUD-9", "bands"),
    ("RPT-2", "codes"),
    ("RPT-2", "code_days"),
    ("RPT-4", "types"),
    ("RPT-8", "classes"),
    ("SCAM-2", "flags"),
    ("SCAM-3", "flags"),
    ("SCAM-4", "flags"),
    ("SCAM-6", "flags"),
}


@pytest.mark.parametrize(("rule", "name", "on", "value"), VALUES)
def test_values_are_those_of_the_documents(rule: str, name: str, on: str, value: Any) -> None:
    held = LAW.value(rule, name, d(on))
    assert held == value
    assert isinstance(held, bool) == isinstance(value, bool)


def test_no_value_on_the_shelf_is_left_unread() -> None:
    shelf = {(id_, name) for id_, rule in LAW.rules.items() for name in rule.values}
    assert shelf == {(rule, name) for rule, name, *_ in VALUES} | TABLES


STANDINGS = {
    "CR-2": "text",
    "CR-3": "text",
    "CR-4": "reading",
    "CR-5": "reading",
    "RPT-1": "report",
    "RPT-2": "lead",
    "RPT-3": "lead",
    "RPT-4": "lead",
    "RPT-8": "report",
    "FIX-3": "report",
    "CC-7": "text",
    "PEN-1": "report",
    "PEN-5": "text",
    "PEN-7": "reading",
    "PEN-9": "report",
    "CAP-1": "text",
    "CAP-3": "report",
    "CAP-4": "report",
    "CAP-5": "report",
    "LPR-1": "report",
    "JUD-2": "text",
    "JUD-5": "text",
    "COL-3": "report",
    "COL-4": "report",
    "COL-5": "lead",
    "COL-11": "text",
    "PLAN-1": "report",
    "PLAN-4": "text",
    "HOT-1": "report",
    "HOT-3": "text",
    "HOT-5": "lead",
    "HOT-11": "report",
    "HOT-12": "report",
    "JUD-7": "text",
    "JUD-23": "text",
    "JUD-24": "text",
    "JUD-25": "text",
    "COL-18": "report",
    "COL-19": "text",
    "PLAN-8": "report",
    "PLAN-9": "report",
    "PLAN-10": "report",
    "HOT-7": "lead",
    "HOT-8": "lead",
    "SCAM-6": "lead",
}


def test_standings_are_those_of_the_research() -> None:
    assert {rule: LAW.rules[rule].standing.value for rule in STANDINGS} == STANDINGS


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


# A value holds from its first day; the day before has another one, or none.

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


# The loan prime rate.

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


# Tables.

CASE_FEE = (
    "10000-100000 .025 | -200000 .02 | -500000 .015 | -1000000 .01 | -2000000 .009"
    " | -5000000 .008 | -10000000 .007 | -20000000 .006 | - .005"
)
ENFORCEMENT_FEE = "10000-500000 .015 | -5000000 .01 | -10000000 .005 | - .001"
PRESERVATION_FEE = "1000-100000 .01 | - .005"


@pytest.mark.parametrize(
    ("rule", "flat", "bands", "most"),
    [
        ("JUD-5", (10_000, 50), CASE_FEE, None),
        ("JUD-8", (10_000, 50), ENFORCEMENT_FEE, None),
        ("JUD-9", (1_000, 30), PRESERVATION_FEE, 5_000),
    ],
)
def test_court_fee_bands(rule: str, flat: tuple[int, int], bands: str, most: int | None) -> None:
    table = LAW.value(rule, "bands", TODAY)
    over = flat[0]
    expected = []
    for band in bands.split(" | "):
        span, rate = band.split()
        to = span.split("-")[1]
        expected.append((over, int(to) if to else None, Decimal(rate)))
        over = int(to) if to else 0
    assert (table["flat_up_to"], table["flat_fee"]) == flat
    assert [(band["over"], band.get("to"), band["rate"]) for band in table["bands"]] == expected
    assert table.get("max") == most


def test_status_codes() -> None:
    codes = LAW.value("RPT-2", "codes", TODAY)
    assert "".join(code["code"] for code in codes) == "*N1234567DZBCGMA#/"
    assert {code["code"] for code in codes if code.get("weak")} == {"B", "M", "A"}
    spans = LAW.value("RPT-2", "code_days", TODAY)
    assert [(span["from"], span.get("to")) for span in spans] == [
        (30 * n + 1, 30 * n + 30 if n < 6 else None) for n in range(7)
    ]


def test_special_transactions() -> None:
    types = {kind["code"]: kind["zh"] for kind in LAW.value("RPT-4", "types", TODAY)}
    assert list(types) == ["1", "2", "3", "4", "5", "8", "9", "11", "12", "13", "14", "16", "17"]
    assert (types["11"], types["14"]) == ("债务减免", "信用卡个性化分期")


def test_card_classes() -> None:
    classes = [(c["code"], c["from"], c.get("to")) for c in LAW.value("RPT-8", "classes", TODAY)]
    assert classes == [
        ("special_mention", 1, 90),
        ("substandard", 91, 120),
        ("doubtful", 121, 180),
        ("loss", 181, None),
    ]


def test_warning_signs() -> None:
    flags = [flag["code"] for n in (2, 3, 4, 6) for flag in LAW.value(f"SCAM-{n}", "flags", TODAY)]
    assert flags == [
        "new_policy",
        "agent_fee",
        "hand_over_cards",
        "forged_papers",
        "credit_washing",
        "fake_regulator",
        "debt_bought",
    ]


# What is only remembered.

ASSUMPTIONS = {
    "uplift": Decimal("0.5"),
    "day_basis": 360,
    "card_damages": Decimal("0.05"),
    "hotline_pboc": "12363",
    "perform_days": 10,
}
RECALLED = {"PEN-4", "RPT-6", "HOT-2", "COL-14", "COL-16", "SCAM-7"}


def test_what_is_only_recalled_is_an_assumption_or_absent() -> None:
    assert {name: held.value for name, held in LAW.assumptions.items()} == ASSUMPTIONS
    assert not RECALLED & LAW.rules.keys()


def test_an_assumption_is_in_no_rule() -> None:
    numbers = {"12363"}
    assert not numbers & {row.value for _, row in _rows() if isinstance(row.value, str)}


# The shelf as a whole.

ROWS = {
    "CR": 14,
    "CC": 21,
    "PEN": 10,
    "CAP": 11,
    "LPR": 1,
    "JUD": 25,
    "RPT": 8,
    "FIX": 7,
    "COL": 19,
    "PLAN": 10,
    "HOT": 12,
    "SCAM": 8,
}


def test_every_row_of_the_research_is_a_rule_unless_only_recalled() -> None:
    rows = {f"{kind}-{n}" for kind, last in ROWS.items() for n in range(1, last + 1)}
    assert rows - LAW.rules.keys() == RECALLED
    assert not LAW.rules.keys() - rows


def test_every_document_is_used() -> None:
    used = set().union(*(rule.documents for rule in LAW.rules.values()))
    assert set(LAW.sources) == used


def test_every_rule_was_checked_and_none_is_from_the_future() -> None:
    assert {rule.checked for rule in LAW.rules.values()} == {TODAY, SECOND_READING}
    assert all(rule.since <= TODAY for rule in LAW.rules.values())
    assert all(row.since <= TODAY for _, row in _rows())


def test_a_lead_is_worded_as_one() -> None:
    for id_, rule in LAW.rules.items():
        if rule.standing is Standing.LEAD:
            assert "通常的说法是" in rule.says.zh, id_
            assert "ommonly described as" in rule.says.en, id_


def _rows() -> Iterator[tuple[str, Any]]:
    for id_, rule in LAW.rules.items():
        for value in rule.values.values():
            for row in value.rows:
                yield id_, row


def _pairs(where: str, node: object) -> Iterator[tuple[str, str, str]]:
    """Every pair of sentences below a rule, a document or an assumption."""
    if isinstance(node, Text):
        yield where, node.zh, node.en
    elif isinstance(node, Mapping):
        if {"zh", "en"} <= node.keys():
            yield where, node["zh"], node["en"]
        for name, child in node.items():
            yield from _pairs(f"{where}.{name}", child)
    elif isinstance(node, tuple):
        for n, child in enumerate(node):
            yield from _pairs(f"{where}.{n}", child)
    elif hasattr(type(node), "model_fields"):
        for name in type(node).model_fields:
            yield from _pairs(f"{where}.{name}", getattr(node, name))


PAIRS = [
    pair
    for shelf in (LAW.rules, LAW.sources, LAW.assumptions)
    for name, node in shelf.items()
    for pair in _pairs(name, node)
]
HAN = r"[\u4e00-\u9fff]"


def test_chinese_sentences_use_chinese_punctuation() -> None:
    half_width = re.compile(rf"{HAN}[,.;:?!()]|[,.;:?!()]{HAN}")
    wrong = [(where, zh) for where, zh, _ in PAIRS if half_width.search(zh) or "！" in zh or '"' in zh]
    assert not wrong


def test_english_sentences_use_none() -> None:
    assert not [(where, en) for where, _, en in PAIRS if re.search("[，。；：？！（）、]", en) or "!" in en]


def test_both_languages_are_written() -> None:
    assert len(PAIRS) > 600
    for where, zh, en in PAIRS:
        latin = zh.isascii()
        assert latin or re.search(HAN, zh) or zh == en, where
        assert re.search("[A-Za-z]", en), where


def test_a_sentence_is_a_sentence() -> None:
    for id_, rule in LAW.rules.items():
        assert rule.says.zh.endswith("。"), id_
        assert rule.says.en.endswith("."), id_
        assert not rule.title.zh.endswith("。"), id_


# Whoever names a rule names one that exists.

ID = re.compile(r"\b(?:CR|CC|PEN|CAP|LPR|JUD|RPT|FIX|COL|PLAN|HOT|SCAM)-\d+\b")
VALUE = re.compile(r'LAW\.(?:value|cite)\(\s*"([A-Z]+-\d+)",\s*"(\w+)"')


def _naming_files() -> list[Path]:
    files = [path for path in PACKAGE.rglob("*") if path.suffix in {".py", ".toml"} and path.parent != HERE]
    return [*files, HERE / "lines.py", *(PACKAGE.parent / "pages").glob("*.py")]


def named(files: list[Path]) -> dict[str, set[str]]:
    """Rule ids by the file that names them."""
    found = {str(path): set(ID.findall(path.read_text(encoding="utf-8"))) for path in files}
    return {name: ids for name, ids in found.items() if ids}


def test_every_rule_that_is_named_exists() -> None:
    known = LAW.rules.keys() | {assumption.row for assumption in LAW.assumptions.values()}
    assert {name: ids - known for name, ids in named(_naming_files()).items() if ids - known} == {}


def test_every_value_that_is_asked_for_exists() -> None:
    for path in _naming_files():
        for rule, name in VALUE.findall(path.read_text(encoding="utf-8")):
            assert name in LAW.rules[rule].values, f"{path.name}: {rule} has no value {name}"


# A value is live when the code asks for it: correcting it then changes what the app answers.

ASKS = ("value", "cite")


def _texts(node: ast.AST) -> set[str]:
    return {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def asked_for(source: str) -> set[tuple[str, str]]:
    """The (rule, value) pairs a module names: side by side, or one of them through a variable of that module.

    >>> sorted(asked_for('LAW.value("CC-9", "limitation_years", day)'))
    [('CC-9', 'limitation_years')]
    """
    tree = ast.parse(source)
    texts = _texts(tree)
    ids = {text for text in texts if ID.fullmatch(text)}
    found: set[tuple[str, str]] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute) and node.value.attr == "values":
            found |= {(rule, name) for rule in ids for name in _texts(node.slice)}
        asks = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKS
        if not isinstance(node, ast.Tuple | ast.Call):
            continue
        for rule, name in pairwise(node.elts if isinstance(node, ast.Tuple) else node.args):
            said = isinstance(rule, ast.Constant), isinstance(name, ast.Constant)
            rules = _texts(rule) if said[0] else ids if asks and said[1] else set()
            names = _texts(name) if said[1] else texts if asks and said[0] else set()
            found |= {(one, other) for one in rules & ids for other in names}
    return found


def test_a_value_is_live_exactly_where_the_code_asks_for_it() -> None:
    asked = set().union(*(asked_for(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")))
    shelf = {(id_, name): value.live for id_, rule in LAW.rules.items() for name, value in rule.values.items()}
    assert {pair for pair, live in shelf.items() if live} == asked & shelf.keys()
    assert 0 < sum(shelf.values()) < len(shelf)


def test_rules_nothing_names_are_shown_on_sources_only() -> None:
    """The list stands in ``sources_only.txt``, one id a line; take an id out once code or a claim names it."""
    listed = (TESTS / "sources_only.txt").read_text(encoding="utf-8").split()
    unnamed = LAW.rules.keys() - set().union(*named(_naming_files()).values())
    assert sorted(listed) == sorted(unnamed)


def test_a_rule_is_found_by_its_id_and_nothing_else() -> None:
    assert isinstance(LAW.rule("CR-2"), Rule)
    with pytest.raises(KeyError):
        LAW.rule("PEN-4")
