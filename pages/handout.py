"""A case on paper: the sheet, the worksheet and its answers."""

from overdue.ui import frame, handout

frame.guard()
handout.page()
