"""The call log as a workbook: one row an entry, texts as texts, days and hours as such."""

from collections.abc import Iterable
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from overdue.negotiation import LogEntry
from overdue.words import Words

COLUMNS = ("on", "at", "channel", "incoming", "who", "for_whom", "said", "promised", "evidence")
WIDE = ("said", "promised")


def log_file(entries: Iterable[LogEntry], w: Words, note: str) -> bytes:
    """The log as ``.xlsx`` in the reader's script, oldest entry first; ``note`` is the line every export bears.

    A text that begins like a formula is stored as text, so that opening the file runs nothing.
    """
    book = Workbook()
    sheet = book.active
    if sheet is None:  # a new workbook has one; openpyxl's type does not say so
        raise TypeError("a new workbook without a sheet")
    sheet.title = w("negotiate.log.title")
    sheet.append([w(f"negotiate.log.{name}") for name in COLUMNS])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for entry in sorted(entries, key=lambda e: (e.on, str(e.at))):
        sheet.append([_value(entry, name, w) for name in COLUMNS])
    for row in sheet.iter_rows(min_row=2, min_col=5):
        for cell in row:
            cell.data_type = "s" if cell.value else "n"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for number, name in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = 48 if name in WIDE else 16
    sheet.freeze_panes = "A2"
    sheet.append([])
    sheet.append([note])
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def _value(entry: LogEntry, name: str, w: Words) -> object:
    """What a cell holds."""
    match name:
        case "channel":
            return w(f"negotiate.log.way.{entry.channel}")
        case "incoming":
            return w(f"negotiate.log.side.{'them' if entry.incoming else 'me'}")
        case _:
            return getattr(entry, name)
