"""Eight things a person comes for, each within a minute from the first screen, on a phone, with nothing entered.

Taps, fields and screens scrolled are counted as they are made, and seconds follow from them. Beside its answer each
task has something that must not happen: above all, that an example's figure is taken for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest
from playwright.sync_api import Locator, expect

from overdue.law import LAW
from overdue.milestones import deadline
from overdue.periods import add_period
from overdue.ui import state
from overdue.words import Lang, Words, words
from tests.browser import house

SCREEN = {"width": house.PHONE, "height": 844}
TAP, FIELD, SCROLLED, MOST = 1.5, 3, 2, 60  # seconds a tap, a field, a screen; and of a whole task
OWN = {"fields": 7, "taps": 8}  # where the person's own figures are needed
FEW = {"fields": 1, "taps": 4}
TOP = "document.querySelector('[data-testid=stMain]').scrollTop"
EXAMPLE = ("6,791.25", "565.94", "8,433.75")  # what the first ready-made person owes, pays, would owe
# Three instalments of 1,000 and 90, 18 % a year, uplift not known: 1,000 × 27 % / 360 a day for each.
ASKED = {"principal": "1000", "interest": "90"}
A_DAY = Decimal("0.75")


@dataclass
class Thumb:
    """One person with one thumb: what they tapped, filled in and scrolled."""

    reader: house.Reader
    w: Words
    taps: int = 0
    fields: int = 0
    scrolled: float = 0
    at: float = 0

    def see(self, where: Locator) -> Locator:
        """Scroll until it can be seen, and count the way."""
        self.reader.settle()
        where.scroll_into_view_if_needed()
        now = float(self.reader.page.evaluate(TOP))
        self.scrolled += abs(now - self.at)
        self.at = now
        return where

    def tap(self, where: Locator, then: Callable[[], object]) -> None:
        self.reader.click(self.see(where))
        self.taps += 1
        then()
        self.reader.settle()
        self.at = float(self.reader.page.evaluate(TOP))  # a page that was just opened stands at its top

    def door(self, name: str, page: str) -> None:
        self.tap(self.key(f"door_{name}"), lambda: self.reader.address(f"/{page}[?]"))

    def number(self, key: str, typed: str, kept: bool = True) -> None:
        """Fill a number; one that is not ``kept`` in the address (the budget) is seen in what follows from it."""
        self.see(self.reader.field(key))
        self.reader.fill(key, typed)
        self.fields += 1
        if kept:
            self.address(f"{key}={typed}")

    def day(self, key: str, day: date) -> None:
        """Type a day, eight figures on a keypad; then it stands in its field in words."""
        box = self.see(self.reader.field(key))
        self.reader.fill(key, f"{day:%Y%m%d}")
        self.fields += 1
        expect(box).to_have_value(re.compile(re.escape(self.w.day(day))))

    def text(self, key: str, typed: str) -> None:
        box = self.see(self.key(key).locator("input, textarea").first)
        box.fill(typed)
        box.press("Tab")
        self.fields += 1
        self.reader.settle()

    def debt(self) -> None:
        """The figures of a phone's repayment page, in their order."""
        self.day("due_on", due())
        for key, typed in ASKED.items():
            self.number(key, typed)
        self.address(f"due_on={due()}")
        more = self.key("entry_later").get_by_role("radio").last
        self.tap(more, lambda: expect(self.key("missed")).to_be_visible())
        self.number("missed", "3")
        self.number("rate", "18")
        expect(self.key("figure_answer")).to_contain_text(self.yuan(owed(state.today())))

    def key(self, name: str) -> Locator:
        return self.reader.page.locator(f".st-key-{name}")

    def address(self, part: str) -> None:
        self.reader.address(f"[?&]{re.escape(part)}")

    def link(self, key: str) -> Locator:
        return self.reader.page.get_by_test_id("stMain").get_by_role("link", name=self.w(key))

    def answers(self, where: Locator, text: str) -> None:
        """The answer is there and in sight, and no figure of an example beside it."""
        expect(where).to_contain_text(text)
        self.see(where.get_by_text(text).first if where.get_by_text(text).count() else where)
        shown = self.reader.page.get_by_test_id("stMain").inner_text()
        assert not [figure for figure in EXAMPLE if figure in shown]
        assert self.w("common.example", name="").split("·")[0].strip() + " ·" not in shown

    def yuan(self, amount: Decimal) -> str:
        return self.w.yuan(amount)

    @property
    def screens(self) -> float:
        return self.scrolled / SCREEN["height"]

    @property
    def seconds(self) -> float:
        return TAP * self.taps + FIELD * self.fields + SCROLLED * self.screens


def due() -> date:
    """The day the oldest instalment fell due: three are unpaid."""
    return add_period(state.today(), months=-2)


def penalty(on: date) -> Decimal:
    days = sum((on - add_period(due(), months=n)).days for n in range(3))
    return fen(A_DAY * days)


def owed(on: date) -> Decimal:
    return 3270 + penalty(on)


def fen(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def in_sixty_days(one: Thumb) -> None:
    one.door("owed", "entry")
    one.debt()
    later = state.today() + timedelta(days=60)
    one.tap(one.key("wait_60").locator("button"), lambda: one.address(f"pay_on={later}"))
    one.answers(one.key("entry"), one.yuan(owed(later)))


def my_mother_at_seven(one: Thumb) -> None:
    one.door("calls", "timeline")
    early = one.w("calls.hour.before", quiet_until=LAW.value("COL-3", "quiet_to", state.today()))
    for key, label in (("called", one.w("calls.called.family")), ("hour", early)):
        pill = one.key(f"call_{key}").get_by_text(label, exact=True)
        one.tap(pill, lambda: None)
    one.answers(one.key("call_answer"), one.w("calls.headline.breach_if"))


def clean_if_i_pay_then(one: Thumb) -> None:
    one.door("record", "credit")
    later = state.today() + timedelta(days=60)
    one.tap(one.key("own_60").locator("button"), lambda: one.address(f"pay_on={later}"))
    one.answers(one.key("move_pay_on"), one.w.day(add_period(later, years=5) + timedelta(days=1)))


def half_waived_or_twelve_months(one: Thumb) -> None:
    one.door("offer", "entry")
    one.debt()
    to_offers = one.key("entry_onward").get_by_role("link").first
    one.tap(to_offers, lambda: one.reader.address("/proposals[?]"))
    half = one.key("move_lump_waive").get_by_role("button", name="50%")
    one.tap(half, lambda: one.address("lump_waive=50"))
    one.answers(one.key("move_lump_waive"), one.yuan(fen(penalty(state.today()) / 2)))
    ask, says = one.key("budget"), one.key("move_lump_waive")
    one.tap(ask.locator("summary"), lambda: expect(one.reader.field("income")).to_be_visible())
    one.number("income", "5000", kept=False)
    one.number("needs", "4000", kept=False)
    one.answers(says, {Lang.ZH: "付得起的是分 12 期（B）", Lang.EN: "What can be carried is B"}[one.w.lang])


def is_it_a_scam(one: Thumb) -> None:
    one.door("scam", "claims")
    one.text("reader_text", "内部渠道，征信修复，先交资料费2000元，不成功全额退款，把身份证和验证码发给老师。")
    one.tap(one.key("reader_read").locator("button"), lambda: one.reader.shows(one.w("claims.reader.figure_warn")))
    one.answers(one.reader.page.get_by_test_id("stMain"), one.w("claims.reader.figure_warn"))


def is_the_bill_right(one: Thumb) -> None:
    one.door("bill", "bill")
    one.number("bill_total", str(owed(state.today()) + 100).rstrip("0").rstrip("."))
    one.tap(one.link("bill.fill"), lambda: one.reader.address("/entry[?]"))
    one.debt()
    back = one.key("entry_onward").get_by_role("link").first
    one.tap(back, lambda: one.reader.address("/bill[?]"))
    one.answers(one.key("figure_answer"), one.w("bill.more", more=one.yuan(Decimal(100))))


def a_letter_in_my_hand(one: Thumb) -> None:
    one.door("letter", "negotiate")
    for name, typed in (("name", "王小明"), ("lender", "某某银行"), ("contract", "NO-7")):
        one.text(f"letter_{name}", typed)
    one.tap(one.key("letter_copy").locator("button"), lambda: None)
    one.answers(one.key("letter"), "王小明")
    assert "____" not in one.key("letter").inner_text()


def until_when_the_court(one: Thumb) -> None:
    one.door("summons", "timeline")
    complaint = one.w("lawsuit.held.complaint.name")
    one.tap(one.key("court_held").get_by_role("radio", name=complaint, exact=True), lambda: None)
    came = state.today() - timedelta(days=1)
    one.day("papers_complaint_on", came)
    last = deadline(came, days=int(LAW.value("JUD-11", "answer_days", came)))
    one.answers(one.key("figure_court_answer"), one.w.day(last.last_day or last.not_before))


TASKS = {
    in_sixty_days: OWN,
    my_mother_at_seven: FEW,
    clean_if_i_pay_then: FEW,
    half_waived_or_twelve_months: OWN,
    is_it_a_scam: FEW,
    is_the_bill_right: OWN,
    a_letter_in_my_hand: OWN,
    until_when_the_court: FEW,
}


@pytest.fixture(scope="module")
def table() -> Iterator[list[str]]:
    """What each task took, told at the end."""
    rows = ["task, language: taps, fields, screens, seconds"]
    yield rows
    print("\n" + "\n".join(rows))


@pytest.mark.parametrize("lang", [Lang.ZH, Lang.EN])
@pytest.mark.parametrize("task", list(TASKS), ids=lambda task: task.__name__)
def test_it_is_answered_within_a_minute(visitor, server, table, task, lang):
    reader = visitor(server, width=house.PHONE)
    reader.page.set_viewport_size(SCREEN)
    reader.open(house.path_of("home", f"lang={lang}"))
    one = Thumb(reader, words(lang))
    task(one)
    table.append(f"{task.__name__}, {lang}: {one.taps}, {one.fields}, {one.screens:.1f}, {one.seconds:.0f}")
    most = TASKS[task]
    assert one.fields <= most["fields"] and one.taps <= most["taps"] and one.seconds <= MOST
