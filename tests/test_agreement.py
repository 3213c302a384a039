"""Whatever an address holds: the answers of its account agree with each other and with a second implementation."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal as D
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from overdue.account import WAITING, Account
from overdue.casefile import read, write
from overdue.exports.workbook import is_live, workbook
from overdue.model import Lender, Order, OverdueError
from overdue.words import Lang, words
from tests.naive import owe

TODAY = date(2026, 11, 22)
COMPONENTS = ("principal", "interest", "penalty", "compound", "fees")
days_on = st.integers(0, 300)


def code(day: date) -> str:
    return f"{day:%Y%m%d}"


@st.composite
def addresses(draw: st.DrawFn) -> dict[str, str]:
    """Addresses as people make them: a few instalments, part payments in any order, days around them."""
    first = draw(st.dates(date(2021, 1, 1), date(2026, 6, 30)))
    as_of = first + timedelta(days=draw(days_on))
    each = draw(st.integers(1, 5_000_00))
    given = {
        "lender": draw(st.sampled_from([*Lender, "unknown"])),
        "contract_on": (first - timedelta(days=draw(st.integers(0, 400)))).isoformat(),
        "due_on": first.isoformat(),
        "as_of": as_of.isoformat(),
        "principal": f"{D(each) / 100}",
        "missed": str(draw(st.integers(1, 6))),
        "remaining": f"{D(each * draw(st.integers(0, 4))) / 100}",
        "later": draw(st.sampled_from(["missed", "paid"])),
        "rate": draw(st.sampled_from(["0", "12", "18", "23.9", "36"])),
        "uplift": draw(st.sampled_from(["0", "30", "50"])),
        "order": draw(st.sampled_from(list(Order))),
        "late_fee": draw(st.sampled_from(["0", "20"])),
        "compound": draw(st.sampled_from(["none", "interest"])),
        "paid": "~".join(
            f"{code(first + timedelta(days=draw(days_on)))}:{D(draw(st.integers(1, each * 2))) / 100}"
            for _ in range(draw(st.integers(0, 3)))
        ),
    }
    if draw(st.booleans()):
        given["interest"] = f"{D(draw(st.integers(0, 200_00))) / 100}"
    for name in ("accelerated_on", "compensated_on", "demanded_on", "pay_on", "lump_on", "paid_off_on"):
        if draw(st.integers(0, 3)) == 0:
            base = as_of if name in ("pay_on", "lump_on", "paid_off_on") else first
            given[name] = (base + timedelta(days=draw(days_on))).isoformat()
    return given


def opened(given: dict[str, str]) -> Account:
    case, _ = read(given, TODAY)
    assert read(write(case), date(2030, 1, 1)) == (case, ())
    return Account(case)


@settings(max_examples=80, deadline=None)
@given(addresses(), days_on)
def test_the_sums_of_every_day_are_one(address, ahead):
    one = opened(address)
    until = one.as_of + timedelta(days=ahead)
    then, wait = one.ledger_on(until), one.waiting(until)
    assert one.ledger.total + wait.grows + wait.falls_due == then.total
    assert one.points([until])[0].total == then.total
    clocks = one.clocks_on(until)
    assert clocks.owed == then.total and clocks.ledger == then
    order = Order.LEGAL if one.order is Order.JUDGMENT else one.order  # of what the contract asks they are one
    again = owe(one.loan, until, one.payments, order)
    assert {name: again[name] for name in COMPONENTS} == {name: getattr(then, name) for name in COMPONENTS}
    for letter, settled in one.settled.items():
        if not getattr(settled.offer, "whole", False):
            assert settled.debt.total == one.ledger_on(settled.debt.on).total, letter
    if WAITING in one.settled:
        assert one.settled[WAITING].total == one.ledger_on(one.desk.wait_until).total


@settings(max_examples=80, deadline=None)
@given(addresses(), days_on)
def test_the_days_are_one(address, ahead):
    one = opened(address)
    day = one.as_of + timedelta(days=ahead)
    found = {m.key: m.day for m in one.milestones}
    assert found.get("limitation") in (None, one.limitation.last_day)
    assert one.clocks_on(day).limitation == one.limitation
    cleared = one.record_on(None)
    assert found.get("record_gone") == (cleared.retention.removed_from if cleared.spells else None)
    assert (one.overdue_since is not None) == any(spell.ended_on is None for spell in cleared.spells)
    if one.overdue_since is not None and one.overdue_since < day:
        gone = one.record_on(day).retention.removed_from
        assert one.clocks_on(day).retention.removed_from == gone
    if "settled" in found:
        assert (
            found["settled"] == one.clocks.penalty.ends_on and one.clocks.retention.removed_from == found["record_gone"]
        )


@settings(max_examples=20, deadline=None)
@given(addresses())
def test_the_workbook_holds_the_accounts_sums(address):
    one = opened(address)
    offers = {letter: settled for letter, settled in one.settled.items() if letter != WAITING}
    book = load_workbook(BytesIO(workbook(one.ledger, offers, words(Lang.EN), "note")))

    def named(name: str) -> object:
        sheet, cell = book.defined_names[name].attr_text.rsplit("!", 1)
        return book[sheet.strip("'")][cell.replace("$", "")].value

    for letter, settled in offers.items():
        assert D(str(named(f"principal_{letter}"))) == settled.debt.principal, letter
        assert named(f"agreed_on_{letter}").date() == settled.debt.on
    if is_live(one.ledger):
        assert named("as_of").date() == one.as_of
    else:
        told = [D(str(c.value)) for row in book.worksheets[0] for c in row if isinstance(c.value, int | float)]
        assert one.ledger.total in told


@settings(max_examples=80, deadline=None)
@given(addresses(), st.sampled_from(["rate", "principal", "daily_rate", "remaining", "judgment_on", "late_fee"]))
def test_figures_at_the_edge_are_answered_or_refused_in_a_sentence(address, name):
    edge = {"rate": "1000", "principal": "100000000", "daily_rate": "10", "remaining": "100000000"}
    edge |= {"judgment_on": address["as_of"], "late_fee": "1000000"}
    one = opened(address | {name: edge[name]})
    for question in ("ledger", "clocks", "record", "milestones", "settled", "band", "limitation"):
        try:
            getattr(one, question)
        except OverdueError as error:
            assert str(error).endswith(f"[{error.key}]")
    for settled in one.settled.values():
        for after in range(min(3, len(settled.schedule.rows))):
            assert settled.if_broken(after).total >= 0
