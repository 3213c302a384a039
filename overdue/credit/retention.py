"""How long the record keeps bad information: a clock that starts at payoff and runs five years."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from overdue.law import LAW
from overdue.model import Citation, Frozen
from overdue.periods import add_period, days_after

CLOCK_RULES = ("CR-2", "CR-3", "CC-3")
WAITS = (0, 3, 6, 12, 24)


class Retention(Frozen):
    """The window of one account: first day, last day kept, first day gone; all None while unpaid."""

    starts_on: date | None
    last_day: date | None
    removed_from: date | None
    citations: tuple[Citation, ...]

    @property
    def running(self) -> bool:
        """Whether the clock has a beginning at all."""
        return self.starts_on is not None

    def over(self, on: date) -> bool:
        """Whether the entry must be gone on that day.

        >>> retention(date(2021, 3, 10)).over(date(2026, 3, 11))
        True
        """
        return self.removed_from is not None and on >= self.removed_from


def retention(paid_off_on: date | None) -> Retention:
    """When the record of an overdue debt ends: five years from the day it is fully paid.

    Paid off on ``paid_off_on``, the entry is kept up to and including the corresponding day five
    years on (29 February ends on 28 February) and must be gone the day after; no shift for
    holidays. None, while anything is unpaid, has no end. Rules: CR-2 (asked for the payoff day),
    CR-3 (from payoff), CC-3 (corresponding day). Raises ``NotInForce`` for a payoff before the
    rule existed and ``OverdueError`` outside the calendar.

    >>> window = retention(date(2024, 2, 29))
    >>> window.last_day, window.removed_from
    (datetime.date(2029, 2, 28), datetime.date(2029, 3, 1))
    >>> retention(None).removed_from is None
    True
    """
    citations = LAW.cites(CLOCK_RULES)
    if paid_off_on is None:
        return Retention(starts_on=None, last_day=None, removed_from=None, citations=citations)
    last_day = add_period(paid_off_on, years=LAW.value("CR-2", "retention_years", paid_off_on))
    return Retention(
        starts_on=paid_off_on, last_day=last_day, removed_from=days_after(last_day, 1), citations=citations
    )


def plan_retention(
    agreed_on: date, last_payment_on: date, reading: Literal["last_payment", "agreement"] = "last_payment"
) -> Retention:
    """The window of a debt paid off under an instalment plan.

    By the usual, careful reading the clock starts at the last payment; ``reading="agreement"`` is
    what it would be if the lender ended the overdue state when the plan was agreed. Rule: CR-4 (a
    reading), with those of ``retention``.

    >>> plan_retention(date(2026, 12, 1), date(2027, 11, 30)).last_day
    datetime.date(2032, 11, 30)
    """
    window = retention(last_payment_on if reading == "last_payment" else agreed_on)
    return window.model_copy(update={"citations": (*window.citations, LAW.cite("CR-4"))})


class Choice(Frozen):
    """One payoff day and its window; ``later_days`` counts from the first choice of the comparison."""

    label: str
    paid_off_on: date | None
    retention: Retention
    later_days: int | None


def compare_payoffs(days: Mapping[str, date | None]) -> tuple[Choice, ...]:
    """The windows of several payoff days, or of several accounts, each with its own clock.

    ``later_days`` is how many days later than the first one the record ends; None where one of the
    two has no end. Rules: those of ``retention``.

    >>> [choice.later_days for choice in compare_payoffs({"now": date(2026, 3, 1), "later": date(2026, 9, 1)})]
    [0, 184]
    """
    windows = {label: retention(day) for label, day in days.items()}
    first = next((window.removed_from for window in windows.values()), None)
    return tuple(
        Choice(
            label=label,
            paid_off_on=days[label],
            retention=window,
            later_days=(window.removed_from - first).days if window.removed_from and first else None,
        )
        for label, window in windows.items()
    )


def waits(as_of: date) -> tuple[Choice, ...]:
    """What paying now or some months later does to the end of the record; labels are the months.

    >>> [choice.retention.removed_from.year for choice in waits(date(2026, 11, 22))]
    [2031, 2032, 2032, 2032, 2033]
    """
    return compare_payoffs({str(count): add_period(as_of, months=count) for count in WAITS})
