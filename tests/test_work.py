"""No address makes more work than a page can carry: what is counted is the same on every machine."""

from __future__ import annotations

from datetime import date
from unittest.mock import patch

import pytest

from overdue.account import Account
from overdue.casefile import read
from overdue.debts import Debts
from overdue.household import MOST_WORK, Way, compare_ways, divide
from overdue.household.track import Track
from overdue.model import OverdueError
from overdue.tables import dividing
from overdue.words import Lang, words

AS_OF = date(2026, 6, 30)
FIRST = {
    **{"lender": "platform", "contract_on": "2021-12-10", "due_on": "2022-01-10", "principal": "1000"},
    **{"interest": "90", "remaining": "0", "rate": "18", "as_of": AS_OF.isoformat()},
}


def owing(missed: int, further: int, monthly: str) -> Debts:
    """One debt and further ones, of as many missed instalments each."""
    others = "~".join(f"bank:202201{10 + at}:1000:90:18:50:m{missed}" for at in range(further))
    case, dropped = read(FIRST | {"missed": str(missed), "debts": others, "monthly": monthly}, AS_OF)
    assert not dropped
    return Debts(Account(case))


@pytest.mark.parametrize(
    ("missed", "further", "monthly", "told"),
    [
        (3, 7, "6000", True),
        (24, 7, "9000", True),
        (48, 7, "20000", True),
        (48, 7, "100", True),
        (48, 20, "100", False),
    ],
)
def test_however_many_instalments_are_unpaid_the_budget_is_divided_within_bounds(missed, further, monthly, told):
    """Found by hand: eight debts of sixty instalments took their page eleven seconds of a core."""
    debts, brought = owing(missed, further, monthly), []

    def to(track, *days, plain=Track.to):
        plain(track, *days)
        brought.append(track.open)

    with patch.object(Track, "to", to):
        if told:
            found = [stop.value for stop in dividing.divided(debts, words(Lang.ZH)).stops]
            assert monthly in found
            assert missed > 3 or len(found) == len(dividing.sums(debts))
        else:
            with pytest.raises(OverdueError, match=r"work\.divided"):
                debts.compare()
    assert sum(brought) < 1.1 * MOST_WORK


def test_one_debt_alone_is_divided_alike_in_every_turn():
    household = owing(6, 0, "500").household
    ways = compare_ways(household, AS_OF, "500").divisions
    for way in Way:
        assert ways[way] == divide(household, AS_OF, "500", way)
