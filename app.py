"""The door: one frame around every page."""

from overdue.ui import frame

frame.run()
