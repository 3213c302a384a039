"""A rate, or an uplift, nobody gave decides no order: one that is named the least is so whatever it turns out to be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal as D
from functools import cache

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from overdue.account import Account
from overdue.casefile import read
from overdue.casefile.uplift import uplift_ends
from overdue.debts import Debts
from overdue.household import Household, Way, compare_ways, divide
from overdue.law import LAW
from tests import WIDE

AS_OF = date(2026, 6, 30)
THREE = {
    "as_of": "2026-05-01",
    "due_on": "2025-10-16",
    "principal": "1000",
    "missed": "5",
    "lender": "bank",
    "rate": "24",
    "uplift": "50",
    "interest": "90",
    "monthly": "926",
}
SECOND = "platform:20251225:900:0:14.4:30:m2:t20"


def held(params: dict[str, str]) -> Debts:
    return Debts(Account(read(params, AS_OF)[0]))


def test_an_order_that_turns_behind_the_first_debt_is_not_named():
    """The third debt comes last free of penalty and second at 24 % (with its 30 % more dearer than 14.4 %): paying in
    the first order then costs more than in the second."""
    debts = held(THREE | {"debts": f"{SECOND}~consumer_finance:20250918:900::?:30:m2:t20"})
    ways = debts.compare()
    assert ways.open and debts.way is Way.FAIR
    high = held(THREE | {"debts": f"{SECOND}~consumer_finance:20250918:900:0:24:30:m2:t20"})
    one, other = (divide(high.household, high.as_of, D(926), Way.OWN, order) for order in ("123", "132"))
    assert high.compare().divisions[Way.DEAREST].order == ("1", "3", "2") and other.paid < one.paid


def test_an_uplift_nobody_gave_counts_as_unknown_and_one_that_was_given_does_not():
    """Beside a card without a rate: neither is named first, whatever stands in for what is not known."""
    card = "credit_card:20260105:6200:0::"
    assert held(THREE | {"uplift": "?", "debts": SECOND}).unsure == ("1",)
    both = held(THREE | {"uplift": "?", "debts": card})
    assert both.unsure == ("1", "2") and both.compare().open
    assert held(THREE | {"debts": SECOND}).unsure == () and not held(THREE | {"debts": SECOND}).compare().ends


def test_more_unknowns_than_are_worked_out_name_nothing():
    """Five lenders far apart in what they cost: with every uplift given an order is named, with none of four not."""
    far = [f"bank:20260{n}01:{n}000:20:{rate}:{{}}" for n, rate in enumerate((6, 12, 24, 48), 1)]
    for uplift, named in (("50", True), ("", False)):
        debts = held(THREE | {"debts": "~".join(far).replace("{}", uplift)})
        assert debts.compare().open is not named


@st.composite
def codes(draw: st.DrawFn) -> str:
    """A further debt, its rate or its uplift often not known."""
    lender = draw(st.sampled_from(["bank", "platform", "consumer_finance", "credit_card", "private"]))
    day = f"{draw(st.sampled_from([2025, 2026]))}0{draw(st.integers(1, 5))}{draw(st.integers(10, 28))}"
    rate, uplift = (draw(st.sampled_from(["", *given])) for given in (("8", "14.4", "24", "36"), ("30", "50")))
    principal, interest = draw(st.integers(200, 6000)), draw(st.sampled_from([0, 20, 90]))
    return f"{lender}:{day}:{principal}:{interest}:{rate}:{uplift}:m{draw(st.integers(1, 4))}"


@cache
def line() -> D:
    return D(100 * LAW.value("CAP-3", "annual_rate", AS_OF))


def turned_out(debts: Debts, shares: list[int]) -> Household:
    """The household with what was not known at some share of its range, in percent."""
    loans = {}
    for key, share in zip(debts.unsure, shares, strict=False):
        case = debts.accounts[int(key)].case
        least, most = uplift_ends(case)
        known: dict[str, object] = {
            "rows": tuple((i.due_on, i.principal, i.interest, i.fee) for i in case.instalments())
        }
        if case.rate is None:
            known["rate"] = line() * share / 100
        if case.uplift is None:
            known["uplift"] = least + (most - least) * share / 100
        loans[key] = Account(replace(case, **known)).loan
    told = tuple(
        debt.model_copy(update={"loan": loans[debt.key], "rate_known": True}) if debt.key in loans else debt
        for debt in debts.household.debts
    )
    return debts.household.model_copy(update={"debts": told})


@settings(max_examples=25 * WIDE)
@given(
    st.lists(codes(), min_size=2, max_size=3), st.integers(4, 40), st.lists(st.integers(0, 100), min_size=3, max_size=3)
)
def test_no_other_order_beats_the_one_named_whatever_a_rate_turns_out_to_be(further, hundreds, shares):
    debts = held({"as_of": AS_OF.isoformat(), "debts": "~".join(further), "monthly": str(100 * hundreds)})
    assume(debts.unsure)
    ways = debts.compare()
    if ways.open or ways.cheapest is None:
        return
    home, order = turned_out(debts, shares), ways.divisions[ways.cheapest].order
    found = compare_ways(home, AS_OF, debts.monthly, tuple(map(str, debts.turns)))
    named = found.divisions[ways.cheapest]
    if ways.cheapest not in (Way.FAIR, Way.TALK):
        named = divide(home, AS_OF, debts.monthly, Way.OWN, order)
    assert named.paid <= min(one.paid for one in found.divisions.values() if one.done_on)
