"""The numbers of law that sentences about conduct name, by the name of their placeholder."""

from datetime import date

from overdue.law import LAW
from overdue.model import NotInForce

_HELD: dict[str, tuple[str, str]] = {
    "quiet_from": ("COL-3", "quiet_from"),
    "quiet_until": ("COL-3", "quiet_to"),
    "attempts": ("COL-4", "attempts_per_day"),
    "answered": ("COL-5", "connected_calls_per_day"),
    "limitation_years": ("CC-9", "limitation_years"),
    "retention_years": ("CR-2", "retention_years"),
    "free_reports": ("CR-7", "free_reports"),
    "dispute_days": ("CR-8", "dispute_days"),
    "complaint_days": ("CR-9", "complaint_days"),
    "plan_months": ("PLAN-1", "max_months"),
    "principal_min": ("PLAN-4", "principal_min"),
    "gap": ("PLAN-4", "demand_gap_days"),
    "crime_months": ("PLAN-4", "months_after"),
    "answer_days": ("JUD-11", "answer_days"),
    "evidence_days": ("JUD-26", "evidence_days"),
    "appeal_days": ("JUD-11", "appeal_days"),
    "objection_days": ("JUD-7", "objection_days"),
    "docket_days": ("JUD-22", "docket_days"),
    "copy_days": ("JUD-22", "copy_days"),
    "notice_days": ("JUD-21", "public_notice_days"),
    "enforcement_years": ("JUD-12", "enforcement_years"),
    "wage_share": ("JUD-10", "average_wage_share"),
    "doubled_rate": ("JUD-2", "daily_rate"),
    "regulator": ("HOT-1", "number"),
    "credit_bureau": ("HOT-3", "number"),
    "relief": ("JUD-24", "least_reduction"),
    "tries": ("COL-18", "attempts_before_contact"),
    "demands_min": ("PLAN-4", "demands_min"),
    "huge_min": ("PLAN-4", "huge_min"),
    "complaint_answer": ("PLAN-8", "answer_days"),
    "complaint_complex": ("PLAN-8", "complex_days"),
    "courts": ("HOT-4", "number"),
    "police": ("HOT-6", "number"),
    "ambulance": ("HOT-11", "ambulance_number"),
    "support": ("HOT-11", "number"),
    "support_hours": ("HOT-11", "least_hours"),
    "anti_fraud": ("HOT-6", "fraud_number"),
    "government": ("HOT-9", "number"),
}


def law_numbers(on: date) -> dict[str, object]:
    """Every number in force on a day, by placeholder; what has no value that day is not in it.

    Rules: those of collection, limitation, record, card offence, court and help that sentences name.

    >>> law_numbers(date(2026, 11, 22))["quiet_from"], "attempts" in law_numbers(date(2025, 6, 1))
    ('22:00', False)
    """
    found: dict[str, object] = {}
    for name, (rule, value) in _HELD.items():
        try:
            found[name] = LAW.value(rule, value, on)
        except NotInForce:
            continue  # a sentence that needs it is not shown for that day
    return found
