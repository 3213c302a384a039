"""What a figure of a case may be: how a text becomes its value, and how the value is written in an address."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from unicodedata import normalize

from pydantic import ValidationError

from overdue.casefile.keys import COLUMNS, FIELDS, FIRST_DAY, LAST_DAY, MOST_PAYMENTS, UNKNOWN, Field
from overdue.model import OverdueError, Payment
from overdue.words import Lang, listed, plain

Row = tuple["Decimal | int | date | str", ...]
Value = Decimal | int | date | str | tuple[Payment, ...] | tuple[Row, ...] | None

PAID = FIELDS["principal"]
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
    """What was given, shortened and without the meaning of its marks, so that it can be repeated to the reader."""
    text = plain(given[: SHOWN * 4]).strip()
    return text[:SHOWN] + ("…" if len(text) > SHOWN else "")


def number(text: str, field: Field) -> Decimal:
    """The amount, percentage or count a text stands for, within its range; else ``OverdueError``."""
    bare = text.replace(",", "")
    try:
        found = Decimal(bare) if NUMBER.match(bare) else None
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
