"""The whole workbook: the case, the law's values with their sources, and a sheet for each proposal."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook

from overdue.accrual import Ledger
from overdue.exports.workbook.debt import inputs, instalments, is_live, live, values
from overdue.exports.workbook.plan import proposal
from overdue.exports.workbook.sheet import DAY, SHARE, Sheet
from overdue.law import LAW
from overdue.model import Citation
from overdue.proposal import Settlement
from overdue.words import Words


def workbook(ledger: Ledger, proposals: Mapping[str, Settlement], w: Words, note: str) -> bytes:
    """The case as ``.xlsx`` in the reader's script; ``note`` is the line every export bears,
    on each sheet.

    Without part payments and without rests of compound interest every figure of the first sheet is a
    formula over the marked inputs; otherwise it holds values with their formula in words, and says so.
    ``proposals`` by letter (a, b …) get a sheet each, always live; a plan's rows reach to 60 months.
    Amounts are rounded half up as the engine does. The law is what the ledger and the proposals cite.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    first = Sheet(book, w("workbook.sheet.debt"))
    first.widths(26, 16, 16, 14, 12, 8, 12, 12, 8, 14, 10, 12, 12, 12, 12, 12)
    first.line(w("workbook.title"), bold=True)
    first.line(w("workbook.how") if is_live(ledger) else w("workbook.how_values"))
    first.line(note)
    first.row += 1
    if is_live(ledger):
        inputs(first, ledger, w)
        live(first, ledger, w)
    else:
        instalments(first, ledger.loan, ledger, w)
        values(first, ledger, w)
    for letter, settlement in proposals.items():
        sheet = Sheet(book, w("workbook.sheet.proposal", letter=letter.upper()))
        sheet.widths(34, 16, 14, 14, 14, 14, 14)
        sheet.line(note)
        proposal(sheet, letter, settlement, w)
    cited = dict.fromkeys(ledger.citations + tuple(c for s in proposals.values() for c in s.citations))
    last = Sheet(book, w("workbook.sheet.law"))
    last.line(note)
    _law(last, ledger, list(cited), w)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def _law(sheet: Sheet, ledger: Ledger, citations: list[Citation], w: Words) -> None:
    """The line this lender is held to, then each rule the figures rest on, its numbers and where it stands."""
    sheet.widths(46, 14, 24, 14, 40, 24, 26, 10)
    if ledger.ceiling is not None and ledger.ceiling.annual_rate is not None:
        sheet.named(w("workbook.input.line_rate"), "law_line", ledger.ceiling.annual_rate, SHARE, given=True)
        sheet.row += 1
    law_rows(sheet, citations, w)


def law_rows(sheet: Sheet, citations: Iterable[Citation], w: Words) -> None:
    """Each rule that figures rest on, its numbers and where it stands."""
    heads = ("says", "value", "value_name", "since", "source", "clause", "standing", "rule")
    sheet.heading(*(w(f"workbook.law.{name}") for name in heads))
    for citation in {c.rule: c for c in citations}.values():
        for name, number, since in _numbers(citation):
            sheet.put(1, w.text(LAW.rule(citation.rule).title))
            sheet.put(2, number)
            sheet.put(3, name)
            sheet.put(4, since, DAY)
            sheet.put(5, w.text(LAW.sources[citation.source].title))
            sheet.put(6, w.text(citation.clause))
            sheet.put(7, w(f"standing.{citation.standing}"))
            sheet.put(8, citation.rule)
            sheet.row += 1


def _numbers(citation: Citation) -> list[tuple[str, int | Decimal | None, date]]:
    """The numbers a rule sets from the day it is cited for on; one empty row where it sets none."""
    found: list[tuple[str, int | Decimal | None, date]] = []
    for name, value in LAW.rule(citation.rule).values.items():
        for row in value.rows:
            number = row.value
            if isinstance(number, int | Decimal) and not isinstance(number, bool) and row.since >= citation.since:
                found.append((name, number, row.since))
    return found or [("", None, citation.since)]
