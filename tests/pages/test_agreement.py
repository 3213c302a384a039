"""One case, one account: each figure, day and verdict is the same on every page that names it.

Figures are read where they stand for good: the large answer, the stops of a mover, the label of a milestone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import pytest

from overdue.account import Account
from overdue.casefile import STORIES, read
from overdue.periods import overdue_days
from overdue.ui import state
from overdue.words import Lang, words
from tests.cases import LINK
from tests.pages.conftest import said

HISTORIES = {
    "plain": {},
    "order": {"order": "by_instalment", "paid": "20260301:700~20260520:333.33", "remaining": "4000"},
    "principal_first": {"order": "principal_first", "paid": "20260301:700", "compound": "interest", "late_fee": "20"},
    "later_paid": {"remaining": "4000", "later": "paid", "pay_on": "2026-09-28"},
    "demanded": {"paid": "20260601:100", "demanded_on": "2026-06-20", "pay_on": "2026-08-29"},
    "paid_in_full": {"paid": "20260401:5000"},
    "cured": {"paid": "20260401:3600", "missed": "3", "remaining": "9000", "as_of": "2026-04-05"},
    "before_2021": {"contract_on": "2019-09-10", "due_on": "2020-01-10"},
    "not_yet": {"due_on": "2026-08-10", "missed": "1"},
    "no_rate": {"rate": "?", "uplift": "?", "interest": "90"},
}
CASES = {f"story_{code}": {"story": code} for code in STORIES} | {name: LINK | h for name, h in HISTORIES.items()}
W = words(Lang.EN)


def account(name: str) -> Account:
    return Account(read(CASES[name] | {"lang": "en"}, state.today())[0])


def stops(at) -> dict[str, str]:
    """What each mover of a page says at each stop, in full, by the stop's value."""
    told: dict[str, str] = {}
    for mover in at.get("bidi_component"):
        held = json.loads(mover.proto.bytes)
        for value, spoken, figure, *pieces in held.get("stops", ()):
            text = [spoken, figure]
            for form, runs in zip(pieces[::2], pieces[1::2], strict=True):
                given = iter(runs)
                text += [p if isinstance(p, str) else next(given) + p[1] for p in held["forms"][form]]
            told[value] = told.get(value, "") + "".join(text)
    return told


def days_of(told: dict[str, str]) -> Iterator[tuple[date, str]]:
    for value, text in told.items():
        yield date.fromisoformat(value), text


@pytest.mark.parametrize("name", CASES)
def test_what_is_owed_is_one_sum(visit, name):
    one = account(name)
    total = W.yuan(one.ledger.total)
    for page in ("home", "penalty"):
        at = visit(page, **CASES[name], lang="en")
        assert f"**{total}**" in said(at) or not one.rate_known or (page == "home" and not one.ledger.total), page
        for day, text in days_of(stops(at)):
            wait = one.waiting(day)
            if wait.grows:
                assert W.number(wait.grows, 2) in text, (page, day)
    for day, text in days_of(stops(visit("court", **CASES[name], lang="en"))):
        assert W.yuan(one.clocks_on(day).owed) in text and one.clocks_on(day).owed == one.ledger_on(day).total, day


@pytest.mark.parametrize("name", CASES)
def test_the_record_ends_on_one_day(visit, name):
    one = account(name)
    for page in ("credit", "court"):
        at = visit(page, **CASES[name], lang="en")
        for day, text in days_of(stops(at)):
            gone = one.clocks_on(day).retention.removed_from
            assert gone == one.record_on(day).retention.removed_from, (page, day)
            assert W.day(gone) in text, (page, day)
    kept = {m.key: m.day for m in one.milestones}.get("record_gone")
    if kept is not None:
        told = said(visit("credit", **CASES[name], lang="en")) + str(stops(visit("credit", **CASES[name], lang="en")))
        assert W.day(kept) in told


@pytest.mark.parametrize("name", CASES)
def test_days_overdue_and_the_time_to_sue_are_one(visit, name):
    one = account(name)
    at = visit("timeline", **CASES[name], lang="en")
    text = said(at) + "\n".join(block.label for block in at.expander)
    since = one.overdue_since
    if since is not None:
        assert f"{W.number(overdue_days(since, one.as_of))} days" in text
    else:
        assert "days overdue" not in said(at)
        due = {m.day for m in one.milestones if m.key == "due"}
        assert all(W.day(day) in text for day in due)
    ends = {m.day for m in one.milestones if m.key == "limitation"}
    court = "".join(stops(visit("court", **CASES[name], lang="en")).values())
    for end in ends:
        assert end == one.limitation.last_day and W.day(end) in text
        assert W.day(end) in court or not one.ledger.total  # before anything is owed nothing runs there


@pytest.mark.parametrize("name", CASES)
def test_the_offers_are_one_pair_of_sums(visit, name):
    one = account(name)
    at = visit("proposals", **CASES[name], lang="en", open="how")
    for settled in one.settled.values():
        assert W.yuan(settled.debt.total) in said(at)
    for letter in one.refused:
        assert W.error(one.refused[letter]) in said(at) or not one.settled
