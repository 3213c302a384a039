"""The rules and where they come from."""

from overdue.ui import frame, sources

frame.guard()
sources.page()
