"""The call log: what was said and promised, when and by whom. It lives with the person, in their own file."""

from collections.abc import Iterable
from datetime import time
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from overdue.model import Day, Frozen, OverdueError
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


def _by_the_clock(at: time) -> time:
    """The hour where it was; one with an offset is of another place and cannot be set beside it."""
    if at.tzinfo is not None:
        raise ValueError("an hour without an offset")
    return at


Hour = Annotated[time, AfterValidator(_by_the_clock)]


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
    at: Hour | None = None
    channel: Channel = Channel.CALL
    incoming: bool = True
    who: Line = ""
    for_whom: Line = ""
    said: Note = ""
    promised: Note = ""
    evidence: Line = ""

    @property
    def tells(self) -> bool:
        """Whether there is more in it than a day and a channel."""
        return self.at is not None or any((self.who, self.for_whom, self.said, self.promised, self.evidence))


def telling(log: Iterable[LogEntry]) -> tuple[LogEntry, ...]:
    """A log without entries that say nothing, each entry once."""
    return tuple(dict.fromkeys(entry for entry in log if entry.tells))


def added(log: tuple[LogEntry, ...], entry: LogEntry) -> tuple[LogEntry, ...]:
    """The log with one more entry. Raises ``OverdueError`` for one that says nothing or stands there already.

    >>> len(added((), LogEntry.model_validate_json('{"on": "2026-06-01", "who": "A"}')))
    1
    """
    if not entry.tells:
        raise OverdueError("log.empty")
    if entry in log:
        raise OverdueError("log.doubled")
    return (*log, entry)
