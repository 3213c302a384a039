"""The whole case as one file on the person's own device, both ways: figures and call log, versioned.

The figures are written as an address writes them, the monthly budget included. Version 1 had no log.
"""

import json
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, ValidationError

from overdue.casefile.address import read, write
from overdue.casefile.case import Case
from overdue.casefile.fields import shown
from overdue.casefile.keys import FIELDS, FIRST_DAY, LAST_DAY
from overdue.model import Frozen, OverdueError, Text
from overdue.negotiation import LogEntry, telling
from overdue.words import pairs

APP = "overdue-explained"
VERSION = 2
LARGEST = 2_000_000  # bytes
MOST_ENTRIES = 1000
FARTHEST = 1000  # a version beyond is no version


@dataclass(frozen=True, slots=True)
class CaseFile:
    """What a file holds: the case and the call log."""

    case: Case
    log: tuple[LogEntry, ...] = ()


class _Written(Frozen):
    app: Literal["overdue-explained"]
    version: Literal[1, 2]
    case: dict[str, str]
    log: Annotated[tuple[LogEntry, ...], Field(max_length=MOST_ENTRIES)] = ()


_ENTRIES = TypeAdapter(tuple[LogEntry, ...])


def dump(held: CaseFile) -> str:
    """The text of a case file.

    >>> case, _ = read({"story": "job"}, date(2026, 11, 22))
    >>> load(dump(CaseFile(case)).encode(), date(2030, 1, 1)).case == case
    True
    """
    entries = _ENTRIES.dump_python(held.log, mode="json")
    content = {"app": APP, "version": VERSION, "case": write(held.case), "log": entries}
    return json.dumps(content, ensure_ascii=False, indent=1)


def load(data: bytes, today: date) -> CaseFile:
    """Read a case file of this or an older version.

    Raises ``OverdueError`` that says what is wrong and what to do: too large, not a case file, of a
    newer version, or holding something that cannot be. Then nothing has changed.
    """
    if len(data) > LARGEST:
        raise OverdueError("file.too_large", size=len(data), most=LARGEST)
    try:
        content = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:  # not UTF-8, not JSON, or a number of thousands of digits
        raise OverdueError("file.not_json") from error
    if not isinstance(content, dict) or content.get("app") != APP:
        raise OverdueError("file.foreign")
    version = content.get("version")
    if type(version) is not int:  # true is no version, nor is 2.0
        raise OverdueError("file.broken", place=_place("version"))
    if VERSION < version < FARTHEST:
        raise OverdueError("file.newer", version=version, known=VERSION)
    given = content.get("case")
    if isinstance(given, dict) and (unknown := given.keys() - FIELDS.keys()):  # however many: none of them is read
        raise OverdueError("file.broken", place=_place(min(unknown)))
    try:
        written = _Written.model_validate_json(json.dumps(content))
    except ValidationError as error:
        first = error.errors()[0]
        raise OverdueError("file.broken", place=_place(*first["loc"])) from error
    case, notes = read(written.case, today)
    if notes:
        raise OverdueError("file.broken", place=_place(notes[0].name))
    if not all(FIRST_DAY <= entry.on <= LAST_DAY for entry in written.log):
        raise OverdueError("file.broken", place=_place("on"))
    return CaseFile(case=case, log=telling(written.log))


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object whose every name stands there once; which of two was meant nobody knows."""
    held = dict(pairs)
    if len(held) < len(pairs):
        names = [name for name, _ in pairs]
        raise OverdueError("file.twice", place=_place(next(name for name in held if names.count(name) > 1)))
    return held


def _place(*path: str | int) -> Text | str:
    """A place in a file by the label the reader knows it under; one without a label as it stands there."""
    name = next((step for step in reversed(path) if isinstance(step, str)), APP)
    known = (f"fields.{name}.label", f"negotiate.log.{name}", f"negotiate.{name}.title")
    return next((pairs()[key] for key in known if key in pairs()), shown(" ".join(map(str, path))))
