"""The page of all debts: a part that was paid on a further debt, and what goes on with a lender who waits."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

from overdue.casefile.debts import numbered
from overdue.words import Lang, words
from tests.pages.conftest import said
from tests.pages.test_debts import LINK

CARD = "credit_card:20260420:8800:0::"


def test_a_part_paid_on_a_further_debt_is_entered_there_and_starts_its_period_anew(visit):
    at = visit("debts", lang="zh", **LINK, debts=CARD, open="debt_2")
    at.session_state["debt_2_paid_box"] = True
    at.run()
    at.text_input(key="debt_2_paid_day").set_value("2026-06-05").run()
    at.number_input(key="debt_2_paid_amount").set_value(500.0).run()
    at.button(key="debt_2_paid_add").click().run()
    assert not at.exception
    (paid,) = numbered(at.session_state["case"])[2].paid
    assert (paid.paid_on, paid.amount) == (date(2026, 6, 5), D(500))
    assert at.session_state["case"].paid == ()  # the first debt's are its own
    assert "2029年6月5日诉讼时效届满（不早于这天，假如没有重新起算）" in said(at)
    at.button(key="debt_2_paid_remove_0").click().run()
    assert numbered(at.session_state["case"])[2].paid == ()
    assert "2029年4月20日诉讼时效届满" in said(at)


def test_a_payment_that_can_be_none_is_said_beside_it_and_changes_nothing(visit):
    at = visit("debts", lang="zh", **LINK, debts=CARD, open="debt_2")
    at.session_state["debt_2_paid_box"] = True
    at.run()
    at.button(key="debt_2_paid_add").click().run()
    assert not at.exception and at.warning and numbered(at.session_state["case"])[2].paid == ()


def test_a_lender_who_gets_nothing_for_months_is_named_with_what_goes_on_meanwhile(visit):
    given = {"debts": f"bank:20260101:20000:200:18:50~{CARD}", "monthly": "900", "lang": "zh"}
    told = words(Lang.ZH)("debts.says.idle", names="NAMES", month="MONTH").split("MONTH")[1]
    assert told in said(visit("debts", **LINK, **given, way="dearest"))
    assert told not in said(visit("debts", **LINK, **given, way="fair"))
