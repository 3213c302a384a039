"""The due days of a page's instalments: read like a typed day, and asked where one can be more than one."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from overdue.casefile.days import WHICH_DAY, typed_day
from overdue.casefile.repayment.marks import Mark
from overdue.model import OverdueError
from overdue.periods import add_period

APART = 31  # days by which a page's count may be off the day it is read on


def due_days(blocks: Sequence[Sequence[Mark]], as_of: date, han: bool) -> list[date]:
    """One due day for each instalment, in their order.

    A day that can be more than one is settled by the days overdue beside it, or by the instalment before or after it,
    from which it is one month off; what is left is asked: ``OverdueError`` ``field.which_day`` with all days and
    ``at``, where in the text it stands.
    """
    dues = [next((mark for mark in block if mark.kind == "due"), None) for block in blocks]
    held = [_candidates(due, block, as_of, han) for due, block in zip(dues, blocks, strict=True)]
    for step in (1, -1):
        order = range(len(held))[::step]
        for before, number in pairwise(order):
            if len(held[before]) == 1 and len(held[number]) > 1:
                (day,) = held[before]
                near = {add_period(day, months=month) for month in (1, -1)}
                held[number] = held[number] & near if len(held[number] & near) == 1 else held[number]
    for due, days in zip(dues, held, strict=True):
        if due is not None and len(days) > 1:
            raise OverdueError(WHICH_DAY, given=due.words, days=tuple(sorted(days)), at=(due.start, due.end))
    return [day for days in held for day in days]


def _candidates(due: Mark | None, block: Sequence[Mark], as_of: date, han: bool) -> set[date]:
    """Every day the words can mean; behind and ahead of ``as_of`` where they name no year."""
    counts = {int(mark.figure) for mark in block if mark.kind == "late"}
    words = [mark.words for mark in block if mark.kind == "late"]
    if len(counts) > 1:
        raise OverdueError("repayment.two", given=words[0], other=words[-1])
    if due is None:
        return {as_of - timedelta(days=counts.pop())}
    days = set()
    for ahead in (False, True):
        try:
            days.add(typed_day(due.words, as_of, ahead, month_first=han))
        except OverdueError as error:
            if error.key != WHICH_DAY:
                raise
            meant = error.fields["days"]
            days |= {day for day in meant if isinstance(day, date)} if isinstance(meant, tuple) else set()
    if counts:
        past = {day for day in days if day <= as_of}
        count = counts.pop()
        if not past:
            raise OverdueError("repayment.two", given=due.words, other=words[0])
        near = {day for day in past if abs((as_of - day).days - count) <= APART}
        return near or past
    return days
