"""The one door of plain functions: a day, a loan, an order and payments are what they say, or refused in a sentence."""

from collections.abc import Iterable
from datetime import date, datetime

from overdue.model import Loan, Order, OverdueError, Payment


def a_day(value: object) -> date:
    """The door of every plain function for a day: a ``date``, no text and no time of day.

    >>> a_day(date(2026, 1, 10))
    datetime.date(2026, 1, 10)
    """
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise OverdueError("given.not_a_day", given=repr(value))


def a_loan(value: object) -> Loan:
    """The door for a loan: a ``Loan``, no mapping of its fields."""
    if isinstance(value, Loan):
        return value
    raise OverdueError("given.not_a_loan", given=repr(value))


def an_order(value: object) -> Order:
    """The door for an order of payments: an ``Order`` or its text."""
    if isinstance(value, str) and value in tuple(Order):
        return Order(value)
    raise OverdueError("given.not_an_order", given=repr(value), orders=", ".join(Order))


def all_paid(values: object) -> tuple[Payment, ...]:
    """The door for payments: any number of ``Payment``, no mappings of their fields."""
    listed = tuple(values) if isinstance(values, Iterable) and not isinstance(values, Payment) else (values,)
    for value in listed:
        if not isinstance(value, Payment):
            raise OverdueError("given.not_a_payment", given=repr(value))
    return listed
