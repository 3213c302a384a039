"""Every picture that moves, on every page: finger, key and thumb, paper, a theme that changes, no motion of its own.

No scenario may send a message before the finger lifts, show a control on paper, or break a day between two lines.
"""

from __future__ import annotations

import re
import subprocess
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from overdue.words import Lang, words
from tests.browser import house
from tests.browser.test_mover import address, sent
from tests.cases import LINK
from tests.needed import needs
from tests.test_look import CONFIG, contrast

# page, what the address holds beside the case, the key that moves
MOVERS = [
    ("home", "", "pay_on"),
    ("penalty", "", "pay_on"),
    ("credit", "", "pay_on"),
    ("court", "", "pay_on"),
    ("proposals", "lump_waive=50", "lump_waive"),
    ("proposals", "lump_waive=50", "plan_months"),
    ("proposals", "lump_waive=50&open=even", "lump_on"),
    ("proposals", "lump_waive=50&income=1500&needs=1000&open=carry", "month"),
    ("timeline", "", "dated"),
]
SILENT = ("month", "dated")  # they only go from place to place: the server never hears of it
MILLIONS = urlencode(LINK | {"principal": "12345678.90", "interest": "987654.32"})
# Every picture: its page, and what the address holds beside the case.
PICTURES = [
    ("home", ""),
    ("penalty", "open=chart"),
    ("credit", "open=choices"),
    ("court", ""),
    ("proposals", "lump_waive=50&open=even"),
    ("proposals", "lump_waive=50&income=1500&needs=1000&open=carry"),
    ("proposals", "lump_waive=50&open=time"),
    ("timeline", ""),
    ("bill", "bill_total=40000000&open=picture"),
    ("bill", "uplift=?&open=band"),
    ("debts", "debts=bank:20260405:200:20:18:50~bank:20260505:98765432:20:18:50&monthly=900000"),
    ("claims", "view=bands"),
]
STILL = """() => { const found = [];
  const look = root => root.querySelectorAll('*').forEach(e => {
    const how = getComputedStyle(e);
    const moves = how.animationName !== 'none' || how.transitionDuration.split(', ').some(t => parseFloat(t) > 0);
    if (moves) found.push(e.outerHTML.slice(0, 80));
    if (e.shadowRoot) look(e.shadowRoot); });
  document.querySelectorAll('[class*="st-key-move_"] *').forEach(e => e.shadowRoot && look(e.shadowRoot));
  return found; }"""
BROKEN = r"""() => { const found = [], day = /\d{4}-\d\d-\d\d|\d[\d,]*\.\d\d/g;
  for (const cell of document.querySelectorAll('[data-testid="stMain"] td')) {
    const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let text = walk.nextNode(); text; text = walk.nextNode()) for (const m of text.data.matchAll(day)) {
      const range = document.createRange();
      range.setStart(text, m.index);
      range.setEnd(text, m.index + m[0].length);
      if (new Set([...range.getClientRects()].map(r => Math.round(r.top))).size > 1) found.push(m[0]); } }
  return found; }"""
# Headings of columns that are amounts alone and do not stand at the right.
LEFT = r"""() => [...document.querySelectorAll('[data-testid="stMain"] table')].flatMap(table =>
  [...table.querySelectorAll('thead th')].filter((head, n) => {
    const cells = [...table.querySelectorAll(`tbody tr > :nth-child(${n + 1})`)].filter(cell => cell.innerText.trim());
    return cells.length && cells.every(cell => /^-?[\d,]+\.\d\d( \S+)?$/.test(cell.innerText.trim()))
      && ![head, ...cells].every(cell => getComputedStyle(cell).textAlign === 'right');
  }).map(head => head.innerText))"""
# At every stop: words that stick out of their picture or lie on others, and pages wider than the screen.
ASTRAY = r"""() => {
  const found = new Set(), seen = e => e.textContent.trim() && e.checkVisibility({visibilityProperty: true});
  const look = (frame, texts) => {
    const room = frame.getBoundingClientRect(), all = [...texts].filter(seen).map(e => [e.textContent.trim(),
      e.getBoundingClientRect()]).filter(([, r]) => r.width);
    all.forEach(([said, r], n) => {
      if (r.left < room.left - 2 || r.right > room.right + 2 || r.top < room.top - 4 || r.bottom > room.bottom + 4)
        found.add(`outside: ${said}`);
      for (const [other, q] of all.slice(n + 1))
        if (Math.min(r.right, q.right) - Math.max(r.left, q.left) > 2
          && Math.min(r.bottom, q.bottom) - Math.max(r.top, q.top) > 6) found.add(`${said} on ${other}`); });
  };
  for (const chart of document.querySelectorAll('[data-testid="stPlotlyChart"]'))
    look(chart, chart.querySelectorAll('.main-svg text'));
  for (const place of document.querySelectorAll('[class*="st-key-move_"] *')) if (place.shadowRoot) {
    const range = place.shadowRoot.querySelector('input'), stood = range.value;
    for (let stop = 0; stop <= range.max; stop++) {
      range.value = stop;
      range.oninput();
      place.shadowRoot.querySelectorAll('.pictures svg[role]').forEach(one => look(one, one.querySelectorAll('text')));
    }
    range.value = stood;
    range.oninput();
  }
  const main = document.querySelector('[data-testid="stMain"]');
  if (main.scrollWidth > main.clientWidth) found.add('the page is wider than the screen');
  return [...found];
}"""
# Everything on paper that is words: its colour, as red, green, blue.
PRINTED = r"""() => { const found = new Set(), look = root => { for (const e of root.querySelectorAll('*')) {
    if (e.shadowRoot) look(e.shadowRoot);
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || !e.checkVisibility()) continue;
    if (e.closest('.js-plotly-plot')) continue;
    const how = getComputedStyle(e);
    found.add((e instanceof SVGElement ? how.fill : how.color).match(/[\d.]+/g).slice(0, 3).join()); } };
  look(document.querySelector('[data-testid="stApp"]'));
  return [...found]; }"""
INKS = """ink => { const ticks = [...document.querySelectorAll('[data-testid="stPlotlyChart"] .xtick text')];
  return ticks.length && ticks.every(tick => getComputedStyle(tick).fill === ink); }"""


def opened(reader: house.Reader, page: str, own: str, key: str):
    reader.open(house.path_of(page, f"{house.CASE}&{own}".rstrip("&")))
    if key == "plan_months":
        reader.choose("moves", words(Lang.ZH)("proposals.move.plan_months_name"))
    found = reader.page.locator(f".st-key-move_{key}")
    expect(found.locator("svg").first).to_be_visible()
    reader.page.keyboard.press("Shift")  # what the address opened is held in sight for a second, but not under a finger
    reader.settle()
    return found


def told(page: Page, key: str, before: str | None) -> None:
    """The address has followed."""
    page.wait_for_url(lambda url: address_of(url, key) not in (None, before), wait_until="commit")


def address_of(url: str, key: str) -> str | None:
    found = re.search(f"[?&]{key}=([^&]*)", url)
    return found and found.group(1)


@pytest.mark.parametrize(("name", "own", "key"), MOVERS)
def test_a_finger_and_a_key_move_it_and_the_server_hears_it_once_it_is_let_go(visitor, server, name, own, key):
    reader = visitor(server)
    messages = sent(reader.page)
    found = opened(reader, name, own, key)
    page, range_ = reader.page, found.locator("input")
    range_.scroll_into_view_if_needed()
    box = range_.bounding_box()
    across = [box["x"] + 14 + (box["width"] - 28) * share for share in (0.1, 0.9, 0.35, 0.6)]
    page.mouse.move(across[0], box["y"] + box["height"] / 2)
    page.mouse.down()
    before, heard = len(messages), []
    for x in across[1:]:
        at = range_.input_value()
        page.mouse.move(x, box["y"] + box["height"] / 2, steps=3)
        expect(range_).not_to_have_value(at)
        heard.append(
            (range_.input_value(), found.locator(".says").inner_text() + found.locator(".figure").inner_text())
        )
    assert len(set(heard)) == 3 and len(messages) == before
    page.mouse.up()
    if key not in SILENT:
        told(page, key, None)
        reader.settle()
        assert len(messages) == before + 1
    assert found.locator(".says").inner_text() + found.locator(".figure").inner_text() == heard[-1][1]
    stood = address(page).get(key)
    range_.focus()
    range_.press("ArrowRight")
    expect(found.locator(".says")).not_to_have_text(heard[-1][1].replace(found.locator(".figure").inner_text(), ""))
    range_.press("Tab")
    if key not in SILENT:
        told(page, key, stood)
    reader.settle()
    assert address(page)["as_of"] == "2026-06-30"
    assert page.evaluate(STILL) == []


@pytest.mark.parametrize(("name", "own", "key"), [one for one in MOVERS if one[2] != "lump_on"])
def test_a_thumb_moves_it_with_one_tap(visitor, server, name, own, key):
    reader = visitor(server, width=house.PHONE)
    found = opened(reader, name, own, key)
    before = found.locator(".says").inner_text()
    goes = found.locator("[data-goes]").first if key in SILENT else found.locator(".quick button").last
    goes.scroll_into_view_if_needed()
    goes.tap()
    expect(found.locator(".says")).not_to_have_text(before)
    if key not in SILENT:
        told(reader.page, key, None)
    reader.settle()


@needs("poppler-utils", "pdftotext")
@pytest.mark.parametrize("lang", [Lang.ZH, Lang.EN])
def test_paper_shows_the_day_chosen_and_its_table_and_no_control(visitor, server, tmp_path, lang):
    reader, w = visitor(server), words(lang)
    page = reader.open(f"{house.path_of('penalty', house.CASE)}&open=chart&lang={lang}")
    reader.click(page.locator(".st-key-move_pay_on .quick button").last)
    reader.address("pay_on=2026-09-28")
    page.emulate_media(media="print")
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    page.emulate_media(media="screen")
    said = subprocess.run(["pdftotext", tmp_path / "page.pdf", "-"], capture_output=True, text=True, check=True).stdout
    # 3,587.25 on 30 June and 90 days at 2.25 more
    for there in ("3,789.75", "519.75", "2026-09-28", "2026-06-30", w("penalty.move.title", grown="")[:4]):
        assert there in said, there
    for control in (w("move.plus", days=30), w("move.plus", days=90), w("fields.pay_on.label")):
        assert control not in said


def test_a_chart_takes_the_colours_of_a_theme_that_changes(visitor, server):
    page = visitor(server).open(f"{house.path_of('penalty', house.CASE)}&open=chart")
    for theme in ("light", "dark", "light"):
        page.emulate_media(color_scheme=theme)
        page.wait_for_function(INKS, arg=ink(theme))


def ink(theme: str) -> str:
    text = CONFIG["theme"][theme]["textColor"]
    return f"rgb({', '.join(str(int(text[n : n + 2], 16)) for n in (1, 3, 5))})"


@pytest.mark.parametrize("lang", [Lang.ZH, Lang.EN])
@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("penalty", "open=chart"),
        ("penalty", "open=how"),
        ("credit", "open=choices"),
        ("court", "open=choices"),
        ("court", "open=marks"),
        ("proposals", "lump_waive=50&open=how"),
    ],
)
def test_in_a_table_on_a_phone_no_day_and_no_amount_is_broken_and_amounts_stand_at_the_right(
    visitor, server, name, own, lang
):
    reader = visitor(server, width=house.PHONE)
    page = reader.open(f"{house.path_of(name, house.CASE)}&{own}&lang={lang}")
    expect(page.get_by_role("cell").first).to_be_attached()
    assert page.evaluate(BROKEN) == [] and page.evaluate(LEFT) == []


@pytest.mark.parametrize("name", ["penalty", "proposals", "credit"])
def test_a_guess_comes_first_only_where_it_is_asked_for_and_one_tap_skips_it(visitor, server, name):
    reader = visitor(server, width=house.PHONE)
    page = reader.open(house.path_of(name, house.CASE))
    expect(page.locator(".st-key-guess_show, .st-key-guess_lump")).to_have_count(0)
    page = reader.open(f"{house.path_of(name, house.CASE)}&guess=1")
    expect(page.locator('[class*="st-key-move_"] input')).to_have_count(0)
    reader.click(".st-key-guess_skip button")
    expect(page.locator('[class*="st-key-move_"] .pictures svg').first).to_be_visible()
    reader.settle()


@pytest.mark.parametrize("lang", [Lang.ZH, Lang.EN])
@pytest.mark.parametrize(("name", "own"), PICTURES)
def test_with_tens_of_millions_no_words_of_a_picture_lie_outside_it_or_on_others(visitor, server, name, own, lang):
    page = visitor(server, width=house.PHONE).open(f"{house.path_of(name, MILLIONS)}&{own}&lang={lang}")
    pictures = page.locator('[class*="st-key-move_"] svg[role], [data-testid="stPlotlyChart"] .main-svg')
    expect(pictures.first).to_be_visible()
    assert page.evaluate(ASTRAY) == []


@needs("poppler-utils", "pdftoppm")
@pytest.mark.parametrize(("name", "own"), [("penalty", "open=chart"), ("credit", ""), ("bill", "bill_total=3900")])
def test_paper_is_white_and_its_words_are_dark_whatever_the_screen_is(visitor, server, tmp_path, name, own):
    reader = visitor(server, theme="dark")
    page = reader.open(f"{house.path_of(name, house.CASE)}&{own}".rstrip("&"))
    page.emulate_media(media="print", color_scheme="dark")
    for ink_ in page.evaluate(PRINTED):
        parts = [round(float(part)) for part in ink_.split(",")]
        assert contrast("#" + "".join(f"{part:02X}" for part in parts), "#FFFFFF") >= 3, ink_
    page.pdf(path=tmp_path / "page.pdf", format="A4", print_background=True)
    page.emulate_media(media="screen", color_scheme="dark")
    subprocess.run(
        ["pdftoppm", "-gray", "-r", "30", "-f", "1", "-l", "1", tmp_path / "page.pdf", tmp_path / "p"], check=True
    )
    (sheet,) = tmp_path.glob("p*.pgm")
    lights = sheet.read_bytes().split(b"\n", 3)[3]
    assert lights.count(255) > 0.7 * len(lights) and min(lights) < 100
