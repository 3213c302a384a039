"""The mover of the day of paying says the ledger's own figures at each of its stops, in every script."""

from __future__ import annotations

from datetime import date

import pytest

from overdue.account import Account
from overdue.casefile import STORIES, read
from overdue.tables import growing, owing, paying
from overdue.tables.moving import MOST_BYTES
from overdue.words import Lang, words
from tests.told import told

CASES = {code: {"story": code} for code in STORIES} | {
    "paid": {"story": "job", "paid": "20260401:500~20260601:700"},
    "terms": {"story": "job", "compound": "all", "rest": "monthly", "late_fee": "30", "remaining": "4000"},
    "later": {"story": "job", "pay_on": "2026-09-09"},
}


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("name", CASES)
def test_each_stop_says_the_ledger_of_its_day(name, lang):
    account = Account(read(CASES[name] | {"lang": lang}, date(2026, 11, 22))[0])
    w, days = words(lang), paying.stops(account.as_of, account.pay_on)
    packed = growing.moving(account, days, w).packed()
    said = told(packed)
    assert len(packed) <= MOST_BYTES and list(said) == [day.isoformat() for day in days]
    for day in days:
        then, more = account.ledger_on(day), account.waiting(day)
        sentence = said[day.isoformat()]
        assert w.day(day) in sentence
        if day > account.as_of:
            assert w.yuan(then.total) in sentence and (w.yuan(more.grows) in sentence or not more.grows)
            assert (w.yuan(more.falls_due) in sentence) or not more.falls_due
        if then.over_line:
            assert w.yuan(then.over_line) in sentence


@pytest.mark.parametrize("ahead", [360, 720, 1080])
@pytest.mark.parametrize("chosen", [0, 1, 29, 31, 91, 1500, 9000])
def test_the_quick_days_and_the_day_chosen_are_stops(ahead, chosen):
    as_of = date(2026, 6, 30)
    day = date.fromordinal(as_of.toordinal() + chosen)
    days = paying.stops(as_of, day, ahead)
    assert len(days) <= 40 and list(days) == sorted(set(days)) and day in days
    assert {date(2026, 6, 30), date(2026, 7, 30), date(2026, 8, 29), date(2026, 9, 28)} <= set(days)


def test_there_is_a_stop_on_the_last_day_there_is():
    assert paying.stops(paying.LAST, paying.LAST) == (paying.LAST,)


def test_interest_that_nobody_entered_says_where_it_comes_from():
    given = {"lender": "micro_loan", "due_on": "2026-05-10", "principal": "1200", "as_of": "2026-05-20", "rate": "24"}
    for extra, said in (({}, ["24.00"]), ({"interest": "24"}, []), ({"rate": "?"}, [])):  # 1,200 × 24 % / 12
        found = owing.reckoned(Account(read(given | extra, date(2026, 5, 20))[0]), words(Lang.EN))
        assert [amount in one and "24% a year" in one for one, amount in zip(found, said, strict=True)] == [True] * len(
            said
        )
