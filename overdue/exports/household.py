"""A divided budget as a workbook: who gets what each month, with sums that follow what is changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from overdue.exports.workbook.book import law_rows
from overdue.exports.workbook.sheet import DAY, MONEY, SHARE, WHOLE, Sheet
from overdue.household import Division, Household, Month, picture
from overdue.model import ZERO
from overdue.negotiation import called
from overdue.tables.ways import way_name
from overdue.words import Words

INPUTS = ("income", "needs", "savings", "monthly")
LEAD = 4


def workbook(
    household: Household,
    division: Division,
    as_of: date,
    w: Words,
    note: str,
    names: Mapping[str, str] | None = None,
) -> bytes:
    """A division as ``.xlsx`` in the reader's script; ``note`` is the line every export bears, on each sheet.

    Income, needs, savings, the monthly sum and each payment are marked inputs; sums, what is unused and what is left
    in hand are formulas over them. What grows on each debt is worked out by the engine and stands as values: a debt
    does not follow a changed payment, and the sheet says so. ``names`` say what a debt is called. Amounts in yuan.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    keys = [course.key for course in division.debts]
    table = _Table(household, division, keys, [called(names or {}, key) for key in keys], w)
    months = Sheet(book, w("statement.sheet.months"))
    way = way_name(division.way, len(division.debts), w)
    months.line(w("common.labelled", label=w("statement.sheet.title"), value=way), bold=True)
    months.line(w("statement.sheet.how"))
    months.line(note)
    months.row += 1
    table.inputs(months)
    sums = table.months(months)
    debts = Sheet(book, w("statement.sheet.debts"))
    debts.line(note)
    table.debts(debts, as_of, sums)
    left = Sheet(book, w("statement.sheet.left"))
    left.line(w("statement.sheet.left_how"))
    left.line(note)
    table.left(left)
    law = Sheet(book, w("workbook.sheet.law"))
    law.widths(46, 14, 24, 14, 40, 24, 26, 10)
    law.line(note)
    law_rows(law, division.citations, w)
    for sheet in book.worksheets:
        sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of a division under its debts' names."""

    household: Household
    division: Division
    keys: Sequence[str]
    names: Sequence[str]
    w: Words

    def inputs(self, sheet: Sheet) -> None:
        """What comes in, goes out and is set apart, each a named cell."""
        w, home = self.w, self.household
        values = dict(zip(INPUTS, (home.income, home.needs, home.savings, self.division.monthly), strict=True))
        for name, value in values.items():
            sheet.named(w(f"statement.{name}"), name, value, MONEY, given=True)
        sheet.named(w("statement.free"), "free", '=IF(OR(income="",needs=""),"",income-needs)', MONEY)
        sheet.row += 1

    def months(self, sheet: Sheet) -> list[str]:
        """One row a day of paying; where the sum of each debt stands, and at the end that of all."""
        heads = ("number", "day", "budget", "besides")
        closing = ("sum", "unused", "hand", "missing")
        sheet.widths(30, 14, 14, 14, *([14] * (len(self.keys) + len(closing))))
        self._heads(sheet, heads, closing)
        first, before = sheet.row, None
        for row in self.division.months:
            self._month(sheet, row, first, before)
            before = row.paid_on
        last = sheet.row - 1
        sheet.put(1, self.w("common.total"), bold=True)
        places = []
        for number in range(len(self.keys) + 1):
            letter = get_column_letter(LEAD + 1 + number)
            formula = f"=SUM({letter}{first}:{letter}{last})" if self.division.months else 0
            place = sheet.put(LEAD + 1 + number, formula, MONEY, bold=True)
            places.append(f"='{sheet.sheet.title}'!{place}")
        sheet.row += 1
        return places

    def _heads(self, sheet: Sheet, before: Sequence[str], after: Sequence[str]) -> None:
        given = [self.w(f"statement.column.{name}") for name in before]
        closing = [self.w(f"statement.column.{name}") for name in after]
        sheet.heading(*given, *self.names, *closing, figures=True)

    def _month(self, sheet: Sheet, row: Month, first: int, before: date | None) -> None:
        at, last = sheet.row, LEAD + len(self.keys)
        lump = row.budget - (self.division.monthly if row.number else ZERO)
        others = [lump for lump in self.household.helps if not lump.from_savings]
        besides = sum((o.amount for o in others if (before is None or before < o.on) and o.on <= row.paid_on), ZERO)
        sheet.put(1, row.number or self.w("statement.column.lump"), WHOLE)
        sheet.put(2, row.paid_on, DAY)
        sheet.put(3, (f"=monthly+{lump}" if lump else "=monthly") if row.number else lump, MONEY)
        sheet.put(4, besides, MONEY, given=True)
        for column, key in enumerate(self.keys, LEAD + 1):
            sheet.put(column, row.paid.get(key, ZERO), MONEY, given=True)
        paid, hand = (get_column_letter(last + offset) for offset in (1, 3))
        sheet.put(last + 1, f"=SUM({get_column_letter(LEAD + 1)}{at}:{get_column_letter(last)}{at})", MONEY)
        sheet.put(last + 2, f"=C{at}-{paid}{at}", MONEY)
        carried = "savings" if at == first else f"{hand}{at - 1}"
        kept = f"{carried}+D{at}{'+free' if row.number else ''}-{paid}{at}"
        sheet.put(last + 3, f'=IF(free="","",{kept})', MONEY)
        sheet.put(last + 4, f'=IF(free="","",MAX(0,-{hand}{at}))', MONEY)
        sheet.row += 1

    def debts(self, sheet: Sheet, as_of: date, sums: Sequence[str]) -> None:
        """One row a debt: what it is on the day looked at, what is paid, when it ends."""
        w, seen = self.w, {debt.key: debt for debt in picture(self.household, as_of).debts}
        sheet.widths(30, 14, 14, 14, 12, 14, 14, 14, 14)
        heads = ("who", "owed", "not_due", "adds", "cost", "sum", "charges", "done", "record")
        sheet.heading(*(w(f"statement.column.{name}") for name in heads), figures=True)
        first = sheet.row
        for key, name, course, place in zip(self.keys, self.names, self.division.debts, sums[:-1], strict=True):
            debt = seen[key]
            sheet.text(1, name)
            cells = (debt.owed, debt.not_due, debt.adds, debt.cost, place, course.charges)
            for column, value in enumerate(cells, 2):
                sheet.put(column, value, SHARE if column == 5 else MONEY)
            for column, day in ((8, course.done_on), (9, course.record_last_day)):
                if day is not None and self.division.unrated:
                    sheet.put(column, w("statement.not_before", day=day))
                else:
                    sheet.put(column, day, DAY)
            sheet.row += 1
        sheet.put(1, w("common.total"), bold=True)
        for column in (2, 3, 4, 6, 7):
            letter = get_column_letter(column)
            sheet.put(column, f"=SUM({letter}{first}:{letter}{sheet.row - 1})", MONEY, bold=True)
        sheet.row += 1

    def left(self, sheet: Sheet) -> None:
        """What is owed after each payment, as the engine has it, and its sum."""
        sheet.widths(30, 14, *([14] * (len(self.keys) + 1)))
        self._heads(sheet, ("number", "day"), ("remains",))
        last = get_column_letter(2 + len(self.keys))
        for row in self.division.months:
            sheet.put(1, row.number or self.w("statement.column.lump"), WHOLE)
            sheet.put(2, row.paid_on, DAY)
            for column, key in enumerate(self.keys, 3):
                sheet.put(column, row.left[key], MONEY)
            sheet.put(3 + len(self.keys), f"=SUM(C{sheet.row}:{last}{sheet.row})", MONEY)
            sheet.row += 1
