"""All debts of one person on one budget."""

from overdue.ui import debts, frame

frame.guard()
debts.page()
