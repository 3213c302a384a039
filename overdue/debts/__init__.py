"""All debts of one person and the one budget they share."""

from overdue.debts.together import Debts

__all__ = ["Debts"]
