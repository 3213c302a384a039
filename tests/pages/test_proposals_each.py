"""A plan named by what each payment takes: asked what it settles before it is judged, and never judged as another."""

from __future__ import annotations

import pytest

from tests.pages.conftest import moved
from tests.pages.test_proposals import said

# Four instalments of 1,000 overdue, three to come; interest by the yearly rate, nobody said how penalty is counted.
LOAN = {
    "as_of": "2026-11-30", "lender": "unknown", "due_on": "2026-08-20", "principal": "1000", "missed": "4",
    "remaining": "3000", "rate": "24", "day_basis": "360", "base": "principal", "compound": "none", "rest": "none",
    "late_fee": "0", "grace": "0", "order": "legal", "uplift": "?",
}  # fmt: skip
BUDGET = {"income": "4200", "needs": "3100"}
ASKS = {"zh": "这个方案连以后各期也一起还吗", "en": "Does this plan cover the instalments still to come"}


def named(visit, amount, **more):
    at = visit("proposals", **LOAN | more)
    at.number_input(key="b_monthly").set_value(amount).run()
    return at


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_payment_that_fits_the_whole_loan_is_asked_about_and_nothing_else_is_judged(visit, lang):
    at = named(visit, 650.0, lang=lang, **BUDGET, open="carry")
    (asks,) = [one.value for one in at.warning]
    assert ASKS[lang] in asks and "7,800" in asks  # 12 × 650
    assert not at.get("bidi_component") and "388.67" not in said(at)
    assert "付不起" not in said(at) and "cannot be carried" not in said(at)


def test_one_tap_takes_the_typed_amount_as_the_whole_loans(visit):
    at = named(visit, 650.0, **BUDGET)
    at.button(key="b_settles_whole").click().run()
    assert at.number_input(key="b_monthly").value == 650 and not at.warning
    assert at.query_params["offers"] in ("b:w:y", ["b:w:y"])
    assert at.get("bidi_component") and "12 × 650.00" in said(visit_table(at))


def visit_table(at):
    at.session_state["strips_table"] = True
    return at.run()


def test_the_other_answer_says_what_would_do_and_leaves_the_question_open_to_both(visit):
    at = named(visit, 650.0)
    at.button(key="b_settles_due").click().run()
    (why,) = [one.value for one in at.warning]
    assert "629.62" in why and "没到期" in why
    assert not at.get("bidi_component")
    assert [str(one.key) for one in at.button if str(one.key).startswith("b_settles")] == ["b_settles_whole"]
    at.button(key="b_settles_whole").click().run()
    assert not at.warning and at.query_params["offers"] in ("b:w:y", ["b:w:y"])


@pytest.mark.parametrize(("open_", "figure"), [("offer", "b_whole"), ("offer", "plan_months")])
def test_what_was_refused_is_tried_again_once_the_case_fits(visit, open_, figure):
    at = named(visit, 650.0, open=open_)
    if figure == "b_whole":
        at.session_state["more_b"] = True
        at.run()
        at.toggle(key="b_whole").set_value(True).run()
    else:
        at.number_input(key="plan_months").set_value(8).run()  # 5,200: nearer the 4,664 that is due
    assert not at.warning and at.number_input(key="b_monthly").value == 650


def test_an_amount_of_what_is_due_is_taken_unasked_and_a_wrong_whole_is_asked_about(visit):
    at = named(visit, 400.0)
    assert not at.warning and at.query_params["offers"] in ("b:y", ["b:y"])
    at = named(visit, 389.0, offers="b:w")
    assert [one for one in at.warning if "只还到期的吗" in one.value]
    at.button(key="b_settles_due").click().run()
    assert not at.warning and at.query_params["offers"] in ("b:y", ["b:y"])


def test_without_later_instalments_there_is_nothing_to_ask(visit):
    at = named(visit, 650.0, remaining="0")
    assert [one for one in at.warning if "100%" in one.value]
    assert not [one for one in at.button if str(one.key).startswith("b_settles")]


def test_the_payment_of_nothing_entered_is_shown_as_no_entry(visit):
    at = visit("proposals", **LOAN)
    field = at.number_input(key="b_monthly")
    assert field.value is None and field.placeholder == "388.67"  # 4,664.00 / 12
    assert moved(at, "0")
