"""How what is owed grows."""

from overdue.ui import frame, penalty

frame.guard()
penalty.page()
