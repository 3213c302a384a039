"""Paper as Chromium prints it: pages, figures, nothing cut off, nothing of the screen; and codes read from pictures.

The figures are worked out by hand: three instalments of 1,090; 1,000 at 27 % is 0.75 a day for 171, 140 and 112 days.
"""

from __future__ import annotations

import io
import subprocess

import pytest
import segno
import zxingcpp
from PIL import Image, ImageChops
from playwright.sync_api import expect

from overdue.account import Account
from overdue.casefile import STORIES, read
from overdue.exports.handout import Imprint, Said, code, document, sheet, worksheet
from overdue.words import Lang, words
from tests.browser import house
from tests.needed import needs
from tests.test_handout import BASE, LONG, OFFERED, TODAY

DAYS = (171, 140, 112)
PENALTY = sum(days * 75 for days in DAYS)  # fen
FIGURES = (f"{PENALTY / 100:,.2f}", f"{(3 * 109_000 + PENALTY) / 100:,.2f}")
SCREENS = [(1280, 720), (390, 844)]
DOTS = 50  # an inch
MARGIN = 18  # dots: 9 mm
NEVER = ("Ctrl", "存成文件", "Save as", "菜单", "Menu", "分享", "Share", "回到", "Back to")

pytestmark = needs("poppler-utils", "pdfinfo", "pdftotext", "pdftoppm")


def printed(page, folder):
    """The text of each page as Chromium prints it on A4.

    Nothing dark may reach the paper's margins, and no band of the screen's own ground may lie behind or beside it.
    """
    path = folder / "printed.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    assert "(A4)" in told
    subprocess.run(["pdftoppm", "-r", str(DOTS), "-gray", path, folder / "page"], check=True)
    for picture in sorted(folder.glob("page*.pgm")):
        with Image.open(picture) as seen:
            left, top, right, bottom = ImageChops.invert(seen).point(lambda dark: 255 * (dark > 24)).getbbox()
            assert min(left, top, seen.width - right, seen.height - bottom) >= MARGIN, picture.name
            inked = ImageChops.invert(seen).point(lambda dark: 255 * (dark > 2))
            left, top, right, bottom = inked.getbbox()
            for row in (top + 1, bottom - 2):
                assert inked.crop((left, row, right, row + 1)).histogram()[255] < (right - left) * 0.9, "a band"
        picture.unlink()
    said = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    return said.removesuffix("\f").split("\f")


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [("zh", ("到期没还的一共", "罚息怎么算", "征信记录")), ("en", ("had fallen due", "worked out", "credit record"))],
)
def test_a_case_is_printed_from_its_page(visitor, server, tmp_path, lang, sentences):
    reader = visitor(server, width=house.PHONE if lang == "en" else house.DESK, theme="dark")
    page = reader.open(house.path_of("handout", f"{house.CASE}&lang={lang}"))
    for link in (None, "练习题和答案" if lang == "zh" else "Worksheet and answers"):
        if link is not None:
            reader.click(page.get_by_role("link", name=link))
            expect(page.locator(".leaves .blank").first).to_be_attached()
            reader.settle()
        pages = printed(page, tmp_path)
        assert len(pages) == 2
        whole = "\n".join(pages)
        assert not [word for word in (*NEVER, "\ufffd") if word in whole]
        assert not page.locator(".st-key-menu, .st-key-foot").count()
        if link is None:
            assert all(figure in pages[0] for figure in FIGURES)
            assert all(sentence in whole for sentence in sentences)
        else:
            assert all(figure in pages[1] and figure not in pages[0] for figure in FIGURES)


# Eight debts, each sued over, secured, carried and with an offer; needs in parts and more lump sums than have a line.
SUED = "~".join(
    f"{lender}:2026{n:02}05:{n}00:{n}0:18:50:m2:wyes:zyes:je202611{n + 10}:q{n}50:u20270110"
    for n, lender in enumerate(("bank", "credit_card", "consumer_finance", "micro_loan", "platform", "bank"), 2)
)
FULL = (
    f"{house.CASE.replace('2026-06-30', '2026-11-29')}&complaint_on=2026-11-20&debts={SUED}~private:20260805:800::12:"
)
FULL += "&income=8000&needs=5500&spending=living:2000~rent:1800~medicine:300~family:900&helps="
FULL += "~".join(f"202612{n}:{n}00" for n in range(10, 16))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("query", ["story=household", FULL], ids=["example", "full"])
def test_all_debts_are_two_pages_with_everything_on_them(visitor, server, tmp_path, query, lang):
    reader = visitor(server, width=house.PHONE, theme="dark")
    page, w = reader.open(house.path_of("handout", f"{query}&lang={lang}&of=budget")), words(Lang(lang))
    pages = printed(page, tmp_path)
    assert len(pages) == 2 and not [word for word in (*NEVER, "\ufffd") if word in "".join(pages)]
    flat = ["".join(told.split()) for told in pages]
    owed, done = ("20,238.56", "40,381.81") if "story" in query else ("3,929.25", w("statement.lumps", count=4))
    assert owed in flat[0] and "".join(done.split()) in "".join(flat)
    assert all("".join(w(key).split()) in flat[0] for key in ("debts.first.title", "statement.title"))
    assert "".join(w("debts.budget.title").split()) in flat[1]
    assert bool(page.locator(".leaves .qr").count()) == (
        "story" in query
    )  # one's own figures are in no code until that is confirmed


@pytest.mark.parametrize("lang", [Lang.ZH, Lang.EN])
def test_every_leaf_is_one_page_whatever_the_case(visitor, server, tmp_path, lang):
    """All cases as one file: a leaf that ran over would push the next from its place."""
    page, w = visitor(server).page, words(lang)
    longest = f"https://overdue.example.app/penalty?{'x' * 264}"  # of those that are drawn
    square = code(longest, w)
    said = Said("", w("credit.headline.unpaid", paid_off_on=TODAY, last_day=TODAY, removed_from=TODAY))
    mark = Imprint(w("common.stamp_example", name="x" * 8), w("common.stamp", law=TODAY, version="0.1.0", made=TODAY))
    leaves, cases = [], (*({"story": story} for story in STORIES), BASE, LONG, OFFERED)
    for given in cases:
        account = Account(read(given | {"lang": str(lang)}, TODAY)[0])
        leaves += [*sheet(account, said, square, w), *worksheet(account, "x" * 8, square, w)]
    page.set_content(document(leaves, mark, "t", w).decode())
    pages = printed(page, tmp_path)
    for number, told in enumerate(pages, 1):
        assert w("handout.page", number=number, count=len(leaves)) in told
        assert "示例" in told and "Example" in told
    assert len(pages) == len(leaves) == 4 * len(cases)
    page.set_content(document(leaves[:1], mark, "t", w).decode())
    page.pdf(path=tmp_path / "code.pdf", prefer_css_page_size=True)
    subprocess.run(["pdftoppm", "-r", "200", "-png", tmp_path / "code.pdf", tmp_path / "code"], check=True)
    with Image.open(tmp_path / "code-1.png") as paper:  # as fine as a phone sees a sheet held before it
        (found,) = zxingcpp.read_barcodes(paper)
        corner, side = found.position.top_left, found.position.top_right.x - found.position.top_left.x
        quiet = int(side / (4 * int(found.extra["Version"]) + 17) * 4) - 2  # four modules, less the blur of an edge
        around = paper.convert("L").crop((corner.x - quiet, corner.y - quiet, corner.x + side + quiet, corner.y - 2))
    assert found.text == longest and 25 <= side / 200 * 25.4 <= 30  # mm
    assert around.getextrema()[0] > 200 and around.height > 0


def decoded(page):
    """What another reader finds in a picture of the screen."""
    with Image.open(io.BytesIO(page.screenshot())) as seen:
        codes = zxingcpp.read_barcodes(seen)
    assert {found.ec_level for found in codes} <= {"M"}
    return [found.text for found in codes]


@pytest.mark.parametrize(("width", "height"), SCREENS, ids=["projector", "phone"])
def test_every_code_on_a_screen_says_what_stands_under_it(visitor, server, width, height):
    reader = visitor(server, width=width)
    reader.page.set_viewport_size({"width": width, "height": height})
    page = reader.open(house.path_of("workshop", "story=job"))
    reader.click(".st-key-open_room button")
    room = page.locator(".st-key-figure_room")
    expect(room).to_be_visible()
    address = f"{server}/workshop?room={room.inner_text().strip()}"
    expect(page.get_by_test_id("stMain")).to_contain_text(address)
    room.scroll_into_view_if_needed()
    assert decoded(page) == [address]

    reader.click(".st-key-q_step_grow summary")
    reader.click(page.locator(".st-key-q_step_grow a[href*='stage=1']").first)
    expect(page.locator(".st-key-stage_bar")).to_be_visible()
    reader.settle()
    expect(page.get_by_test_id("stMain")).to_contain_text(address)
    page.locator(".st-key-figure_room").scroll_into_view_if_needed()
    assert decoded(page) == [address]

    reader.open(house.path_of("handout", "story=job"))
    page.locator(".leaves .qr").scroll_into_view_if_needed()
    address = page.locator(".leaves .address").inner_text()
    assert decoded(page) == [address] == [f"{server}/penalty?story=job"]


def test_own_figures_are_in_no_code_until_they_are_confirmed(visitor, server):
    reader = visitor(server)
    page = reader.open(house.path_of("handout", house.CASE))
    expect(page.locator(".leaves .qr")).to_have_count(0)
    reader.click(".st-key-handout_code label")
    expect(page.locator(".leaves .qr")).to_have_count(1)
    reader.settle()
    page.locator(".leaves .qr").scroll_into_view_if_needed()
    assert decoded(page) == [page.locator(".leaves .address").inner_text()]
    assert "code=1" in page.url and "principal=1000" in page.locator(".leaves .address").inner_text()
    side = page.locator(".leaves .qr").evaluate("e => getComputedStyle(e).width")
    modules = segno.make(decoded(page)[0], error="m", boost_error=False, micro=False).symbol_size(border=0)[0]
    assert 25 <= float(side.removesuffix("px")) / 96 * 25.4 * modules / (modules + 8) <= 30  # mm, within 4 of margin
