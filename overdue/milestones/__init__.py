"""What happens when: the dated timeline, the court's deadlines, calls held against rules, whom to ask."""

from overdue.milestones.call import Bound, Call, CallCheck, Called, Caller, Finding, Next, Said, Verdict
from overdue.milestones.calls import rests_on, was_call_allowed
from overdue.milestones.causes import Cause, Outside, first_steps
from overdue.milestones.contacts import contacts_ladder
from overdue.milestones.criminal import CrimeLine, CrimeReading, State, crime_line
from overdue.milestones.deadlines import deadline, is_rest_day
from overdue.milestones.help import Hotline, hotlines
from overdue.milestones.lawsuit import CourtStep, Papers, lawsuit
from overdue.milestones.model import Binding, Milestone, Step
from overdue.milestones.numbers import law_numbers
from overdue.milestones.stages import stages
from overdue.milestones.timeline import milestones_of
