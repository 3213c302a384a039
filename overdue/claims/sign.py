"""The acts the red-flag reader knows, as the file of signs holds them."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from overdue.claims.voice import Voices
from overdue.law import LAW
from overdue.model import Citation, Frozen, Text


class Origin(StrEnum):
    """Where a sign comes from: the notice, another rule on the shelf, the articles, or plain caution."""

    NOTICE = "notice"
    SHELF = "shelf"
    SEEN = "seen"
    CAUTION = "caution"


class Question(StrEnum):
    """The questions that stand for every text."""

    PAYS = "pays"
    PROMISED = "promised"
    HAND_OVER = "hand_over"
    WHO = "who"
    WHERE = "where"


class Sign(Frozen):
    """An act: what it is, why it matters, what to do, which question it answers, and how it is recognised."""

    id: str
    asks: Question
    origin: Origin
    title: Text
    why: Text
    do_now: Text
    rules: tuple[str, ...] = ()
    posed: bool = False
    lines: Annotated[tuple[str, ...], Field(min_length=1)]
    hints: tuple[str, ...] = ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The rules behind the sign; empty where it is a caution only."""
        return LAW.cites(self.rules)


class Signs(Frozen):
    """The file of signs: in the order shown, an example, and the lines by which a speaker is known."""

    example: Text
    voices: Voices
    signs: tuple[Sign, ...]
