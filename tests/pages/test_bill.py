"""The bill check, without a browser: a bill typed, pasted and uploaded; bands; tables; several debts; the card."""

from __future__ import annotations

import pandas as pd
import pytest

from overdue.casefile import STORIES
from overdue.tables import bill as tables
from overdue.words import Lang
from tests.pages.conftest import said
from tests.pages.test_penalty import LINK

ON_TOP = {"bill_principal": "3000", "bill_interest": "270", "bill_penalty": "528.75", "bill_total": "3798.75"}


@pytest.mark.parametrize("lang", list(Lang))
def test_the_reading_of_a_bill_stands_in_the_headline(visit, lang):
    at = visit("bill", lang=lang, **LINK, **ON_TOP)
    assert "211.50" in said(at) and at.get("plotly_chart")[0].proto.alt in said(at)


def test_a_reading_is_named_in_words(visit):
    at = visit("bill", lang="en", **LINK, **ON_TOP)
    assert "the penalty comes on top of contract interest instead of replacing it" in said(at)
    assert "Why contract interest and penalty are both charged" in said(at)


def test_every_line_stands_beside_ours(visit):
    at = visit("bill", lang="en", **LINK, **ON_TOP, bill_days="172")
    frame = at.table[0].value.set_index("Line")
    assert list(frame.loc["Penalty interest"]) == ["317.25", "528.75", "211.50"]
    assert list(frame.loc["Days overdue"]) == ["171", "172", "1"]


def test_a_bill_that_agrees(visit):
    assert "agrees with the contract to the fen" in said(visit("bill", lang="en", **LINK, bill_total="3587.25"))


def test_a_bill_no_reading_makes_names_the_nearest(visit):
    at = visit("bill", lang="en", **LINK, bill_principal="3000", bill_penalty="999.99")
    assert "none of the usual readings" in said(at) and "The nearest" in said(at)


def test_a_bill_that_does_not_add_up(visit):
    at = visit("bill", lang="en", **LINK, **ON_TOP | {"bill_total": "3800"})
    assert "1.25 yuan more than its lines" in said(at)


@pytest.mark.parametrize("story", STORIES)
def test_every_ready_made_person_opens(visit, story):
    at = visit("bill", story=story, lang="en")
    for fold in ("history", "debts", "card", "maths", "basis", "bill_read"):
        at.session_state[fold] = True
    at.run()
    assert not at.exception and not at.warning


def test_a_line_typed_reaches_the_address(visit):
    at = visit("bill", **LINK)
    at.number_input(key="bill_penalty").set_value(317.25).run()
    assert at.query_params["bill_penalty"] == "317.25"
    at.button(key="bill_clear").click().run()
    assert "bill_penalty" not in at.query_params


def pasted(visit, text):
    at = visit("bill", lang="en", **LINK)
    at.session_state["bill_read"] = True
    at.run()
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
    at = visit("bill", lang="en", **LINK)
    at.session_state["bill_read"] = True
    at.run()
    data = "项目,金额\n本金,3000\n罚息,528.75\n".encode("gb18030")
    at.file_uploader[0].set_value(("bill.csv", data, "text/csv")).run()
    assert not at.exception and at.query_params["bill_penalty"] == "528.75"


def test_an_unknown_term_becomes_a_band(visit):
    at = visit("bill", lang="en", **LINK | {"uplift": "?"})
    # 30 % to 50 % on 3 x 1000 at 18 % over 171 + 140 + 112 days: 274.95 to 317.25
    assert "3,544.95 yuan to 3,587.25 yuan" in said(at) and "the penalty uplift" in said(at)
    frame = next(t.value for t in at.table if "Where to find it" in t.value.columns)
    assert frame.iloc[0, 3] == "42.30"


def test_a_table_of_instalments_is_used_taken_back_and_dropped(visit):
    at = visit("bill", lang="en", **LINK)
    at.session_state["history"] = True
    at.run()
    at.session_state["rows_table_0"] = {
        "edited_rows": {0: {"principal": 2000.0}},
        "added_rows": [{"due_on": "2026-04-10", "principal": 500.0}],
        "deleted_rows": [2],
    }
    at.run()
    at.button(key="history_apply").click().run()
    assert at.query_params["rows"] == "20260110:2000:90:0~20260210:1000:90:0~20260410:500:0:0"
    # 2000, 1000 and 500 at 27 % over 171, 140 and 81 days: 256.50 + 105 + 30.38
    assert "4,071.88" in said(at)
    assert "truly costs" in said(at)
    at.button(key="history_undo").click().run()
    assert "rows" not in at.query_params and "3,587.25" in said(at)


def test_a_row_that_cannot_be_gets_its_sentence(visit):
    at = visit("bill", lang="en", **LINK)
    at.session_state["history"] = True
    at.run()
    at.session_state["rows_table_0"] = {"edited_rows": {}, "added_rows": [{"principal": 5.0}], "deleted_rows": []}
    at.run()
    at.button(key="history_apply").click().run()
    assert not at.exception and at.warning and "rows" not in at.query_params


def test_what_was_taken_off_first_is_no_principal(visit):
    rows = "~".join(f"2026{m:02}10:1000:20:0" for m in range(1, 7))
    at = visit("bill", lang="en", **LINK | {"rows": rows, "received": "5400", "contract_on": "2025-12-10"})
    at.session_state["history"] = True
    at.run()
    assert "600.00 yuan was taken off first" in said(at)


def test_several_debts_have_a_total(visit):
    at = visit("bill", lang="en", **LINK, debts="bank:20260101:500:20:18:50~private:20260301:1000:0:12:0")
    at.session_state["debts"] = True
    at.run()
    # 3587.25, 500 + 20 + 67.50, and 1000 at 12 % over 121 days on 360: 40.33
    assert "3 debts come to 5,215.08 yuan" in said(at)


def test_the_card_shows_each_way_of_counting(visit):
    at = visit("bill", lang="en", story="card")
    assert "207.90 yuan" in said(at) and "22.50 yuan" in said(at)
    frame = next(t.value for t in at.table if "Way of counting" in t.value.columns)
    # 9000 for 31 days and 8550 for 16, 15 or, with the day of repayment, 32 and 14 days, at 0.05 %
    assert list(frame["Amount (yuan)"]) == ["207.90", "203.63", "203.85"]


def test_the_workbook_is_offered_for_every_case(visit):
    at = visit("bill", lang="en", story="illness")
    assert at.get("download_button")


def test_edited_cells_become_codes():
    frame = pd.DataFrame(
        {"due_on": ["2026-01-10", None], "principal": [1000.5, None], "interest": [None, None], "fee": [0.0, None]}
    )
    frame["due_on"] = pd.to_datetime(frame["due_on"]).dt.date
    assert tables.as_code(frame, {"interest": "0", "fee": "0"}) == "20260110:1000.5:0:0"
