"""Pay at once or in instalments: offers settled, compared, broken, and held against a budget."""

from overdue.accrual import Cash, YearlyCost
from overdue.proposal.breakeven import (
    BreakEven,
    EqualRate,
    break_even,
    break_even_curve,
    equal_plan_rate,
    equal_worth_rate,
    rate_for,
)
from overdue.proposal.broken import Broken
from overdue.proposal.budget import Affordability, Budget, Month, afford, burden
from overdue.proposal.comparison import Comparison, Difference, Gap, beside, compare, gap
from overdue.proposal.debt import Debt
from overdue.proposal.fit import Fit, months_for, payment_for
from overdue.proposal.offers import InstalmentPlan, LumpSum, Offer, Wait
from overdue.proposal.settlement import Settlement, settle
from overdue.proposal.terms import Reading, Waiver

__all__ = [
    "Affordability",
    "BreakEven",
    "Broken",
    "Budget",
    "Cash",
    "Comparison",
    "Debt",
    "Difference",
    "EqualRate",
    "Fit",
    "Gap",
    "InstalmentPlan",
    "LumpSum",
    "Month",
    "Offer",
    "Reading",
    "Settlement",
    "Wait",
    "Waiver",
    "YearlyCost",
    "afford",
    "beside",
    "break_even",
    "break_even_curve",
    "burden",
    "compare",
    "equal_plan_rate",
    "equal_worth_rate",
    "gap",
    "months_for",
    "payment_for",
    "rate_for",
    "settle",
]
