"""The statement of income, needs and debts as a Word document on one page: what lenders and courts ask to see."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from io import BytesIO
from types import MappingProxyType

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import Table
from docx.table import _Cell as Box

from overdue.exports.letters import write
from overdue.household import Division, Household, Month, Picture, Way, picture
from overdue.household.picture import answer_by
from overdue.model import ZERO
from overdue.negotiation import called
from overdue.words import Words

PLAIN, SMALL, LARGE = 10.5, 9.0, 16.0
WIDTHS = (3.9, 2.6, 2.6, 2.4, 2.5, 3.3)
BLANK = "____________"
MOST_LUMPS = 2  # lump sums with a line each; what comes later is one line
HEADS = ("who", "owed", "not_due", "adds", "share", "done")


def statement_docx(
    household: Household,
    division: Division,
    as_of: date,
    w: Words,
    names: Mapping[str, str] | None = None,
    note: str = "",
    spending: Mapping[str, Decimal] = MappingProxyType({}),
) -> bytes:
    """One page as ``.docx``: what comes in, what must go out, what is left, who gets what; amounts in yuan.

    ``names`` say what a debt is called (its key where none is given); ``note`` is the line every export bears (law as
    of, version, made on; for an example that it is one) and stands at the foot of every page; ``spending`` is what of
    the needs goes where, as far as it was told. What was not given is a blank to fill in.
    """
    found, seen = names or {}, picture(household, as_of)
    paper = Document()
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.8)
    section.top_margin = section.bottom_margin = Cm(1.8)
    if note:
        write(section.footer.paragraphs[0], note, SMALL, bold=False, lang=w.lang)
    _line(paper, w("statement.title"), w, LARGE, bold=True)
    _line(paper, w("statement.open", on=as_of), w)
    _money(paper, money(household, division, w, spending), w)
    _line(paper, w("statement.debts", count=len(household.debts)), w, bold=True)
    _debts(paper, seen, division, w, found)
    for sentence in (*_told(division, seen, w, found), *_sued(household, as_of, w, found)):
        _line(paper, sentence, w)
    _line(paper, w("statement.reserve"), w)
    _line(paper, w("statement.sign"), w)
    saved = BytesIO()
    paper.save(saved)
    return saved.getvalue()


def statement_text(paper: bytes) -> str:
    """The words of a statement, line by line: to copy where a file is blocked."""
    held: list[str] = []
    for block in Document(BytesIO(paper)).iter_inner_content():
        if isinstance(block, Table):
            held += [" | ".join(box.text.strip() for box in row.cells) for row in block.rows]
        elif block.text.strip():
            held.append(block.text.strip())
    return "\n".join(held)


def first_month(division: Division) -> Month | None:
    """The first month in which anything is paid; None where none is."""
    return next((month for month in division.months if month.number and month.paid), None)


def money(household: Household, division: Division, w: Words, spending: Mapping[str, Decimal]) -> list[tuple[str, str]]:
    """What comes in, what must go out and in which parts, what is left and what of it goes to the debts, as lines."""
    rows: list[tuple[str, Decimal | None]] = [
        (w("statement.income"), household.income),
        (w("statement.needs"), household.needs),
        *((w("statement.part", name=w(f"fields.spending.{name}")), sum_) for name, sum_ in spending.items()),
        (w("statement.free"), household.free),
        (w("statement.monthly"), division.monthly),
        (w("statement.savings"), household.savings),
        *((w("statement.lump", on=lump.on), lump.amount) for lump in household.helps[:MOST_LUMPS]),
    ]
    later = household.helps[MOST_LUMPS:]
    if later:
        rows.append((w("statement.lumps", count=len(later)), sum((lump.amount for lump in later), ZERO)))
    return [(label, BLANK if amount is None else w.yuan(amount)) for label, amount in rows]


def _money(paper: Paper, lines: list[tuple[str, str]], w: Words) -> None:
    """What comes in and what must go out, line by line."""
    table = _table(paper, len(lines), (11.4, 5.9))
    for row, (label, amount) in zip(table.rows, lines, strict=True):
        left, right = row.cells
        _fill(left, label, w, Cm(11.4))
        _fill(right, amount, w, Cm(5.9), right=True)
    paper.add_paragraph().paragraph_format.space_after = Pt(0)


def _debts(paper: Paper, seen: Picture, division: Division, w: Words, names: Mapping[str, str]) -> None:
    """One row a debt, and their sums."""
    month, courses = first_month(division), {course.key: course for course in division.debts}
    shares: Mapping[str, Decimal] = month.paid if month else {}
    table = _table(paper, len(seen.debts) + 2, WIDTHS)
    for box, head, width in zip(table.rows[0].cells, HEADS, WIDTHS, strict=True):
        _fill(box, w(f"statement.head.{head}"), w, Cm(width), bold=True, right=head != "who")
    unknown, open_ = w("statement.unknown"), bool(seen.unknown)
    for debt, row in zip(seen.debts, [*table.rows][1:-1], strict=True):
        done = courses[debt.key].done_on
        texts = [
            called(names, debt.key),
            _sum(debt.owed, debt.adds is None, w),
            w.yuan(debt.not_due),
            unknown if debt.adds is None else w.yuan(debt.adds),
            w.yuan(shares.get(debt.key, ZERO)),
            _done(done, debt.key, division, w),
        ]
        _row(row.cells, texts, w)
    whole = [w("common.total"), _sum(seen.owed, open_, w), w.yuan(seen.not_due), _sum(seen.adds, open_, w)]
    whole.append(w.yuan(sum(shares.values(), ZERO)))
    ends = None if division.unrated else division.done_on
    _row(table.rows[-1].cells, [*whole, w.day(ends) if ends else ""], w, bold=True)
    paper.add_paragraph().paragraph_format.space_after = Pt(0)


def _sum(amount: Decimal, open_: bool, w: Words) -> str:
    """A sum of yuan; ``open_`` where a rate that is not known adds to it."""
    return w("common.at_least", amount=w.yuan(amount)) if open_ else w.yuan(amount)


def _done(day: date | None, key: str, division: Division, w: Words) -> str:
    """When a debt is paid off: unknown with its rate, and while another's is unknown not before its day."""
    if day is None:
        return w("statement.not_done")
    if key in division.unrated:
        return w("statement.unknown")
    return w("statement.not_before", day=day) if division.unrated else w.day(day)


def _told(division: Division, seen: Picture, w: Words, names: Mapping[str, str]) -> Iterator[str]:
    """How it is divided, where it leads, and what does not reach."""
    month = first_month(division)
    if month:
        yield w(f"statement.way.{division.way}", first=month.paid_on)
    listed = [called(names, course.key) for course in division.debts if course.offer]
    if listed:
        yield w("statement.offers", names=w.listed(listed))
    if division.way in (Way.DEAREST, Way.SMALLEST, Way.OWN):
        yield w("statement.order", names=w.listed(called(names, key) for key in division.order))
    if division.done_on and division.unrated:
        yield w("statement.no_end", names=w.listed(called(names, key) for key in division.unrated))
    elif division.done_on:
        sums = {"paid": w.yuan(division.paid), "charges": w.yuan(division.charges)}
        yield w("statement.finished", done=division.done_on, **sums)
    else:
        open_ = w.listed(called(names, key) for key in division.unfinished)
        yield w("statement.unfinished", months=sum(1 for row in division.months if row.number), names=open_)
    short = division.first_short
    if short is not None and short.kind == "income":
        yield w("statement.short", on=short.on, missing=w.yuan(short.missing))
    if seen.unknown:
        yield w("statement.no_rate", names=w.listed(called(names, key) for key in seen.unknown))


def _sued(household: Household, as_of: date, w: Words, names: Mapping[str, str]) -> Iterator[str]:
    """Which creditors have sued, and until when there is to be answered."""
    for debt in household.debts:
        day = answer_by(debt, as_of)
        if day is not None and debt.suit.complaint_on is not None:
            yield w("statement.answer", name=called(names, debt.key), on=debt.suit.complaint_on, day=day)


def _table(paper: Paper, rows: int, widths: tuple[float, ...]) -> Table:
    table: Table = paper.add_table(rows=rows, cols=len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    return table


def _line(paper: Paper, text: str, w: Words, size: float = PLAIN, bold: bool = False) -> None:
    line = paper.add_paragraph()
    line.paragraph_format.space_after = Pt(6)
    if size == LARGE:
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    write(line, text, size, bold=bold, lang=w.lang)


def _row(boxes: tuple[Box, ...], texts: list[str], w: Words, bold: bool = False) -> None:
    for at, (box, text, width) in enumerate(zip(boxes, texts, WIDTHS, strict=True)):
        _fill(box, text, w, Cm(width), bold=bold, right=at > 0)


def _fill(box: Box, text: str, w: Words, width: Cm, bold: bool = False, right: bool = False) -> None:
    box.width = width
    line = box.paragraphs[0]
    if right:
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    write(line, text, SMALL if right else PLAIN, bold=bold, lang=w.lang)
