"""A household at the ends of what nobody gave: the rate of a debt, or by how much its contract raises it as penalty."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Literal

from overdue.account import Account
from overdue.casefile.unknowns import extreme
from overdue.casefile.uplift import usual_uplift
from overdue.household import Household, Ways, across, compare_ways
from overdue.model import answering

End = Literal["low", "high"]
ENDS: tuple[End, ...] = ("low", "high")
MOST_UNKNOWN = 3  # of the debts that are divided: the ends of more are too many to work out while a sum is moved


def unsure(household: Household, accounts: Mapping[int, Account]) -> tuple[str, ...]:
    """The keys of the debts whose penalty rests on a rate or an uplift that nobody gave."""
    return tuple(
        debt.key
        for debt in household.debts
        if not debt.rate_known or usual_uplift(accounts[int(debt.key)].case) is not None
    )


@answering()
def households(household: Household, accounts: Mapping[int, Account], keys: Iterable[str]) -> tuple[Household, ...]:
    """The household at each end of what is not known of these debts: all lowest, all highest, then the mixed ones.

    Of more than three only the first two.
    """
    keys = tuple(keys)
    mixed = product(ENDS, repeat=len(keys)) if len(keys) <= MOST_UNKNOWN else ()
    chosen = dict.fromkeys((*((end,) * len(keys) for end in ENDS), *mixed))
    return tuple(_at(household, accounts, dict(zip(keys, ends, strict=True))) for ends in chosen)


def _at(household: Household, accounts: Mapping[int, Account], ends: Mapping[str, End]) -> Household:
    loans = {key: Account(extreme(accounts[int(key)].case, end)).loan for key, end in ends.items()}
    told = {key: {"loan": loan, "rate_known": True} for key, loan in loans.items()}
    debts = tuple(debt.model_copy(update=told.get(debt.key)) for debt in household.debts)
    return household.model_copy(update={"debts": debts})


def at_ends(
    found: Ways,
    household: Household,
    ends: Sequence[Household],
    as_of: date,
    monthly: Decimal,
    turns: Sequence[str],
    taken: frozenset[str],
    most: int,
    complete: bool,
) -> Ways:
    """The ways of a household with what they come to at its ends (see ``across``); as they are where it has none."""
    loans, left = [debt.loan for debt in household.debts], most

    def each() -> Iterator[Ways]:
        nonlocal left
        for end in ends:
            if [debt.loan for debt in end.debts] == loans:  # as it is counted anyway
                yield replace(found, work=0)
                continue
            one = compare_ways(end, as_of, monthly, turns, taken, most=left)
            left -= one.work
            yield one

    return across(found, each(), complete) if ends else found
