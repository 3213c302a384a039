"""A lender's offer in a real browser: moved by finger and by key, typed in, held against a budget, taken along.

What may not happen: a message while the finger moves, a figure that disagrees after release, a budget in the link.
"""

from __future__ import annotations

import csv
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from overdue.words import Lang, words
from tests.browser import house

OFFERS = house.path_of("proposals", house.CASE)
LONGEST = 4000  # px at 390, nothing opened
LENGTH = "() => document.querySelector('[data-testid=\"stMain\"]').scrollHeight"
SAYS = {
    "zh": {"75": "少付 237.94 元", "same": "和分 12 期付的一样多"},
    "zh-Hant": {"75": "少付 237.94 元", "same": "和分 12 期付的一樣多"},
    "en": {"75": "237.94 yuan less", "same": "costs the same as a plan of 12 months"},
}


def ask(reader, name):
    """Open a question."""
    reader.click(f".st-key-q_{name} summary")


@pytest.mark.parametrize("lang", SAYS)
def test_the_finger_moves_sentence_and_strips_and_tells_the_server_once(visitor, server, lang):
    reader, sent = visitor(server, width=house.PHONE), []
    reader.page.on("websocket", lambda socket: socket.on("framesent", lambda data: sent.append(data)))
    page = reader.open(f"{OFFERS}&lang={lang}")
    mover = page.locator(".st-key-move_lump_waive")
    says, bar, range_ = mover.locator(".says"), mover.locator("svg rect.principal").first, mover.locator("input")
    expect(says).to_contain_text(SAYS[lang]["same"])
    tall, before = float(bar.get_attribute("height")), len(sent)
    box = range_.bounding_box()
    page.mouse.move(box["x"] + 15, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + box["height"] / 2, steps=6)
    page.mouse.move(box["x"] + 14 + (box["width"] - 28) * 0.75, box["y"] + box["height"] / 2, steps=6)
    expect(says).to_contain_text(SAYS[lang]["75"])  # 75 % of 317.25
    assert float(bar.get_attribute("height")) < tall
    assert len(sent) == before  # nothing was asked while it moved
    assert "lump_waive" not in page.url
    page.mouse.up()
    reader.address("lump_waive=75")
    expect(says).to_contain_text(SAYS[lang]["75"])
    reader.click(".st-key-strips_table summary")
    expect(page.locator(".st-key-strips_table table")).to_contain_text("3,349.31")  # 3,587.25 less 237.94
    reader.click(page.locator(".st-key-share button").first)
    reader.click(".st-key-share_holds summary")
    expect(page.get_by_test_id("stCode").filter(has_text="lump_waive=75")).to_have_count(1)


@pytest.mark.parametrize("lang", SAYS)
def test_nothing_goes_up_or_down_under_the_finger(visitor, server, lang):
    reader = visitor(server, width=house.PHONE)
    reader.open(f"{OFFERS}&lang={lang}")
    chips = reader.page.locator(".st-key-move_lump_waive .quick")
    chips.evaluate("one => one.scrollIntoView({block: 'center'})")
    at = chips.bounding_box()["y"]
    for share in ("50%", "100%", "0%"):
        reader.click(chips.get_by_role("button", name=share, exact=True))
        expect(chips.get_by_role("button", name=share, exact=True)).to_have_attribute("aria-pressed", "true")
        assert abs(chips.bounding_box()["y"] - at) < 1


def test_the_keyboard_and_the_buttons_move_it_as_well(reader):
    page = reader.open(f"{OFFERS}&lump_waive=50&lang=en")
    reader.choose("moves", "months of B")
    mover = page.locator(".st-key-move_plan_months")
    reader.click(mover.get_by_role("button", name="24 months"))
    reader.address("plan_months=24")
    expect(mover.locator(".says")).to_contain_text("158.63 yuan less than a plan of 24 months")
    range_ = mover.locator("input")
    range_.focus()
    range_.press("ArrowLeft")
    expect(mover.locator(".says")).to_contain_text("a plan of 21 months")
    range_.press("Tab")
    reader.address("plan_months=21")
    ask(reader, "offer")
    expect(reader.field("plan_months")).to_have_value("21")
    expect(reader.field("lump_waive")).to_have_value("50.00")  # the other one stayed


def test_an_offer_and_a_budget_are_a_few_fields_and_taps(visitor, server):
    """From one's own figures: half the penalty waived or twelve instalments, can I carry it."""
    reader = visitor(server, width=house.PHONE)
    page = reader.open(house.path_of("home", house.CASE))
    taps = fields = 0
    reader.click(page.locator(".st-key-door_offer a, .st-key-door_offer button").first)
    reader.address("/proposals[?]")
    reader.click(page.locator(".st-key-move_lump_waive").get_by_role("button", name="50%"))
    reader.address("lump_waive=50")
    reader.click(".st-key-budget summary")
    taps += 3
    for key, text in (("income", "1500"), ("needs", "1000")):
        reader.fill(key, text)
        fields += 1
    answer = page.locator(".st-key-move_lump_waive .says")
    expect(answer).to_contain_text("付得起的是分 12 期（B）")
    expect(answer).to_contain_text("差 3,428.62 元")
    ask(reader, "carry")
    expect(page.locator(".st-key-q_carry")).to_contain_text("B 分 12 期，不减免：每个月都够")
    expect(page.locator(".st-key-q_carry")).to_contain_text("差 3,428.62 元")  # the lump sum
    expect(page.locator(".st-key-move_month svg").first).to_be_visible()
    assert taps <= 8 and fields <= 7
    assert not {"income", "needs"} & parse_qs(urlsplit(page.url).query).keys()


def test_the_file_holds_every_payment_and_no_sum_that_is_not_on_the_page(reader):
    page = reader.open(f"{OFFERS}&lump_waive=50&plan_months=18&open=how&lang=en&income=5000&needs=4000")
    with page.expect_download() as saved:
        reader.click(page.locator(".st-key-proposals_csv button").first)
    with open(saved.value.path(), encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    plan = rows[1][2]  # the header names the offers: item, A, B, waiting
    paid = [float(row[3]) for row in rows[rows.index([]) + 2 :] if row[0] == plan]
    assert len(paid) == 18 and round(sum(paid), 2) == 3587.25
    assert not [row for row in rows if "5,000" in ",".join(row) or "5000" in ",".join(row)]


def test_a_figure_that_cannot_be_stays_beside_its_sentence(reader):
    page = reader.open(f"{OFFERS}&open=offer")
    reader.fill("plan_months", "61")
    expect(page.locator(".st-key-problem_plan_months")).to_contain_text("61")
    expect(reader.field("plan_months")).to_have_value("61")
    assert "plan_months=61" not in page.url
    reader.fill("plan_months", "24")
    expect(page.locator(".st-key-problem_plan_months")).to_have_count(0)
    expect(page).to_have_url(re.compile("plan_months=24"))


@pytest.mark.parametrize("lang", list(Lang))
def test_the_page_is_short_and_answers_on_the_first_screen_and_a_half(visitor, server, lang):
    reader = visitor(server, width=house.PHONE)
    page = reader.open(f"{OFFERS}&lump_waive=50&remaining=6000&offers=c:L:o20260901:p100~d:P:m24&lang={lang}")
    assert page.evaluate(LENGTH) <= LONGEST
    picture = page.locator(".st-key-move_lump_waive svg").first.bounding_box()
    assert picture["y"] < 1.2 * 844  # its first rows stand within a screen and a half
    wide, seen = page.evaluate(
        "() => [document.querySelector('[data-testid=\"stMain\"]')].map(e => [e.scrollWidth, e.clientWidth])[0]"
    )
    assert wide <= seen
    boxes = [one.bounding_box() for one in page.locator(".st-key-move_lump_waive svg text").all()]
    assert len(boxes) == 5 * 4 + 2  # five rows: name, total, how, until; and both ends of time
    for left, right in zip(boxes[::2], boxes[1::2], strict=True):
        assert left["x"] + left["width"] < right["x"], "two texts of a row lie over each other"
        assert right["x"] + right["width"] <= picture["x"] + picture["width"] + 5  # the paper around the letters
    assert words(lang)("proposals.q.sign") in page.get_by_test_id("stMain").inner_text()
