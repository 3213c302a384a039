"""The way in."""

from overdue.ui import frame, home

frame.guard()
home.page()
