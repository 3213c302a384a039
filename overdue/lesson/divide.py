"""The household of the lesson: several lenders, one sum a month, and what each way of dividing it comes to."""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from overdue.account import Account
from overdue.casefile import read
from overdue.debts import Debts
from overdue.proposal import LumpSum

STORY = "household"


@lru_cache(maxsize=4)
def household(on: date) -> Debts:
    """The debts of the lesson's household; its own day stays, whatever the day ``on`` is.

    >>> household(date(2026, 11, 29)).monthly
    Decimal('2000')
    """
    return Debts(Account(read({"story": STORY}, on)[0]))


def paid_by_way(on: date) -> dict[str, Decimal]:
    """What is paid in all until nothing is owed, in yuan, by the ways of dividing that its own page compares.

    >>> min(paid_by_way(date(2026, 11, 29)).values())
    Decimal('37927.72')
    """
    divisions = household(on).compare().divisions
    return {str(way): one.paid for way, one in divisions.items() if one.done_on is not None}


class Part(NamedTuple):
    """A lender whom a pair plays: what it is owed now (yuan), its penalty rate a year, the ``offer`` it holds out.

    ``argues`` names what it has to say for itself: an offer that ends, the dearest rate, a pledge, the smallest sum;
    with none of them, that fair shares leave nobody waiting.
    """

    lender: str
    owed: Decimal
    rate: Decimal
    argues: tuple[str, ...]
    offer: LumpSum | None


def part(place: int, on: date) -> Part:
    """The lender of the household for the pair that came in at a place; the lenders go round.

    >>> part(3, date(2026, 11, 29)).argues, part(9, date(2026, 11, 29)).lender
    (('dearest',), 'bank')
    """
    debts = household(on)
    owed = {number: one.ledger.total for number, one in debts.accounts.items()}
    rates = {number: one.ledger.penalty_rate for number, one in debts.accounts.items()}
    number = list(owed)[place % len(owed)]
    held = debts.debts[number]
    offer = held.offer if isinstance(held.offer, LumpSum) and held.offer.amount is not None else None
    true = {
        "offer": offer is not None,
        "dearest": rates[number] == max(rates.values()),
        "secured": held.secured,
        "smallest": owed[number] == min(owed.values()),
    }
    argues = tuple(name for name, holds in true.items() if holds) or ("fair",)
    return Part(str(debts.accounts[number].case.lender), owed[number], rates[number], argues, offer)
