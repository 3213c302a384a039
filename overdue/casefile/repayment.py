"""What an app's repayment page says, out of its text: instalments with their days, what is owed, the rate.

The text is what a phone takes out of a screenshot. Each day begins an instalment; what it holds is read like a
bill's lines. Read in memory and forgotten.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

from overdue.bill import Bill
from overdue.casefile.bill_file import MOST_CHARACTERS, read_bill_text
from overdue.casefile.days import day_of
from overdue.casefile.fields import written
from overdue.casefile.keys import COLUMNS
from overdue.model import ZERO, Instalment, OverdueError
from overdue.periods import add_period
from overdue.words.script import fold

MOST_DAYS = 120  # of a text that are looked at
MOST_ROWS = 60
DAY = re.compile(
    r"(?<!\d)(?:(?P<year>20\d\d)\s*[-/.\u5e74]\s*)?(?P<month>1[0-2]|0?[1-9])\s*[-/\u6708]\s*"
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?:\s*\u65e5)?(?![\d.%])"
)
RATE = re.compile(r"[^\d%]{0,8}(\d{1,3}(?:\.\d{1,4})?)\s*%")


@dataclass(frozen=True, slots=True)
class Repayment:
    """What was understood: instalments by their due days, and the rates in percent where the text names them."""

    rows: tuple[Instalment, ...]
    rate: Decimal | None = None
    daily_rate: Decimal | None = None

    def figures(self, as_of: date) -> dict[str, str]:
        """The figures of a case as an address writes them: the short keys where all instalments are alike.

        What is due by ``as_of`` is missed, what is due later remains.
        """
        due = [row for row in self.rows if row.due_on <= as_of] or list(self.rows[:1])
        later = list(self.rows[len(due) :])
        first = due[0]
        alike = all(
            row.due_on == add_period(first.due_on, months=number)
            and (row.principal, row.interest, row.fee) == (first.principal, first.interest, first.fee)
            for number, row in enumerate(due)
        )
        held = {"rate": self.rate, "daily_rate": self.daily_rate}
        figures = {name: written(name, value) for name, value in held.items() if value is not None}
        if not alike:
            cells = [tuple(getattr(row, name) for name in COLUMNS["rows"]) for row in self.rows]
            return figures | {"rows": written("rows", tuple(cells))}
        remaining = sum((row.principal for row in later), ZERO)
        return figures | {
            "due_on": first.due_on.isoformat(),
            "principal": written("principal", first.principal),
            "interest": written("interest", first.interest),
            "fee": written("fee", first.fee) if first.fee else "",
            "missed": str(len(due)),
            "remaining": written("remaining", remaining) if later else "",
        }


def read_repayment(text: str, as_of: date) -> Repayment:
    """The instalments in a text; one without days but with days overdue is a single one.

    Raises ``OverdueError`` where no amount, no day or too much was found.

    >>> page = "Due 10 Jan" + chr(10) + "2026-01-10 principal 1,000.00 interest 90.00" + chr(10) + "APR 18%"
    >>> read = read_repayment(page, date(2026, 6, 30))
    >>> read.figures(date(2026, 6, 30))["principal"], read.rate
    ('1000', Decimal('18'))
    """
    if len(text) > MOST_CHARACTERS:
        raise OverdueError("field.text", given=len(text), most=MOST_CHARACTERS)
    plain = fold(text)
    rows = tuple(sorted(_rows(plain, text, as_of), key=lambda row: row.due_on))
    if not rows:
        bill = read_bill_text(text).bill
        if bill.days is None:
            raise OverdueError("repayment.no_day")
        rows = (_row(bill, as_of - timedelta(days=bill.days)),)
    if len(rows) > MOST_ROWS:
        raise OverdueError("field.rows_many", given=len(rows), most=MOST_ROWS)
    return Repayment(rows, _rate(plain, "year_rate"), _rate(plain, "day_rate"))


def _rows(plain: str, text: str, as_of: date) -> Iterator[Instalment]:
    starts = list(_due_days(plain, as_of))
    for number, (at, due_on) in enumerate(starts):
        end = starts[number + 1][0] if number + 1 < len(starts) else len(plain)
        if _holds(plain[at:end], "settled"):
            continue
        try:
            row = _row(read_bill_text(text[at:end]).bill, due_on)
        except OverdueError:
            continue  # a day without an amount begins no instalment
        if row.principal or row.interest:
            yield row


def _due_days(plain: str, as_of: date) -> Iterator[tuple[int, date]]:
    """Where each due day begins (at its line), and the day; days of other kinds are passed over."""
    for number, found in enumerate(DAY.finditer(plain)):
        if number >= MOST_DAYS:
            return
        line = plain.rfind("\n", 0, found.start()) + 1
        if _holds(plain[line : found.start()][-12:], "other_day"):
            continue
        years = [int(found["year"])] if found["year"] else [as_of.year - 1, as_of.year, as_of.year + 1]
        days = [day for year in years if (day := day_of(year, int(found["month"]), int(found["day"])))]
        if days:
            yield line, min(days, key=lambda day: abs(day - as_of))


def _row(bill: Bill, due_on: date) -> Instalment:
    """An instalment out of the lines of a bill; what a sum does not divide is principal, without the penalty."""
    interest, fee = bill.interest or ZERO, bill.fees or ZERO
    beside = interest + fee + (bill.penalty or ZERO) + (bill.compound or ZERO)
    principal = bill.principal if bill.principal is not None else max(ZERO, (bill.total or ZERO) - beside)
    return Instalment(due_on=due_on, principal=principal, interest=interest, fee=fee)


def _rate(plain: str, kind: str) -> Decimal | None:
    for label in _labels()[kind]:
        for at in re.finditer(re.escape(label), plain):
            if found := RATE.match(plain, at.end()):
                return Decimal(found[1])
    return None


def _holds(plain: str, kind: str) -> bool:
    return any(label in plain for label in _labels()[kind])


@cache
def _labels() -> dict[str, Sequence[str]]:
    return tomllib.loads((Path(__file__).parent / "repayment.toml").read_text(encoding="utf-8"))
