"""Check the bill."""

from overdue.ui import bill, frame

frame.guard()
bill.page()
