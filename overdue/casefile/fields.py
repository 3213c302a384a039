"""What a figure of a case may be: how a text becomes its value, and how the value is written in an address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from unicodedata import normalize

from pydantic import ValidationError

from overdue.casefile.keys import (
    CELLS,
    COLUMNS,
    FIELDS,
    FIRST_DAY,
    ITEMS,
    LAST_DAY,
    MOST_PAYMENTS,
    UNKNOWN,
    Field,
)
from overdue.model import OverdueError, Payment
from overdue.words import Lang, listed, plain


@dataclass(frozen=True, slots=True)
class FurtherDebt:
    """A further debt: the figures of it that are given, by the keys of a case, in the order of their codes."""

    figures: tuple[tuple[str, Value], ...]


Row = tuple["Decimal | int | date | str", ...]
Value = Decimal | int | date | str | tuple[Payment, ...] | tuple[Row, ...] | tuple[FurtherDebt, ...] | None

PAID = FIELDS["principal"]
FOREIGN = re.compile(r"[$€£]|USD|HKD|EUR|GBP|JPY", re.IGNORECASE)
NUMBER = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3}){1,6}|[0-9]{1,20})(?:\.[0-9]{1,12})?")
CODE = re.compile(r"[A-Za-z0-9_.:~-]{1,600}$")
SHOWN = 40
LONGEST = 4000  # characters of a value that are looked at
LONGEST_DEBTS = 60_000
INNER = str.maketrans(":~", "!*")  # the marks between cells and rows, inside a further debt
OUTER = str.maketrans("!*", ":~")


def check(name: str, given: str) -> Value:
    """The value a text stands for under a key.

    Raises ``OverdueError`` that says what was given, what is allowed and what to do. Money is yuan
    with at most two decimals, percents are percents, days are written 2026-01-10.

    >>> check("principal", "1,000.50")
    Decimal('1000.50')
    >>> check("due_on", "2028-02-29")
    datetime.date(2028, 2, 29)
    """
    field = FIELDS[name]
    text = normalize("NFKC", given[: LONGEST_DEBTS if field.kind == "debts" else LONGEST]).strip()
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
    if field.kind == "debts":
        debts, refused = read_debts(text)
        if refused:
            raise refused[0]
        return debts
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
    """The amount, percentage or count a text stands for, within its range; else ``OverdueError``.

    A comma only parts groups of three: 18,5 is no number, for it may mean 18.5.
    """
    found = Decimal(text.replace(",", "")) if NUMBER.fullmatch(text) else None
    whole = field.kind == "count"
    if found is None and "," in text:
        raise OverdueError("field.comma", given=shown(text))
    if found is None and field.kind == "money" and FOREIGN.search(text):
        raise OverdueError("field.currency", given=shown(text))
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


def read_debts(text: str) -> tuple[tuple[FurtherDebt, ...], tuple[OverdueError, ...]]:
    """The further debts a code stands for, and why others in it cannot be; never raises.

    >>> read_debts("bank:20260101:500:20:18:50")[0][0].figures[:3]
    (('lender', 'bank'), ('due_on', datetime.date(2026, 1, 1)), ('principal', Decimal('500')))
    >>> [error.key for error in read_debts("bank:20260101:USD500::18:~bank:20260101:5:::")[1]]
    ['field.currency']
    """
    pieces = [piece for piece in re.split(r"[~;\s]+", text) if piece]
    most = int(FIELDS["debts"].high)
    found: list[FurtherDebt] = []
    refused: list[OverdueError] = []
    if len(pieces) > most:
        refused.append(OverdueError("field.debts_many", given=len(pieces) + 1, most=most + 1))
    for piece in pieces[:most]:
        try:
            found.append(_debt(piece))
        except OverdueError as error:
            refused.append(error)
    return tuple(found), tuple(refused)


def _debt(piece: str) -> FurtherDebt:
    """One further debt: six cells, empty where not given, then items of letters and value."""
    cells = piece.split(":")
    if len(cells) < len(CELLS):
        raise OverdueError("field.rows", given=shown(piece), columns=len(CELLS))
    given = dict(zip(CELLS, cells, strict=False))
    for item in cells[len(CELLS) :]:
        code = next((code for code in (item[:2], item[:1]) if code in ITEMS), None)
        if code is None:
            raise OverdueError("field.code", given=shown(item))
        given[ITEMS[code]] = item[len(code) :].translate(OUTER)
    return further_debt({name: check(name, text) for name, text in given.items() if text})


def further_debt(figures: Mapping[str, Value]) -> FurtherDebt:
    """A further debt of the figures given."""
    return FurtherDebt(tuple((name, figures[name]) for name in (*CELLS, *ITEMS.values()) if name in figures))


def _debt_code(debt: FurtherDebt) -> str:
    given = {name: _inner(name, value) for name, value in debt.figures}
    cells = [given.get(name, "") for name in CELLS]
    return ":".join([*cells, *(code + given[name] for code, name in ITEMS.items() if name in given)])


def _inner(name: str, value: Value) -> str:
    return f"{value:%Y%m%d}" if isinstance(value, date) else written(name, value).translate(INNER)


def _piece(name: str, row: Payment | Row | FurtherDebt) -> str:
    """One row of a table, one payment, one further debt."""
    if isinstance(row, FurtherDebt):
        return _debt_code(row)
    cells = (row.paid_on, row.amount) if isinstance(row, Payment) else row
    return ":".join(written(name, cell).replace("-", "") for cell in cells)


def written(name: str, value: Value) -> str:
    """A value as an address writes it; the inverse of ``check``.

    >>> written("principal", Decimal("1000.50"))
    '1000.5'
    """
    if value is None:
        return UNKNOWN
    if isinstance(value, tuple):
        return "~".join(_piece(name, row) for row in value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.isoformat() if isinstance(value, date) else str(value)
