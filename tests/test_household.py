"""All debts on one budget: households worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overdue.accrual import penalty_rate
from overdue.household import Debt, Help, Household, Way, compare_ways, divide, fair_shares, picture, stops
from overdue.model import Instalment, Lender, Loan, OverdueError, Penalty
from overdue.proposal import LumpSum
from tests.naive_household import simulate

AS_OF = date(2026, 6, 30)


def yuan(fen: int) -> D:
    return D(fen) / 100


def owing(key: str, rate: str, principal: str, due_on: date, **more: object) -> Debt:
    """A loan due in one sum."""
    loan = Loan(
        lender=Lender.PRIVATE,
        contract_on=due_on,
        annual_rate=rate,
        instalments=[Instalment(due_on=due_on, principal=principal)],
        penalty=Penalty(uplift="0", day_basis=365),
    )
    return Debt(key=key, loan=loan, **more)


FOUR_YEARS = Household(
    debts=[
        owing("dear", "0.14", "1000", date(2022, 6, 30)),
        owing("large", "0.10", "20000", AS_OF),
    ]
)


def test_the_dearest_first_can_lose_and_no_way_is_cheapest_by_its_name():
    """14 % on 1,000 with four years accrued beside 10 % on 20,000, 800 a month: interest is paid before principal."""
    found = compare_ways(FOUR_YEARS, AS_OF, "800", order=["large"])
    alone = {way: division.paid for way, division in found.divisions.items()}
    for way in Way:
        rows, courses, _, _ = simulate(FOUR_YEARS, AS_OF, "800", way, ["large"], {}, 3, 120)
        assert alone[way] == yuan(sum(paid for _, paid, *_ in courses.values()))
        assert found.divisions[way].done_on == rows[-1][1]
    assert found.divisions[Way.DEAREST].order == ("dear", "large")
    assert alone[Way.OWN] < alone[Way.DEAREST] < alone[Way.TALK]
    assert found.cheapest is min(alone, key=alone.get) and found.cheapest is not Way.DEAREST
    assert found.ties == (found.cheapest,)


def test_of_two_equal_rates_a_year_the_one_on_360_days_is_the_dearer():
    """0.18 x 1.5 a year: on 10,000 a year of 365 days costs 2,737.50 on 360 and 2,700.00 on 365."""
    day = date(2025, 6, 1)
    on = {
        basis: Debt(
            key=str(basis),
            loan=Loan(
                lender=Lender.BANK,
                contract_on=date(2025, 1, 1),
                annual_rate="0.18",
                instalments=[Instalment(due_on=day, principal="10000")],
                penalty=Penalty(uplift="0.5", day_basis=basis),
            ),
        )
        for basis in (365, 360)
    }
    home, end = Household(debts=[on[365], on[360]]), date(2026, 6, 1)
    assert [seen.owed for seen in picture(home, end).debts] == [D("12700.00"), D("12737.50")]
    assert divide(home, end, "500", Way.DEAREST).order == ("360", "365")


def test_ways_that_come_to_the_same_are_named_together():
    one = Household(debts=[owing("only", "0.14", "1000", AS_OF)])
    found = compare_ways(one, AS_OF, "300")
    assert found.ties == (Way.FAIR, Way.DEAREST, Way.SMALLEST, Way.OWN)
    assert found.talk_costs == found.divisions[Way.TALK].paid - found.divisions[Way.FAIR].paid > 0


def test_where_nothing_finishes_none_is_cheapest_and_the_debts_that_outgrow_are_named():
    found = compare_ways(FOUR_YEARS, AS_OF, "10")
    assert (found.cheapest, found.ties, found.reason) == (None, (), "none_finishes")
    fair = found.divisions[Way.FAIR]
    assert fair.unfinished == fair.outgrown == ("dear", "large")
    assert (fair.done_on, fair.last_record_day, fair.paid) == (None, None, D(1200))
    assert found.talk_costs is None


def test_a_budget_of_nothing_pays_nothing_and_says_what_grows():
    found = divide(FOUR_YEARS, AS_OF, 0, Way.FAIR)
    assert found.paid == 0 and found.outgrown == ("dear", "large") and len(found.months) == 120
    assert all(not row.paid and row.unused == 0 for row in found.months)


def test_fair_shares_by_hand():
    """1,000 on 3,000, 2,000 and 1,000: 500, 333.33 and 166.67."""
    home = Household(
        debts=[owing(key, "0", sum_, AS_OF) for key, sum_ in (("a", "3000"), ("b", "2000"), ("c", "1000"))]
    )
    first, second, *_, last = divide(home, AS_OF, "1000").months
    assert first.paid == {"a": D("500.00"), "b": D("333.33"), "c": D("166.67")}
    assert first.left == {"a": D("2500.00"), "b": D("1666.67"), "c": D("833.33")}
    assert second.paid == {"a": D("500.00"), "b": D("333.33"), "c": D("166.67")}
    assert (last.number, last.left, last.unused) == (6, dict.fromkeys("abc", D(0)), D(0))


@given(st.integers(0, 10**9), st.lists(st.integers(0, 10**9), min_size=1, max_size=8))
def test_fair_shares_add_up_and_nobody_gets_more_than_it_asks(amount, asked):
    asks = {str(n): yuan(ask) for n, ask in enumerate(asked)}
    shares = fair_shares(yuan(amount), asks)
    assert sum(shares.values()) == min(yuan(amount), sum(asks.values()))
    exact = {
        key: (ask * min(yuan(amount), sum(asks.values())) / sum(asks.values()) if ask else D(0))
        for key, ask in asks.items()
    }
    assert all(0 <= shares[key] <= asks[key] and abs(shares[key] - exact[key]) < D("0.0100001") for key in asks)


def test_one_after_the_other_in_the_order_asked_and_the_rest_goes_to_the_next():
    home = Household(
        debts=[owing("a", "0", "300", AS_OF), owing("b", "0", "500", AS_OF), owing("c", "0", "400", AS_OF)]
    )
    found = divide(home, AS_OF, "350", Way.OWN, order=["c"])
    assert [row.paid for row in found.months] == [
        {"c": D("350.00")},
        {"a": D("300.00"), "c": D("50.00")},
        {"b": D("350.00")},
        {"b": D("150.00")},
    ]
    assert found.months[-1].unused == D("200.00")
    assert divide(home, AS_OF, "350", Way.SMALLEST).order == ("a", "c", "b")


def test_an_instalment_to_come_is_paid_ahead_and_never_becomes_overdue():
    """100 overdue and 100 on 15 August: with 150 on 30 July the second is there on its day."""
    loan = Loan(
        lender=Lender.BANK,
        contract_on=date(2026, 6, 1),
        annual_rate="0.36",
        instalments=[Instalment(due_on=day, principal="100") for day in (date(2026, 6, 15), date(2026, 8, 15))],
        penalty=Penalty(uplift="0"),
    )
    found = divide(Household(debts=[Debt(key="a", loan=loan)]), AS_OF, "250")
    # 100 × 36 % / 360 × 45 days = 4.50 by 30 July
    (row,) = found.months
    assert (row.paid, row.unused, found.charges) == ({"a": D("204.50")}, D("45.50"), D("4.50"))
    (course,) = found.debts
    assert course.done_on == date(2026, 8, 15) and course.record_last_day == date(2031, 7, 30)


def test_what_falls_due_on_a_paying_day_is_paid_on_that_day_and_not_ahead():
    loan = Loan(
        lender=Lender.BANK,
        contract_on=date(2026, 6, 1),
        annual_rate="0",
        instalments=[Instalment(due_on=day, principal="100") for day in (AS_OF, date(2026, 7, 30), date(2026, 8, 30))],
        penalty=Penalty(uplift="0"),
    )
    found = divide(Household(debts=[Debt(key="a", loan=loan)]), AS_OF, "250")
    assert [(row.paid["a"], row.unused) for row in found.months] == [(D(200), D(50)), (D(100), D(150))]


OFFER = LumpSum(pay_on=date(2026, 7, 20), amount="700", valid_until=date(2026, 7, 25))
OFFERED = Household(
    debts=[owing("a", "0.365", "1000", AS_OF, offer=OFFER), owing("b", "0", "900", AS_OF)],
    income="3000",
    needs="2000",
)


def test_talking_first_pays_nothing_and_then_fair_shares():
    found = divide(FOUR_YEARS, AS_OF, "800", Way.TALK, talk_months=2)
    assert [row.paid for row in found.months[:2]] == [{}, {}]
    assert [row.unused for row in found.months[:3]] == [D("800.00"), D("800.00"), D(0)]
    assert set(found.months[2].paid) == {"dear", "large"}


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"order": ["nobody"]}, "household.no_such_debt"),
        ({"taken": ["nobody"]}, "household.no_such_debt"),
        ({"taken": ["large"]}, "household.no_offer"),
        ({"months": 0}, "household.months"),
        ({"way": Way.TALK, "talk_months": 120}, "household.talk_months"),
    ],
)
def test_what_cannot_be_divided_is_refused_in_a_sentence(change, key):
    with pytest.raises(OverdueError) as refused:
        divide(FOUR_YEARS, AS_OF, "800", **change)
    assert refused.value.key == key


def test_a_debt_without_a_rate_is_refused_by_name_or_divided_on_its_lowest_reading():
    home = Household(
        debts=[owing("a", "0", "1000", AS_OF, rate_known=False), owing("b", "0.1", "500", date(2025, 6, 30))]
    )
    seen = picture(home, AS_OF)
    assert (seen.debts[0].adds, seen.debts[0].cost, seen.unknown) == (None, None, ("a",))
    assert seen.adds == seen.debts[1].adds > 0 and seen.owed == D("1550.00")
    with pytest.raises(OverdueError) as refused:
        divide(home, AS_OF, "800")
    assert (refused.value.key, refused.value.fields["name"]) == ("household.no_rate", "a")
    assert divide(home, AS_OF, "800", lowest=True).paid < D("1560")
    offered = home.model_copy(update={"debts": (home.debts[0].model_copy(update={"offer": OFFER}), home.debts[1])})
    assert divide(offered, AS_OF, "1000", taken=["a"]).debts[0].paid == D(700)
    with pytest.raises(OverdueError):  # an offer that cannot be carried leaves a debt without a rate
        divide(offered, AS_OF, "600", taken=["a"])


def test_ways_in_one_order_are_one_division_under_each_name():
    found = compare_ways(FOUR_YEARS, AS_OF, "800")
    for way in Way:
        alone = divide(FOUR_YEARS, AS_OF, "800", way)
        assert found.divisions[way] == alone and found.divisions[way].way is way


def test_a_lump_sum_of_the_past_and_two_debts_alike_are_refused():
    late = FOUR_YEARS.model_copy(update={"helps": (Help(on=date(2026, 6, 29), amount="1"),)})
    with pytest.raises(OverdueError) as refused:
        divide(late, AS_OF, "800")
    assert refused.value.key == "household.help_before"
    with pytest.raises(ValueError, match="two debts are called 'a'"):
        Household(debts=[owing("a", "0", "1", AS_OF), owing("a", "0", "2", AS_OF)])


def test_the_picture_tells_days_cost_and_what_a_month_adds():
    seen = picture(OFFERED, AS_OF)
    a = seen.debts[0]
    assert (a.owed, a.adds, a.cost) == (D("1000.00"), D("30.00"), penalty_rate(OFFERED.debts[0].loan))
    assert a.days[0] == ("offer_ends", date(2026, 7, 25)) and a.days[1].kind == "limitation"
    assert (seen.owed, seen.not_due, seen.adds) == (D("1900.00"), D("0.00"), D("30.00"))


@given(st.integers(0, 10**8), st.integers(0, 10**8), st.integers(0, 10**7))
def test_the_stops_are_few_and_hold_both_ends_and_the_sum_set(income, needs, monthly):
    home = FOUR_YEARS.model_copy(update={"income": yuan(income), "needs": yuan(needs)})
    found = stops(home, AS_OF, yuan(monthly))
    assert 1 <= len(found) <= 12 and found[0] == 0 and yuan(monthly) in found
    assert all(a < b for a, b in pairwise(found))
