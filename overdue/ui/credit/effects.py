"""What moves the five years and what does not: one matrix, and why."""

from overdue.tables import credit as tables
from overdue.ui import parts, state


def draw() -> None:
    """Draw the matrix, with the reasons behind a line."""
    w = state.reader()
    parts.table(tables.effects_matrix(w), w("credit.effects.title"))
    parts.folded(w("credit.effects.why"), "effects_why", lambda: parts.entries(tables.effects_table(w)))
