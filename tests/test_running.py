"""The mover of the three time limits says the clocks' own figures at each of its stops, in every script."""

from __future__ import annotations

from datetime import date

import pytest

from overdue.account import Account
from overdue.casefile import STORIES, read
from overdue.tables import paying, running
from overdue.tables.moving import MOST_BYTES
from overdue.words import Lang, words
from tests.told import told

JUDGED = {"sued_on": "2026-03-01", "judgment_on": "2026-08-01", "judged_rate": "24", "perform_days": "10"}
CASES = {code: {"story": code} for code in STORIES} | {"judged": {"story": "job"} | JUDGED}


@pytest.mark.parametrize("name", CASES)
def test_each_stop_says_the_clocks_of_its_day(name):
    account = Account(read(CASES[name], date(2026, 11, 22))[0])
    days = paying.stops(account.as_of, account.pay_on, running.AHEAD)
    clocks = {day.isoformat(): account.clocks_on(day) for day in days}
    for lang in Lang:
        w = words(lang)
        packed = running.moving(account, days, w).packed()
        said = told(packed)
        assert len(packed) <= MOST_BYTES and list(said) == list(clocks)
        for day, found in clocks.items():
            assert said[day].startswith(w.yuan(found.owed))
            assert w.day(found.retention.removed_from) in said[day]


def test_the_time_to_sue_is_a_bar_that_does_not_move_and_the_note_turns_when_it_is_over():
    account, w = Account(read({"story": "job"}, date(2026, 11, 22))[0]), words(Lang.EN)
    days = paying.stops(account.as_of, account.as_of, running.AHEAD)
    moving = running.moving(account, days, w)
    (suit,) = [shape for shape in moving.pictures[0].shapes if shape["k"] == "suit"]
    assert isinstance(suit["x"], int) and isinstance(suit["w"], int)
    last = account.limitation.last_day
    for stop in moving.stops:
        assert ("gives the defence away" in stop.note) is (date.fromisoformat(stop.value) > last)
