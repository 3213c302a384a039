"""How long the credit record shows it."""

from overdue.ui import credit, frame

frame.guard()
credit.page()
