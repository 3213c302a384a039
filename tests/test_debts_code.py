"""Further debts as a code in an address, both ways: one of them opened, added, taken out; nothing is lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overdue.accrual import accrue
from overdue.casefile import FIELDS, Case, CaseFile, check, dump, fits, fresh, load, read, too_long, write
from overdue.casefile.debts import OF_A_DEBT, added, changed, named, numbered, numbers, opened, packed, without
from overdue.casefile.fields import read_debts, written
from overdue.casefile.keys import BUDGET, ITEMS
from overdue.model import Lender, OverdueError
from overdue.words import Lang, words
from tests.test_debts_case import OLD, OWN, TODAY, household


def test_an_old_link_opens_the_same_debts():
    case, notes = read(OWN | {"debts": OLD}, TODAY)
    loans = [debt.loan() for debt in case.further]
    assert notes == () and [loan.lender for loan in loans] == [Lender.BANK, Lender.PRIVATE]
    # 500 + 20 + 500 × 27 % / 360 × 180 days, and 1000 + 1000 × 12 % / 360 × 121 days
    assert [accrue(loan, case.as_of).total for loan in loans] == [D("587.50"), D("1040.33")]
    assert read(write(case), TODAY)[0] == case and written("debts", case.debts) == OLD


def test_every_figure_of_a_debt_has_a_place_in_its_code_and_no_code_is_meant_twice():
    own = {"lang", "as_of", "story", "pay_on", "discount", "debts", *BUDGET}
    assert set(OF_A_DEBT) == FIELDS.keys() - own and len(OF_A_DEBT) == len(set(OF_A_DEBT))
    short = [code for code in ITEMS if len(code) == 1]
    assert not [code for code in ITEMS if len(code) == 2 and code[0] in short]


money = st.integers(1, 10**9).map(lambda n: D(n) / 100)
days = st.dates(date(2021, 1, 1), date(2026, 6, 1))
VALUES = {
    "money": money,
    "percent": st.integers(0, 900).map(lambda n: D(n) / 10),
    "day": days,
    "paid": st.lists(st.tuples(days, money), min_size=1, max_size=3).map(
        lambda all_: check("paid", "~".join(f"{day:%Y%m%d}:{amount}" for day, amount in sorted(all_)))
    ),
    "rows": st.just(check("rows", "20260110:1000:90.5:0~20260210:900:80:1")),
    "code": st.sampled_from(["c:L:o20260801:p50~x:pb", "b:klevel_principal"]),
}


@st.composite
def debts(draw: st.DrawFn) -> Case:
    """A debt with any of its figures, at random."""
    names = draw(st.lists(st.sampled_from(OF_A_DEBT), unique=True, max_size=12))
    given: dict[str, Any] = {}
    for name in names:
        field = FIELDS[name]
        if field.choices:
            given[name] = draw(st.sampled_from(field.choices))
        elif field.kind == "count":
            given[name] = draw(st.integers(int(field.low), int(field.high)))
        else:
            given[name] = draw(VALUES[field.kind])
        if field.kind in ("percent", "money"):
            given[name] = min(given[name], field.high)
    return Case(lang=Lang.ZH, as_of=date(2026, 6, 30), **given)


@settings(max_examples=150, deadline=None)
@given(st.lists(debts().filter(lambda debt: packed(debt).figures), min_size=1, max_size=5), st.data())
def test_whichever_debt_is_opened_nothing_is_lost(held, data):
    case = fresh(date(2026, 6, 30), Lang.ZH)
    for debt in held:
        case = added(case, debt)
    code = written("debts", case.debts)
    assert read_debts(code) == (case.debts, ())  # what is written is read, whatever stands in it
    number = data.draw(st.integers(1, len(case.debts) + 1))
    swapped = opened(case, number)
    assert opened(swapped, number) == case
    assert sorted(map(str, (packed(swapped), *swapped.debts))) == sorted(map(str, (packed(case), *case.debts)))
    fewer = without(case, number)
    assert len(fewer.debts) == max(0, len(case.debts) - 1)


def test_the_order_and_the_offers_follow_the_numbers():
    case = household(turns="3.1.2", taken="3").case
    assert (opened(case, 3).turns, opened(case, 3).taken) == ("1.3.2", "1")
    assert (without(case, 1).turns, without(case, 1).taken) == ("2.1", "2")
    assert (without(case, 3).turns, without(case, 3).taken) == ("1.2", None)
    assert numbers("3.1.x.3") == (3, 1) and named(()) is None


def test_an_example_stays_one_with_another_debt_opened_and_ends_with_a_change():
    case = household().case
    swapped = opened(case, 2)
    assert swapped.story == "household" and read(write(swapped), date(2031, 1, 1)) == (swapped, ())
    assert changed(case, 2, numbered(case)[3]).story is None
    assert without(case, 5).story is None
    assert read(write(case) | {"debts": OLD}, TODAY)[0].story is None


def test_a_bad_debt_in_a_link_is_named_and_the_others_stay():
    for bad in ("bank:20260101:USD500:20:18:50", "bank:20260101:500", "bank:20260101:500:0:18:50:Q1", "bank:x:1:1:1:1"):
        case, notes = read(OWN | {"debts": f"{OLD}~{bad}"}, TODAY)
        assert written("debts", case.debts) == OLD and [note.name for note in notes] == ["debts"]
        for lang in Lang:
            assert "{" not in words(lang)(notes[0].key, **notes[0].values)


def test_a_contract_after_the_day_looked_at_is_left_out_of_a_further_debt():
    case, notes = read(OWN | {"debts": "bank:20270804:500:1:18:50:c20260720:a20260620"}, TODAY)
    assert (case.further[0].contract_on, [note.name for note in notes]) == (None, ["contract_on", "accelerated_on"])
    assert read(write(case), TODAY) == (case, ())


def test_more_missed_than_can_be_in_a_further_debt_is_said_and_mended():
    case, notes = read(OWN | {"debts": "bank:20260501:500:20:18:50:m9"}, TODAY)
    assert [debt.missed for debt in case.further] == [2] and [note.name for note in notes] == ["missed"]


def test_an_address_takes_eight_and_the_file_thirty():
    case = read(OWN, TODAY)[0]
    for number in range(29):
        case = added(case, read({"due_on": "2026-05-05", "principal": str(100 + number)}, TODAY)[0])
        assert fits(case) == (number < 7)
    assert load(dump(CaseFile(case)).encode(), TODAY).case == case
    with pytest.raises(OverdueError, match="at most 30"):
        added(case, case)
    eight = household().case.edited(
        monthly=D(2345), turns="5.4.3.2.1", taken="3", helps=check("helps", "20260720:2500")
    )
    eight = eight.edited(debts=(*eight.debts, *eight.debts[:3]))
    assert fits(eight) and not too_long(write(eight))


def test_further_debts_stay_out_of_a_link_unless_wanted():
    case = read(OWN | {"debts": OLD, "monthly": "900", "taken": "2", "way": "own", "turns": "2.1"}, TODAY)[0]
    held = write(case, budget=False, debts=False)
    assert not {"debts", "taken", "turns"} & held.keys() and (held["monthly"], held["way"]) == ("900", "own")
    assert {"debts", "monthly", "taken", "way", "turns"} <= write(case).keys()


def test_a_link_of_further_debts_alone_makes_the_first_of_them_the_case():
    case, notes = read({"debts": OLD, "turns": "3.2", "as_of": "2026-06-30"}, TODAY)
    assert (case.lender, case.principal, len(case.debts), case.turns, notes) == ("bank", 500, 1, "2.1", ())
    emptied = changed(read(OWN | {"debts": OLD}, TODAY)[0], 1, fresh(TODAY, Lang.ZH))
    assert (opened(emptied, 3).principal, len(opened(emptied, 3).debts)) == (1000, 1)
