"""The case as an address and as a file, both ways."""

from overdue.casefile.address import (
    Note,
    begun,
    brief,
    carried,
    consistent,
    fits,
    fresh,
    read,
    stories,
    too_long,
    write,
)
from overdue.casefile.case import Case
from overdue.casefile.fields import Value, check, shown, written
from overdue.casefile.file import CaseFile, dump, load
from overdue.casefile.keys import FIELDS, STORIES, UNKNOWN
