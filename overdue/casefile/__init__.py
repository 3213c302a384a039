"""The case as an address and as a file, both ways."""

from overdue.casefile.address import Note, consistent, defaults, read, stories, too_long, write
from overdue.casefile.case import Case
from overdue.casefile.fields import FIELDS, STORIES, UNKNOWN, Value, check, shown, written
from overdue.casefile.file import CaseFile, dump, load

__all__ = [
    "FIELDS",
    "STORIES",
    "UNKNOWN",
    "Case",
    "CaseFile",
    "Note",
    "Value",
    "check",
    "consistent",
    "defaults",
    "dump",
    "load",
    "read",
    "shown",
    "stories",
    "too_long",
    "write",
    "written",
]
