"""What a person types leads to the part that answers, in each script; every place found exists."""

from __future__ import annotations

from pathlib import Path

import pytest

from overdue.claims import CLAIMS
from overdue.law import LAW
from overdue.search import DOORS, MOST, PlaceKind, find, places
from overdue.words import pairs, traditional

# A whole message tells of several things, and each is found.
MESSAGES = {
    "再不还就去你村里找你,恶意拖欠要坐牢": {"calls", "crime"},
    "催收说去我村里找我还说我会坐牢": {"calls", "crime"},
    "收到传票，他们还打电话给我妈": {"summons", "calls"},
}
PAGES = {path.stem for path in (Path(__file__).parents[1] / "pages").glob("*.py")}
# What people who know none of our words ask, and the door or part that answers: from the letters, forums and
# helplines that the claim cards quote.
ASKED = {
    "坐牢": "crime",
    "贷款还不上会坐牢吗": "crime",
    "how long will I go to prison": "crime",
    "爆通讯录": "calls",
    "催收打给我爸妈可以吗": "calls",
    "debt collectors call my mother": "calls",
    "停息挂账": "stopped",
    "停息": "stopped",
    "停利息": "stopped",
    "interest freeze": "stopped",
    "分期": "offer",
    "以贷养贷": "debts",
    "欠了好几家先还哪个": "debts",
    "which debt first": "debts",
    "资料费": "scam",
    "upfront fee": "scam",
    "传票": "summons",
    "法院寄来的起诉状我该怎么办": "summons",
    "sued": "summons",
    "征信": "record",
    "when is my record clean": "record",
    "砍头息": "bill",
    "利息太高怎么办": "bill",
    "不想活了": "help",
    "一共欠多少": "owed",
    "花呗": "owed",
    "信用卡逾期": "owed",
    "骚扰电话": "calls",
    "要来我村里": "calls",
    "去我老家告诉所有人": "calls",
    "到我家堵门": "calls",
    "诉前调解": "mediation",
    "法院短信": "message",
    "court text message": "message",
    "支付令": "order",
    "应诉通知书": "complaint",
    "应诉": "complaint",
    "举证通知书": "complaint",
    "开庭传票": "complaint",
    "notice to respond": "complaint",
    "民事裁定书": "summons",
    "判决书": "judgment",
    "工资被扣": "wages",
    "扣工资": "wages",
    "工资卡": "wages",
    "wage garnishment": "wages",
    "生活费": "wages",
    "travel ban": "summons",
    "还不起怎么办": "timeline",
    "minimum payment": "offer",
    "loan shark": "bill",
    "stop interest": "stopped",
    "freeze interest": "stopped",
    "停止计息": "stopped",
    "fee up front": "scam",
    "deposit": "scam",
    "salary": "wages",
    "blacklist": "defaulters",
    "老赖": "defaulters",
    "失信": "defaulters",
    "old debts three years": "court",
    "old debt": "court",
    "wages": "wages",
    "工资": "wages",
    "薪水": "wages",
    "guarantor": "guarantor",
    "I am a guarantor": "guarantor",
    "担保人": "guarantor",
    "保证人": "guarantor",
    "给别人担保": "guarantor",
    "contact list": "calls",
    "address book": "calls",
    # one letter or character amiss, or another ending
    "intrest": "owed",
    "harrassment": "calls",
    "summns": "summons",
    "colector": "calls",
    "overcharging": "bill",
    "suicidal": "help",
    "崔收": "calls",
    "传漂": "summons",
    "征心": "record",
}


@pytest.mark.parametrize(("asked", "answers"), ASKED.items())
def test_a_person_is_led_to_the_part_that_answers(asked, answers):
    for spelling in {asked, traditional(asked), asked.upper(), f"  {asked} "}:
        first = find(spelling)[0]
        assert (first.name, first.kind in (PlaceKind.DOOR, PlaceKind.PART)) == (answers, True), spelling


def test_a_guarantor_is_found_among_rules_and_terms():
    assert {place.kind for place in find("担保人")} >= {PlaceKind.RULE, PlaceKind.TERM}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("guarantor", "CC-19"),
        ("must my family pay", "CC-19"),
        ("停息挂账", "offer"),
        ("停息挂账", "scam"),
        ("salary", "JUD-13"),
        ("工资", "JUD-13"),
        ("contact list", "timeline_contacts"),
    ],
)
def test_what_else_is_true_of_it_is_among_what_is_found(asked, found):
    assert found in [place.name for place in find(asked)]


@pytest.mark.parametrize("asked", ["", "   ", "<b>", "xyzzy", "banana", "天气预报", "朝阳", "\u202e", "。。。"])
def test_nothing_is_found_for_nothing(asked):
    assert find(asked) == ()


def test_however_long_a_search_is_it_ends():
    assert len(find("催收" * 100_000)) <= MOST


def test_every_place_has_a_page_and_every_title_is_found_by_itself():
    for place in places():
        assert place.page in PAGES, place
    for place in places():
        if place.kind in (PlaceKind.DOOR, PlaceKind.PART, PlaceKind.QUESTION):
            found = find(place.title.zh)
            assert (place.page, place.own) in [(one.page, one.own) for one in found], place
            assert len({(one.page, one.own) for one in found}) == len(found)  # no address stands there twice


def test_nothing_is_left_out():
    named = {(place.kind, place.name) for place in places()}
    assert named >= {(PlaceKind.DOOR, name) for name in DOORS}
    assert named >= {(PlaceKind.CARD, name) for name in CLAIMS.cards} | {(PlaceKind.RULE, name) for name in LAW.rules}
    asked = {key for key in pairs() if ".q." in key}
    assert len(asked) == sum(place.kind is PlaceKind.QUESTION for place in places())


def test_what_people_say_instead_belongs_to_a_place():
    named = {f"search.also.{place.kind}.{place.name}" for place in places()}
    lost = sorted({key for key in pairs() if key.startswith("search.also.")} - named)
    assert not lost, f"there is no such place: PARTS in overdue/search.py, or another name in words/search.toml: {lost}"


@pytest.mark.parametrize(("text", "names"), MESSAGES.items())
def test_a_whole_message_finds_every_part_that_answers_it(text, names):
    for written in (text, traditional(text)):
        assert names <= {place.name for place in find(written)}
