"""The way in to one's own figures, without a browser: nothing of an example, the total at every step."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest

from overdue.periods import add_period
from overdue.ui import state
from overdue.words import Lang, words
from tests.cases import LINK as CASE
from tests.pages.conftest import moved, said


@pytest.mark.parametrize("lang", list(Lang))
def test_one_begins_with_nothing_and_nothing_is_claimed(visit, lang):
    at = visit("entry", lang=lang)
    assert at.text_input(key="due_on").value == "" and at.number_input(key="principal").value is None
    told = said(at)
    assert words(lang)("entry.first") in told
    assert "1,000" not in told and words(lang)("home.name.job") not in told


def test_the_total_follows_every_step_and_waiting_is_one_tap(visit):
    today = state.today()
    due = add_period(today, months=-2)
    at = visit("entry", lang="en")
    at.text_input(key="due_on").set_value(str(due)).run()
    at.number_input(key="principal").set_value(1000.0).run()
    told = words(Lang.EN)("entry.how_many")
    assert told in said(at) and "1,000.00 yuan" not in said(at)  # no count was said, so no sum is claimed
    at.number_input(key="interest").set_value(90.0).run()
    at.number_input(key="rate").set_value(18.0).run()
    at.get("segmented_control")[[c.key for c in at.get("segmented_control")].index("entry_later")].set_value(
        "more"
    ).run()
    assert at.number_input(key="missed").value is None and told in said(at)  # no count is put into one's mouth
    assert at.number_input(key="remaining").value is None
    at.number_input(key="missed").set_value(3.0).run()
    assert told not in said(at)
    assert at.session_state.case.missed == 3
    # 3 × 1,090 and 1,000 × 27 % / 360 a day since each due day (Civil Code 201: the due day does not count)
    days = sum((today - add_period(due, months=n)).days for n in range(3))
    assert f"{3270 + 0.75 * days:,.2f} yuan" in said(at)
    assert "not given: 50% counts" in said(at)  # what was not given is said to be assumed
    at.button(key="wait_60").click().run()
    later = today + timedelta(days=60)
    assert at.session_state.case.pay_on == later and at.session_state.case.as_of == today
    assert f"**{60 * 3 * 0.75:,.2f} yuan**" in said(at)
    assert not at.exception


ASKED = CASE | {"uplift": "?", "rate": "24", "due_on": "2026-08-20", "as_of": "2026-11-30", "missed": "4"}


def test_a_sum_that_rests_on_a_guessed_uplift_says_between_what_it_lies_on_the_day_of_the_sum(visit):
    given = ASKED | {"principal": "1000", "interest": "110", "lender": "unknown", "lang": "zh"}
    # 1,000 x 102 + 71 + 41 + 10 days at 24 % and at 36 % / 360; 60 more days on each; a card may add nothing
    assert "其中罚息 149.33–224.00 元，看合同加收多少；没填，先按 50%" in said(visit("entry", **given))
    told = said(visit("entry", **given, pay_on="2027-01-29"))
    assert "其中罚息 309.33–464.00 元" in told and "224.00" not in told.split("再等等")[0]
    bank = given | {"lender": "bank"}  # PEN-1: 30 to 50 % on top, so 31.2 to 36 %
    assert "其中罚息 194.13–224.00 元" in said(visit("entry", **bank))
    assert "其中罚息 194.13–224.00 元" in moved(visit("penalty", **bank), "2026-11-30")
    assert "其中罚息 224.00 元。" in said(visit("entry", **given | {"uplift": "50"}))


def test_what_a_guessed_uplift_puts_above_the_line_is_no_overcharge(visit):
    given = ASKED | {"principal": "1000", "interest": "110", "lender": "bank", "lang": "zh", "open": "line"}
    told = said(visit("penalty", **given))
    # 224.00 at 36 % / 360, and by the line 1,000 x 24 % x 224 / 365 = 147.29
    assert "要是合同加收 50%" in told and "76.71" in told and "并在诉讼中请求调减" not in told
    assert "并在诉讼中请求调减" in said(visit("penalty", **given | {"uplift": "50"}))


def test_what_nobody_said_is_in_no_sum_and_named(visit):
    given = {"due_on": "2026-08-10", "as_of": "2026-11-30", "principal": "1000", "interest": "90", "missed": "3"}
    at = visit("entry", lang="zh", rate="18", pay_on="2027-01-29", **given)
    # 1,000 x 27 % / 360 a day since 10 August, 10 September and 10 October: 112 + 81 + 51 days; then 3 x 60 more
    told = said(at)
    assert "3,453.00" in told and "3,588.00" in told and told.count("11月10日起的各期还没填") == 2
    asked = next(c for c in at.get("segmented_control") if c.key == "later")
    assert asked.value is None
    asked.set_value("missed").run()
    assert at.session_state.case.missed == 4 and at.session_state.case.remaining is None
    # a fourth 1,090 and its 20 days
    assert "4,558.00" in said(at) and said(at).count("还没到期的没填，没算在内") == 2
    at.number_input(key="remaining").set_value(0.0).run()
    assert at.session_state.case.remaining == 0 and "没填，没算在内" not in said(at)


def test_a_passed_day_of_what_is_left_is_asked_before_it_counts(visit):
    given = {"due_on": "2026-08-10", "as_of": "2026-11-30", "principal": "1000", "interest": "90", "missed": "3"}
    at = visit("entry", lang="zh", rate="18", **given)
    at.number_input(key="remaining").set_value(9000.0).run()
    assert "3,453.00" in said(at) and "11月10日那期还了没有，还没选" in said(at)
    next(c for c in at.get("segmented_control") if c.key == "later").set_value("missed").run()
    # 1,000, 9,000 x 18 % / 12 and 20 days of 0.75
    assert "4,603.00" in said(at) and "还没选" not in said(at)
    assert at.session_state.case.missed == 3  # what was typed stays as typed


def picked(at, key: str):
    return next((group for group in at.get("segmented_control") if group.key == key), None)


def test_only_this_one_is_an_answer_and_nothing_turns_it_into_more(visit):
    at = visit("entry", lang="zh", due_on=str(add_period(state.today(), months=-2)), principal="2000")
    picked(at, "entry_later").set_value("one").run()
    case = at.session_state.case
    assert (case.missed, case.later) == (1, "paid") and picked(at, "later") is None
    assert "2,000.00" in said(at) and "还没填" not in said(at).replace("没到期的没填", "")
    picked(at, "entry_later").set_value("more").run()
    assert at.session_state.case.later == "missed"


@pytest.mark.parametrize("given", [{"remaining": "0"}, {"lender": "credit_card", "missed": "1"}])
def test_where_nothing_comes_after_them_nothing_more_is_asked(visit, given):
    """Due since August; with nothing left, or on a card's bill, no further instalment can have fallen due."""
    case = {"due_on": "2026-08-10", "as_of": "2026-11-30", "principal": "1000", "missed": "2", "rate": "18"} | given
    assert picked(visit("penalty", lang="zh", open="mine", **case), "later") is None
    case |= {"remaining": "5000"}
    assert (picked(visit("penalty", lang="zh", open="mine", **case), "later") is None) == ("lender" in given)


def test_an_answer_that_raises_the_count_says_to_what(visit):
    given = {"due_on": "2026-08-10", "as_of": "2026-11-30", "principal": "1000", "missed": "2", "rate": "18"}
    asked = picked(visit("entry", lang="zh", **given), "later")
    assert asked.value is None and "也没还（一共 4 期）" in asked.options  # August to November


def test_a_count_that_cannot_be_is_told_beside_the_field(visit):
    due = add_period(state.today(), months=-2)
    at = visit("entry", lang="en", due_on=due.isoformat(), principal="1000", missed="2", rate="18")
    at.number_input(key="missed").set_value(9.0).run()
    assert at.session_state.case.missed == 2
    assert len(at.warning) == 1 and "9" in at.warning[0].value


def test_the_pasted_page_is_shown_as_understood_and_taken_only_then(visit):
    at = visit("entry", lang="en", open="paste")
    at.text_area(key="entry_text").set_value("2026-01-10 principal 1,000 interest 90\nAPR 18%").run()
    assert "10 January 2026: principal 1,000.00, interest 90.00" in said(at)
    assert at.session_state.case.principal is None
    at.button(key="entry_take").click().run()
    case = at.session_state.case
    assert (case.due_on, case.principal, case.rate) == (date(2026, 1, 10), 1000, 18)
    assert not at.exception


def test_a_pasted_day_that_can_be_two_and_a_rate_by_the_day_are_asked(visit):
    at = visit("entry", lang="zh", open="paste", as_of="2026-11-30")
    at.text_area(key="entry_text").set_value("10/09/2026 本金 1000 利息 90\n日利率 0.05%").run()
    assert "entry_take" not in {button.key for button in at.button}
    at.button(key="entry_text_0").click().run()
    assert at.text_area(key="entry_text").value.startswith("2026-09-10 本金")
    asked = at.radio(key="entry_text_rate_0.05")
    assert asked.value is None
    asked.set_value("late").run()
    at.button(key="entry_take").click().run()
    case = at.session_state.case
    assert (case.due_on, case.rate, case.daily_rate) == (date(2026, 9, 10), None, Decimal("0.05"))


FALLING = "2026-08-20 本金1000元 利息84元\n2026-09-20 本金1000元 利息76元\n2026-10-20 本金1000元 利息68元"


def test_with_instalments_one_by_one_nothing_can_be_typed_for_nothing(visit):
    at = visit("entry", lang="zh", open="paste", rate="24", as_of="2026-11-30")
    at.text_area(key="entry_text").set_value(FALLING)
    at.button(key="entry_read").click().run()
    at.button(key="entry_take").click().run()
    case = at.session_state.case
    assert [row[2] for row in case.rows] == [84, 76, 68]
    # 3,000 and 228, and 1,000 x 36 % / 360 a day since each due day: 102 + 71 + 41 days
    assert "**3,442.00 元**" in said(at) and "本金 1,000.00，利息 76.00" in said(at)
    shown = {field.key for kind in (at.number_input, at.text_input) for field in kind}
    assert not shown & {"due_on", "principal", "interest", "missed", "remaining"} and "没填，按年利率算" not in said(at)
    for page in ("penalty", "timeline"):  # nor on another page
        at.switch_page(f"pages/{page}.py").run()
        assert not {field.key for field in at.number_input} & {"principal", "missed"}
    at.switch_page("pages/entry.py").run()
    at.button(key="rows_drop").click().run()
    assert not at.session_state.case.rows and at.number_input(key="principal").value is None


def test_what_cannot_be_read_says_so_and_changes_nothing(visit):
    at = visit("entry", lang="en", open="paste")
    at.text_area(key="entry_text").set_value("**hello** <b>").run()
    assert len(at.warning) == 1 and not at.exception
    assert at.session_state.case.principal is None


def test_ones_own_figures_stay_when_one_comes_back(visit):
    at = visit("entry", lang="zh", due_on="2026-01-10", principal="1234")
    assert at.number_input(key="principal").value == 1234.0


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_waiting_that_adds_nothing_is_said_as_that(visit, lang):
    at = visit("entry", **CASE | {"rate": "0"}, pay_on="2026-08-29", lang=lang)
    text = said(at)
    assert words(Lang(lang)).yuan(Decimal(3270)) in text and not re.search(r"(?<![\d.,])0\.00", text)


def test_how_an_instalment_is_shown_stays_as_chosen_whatever_is_typed(visit):
    at, w = visit("entry", lang="zh", principal="1000"), words(Lang.ZH)
    at.number_input(key="interest").set_value(0.0).run()
    assert picked(at, "entry_parts").value == "both" and at.number_input(key="interest").value == 0
    picked(at, "entry_parts").set_value("sum").run()
    assert at.number_input(key="principal").label == w("entry.one_sum") != w("fields.principal.label")


def test_a_figure_that_cannot_be_is_named_where_the_sum_would_stand(visit):
    at = visit("entry", lang="zh", due_on="2026-08-10", as_of="2026-11-30", missed="2", rate="18")
    at.number_input(key="principal").set_value(-5.0).run()
    assert "“每期本金（元）”那一格" in said(at) and words(Lang.ZH)("entry.first") not in said(at)


def test_the_day_chosen_and_its_sum_stand_at_the_top_beside_todays(visit):
    at = visit("entry", **CASE | {"lang": "zh"})
    at.button(key="wait_60").click().run()
    # 3,270 and 317.25 on 30 June 2026 (README), 60 more days of 3 x 0.75
    assert "**3,722.25 元**" in said(at) and "到2026年8月29日" in said(at) and "（今天 3,587.25）" in said(at)
    without_rate = said(
        visit("entry", **{k: v for k, v in CASE.items() if k != "rate"} | {"lang": "zh"}, pay_on="2026-08-29")
    )
    assert "到2026年8月29日至少，最多约 3,873.00" in without_rate  # a yuan a day on each 1,000: 423 days and 3 x 60
    at.button(key="wait_0").click().run()
    assert "**3,587.25 元**" in said(at) and "（今天" not in said(at)


def test_without_a_rate_the_most_of_a_later_day_holds_what_falls_due_until_then(visit):
    given = {"lender": "unknown", "due_on": "2026-09-05", "principal": "1111", "interest": "278", "missed": "3"}
    given |= {"remaining": "7777", "rate": "?", "uplift": "?", "later": "?", "day_basis": "360"}
    at = visit("entry", **given, as_of="2026-11-30", pay_on="2027-01-29", lang="en")
    # five instalments of 1,389 are due by then, and penalty at 24 % and half on top: 0.1 % a day on 1,111 of each from
    # its due day (146, 116, 85, 55 and 24 days)
    grown = [(Decimal(1111) * days / 1000).quantize(Decimal("0.01"), ROUND_HALF_UP) for days in (146, 116, 85, 55, 24)]
    assert "6,945.00 yuan" in said(at) and f"{5 * 1389 + sum(grown):,.2f} yuan" in said(at)


def test_a_day_that_is_over_is_never_called_today(visit):
    at = visit("entry", **CASE, lang="en")
    day, w = at.session_state["case"].as_of, words(Lang.EN)
    assert day != state.today() and at.button(key="wait_0").label == w.day(day)
    at = visit("entry", **CASE | {"as_of": state.today().isoformat()}, lang="en")
    assert at.button(key="wait_0").label == w("entry.today")


def test_a_rate_once_overdue_says_nothing_of_the_interest_of_the_contract(visit):
    given = {"lender": "bank", "due_on": "2026-09-15", "principal": "800", "missed": "3", "remaining": "8000"}
    at = visit("entry", **given, daily_rate="0.04", as_of="2026-12-01", later="missed", lang="zh")
    # 2,400 and 0.04 % a day on 800 for 77, 47 and 16 days: 44.80; the interest of the contract is in it nowhere
    assert "2,444.80 元" in said(at) and words(Lang.ZH)("penalty.unsaid_interest") in said(at)
    assert "到期没还的至少" in said(at) and "到期没还的一共" not in said(at)


def test_a_pasted_page_without_later_instalments_says_so_and_tells_no_cost_but_the_least(visit):
    rows = "20260915:800:230.4:0~20261015:800:220.8:0~20261115:800:211.2:0"
    given = {"lender": "bank", "rate": "14.4", "rows": rows, "as_of": "2026-12-01", "lang": "zh"}
    assert words(Lang.ZH)("penalty.unsaid_rows") in said(visit("entry", **given))
    whole = given | {"contract_on": "2026-08-15", "open": "history"}
    assert "成本至少" not in said(visit("bill", **whole))
    assert "成本至少" in said(visit("bill", **whole, received="2100"))
    assert "成本至少" not in said(visit("bill", **whole, received="5000"))  # others are missing
