"""Credit cards: revolving interest on a statement, and damages on an unpaid minimum payment."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from pydantic import validate_call

from overdue.law import LAW
from overdue.model import ZERO, Day, Payment, Ratio, Yuan, exact, fen
from overdue.periods import days_after, overdue_days
from overdue.rates import Segment, Segments


class CardDays(StrEnum):
    """How an issuer counts the day of a repayment and the day of the statement; the contract says which.

    REPAID_AND_STATEMENT: a repayment lowers the balance on its own day, and the statement day bears
    interest. REPAID: a repayment lowers the balance on its own day, the statement day bears none.
    FULL: the day of a repayment still bears interest on the balance before it, the statement day none.
    The posting day always bears interest.
    """

    REPAID_AND_STATEMENT = "repaid_and_statement"
    REPAID = "repaid"
    FULL = "full"


@validate_call
@exact
def card_interest(
    postings: Sequence[tuple[Day, Yuan]],
    payments: Sequence[Payment | tuple[Day, Yuan]],
    statement_on: Day,
    daily_rate: Ratio,
    convention: CardDays = CardDays.REPAID_AND_STATEMENT,
) -> Segments:
    """Revolving interest shown on a statement, from the day each purchase was posted.

    For a holder who did not pay the whole earlier bill by its due day; who did owes none, and this is
    not asked. ``postings`` are pairs of posting day and yuan, ``payments`` are ``Payment`` or such
    pairs, both in any order; what lies after the days counted is ignored, and a balance in the
    holder's favour bears nothing. ``daily_rate`` is a ratio a day (0.0005 is 0.05 %), ``convention``
    the counting of days (``CardDays``). Rows of an unchanged balance have ``start``, ``end``, ``days``,
    ``base``, ``rate`` (a day) and ``amount``, each rounded half up before ``total`` adds them up.
    Rules: PEN-6 (since 2021 the issuer sets the rate), PEN-5 (damages and fees bear no interest: do
    not post them). Source of the conventions: issuers' worked examples, see the published cases.

    >>> days = date(2026, 3, 25), date(2026, 5, 5), date(2026, 5, 15)
    >>> interest = card_interest([(days[0], "3000")], [(days[1], "150")], days[2], "0.0005")
    >>> [row.days for row in interest], interest.total
    ([41, 11], Decimal('77.18'))
    """
    later = 1 if convention is CardDays.FULL else 0
    last = statement_on if convention is CardDays.REPAID_AND_STATEMENT else days_after(statement_on, -1)
    changes: dict[date, Decimal] = {}
    for day, amount in postings:
        changes[day] = changes.get(day, ZERO) + amount
    for paid_on, amount in (_pair(payment) for payment in payments):
        day = days_after(paid_on, later)
        changes[day] = changes.get(day, ZERO) - amount
    days = sorted(day for day, change in changes.items() if change and day <= last)
    balance, rows = ZERO, []
    for day, following in pairwise([*days, days_after(last, 1)]):
        balance += changes[day]
        if balance > 0:
            interest = fen(balance * daily_rate * overdue_days(day, following))
            rows.append(Segment(day, days_after(following, -1), balance, daily_rate, interest))
    return Segments(tuple(rows), LAW.cites(("PEN-6", "PEN-5")))


def _pair(payment: Payment | tuple[date, Decimal]) -> tuple[date, Decimal]:
    """A payment as day and yuan."""
    return (payment.paid_on, payment.amount) if isinstance(payment, Payment) else payment


@validate_call
@exact
def card_damages(minimum: Yuan, paid: Yuan, rate: Ratio = Decimal("0.05"), floor: Yuan = ZERO) -> Decimal:
    """Damages on the part of a minimum payment not paid by its due day, in yuan.

    ``rate`` is a ratio of the unpaid part and ``floor`` the least the issuer charges, both by the
    contract: 5 % and no floor are a common practice, no rule of law. Nothing is due where the minimum
    was paid. Rounded half up. Rule: PEN-5 (damages replaced the late fee in 2017 and bear no interest).

    >>> card_damages("1000", "500")
    Decimal('25.00')
    """
    unpaid = minimum - paid
    return fen(max(unpaid * rate, floor)) if unpaid > 0 else fen(ZERO)
