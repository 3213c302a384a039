"""The bill check, without a browser: a bill typed, pasted and uploaded, the table of instalments, the day it is of."""

from __future__ import annotations

import pandas as pd

from overdue.tables import bill as tables
from overdue.ui import state
from overdue.words import Lang, words
from tests.cases import LINK
from tests.pages.conftest import said
from tests.pages.test_bill import asked


def test_before_the_contract_is_known_one_way_leads_to_it(visit):
    at = visit("bill", lang="zh", as_of="2026-06-30", bill_total="4490")
    assert [link.label for link in at.get("page_link")].count("填合同上的数") == 1
    assert "改合同上的数" not in [link.label for link in at.get("page_link")]
    assert "账单已记下" in said(visit("entry", lang="zh", as_of="2026-06-30", bill_total="4490", to="bill"))


def test_the_day_of_the_bill_is_never_an_examples(visit):
    at = visit("bill", lang="en")
    assert "as_of" not in [field.key for field in at.text_input]
    at.number_input(key="bill_total").set_value(9999.0).run()
    assert words(Lang.EN).day(state.today()) in at.text_input(key="as_of").value


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
    assert "truly costs" not in said(at)  # the contract is of September: the instalments up to January are not listed
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
    given = LINK | {"rows": rows, "contract_on": "2025-12-10"}
    at = asked(visit, "history", lang="en", **given, received="5400")
    assert "at least 600.00 yuan was taken off first" in said(at) and "costs at least" in said(at)
    unsaid = said(asked(visit, "history", lang="en", **given))
    assert "costs at least" not in unsaid and "enter the contract day" in unsaid


def test_edited_cells_become_codes():
    frame = pd.DataFrame(
        {"due_on": ["2026-01-10", None], "principal": [1000.5, None], "interest": [None, None], "fee": [0.0, None]}
    )
    frame["due_on"] = pd.to_datetime(frame["due_on"]).dt.date
    assert tables.as_code(frame, {"interest": "0", "fee": "0"}) == "20260110:1000.5:0:0"
