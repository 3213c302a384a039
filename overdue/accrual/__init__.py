"""How a missed amount grows: accrual day by day, and the order in which payments are applied."""

from overdue.accrual.cost import Cash, TrueCost, YearlyCost, true_cost, yearly_cost
from overdue.accrual.ledger import Ledger, Owed, Point, accrue, trace
from overdue.accrual.outlook import Outlook, next_month
from overdue.accrual.part import Segment
from overdue.accrual.split import Split, split_payment
from overdue.accrual.sweep import GivenUp, penalty_rate

__all__ = [
    "Cash",
    "GivenUp",
    "Ledger",
    "Outlook",
    "Owed",
    "Point",
    "Segment",
    "Split",
    "TrueCost",
    "YearlyCost",
    "accrue",
    "next_month",
    "penalty_rate",
    "split_payment",
    "trace",
    "true_cost",
    "yearly_cost",
]
