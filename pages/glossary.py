"""The terms of the field."""

from overdue.ui import frame, glossary

frame.guard()
glossary.page()
