"""The figures of the case: the few that matter most first, the others behind a line."""

from overdue.ui import fields, parts, state


def draw() -> None:
    """Ask for the figures of the loan."""
    w = state.reader()
    if state.case().rows:
        fields.listed()
    fields.grid(
        (fields.number, "principal", 100.0),
        (fields.number, "missed"),
        (fields.number, "rate", 1.0),
        (fields.day, "due_on"),
    )
    fields.later()
    fields.to_come()
    parts.folded(w("penalty.section.basic"), "basic", _basic)
    parts.folded(w("penalty.section.paid"), "payments", _paid)
    parts.folded(w("penalty.section.terms"), "terms", _terms)


def _paid() -> None:
    fields.payments()
    fields.choice("order")


def _basic() -> None:
    fields.grid(
        (fields.choice, "lender"),
        (fields.day, "contract_on"),
        (fields.number, "interest", 10.0),
        (fields.number, "remaining", 100.0),
        (fields.number, "uplift", 10.0),
        (fields.number, "fee", 1.0),
        (fields.number, "daily_rate", 0.01, 4),
        (fields.day, "as_of"),
    )
    fields.look_at_today()


def _terms() -> None:
    """What contracts add: bases, compounding, fixed damages, grace, and events of the whole loan."""
    rest = [(fields.choice, "rest", ("monthly", "quarterly"))] if state.case().compound == "all" else []
    fields.grid(
        (fields.choice, "day_basis"),
        (fields.choice, "base"),
        (fields.choice, "compound"),
        *rest,
        (fields.number, "late_fee", 10.0),
        (fields.number, "grace"),
        (fields.day, "accelerated_on"),
        (fields.day, "compensated_on"),
    )
