"""The way in to one's own figures."""

from overdue.ui import entry, frame

frame.guard()
entry.page()
