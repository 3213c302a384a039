"""The law's own figures that sentences about the record speak of."""

from datetime import date

from overdue.credit.repair import noticed
from overdue.law import LAW
from overdue.words import Ours


def figures(on: date) -> dict[str, object]:
    """The figures by the name of their placeholder: days, counts and yuan as in force on a day.

    Rules: CR-7, CR-8, CR-9 asked for ``on``; HOT-3 and HOT-10 for the day they were checked, for one
    turns to them now; FIX-1 to FIX-3 and FIX-6 as the notice set them.
    Raises ``NotInForce`` where the shelf has no value for the day.

    >>> figures(date(2026, 11, 22))["dispute_days"]
    20
    """
    return {
        "free_reports": LAW.value("CR-7", "free_reports", on),
        "dispute_days": LAW.value("CR-8", "dispute_days", on),
        "complaint_days": LAW.value("CR-9", "complaint_days", on),
        "repair_first": noticed("FIX-1", "overdue_from"),
        "repair_last": noticed("FIX-1", "overdue_until"),
        "repair_limit": noticed("FIX-2", "single_max"),
        "repair_deadline": noticed("FIX-3", "paid_by"),
        "site": Ours(LAW.value("HOT-10", "site", LAW.rule("HOT-10").checked)),
        "number": LAW.value("HOT-3", "number", LAW.rule("HOT-3").checked),
        "searched": LAW.rule("FIX-6").checked,
    }
