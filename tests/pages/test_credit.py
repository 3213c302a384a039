"""The record's page as a reader drives it: payoff day, comparison, grid, planner, what has ended."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.cases import without
from tests.pages.conftest import moved, rows

APP = Path(__file__).parents[2] / "app.py"

CASE = {"lang": "zh"} | without("day_basis")


def opened(**more: str) -> AppTest:
    at = AppTest.from_file(APP, default_timeout=180)
    at.context = {"locale": "zh-CN", "timezone": "Asia/Shanghai", "theme": "light"}
    for name, value in (CASE | more).items():
        at.query_params[name] = value
    at.run()
    return drawn(at.switch_page("pages/credit.py").run())


def drawn(at: AppTest) -> AppTest:
    assert not at.exception
    return at


def said(at: AppTest) -> str:
    return "\n".join(element.value for element in [*at.markdown, *at.caption, *at.warning, *at.header, *at.title])


def test_unpaid_the_mover_says_what_a_payoff_would_make_it():
    at = opened()
    assert moved(at, "2026-06-30").startswith("2031年7月1日") and moved(at, "2026-08-29").startswith("2031年8月30日")


def test_the_day_that_moves_is_in_months_and_working():
    text = said(opened(pay_on="2026-09-09", open="how"))
    assert "2031年9月9日" in text and "2031年9月10日" in text


def test_a_payoff_day_that_is_entered_wins_and_can_be_taken_back():
    at = opened(
        paid_off_on="2024-02-29", due_on="2023-11-10", contract_on="2023-01-10", as_of="2024-06-30", open="paid"
    )
    assert "2029年2月28日" in moved(at, "2024-02-29") and "2029年3月1日" in moved(at, "2024-02-29")
    at.text_input(key="paid_off_on").set_value("2024-03-20")
    drawn(at.run())
    assert "2029年3月21日" in moved(at, "2024-03-20")
    assert at.query_params["paid_off_on"] in ("2024-03-20", ["2024-03-20"])
    drawn(at.button(key="credit_unpaid").click().run())
    assert "paid_off_on" not in at.query_params and moved(at, "2024-06-30").startswith("2029年7月1日")


def test_a_plan_in_the_case_is_compared_by_its_last_payment():
    at = opened(plan_first="2026-08-01", plan_months="12", lump_on="2026-07-10", open="choices")
    (table,) = [rows(t) for t in at.table if any("最后一期" in str(cell) for cell in t.value.iloc[:, 0])]
    ends = dict(zip(table.iloc[:, 0], table.iloc[:, 1], strict=True))
    assert ends["分期还款方案的最后一期 2027-07-01"] == "2032-07-02"
    assert ends["一次性还清（方案页） 2026-07-10"] == "2031-07-11"


def test_a_payoff_before_anything_was_overdue_is_a_sentence_not_a_crash():
    at = opened(paid_off_on="2025-12-01")
    assert any("2025年12月1日" in warning.value for warning in at.warning)


def test_the_months_tell_that_the_account_is_closed_after_payoff():
    at = opened(paid_off_on="2026-05-20", open="grid")
    assert "账户已关闭" in said(at) and "没有“已协商还款”这种状态" in said(at)
    assert "C" in list(at.table[0].value.iloc[4])


def test_the_planner_tells_a_deadline_from_an_earliest_day():
    at = opened(open="planner")
    at.text_input(key="credit_sent_on").set_value("2026-11-01")
    assert "不早于2026年11月21日" in said(drawn(at.run()))
    at.text_input(key="credit_received_on").set_value("2026-11-05")
    assert "应在2026年11月25日前" in said(drawn(at.run()))
    at.radio(key="credit_ask").set_value("complaint")
    assert "应在2026年12月5日前" in said(drawn(at.run()))


@pytest.mark.parametrize(
    ("entry", "verdict"), [("wrong", "可以提异议。"), ("true", "异议解决不了"), ("unsure", "先看报告")]
)
def test_the_way_for_an_entry(entry, verdict):
    at = opened(open="route")
    at.selectbox(key="credit_entry").set_value(entry)
    assert verdict in said(drawn(at.run()))


def test_what_has_ended_is_checked_against_its_conditions():
    at = opened(due_on="2025-09-10", contract_on="2025-01-10", paid_off_on="2026-03-31", open="repair")
    at.session_state["repair"] = True
    drawn(at.run())
    assert "应在2026年4月30日前不再展示" in said(at)
    at.text_input(key="repair_paid_on_2026-03-31").set_value("2026-04-01")
    assert "没有在2026年3月31日（含）前还清" in said(drawn(at.run()))


@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
def test_every_sentence_is_there_in_the_other_scripts(lang):
    more = {"compensated_on": "2026-04-20", "plan_first": "2026-08-01", "plan_months": "6"}
    text = said(opened(lang=lang, paid_off_on="2026-05-20", open="how", **more))
    assert "2031" in text
    assert ("征信记录" in text) is False


def test_several_accounts_never_enter_the_address():
    at = opened(open="accounts")
    at.text_input(key="credit_account_B").set_value("2025-05-05")
    drawn(at.run())
    assert "还有1个账户没还清" in said(at)
    assert "2025-05-05" not in str(
        dict(at.query_params.items()) if hasattr(at.query_params, "items") else at.query_params
    )


def test_the_accounts_are_those_of_the_debts_entered():
    at = opened(open="accounts", debts="credit_card:20261101:8400:0:0:~micro_loan:20260910:500:0:36::m3")
    assert at.number_input(key="credit_accounts").value == 2
    assert [at.text_input(key=f"credit_account_{letter}").label for letter in "BC"] == [
        "2\u00a0信用卡 · 还清日",
        "3\u00a0小额贷款 · 还清日",
    ]


def test_further_debts_are_named_as_accounts_of_their_own_beside_the_answer(visit):
    two = "credit_card:20261101:8400:0:0:~micro_loan:20260910:500:0:36::m3"
    for more in ({}, {"paid_off_on": "2026-06-30"}):
        at = opened(debts=two, **more)
        others = at.button(key="credit_others")
        assert others.label.endswith("2\u00a0信用卡和3\u00a0小额贷款") and others.label.startswith("只是这一笔")
        assert "credit_accounts" not in [field.key for field in at.number_input]
        others.click().run()
        assert drawn(at).number_input(key="credit_accounts").value == 2
    bare = visit("credit", due_on="2026-03-01", lender="platform", debts=two)
    assert any("只是这一笔" in str(link.proto.label) for link in bare.get("page_link"))
    for alone in (opened(), visit("credit", story="household")):
        assert not alone.exception and "credit_others" not in [button.key for button in alone.button]


def test_the_year_may_be_guessed_first(visit):
    at = visit("credit", **CASE | {"guess": "1"})
    assert not at.get("bidi_component")
    at.number_input(key="guessed_credit").set_value(2028.0)
    drawn(at.button(key="guess_show").click().run())
    assert "2028年" in said(at) and "2031年" in said(at)


def test_who_has_paid_already_enters_that_day_and_is_told_from_it(visit):
    at = visit("credit")
    at.text_input(key="own_day").set_value("20260901")
    drawn(at.run())
    assert "已经还清，这条记录从这天起应当删除" in said(at) and "**2031年9月2日**" in said(at)
    assert at.text_input(key="own_day").value.startswith("2026年9月1日")  # in the same field, above the answer
    assert at.query_params["paid_off_on"] in ("2026-09-01", ["2026-09-01"]) and not at.get("bidi_component")
    at.text_input(key="own_day").set_value("20200101")
    drawn(at.run())
    assert "保存期已满，从这天起就应当删除" in said(at) and "**2025年1月2日**" in said(at)
    at.text_input(key="own_day").set_value("20990301")
    drawn(at.run())
    assert "paid_off_on" not in at.query_params and moved(at, "2099-03-01").startswith("2104年3月2日")


def test_a_day_of_paying_that_is_over_is_a_sentence_beside_what_was_typed():
    at = opened()
    at.text_input(key="pay_on").set_value("20260601")
    drawn(at.run())
    assert "2026年6月1日" in at.text_input(key="pay_on").value
    assert any("2026年6月1日已经过去" in warning.value for warning in at.warning)
