"""Claim against rule."""

from overdue.ui import claims, frame

frame.guard()
claims.page()
