"""A letter as a Word document: the Chinese original on the left, the English reading copy on the right."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell

from overdue.negotiation import Letter, Role
from overdue.words import Lang, Words, words

LATIN = "Times New Roman"
HAN = "SimSun"
SIZES = {Role.TITLE: 14.0, Role.RULES: 9.5}
PLAIN = 11.0


def letter_file(letter: Letter, note: str) -> bytes:
    """The letter as ``.docx``, one table row a paragraph; ``note`` is the line every export bears.

    Fonts are named for Latin and for Chinese, so that Word and LibreOffice both show the characters.
    """
    document = Document()
    _page(document)
    head = document.add_table(rows=1, cols=2)
    for cell, lang, key in zip(head.rows[0].cells, (Lang.ZH, Lang.EN), ("original", "copy"), strict=True):
        _write(cell, words(lang)(f"letters.{key}"), 9.0, bold=True)
    table = document.add_table(rows=0, cols=2)
    for paragraph in letter.paragraphs:
        row = table.add_row()
        for cell, text in zip(row.cells, (paragraph.zh, paragraph.en), strict=True):
            _write(cell, text, SIZES.get(paragraph.role, PLAIN), bold=paragraph.role is Role.TITLE)
    _run(document.add_paragraph(), note, 8.0, bold=False)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def letter_text(letter: Letter, lang: Lang, note: str) -> str:
    """The letter as plain text for copying, the line every export bears below; the original is Chinese for all."""
    return f"{letter.text(lang)}\n\n{note}\n"


def file_name(letter: Letter, w: Words) -> str:
    """A file name in the reader's script, without any name or number.

    >>> from datetime import date
    >>> from overdue.negotiation import Kind, Writer, letter
    >>> file_name(letter(Kind.BILL, Writer(), date(2026, 6, 30)), words(Lang.EN))
    'Request for a written bill.docx'
    """
    return w(f"letters.{letter.kind}.label") + ".docx"


def _page(document: DocumentObject) -> None:
    """A4 on its side, so that both languages have room."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)


def _write(cell: _Cell, text: str, size: float, bold: bool) -> None:
    first, *others = text.split("\n")
    _run(cell.paragraphs[0], first, size, bold)
    for line in others:
        _run(cell.add_paragraph(), line, size, bold)


def _run(paragraph: object, text: str, size: float, bold: bool) -> None:
    run = paragraph.add_run(text)  # type: ignore[attr-defined]
    run.font.name, run.font.size, run.font.bold = LATIN, Pt(size), bold
    properties = run._element.get_or_add_rPr()
    properties.get_or_add_rFonts().set(qn("w:eastAsia"), HAN)
    language = OxmlElement("w:lang")
    language.set(qn("w:eastAsia"), Lang.ZH.html)
    properties.append(language)
