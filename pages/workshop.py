"""A lesson for a room: the plan for who teaches, the question for who is taught."""

from overdue.ui import frame, workshop

frame.guard()
workshop.page()
