"""What an address brings back: procedure and hearing, which interest is still to come, what was typed of an offer."""

from __future__ import annotations

import pytest

from tests.cases import without
from tests.pages.conftest import said, tapped

OWN = without("uplift", "day_basis")
TYPED = {
    "due_on": "2026-08-20",
    "principal": "1000",
    "interest": "85",
    "missed": "4",
    "remaining": "3000",
    "rate": "24",
}


def again(visit, at, page):
    """The same page opened once more by the address it has now."""
    return visit(
        page, **{name: value[0] if isinstance(value, list) else value for name, value in at.query_params.items()}
    )


@pytest.mark.parametrize("figures", [OWN, {"lang": "zh"}])
def test_the_procedure_and_the_hearing_are_there_again(visit, figures):
    at = visit("timeline", **figures, part="court", held="complaint", open="others")
    tapped(at, "papers_procedure", "小额诉讼")
    at.run()
    at.text_input(key="papers_hearing_on").set_value("2026-12-15").run()
    at.run()
    anew = again(visit, at, "timeline")
    assert next(g for g in anew.get("button_group") if g.key == "papers_procedure").value == "small"
    assert anew.text_input(key="papers_hearing_on").value.startswith("2026年12月15日")
    assert "不能上诉" in said(anew)
    assert ("small_claim" in at.query_params) == ("due_on" in figures)  # an example never becomes one's own by it


def test_what_was_said_of_the_procedure_can_be_taken_back(visit):
    at = visit("timeline", **OWN, small_claim="yes", part="court", held="complaint")
    tapped(at, "papers_procedure", "没写、不知道")
    at.run()
    at.run()
    assert "small_claim" not in at.query_params
    assert next(g for g in at.get("button_group") if g.key == "papers_procedure").value == "unknown"


def test_the_interest_to_come_is_asked_and_the_answer_stands_in_the_address(visit):
    at = visit("entry", **TYPED, as_of="2026-11-30", lang="zh")
    control = next(c for c in at.get("segmented_control") if c.key == "to_come")
    assert control.value is None and "60.00 元" in said(at)
    control.set_value("entered").run()
    assert "3,255.00 元" in said(at)  # 3 × (1,000 + 85)
    assert at.query_params["to_come"] in ("entered", ["entered"])
    for plain in ({"interest": ""}, {"rate": "?"}, {"remaining": ""}):
        other = visit("entry", **TYPED | plain, as_of="2026-11-30")
        assert not [c for c in other.get("segmented_control") if c.key == "to_come"]
    example = visit("penalty", open="mine")
    assert not [c for c in example.get("segmented_control") if c.key == "to_come"]


def test_what_was_typed_beside_an_example_goes_along_into_ones_own_figures(visit):
    at = visit("proposals", lang="zh", story="job")
    at.number_input(key="lump_amount").set_value(3000.0).run()
    at.number_input(key="plan_months").set_value(18).run()
    assert at.session_state["case"].story == "job"
    at.switch_page("pages/entry.py").run()
    own = at.session_state["case"]
    assert (own.story, own.principal, own.due_on) == (None, None, None)  # nothing of the example itself
    assert (own.lump_amount, own.plan_months) == (3000, 18)


def test_papers_noted_beside_an_example_go_along_too(visit):
    at = visit("timeline", lang="zh", part="court", held="complaint", open="others")
    tapped(at, "papers_procedure", "小额诉讼")
    at.run()
    at.text_input(key="papers_complaint_on").set_value("2026-11-20").run()
    at.switch_page("pages/entry.py").run()
    at.text_input(key="due_on").set_value("2026-08-20").run()
    at.number_input(key="principal").set_value(1000.0).run()
    at.query_params["part"] = "court"
    at.query_params["held"] = "complaint"
    at.switch_page("pages/timeline.py").run()
    own = at.session_state["case"]
    assert (own.story, own.small_claim, str(own.complaint_on)) == (None, "yes", "2026-11-20")


def test_the_address_of_an_example_is_its_name_and_what_was_tried_out(visit):
    at = visit("home", lang="zh")
    held = {name: value[0] if isinstance(value, list) else value for name, value in at.query_params.items()}
    assert held == {"lang": "zh", "story": "job"}
    tried = visit("proposals", lang="zh", story="job")
    tried.number_input(key="lump_amount").set_value(3000.0).run()
    assert set(tried.query_params) >= {"lang", "story", "lump_amount"} and "principal" not in tried.query_params
    own = visit("home", **OWN)
    assert {"due_on", "principal", "interest", "order"} <= set(own.query_params)  # one's own stands there whole
    assert again(visit, tried, "proposals").session_state["case"] == tried.session_state["case"]
