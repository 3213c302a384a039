"""Pay at once or in instalments: offers settled, compared, broken, and held against a budget."""

from overdue.accrual import Cash
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
from overdue.proposal.budget import Affordability, Asked, Budget, Month, afford, asked, burden
from overdue.proposal.comparison import Comparison, beside, compare, gap
from overdue.proposal.fit import Fit, months_for, payment_for
from overdue.proposal.offers import InstalmentPlan, LumpSum, Offer, Wait
from overdue.proposal.settlement import Settlement, settle
from overdue.proposal.terms import Waiver
