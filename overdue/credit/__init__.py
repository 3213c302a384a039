"""The credit record: its window, its sixty months, what changes neither, and the rights around it."""

from overdue.credit.arrears import Spell, clearing, spells
from overdue.credit.figures import figures
from overdue.credit.record import Record, Status, record
from overdue.credit.repair import RepairCheck, one_off_repair
from overdue.credit.report import Month, code_for_days, report_months, status_codes
from overdue.credit.retention import Choice, Retention, compare_payoffs, plan_retention, retention, waits
from overdue.credit.rights import EFFECTS, RIGHTS, Answer, Ask, Entry, Moves, answer_due, dispute_route, handover
