"""What a person may well have meant otherwise: possible figures that deserve a second look."""

from overdue.casefile.case import Case
from overdue.periods import YEAR

LOW_RATE = 1  # percent a year; below it the daily rate an app shows was probably meant
ODD_RATE = 100  # percent a year; above it a daily or monthly rate was probably meant


def remarks(case: Case) -> dict[str, str]:
    """What is possible but deserves a second look: the key of a figure and the code of its remark."""
    found = {}
    if case.rate is not None and case.daily_rate is None and case.rate == 0:
        found["rate"] = "zero"
    if case.rate is not None and case.daily_rate is None and 0 < case.rate < LOW_RATE:
        found["rate"] = "low"
    if case.rate is not None and case.rate > ODD_RATE:
        found["rate"] = "high"
    if case.daily_rate is not None:
        found["daily_rate"] = "high" if case.daily_rate * YEAR > ODD_RATE else "instead"
    if case.due_on is not None and case.due_on > case.as_of:
        found["due_on"] = "later"
    if case.principal == 0:
        found["principal"] = "zero"
    return found
