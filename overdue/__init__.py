"""Overdue, explained: the arithmetic and the law of overdue consumer loans in mainland China."""

from overdue.accrual import Ledger, accrue, split_payment, trace
from overdue.law.lines import ceiling, lpr_1y
from overdue.model import (
    BY_INSTALMENT,
    JUDGMENT_ORDER,
    LEGAL_ORDER,
    PRINCIPAL_FIRST,
    Instalment,
    Lender,
    Loan,
    NotInForce,
    Order,
    OverdueError,
    Payment,
    Penalty,
)
from overdue.periods import add_period, overdue_days

__version__ = "0.1.0"

__all__ = [
    "BY_INSTALMENT", "JUDGMENT_ORDER", "LEGAL_ORDER", "PRINCIPAL_FIRST", "Instalment", "Ledger", "Lender", "Loan",
    "NotInForce", "Order", "OverdueError", "Payment", "Penalty", "accrue", "add_period", "ceiling", "lpr_1y",
    "overdue_days", "split_payment", "trace",
]  # fmt: skip
