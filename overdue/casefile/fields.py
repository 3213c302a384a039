"""The keys of a case: what each may hold, and how it is written in an address. Codes only, no language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Literal
from unicodedata import normalize

from pydantic import ValidationError

from overdue.card import CardDays
from overdue.model import Lender, Order, OverdueError, Payment
from overdue.words import Lang, listed

Kind = Literal["money", "percent", "count", "day", "choice", "paid", "rows", "code"]
Row = tuple["Decimal | int | date | str", ...]
Value = Decimal | int | date | str | tuple[Payment, ...] | tuple[Row, ...] | None

UNKNOWN = "?"
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
MOST_PAYMENTS = 60
STORIES = ("job", "illness", "forgot", "called_in", "guarantor", "micro", "card")

# Keys that hold a table: which keys rule its columns. At most as many rows as ``high`` of the key.
COLUMNS = {
    "rows": ("due_on", "principal", "interest", "fee"),
    "debts": ("lender", "due_on", "principal", "interest", "rate", "uplift"),
}


@dataclass(frozen=True, slots=True)
class Field:
    """One key: its kind, its range (yuan, percent, count) or choices, and whether "don't know" is an answer."""

    kind: Kind
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    choices: tuple[str, ...] = ()
    unknown: bool = False


def _money(high: int = 10**8) -> Field:
    return Field("money", high=Decimal(high))


def _percent(high: int, unknown: bool = False) -> Field:
    return Field("percent", high=Decimal(high), unknown=unknown)


def _count(low: int, high: int) -> Field:
    return Field("count", low=Decimal(low), high=Decimal(high))


def _choice(*choices: str, unknown: bool = False) -> Field:
    return Field("choice", choices=choices, unknown=unknown)


DAY = Field("day")
PAID = _money()

FIELDS: dict[str, Field] = {
    "lang": _choice(*Lang),
    "story": _choice(*STORIES),
    "lender": _choice(*Lender, "unknown"),
    "contract_on": DAY,
    "due_on": DAY,
    "as_of": DAY,
    "principal": _money(),
    "interest": _money(),
    "fee": _money(),
    "missed": _count(1, 360),
    "remaining": _money(),
    "rate": _percent(1000, unknown=True),
    "uplift": _percent(1000, unknown=True),
    "daily_rate": _percent(10),
    "day_basis": _choice("360", "365", unknown=True),
    "base": _choice("principal", "principal_and_interest", unknown=True),
    "compound": _choice("none", "interest", "all", unknown=True),
    "rest": _choice("none", "monthly", "quarterly"),
    "late_fee": _money(10**6),
    "grace": _count(0, 365),
    "accelerated_on": DAY,
    "compensated_on": DAY,
    "order": _choice(*Order),
    "paid": Field("paid"),
    "lump_on": DAY,
    "lump_waive": _percent(100),
    "lump_amount": _money(),
    "plan_first": DAY,
    "plan_months": _count(1, 60),
    "plan_rate": _percent(100),
    "plan_method": _choice("level_payment", "level_principal", "flat_fee"),
    "plan_waive": _percent(100),
    "offers": Field("code"),
    "income": _money(10**7),
    "needs": _money(10**7),
    "other_debt": _money(10**7),
    "savings": _money(),
    "discount": _percent(100),
    "paid_off_on": DAY,
    "rows": Field("rows", high=Decimal(60)),
    "debts": Field("rows", high=Decimal(8)),
    "received": _money(),
    "bill_principal": _money(),
    "bill_interest": _money(),
    "bill_penalty": _money(),
    "bill_compound": _money(),
    "bill_fees": _money(),
    "bill_total": _money(),
    "bill_days": _count(0, 36_600),
    "card_posted_on": DAY,
    "card_amount": _money(),
    "card_statement_on": DAY,
    "card_minimum": _money(),
    "card_days": _choice(*CardDays),
    "demanded_on": DAY,
    "sued_on": DAY,
    "judgment_on": DAY,
    "perform_days": _count(0, 3650),
    "judged_principal": _money(),
    "judged_rate": _percent(1000),
    "judged_costs": _money(),
    "procedure": _choice("ordinary", "simplified", "mediation", "payment_order"),
}

BUDGET = ("income", "needs", "other_debt", "savings")
NUMBER = re.compile(r"[+-]?\d{1,20}(\.\d{1,12})?$")
CODE = re.compile(r"[A-Za-z0-9_.:~-]{1,600}$")
SHOWN = 40
LONGEST = 4000  # characters of a value that are looked at


def check(name: str, given: str) -> Value:
    """The value a text stands for under a key.

    Raises ``OverdueError`` that says what was given, what is allowed and what to do. Money is yuan
    with at most two decimals, percents are percents, days are written 2026-01-10.

    >>> check("principal", "1,000.50")
    Decimal('1000.50')
    >>> check("due_on", "2028-02-29")
    datetime.date(2028, 2, 29)
    """
    field, text = FIELDS[name], normalize("NFKC", given[:LONGEST]).strip()
    if field.unknown and text == UNKNOWN:
        return None
    if field.kind == "day":
        return _day(text)
    if field.kind == "choice":
        if text not in field.choices:
            raise OverdueError("field.choice", given=shown(given), choices=listed(_choices(name, field)))
        return text
    if field.kind == "paid":
        return _payments(text)
    if field.kind == "rows":
        return _rows(name, text, field)
    if field.kind == "code":
        if not CODE.match(text):
            raise OverdueError("field.code", given=shown(given))
        return text
    found = number(text, field)
    return int(found) if field.kind == "count" else found


def _choices(name: str, field: Field) -> list[str]:
    """Where the labels of the choices stand: a reader knows no codes."""
    codes = [Lang(code).script if name == "lang" else code for code in field.choices]
    return [f"fields.{name}.{code}" for code in codes] + (["fields.unknown"] if field.unknown else [])


def shown(given: str) -> str:
    """What was given, shortened and stripped of markup, so that it can be repeated to the reader."""
    plain = re.sub(r"[<>&\[\]()*_`#$\\:|~{}]", " ", given).strip()
    return plain[:SHOWN] + ("…" if len(plain) > SHOWN else "")


def number(text: str, field: Field) -> Decimal:
    """The amount, percentage or count a text stands for, within its range; else ``OverdueError``."""
    plain = text.replace(",", "")
    try:
        found = Decimal(plain) if NUMBER.match(plain) else None
    except InvalidOperation:
        found = None
    whole = field.kind == "count"
    if found is None or not field.low <= found <= field.high or (whole and found != int(found)):
        raise OverdueError(f"field.{field.kind}", given=shown(text), low=field.low, high=field.high)
    if field.kind == "money" and found != round(found, 2):
        raise OverdueError("field.fen", given=shown(text))
    return found


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or not FIRST_DAY <= day <= LAST_DAY:
        raise OverdueError("field.day", given=shown(text), low=FIRST_DAY, high=LAST_DAY)
    return day


def _payments(text: str) -> tuple[Payment, ...]:
    pieces = [piece for piece in re.split(r"[~,;\s]+", text) if piece]
    if len(pieces) > MOST_PAYMENTS:
        raise OverdueError("field.paid", given=shown(text), most=MOST_PAYMENTS)
    payments = []
    for piece in pieces:
        day, _, amount = piece.partition(":")
        try:
            payments.append(Payment(paid_on=_day(day), amount=number(amount, PAID)))
        except (OverdueError, ValidationError) as error:
            raise OverdueError("field.paid", given=shown(piece), most=MOST_PAYMENTS) from error
    return tuple(sorted(payments, key=lambda p: p.paid_on))


def _rows(name: str, text: str, field: Field) -> tuple[Row, ...]:
    """The rows of a table, each cell checked by the key that rules its column."""
    pieces = [piece for piece in re.split(r"[~;\s]+", text) if piece]
    columns = COLUMNS[name]
    if len(pieces) > field.high:
        raise OverdueError("field.rows_many", given=len(pieces), most=field.high)
    rows = []
    for piece in pieces:
        cells = piece.split(":")
        if len(cells) != len(columns):
            raise OverdueError("field.rows", given=shown(piece), columns=len(columns))
        row = tuple(check(column, cell) for column, cell in zip(columns, cells, strict=True))
        if any(cell is None for cell in row):
            raise OverdueError("field.rows", given=shown(piece), columns=len(columns))
        rows.append(row)
    return tuple(sorted(rows, key=lambda row: row[columns.index("due_on")]))  # type: ignore[arg-type]


def written(name: str, value: Value) -> str:
    """A value as an address writes it; the inverse of ``check``.

    >>> written("principal", Decimal("1000.50"))
    '1000.5'
    """
    if value is None:
        return UNKNOWN
    if isinstance(value, tuple):
        rows = ((p.paid_on, p.amount) if isinstance(p, Payment) else p for p in value)
        return "~".join(":".join(written(name, cell).replace("-", "") for cell in row) for row in rows)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.isoformat() if isinstance(value, date) else str(value)
