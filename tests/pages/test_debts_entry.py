"""The page of all debts, without a browser: what is typed, a debt added, named, taken out; what cannot be is said."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal as D

from overdue.ui import state
from overdue.words import Lang, words
from tests.pages.conftest import moved, said
from tests.pages.test_debts import LINK, OTHERS, labels


def fill(at, number: int, **given: object) -> None:
    """Enter figures of a debt, each in its field."""
    for name, value in given.items():
        key = f"debt_{number}_{name}"
        if name == "lender":
            at.selectbox(key=key).set_value(value).run()
        elif name == "due_on":
            at.text_input(key=key).set_value(str(value)).run()
        else:
            at.number_input(key=key).set_value(value).run()
        assert not at.exception


def test_ones_own_list_begins_empty_and_a_debt_is_there_after_six_fields_and_two_taps(visit):
    at = visit("debts", lang="en", lender="unknown")
    assert at.session_state["case"].story is None and words(Lang.EN)("debts.begin") in said(at)
    today = state.today()
    fill(at, 0, lender="platform", due_on=today - timedelta(days=70), principal=1000.0, interest=90.0, missed=2.0)
    fill(at, 0, rate=18.0)
    at.button(key="debt_add").click().run()
    case = at.session_state["case"]
    assert (case.lender, case.missed, case.debts, case.principal) == ("platform", 2, (), 1000)
    assert at.session_state["debt_draft"] is None
    assert not at.session_state["q_add"]
    at.session_state["q_add"] = True
    at.run()
    assert at.number_input(key="debt_0_missed").value is None
    fill(at, 0, lender="bank", due_on=today - timedelta(days=27), principal=500.0)
    at.button(key="debt_add").click().run()
    case = at.session_state["case"]
    assert (case.principal, [debt.principal for debt in case.further]) == (1000, [500])
    assert "is on the list" in at.success[0].value
    assert "debts" not in at.query_params  # not ticked
    at.toggle(key="keep_debts").set_value(True).run()
    assert at.query_params["debts"].startswith("bank:")


def test_ones_own_begins_before_the_example(visit):
    at = visit("debts", lang="en")
    assert labels(at)[0] == words(Lang.EN)("debts.add_first")
    assert words(Lang.EN)("debts.q.add") not in labels(at)


def test_a_name_given_to_a_debt_follows_it_and_leaves_the_app_in_no_address(visit):
    at = visit("debts", lang="en", **LINK | {"as_of": state.today().isoformat()}, debts=OTHERS, open="debt_2")
    assert any(line.startswith("**2 Bank loan**") for line in labels(at))
    at.text_input(key="debt_2_called").set_value("my *blue*").run()
    assert any(line.startswith("**2 my ＊blue＊**") for line in labels(at))
    assert "my ＊blue＊" in moved(at, "200") and "blue" not in str(dict(at.query_params))
    at.text_input(key="debt_2_called").set_value("a name far too long for a line").run()
    assert "at most 12" in said(at) and any(line.startswith("**2 my ＊blue＊**") for line in labels(at))
    at.session_state["q_letter"] = True
    at.run()
    at.selectbox(key="letter_debt").set_value(2).run()
    assert at.text_input(key="letter_lender_2").value == "my ＊blue＊"
    at.session_state["q_debt_1"] = True
    at.run()
    at.button(key="debt_remove_1").click().run()
    assert any(line.startswith("**1 my ＊blue＊**") for line in labels(at))
    assert at.session_state["letter_lender_1"] == "my ＊blue＊"
    at.session_state["q_debt_2"] = True
    at.run()
    at.button(key="debt_open_2").click().run()
    at.switch_page("pages/debts.py").run()
    assert any(line.startswith("**2 my ＊blue＊**") for line in labels(at))


def test_the_sum_under_the_finger_can_be_typed_beside_it(visit):
    at = visit("debts", lang="en", **LINK)
    at.number_input(key="monthly").set_value(777.5).run()
    assert at.session_state["case"].monthly == D("777.5") and "777.50" in moved(at, "777.5")
    at.number_input(key="monthly").set_value(-1.0).run()
    assert at.session_state["case"].monthly == D("777.5") and at.number_input(key="monthly").value == -1


def test_figures_of_the_example_never_stand_beside_ones_own(visit):
    at = visit("debts", lang="en", open="add")
    fill(at, 0, due_on=state.today() - timedelta(days=40), principal=777.0, missed=1.0)
    assert at.session_state["case"].story == "household"
    at.button(key="debt_add").click().run()
    case = at.session_state["case"]
    assert (case.story, case.principal, case.debts, case.income, case.monthly) == (None, 777, (), None, None)


def test_a_budget_typed_beside_the_example_is_ones_own_and_stays(visit):
    at = visit("debts", lang="en", open="money")
    at.number_input(key="income").set_value(6543.0).run()
    at.session_state["q_add"] = True
    at.run()
    fill(at, 0, due_on=state.today() - timedelta(days=40), principal=777.0, missed=1.0)
    at.button(key="debt_add").click().run()
    case = at.session_state["case"]
    assert (case.story, case.principal, case.income, case.needs) == (None, 777, 6543, None)


def test_a_figure_that_cannot_be_is_kept_beside_its_sentence(visit):
    at = visit("debts", lang="en", **LINK, debts=OTHERS, open="debt_2")
    fill(at, 2, missed=40.0)
    assert "40 missed" in said(at) and at.number_input(key="debt_2_missed").value == 40
    assert [debt.missed for debt in at.session_state["case"].further] == [1, 1]
    at.button(key="debt_remove_2").click().run()
    assert [debt.principal for debt in at.session_state["case"].further] == [1000]


def test_the_button_says_what_is_missing(visit):
    at = visit("debts", lang="en", **LINK, open="add")
    fill(at, 0, principal=500.0)
    at.button(key="debt_add").click().run()
    assert words(Lang.EN)("fields.due_on.label") in said(at) and not at.session_state["case"].debts


def test_how_many_are_missed_is_asked_where_it_could_be_more_than_one(visit):
    at = visit("debts", lang="en", **LINK, open="add")
    assert at.number_input(key="debt_0_missed").value is None
    fill(at, 0, due_on=date(2026, 4, 20), principal=500.0)
    at.button(key="debt_add").click().run()
    assert words(Lang.EN)("fields.missed.label") in said(at) and not at.session_state["case"].debts
    fill(at, 0, missed=1.0)
    at.button(key="debt_add").click().run()
    assert [debt.missed for debt in at.session_state["case"].further] == [1]


def test_the_example_is_folded_away_while_a_debt_is_being_entered(visit):
    at = visit("debts", lang="en")
    w = words(Lang.EN)
    assert any("more a month" in label for label in labels(at))
    at.session_state["q_add"] = True
    at.run()
    assert w("debts.example") in labels(at) and not any("more a month" in label for label in labels(at))
    fill(at, 0, principal=500.0)
    at.session_state["q_add"] = False
    at.run()
    assert not any("more a month" in label for label in labels(at))  # what was typed is still there


def test_a_lump_sum_before_the_day_looked_at_counts_no_more_and_says_so(visit):
    at = visit("debts", lang="en", **LINK, open="money")
    at.session_state["lump_table"] = True
    at.run()
    for day, amount in ((date(2026, 6, 1), 500.0), (date(2026, 7, 15), 900.0)):
        at.text_input(key="helps_day").set_value(str(day)).run()
        at.number_input(key="helps_amount").set_value(amount).run()
        at.button(key="helps_add").click().run()
    assert [lump.amount for lump in at.session_state["case"].helps] == [500, 900]
    assert "before the day looked at" in said(at)
    assert [help_.amount for help_ in at.session_state["debts_held"].household.helps] == [900]


def test_the_day_a_complaint_came_comes_first_and_is_the_same_on_the_page_of_the_court(visit):
    """Fifteen days from 16 September 2026 end on 1 October, a rest day: 8 October is the first working day after."""
    at = visit("debts", lang="zh", **LINK | {"as_of": "2026-09-20"}, debts=OTHERS, open="debt_1")
    at.session_state["debt_1_table"] = True
    at.run()
    at.text_input(key="debt_1_complaint_on").set_value("20260916").run()
    assert not at.exception and at.query_params["complaint_on"] == "2026-09-16"
    first = next(text.value for text in at.markdown if "把答辩交到法院" in text.value)
    assert "2026年10月8日" in first and "答辩期满" in labels(at)[0]
    at.switch_page("pages/timeline.py")
    at.query_params["part"] = "court"
    at.run()
    assert "2026年9月16日" in str(at.text_input(key="papers_complaint_on").value)
    at.text_input(key="papers_complaint_on").set_value("").run()
    assert at.session_state["case"].complaint_on is None


def test_a_complaint_that_came_beside_an_example_stays_with_the_person_who_goes_on(visit):
    at = visit("timeline", lang="zh", part="court", held="complaint")
    at.text_input(key="papers_complaint_on").set_value("2026-09-16").run()
    assert at.session_state["case"].story and at.session_state["case"].complaint_on is None
    at.session_state["case"] = at.session_state["case"].edited(principal=D(777))
    at.run()
    assert at.session_state["case"].complaint_on == date(2026, 9, 16)
    assert "2026年9月16日" in str(at.text_input(key="papers_complaint_on").value)


def test_a_complaint_from_days_to_come_is_said(visit):
    at = visit("debts", lang="en", **LINK, complaint_on="2099-01-02", open="debt_1")
    assert "is still to come" in said(at)


def test_needs_entered_in_parts_are_one_sum_above_and_rows_in_the_statement(visit):
    at = visit("debts", lang="en", **LINK, open="money", income="6000")
    at.session_state["parts_table"] = True
    at.run()
    at.number_input(key="part_rent").set_value(1800.0).run()
    at.number_input(key="part_medicine").set_value(250.0).run()
    assert at.number_input(key="needs").value == 2050 and "3,950.00" in said(at)
    at.number_input(key="needs").set_value(2000.0).run()
    assert "less than their parts" in said(at) and at.session_state["case"].needs == 2050
    at.number_input(key="needs").set_value(3000.0).run()
    at.session_state["q_take"] = at.session_state["debts_statement_twin"] = True
    at.run()
    told = next(code.value for code in at.code if "Statement of income" in code.value)
    assert "– Rent | 1,800.00 yuan" in told and "– Other | 950.00 yuan" in told


def test_a_card_is_asked_for_its_bill_alone_and_owes_no_more_than_that(visit):
    at = visit("debts", lang="en", lender="unknown")
    fill(at, 0, lender="credit_card")
    assert at.number_input(key="debt_0_principal").label == words(Lang.EN)("debts.billed")
    assert not [
        field.key for field in at.number_input if field.key in ("debt_0_missed", "debt_0_interest", "debt_0_remaining")
    ]
    fill(at, 0, due_on=state.today() - timedelta(days=87), principal=8400.0)
    at.button(key="debt_add").click().run()
    case = at.session_state["case"]
    assert (case.lender, case.missed, case.principal, case.interest) == ("credit_card", 1, 8400, 0)
    assert at.session_state["debts_held"].picture.owed == D("8400")  # no rate was given
    assert (case.remaining, case.later) == (0, "paid")  # nothing of a bill is still to come, so nothing more is asked
    assert words(Lang.EN)("debts.line.no_rate_card") in labels(at)[0]
    at.session_state["q_debt_1"] = True
    at.run()
    assert at.number_input(key="debt_1_principal").value == 8400
    assert not [group for group in at.button_group if group.key.endswith("_later")]  # two more months passed: not asked


def test_a_card_chosen_late_takes_nothing_back_that_was_typed(visit):
    at = visit("debts", lang="en", lender="unknown")
    fill(at, 0, missed=2.0, interest=90.0, remaining=500.0)
    for lender in ("credit_card", "bank"):
        fill(at, 0, lender=lender)
        draft = at.session_state["debt_draft"]
        assert (draft.missed, draft.interest, draft.remaining) == (2, 90, 500)


def test_a_card_that_was_chosen_by_mistake_leaves_nothing_said(visit):
    at = visit("debts", lang="en", lender="unknown")
    fill(at, 0, lender="credit_card")
    fill(at, 0, lender="bank")
    assert at.number_input(key="debt_0_missed").value is None and at.number_input(key="debt_0_interest").value is None
    fill(at, 0, due_on=state.today() - timedelta(days=87), principal=500.0)
    at.button(key="debt_add").click().run()
    assert not at.session_state["case"].principal and not at.success  # how many were missed is still asked


def test_a_letter_to_one_who_waits_says_so_before_it_is_sent(visit):
    today = state.today().isoformat()
    given = LINK | {"debts": OTHERS, "monthly": "600", "as_of": today, "open": "letter"}
    w = words(Lang.ZH)
    for way, waits in (("own", True), ("fair", False)):
        at = visit("debts", lang="zh", way=way, turn="1.2.3", **given)
        at.selectbox(key="letter_debt").set_value(3).run()
        assert w("debts.letter.before") in said(at)
        assert any("才轮到" in info.value for info in at.info) == waits
        assert "减免罚息" in at.text[0].value and "只为协商" in at.text[0].value
