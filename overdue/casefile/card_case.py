"""The credit card of a case: what its next statement asks for, counted in each of the common ways."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from overdue.card import CardDays, card_damages, card_interest
from overdue.casefile.case import Case
from overdue.law import LAW
from overdue.model import ZERO, Citation
from overdue.periods import YEAR
from overdue.rates import Segments


@dataclass(frozen=True, slots=True)
class CardBill:
    """A statement of a card that was not paid in full, in yuan.

    ``interest`` by way of counting, ``chosen`` the card's own; ``short`` is what the minimum payment
    lacked by its due day and ``damages`` what that costs at ``damages_rate``, an assumption.
    """

    statement_on: date
    daily_rate: Decimal
    interest: Mapping[CardDays, Segments]
    chosen: CardDays
    short: Decimal
    damages: Decimal
    damages_rate: Decimal
    citations: tuple[Citation, ...]


def one_bill(case: Case) -> bool:
    """Whether it is a card whose bill is one sum: it has no instalments to count, and holds its interest."""
    return case.lender == "credit_card" and case.missed == 1 and not case.interest


def card_bill(case: Case) -> CardBill | None:
    """The next statement of the case's card; None while day, amount or statement day are missing.

    The daily rate is the one entered, else the yearly rate / 365; payments are those of the case, the
    minimum is due on its due day. Rules: PEN-5, PEN-6. Raises what ``card_interest`` does.

    >>> from overdue.casefile import read
    >>> bill = card_bill(read({"story": "card"}, date(2026, 6, 30))[0])
    >>> bill.interest[bill.chosen].total, bill.damages
    (Decimal('207.90'), Decimal('22.50'))
    """
    if case.missing or case.card_posted_on is None or case.card_amount is None or case.card_statement_on is None:
        return None
    daily = case.daily_rate / 100 if case.daily_rate is not None else (case.rate or ZERO) / 100 / YEAR
    posted = [(case.card_posted_on, case.card_amount)]
    interest = {days: card_interest(posted, case.paid, case.card_statement_on, daily, days) for days in CardDays}
    share: Decimal = LAW.assumptions["card_damages"].value
    paid = sum((p.amount for p in case.paid if p.paid_on <= case.first_due), ZERO)
    minimum = case.card_minimum or ZERO
    return CardBill(
        statement_on=case.card_statement_on,
        daily_rate=daily,
        interest=interest,
        chosen=CardDays(case.card_days or CardDays.REPAID_AND_STATEMENT),
        short=max(ZERO, minimum - paid),
        damages=card_damages(minimum, min(paid, minimum), share),
        damages_rate=share,
        citations=LAW.cites(("PEN-5", "PEN-6")),
    )
