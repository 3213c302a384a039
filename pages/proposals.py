"""Pay at once, in instalments, or wait."""

from overdue.ui import frame, proposals

frame.guard()
proposals.page()
