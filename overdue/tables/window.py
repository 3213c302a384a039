"""Payoff days and accounts as rows for their chart: bars in time, days named on the axis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from overdue.credit import Choice


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time on a row: its first day, the day after its last (None: no end), and its kind."""

    row: str
    start: date
    end: date | None
    kind: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A day named on the axis, or a point to hover over."""

    day: date
    label: str


def choice_bars(choices: Iterable[Choice], labels: Mapping[str, str], today: date) -> tuple[Bar, ...]:
    """One bar a payoff day or account; one that is unpaid begins on the day looked at and has no end."""
    return tuple(
        Bar(
            f"{labels[choice.label]} · {choice.retention.last_day}"
            if choice.retention.running
            else labels[choice.label],
            choice.paid_off_on or today,
            choice.retention.removed_from,
            "kept",
        )
        for choice in choices
    )
