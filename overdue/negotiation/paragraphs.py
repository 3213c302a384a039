"""The noun of a letter: its kind, who writes it, its paragraphs in both languages, and the note beside it."""

from dataclasses import dataclass
from enum import StrEnum

from overdue.model import Citation, Frozen
from overdue.negotiation.log import Line, Note
from overdue.words import Lang


class LetterKind(StrEnum):
    """The letters there are."""

    HARDSHIP = "hardship"
    BILL = "bill"
    COMPLAINT_LENDER = "complaint_lender"
    COMPLAINT_REGULATOR = "complaint_regulator"
    DISPUTE = "dispute"
    STATEMENT = "statement"
    STOP_OTHERS = "stop_others"


class Role(StrEnum):
    """What a paragraph is on the page."""

    NOTE = "note"
    FACE = "face"
    TITLE = "title"
    TO = "to"
    BODY = "body"
    RULES = "rules"
    SIGN = "sign"


class Writer(Frozen):
    """Who writes and to whom, typed at the moment of writing; an empty field becomes a blank line.

    ``reason`` is why payment stopped, ``facts`` what happened, ``wanted`` what is asked for.
    """

    name: Line = ""
    phone: Line = ""
    lender: Line = ""
    contract: Line = ""
    reason: Note = ""
    facts: Note = ""
    wanted: Note = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph in both languages; the Chinese one is the letter, the English one its reading copy."""

    role: Role
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter: its kind, its paragraphs and the rules it cites.

    ``note`` is for the writer, to be shown beside the letter and never in it; ``over`` says that it was
    written for a debt whose limitation period may be over.
    """

    kind: LetterKind
    paragraphs: tuple[Paragraph, ...]
    citations: tuple[Citation, ...]
    note: Paragraph
    over: bool = False

    def text(self, lang: Lang) -> str:
        """The letter as plain text for copying: English for ``Lang.EN``, else the Chinese original."""
        return "\n\n".join(p.en if lang is Lang.EN else p.zh for p in self.paragraphs)
