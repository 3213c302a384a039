"""The call log: what was said and promised, when and by whom. It lives with the person, in their own file."""

from __future__ import annotations

from datetime import time
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from overdue.model import Day, Frozen
from overdue.words import seen

SHORT, LONG = 200, 2000  # characters


def printable(text: str) -> str:
    """A typed text without what no document can hold or no reader can see, and without outer blanks.

    >>> printable(" a\\x00b ")
    'ab'
    """
    return seen(text).strip()


Line = Annotated[str, Field(max_length=SHORT), AfterValidator(printable)]
Note = Annotated[str, Field(max_length=LONG), AfterValidator(printable)]


class Channel(StrEnum):
    """How contact was made."""

    CALL = "call"
    MESSAGE = "message"
    APP = "app"
    LETTER = "letter"
    VISIT = "visit"
    OTHER = "other"


class LogEntry(Frozen):
    """One contact: day and hour, channel, whether it came from them, who for whom, said, promised, kept.

    Texts are the person's own; they are in no address and leave the device only in the person's file.
    """

    on: Day
    at: time | None = None
    channel: Channel = Channel.CALL
    incoming: bool = True
    who: Line = ""
    for_whom: Line = ""
    said: Note = ""
    promised: Note = ""
    evidence: Line = ""
