"""The bill as far as the contract's figures can judge it."""

from decimal import Decimal

from overdue.bill import LINES, Bill
from overdue.casefile.case import Case
from overdue.model import ZERO


def unsaid_fees(case: Case) -> Decimal | None:
    """The fees on a person's bill of which the contract's figures say nothing; None where there are none such."""
    said = case.fee is not None or case.rows or case.late_fee or case.story is not None
    return None if said else case.bill_fees or None


def judged_bill(case: Case) -> Bill | None:
    """The bill as far as the figures of the contract can judge it: without fees of which they say nothing.

    >>> from datetime import date
    >>> from overdue.casefile import read
    >>> given = {"bill_total": "1000", "bill_fees": "150", "principal": "500", "due_on": "2026-08-20"}
    >>> bills = [judged_bill(read(given | extra, date(2026, 11, 28))[0]) for extra in ({}, {"fee": "0"})]
    >>> [(bill.total, bill.fees) for bill in bills]
    [(Decimal('850'), None), (Decimal('1000'), Decimal('150'))]
    """
    bill, fees = case.bill(), unsaid_fees(case)
    if bill is None or fees is None:
        return bill
    left = {name: bill.amount(name) for name in LINES} | {"fees": None}
    if bill.total is not None:
        left["total"] = max(ZERO, bill.total - fees)
    return Bill(**left, days=bill.days) if any(amount is not None for amount in left.values()) else None
