"""No address makes more work than a page can carry: what is counted is the same on every machine."""

from __future__ import annotations

from datetime import date
from itertools import chain
from unittest.mock import patch

import pytest

from overdue.account import Account
from overdue.accrual.sweep import Sweep
from overdue.casefile import read
from overdue.casefile.unknowns import between
from overdue.debts import Debts
from overdue.household import MOST_WORK, Way, compare_ways, divide
from overdue.household.track import Track
from overdue.model import OverdueError
from overdue.tables import dividing
from overdue.tables.strips import strips
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
        (24, 7, "100", True),
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


def test_debts_beyond_what_is_worked_out_together_are_left_out_with_a_sentence_and_the_others_answered():
    """Found by the drill: thirty debts of 360 instalments each took their page more than a second of a core."""
    many = owing(53, 20, "9000")
    assert len(many.debts) == 21 and not many.refused
    others = "~".join(f"bank:202201{10 + at}:1000:90:18:50:m360" for at in range(11))
    case, _ = read(FIRST | {"missed": "360", "debts": others, "as_of": "2056-06-30"}, AS_OF)
    found = Debts(Account(case))
    assert list(found.debts) == [*range(1, 11)] and found.picture is not None  # 10 × 360 instalments
    assert {number: error.key for number, error in found.refused.items()} == {11: "work.debts", 12: "work.debts"}


def test_where_no_rate_is_known_a_ledger_is_worked_out_once_for_all_stops_of_an_offer():
    def walked(rate: str) -> int:
        account = Account(read(FIRST | {"missed": "3", "rate": rate}, AS_OF)[0])
        strips(account, "lump_waive", words(Lang.ZH))  # what is kept from now on
        fresh = Account(account.case)
        with patch.object(Sweep, "__init__", autospec=True, side_effect=Sweep.__init__) as walks:
            assert len(strips(fresh, "lump_waive", words(Lang.ZH)).stops) == 21
        return walks.call_count

    case = read(FIRST | {"missed": "3", "rate": "?"}, AS_OF)[0]
    readings = {case, *chain(*between(case))}  # the usual one, and each that an end can lie at
    assert walked("?") <= len(readings) * walked("18")


def test_one_debt_alone_is_divided_alike_in_every_turn():
    household = owing(6, 0, "500").household
    ways = compare_ways(household, AS_OF, "500").divisions
    for way in Way:
        assert ways[way] == divide(household, AS_OF, "500", way)
