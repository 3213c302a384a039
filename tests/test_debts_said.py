"""Sentences of one budget that only an unusual household brings up: each is said, and only there where it is true."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pytest

from overdue.account import Account
from overdue.casefile import read
from overdue.debts import Debts
from overdue.household import Way
from overdue.tables import debts as tables
from overdue.tables import dividing, moving, ways
from overdue.words import Lang, pairs, words

BASE = {
    "lender": "platform",
    "due_on": "2026-01-10",
    "principal": "1000",
    "interest": "90",
    "missed": "3",
    "rate": "18",
    "uplift": "50",
    "as_of": "2026-06-30",
    "monthly": "800",
}
PLAIN = "bank:20260101:500:20:18:50"
# What brings a sentence up, beside a household of two plain debts.
SAID = {
    "line.stopped": {"debts": f"{PLAIN}:s20260301"},
    "line.over_if": {"rate": "24", "uplift": "?"},
    "line.court": {"debts": f"{PLAIN}:xx20260501"},
    "line.no_rate_card": {"debts": "credit_card:20260101:500:20::"},
    "line.no_rate": {"debts": "bank:20260101:500:20::"},
    "line.missing": {"debts": "bank::500:20:18:50"},
    "near.called_in": {"debts": "bank:20260620:500:20:18:50:n2000:a20260710"},
    "near.offer_ends": {"debts": f"{PLAIN}:q400:u20260720"},
    "near.limitation_over": {"debts": "bank:20210601:500:20:18:50"},
    "near.answer": {"debts": f"{PLAIN}:je20260620"},
    "near.answer_over": {"debts": f"{PLAIN}:je20260520"},
    "first.court": {"debts": f"{PLAIN}:xx20260501"},
    "first.secured": {"debts": f"{PLAIN}:wyes"},
    "first.carried": {"debts": f"{PLAIN}:zyes"},
    "first.card": {"debts": PLAIN.replace("bank", "credit_card")},
    "first.answer": {"debts": f"{PLAIN}:je20260620"},
    "first.answer_then": {"debts": f"{PLAIN}:je20260620", "complaint_on": "2026-06-25"},
    "first.answer_over": {"debts": f"{PLAIN}:je20260520"},
    "whole.adds_least": {"debts": "bank:20260101:500:20::"},
    "whole.refused": {"debts": "bank::500:20:18:50"},
    "whole.not_due": {"debts": "bank:20260620:500:20:18:50:n2000"},
    "move.zero": {"debts": PLAIN, "monthly": "0"},
    "move.never": {"debts": PLAIN, "monthly": "20"},
    "move.ties": {"debts": PLAIN, "monthly": "60000"},
    "move.open": {"debts": "bank:20260101:500:20::"},
    "move.until_known": {"debts": "bank:20260101:500:20:18:"},
    "move.more": {"debts": "bank:20260101:500:20::"},
    "move.one": {},
    "move.one_never": {"monthly": "20"},
    "move.zero_least": {"monthly": "0", "debts": "bank:20260101:500:20::"},
    "move.zero_none": {"monthly": "0", "rate": "0"},
    "move.sums_plain": {"rate": "0"},
    "says.paid_plain": {"rate": "0"},
    "says.now": {},
    "line.settled": {"missed": "1", "paid": "20260110:1090", "as_of": "2026-02-01"},
    "whole.settled": {"missed": "1", "paid": "20260110:1090", "as_of": "2026-02-01"},
    "line.to_come": {"debts": "bank:20260720:500:20:18:50:m1"},
    "line.unfit": {"debts": f"{PLAIN}:q400:u20260601"},
    "whole.none_due": {"due_on": "2026-07-20", "missed": "1"},
    "whole.adds_none": {"rate": "0"},
    "says.paid_least": {"debts": "bank:20260101:500:20::"},
    "whole.top": {"debts": "bank:20260101:500:20::"},
    "whole.top_card": {"debts": "credit_card:20260101:500:20::"},
    "whole.adds_unknown": {"rate": "0", "debts": "bank:20260101:500:20::"},
    # principal first on a dear debt beside one without contract interest: fair shares cost least
    "move.turn_fair": {
        "monthly": "3000",
        "debts": "platform:20250905:1000:20:24:30:oprincipal_first~bank:20251105:200:0:12:30:t50",
        "lender": "bank",
        "uplift": "?",
    },
    "move.turn_talk": {"debts": PLAIN, "way": "talk"},
    "move.turn": {"debts": f"{PLAIN}~platform:20260201:3000:100:24:50"},
    "move.turn_more": {"debts": "~".join(f"bank:2026010{n}:{n}00:20:1{n}:50" for n in range(1, 6))},
    "says.unpaid": {"debts": PLAIN, "monthly": "20"},
    "says.short": {"debts": PLAIN, "income": "1000", "needs": "900"},
    "says.secured_waits": {"debts": "bank:20260101:5000:20:8:50:wyes"},
    "says.secured_never": {"debts": "bank:20260101:5000:20:1:50:wyes", "monthly": "40"},
    "says.dropped": {"debts": f"{PLAIN}:q400:u20260720", "taken": "2", "monthly": "100"},
    "says.outgrown": {"debts": "private:20260101:500:0:0:0", "monthly": "20"},
    "says.outgrown_all": {"debts": PLAIN, "monthly": "0"},
}


@cache
def household(key: str) -> Debts:
    return Debts(Account(read(BASE | SAID[key], date(2026, 11, 29))[0]))


@cache
def told(key: str, lang: Lang) -> str:
    """Everything that the list, what is first, the mover at its sum and each way say."""
    debts, w = household(key), words(lang)
    said = [tables.whole(debts, w), *tables.first(debts, w)]
    for number in debts.accounts:
        said += [tables.line(debts, number, w), *tables.details(debts, number, w)]
    said += [moving.plain(s.says) for s in dividing.divided(debts, w).stops if s.value == dividing.at(debts)]
    for way in Way:
        found = debts.divided(way)
        said += [ways.meaning(debts, way, w), *ways.told(debts, found, w)]
    return "\n".join(said)


@pytest.mark.parametrize("lang", list(Lang))
def test_what_was_not_said_of_a_debt_is_said_with_it_and_counted_for_the_whole(lang):
    """Six instalments can have fallen due since 10 January, three were said to be missed; the bank's one since June."""
    w, said = words(lang), {"remaining": "0", "later": "paid", "debts": "bank:20260601:500:20:18:50:n0"}
    for given, first, second, count in (
        ({}, "", "", 0),
        ({"remaining": "", "later": "missed"}, w("penalty.unsaid_both", first=w.short_day(date(2026, 4, 10))), "", 1),
        ({"remaining": "3000", "later": "?", "debts": PLAIN},
            w("penalty.unsaid_many", first=w.short_day(date(2026, 4, 10)), count=3),
            w("penalty.unsaid_both", first=w.short_day(date(2026, 2, 1))), 2),
        ({"debts": "bank:20260601:500:20:18:50"}, "", w("penalty.unsaid_later"), 1),
    ):  # fmt: skip
        debts = Debts(Account(read(BASE | said | given, date(2026, 11, 29))[0]))
        for number, says in ((1, first), (2, second)):
            found = list(tables.details(debts, number, w))
            assert (says in found) if says else not [one for one in found if "没算在内" in one or "not in it" in one]
        assert (w("debts.whole.unsaid", count=count) in tables.whole(debts, w)) == bool(count)
    example = Debts(Account(read({"story": "household"}, date(2026, 11, 29))[0]))
    assert w("debts.whole.unsaid", count=1)[-9:] not in tables.whole(example, w)


def mark(key: str, lang: Lang) -> str:
    """The longest piece of a sentence that nothing is filled into."""
    sentence = pairs()[f"debts.{key}"]
    return max(re.split(r"[{][^}]*[}]", sentence.en if lang is Lang.EN else sentence.zh), key=len)


@pytest.mark.parametrize("key", SAID)
def test_a_sentence_is_said_where_it_is_true_and_not_elsewhere(key):
    for lang in (Lang.ZH, Lang.EN):
        assert mark(key, lang) in told(key, lang)
    if key not in ("move.turn", "line.court"):  # plain households have turns; a mark of a line may be part of another
        assert mark(key, Lang.ZH) not in told("move.turn", Lang.ZH)


@pytest.mark.parametrize(
    ("lender", "low"), [("bank", "23.4%"), ("unknown", "18%")]
)  # a third more at least (PEN-1), unless the lender may be one that adds nothing
def test_a_penalty_by_an_uplift_nobody_gave_names_the_ends_it_lies_between(lender, low):
    case, _ = read(BASE | {"lender": lender, "uplift": "?"}, date(2026, 6, 30))
    debts, w = Debts(Account(case)), words(Lang.ZH)
    assert f"在 {low} 到 27% 之间" in tables.assumed_uplift(debts, w)
    known, _ = read(BASE | {"lender": lender}, date(2026, 6, 30))
    assert tables.assumed_uplift(Debts(Account(known)), w) == ""


def test_the_name_of_a_row_fits_a_phone():
    """Of a chart's words about fifty Latin letters fit beside each other on 390 pixels."""
    w = words(Lang.EN)
    for lender in ("bank", "platform", "consumer_finance", "micro_loan", "credit_card", "private"):
        called = w("debts.name", number=12, lender=w(f"debts.lender.{lender}"))
        for row, done in (("row", "in_month"), ("row_least", "not_before")):
            month = w(f"debts.says.{done}", month=w.month(date(2027, 9, 1)))
            assert len(w(f"debts.picture.{row}", name=called, done=month)) <= 48


def test_the_list_says_at_least_where_a_rate_is_missing_and_nowhere_else():
    w = words(Lang.ZH)

    def totals(further):
        debts = Debts(Account(read(BASE | {"debts": further}, date(2026, 6, 30))[0]))
        return list(tables.listing(debts, w).iloc[-1])[1:4]

    assert ["至少" in cell for cell in totals("bank:20260101:500:20::")] == [True, False, True]
    assert not any("至少" in cell for cell in totals(PLAIN))
