"""The page on a lender's offer without a browser: what a month leaves and carries, and what a missed payment does."""

from __future__ import annotations

import pytest

from overdue.words import Lang, words
from tests.cases import LINK
from tests.pages.conftest import moved
from tests.pages.test_proposals import BUDGET, HALF, RUNS_ON, said


def test_a_start_from_the_budget_needs_one(visit):
    at = visit("proposals", **LINK, open="offer")
    at.button(key="start_mine").click().run()
    assert "还不知道" in said(at)
    at = visit("proposals", **LINK, **BUDGET, open="offer")
    at.button(key="start_mine").click().run()
    assert at.query_params["plan_months"] == "3"  # 3,587.25 at 1,500 a month


def test_a_budget_shows_the_months_and_stays_out_of_the_link(visit):
    at = visit("proposals", lang="en", **LINK, open="carry")
    at.number_input(key="income").set_value(5000.0).run()
    at.number_input(key="needs").set_value(3500.0).run()
    text = said(at)
    assert "leaves **1,500.00 yuan** a month" in text
    assert "together 20% of what a month leaves" in text  # 298.94 of 1,500
    assert len(at.get("bidi_component")) == 2  # the strips of the offers, and that of the months
    assert not {"income", "needs"} & set(at.query_params)


@pytest.mark.parametrize(
    ("income", "first", "never"),
    [
        ("5200", "付得起的是分 12 期（B）。一次付清（A）付不起，2026年6月起不够，差 3,428.62 元", "早 12 个月"),
        ("4000", "按填的数，两个都付不起", "早 12 个月"),  # nothing is left of a month
        ("9000", "按填的数，两个都付得起。", "付不起"),
    ],
)
def test_what_cannot_be_paid_is_never_favoured(visit, income, first, never):
    savings = "4000" if income == "9000" else "0"
    at = visit("proposals", **LINK, lump_waive="50", income=income, needs="4000", savings=savings)
    says = moved(at, "50").strip()
    assert says.startswith(first)
    assert never not in says


def test_a_first_month_of_a_few_days_says_so_where_it_is_short(visit):
    budget = {"income": "5200", "needs": "4000", "savings": "0", "lump_waive": "50"}
    # ten of thirty days are left: 1,200 × 10 / 30
    assert "这个月 30 天只算剩下的 10 天，能拿出 400.00 元" in moved(
        visit("proposals", **LINK | {"as_of": "2026-06-20"}, **budget), "50"
    )
    assert "剩下的 0 天，没有余钱" in moved(visit("proposals", **LINK, **budget), "50")
    assert "剩下的几天" not in moved(visit("proposals", **LINK, **budget, lump_on="2026-07-05"), "50")


def test_what_one_can_pay_a_month_is_enough_and_income_and_needs_outweigh_it(visit):
    alone = visit("proposals", **LINK, monthly="1200", savings="0", lump_waive="50")
    parted = visit("proposals", **LINK, income="5200", needs="4000", savings="0", lump_waive="50")
    assert moved(alone, "50") == moved(parted, "50") != moved(visit("proposals", **LINK, lump_waive="50"), "50")
    assert alone.number_input(key="monthly").value == 1200
    assert "monthly" not in [field.key for field in parted.number_input]  # income and needs say it


def test_without_a_budget_the_answer_asks_for_one(visit):
    at = visit("proposals", **LINK, lump_waive="50")
    assert at.number_input(key="income").value is None
    at.number_input(key="income").set_value(5200.0).run()
    at.number_input(key="needs").set_value(3900.0).run()
    assert moved(at, "50").strip().startswith("付得起的是分 12 期（B）")


def test_the_old_contracts_payment_of_the_same_month_is_named(visit):
    # 500 left a month; the plan takes 277.05 and the contract an instalment of 1,030: both are named, and the gap.
    at = visit("proposals", lang="en", **RUNS_ON, income="1500", needs="1000", open="carry")
    text = said(at)
    assert "under the old contract in the same month" in text
    assert "short from July 2026" in text


def test_waiting_is_never_told_as_a_way_that_is_simply_enough(visit):
    for income in ("1100", "9000"):
        at = visit("proposals", lang="en", **LINK, income=income, needs="1000", open="carry")
        waiting = next(line for line in said(at).splitlines() if "Waiting:" in line)
        assert "penalty that waiting added" in waiting
        assert "no month falls short" not in waiting


def test_no_income_is_a_sentence(visit):
    at = visit("proposals", lang="en", **LINK, income="0", needs="3000", open="carry")
    assert "nothing to pay with but savings" in said(at)


def test_a_payment_below_the_growth_says_which_ones_would_do(visit):
    at = visit("proposals", lang="en", **LINK, plan_rate="12", plan_method="level_payment", open="carry")
    at.number_input(key="fit_payment").set_value(35.0).run()
    text = said(at)
    assert "35.00 yuan a month does not exceed the month’s interest" in text
    assert "At least 35.88 yuan a month" in text
    assert all(f"ends it in {months} months" in text for months in (12, 24, 36))


def test_a_missed_payment_is_told_whole(visit):
    at = visit("proposals", lang="en", **RUNS_ON, offers="b:w", open="missed")
    text = said(at)
    assert "and 1,015.00 yuan more is not yet due and goes on under the contract" in text
    assert "Not yet due, under the contract" in text


def test_each_stress_switch_shows_what_breaks(visit):
    at = visit("proposals", lang="en", **HALF, **BUDGET, open="missed")
    assert "payment 1 on 30 July 2026 is missed; **3,654.75 yuan** is due that day" in said(at)
    at.toggle(key="stress_income").set_value(True).run()
    at.toggle(key="stress_without").set_value(True).run()
    assert at.query_params["offers"] == "x:tincome:twithout"
    assert "B 18-month plan, no waiver: it holds." in said(at)  # 500 left, 199.30 to pay
    assert "B 18-month plan, no waiver: short from July 2026" in said(at)


def test_what_a_caller_names_is_entered_at_the_answer_and_what_it_settles_in_one_tap(visit):
    more = LINK | {"remaining": "2000", "as_of": "2026-03-31", "lump_on": "2026-04-15"}
    at = visit("proposals", **more)
    assert {"lump_on"} <= {field.key for field in at.text_input}
    assert {"lump_amount", "plan_months", "income", "needs", "other_debt"} <= {field.key for field in at.number_input}
    at.number_input(key="lump_amount").set_value(3000.0).run()
    assert "算作连4月10日那一期" in said(at) and "先问清楚，写进协议：4月10日那一期" in said(at)
    at.button_group(key="a_scope").set_value("apart").run()
    assert at.query_params["offers"] == ["a:e"] or at.query_params["offers"] == "a:e"
    assert "那一期（" in said(at) and "另外付" in said(at)


def test_what_a_verdict_on_a_budget_rests_on_stands_in_the_note_and_not_in_the_headline(visit):
    w, budget = words(Lang.ZH), {"income": "5200", "needs": "4000", "savings": "0", "lump_waive": "50"}
    rests = w("proposals.says.no_interest")
    says = moved(visit("proposals", **LINK | {"as_of": "2026-06-20"}, **budget), "50").strip().split("\n")
    assert rests not in says[0] and "能拿出" not in says[0] and "只算剩下的 10 天" in says[0]
    assert rests in says[-1] and "能拿出 400.00 元" in says[-1]
    assert rests in moved(visit("proposals", **LINK, lump_waive="50"), "50").strip().split("\n")[0]
