"""The penalty page and the way in, without a browser."""

from __future__ import annotations

import re
from datetime import date

import pytest

from overdue.casefile import STORIES, fresh
from overdue.words import Lang
from tests.cases import LINK
from tests.pages.conftest import moved, rows, said
from tests.told import told


@pytest.mark.parametrize("lang", list(Lang))
def test_the_case_of_a_link_is_shown_to_the_fen(visit, lang):
    at = visit("penalty", lang=lang, **LINK)
    assert "3,587.25" in said(at) and "317.25" in moved(at, "2026-06-30")
    assert "3,789.75" in moved(at, "2026-09-28")  # 317.25 + 3 × 1,000 × 27 % × 90 / 360 = 519.75


def test_a_second_run_still_goes_through_the_door(visit):
    at = visit("penalty", **LINK).run()
    assert at.get("segmented_control") and "3,587.25" in said(at)


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("page", ["home", "penalty"])
def test_every_ready_made_person_opens(visit, story, page):
    at = visit(page, story=story, lang="en")
    assert at.query_params["story"] == story
    assert not at.warning


def test_the_address_holds_the_defaults_too(visit):
    at = visit("penalty", due_on=LINK["due_on"], principal="1000", rate="18")
    assert {"as_of", "due_on", "rate", "day_basis", "order"} <= set(at.query_params)


def test_the_language_changes_no_figure(visit):
    at = visit("penalty", **LINK)
    before = {k: v for k, v in at.query_params.items() if k != "lang"}
    at.get("segmented_control")[0].set_value("en").run()
    assert at.query_params["lang"] == "en" and "3,587.25 yuan" in said(at)
    assert {k: v for k, v in at.query_params.items() if k != "lang"} == before


def test_an_edit_moves_answer_and_address(visit):
    at = visit("penalty", **LINK)
    at.number_input(key="principal").set_value(2000.0).run()
    assert at.query_params["principal"] == "2000" and "3,587.25" not in said(at)


def test_an_example_is_not_edited_but_left(visit):
    at = visit("penalty", story="job", lang="en")
    assert "Example" in said(at) and not at.number_input
    assert any(link.proto.label == "Use my own figures" for link in at.get("page_link"))


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        ("principal", -5.0, "1000"),
        ("principal", 1e15, "1000"),
        ("rate", 5000.0, "18"),
        ("missed", 0.0, "3"),
        ("missed", 2.5, "3"),
    ],
)
def test_a_refused_figure_stays_typed_beside_its_sentence_and_changes_nothing(visit, key, typed, kept):
    at = visit("penalty", **LINK)
    at.number_input(key=key).set_value(typed).run()
    assert not at.exception and at.number_input(key=key).value == typed
    assert at.query_params[key] == kept and "3,587.25" in said(at)
    assert len(at.warning) == 1 and f"“{typed:.16g}”" in at.warning[0].value
    at.number_input(key=key).set_value(4.0).run()
    assert not at.warning and at.query_params[key] == "4"


def test_an_empty_field_blocks_nothing(visit):
    at = visit("penalty", **LINK)
    at.number_input(key="principal").set_value(None).run()
    assert not at.exception and "3,587.25" in said(at)
    at.number_input(key="rate").set_value(None).run()
    assert not at.exception and at.query_params["rate"] == "?"


def test_a_contract_after_the_due_day_is_refused_until_the_due_day_follows(visit):
    at = visit("penalty", **LINK)
    at.session_state["basic"] = True
    at.run()
    at.text_input(key="contract_on").set_value(str(date(2026, 2, 1))).run()
    assert at.query_params["contract_on"] == "2025-09-10" and at.warning
    at.text_input(key="due_on").set_value(str(date(2026, 3, 10))).run()
    assert at.query_params["contract_on"] == "2026-02-01" and not at.warning


@pytest.mark.parametrize(
    ("params", "words"), [({"rate": "0"}, "0%"), ({"rate": "400"}, "100%"), ({"due_on": "2026-09-10"}, "not")]
)
def test_odd_figures_get_a_remark_and_a_result(visit, params, words):
    at = visit("penalty", **LINK | {"lang": "en", "contract_on": "2025-01-01"} | params)
    assert any(words in note.value for note in at.info)


def test_rubbish_in_the_address_is_named_and_harmless(visit):
    at = visit("penalty", **LINK, nonsense="<script>alert(1)</script>", fee="x" * 5000)
    assert "3,587.25" in said(at) and "<script" not in said(at)
    assert set(at.query_params) & {"nonsense", "fee"} == set()


def test_clearing_empties_state_and_address(visit):
    at = visit("penalty", **LINK | {"principal": "4321"})
    at.button(key="clear_yes").click().run()
    assert dict(at.query_params) == {} and "4,321" not in said(at) and at.session_state["case"].story == "job"


def test_a_payment_is_added_and_taken_away(visit):
    at = visit("penalty", **LINK)
    at.session_state["payments"] = True
    at.run()
    at.number_input(key="paid_amount").set_value(300.0)
    at.button(key="paid_add").click().run()
    assert at.query_params["paid"] == "20260630:300" and "3,287.25" in said(at)
    at.button(key="paid_remove_0").click().run()
    assert "paid" not in at.query_params and "3,587.25" in said(at)


def test_the_working_adds_up_to_the_headline(visit):
    at = visit("penalty", lang="en", open="how", **LINK)
    frame = rows(at.table[1])
    amounts = [float(a.replace(",", "")) for a in frame["Amount (yuan)"]]
    assert round(sum(amounts), 2) == 317.25 and "317.25 yuan" in moved(at, "2026-06-30")


def test_a_long_working_begins_on_the_page_and_is_whole_in_the_file(visit):
    paid = "~".join(f"{2023 + n // 12}{1 + n % 12:02}15:7" for n in range(24))
    long = LINK | {"contract_on": "2021-12-10", "due_on": "2022-01-10", "missed": "48", "paid": paid}
    at = visit("penalty", lang="en", open="how", **long)
    count = len(at.session_state["account"].ledger.segments)
    assert count > 600 and [len(rows(table)) for table in at.table][-1] == 200
    assert f"The first 200 of {count} rows" in said(at)


def test_without_a_rate_the_answer_is_a_span_and_never_a_debt_that_does_not_grow(visit):
    at = visit("penalty", **LINK | {"lang": "en", "rate": "?", "lender": "platform"})
    # 3 × 1,000 at 24 % × 1.5 on 171, 140 and 112 days of 360: 423.00 above the 3,270.00 without penalty
    text = said(at)
    assert "3,270.00 yuan to 3,693.00 yuan" in text
    assert "0.00 yuan of it" not in text and "about 0.00 yuan" not in text


def test_a_day_of_paying_changes_sentence_table_and_address_and_never_the_day_looked_at(visit):
    at = visit("penalty", story="job", open="chart", pay_on="2026-09-09")
    now = at.session_state["case"].as_of
    assert (at.query_params["story"], at.query_params["pay_on"]) == ("job", "2026-09-09")
    total = rows(at.table[0]).set_index("日期").loc["2026-09-09"].iloc[0]
    assert total in moved(at, "2026-09-09") and total in at.get("plotly_chart")[0].proto.alt
    assert at.session_state["case"].as_of == now != at.session_state["case"].pay_on


def test_without_figures_the_page_asks_for_them(visit):
    at = visit("penalty", **LINK)
    at.session_state["case"] = fresh(date(2026, 6, 30), Lang.ZH)
    at.run()
    assert not at.exception and at.number_input(key="principal").value is None
    assert not at.get("bidi_component")


@pytest.mark.parametrize("skipped", [False, True])
def test_a_guess_comes_before_the_answer_and_one_tap_skips_it(visit, skipped):
    at = visit("penalty", lang="en", guess="1", **LINK)
    assert "3,587.25" not in said(at) and not at.get("bidi_component")
    at.number_input(key="guessed_penalty").set_value(5000.0)
    at.button(key="guess_skip" if skipped else "guess_show").click().run()
    # 3,587.25 and 365 days at 2.25
    assert "3,587.25" in said(at) and ("5,000.00 yuan" in said(at) and "4,408.50" in said(at)) is not skipped


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("page", ["penalty", "home"])
def test_where_nothing_grows_no_sentence_adds_nothing(visit, page, lang):
    """At no interest at all: "0.00 yuan of it is penalty" and "0.00 yuan more" are no sentences."""
    at = visit(page, **LINK | {"rate": "0"}, lang=lang)
    (mover,) = (one for one in at.get("bidi_component") if one.proto.component_name == "mover")
    stops = told(mover.proto.bytes)
    assert len(stops) >= 13 and not [text for text in stops.values() if re.search(r"(?<![\d.,])0\.00", text)]


def test_a_band_as_wide_as_nothing_is_no_band(visit):
    """On the due day itself no rate adds anything: 1,090.00 yuan whatever the rate, and no "1,090.00 to 1,090.00"."""
    day = {"due_on": "2026-06-30", "missed": "1", "rate": "?"}
    text = said(visit("penalty", **LINK | day))
    assert "不知道年利率" in text and "1,090.00 元" in text and "1,090.00 元 到" not in text
