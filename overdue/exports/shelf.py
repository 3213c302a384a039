"""The law shelf to take away: a table in the reader's words, and everything as JSON in both languages."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from overdue.law import LAW
from overdue.tables import sources as tables
from overdue.words import Words


def shelf_csv(on: date, w: Words, stamp: str) -> str:
    """Every value of every rule as CSV under the export stamp; ``on`` is the day whose state is given."""
    frame = tables.shelf(LAW.rules, on, w, lambda column: w(f"sources.column.{column}"))
    return f"# {stamp}\n{frame.to_csv(index=False)}"


def shelf_json(stamp: str) -> str:
    """Rules, documents and assumptions with all their rows; days as 2026-11-22, decimals as texts.

    >>> json.loads(shelf_json("stamp"))["rules"]["CR-2"]["values"]["retention_years"]["rows"][0]["value"]
    5
    """
    shelf = {
        "stamp": stamp,
        "rules": {name: _plain(rule) for name, rule in LAW.rules.items()},
        "documents": {name: _plain(source) for name, source in LAW.sources.items()},
        "assumptions": {name: _plain(assumption) for name, assumption in LAW.assumptions.items()},
    }
    return json.dumps(shelf, ensure_ascii=False, indent=1)


def _plain(value: Any) -> Any:
    """A value as JSON knows it; what is not given is left out."""
    if isinstance(value, BaseModel):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        return {name: _plain(held) for name, held in fields.items() if held not in (None, "", ())}
    if isinstance(value, Mapping):
        return {name: _plain(held) for name, held in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(held) for held in value]
    if isinstance(value, Decimal | date):
        return str(value)
    return value
