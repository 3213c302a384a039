"""A household on the highest reading of the rates nobody gave."""

from collections.abc import Mapping

from overdue.account import Account
from overdue.casefile.unknowns import extreme
from overdue.household import Debt, Household
from overdue.model import answering


@answering()
def dearest(household: Household, accounts: Mapping[int, Account]) -> Household | None:
    """The household with the highest reading of each debt whose rate is not known; None where all rates are."""
    if all(debt.rate_known for debt in household.debts):
        return None
    return household.model_copy(update={"debts": tuple(_high(debt, accounts) for debt in household.debts)})


def _high(debt: Debt, accounts: Mapping[int, Account]) -> Debt:
    if debt.rate_known:
        return debt
    loan = Account(extreme(accounts[int(debt.key)].case, "high")).loan
    return debt.model_copy(update={"loan": loan, "rate_known": True})
