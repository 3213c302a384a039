"""The sheet and the worksheet: figures of the case, nothing of the answers among the blanks, nothing left unescaped."""

from __future__ import annotations

import re
from base64 import b64decode
from datetime import date
from decimal import Decimal
from html import unescape
from urllib.parse import parse_qsl, urlencode, urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overdue.account import Account
from overdue.casefile import STORIES, brief, read
from overdue.exports.handout import Imprint, Said, code, document, sheet, worksheet
from overdue.exports.handout.markup import Markup, tag
from overdue.exports.handout.worksheet import terms
from overdue.exports.qr import qr_svg
from overdue.tables import glance, paying
from overdue.words import Lang, words
from tests.cases import without

BASE = without("remaining")
LONG = BASE | {"contract_on": "2023-01-10", "due_on": "2023-02-10", "missed": "36"}
OFFERED = LONG | {"remaining": "6000", "lump_waive": "50", "offers": "c:L:o20260901:p100~d:P:m24"}
ODD = {
    "no rate": BASE | {"rate": "?"},
    "a daily rate": {name: text for name, text in BASE.items() if name != "rate"} | {"daily_rate": "0.05"},
    "no lender": BASE | {"lender": "unknown"},
    "not overdue": BASE | {"as_of": "2026-01-10", "missed": "1"},
    "all paid": BASE | {"paid": "20260320:9999", "as_of": "2026-06-30"},
    "paid off": BASE | {"paid_off_on": "2026-05-01"},
    "not due yet": BASE | {"as_of": "2025-12-01", "missed": "1"},
    "pays later": BASE | {"pay_on": "2026-12-24"},
    "a whole figure": BASE | {"lump_amount": "3000", "plan_method": "level_principal", "plan_rate": "12"},
    "too much": BASE | {"lump_amount": "300000"},
}
TODAY = date(2026, 11, 29)
SAID = Said("owed", "record")


def account(**given: str) -> Account:
    return Account(read(given, TODAY)[0])


def text(markup: str) -> str:
    """What a reader sees, the pictures' words among it."""
    drawn = " ".join(ElementTree.tostring(one, encoding="unicode", method="text") for one in pictures(markup))
    return unescape(re.sub(r"<[^>]+>", " ", markup)) + drawn


def pictures(markup: str) -> list[ElementTree.Element]:
    found = re.findall(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)", markup)
    return [ElementTree.fromstring(b64decode(one)) for one in found]


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("story", STORIES)
def test_every_person_fits_two_leaves_in_every_script(story, lang):
    w, held = words(lang), account(story=story, lang=str(lang))
    for leaves in (sheet(held, SAID, Markup(), w), worksheet(held, "<b>", Markup(), w)):
        told = [text(leaf) for leaf in leaves]
        assert len(told) == 2 and not any(set(one) & set("{}\ue000\ue001\ue002\0") for one in told)
        assert "<b>" not in "".join(leaves).split("<h2>")[0]  # a name is text, whatever it is
    assert w.number(held.ledger.total, 2) in told[1]


def test_the_figures_are_those_of_the_contract_worked_out_by_hand():
    # 1,000 x 27 % / 360 = 0.75 a day: 171 + 140 + 112 days; 3 x 1,090 beside it. Half the penalty waived: 158.63.
    first, then = (text(leaf) for leaf in sheet(account(**BASE, lump_waive="50"), SAID, Markup(), words(Lang.ZH)))
    for figure in ("3,587.25", "317.25", "128.25", "105.00", "84.00", "171 天", "27%"):
        assert figure in first, figure
    assert "3,428.62" in then and "CR-2" in then


def test_the_sheet_ends_on_the_day_of_the_lessons_question():
    # Six times 1,000 at 0.75 a day from 10 January to 10 June 2026, until 30 June 2027: 536 + 505 + … + 385 days.
    days = sum((date(2027, 6, 30) - date(2026, month, 10)).days for month in range(1, 7))
    told = text(sheet(account(story="job"), SAID, Markup(), words(Lang.ZH))[0])
    assert f"{days * Decimal('0.75'):,}" in told
    assert glance.stops(date(2026, 6, 30), date(2026, 6, 30))[-1] == paying.year_on(date(2026, 6, 30))


def test_a_long_working_says_what_it_left_out():
    held = account(**LONG)
    told = sheet(held, SAID, Markup(), words(Lang.EN))[0]
    amounts = [Decimal(one.replace(",", "")) for one in re.findall(r"<td>([\d,]+\.\d\d)</td>", told.split("two")[1])]
    working = amounts[amounts.index(held.ledger.total) + 1 :] if held.ledger.total in amounts else amounts
    *rows, total = working
    assert total == held.ledger.penalty + held.ledger.compound == sum(rows) and len(rows) == 12
    assert f"{len(held.ledger.segments) - 11} more rows" in told and "to download" in told


@pytest.mark.parametrize("name", ODD)
def test_an_odd_case_is_printed_all_the_same(name):
    held, w = account(**ODD[name]), words(Lang.ZH)
    leaves = [*sheet(held, SAID, Markup(), w), *worksheet(held, "x", Markup(), w)]
    assert len(leaves) == 4 and all(w.yuan(held.ledger.total) in text(leaf) for leaf in leaves[::3])


@pytest.mark.parametrize("given", [BASE, LONG, {"story": "illness"}, {"story": "card"}, {"story": "micro"}])
def test_no_answer_stands_beside_its_blank(given):
    held, w = account(**given), words(Lang.EN)
    asked, answers = (text(leaf) for leaf in worksheet(held, "x", Markup(), w))
    ledger = held.ledger
    for answer in (w.yuan(ledger.total), w.yuan(ledger.penalty + ledger.compound)):
        assert answer in answers and answer not in asked
    settled = held.settled.values()
    assert all(w.yuan(one.altogether) in answers for one in settled)
    last = held.record_on(held.paid_off_on).retention.last_day
    assert w.day(last) in answers and w.day(last) not in asked


@pytest.mark.parametrize("given", [BASE, OFFERED, *ODD.values(), *({"story": story} for story in STORIES)])
def test_what_is_added_up_is_what_an_offer_takes(given):
    held, w = account(**given), words(Lang.ZH)
    for letter, one in held.settled.items():
        found = terms(held, letter, w)
        assert sum(term.amount for term in found) == one.altogether
        assert [term for term in found if term.name == w("handout.work.other")] == []


def test_pictures_draw_every_shape_and_bring_no_script():
    file = document(
        sheet(account(**BASE), SAID, code("https://a.example/penalty?story=job", words(Lang.ZH)), words(Lang.ZH)),
        Imprint("示例 · Example", "x"),
        "t",
        words(Lang.ZH),
    ).decode()
    assert len(pictures(file)) >= 5
    for one in pictures(file):
        assert {node.tag.split("}")[1] for node in one.iter()} <= {
            "rect",
            "line",
            "circle",
            "polyline",
            "polygon",
            "text",
            "svg",
            "defs",
            "pattern",
            "path",
            "title",
        }
    assert "<script" not in file and "http" not in re.sub(r"base64,[A-Za-z0-9+/=]+", "", file).replace(
        "https://a.example", ""
    )
    assert file.count("示例 · Example") == 2  # on every leaf


@given(st.text(max_size=30))
def test_any_text_is_only_text(given):
    assert unescape(tag("p", given, title=given)).count("<p") >= 1
    held = ElementTree.fromstring(tag("p", re.sub(r"[^\x20-\ud7ff\ue000-\ufffd]", "", given)))
    assert len(held) == 0


@pytest.mark.parametrize(
    "given",
    [BASE, LONG, *({"story": story} for story in STORIES), {"story": "job", "pay_on": "2026-09-01", "lang": "en"}],
)
def test_a_brief_address_brings_the_same_case_back(given):
    held = read(given, TODAY)[0]
    again, notes = read(brief(held), date(2027, 1, 1))
    assert again == held and notes == ()
    assert len(brief(held)) <= 3 or held.story is None


def test_five_debts_of_ones_own_fit_into_a_code_and_come_back_the_same():
    lenders = ("platform", "consumer_finance", "credit_card", "bank")
    further = "~".join(f"{one}:2026{n:02}1{n}:{n}00.50:{n}0.5:1{n}:50:m3" for n, one in enumerate(lenders, 2))
    own = {"lender": "platform", "due_on": "2026-08-10", "principal": "1234.56", "interest": "90.5", "missed": "3"}
    held = read(own | {"rate": "18", "later": "?", "as_of": "2026-11-29", "debts": further, "income": "5"}, TODAY)[0]
    address = "https://overdue-explained.streamlit.app/debts?" + urlencode(brief(held, debts=True), safe=":~!*")
    assert len(held.debts) == 4 and qr_svg(address, "x").startswith("<svg")
    again, notes = read(dict(parse_qsl(urlsplit(address).query)), date(2027, 1, 1))
    assert again == held.edited(income=None) and notes == ()
    assert "debts" not in brief(held)
