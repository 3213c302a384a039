"""A rate that is shown by the day, as many apps do."""

from decimal import Decimal

from overdue.casefile.case import Case


def a_year(case: Case, daily: Decimal) -> Decimal:
    """The yearly rate of a loan whose rate is shown by the day, both in percent: times the days of its year, 360 where
    that is not known.

    >>> from datetime import date
    >>> from overdue.casefile import fresh
    >>> from overdue.words import Lang
    >>> a_year(fresh(date(2026, 6, 30), Lang.ZH), Decimal("0.05"))
    Decimal('18.00')
    """
    return daily * int(case.day_basis or 360)
