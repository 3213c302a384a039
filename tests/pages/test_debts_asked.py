"""Entering debts on the page of all debts: what is asked beside the figures, what is as before, what a reload loses."""

from decimal import Decimal

import pytest

from overdue.tables import dividing
from overdue.words import Lang, words
from tests.pages.conftest import moved, said
from tests.pages.test_debts import LINK, OTHERS
from tests.pages.test_debts_entry import fill

W = words(Lang.EN)


def opened(visit, **given: str):
    return visit("debts", lang="en", **LINK | {"open": "add"} | given)


def later(at, number: int) -> list[object]:
    return [group for group in at.button_group if group.key == f"debt_{number}_later"]


def test_whether_later_ones_are_unpaid_too_is_asked_for_each_debt_and_raises_the_count(visit):
    """Due since 1 January and one said to be missed: five more have fallen due by 30 June."""
    at = opened(visit, debts=OTHERS, open="debt_2")
    assert W("fields.later.label") in [group.label for group in later(at, 2)] and "another 5 fell due" in said(at)
    assert W("penalty.unsaid_both", first="|").split("|")[1] in said(at)
    later(at, 2)[0].set_value("missed").run()
    assert [debt.missed for debt in at.session_state["case"].further] == [6, 1]
    assert not later(at, 2) and W("penalty.unsaid_later") in said(at)


def test_later_ones_that_were_paid_are_in_no_sum(visit):
    at = opened(visit, debts="bank:20260101:500:20:18:50:n2000:l?", open="debt_2")
    before = at.session_state["debts_held"].picture.debts[1].owed
    later(at, 2)[0].set_value("paid").run()
    assert at.session_state["case"].further[0].later == "paid"
    assert at.session_state["debts_held"].picture.debts[1].owed == before
    later(at, 2)[0].set_value("missed").run()
    assert at.session_state["debts_held"].picture.debts[1].owed > before + 4 * 500


def test_what_is_left_opens_the_question_before_anything_counts(visit):
    at = opened(visit, debts=OTHERS, open="debt_2")
    before = at.session_state["debts_held"].picture.debts[1].owed
    fill(at, 2, remaining=3000.0)
    assert at.session_state["case"].further[0].later is None
    assert at.session_state["debts_held"].picture.debts[1].owed == before and later(at, 2)[0].value is None
    fill(at, 2, remaining=0.0)
    assert at.number_input(key="debt_2_remaining").value == 0  # none left is an answer, and stands there


def test_day_and_rate_of_the_one_before_are_taken_at_a_tap_and_never_unasked(visit):
    at = opened(visit, debts="bank:20260301:500:20:7.2:50")
    assert at.text_input(key="debt_0_due_on").value == "" and at.number_input(key="debt_0_rate").value is None
    assert [b.label for b in at.button if b.key.startswith("debt_before_")] == [
        W("debts.before_due_on", value=at.session_state["case"].further[0].due_on),
        W("debts.before_rate", value=at.session_state["case"].further[0].rate),
    ]
    at.button(key="debt_before_due_on").click().run()
    at.button(key="debt_before_rate").click().run()
    fill(at, 0, principal=800.0)
    at.button(key="debt_0_every").click().run()
    at.button(key="debt_add").click().run()
    one, made = at.session_state["case"].further
    assert (made.due_on, made.rate, made.missed) == (one.due_on, one.rate, 4)


def test_the_first_debt_and_the_example_have_none_before_them(visit):
    assert not [b for b in visit("debts", lang="en", open="add").button if b.key.startswith("debt_before_")]


def test_what_was_refused_stays_and_nothing_is_put_on_the_list_without_it(visit):
    at = opened(visit)
    fill(at, 0, due_on="2026-04-10", principal=800.0, missed=2.0, rate=5000.0)
    at.button(key="debt_add").click().run()
    assert not at.session_state["case"].debts and at.number_input(key="debt_0_rate").value == 5000
    assert at.number_input(key="debt_0_principal").value == 800 and said(at).count("5000") == 2
    fill(at, 0, rate=18.0)
    at.button(key="debt_add").click().run()
    assert [debt.rate for debt in at.session_state["case"].further] == [18]


def test_more_missed_than_can_be_is_tried_again_with_another_day(visit):
    at = opened(visit)
    fill(at, 0, due_on="2026-06-10", principal=800.0, missed=4.0)
    assert "4 missed" in said(at)
    fill(at, 0, due_on="2026-02-10")
    assert "4 missed" not in said(at) and at.session_state["debt_draft"].missed == 4


def test_a_budget_that_a_reload_would_lose_says_so_where_it_is_typed(visit):
    at = opened(visit, open="money")
    assert W("debts.budget.lost") not in said(at)
    at.number_input(key="income").set_value(6000.0).run()
    assert W("debts.budget.lost") in said(at) and "income" not in at.query_params
    assert W("debts.budget.lost") not in said(opened(visit, open="money", income="6000"))  # it came with the link


def test_after_a_reload_that_lost_debts_the_page_says_so_and_a_link_names_what_it_leaves_out(visit):
    at = opened(visit, debts=OTHERS)
    at.toggle(key="keep_debts").set_value(False).run()
    address = {name: "".join(value) for name, value in at.query_params.items()}
    assert address["further"] == "2" and "debts" not in address
    at.session_state["share"] = True
    assert W("link.debts_out", count=2) in said(at.run())
    again = visit("debts", **address)
    assert W("debts.gone", count=2) in said(again) and "".join(again.query_params["further"]) == "2"
    assert W("debts.gone", count=2) not in said(visit("debts", lang="en", **LINK | {"debts": OTHERS}))
    assert not visit("debts", lang="en", **LINK | {"further": "<b>"}).exception


def test_the_sum_of_the_plan_survives_a_reload_and_goes_along_with_the_debts_while_income_stays_private(visit):
    """3,000 less 2,400 leaves 600: whoever opens the debts sees that sum and the same totals."""
    at = visit("debts", lang="en", **LINK, debts=OTHERS)
    at.session_state.case = at.session_state.case.edited(income=Decimal(3000), needs=Decimal(2400))
    at.run()
    address = {name: "".join(value) for name, value in at.query_params.items()}
    assert address["monthly"] == "600" and not {"income", "needs"} & address.keys()
    again = visit("debts", **address).session_state["debts_held"]
    assert again.divided().paid == at.session_state["debts_held"].divided().paid
    at = visit("debts", lang="en", **LINK, monthly="1000")
    assert "".join(at.query_params["monthly"]) == "1000" and not at.session_state["budget_shared"]


def test_an_address_that_lost_debts_opens_at_its_top(visit):
    at = visit("debts", lang="en", **LINK, further="2", open="add")
    assert W("debts.gone", count=2) in said(at) and "open" not in at.query_params
    assert "".join(visit("debts", lang="en", **LINK, open="add").query_params["open"]) == "add"


def test_a_sum_that_looks_like_a_day_is_asked_about_and_any_other_is_not(visit):
    at = opened(visit)
    for sum_, asked in ((20260901.0, True), (20261301.0, False), (8000.0, False)):
        fill(at, 0, principal=sum_)
        assert (W("fields.principal.remark_day") in said(at)) is asked


def test_after_adding_the_form_is_closed_and_says_what_was_added_until_the_page_is_left(visit):
    at = opened(visit, open="add")
    fill(at, 0, due_on="2026-04-10", principal=800.0, missed=1.0)
    at.button(key="debt_add").click().run()
    note = W("debts.added", name="2 ").split("2")[1].strip()
    assert not [one for one in at.number_input if one.key == "debt_0_principal"] and note in at.success[0].value
    at.session_state["q_add"] = True
    at.run()
    fill(at, 0, principal=900.0)
    assert note in at.success[0].value  # nothing above the field went while it was typed into


@pytest.mark.parametrize("kept", [False, True])
def test_what_a_reload_would_lose_is_said_where_the_debts_stand_and_the_file_is_offered(visit, kept):
    at = opened(visit, debts=OTHERS)
    at.toggle(key="keep_debts").set_value(kept).run()
    files = [d.proto.label for d in at.get("download_button")]
    assert (W("debts.lost") in said(at)) is not kept and (W("common.keep_save") in files) is not kept
    assert ("debts" in at.query_params) is kept


TWO = {"lender": "consumer_finance", "as_of": "2026-11-30", "due_on": "2026-09-05", "principal": "1111", "missed": "3"}
TWO |= {"remaining": "7777", "later": "missed", "interest": "278", "daily_rate": "0.05", "uplift": "?"}


@pytest.mark.parametrize("lang", [Lang.ZH, Lang.EN])
def test_a_rate_nobody_gave_never_decides_whom_to_pay_first(visit, lang):
    """The micro-loan is free of penalty on its lowest reading and the dearest on its highest (24 %, raised by half:
    36 beside 0.05 % a day, 18): the headline says what to ask, and what each gets until then."""
    at = visit("debts", lang=str(lang), **TWO, debts="micro_loan:20260812:6000:0::", monthly="1200")
    w, debts = words(lang), at.session_state["debts_held"]
    told = moved(at, "1200")
    assert debts.compare().open and debts.way.value == "fair"
    assert [end.divisions["dearest"].order[0] for end in debts.compare().ends[:2]] == ["1", "2"]
    assert told.strip().startswith(w("debts.move.open", asked="|").split("|")[0].strip())
    first = next(row for row in debts.divided().months if row.paid)
    assert sum(first.paid.values()) == 1200 and all(w.yuan(sum_) in told for sum_ in first.paid.values())
    assert w("debts.move.says", monthly="|", way="|", sums="|", done="|").split("|")[1] not in told
    assert w("debts.whole.dearest_known", name="|", cost="|", names="|").split("|")[2] in said(at)


def test_where_both_readings_agree_the_order_stands(visit):
    """At 40 % a year, raised by half, the first debt is dearer than any reading of the other."""
    at = visit(
        "debts", lang="en", **LINK | {"rate": "40", "uplift": "50", "debts": "bank:20260101:500:20::", "monthly": "800"}
    )
    ways = at.session_state["debts_held"].compare()
    assert not ways.open and "the least is paid by" in moved(at, "800")


def test_a_sum_nobody_gave_speaks_of_no_insolvency_and_a_smaller_one_names_what_would_end_it(visit):
    at = visit("debts", lang="en", **TWO)
    debts = at.session_state["debts_held"]
    assert debts.monthly == 600 and "all paid in" in moved(at, dividing.at(debts))  # 4,167 + 834 and 7,777 over 24
    small = moved(at, "200")
    assert "insolvency" not in small and "a month to end it" in small and W("debts.move.not_given") in small
    at = visit("debts", lang="en", **TWO, monthly="200")
    assert "insolvency" in moved(at, "200")


def test_a_sum_that_is_the_whole_is_never_multiplied(visit):
    """Four instalments of 6,000 would be 24,000: the button says so before it is tapped, and the other counts once."""
    at = opened(visit)
    fill(at, 0, due_on="2026-03-10", principal=6000.0)
    day = at.session_state["case"].as_of
    every = W("debts.every", day=day, count=4, each="6,000.00 yuan", sum="24,000.00 yuan")
    assert at.button(key="debt_0_every").label.replace("\xa0", " ") == every.replace("\xa0", " ")
    at.button(key="debt_0_whole").click().run()
    at.button(key="debt_add").click().run()
    made = at.session_state["debts_held"].picture.debts[1]
    assert (made.ledger.principal, made.not_due) == (6000, 0) and not later(at, 2)
