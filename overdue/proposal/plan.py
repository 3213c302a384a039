"""The payments of a plan."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Literal

from overdue.model import ZERO, exact, fen
from overdue.periods import add_period
from overdue.rates import (
    Row,
    Schedule,
    flat_fee_plan,
    level_payment,
    level_principal,
)

NOTHING = fen(ZERO)
Method = Literal["level_payment", "level_principal", "flat_fee"]


def one_payment(on: date, amount: Decimal) -> Schedule:
    """The schedule of a single sum."""
    rows = (Row(1, on, amount, amount, NOTHING, NOTHING, NOTHING),) if amount else ()
    return Schedule(amount, rows, amount, NOTHING, NOTHING)


@exact
def plan_payments(
    balance: Decimal, rate: Decimal, months: int, method: Method, first_on: date, agreed_on: date
) -> Schedule:
    """The rows of a plan on what is left after waiver and down payment, in yuan; ``rate`` is a yearly ratio.

    A period bears a twelfth of the yearly rate; the first one, where it is not one month, actual days / 365.
    A flat fee is the same every month, however long the first period is.
    """
    if not balance:
        return Schedule(NOTHING, (), NOTHING, NOTHING, NOTHING)
    if method == "flat_fee":
        return flat_fee_plan(balance, months, rate, first_due_on=first_on, fee_months=12)
    make = level_payment if method == "level_payment" else level_principal
    odd = None if first_on == add_period(agreed_on, months=1) else (first_on - agreed_on).days
    return make(balance, rate, months, first_due_on=first_on, first_days=odd)


@exact
def levelled(plan: Schedule) -> Schedule:
    """The same plan with a last payment as large as the first: what that adds is interest."""
    if not plan.rows:
        return plan
    *rows, last = plan.rows
    more = plan.rows[0].payment - last.payment
    if last.interest + more < 0:
        return plan
    rows.append(replace(last, payment=last.payment + more, interest=last.interest + more))
    return replace(plan, rows=tuple(rows), total_paid=plan.total_paid + more, total_interest=plan.total_interest + more)
