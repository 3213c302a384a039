"""How this was made and how far to trust it."""

from overdue.ui import frame, trust

frame.guard()
trust.page()
