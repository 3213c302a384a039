"""The credit record as data frames: for the screen's tables, for CSV and for the charts.

Days stay days (written year first everywhere); headers and texts are in the reader's script.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import pandas as pd

from overdue.credit import EFFECTS, RIGHTS, Choice, Month, Record, RepairCheck, status_codes
from overdue.periods import add_period, days_after
from overdue.words import Words

GROUPS = {"N": "normal", "*": "nothing", "C": "settled", "/": "none", "D": "guarantor", "M": "late_in_month"}


def group_of(month: Month) -> str:
    """How a cell is coloured and patterned: its overdue code itself, or the name of its group."""
    if month.assumed:
        return "assumed"
    return GROUPS.get(month.code, month.code)


def means(on: date, w: Words) -> dict[str, str]:
    """What each status code is commonly described to mean."""
    return {code.code: w.text(code.means) for code in status_codes(on)}


def spells_table(record: Record, w: Words) -> pd.DataFrame:
    """Each time in arrears with the window it starts."""
    rows = [
        (spell.starts_on, spell.ended_on, spell.retention.last_day, spell.retention.removed_from)
        for spell in record.spells
    ]
    return _table(rows, ("starts_on", "ended_on", "last_day", "removed_from"), w)


def choices_table(choices: Iterable[Choice], labels: Mapping[str, str], w: Words) -> pd.DataFrame:
    """Payoff days or accounts side by side; ``labels`` name them for the reader."""
    rows = [
        (
            labels[choice.label],
            choice.paid_off_on,
            choice.retention.last_day,
            choice.retention.removed_from,
            w("credit.choices.days", count=choice.later_days) if choice.later_days else w("credit.choices.same"),
        )
        for choice in choices
    ]
    frame = _table(rows, ("label", "ended_on", "last_day", "removed_from", "later"), w)
    return frame.rename(columns={"label": w("credit.choices.pay"), "later": w("credit.choices.later")})


def accounts_table(choices: Iterable[Choice], labels: Mapping[str, str], w: Words) -> pd.DataFrame:
    """Several accounts, each with its own window."""
    rows = [
        (labels[choice.label], choice.paid_off_on, choice.retention.last_day, choice.retention.removed_from)
        for choice in choices
    ]
    frame = _table(rows, ("label", "ended_on", "last_day", "removed_from"), w)
    return frame.rename(columns={"label": w("credit.fields.label")})


def _table(rows: Iterable[tuple[object, ...]], names: tuple[str, ...], w: Words) -> pd.DataFrame:
    none = w("credit.spells.none")
    filled = [[none if value is None else value for value in row] for row in rows]
    headers = [w(f"credit.spells.{name}") if w.has(f"credit.spells.{name}") else name for name in names]
    return pd.DataFrame(filled, columns=headers, dtype=object)


def months_table(record: Record, w: Words) -> pd.DataFrame:
    """The sixty months as a list, newest first."""
    meaning = means(record.looked_on, w)
    rows = [(w.month(month.month), month.code, _says(month, meaning, w)) for month in record.months]
    return pd.DataFrame(rows, columns=[w("credit.grid.month"), w("credit.grid.code"), w("credit.grid.means")])


def _says(month: Month, meaning: Mapping[str, str], w: Words) -> str:
    return meaning[month.code] + (w("credit.grid.assumed") if month.assumed else "")


def grid_frame(record: Record, w: Words) -> pd.DataFrame:
    """The sixty months for the grid: calendar year, month number, code, group and hover text."""
    meaning = means(record.looked_on, w)
    rows = [
        {
            "year": month.month.year,
            "month": month.month.month,
            "code": month.code,
            "group": group_of(month),
            "hover": w("credit.grid.cell", month=w.month(month.month), code=month.code, means=_says(month, meaning, w)),
        }
        for month in record.months
    ]
    return pd.DataFrame(rows)


def window_frame(record: Record, w: Words) -> pd.DataFrame:
    """The bars of the window: row, first day, day after the last (None where there is no end), kind."""
    rows: list[dict[str, object]] = []
    for spell in record.spells:
        end = spell.ended_on
        rows.append({"row": w("credit.chart.arrears"), "start": spell.starts_on, "end": end, "kind": "arrears"})
        if spell.retention.starts_on is not None:
            kept = {"start": spell.retention.starts_on, "end": spell.retention.removed_from, "kind": "kept"}
            rows.append({"row": w("credit.chart.kept"), **kept})
    if record.if_paid is not None:
        dreamt = {"start": record.if_paid.starts_on, "end": record.if_paid.removed_from, "kind": "if_paid"}
        rows.append({"row": w("credit.chart.if_paid"), **dreamt})
    return pd.DataFrame(rows, columns=["row", "start", "end", "kind"], dtype=object)


def marks_frame(record: Record, w: Words) -> pd.DataFrame:
    """The days named on the window's axis, in order of time, each with its label."""
    window = record.if_paid or record.retention
    days = {
        "today": record.as_of,
        "payoff": window.starts_on,
        "last_day": window.last_day,
        "removed": window.removed_from,
    }
    rows = [
        {"name": name, "day": day, "label": w("credit.chart.mark", name=w(f"credit.chart.{name}"), day=day.isoformat())}
        for name, day in days.items()
        if day is not None and not (name == "payoff" and record.if_paid is not None)
    ]
    return pd.DataFrame(rows, columns=["name", "day", "label"])


def missed_frame(record: Record, w: Words) -> pd.DataFrame:
    """The months the report shows as overdue: their middle, and what to say about them."""
    meaning = means(record.looked_on, w)
    rows = [
        {
            "day": days_after(add_period(leaving.month, months=1), -15),
            "hover": w(
                "credit.chart.missed", month=w.month(leaving.month), code=leaving.code, means=meaning[leaving.code]
            ),
        }
        for leaving in record.leaving
    ]
    return pd.DataFrame(rows, columns=["day", "hover"])


def choices_frame(choices: Iterable[Choice], labels: Mapping[str, str]) -> pd.DataFrame:
    """The bars of a comparison: one a choice, without an end while unpaid."""
    rows = [
        {
            "row": labels[c.label],
            "start": c.paid_off_on,
            "end": c.retention.removed_from,
            "last_day": c.retention.last_day,
        }
        for c in choices
    ]
    return pd.DataFrame(rows, columns=["row", "start", "end", "last_day"], dtype=object)


def codes_table(on: date, w: Words) -> pd.DataFrame:
    """Every status code as commonly documented, the weakest marked."""
    rows = [
        (code.code, w.text(code.means), w("credit.codes.weak") if code.weak else w("credit.codes.usual"))
        for code in status_codes(on)
    ]
    return pd.DataFrame(rows, columns=[w("credit.grid.code"), w("credit.grid.means"), w("credit.codes.basis")])


def leaving_table(record: Record, w: Words) -> pd.DataFrame:
    """The overdue cells and the month from which each is no longer shown."""
    rows = [(w.month(cell.month), cell.code, w.month(cell.gone_from)) for cell in record.leaving]
    headers = [w("credit.grid.month"), w("credit.grid.code"), w("credit.leaving.gone_from")]
    return pd.DataFrame(rows, columns=headers)


def effects_table(w: Words) -> pd.DataFrame:
    """What moves the window and what does not, with the basis."""
    rows = [
        (
            w(f"credit.effect.{effect.key}.what"),
            w(f"credit.moves.{effect.moves}"),
            w(f"credit.effect.{effect.key}.why"),
            ", ".join(effect.rules),
        )
        for effect in EFFECTS
    ]
    return pd.DataFrame(rows, columns=[w(f"credit.effects.{name}") for name in ("what", "verdict", "why", "basis")])


def rights_table(figures: Mapping[str, object], w: Words) -> pd.DataFrame:
    """The rights around the record, with the basis."""
    rows = [
        (
            w(f"credit.right.{right.key}.what", **figures),
            w(f"credit.right.{right.key}.says", **figures),
            ", ".join(right.rules),
        )
        for right in RIGHTS
    ]
    return pd.DataFrame(rows, columns=[w("credit.rights.right"), w("credit.rights.says"), w("credit.effects.basis")])


def repair_table(check: RepairCheck, figures: Mapping[str, object], w: Words) -> pd.DataFrame:
    """The conditions of the one-off repair and whether each was met."""
    rows = [
        (
            w(f"credit.repair.rule.{condition.rule}.name", **figures),
            w("credit.repair.met" if condition.met else "credit.repair.not_met"),
            condition.rule,
        )
        for condition in check.conditions
    ]
    headers = [w("credit.repair.condition"), w("credit.repair.result"), w("credit.effects.basis")]
    return pd.DataFrame(rows, columns=headers)
