"""The shelf against the documents it was copied from: its values, their standing, how many rules a topic has."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from overdue.law import LAW


def d(text: str) -> date:
    return date.fromisoformat(text)


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
    ("JUD-26", "evidence_days", "2026-11-30", 15),
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
    copied = {(rule, name) for rule, name, *_ in VALUES} | TABLES
    assert shelf <= copied, f"copy by hand into VALUES of tests/test_law.py: {sorted(shelf - copied)}"
    assert shelf >= copied, f"no longer on the shelf, take them out of tests/test_law.py: {sorted(copied - shelf)}"


STANDINGS = {
    "text": "CR-2 CR-3 CC-7 PEN-5 CAP-1 JUD-2 JUD-5 COL-11 PLAN-4 HOT-3 JUD-7 JUD-23 JUD-24 JUD-25 COL-19",
    "report": "RPT-1 RPT-8 FIX-3 PEN-1 PEN-9 CAP-3 CAP-4 CAP-5 LPR-1 COL-3 COL-4 PLAN-1 HOT-1 HOT-11 HOT-12 COL-18 "
    "PLAN-8 PLAN-9 PLAN-10",
    "reading": "CR-4 CR-5 PEN-7",
    "lead": "RPT-2 RPT-3 RPT-4 COL-5 HOT-5 HOT-7 HOT-8 SCAM-6",
}


def test_standings_are_those_of_the_research() -> None:
    told = {rule: standing for standing, rules in STANDINGS.items() for rule in rules.split()}
    assert {rule: LAW.rules[rule].standing.value for rule in told} == told


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


ROWS = {
    "CR": 14,
    "CC": 21,
    "PEN": 10,
    "CAP": 11,
    "LPR": 1,
    "JUD": 26,
    "RPT": 8,
    "FIX": 7,
    "COL": 19,
    "PLAN": 10,
    "HOT": 12,
    "SCAM": 8,
}


def test_every_row_of_the_research_is_a_rule_unless_only_recalled() -> None:
    rows = {f"{kind}-{n}" for kind, last in ROWS.items() for n in range(1, last + 1)}
    skipped, beyond = sorted(rows - LAW.rules.keys() - RECALLED), sorted(LAW.rules.keys() - rows)
    assert not skipped, f"a new rule takes the next number of its kind; not written: {skipped}"
    assert not beyond, f"count them in ROWS of tests/test_law.py: {beyond}"
    assert rows >= RECALLED and not RECALLED & LAW.rules.keys()
