"""What to say, sign, write and keep."""

from overdue.ui import frame, negotiate

frame.guard()
negotiate.page()
