"""Two persons at one screen: what the first left is met by nobody, whichever way the second begins."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

import pytest

from overdue.casefile import CaseFile, dump, fresh, read
from overdue.model import OverdueError
from overdue.negotiation import LogEntry
from overdue.ui import visit as room
from overdue.words import Lang
from tests.pages.conftest import said

FIRST = {
    "lang": "en",
    "lender": "platform",
    "contract_on": "2025-09-10",
    "due_on": "2026-01-10",
    "principal": "4321.09",
    "interest": "90",
    "missed": "3",
    "remaining": "0",
    "rate": "18",
    "uplift": "50",
    "as_of": "2026-06-30",
    "paid": "20260301:123.45",
    "income": "9876",
    "needs": "1",
    "debts": "bank:20260105:8765.43:10:18:50:m2",
    "monthly": "4444",
    "taken": "2",
}
LEFT = {
    "log": (LogEntry(on=date(2026, 6, 1), who="WHO-1", said="SAID-1"),),
    "log_unread": ("ROW-1",),
    "history_before": [("20260110:777.77:0:0", "20260301:123.45")],
    "rows_edited": "TABLE-1",
    "bill_lines": ("LINE-1",),
    "entered": {
        "ask_amount": D("2345.67"),
        "crime_principal": D(54321),
        "call_attempts": D(9),
        "papers_order_on": date(2026, 5, 5),
    },
    "letter_name": "NAME-1",
    "letter_phone": "PHONE-1",
    "letter_lender": "LENDER-1",
    "cause": "dispute",
    "tick_prepare_report": True,
    "reader_text": "PASTED-1",
    "bill_text": "BILL-1",
    "rate_meant": 7,
    "budget_shared": True,
    "debts_shared": True,
    "debt_draft": fresh(date(2026, 6, 30), Lang.EN).edited(principal=D("6543.21")),
    "debt_note": 2,
}
SECOND = read({"story": "forgot"}, date(2026, 11, 22))[0]
WAYS = ("story", "file", "clear")


def begin(at, way: str) -> None:
    if way == "story":
        at.button(key="story_illness").click().run()
    elif way == "file":
        at.session_state["keep"] = True
        at.run()
        at.file_uploader(key="case_file_in").set_value(("case.json", dump(CaseFile(SECOND)).encode(), "x")).run()
    else:
        at.button(key="clear_yes").click().run()
    assert not at.exception


def of_the_first(at) -> list[str]:
    """The keys of the session that still hold something the first person left."""
    held = {key: at.session_state[key] for key in LEFT if key in at.session_state}
    return [key for key, value in held.items() if value == LEFT[key] and value is not None]


@pytest.mark.parametrize("way", WAYS)
def test_beginning_anew_leaves_nothing_of_the_person_before(visit, way):
    at = visit("home", **FIRST, open="stories")
    for key, value in LEFT.items():
        at.session_state[key] = value
    at.session_state["refused"] = {"principal": ("-9", OverdueError("field.empty", now=1))}
    begin(at, way)
    assert of_the_first(at) == []
    assert "principal" not in at.session_state["refused"]
    held = str(at.session_state["case"]) + str(dict(at.query_params)) + said(at)
    assert not [mark for mark in ("4321.09", "4,321.09", "123.45", "9876", "8765.43", "4444") if mark in held]


@pytest.mark.parametrize("page", ["bill", "negotiate", "timeline", "claims", "proposals", "debts"])
def test_on_every_page_the_second_person_meets_fields_of_their_own(visit, page):
    at = visit(page, **FIRST)
    for key, value in LEFT.items():
        at.session_state[key] = value
    begin(at, "clear")
    at.switch_page(f"pages/{page}.py").run()
    assert not at.exception and of_the_first(at) == []
    shown = said(at) + "\n".join(str(e.value) for kind in (at.text, at.code, at.text_input, at.text_area) for e in kind)
    assert not [
        mark for mark in ("NAME-1", "PHONE-1", "SAID-1", "WHO-1", "PASTED-1", "4,321.09", "6,543.21") if mark in shown
    ]


def test_clearing_is_asked_once_and_taken_back_until_the_page_is_left(visit):
    at = visit("penalty", **FIRST)
    at.session_state["letter_name"] = "NAME-1"
    at.session_state["log"] = LEFT["log"]
    begin(at, "clear")
    assert dict(at.query_params) == {}
    at.button(key="take_back").click().run()
    assert at.query_params["principal"] == "4321.09" and at.session_state["log"] == LEFT["log"]
    assert at.session_state["letter_name"] == "NAME-1"
    begin(at, "clear")
    at.switch_page("pages/credit.py").run()
    at.switch_page("pages/home.py").run()
    assert "take_back" not in [button.key for button in at.button]
    assert "before" not in at.session_state


def test_what_is_kept_says_nothing_about_a_person(visit):
    at = visit("home", **FIRST)
    assert not [key for key in room.KEPT if key in LEFT or key in FIRST]
    held = [str(at.session_state[key]) for key in room.KEPT if key in at.session_state]
    assert not [text for text in held if "4321" in text]
