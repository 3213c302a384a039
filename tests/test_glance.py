"""The three answers of the first page are those of the account, at every stop."""

from __future__ import annotations

from datetime import date

import pytest

from overdue.account import Account
from overdue.casefile import read
from overdue.casefile.keys import STORIES
from overdue.periods import add_period, days_after
from overdue.tables import glance
from overdue.tables.moving import MOST_BYTES, plain
from overdue.words import Lang, words

NOW = date(2026, 11, 22)


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("lang", list(Lang))
def test_every_stop_says_what_the_account_says(story, lang):
    account, w = Account(read({"story": story}, NOW)[0]), words(lang)
    days = glance.stops(account.as_of, account.pay_on)
    made = glance.moving(account, days, w)
    assert len(made.packed()) <= MOST_BYTES
    owed, *offers, record = made.pictures
    for place, (day, stop) in enumerate(zip(days, made.stops, strict=True)):
        total = account.ledger_on(day).total
        assert w.day(day) in plain(stop.says)
        grows = account.waiting(day).grows
        assert (day > account.as_of and grows > 0) == (w.yuan(grows) in plain(stop.says))
        assert owed.shapes[-2]["s"][place] == w.yuan(total)
        grown = account.ledger_on(day).penalty + account.ledger_on(day).compound + account.ledger_on(day).late_fees
        assert owed.shapes[-1]["s"][place].endswith(w.number(grown, 2))
        assert w.yuan(total) in offers[0].shapes[1]["s"][place] or account.settled["a"].runs_on
        # five years from the day of paying, gone the day after (Civil Code 201 and 202; the 2013 regulation on records)
        assert w.day(days_after(add_period(day, years=5), 1)) in record.shapes[-1]["s"][place]


def test_the_plan_stands_still_while_the_day_moves():
    account, w = Account(read({"story": "job"}, NOW)[0]), words(Lang.EN)
    made = glance.moving(account, glance.stops(account.as_of, account.pay_on), w)
    assert w.yuan(account.settled["b"].altogether) in made.pictures[1].shapes[-1]["s"]


def test_the_day_chosen_is_always_a_stop():
    assert date(2026, 8, 9) in glance.stops(date(2026, 6, 30), date(2026, 8, 9))
    assert len(glance.stops(date(2026, 6, 30), date(2026, 8, 9))) <= 61


@pytest.mark.parametrize("lang", list(Lang))
def test_the_table_behind_says_the_same_days(lang):
    account, w = Account(read({"story": "job", "pay_on": "2027-01-08"}, NOW)[0]), words(lang)
    frame = glance.rows(account, w)
    assert len(frame) == 5 and "2027-01-08" in set(frame.iloc[:, 0])
    for day, owed, grown, gone in frame.itertuples(index=False):
        ledger = account.ledger_on(date.fromisoformat(day))
        assert (owed, grown) == (w.number(ledger.total, 2), w.number(ledger.penalty + ledger.compound, 2))
        assert date.fromisoformat(gone) == days_after(add_period(date.fromisoformat(day), years=5), 1)
