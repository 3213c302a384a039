"""In court: three clocks."""

from overdue.ui import court, frame

frame.guard()
court.page()
