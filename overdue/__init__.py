"""Overdue, explained: the arithmetic and the law of overdue consumer loans in mainland China."""

from overdue.accrual import Ledger, accrue, split_payment, trace
from overdue.bill import Bill, BillCheck, check_bill
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
from overdue.proposal import (
    Budget,
    Comparison,
    InstalmentPlan,
    LumpSum,
    Settlement,
    Wait,
    Waiver,
    afford,
    break_even,
    compare,
    settle,
)

__version__ = "0.1.0"

__all__ = [
    "BY_INSTALMENT",
    "JUDGMENT_ORDER",
    "LEGAL_ORDER",
    "PRINCIPAL_FIRST",
    "Bill",
    "BillCheck",
    "Budget",
    "Comparison",
    "Instalment",
    "InstalmentPlan",
    "Ledger",
    "Lender",
    "Loan",
    "LumpSum",
    "NotInForce",
    "Order",
    "OverdueError",
    "Payment",
    "Penalty",
    "Settlement",
    "Wait",
    "Waiver",
    "accrue",
    "add_period",
    "afford",
    "break_even",
    "ceiling",
    "check_bill",
    "compare",
    "lpr_1y",
    "overdue_days",
    "settle",
    "split_payment",
    "trace",
]
