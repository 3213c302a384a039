"""What a contract plans: its penalty rate, what falls due by a day, what was called in, what is still to come."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from overdue.law import LAW
from overdue.model import ZERO, Instalment, Lender, Loan, OverdueError, fen
from overdue.periods import YEAR, add_period

MOST_RESTS = 3_000
REST_MONTHS = {"monthly": 1, "quarterly": 3}
NO_UPLIFT = (Lender.CREDIT_CARD, Lender.PRIVATE)


def penalty_rate(loan: Loan) -> Decimal:
    """The penalty rate a year, a ratio; what it comes to beside a reference line is decided in yuan (``over_line``).

    Without an uplift the lender's usual one is assumed: the top of PEN-1 on the contract day, none
    for cards and private loans. A daily rate is 365 times itself, whatever the day basis: it has none.
    """
    terms = loan.penalty
    if terms.daily_rate is not None:
        return terms.daily_rate * YEAR
    uplift = terms.uplift
    if uplift is None:
        uplift = ZERO if loan.lender in NO_UPLIFT else LAW.value("PEN-1", "uplift_max", loan.contract_on)
    return loan.annual_rate * (1 + uplift)


def rate_on_basis(loan: Loan) -> Decimal:
    """The penalty rate as it is divided by the loan's day basis: a daily rate times that basis."""
    daily = loan.penalty.daily_rate
    return penalty_rate(loan) if daily is None else daily * loan.penalty.day_basis


def called_in(loan: Loan, until: date) -> Instalment | None:
    """The principal called in by ``until`` as one sum due that day, with the interest earned since the last due day."""
    day = loan.accelerated_on
    if day is None or day > until:
        return None
    principal = sum((i.principal for i in loan.instalments if i.due_on > day), ZERO)
    since = max((i.due_on for i in loan.instalments if i.due_on <= day), default=loan.contract_on)
    interest = principal * loan.annual_rate * (day - since).days / loan.penalty.day_basis
    return Instalment(due_on=day, principal=principal, interest=fen(interest)) if principal else None


def planned(loan: Loan, until: date) -> tuple[list[Instalment], list[Instalment]]:
    """The contract's instalments fallen due by ``until`` and those to come, oldest first; none comes once called in."""
    plan = sorted(loan.instalments, key=lambda i: i.due_on)
    called = loan.accelerated_on
    if called is not None and called <= until:
        return [i for i in plan if i.due_on <= called], []
    return [i for i in plan if i.due_on <= until], [i for i in plan if i.due_on > until]


def still_to_come(loan: Loan, on: date) -> list[tuple[date, Decimal]]:
    """What the contract asks for after a day, in yuan on its due days: the instalments, or those before everything is
    called in and what is called in then.
    """
    called = loan.accelerated_on
    if called is None or called <= on:
        later = planned(loan, on)[1]
    else:
        rest = called_in(loan, called)
        later = [i for i in planned(loan, called)[0] if i.due_on > on] + ([rest] if rest else [])
    return [(i.due_on, fen(i.principal) + fen(i.interest) + fen(i.fee)) for i in later]


def bound_rests(loan: Loan, due: Iterable[date], until: date) -> None:
    """Refuse more rests up to ``until`` than can be worked out while somebody waits."""
    step = REST_MONTHS.get(loan.penalty.rest)
    if step:
        months = (12 * (until.year - day.year) + until.month - day.month for day in due)
        found = sum(n // step for n in months)
        if found > MOST_RESTS:
            raise OverdueError("work.rests", given=found, most=MOST_RESTS)


def rests(loan: Loan, due_on: date, until: date) -> Iterator[date]:
    """The days up to ``until`` at which penalty on what fell due on a day begins to bear compound interest."""
    step = REST_MONTHS.get(loan.penalty.rest)
    months = step
    while step and months and (day := add_period(due_on, months=months)) <= until:
        yield day
        months += step
