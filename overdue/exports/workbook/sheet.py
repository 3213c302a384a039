"""One sheet being written: cells with a format, named cells, a table under a heading."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName

MONEY, DAY, SHARE, WHOLE = "#,##0.00", "yyyy-mm-dd", "0.00####%", "0"
TWO_LINES, LABEL = 30, 30  # points; letters that fit into the first column
INPUT = PatternFill("solid", start_color="FFF6E3")

Cell = str | int | Decimal | date | None


class Sheet:
    """A sheet written from top to bottom; ``row`` is the next free one."""

    def __init__(self, book: Workbook, title: str) -> None:
        self.book = book
        self.sheet = book.create_sheet(title)
        self.row = 1

    def put(self, column: int, value: Cell, style: str = "General", bold: bool = False, given: bool = False) -> str:
        """Write a cell of the next free row; where it stands, as formulas name it."""
        cell = self.sheet.cell(self.row, column, value)
        cell.number_format = style
        cell.font = Font(bold=bold)
        if given:
            cell.fill = INPUT
        return f"${get_column_letter(column)}${self.row}"

    def text(self, column: int, value: str, bold: bool = False) -> None:
        """Write what a person typed: a text that begins like a formula stays a text and runs nothing."""
        self.put(column, value, bold=bold)
        self.sheet.cell(self.row, column).data_type = "s"

    def line(self, *values: Cell, bold: bool = False) -> None:
        """Write a whole row."""
        for column, value in enumerate(values, 1):
            self.put(column, value, "General", bold)
        self.row += 1

    def named(self, label: str, name: str, value: Cell, style: str, given: bool = False, note: str = "") -> None:
        """Write a labelled cell that formulas reach by name; ``given`` marks what the reader may change."""
        self.put(1, label)
        if len(label.encode("gbk", "replace")) > LABEL:  # a Chinese sign is as wide as two letters
            self.sheet.cell(self.row, 1).alignment = Alignment(wrap_text=True, vertical="top")
            self.sheet.row_dimensions[self.row].height = TWO_LINES
        place = self.put(2, value, style, given=given)
        self.put(3, note)
        self.book.defined_names[name] = DefinedName(name, attr_text=f"'{self.sheet.title}'!{place}")
        self.row += 1

    def heading(self, *texts: str, figures: bool = False) -> None:
        """Write the heads of a table, two lines high; over ``figures`` all but the first stand at the right."""
        for column, text in enumerate(texts, 1):
            self.text(column, text, bold=True)
            side = "right" if figures and column > 1 else None
            self.sheet.cell(self.row, column).alignment = Alignment(wrap_text=True, vertical="top", horizontal=side)
        self.sheet.row_dimensions[self.row].height = TWO_LINES
        self.row += 1

    def widths(self, *widths: int) -> None:
        """Set the columns' widths."""
        for column, width in enumerate(widths, 1):
            self.sheet.column_dimensions[get_column_letter(column)].width = width


def columns(names: Sequence[str]) -> dict[str, str]:
    """The letter of each column of a table."""
    return {name: get_column_letter(number) for number, name in enumerate(names, 1)}
