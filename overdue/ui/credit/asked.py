"""A day asked on this page only: it stays in the visit and never enters the address."""

from datetime import date

from overdue.ui import fields


def day(label: str, key: str, value: date | None = None) -> date | None:
    """Ask for a day, which may stay empty; another ``value`` to begin with starts the field anew."""
    return fields.a_day(label, key if value is None else f"{key}_{value}", value)
