"""What every page is built of: its answer, pictures, questions, working, rules, files to take along, doors."""

from overdue.ui.parts.basis import cite, cited, maths
from overdue.ui.parts.drawn import Rows, entries, figure, look, table
from overdue.ui.parts.files import calendar, csv, download, save, stamp, twin
from overdue.ui.parts.page import (
    DOOR,
    Draw,
    answer,
    ask_first,
    bring,
    door,
    facts,
    folded,
    headline,
    linked,
    onward,
    opening,
    question,
    questions,
    room,
)
