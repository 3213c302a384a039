"""A sum of more than all that is due: three answers, none of which may be missing; each payment counts as offered."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from overdue.account import Account
from overdue.casefile import read
from overdue.words import Lang, words
from tests.pages.conftest import moved, said

DAY = date(2026, 12, 1)
CASE = {"as_of": "2026-12-01", "lender": "platform", "contract_on": "2025-11-20", "due_on": "2026-08-20"}
CASE |= {"principal": "850", "interest": "92", "missed": "4", "remaining": "3400", "rate": "24"}
OVER = CASE | {"lump_on": "2026-12-10", "lump_waive": "50", "lump_amount": "4000"}


@pytest.mark.parametrize("lang", list(Lang))
def test_a_sum_above_all_that_is_due_contradicts_itself_and_is_held_against_the_budget(visit, lang):
    w = words(lang)
    at = visit("proposals", lang=lang, **OVER, income="5500", needs="3900")
    assert "4,000.00" in said(at) and w("proposals.settles.over_yes") in [one.label for one in at.button]
    at.button(key="a_over_no").click().run()
    # due 3,992.40, of which the penalty: 850 × 36 % / 360 × (112 + 81 + 51 + 20) days = 224.40
    told = said(at)
    assert "3,880.20" in told and "3,992.40" in told and "7.60" in told
    # in December 30 of 31 days of 1,600 count, and the contract asks for 850 and a month of 24 % on 3,400: 918
    assert "3,369.61" in told and "1,548.39" in told


def test_an_answer_of_one_sum_is_not_kept_for_another(visit):
    w = words(Lang.ZH)
    at = visit("proposals", lang="zh", **OVER)
    at.button(key="a_over_open").click().run()
    assert "书面回答" in said(at)
    at.number_input(key="lump_amount").set_value(4100.0).run()
    assert "书面回答" not in said(at) and w("proposals.settles.over_open") in [one.label for one in at.button]


def test_so_many_payments_of_so_much_cost_exactly_that_and_no_rate_is_given_for_them(visit):
    at = visit("proposals", lang="zh", plan_months="24", **CASE)
    at.number_input(key="b_monthly").set_value(230.0).run()
    held = {name: value[0] if isinstance(value, list) else value for name, value in at.query_params.items()}
    plan = Account(read(held, DAY)[0]).settled["b"]
    assert set(plan.schedule.payments) == {Decimal(230)} and plan.total == 24 * 230
    assert plan.debt.total + plan.schedule.total_interest == plan.total
    at = visit("proposals", **held | {"open": "offer"})
    assert at.number_input(key="plan_rate").value is None
    at.number_input(key="plan_rate").set_value(12.0).run()
    assert "offers" not in at.query_params


@pytest.mark.parametrize(("day", "days"), [("2026-12-01", "30"), ("2026-12-24", "7")])
def test_beside_what_is_short_stands_how_many_days_of_the_month_count(visit, day, days):
    at = visit("proposals", lang="zh", **CASE | {"as_of": day, "income": "6000", "needs": "4800"})
    told = moved(at, "0")
    assert told.count(f"只算剩下的 {days} 天") == 2 and "只剩几天" not in told
