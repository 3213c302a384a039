"""The credit record: its window, its sixty months, what changes neither, and the rights around it."""

from overdue.credit.arrears import Spell, State, clearing, spells, states
from overdue.credit.figures import figures
from overdue.credit.record import Record, Status, record
from overdue.credit.repair import Condition, RepairCheck, one_off_repair
from overdue.credit.report import Code, Leaving, Month, code_for_days, report_months, roll_off, status_codes
from overdue.credit.retention import Choice, Retention, compare_payoffs, plan_retention, retention, waits
from overdue.credit.rights import (
    EFFECTS,
    RIGHTS,
    Answer,
    Ask,
    Effect,
    Entry,
    Handover,
    Moves,
    Right,
    Route,
    answer_due,
    dispute_route,
    handover,
)

__all__ = [
    "EFFECTS",
    "RIGHTS",
    "Answer",
    "Ask",
    "Choice",
    "Code",
    "Condition",
    "Effect",
    "Entry",
    "Handover",
    "Leaving",
    "Month",
    "Moves",
    "Record",
    "RepairCheck",
    "Retention",
    "Right",
    "Route",
    "Spell",
    "State",
    "Status",
    "answer_due",
    "clearing",
    "code_for_days",
    "compare_payoffs",
    "dispute_route",
    "figures",
    "handover",
    "one_off_repair",
    "plan_retention",
    "record",
    "report_months",
    "retention",
    "roll_off",
    "spells",
    "states",
    "status_codes",
    "waits",
]
