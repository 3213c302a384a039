"""Sixty months as the credit report is commonly described to show them, one code a month."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from overdue.credit.arrears import State, states
from overdue.given import a_loan, all_paid
from overdue.law import LAW
from overdue.model import LEGAL_ORDER, Citation, Frozen, Loan, Order, Payment, Text
from overdue.periods import add_period, days_after, overdue_days

REPORT_RULES = ("RPT-1", "RPT-2", "RPT-3")
NORMAL, NOTHING_DUE, SETTLED, NO_ACCOUNT, BY_GUARANTOR, LATE_IN_MONTH = "N", "*", "C", "/", "D", "M"
ADVERSE_ENDS = frozenset("DZBG")


class Month(Frozen):
    """One cell: the first day of its month, its code, and whether the code is only assumed."""

    month: date
    code: str
    assumed: bool
    citations: tuple[Citation, ...]


class Code(Frozen):
    """A status code as commonly documented: its meaning and the days overdue it stands for.

    ``weak`` was seen in one place only; ``adverse`` tells of arrears or of an account that ended badly.
    """

    code: str
    means: Text
    first_day: int | None
    last_day: int | None
    weak: bool
    adverse: bool


def status_codes(on: date) -> tuple[Code, ...]:
    """All status codes of the report, as commonly documented on a day; ``weak`` ones have one source.

    Rule: RPT-2 (a lead). Raises ``NotInForce`` before the second-generation report.

    >>> [code.code for code in status_codes(date(2026, 11, 22)) if code.weak]
    ['B', 'M', 'A']
    """
    bands = {band["code"]: band for band in LAW.value("RPT-2", "code_days", on)}
    return tuple(
        Code(
            code=row["code"],
            means=Text(zh=row["zh"], en=row["en"]),
            first_day=bands.get(row["code"], {}).get("from"),
            last_day=bands.get(row["code"], {}).get("to"),
            weak=row.get("weak", False),
            adverse=row["code"] in bands or row["code"] in ADVERSE_ENDS,
        )
        for row in LAW.value("RPT-2", "codes", on)
    )


def code_for_days(days: int, on: date) -> str:
    """The code for an oldest unpaid instalment that is so many days overdue; normal at 0.

    >>> [code_for_days(days, date(2026, 11, 22)) for days in (0, 1, 30, 31, 181)]
    ['N', '1', '1', '2', '7']
    """
    for code in status_codes(on):
        if code.first_day is not None and code.first_day <= days and (code.last_day is None or days <= code.last_day):
            return code.code
    return NORMAL


def month_of(day: date) -> date:
    """The first day of a day's month."""
    return day.replace(day=1)


def _close(month: date, as_of: date) -> date:
    return min(days_after(add_period(month, months=1), -1), as_of)


def report_months(
    loan: Loan,
    payments: Iterable[Payment],
    as_of: date,
    order: Order = LEGAL_ORDER,
    late: Literal["N", "M"] = "N",
) -> tuple[Month, ...]:
    """The sixty months up to ``as_of``, newest first, as the report is commonly described to show them.

    A month's code is its state at the close of its last day, of the running month at ``as_of``:
    ``1`` to ``7`` by the days the oldest unpaid instalment is overdue, ``N`` all paid, ``*`` nothing
    due that month, ``C`` the month the account is paid off, ``/`` before the contract or after the
    account closed, ``D`` the month a guarantor paid. Months before the first listed instalment are
    ``N``, assumed. ``late="M"`` marks what was paid late within its month. Rules: RPT-1 (sixty
    months), RPT-2 and RPT-3 (codes, a lead), asked for ``as_of``; raises ``NotInForce`` before the
    second-generation report.

    >>> from overdue.model import Instalment
    >>> loan = Loan(lender=None, contract_on=date(2026, 1, 5), annual_rate="0.12",
    ...     instalments=[Instalment(due_on=date(2026, 2, 10), principal="100")])
    >>> [month.code for month in report_months(loan, (), date(2026, 4, 20))[:5]]
    ['3', '2', '1', 'N', '/']
    """
    seen = states(a_loan(loan), all_paid(payments), as_of, closes(loan, as_of), order)
    return months_of(loan, seen, as_of, late)


def months_of(loan: Loan, seen: Iterable[State], as_of: date, late: Literal["N", "M"]) -> tuple[Month, ...]:
    """The same from the states of an account, those at the days of ``closes`` among them."""
    citations = LAW.cites(REPORT_RULES)
    account = _Account(loan, as_of, [state for state in seen if state.day <= as_of], late)
    return tuple(
        Month(month=month, code=code, assumed=assumed, citations=citations)
        for month in _months(as_of)
        for code, assumed in [account.code(month)]
    )


def closes(loan: Loan, as_of: date) -> list[date]:
    """The days at whose close the sixty months up to a day are told, from the first on which anything is due."""
    first = min(i.due_on for i in loan.instalments)
    return [close for month in _months(as_of) if (close := _close(month, as_of)) >= first]


def _months(as_of: date) -> list[date]:
    count: int = LAW.value("RPT-1", "history_months", as_of)
    return [add_period(month_of(as_of), months=-index) for index in range(count)]


class _Account:
    """The course of one account, asked month by month."""

    def __init__(self, loan: Loan, as_of: date, seen: Sequence[State], late: str) -> None:
        self.loan, self.as_of, self.seen, self.late = loan, as_of, seen, late
        self.days = [state.day for state in seen]
        self.due_days = sorted(i.due_on for i in loan.instalments)
        self.settled_on = next((state.day for state in seen if state.settled), None)

    def at(self, day: date) -> State | None:
        """The state last seen by the end of a day."""
        index = bisect_right(self.days, day)
        return self.seen[index - 1] if index else None

    def code(self, month: date) -> tuple[str, bool]:
        """The code of a month, and whether it is assumed."""
        close = _close(month, self.as_of)
        ended = self._ended(month, close)
        if close < self.loan.contract_on or ended == NO_ACCOUNT:
            return NO_ACCOUNT, False
        if ended is not None:
            return ended, False
        state = self.at(close)
        if state is not None and state.oldest_unpaid is not None:
            return code_for_days(overdue_days(state.oldest_unpaid, close), self.as_of), False
        if month < month_of(self.due_days[0]):
            return NORMAL, True
        due = [day for day in self.due_days if month <= day <= close]
        if not due:
            return NOTHING_DUE, False
        return (LATE_IN_MONTH if self.late == LATE_IN_MONTH and self._late(due, close) else NORMAL), False

    def _ended(self, month: date, close: date) -> str | None:
        """How the account ended in or before this month, if it did."""
        taken = self.loan.compensated_on
        ends = [(day, code) for day, code in ((self.settled_on, SETTLED), (taken, BY_GUARANTOR)) if day is not None]
        if not ends:
            return None
        day, code = min(ends)
        if day > close:
            return None
        return code if day >= month else NO_ACCOUNT

    def _late(self, due: Sequence[date], close: date) -> bool:
        """Whether something due this month was unpaid when its due day closed, a day having passed since."""
        return any(
            (state := self.at(day)) is not None and state.oldest_unpaid is not None and day < close for day in due
        )


class Leaving(Frozen):
    """An adverse cell and the first month whose report no longer shows it."""

    month: date
    code: str
    gone_from: date


def roll_off(months: Iterable[Month], on: date) -> tuple[Leaving, ...]:
    """When each adverse cell leaves the visible history by itself: sixty months later, by month only.

    ``gone_from`` is the first day of that month; no day within it is promised. Rules: RPT-1, CR-5
    (a reading), asked for ``on``.

    >>> cell = Month(month=date(2026, 1, 1), code="1", assumed=False, citations=())
    >>> roll_off([cell], date(2026, 11, 22))[0].gone_from
    datetime.date(2031, 1, 1)
    """
    count: int = LAW.value("RPT-1", "history_months", on)
    adverse = {code.code for code in status_codes(on) if code.adverse}
    return tuple(
        Leaving(month=month.month, code=month.code, gone_from=add_period(month.month, months=count))
        for month in months
        if month.code in adverse
    )
