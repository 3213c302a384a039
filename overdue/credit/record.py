"""One result for window, grid and sentence: an account's record as seen on a day."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Literal

from overdue.credit.arrears import Spell, clearing, states, told
from overdue.credit.report import Leaving, Month, closes, months_of, roll_off
from overdue.credit.retention import Retention, retention
from overdue.law import LAW
from overdue.model import LEGAL_ORDER, Citation, Frozen, Loan, Order, OverdueError, Payment
from overdue.periods import days_after


class Status(StrEnum):
    """How an account stands: never late, still owing, cured and living on, closed."""

    CLEAN = "clean"
    UNPAID = "unpaid"
    CURED = "cured"
    SETTLED = "settled"


class Record(Frozen):
    """An account's record: its times in arrears, the window of the last one, its sixty months.

    ``looked_on`` is the day the sixty months end; ``settled_on`` the day the whole account is paid
    off, None while it lives. ``retention`` is the last window (without an end while unpaid),
    ``if_paid`` the one a payoff on ``as_of`` would start, given only while unpaid.
    """

    as_of: date
    looked_on: date
    status: Status
    settled_on: date | None
    spells: tuple[Spell, ...]
    retention: Retention
    if_paid: Retention | None
    months: tuple[Month, ...]
    leaving: tuple[Leaving, ...]
    citations: tuple[Citation, ...]

    @property
    def planned(self) -> bool:
        """Whether the payoff still lies ahead of the day looked at."""
        return self.retention.starts_on is not None and self.retention.starts_on > self.as_of


def record(
    loan: Loan,
    as_of: date,
    payments: Iterable[Payment] = (),
    paid_off_on: date | None = None,
    looked_on: date | None = None,
    whole: bool = True,
    order: Order = LEGAL_ORDER,
    late: Literal["N", "M"] = "N",
) -> Record:
    """What the record of an account keeps and shows, with one payoff day for window and grid alike.

    With ``paid_off_on`` the last overdue yuan is taken to be paid that day, and with ``whole`` the
    account closed (else the contract runs on, paid on time); without it only ``payments`` count.
    The sixty months end on ``looked_on`` (``as_of`` if not given). Rules: CR-2, CR-3, CC-3 for the
    window; RPT-1 to RPT-3 for the grid, CR-5 for its rolling off. Raises ``NotInForce`` and
    ``OverdueError`` as ``retention`` and ``report_months`` do, and ``OverdueError`` for a payoff
    before anything was overdue.

    >>> from overdue.model import Instalment
    >>> loan = Loan(lender=None, contract_on=date(2026, 1, 5), annual_rate="0.12",
    ...     instalments=[Instalment(due_on=date(2026, 2, 10), principal="100")])
    >>> seen = record(loan, date(2026, 6, 30), paid_off_on=date(2026, 6, 30))
    >>> seen.retention.removed_from, seen.months[0].code, seen.months[1].code
    (datetime.date(2031, 7, 1), 'C', '4')
    """
    looked = looked_on or as_of
    until = max(as_of, looked, paid_off_on or as_of)
    paid = tuple(payments)
    if paid_off_on is not None:
        overdue_on = days_after(min(i.due_on for i in loan.instalments), 1)
        if paid_off_on < overdue_on:
            raise OverdueError("record.paid_before_overdue", paid_on=paid_off_on, overdue_on=overdue_on)
        paid = clearing(loan, paid, paid_off_on, whole, order)
    course = states(loan, paid, until, closes(loan, looked), order)
    times = told(course, until)
    settled_on = next((state.day for state in course if state.settled), None)
    window = times[-1].retention if times else retention(None)
    months = months_of(loan, course, looked, late)
    return Record(
        as_of=as_of,
        looked_on=looked,
        status=_status(times, settled_on),
        settled_on=settled_on,
        spells=times,
        retention=window,
        if_paid=retention(as_of) if times and not window.running else None,
        months=months,
        leaving=roll_off(months, looked),
        citations=(*window.citations, *months[0].citations, LAW.cite("CR-5")),
    )


def _status(times: tuple[Spell, ...], settled_on: date | None) -> Status:
    if not times:
        return Status.CLEAN
    if times[-1].ended_on is None:
        return Status.UNPAID
    return Status.CURED if settled_on is None else Status.SETTLED
