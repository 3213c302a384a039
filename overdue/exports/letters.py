"""A letter as a Word document: Chinese, on one upright page, as it is sent."""

from io import BytesIO

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as Line

from overdue.negotiation import Letter, Role
from overdue.words import Lang, Words

LATIN = "Times New Roman"
HAN = "SimSun"
SIZES = {Role.TITLE: 16.0, Role.RULES: 10.5}
PLAIN = 12.0


def letter_file(letter: Letter) -> bytes:
    """The letter as ``.docx``: what the recipient reads and nothing else, no note, no stamp, no second language.

    Fonts are named for Latin and for Chinese, so that Word and LibreOffice both show the characters.
    """
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2)
    for paragraph in letter.paragraphs:
        line = document.add_paragraph()
        line.paragraph_format.space_after = Pt(6)
        if paragraph.role is Role.TITLE:
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        write(line, paragraph.zh, SIZES.get(paragraph.role, PLAIN), bold=paragraph.role is Role.TITLE)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def file_name(letter: Letter, w: Words) -> str:
    """A file name in the reader's script, without any name or number.

    >>> from datetime import date
    >>> from overdue.negotiation import LetterKind, Writer, letter
    >>> from overdue.words import Lang, words
    >>> file_name(letter(LetterKind.BILL, Writer(), date(2026, 6, 30)), words(Lang.EN))
    'Request for a written bill.docx'
    """
    return w(f"letters.{letter.kind}.label") + ".docx"


def write(line: Line, text: str, size: float, bold: bool, lang: Lang = Lang.ZH) -> None:
    """Write a text with its own line breaks into a paragraph, in both fonts, marked as of its language."""
    run = line.add_run(text)
    run.font.name, run.font.size, run.font.bold = LATIN, Pt(size), bold
    properties = run._element.get_or_add_rPr()  # noqa: SLF001  python-docx has no other way to an East Asian font
    properties.get_or_add_rFonts().set(qn("w:eastAsia"), HAN)
    language = OxmlElement("w:lang")
    language.set(qn("w:eastAsia"), Lang.ZH.html if lang is Lang.EN else lang.html)
    properties.append(language)
