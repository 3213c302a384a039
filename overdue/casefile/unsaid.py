"""What of a case was not said: it is asked, and a sum says that it is without it."""

from overdue.casefile.card_case import one_bill
from overdue.casefile.case import Case
from overdue.model import ZERO


def further_due(case: Case) -> int:
    """How many due days after the missed ones have passed by the day looked at, whether or not it was said how much
    is still to come: whether these were paid is asked. None where nothing comes after them: a card's bill is one sum,
    and where nothing is left there is no later instalment."""
    if case.missing or case.rows or case.accelerated_on is not None or one_bill(case):
        return 0
    if case.remaining is None:
        return max(0, case.can_be_missed() - case.missed)
    return case.passed()


def unanswered(case: Case) -> int:
    """How many of those nobody has said anything of: they are in no sum."""
    answered = case.later == "paid" or (case.later == "missed" and case.remaining)
    return 0 if answered else further_due(case)


def later_said(case: Case, said: str) -> tuple[str, str]:
    """Which figure an answer to that question sets, and to what: what is unpaid too goes on with the principal said to
    be left; where none was said, the count goes up."""
    if said == "missed" and not case.remaining:
        return "missed", str(case.missed + further_due(case))
    return "later", said


def asks_anew(case: Case, name: str) -> bool:
    """Whether a figure that is being given opens that question: principal not yet due, given for the first time."""
    return name == "remaining" and not case.remaining


def to_come_unsaid(case: Case) -> bool:
    """Whether a person's own figures do not say what is not yet due: a sum for a later day is then without it."""
    if case.story is not None or case.missing or one_bill(case) or case.accelerated_on is not None:
        return False
    return max(each.due_on for each in case.instalments()) <= case.as_of if case.rows else case.remaining is None


def interest_unsaid(case: Case) -> bool:
    """Whether nothing says what interest the instalments bear: a daily rate, once overdue, is for penalty alone."""
    own = case.story is None and not case.missing and not case.rows and not one_bill(case)
    return own and case.daily_rate is not None and case.rate is None and case.interest is None


def called_unsaid(case: Case) -> bool:
    """Whether principal called in has borne interest up to that day by a yearly rate nobody gave."""
    day = case.accelerated_on
    if day is None or case.missing or case.daily_rate is None or case.rate is not None:
        return False
    return any(each.due_on > day for each in case.instalments())


def cost_unsaid(case: Case) -> bool:
    """Whether nothing says what the loan costs a year: that takes its day, what was really paid out, and instalments
    listed that come to more. Whether these are all of them is not asked: each further one makes it dearer."""
    listed = sum((i.total for i in case.instalments()), ZERO) if case.rows else ZERO
    return case.contract_on is None or case.received is None or listed <= case.received
