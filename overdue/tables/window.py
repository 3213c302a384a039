"""The credit record as rows for its charts: bars in time, days named on the axis, cells of a grid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from overdue.credit import Choice, Month, Record
from overdue.periods import add_period, days_after
from overdue.tables import Frame
from overdue.tables.credit import means, told
from overdue.words import Words

GROUPS = {"N": "normal", "*": "nothing", "C": "settled", "/": "none", "D": "guarantor", "M": "late_in_month"}


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


@dataclass(frozen=True, slots=True)
class Cell:
    """A month in the grid: its code, the group that colours it, and what is said about it."""

    year: int
    month: int
    code: str
    group: str
    hover: str


def window_bars(record: Record, w: Words) -> tuple[Bar, ...]:
    """The times in arrears, the windows they start, and what a payoff on the day looked at would start."""
    arrears = [Bar(w("credit.chart.arrears"), spell.starts_on, spell.ended_on, "arrears") for spell in record.spells]
    windows = [(w("credit.chart.kept"), spell.retention, "kept") for spell in record.spells]
    if record.if_paid is not None:
        windows.append((w("credit.chart.if_paid"), record.if_paid, "if_paid"))
    kept = [Bar(row, r.starts_on, r.removed_from, kind) for row, r, kind in windows if r.starts_on is not None]
    return (*arrears, *kept)


def window_marks(record: Record, w: Words) -> tuple[Mark, ...]:
    """The days named on the window's axis, in order of time."""
    window = record.if_paid or record.retention
    days = {
        "payoff": None if record.if_paid else window.starts_on,
        "today": record.as_of,
        "last_day": window.last_day,
        "removed": window.removed_from,
    }
    marks = [
        Mark(day, w("credit.chart.mark", name=w(f"credit.chart.{name}"), day=day))
        for name, day in days.items()
        if day is not None
    ]
    return tuple(sorted(marks, key=lambda mark: mark.day))


def window_table(record: Record, w: Words) -> Frame:
    """The bars of the window's axis, each with its days, in the reader's words."""
    open_text = w("credit.chart.open")
    return pd.DataFrame(
        {
            w("common.column.what"): [bar.row for bar in window_bars(record, w)],
            w("common.column.from"): [bar.start.isoformat() for bar in window_bars(record, w)],
            w("common.column.until"): [
                days_after(bar.end, -1).isoformat() if bar.end else open_text for bar in window_bars(record, w)
            ],
        }
    )


def missed_months(record: Record, w: Words) -> tuple[Mark, ...]:
    """The months the report shows as overdue, each in its middle, with what to say about it."""
    meaning = means(record.looked_on, w)
    return tuple(
        Mark(
            days_after(add_period(cell.month, months=1), -15),
            w("credit.chart.missed", month=w.month(cell.month), code=cell.code, means=meaning[cell.code]),
        )
        for cell in record.leaving
    )


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


def grid_cells(record: Record, w: Words) -> tuple[Cell, ...]:
    """The sixty months for the grid."""
    return tuple(
        Cell(
            year=month.month.year,
            month=month.month.month,
            code=month.code,
            group=_group(month),
            hover=w("credit.grid.cell", month=w.month(month.month), code=month.code, means=said),
        )
        for month, said in told(record, w)
    )


def _group(month: Month) -> str:
    """How a cell is coloured: its overdue code itself, or the name of its group."""
    return "assumed" if month.assumed else GROUPS.get(month.code, month.code)
