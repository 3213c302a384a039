"""What an app's repayment page says, out of its text: instalments with their days, what is owed, the rate.

The text is what a phone takes out of a screenshot. Every figure in it is understood or the page is refused with a
sentence that names it: nothing is supposed. Read in memory and forgotten.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from overdue.casefile.bill_file import MOST_CHARACTERS
from overdue.casefile.fields import written
from overdue.casefile.keys import COLUMNS
from overdue.casefile.repayment.blocks import read_rows
from overdue.casefile.repayment.marks import HAN, marks_of
from overdue.casefile.repayment.rates import Rates, read_rates
from overdue.model import ZERO, Instalment, OverdueError
from overdue.periods import add_period
from overdue.words.script import fold

MOST_ROWS = 60
Meant = Literal["loan", "late", "year"]


@dataclass(frozen=True, slots=True)
class Repayment:
    """What was understood: instalments by their due days, ``settled`` ones left out, and the rates in percent.

    ``parts`` says what every instalment shows: both parts, the principal alone, or only one sum, which stands as
    principal.
    """

    rows: tuple[Instalment, ...]
    rates: Rates
    settled: int = 0
    parts: Literal["both", "principal", "sum"] = "both"

    def figures(self, as_of: date, meant: Meant | None = None, yearly: Decimal | None = None) -> dict[str, str]:
        """The figures of a case as an address writes them: the short keys where all instalments are alike.

        What is due by ``as_of`` is missed, what is due later remains. ``meant`` answers what a rate by the day is:
        the loan's, which makes ``yearly``, once overdue, or by the year after all; unanswered it is not taken.
        """
        first, due = self.rows[0], max(1, sum(row.due_on <= as_of for row in self.rows))
        later = self.rows[due:]
        alike = all(
            row.due_on == add_period(first.due_on, months=number)
            and (row.principal, row.interest, row.fee) == (first.principal, first.interest, first.fee)
            for number, row in enumerate(self.rows)
        ) and not (later and (first.fee or not first.principal))
        rate, daily = self.rates.year, self.rates.late
        if meant is not None:
            rate = {"loan": yearly, "late": rate, "year": self.rates.day}[meant]
            daily = self.rates.day if meant == "late" else daily
        held = {"rate": rate, "daily_rate": daily}
        said = any(value is not None for value in held.values())  # then the other one is not what the page says
        figures = {name: "" if value is None else written(name, value) for name, value in held.items() if said}
        if not alike:
            cells = [tuple(getattr(row, name) for name in COLUMNS["rows"]) for row in self.rows]
            return figures | {"rows": written("rows", tuple(cells))}
        remaining = sum((row.principal for row in later), ZERO)
        return figures | {
            "due_on": first.due_on.isoformat(),
            "principal": written("principal", first.principal),
            "interest": written("interest", first.interest),
            "fee": written("fee", first.fee) if first.fee else "",
            "missed": str(due),
            "remaining": written("remaining", remaining) if later else "",
            "to_come": "entered" if later else "",
        }


def read_repayment(text: str, as_of: date) -> Repayment:
    """The instalments in a text, those shown as paid left out; one with days overdue needs no day.

    Raises ``OverdueError`` where no amount, no day or too much was found, where a day can be more than one
    (``field.which_day``, with ``at``, where in the text it stands), and where a figure could belong elsewhere.

    >>> page = "Instalments" + chr(10) + "2026-01-10 principal 1,000.00 interest 90.00" + chr(10) + "APR 18%"
    >>> read = read_repayment(page, date(2026, 6, 30))
    >>> read.figures(date(2026, 6, 30))["principal"], read.rates.year
    ('1000', Decimal('18'))
    """
    if len(text) > MOST_CHARACTERS:
        raise OverdueError("field.text", given=len(text), most=MOST_CHARACTERS)
    plain = fold(text)
    rates, rest = read_rates(plain, text)
    found = read_rows(marks_of(rest, text), as_of, HAN.search(plain) is not None)
    rows = tuple(sorted((row for row, _ in found.rows), key=lambda row: row.due_on))
    if len(rows) > MOST_ROWS:
        raise OverdueError("field.rows_many", given=len(rows), most=MOST_ROWS)
    for one, next_ in pairwise(rows):
        if one.due_on == next_.due_on:
            raise OverdueError("repayment.twice", day=one.due_on)
    kinds = {parts for _, parts in found.rows}
    if len(kinds) > 1:
        raise OverdueError("repayment.unlike")
    return Repayment(rows, rates, found.settled, kinds.pop())
