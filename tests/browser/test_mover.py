"""One day of paying under a finger, a key and a pointer.

No scenario may send a message before the finger lifts, or move the day looked at.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from overdue.words import Lang, words
from tests.browser import house

PENALTY = house.path_of("penalty", house.CASE)
AS_OF = date(2026, 6, 30)
EVERY_STOP = """range => { const says = range.getRootNode().querySelector('.says'), seen = [];
  for (let n = 0; n <= Number(range.max); n++) {
    range.value = n; range.dispatchEvent(new Event('input', {bubbles: true}));
    seen.push([range.getAttribute('aria-valuetext'), says.textContent]); }
  return seen; }"""


def owed(day: date) -> Decimal:
    """What the case owes by hand: 3,587.25 on 30 June, then 3 x 1,000 at 27 % on 360 days, 2.25 a day."""
    return Decimal("3587.25") + Decimal("2.25") * (day - AS_OF).days


def mover(page: Page):
    return page.locator(".st-key-move_pay_on")


def address(page: Page) -> dict[str, str]:
    return {name: given[0] for name, given in parse_qs(urlsplit(page.url).query).items()}


def sent(page: Page) -> list[object]:
    """The messages this page sends from now on."""
    messages: list[object] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: messages.append(frame)))
    return messages


@pytest.mark.parametrize("lang", list(Lang))
def test_at_every_step_the_sentence_is_the_figure_of_its_day(visitor, server, lang):
    reader, w = visitor(server), words(lang)
    messages = sent(reader.page)
    page = reader.open(f"{PENALTY}&lang={lang}")
    before = len(messages)
    seen = mover(page).locator("input").evaluate(EVERY_STOP)
    days = {w.day(AS_OF + timedelta(n)): AS_OF + timedelta(n) for n in range(366)}
    assert len(seen) == 37 and len({says for _, says in seen}) == 37
    for day, says in seen[1:]:
        assert w.yuan(owed(days[day])) in says and day in says
    assert len(messages) == before


def test_a_drag_answers_before_it_ends_and_table_and_address_follow_once(visitor, server):
    reader = visitor(server)
    messages = sent(reader.page)
    page = reader.open(f"{PENALTY}&open=chart")
    page.keyboard.press("Shift")  # what the address opened is held in sight for a second, but not under a finger
    mover(page).locator("input").scroll_into_view_if_needed()
    box = mover(page).locator("input").bounding_box()
    across = [box["x"] + box["width"] * share for share in (0.05, 0.3, 0.5, 0.7)]
    page.mouse.move(across[0], box["y"] + box["height"] / 2)
    before = len(messages)
    page.mouse.down()
    says = mover(page).locator(".says")
    heard = [says.inner_text()]
    for x in across[1:]:
        page.mouse.move(x, box["y"] + box["height"] / 2)
        expect(says).not_to_have_text(heard[-1])
        heard.append(says.inner_text())
    assert len(messages) == before
    page.mouse.up()
    reader.address("pay_on=")
    given = address(page)
    total = words(Lang.ZH).number(owed(date.fromisoformat(given["pay_on"])), 2)
    assert total in heard[-1] and total in mover(page).locator(".says").inner_text()
    expect(page.get_by_role("row").filter(has_text=given["pay_on"])).to_contain_text(total)
    assert given["as_of"] == AS_OF.isoformat() and len(messages) == before + 1
    reader.click(page.locator(".st-key-share button").first)
    reader.click(".st-key-share_holds summary")
    expect(page.get_by_test_id("stCode")).to_contain_text(f"pay_on={given['pay_on']}")
    reader.reload()
    expect(mover(page).locator(".says")).to_have_text(heard[-1])


def test_the_keyboard_alone_moves_it(visitor, server):
    reader = visitor(server)
    page = reader.open(f"{house.path_of('credit', house.CASE)}&lang=en")
    page.locator(".st-key-menu button").first.focus()
    for _ in range(9):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.shadowRoot?.activeElement?.type") == "range":
            break
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(mover(page).locator(".says")).to_contain_text("9 August 2026")
    reader.address("pay_on=2026-08-09")
    expect(mover(page).locator(".figure")).to_have_text("10 August 2031")
    assert address(page)["as_of"] == AS_OF.isoformat()


def test_a_thumb_taps_a_day_and_scrolls_past_without_moving_it(visitor, server):
    reader = visitor(server, width=house.PHONE)
    page = reader.open(house.path_of("court", house.CASE))
    mover(page).get_by_role("button", name="+60 天").tap()
    reader.address("pay_on=2026-08-29")
    expect(mover(page).locator(".figure")).to_have_text("3,722.25 元")
    box = mover(page).locator("input").bounding_box()
    touch = page.context.new_cdp_session(page)
    x, y = box["x"] + box["width"] * 0.7, box["y"] + box["height"] / 2
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 16):
        at = [{"x": x, "y": y - 20 * step}]
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": at})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_function("() => document.querySelector('[data-testid=stMain]').scrollTop > 100")
    expect(mover(page).locator(".figure")).to_have_text("3,722.25 元")
    assert address(page)["pay_on"] == "2026-08-29"


def test_a_tap_or_a_key_on_a_fixed_day_tells_what_it_is_and_the_server_nothing(visitor, server):
    reader = visitor(server, width=house.PHONE)
    messages = sent(reader.page)
    page = reader.open(house.path_of("timeline", house.CASE))
    days = page.locator(".st-key-move_dated")
    expect(days.locator(".says")).to_contain_text("2026年7月10日")
    before = len(messages)
    days.locator("[data-goes]").last.tap()
    expect(days.locator(".says")).to_contain_text("2031年7月1日")
    days.locator("input").press("Home")
    expect(days.locator(".says")).to_contain_text("到期日")
    expect(days.locator("input")).to_have_attribute("aria-valuetext", "2026年1月10日 到期日")
    days.locator("input").blur()  # a key not told yet would be told now
    reader.settle()
    assert len(messages) == before
