"""What happens when: the dated timeline, the court's deadlines, calls held against rules, whom to ask."""

from __future__ import annotations

from overdue.milestones.call import Bound, Call, CallCheck, Called, Caller, Finding, Next, Said, Verdict
from overdue.milestones.calls import was_call_allowed
from overdue.milestones.causes import Cause, Outside, first_steps
from overdue.milestones.contacts import Rung, contacts_ladder
from overdue.milestones.criminal import Condition, CrimeLine, Reading, State, crime_line
from overdue.milestones.deadlines import Deadline, deadline, is_rest_day
from overdue.milestones.help import Hotline, hotlines
from overdue.milestones.lawsuit import CourtStep, Papers, lawsuit
from overdue.milestones.model import Kind, Milestone, Span, Step
from overdue.milestones.numbers import law_numbers
from overdue.milestones.stages import Stage, stages
from overdue.milestones.timeline import milestones_of

__all__ = [
    "Bound",
    "Call",
    "CallCheck",
    "Called",
    "Caller",
    "Cause",
    "Condition",
    "CourtStep",
    "CrimeLine",
    "Deadline",
    "Finding",
    "Hotline",
    "Kind",
    "Milestone",
    "Next",
    "Outside",
    "Papers",
    "Reading",
    "Rung",
    "Said",
    "Span",
    "Stage",
    "State",
    "Step",
    "Verdict",
    "contacts_ladder",
    "crime_line",
    "deadline",
    "first_steps",
    "hotlines",
    "is_rest_day",
    "law_numbers",
    "lawsuit",
    "milestones_of",
    "stages",
    "was_call_allowed",
]
