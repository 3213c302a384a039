"""A lesson in a room: the facilitator's screen with a clicker, ten phones; no bar may be drawn for fewer than five."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, WebSocketRoute, expect

from overdue.words import Lang, words
from tests.browser import house
from tests.browser.seen import CUT, FITS, OVER, SIZE, SMALL, TOKEN
from tests.needed import needs

STEPS = ("grow", "offer", "divide", "record", "call", "court", "scam", "claim")
# Six months at 1,000 overdue from the 10th of January, seen on 30 June 2027: 6,000 + 360 + penalty 2,073.75.
TRUTH = "8,433.75"
SCREENS = ((1024, 768), (1280, 720), (1920, 1080))
Person = Callable[..., house.Reader]


def press(one: house.Reader, key: str) -> None:
    """Press a key of the clicker once nothing moves: it acts on what stands there."""
    one.settle()
    one.page.keyboard.press(key)
    one.settle()


@pytest.fixture
def person(browser: Browser, server: str) -> Iterator[Person]:
    """Makes people: ``person("/workshop", 390)``. At the end none may have seen a fault.

    Each has a browser of their own, or, with a ``token`` in the place where the browser keeps it, a tab of one that
    has fetched everything already.
    """
    seen: list[house.Reader] = []
    shared = house.context(browser, width=house.PHONE)

    def come(path: str, width: int, token: str = "") -> house.Reader:
        page = (shared if token else house.context(browser, width=width)).new_page()
        if token:
            page.add_init_script(TOKEN % token)
        seen.append(house.Reader(page, server))
        page.goto(server + path, wait_until="commit")
        return seen[-1]

    yield come
    for context in {one.page.context for one in seen} | {shared}:
        context.close()
    assert [fault for one in seen for fault in one.faults] == []


def guess(phone: house.Reader, number: int) -> None:
    phone.settle()
    phone.page.get_by_role("spinbutton").fill(str(number))
    phone.click(".st-key-guess_give button")
    phone.shows(f"你猜的是 {number:,}")


def test_ten_phones_guess_and_see_together(person: Person) -> None:
    desk = person("/workshop?story=job", house.DESK)
    screen = desk.page
    desk.click(".st-key-open_room button")
    code = screen.locator(".st-key-figure_room strong").inner_text()
    phones = [person(f"/workshop?room={code}", house.PHONE) for _ in range(2)]
    phones += [person(f"/workshop?room={code}", house.PHONE, f"phone-token-{n:06}") for n in range(7)]
    desk.click(".st-key-q_step_grow summary")
    desk.click(screen.locator(".st-key-q_step_grow a").first)
    answered = screen.locator(".st-key-figure_answered strong")
    expect(answered).to_have_text("0")

    guesses = [7000, 7000, 8000, 8400, 8400, 8400, 8500, 9000, 12000]
    expect(screen.locator(".st-key-figure_here strong")).to_have_text("9")
    phones[0].shows("6 期到期没还")  # what there is to guess by
    for phone, number in zip(phones, guesses, strict=True):
        guess(phone, number)
    guess(phones[0], 8450)  # may be changed until it is closed
    guesses[0] = 8450
    phones[1].reload()
    phones[1].shows("你猜的是 7,000")
    expect(answered).to_have_text("9")
    desk.reload()
    expect(answered).to_have_text("9")
    expect(screen.locator(".st-key-move_tally")).to_have_count(0)
    late = person(f"/workshop?room={code.lower()}", house.PHONE)
    late.settle()
    late.page.get_by_role("spinbutton").fill("99999999999")
    late.click(".st-key-guess_give button")
    # A number that cannot be is a sentence, and counts as none.
    expect(late.page.get_by_test_id("stAlert")).to_be_visible()
    expect(answered).to_have_text("9")
    guess(late, 20000)
    guesses.append(20000)
    expect(answered).to_have_text("10")

    press(desk, "PageDown")
    expect(screen.locator(".st-key-figure_truth")).to_contain_text(TRUTH)
    expect(screen.locator(".st-key-corner img")).to_be_visible()  # for who comes late
    tally = screen.locator(".st-key-move_tally svg[role=img]")
    expect(tally).to_be_visible()
    desk.settle()
    assert screen.evaluate(SMALL, 28) == []
    assert screen.evaluate(OVER) == []
    told = tally.get_attribute("aria-label") or ""
    edges = [7590, 8270, 8600, 9280, 10960]  # 0.9, 0.98, 1.02, 1.1 and 1.3 of the truth, to ten yuan
    expected = Counter(sum(number >= edge for edge in edges) for number in guesses)
    assert [int(n) for n in re.findall(r": (\d+) 人", told)] == [expected[place] for place in range(6)]
    assert "8,270 到 8,600 元 (答案): 5 人" in told
    for phone in (phones[1], late):
        phone.shows(TRUTH)
    phones[1].shows("你猜的是 7,000")

    press(desk, "PageDown")
    desk.address("/penalty.*lang=")
    expect(screen.locator(".st-key-move_pay_on")).to_be_visible()
    press(desk, "PageDown")
    desk.address("/workshop.*lang=.*step=offer")
    for phone in phones[:4]:
        phone.click(phone.page.get_by_role("button", name="一次付清"))
    expect(answered).to_have_text("4")
    press(desk, "PageDown")
    desk.shows("4 人作答，少于五人不画图")
    expect(screen.locator(".st-key-move_tally")).to_have_count(0)
    assert "3 人" not in screen.locator(".st-key-stage").inner_text()
    press(desk, "PageUp")
    desk.address("/penalty")

    desk.click(".st-key-stage_out a")
    desk.click(".st-key-end_ask button")
    desk.click(".st-key-end_room button")
    late.shows("课讲完了")
    expect(late.page.locator(".st-key-room_typed input")).to_have_value("")


@pytest.mark.parametrize(("lang", "story"), [("zh", "job"), ("en", "household")])
def test_every_step_fits_the_screen_and_its_question_is_read_from_the_last_row(
    person: Person, lang: str, story: str
) -> None:
    one = person(f"/penalty?story={story}&stage=1&step=grow&lang={lang}", house.DESK)
    desk = one.page
    desk.set_viewport_size({"width": 1280, "height": 720})
    headline = desk.locator(".st-key-stage_head h1")
    nobody = words(Lang(lang))("workshop.empty")

    def read(place: str) -> None:
        expect(headline).to_be_visible()
        one.settle()
        sizes = []
        for width, height in SCREENS:
            desk.set_viewport_size({"width": width, "height": height})
            one.comes(FITS, True)
            one.comes(CUT, 0)
            one.comes(OVER, [])
            assert desk.evaluate(SMALL, 28 * width / 1280) == [], (place, width)  # one share of the screen's width
            sizes.append(headline.evaluate(SIZE))
        assert 28 <= sizes[0] <= sizes[1] < sizes[2], (place, sizes)

    for step in STEPS:
        if step != STEPS[0]:
            press(one, "PageDown")
            one.address(rf"/workshop\?.*lang=.*step={step}")
            if step == STEPS[1]:
                one.click(".st-key-open_room button")  # there once the browser has said who leads
            press(one, "PageDown")
            one.shows(nobody)  # with the room's code and what closes it beside the question
            expect(desk.locator(".st-key-room_close button")).to_be_in_viewport(ratio=1)
            read(f"question {step}")
            press(one, "PageDown")
            one.shows(words(Lang(lang))("workshop.again"))  # closed: the key now leads on
            press(one, "PageDown")
        one.address(rf"/(?!workshop)\w+\?.*lang=.*step={step}")
        read(step)
        if step == STEPS[1]:  # with a room in the address: the bar stands whole after a reload as well
            desk.reload()
            one.settle()
            expect(desk.locator(".st-key-bar_code p")).to_be_in_viewport(ratio=1)
            read(step)
        assert not desk.locator(".st-key-foot, .st-key-bar, .st-key-stage form").count()


@needs("poppler-utils", "pdftotext", "pdftoppm")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("own", "pages", "last"),
    [
        ("view=cards&cards=V34.V5.V7.V21.V76.V27", 2, "JUD-14"),
        ("view=cards&cards=V34.V5.V7.V21.V76.V27.V1.V2.V3.V4.V6.V8", 4, "12. "),
        ("view=plan&form=full", 2, "8. "),
        ("view=plan&form=half", 1, "5. "),
        ("view=plan&form=short", 1, "2. "),
    ],
)
def test_what_is_handed_out_prints_on_few_pages_without_the_frame(
    person: Person, tmp_path: Path, own: str, pages: int, last: str, theme: house.Theme
) -> None:
    one = person(f"/workshop?story=job&{own}", house.DESK)
    desk = one.page
    expect(desk.locator(".st-key-paper_use")).to_be_visible()
    expect(desk.locator(".st-key-foot")).to_be_visible()
    one.settle()
    desk.emulate_media(media="print", color_scheme=theme)
    expect(desk.locator(".st-key-bar")).to_be_hidden()
    one.settle()
    margin = dict.fromkeys(
        ("top", "right", "bottom", "left"), "10mm"
    )  # as a printer has it; with the grounds asked for
    desk.pdf(path=tmp_path / "printed.pdf", format="A4", print_background=True, margin=margin)
    desk.emulate_media(media="screen")
    subprocess.run(["pdftoppm", "-r", "50", "-gray", tmp_path / "printed.pdf", tmp_path / "page"], check=True)
    for picture in sorted(tmp_path.glob("page*.pgm")):
        with Image.open(picture) as seen:
            shades = seen.histogram()
        assert shades[255] > 0.8 * sum(shades) and sum(shades[:100]) > 0, picture.name  # white, and something on it
    told = subprocess.run(["pdftotext", tmp_path / "printed.pdf", "-"], capture_output=True, text=True, check=True)
    printed = told.stdout.split("\f")[:-1]
    assert len(printed) == pages and last in printed[-1]
    assert not any(words in told.stdout for words in ("菜单", "全部清除", "回到教案"))
    assert "JUD-14" not in printed[0]  # a verdict never stands on the sheet that is cut


@pytest.mark.parametrize(("place", "tells"), [
    ("penalty?step=grow", ".st-key-move_pay_on"), ("claims?step=card.v34&card=V34", "text=规则怎么说"),
])  # fmt: skip
def test_what_is_masked_is_shown_again(person: Person, place: str, tells: str) -> None:
    one = person(f"/{place}&story=job&stage=1", house.DESK)
    desk, figure = one.page, one.page.locator(tells)
    blurred = "e => { while (e && getComputedStyle(e).filter === 'none') e = e.parentElement; return Boolean(e) }"
    one.click(".st-key-mask button")
    expect(desk.locator(".st-key-mask")).to_contain_text("露出")
    assert figure.evaluate(blurred)
    press(one, ".")
    expect(desk.locator(".st-key-mask")).to_contain_text("遮住")
    assert not figure.evaluate(blurred)


def test_a_phone_that_slept_comes_back_to_the_question_that_is_open_now(
    person: Person, browser: Browser, server: str
) -> None:
    """Its network was gone, and then its connection died without it: both times nothing is to be pressed."""
    one = person("/workshop?story=job", house.DESK)
    desk = one.page
    one.click(".st-key-open_room button")
    code = desk.locator(".st-key-figure_room strong").inner_text()
    away = house.context(browser, width=house.PHONE)  # its console tells of the network that is gone
    sleeper = house.Reader(away.new_page(), server)
    phone = sleeper.page
    wires: list[WebSocketRoute] = []

    def through(wire: WebSocketRoute) -> None:
        wires.append(wire)
        wire.connect_to_server()

    phone.route_web_socket(re.compile("/_stcore/stream"), through)
    phone.goto(f"{desk.url.split('/workshop')[0]}/workshop?room={code}", wait_until="commit")
    main = phone.get_by_test_id("stMain")
    expect(main).to_contain_text("你已经进来了")
    one.click(".st-key-q_step_record summary")
    one.click(desk.locator(".st-key-q_step_record a").first)
    one.address("step=record")
    guess(sleeper, 3)
    answered = desk.locator(".st-key-figure_answered strong")
    expect(answered).to_have_text("1")

    phone.context.set_offline(True)
    wires[-1].close()
    expect(phone.get_by_test_id("stApp")).not_to_have_attribute("data-test-connection-state", "CONNECTED")
    expect(phone.locator(".st-key-no_net")).to_be_visible()  # in its own language
    press(one, "PageDown")
    expect(desk.locator(".st-key-figure_truth")).to_contain_text("5")
    phone.context.set_offline(False)
    expect(phone.locator(".st-key-no_net")).to_be_hidden()
    expect(main).to_contain_text("5 年")
    expect(main).to_contain_text("你猜的是 3")

    held = len(wires)
    wires[-1].close()
    press(one, "PageDown")
    one.address("/credit")
    press(one, "PageDown")
    expect(main).to_contain_text("早上七点")
    assert len(wires) > held
    sleeper.click(phone.get_by_role("button", name="不可以"))
    expect(answered).to_have_text("1")
    away.close()
