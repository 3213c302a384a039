"""What happens when, and what to do."""

from overdue.ui import frame, timeline

frame.guard()
timeline.page()
