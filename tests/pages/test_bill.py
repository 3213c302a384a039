"""The bill check, without a browser: a bill typed, pasted and uploaded; bands; tables; several debts; the card."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from overdue.bill import check_bill
from overdue.casefile import Case, read
from overdue.tables import bill as tables
from overdue.words import Lang
from tests.pages.conftest import said
from tests.pages.test_penalty import LINK

DAY = date(2026, 6, 30)
ON_TOP = {"bill_principal": "3000", "bill_interest": "270", "bill_penalty": "528.75", "bill_total": "3798.75"}


def asked(visit, name, **params):
    """The page with one of its questions open."""
    return visit("bill", open=name, **params)


@pytest.mark.parametrize("lang", list(Lang))
def test_the_difference_is_the_answer_and_the_reading_its_sentence(visit, lang):
    at = visit("bill", lang=lang, **LINK, **ON_TOP)
    text = said(at)
    assert "211.50" in text and "528.75" in text and "317.25" in text
    picture = asked(visit, "picture", lang=lang, **LINK, **ON_TOP)
    assert picture.get("plotly_chart")[0].proto.alt.split("211.50")[1] and "211.50" in said(picture)


def test_a_reading_is_named_in_words(visit):
    at = asked(visit, "ask", lang="en", **LINK, **ON_TOP)
    assert "the penalty comes on top of contract interest instead of replacing it" in said(at)
    assert "Why contract interest and penalty are both charged" in said(at)


def test_every_line_of_the_bill_stands_beside_ours_and_none_it_does_not_have(visit):
    at = visit("bill", lang="en", **LINK, **ON_TOP, bill_days="172")
    (rows,) = (m.value for m in at.markdown if m.value.startswith("- **"))
    assert "**Penalty interest**: 211.50 yuan more" in rows and "bill 528.75 yuan · contract 317.25 yuan" in rows
    assert "**Days overdue**: 1 days more" in rows and "Fees" not in rows and "**Principal**: the same" in rows


def test_a_bill_that_agrees(visit):
    at = visit("bill", lang="en", **LINK, bill_total="3587.25")
    assert "The same to the fen" in said(at) and "3,587.25" in said(at)


def test_a_bill_no_reading_makes_names_the_nearest(visit):
    at = asked(visit, "tried", lang="en", **LINK, bill_principal="3000", bill_penalty="999.99")
    assert "None of the usual readings" in said(at) and "The nearest" in said(at)


def test_a_bill_that_does_not_add_up(visit):
    at = visit("bill", lang="en", **LINK, **ON_TOP | {"bill_total": "3800"})
    assert "1.25 yuan more than its lines" in said(at)


def test_the_picture_compares_like_with_like(visit):
    for bill in ({"bill_penalty": "400"}, {"bill_total": "3700"}, {"bill_penalty": "400", "bill_total": "3700"}):
        check = check_bill(Case.loan(read(LINK, DAY)[0]), {k.removeprefix("bill_"): v for k, v in bill.items()}, DAY)
        sides = tables.sides(check)
        assert sides["ours"].keys() == sides["theirs"].keys()
        total = bill.get("bill_total")
        assert sum(sides["theirs"].values()) == float(total or 400)
        assert round(sum(sides["ours"].values()), 2) == (3587.25 if total else 317.25)


QUESTIONS = ("ask", "line", "picture", "how", "more", "paste", "band", "history", "debts", "card", "take")


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_opens_for_every_ready_made_person(visit, name):
    for story in ("card", "illness"):
        at = asked(visit, name, story=story, bill_total="9999", lang="en")
        assert not at.exception and not at.warning


def test_an_examples_figures_are_never_checked_as_ones_own(visit):
    at = visit("bill", story="job", lang="en")
    assert not at.get("plotly_chart") and "contract" not in [c.value for c in at.caption]
    assert "no example's figures are used" in said(at)
    at.number_input(key="bill_total").set_value(9999.0).run()
    assert at.query_params["bill_total"] == "9999"
    assert not {"story", "principal"} & set(at.query_params)
    assert "A few figures of the contract" in said(at) and "owed" not in said(at)


def test_nothing_of_an_example_is_offered_to_take_along(visit):
    at = asked(visit, "ask", story="job", lang="en")
    assert "clause of the contract" not in said(at) and "bill_check" not in at.session_state
    assert not asked(visit, "take", story="job", lang="en").get("download_button")


def test_a_check_is_not_run_again_for_figures_it_does_not_rest_on(visit, monkeypatch):
    at = visit("bill", lang="en", **LINK, **ON_TOP)
    first = at.session_state["bill_check"][1]
    at.session_state["q_band"] = True
    at.run()
    assert at.session_state["bill_check"][1] is first
    at.number_input(key="bill_penalty").set_value(317.25).run()
    assert at.session_state["bill_check"][1] is not first


def test_a_line_typed_reaches_the_address(visit):
    at = visit("bill", **LINK)
    at.number_input(key="bill_penalty").set_value(317.25).run()
    assert at.query_params["bill_penalty"] == "317.25"
    at.button(key="bill_clear").click().run()
    assert "bill_penalty" not in at.query_params


def pasted(visit, text):
    at = asked(visit, "paste", lang="en", **LINK)
    at.text_area(key="bill_text").set_value(text)
    at.button(key="bill_take").click().run()
    assert not at.exception
    return at


def test_a_pasted_bill_fills_the_fields(visit):
    at = pasted(visit, "逾期171天，本金３０００元，利息270元，罚息528.75元，合计3,798.75元")
    assert at.query_params["bill_penalty"] == "528.75" and at.query_params["bill_days"] == "171"
    assert "the penalty comes on top" in said(at) and "Read:" in said(at)


def test_a_paste_without_amounts_gets_a_sentence_and_changes_nothing(visit):
    at = pasted(visit, "hello **world** <b>1</b>")
    assert any("No named amount" in note.value for note in at.warning)
    assert not any(name.startswith("bill_") for name in at.query_params)


def test_an_upload_fills_the_fields(visit):
    at = asked(visit, "paste", lang="en", **LINK)
    data = "项目,金额\n本金,3000\n罚息,528.75\n".encode("gb18030")
    at.file_uploader[0].set_value(("bill.csv", data, "text/csv")).run()
    assert not at.exception and at.query_params["bill_penalty"] == "528.75"


def test_an_unknown_term_becomes_a_band(visit):
    at = asked(visit, "band", lang="en", **LINK | {"uplift": "?"})
    # 30 % to 50 % on 3 x 1000 at 18 % over 171 + 140 + 112 days: 274.95 to 317.25
    assert "3,544.95 yuan to 3,587.25 yuan" in said(at) and "the penalty uplift" in said(at)
    frame = next(t.value for t in at.table if "Where to find it" in t.value.columns)
    assert frame.iloc[0, 3] == "42.30"


def test_a_table_of_instalments_is_used_taken_back_and_dropped(visit):
    at = asked(visit, "history", lang="en", **LINK, bill_total="4071.88")
    at.session_state["rows_table_0"] = {
        "edited_rows": {0: {"principal": 2000.0}},
        "added_rows": [{"due_on": "2026-04-10", "principal": 500.0}],
        "deleted_rows": [2],
    }
    at.run()
    at.button(key="history_apply").click().run()
    assert at.query_params["rows"] == "20260110:2000:90:0~20260210:1000:90:0~20260410:500:0:0"
    # 2000, 1000 and 500 at 27 % over 171, 140 and 81 days: 256.50 + 105 + 30.38
    assert "The same to the fen" in said(at)
    assert "truly costs" in said(at)
    at.button(key="history_undo").click().run()
    assert "rows" not in at.query_params and "3,587.25" in said(at)


def test_a_row_that_cannot_be_gets_its_sentence(visit):
    at = asked(visit, "history", lang="en", **LINK)
    at.session_state["rows_table_0"] = {"edited_rows": {}, "added_rows": [{"principal": 5.0}], "deleted_rows": []}
    at.run()
    at.button(key="history_apply").click().run()
    assert not at.exception and at.warning and "rows" not in at.query_params


def test_what_was_taken_off_first_is_no_principal(visit):
    rows = "~".join(f"2026{m:02}10:1000:20:0" for m in range(1, 7))
    at = asked(visit, "history", lang="en", **LINK | {"rows": rows, "received": "5400", "contract_on": "2025-12-10"})
    assert "600.00 yuan was taken off first" in said(at)


def test_several_debts_have_a_total(visit):
    at = asked(visit, "debts", lang="en", **LINK, debts="bank:20260101:500:20:18:50~private:20260301:1000:0:12:0")
    # 3587.25, 500 + 20 + 67.50, and 1000 at 12 % over 121 days on 360: 40.33
    assert "3 debts come to 5,215.08 yuan" in said(at)


def test_the_card_shows_each_way_of_counting(visit):
    at = visit("bill", lang="en", story="card")
    assert "207.90 yuan" in said(at) and "22.50 yuan" in said(at)
    frame = next(t.value for t in at.table if "Way of counting" in t.value.columns)
    # 9000 for 31 days and 8550 for 16, 15 or, with the day of repayment, 32 and 14 days, at 0.05 %
    assert list(frame["Amount (yuan)"]) == ["207.90", "203.63", "203.85"]


def test_the_workbook_is_offered_for_ones_own_case(visit):
    assert asked(visit, "take", lang="en", **LINK).get("download_button")


def test_edited_cells_become_codes():
    frame = pd.DataFrame(
        {"due_on": ["2026-01-10", None], "principal": [1000.5, None], "interest": [None, None], "fee": [0.0, None]}
    )
    frame["due_on"] = pd.to_datetime(frame["due_on"]).dt.date
    assert tables.as_code(frame, {"interest": "0", "fee": "0"}) == "20260110:1000.5:0:0"
