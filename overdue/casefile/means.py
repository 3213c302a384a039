"""What a month of a case leaves for its debts."""

from collections.abc import Iterable
from decimal import Decimal

from overdue.casefile.case import Case
from overdue.model import ZERO
from overdue.proposal import Budget


def budget(case: Case, others: Iterable[Decimal]) -> Budget | None:
    """The budget, in yuan a month: income and needs, else the one sum a month leaves; None without either. Other
    debts take what was entered, else ``others``, what each of them asks for.

    >>> from datetime import date
    >>> from overdue.words import Lang
    >>> budget(Case(lang=Lang.ZH, as_of=date(2026, 6, 30), monthly=Decimal(900)), [Decimal(200)]).free
    Decimal('700')
    """
    income, needs = (case.monthly, ZERO) if case.income is None or case.needs is None else (case.income, case.needs)
    if income is None:
        return None
    other = sum(others, ZERO) if case.other_debt is None else case.other_debt
    return Budget(income=income, needs=needs, other_debt=other, savings=case.savings or ZERO)
