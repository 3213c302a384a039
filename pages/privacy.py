"""What is kept and what travels."""

from overdue.ui import frame, privacy

frame.guard()
privacy.page()
