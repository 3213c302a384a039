"""How a missed amount grows: accrual day by day, and the order in which payments are applied."""

from overdue.accrual.cost import Cash, TrueCost, YearlyCost, true_cost, yearly_cost
from overdue.accrual.ledger import COMPONENTS, Ledger, accrue, ledgers
from overdue.accrual.outlook import Outlook, next_month
from overdue.accrual.plan import penalty_rate
from overdue.accrual.points import Point, trace
from overdue.accrual.split import split_payment
from overdue.accrual.sweep import GivenUp
