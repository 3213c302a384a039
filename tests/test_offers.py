"""The compact code of proposals: both ways, never raising, saying what it dropped."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overdue.casefile import check, read, write
from overdue.casefile.entered_offer import KINDS, EnteredOffer, usual
from overdue.casefile.offers import STRESS, Desk, desk, entered
from overdue.proposal import InstalmentPlan, LumpSum, Waiver

TODAY = date(2026, 6, 30)
DAYS = st.dates(TODAY, date(2028, 12, 31))
PERCENTS = st.decimals("0", "100", places=2)
MONEY = st.decimals("0", "99999", places=2)


def terms(kind):
    lump = {"amount": st.none() | MONEY, "valid_until": st.none() | DAYS}
    plan = {
        "months": st.integers(1, 60),
        "rate": PERCENTS,
        "method": st.sampled_from(["level_payment", "level_principal", "flat_fee"]),
        "down": MONEY,
        "stays_waived": st.booleans(),
        "stays_stopped": st.booleans(),
    }
    both = {"penalty": PERCENTS, "interest": PERCENTS, "principal": PERCENTS, "whole": st.booleans()}
    return st.builds(EnteredOffer, kind=st.just(kind), on=DAYS, **both, **(lump if kind == "lump" else plan))


ANY = st.one_of(terms("lump"), terms("plan"))
DESKS = st.builds(
    Desk,
    proposals=st.one_of(
        st.fixed_dictionaries({"a": terms("lump"), "b": terms("plan")}),
        st.fixed_dictionaries({"a": terms("lump"), "b": terms("plan"), "c": ANY, "d": ANY}),
    ),
    wait_until=DAYS,
    pinned=st.sampled_from([None, "a", "b", "w"]),
    agreement=st.booleans(),
    missed=st.integers(1, 60),
    stress=st.frozensets(st.sampled_from(STRESS)),
)


def case_of(**params):
    return read({"as_of": TODAY.isoformat()} | params, TODAY)[0]


@given(wanted=DESKS)
@settings(max_examples=60)
def test_what_is_written_is_read_again_through_the_address(wanted):
    case = case_of()
    address = write(case.edited(**entered(wanted, case)))
    again, notes = read(address, TODAY)
    assert notes == ()
    assert desk(again) == wanted


@given(code=st.from_regex(r"[A-Za-z0-9_.:~-]{0,200}", fullmatch=True))
@settings(max_examples=80)
def test_rubbish_never_raises(code):
    found = desk(case_of(offers=code))
    assert {"a", "b"} <= found.proposals.keys() <= {"a", "b", "c", "d"}


def test_what_is_dropped_is_named_and_the_rest_stands():
    found = desk(case_of(offers="c:L:p50:p500:zz:o20269999~q:x~x:pz:k3"))
    assert found.proposals["c"].penalty == 50
    assert found.missed == 3
    assert len(found.dropped) == 5


def test_nothing_entered_writes_nothing():
    case = case_of()
    assert entered(desk(case), case)["offers"] is None
    assert desk(case).proposals == {"a": usual("lump", TODAY), "b": usual("plan", TODAY)}


def test_keys_of_their_own_win():
    found = desk(case_of(lump_waive="40", plan_months="24", offers="a:p10:i5"))
    assert (found.proposals["a"].penalty, found.proposals["a"].interest) == (40, 5)
    assert found.proposals["b"].months == 24


def test_figures_become_offers():
    assert EnteredOffer("lump", TODAY, penalty=Decimal(50), whole=True).offer() == LumpSum(
        pay_on=TODAY, waive=Waiver(penalty="0.5"), whole=True
    )
    assert EnteredOffer("lump", TODAY, penalty=Decimal(50), amount=Decimal(900)).offer() == LumpSum(
        pay_on=TODAY, amount="900"
    )
    plan = EnteredOffer("plan", TODAY, months=6, rate=Decimal("7.2"), down=Decimal(100), stays_waived=True).offer()
    assert plan == InstalmentPlan(
        first_on=TODAY, months=6, annual_rate="0.072", down_payment="100", waiver_revives=False
    )


def test_taking_a_proposal_away_unpins_it():
    found = desk(case_of(offers="c:L~d:P~x:pc"))
    assert (found.free(), found.pinned) == (None, "c")
    less = found.edited("c", None)
    assert (less.free(), less.pinned, "c" in less.proposals) == ("c", None, False)


def test_the_longest_code_fits_the_key():
    day = date(2028, 12, 31)
    full = EnteredOffer(
        "plan", day, Decimal("33.33"), Decimal("33.33"), Decimal("33.33"), None, None, True, 60, Decimal("99.99"),
        "level_principal", Decimal("99999999.99"), True, True,
    )  # fmt: skip
    crowded = Desk(dict.fromkeys("abcd", full), day, "a", True, 60, frozenset(STRESS))
    code = entered(crowded, case_of())["offers"]
    assert check("offers", code) == code


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_proposal_is_one_row_of_the_table(kind):
    sort, plain = KINDS[kind], usual(kind, TODAY)
    assert plain.offer().kind == kind
    assert {sort.letter: kind} == {one.letter: name for name, one in KINDS.items() if one.letter == sort.letter}
    assert {*sort.asked, *sort.further} - {"monthly"} <= set(EnteredOffer.__dataclass_fields__)  # typed, not kept
