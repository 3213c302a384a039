"""The call log as an editable frame, and back: each row is checked alone, so one bad row loses no other."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from pydantic import ValidationError

from overdue.negotiation import Channel, LogEntry
from overdue.tables import Frame, framed

COLUMNS = ("on", "at", "channel", "incoming", "who", "for_whom", "said", "promised", "evidence")
TEXTS = ("who", "for_whom", "said", "promised", "evidence")
CLOCK = re.compile(r"([01]?\d|2[0-3])[:\uff1a]([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row cannot be read (``day``, ``time``, ``text``); for a text its column, its length and the most."""

    row: int
    why: str
    column: str = "on"
    given: int = 0
    most: int = 0


def log_frame(entries: Iterable[LogEntry], unread: Iterable[Mapping[str, object]] = ()) -> Frame:
    """The entries, and after them rows not read yet, as a frame whose columns keep their kind even without a row."""
    from pandas import to_datetime

    rows: list[Mapping[str, object]] = [
        {
            "on": entry.on,
            "at": entry.at.strftime("%H:%M") if entry.at else "",
            "channel": str(entry.channel),
            "incoming": entry.incoming,
            **{name: getattr(entry, name) for name in TEXTS},
        }
        for entry in entries
    ]
    frame = framed([dict(row) for row in (*rows, *unread)], columns=list(COLUMNS))
    frame["on"] = to_datetime(frame["on"])
    frame["incoming"] = frame["incoming"].astype("boolean")
    texts = ["at", "channel", *TEXTS]
    frame[texts] = frame[texts].astype("string")
    return frame


def log_entries(frame: Frame) -> tuple[tuple[LogEntry, ...], tuple[Fault, ...]]:
    """What an edited frame says: the entries that can be read, and for each other row what is wrong.

    The words are ``negotiate.log.bad_<why>``; a row without anything is none.
    """
    from pandas import isna

    found: list[LogEntry] = []
    bad: list[Fault] = []
    for number, row in enumerate(frame.to_dict("records"), 1):
        held = {str(name): None if isna(value) else value for name, value in row.items()}
        if not any(held[name] for name in ("on", "at", *TEXTS)):
            continue
        try:
            found.append(_entry(held))
        except ValidationError as error:
            first = error.errors()[0]
            bad.append(Fault(number, "text", str(first["loc"][0]), len(first["input"]), first["ctx"]["max_length"]))
        except _Bad as error:
            bad.append(Fault(number, str(error)))
    return tuple(found), tuple(bad)


class _Bad(Exception):
    """A row that cannot be read; its text is the reason."""


def _entry(row: dict[str, object]) -> LogEntry:
    return LogEntry(
        on=_day(row["on"]),
        at=_clock(row["at"]),
        channel=Channel(str(row["channel"])) if row["channel"] else Channel.CALL,
        incoming=row["incoming"] is None or bool(row["incoming"]),
        **{name: str(row[name] or "") for name in TEXTS},
    )


def _day(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    raise _Bad("day")


def _clock(value: object) -> time | None:
    if not value:
        return None
    read = CLOCK.fullmatch(str(value).strip())
    if read is None:
        raise _Bad("time")
    return time(int(read[1]), int(read[2]))
