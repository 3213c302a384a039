"""Payoff days and accounts as rows for their chart: bars in time, days named on the axis."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from overdue.credit import Choice


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time on a row: its first day, the day after its last (None: no end)."""

    row: str
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class DayMark:
    """A day named on the axis, or a point to hover over."""

    day: date
    label: str


def choice_bars(choices: Iterable[Choice], labels: Mapping[str, str], today: date) -> tuple[Bar, ...]:
    """One bar a payoff day or account, named with the day it must be gone.

    One that is unpaid begins on the day looked at and has no end.
    """
    return tuple(
        Bar(
            f"{labels[choice.label]} · {choice.retention.removed_from}"
            if choice.retention.running
            else labels[choice.label],
            choice.paid_off_on or today,
            choice.retention.removed_from,
        )
        for choice in choices
    )
