"""The bill check names the reading a bill was made by; the band holds every reading of what is not known."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal as D
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from overdue.accrual import accrue
from overdue.bill import Bill, band, check_bill
from overdue.casefile import read
from overdue.casefile.unknowns import case_band, ranges
from overdue.model import Instalment, Lender, Loan, OverdueError, Payment, Penalty
from tests.naive import corresponding, half_up

AS_OF = date(2026, 6, 30)


def loan(**changes):
    plain = {
        "lender": Lender.PLATFORM,
        "contract_on": date(2025, 9, 10),
        "annual_rate": "0.18",
        "instalments": [Instalment(due_on=date(2026, m, 10), principal="1000", interest="90") for m in (1, 2, 3)],
        "penalty": Penalty(uplift="0.5", day_basis=360),
    }
    return Loan(**plain | changes)


def yuan(value):
    return (D(value.numerator) / D(value.denominator)).quantize(D("0.01"))


def names(reading):
    return {difference.name: difference.value for difference in reading.differs}


# A bill as a lender's system would make it, in fractions and apart from the engine; nothing was paid.


def write_bill(lent, as_of, how):
    basis = how["day_basis"]
    rate = Fraction(lent.annual_rate)
    plan = [(i.due_on, Fraction(i.principal), Fraction(i.interest), Fraction(i.fee)) for i in lent.instalments]
    called = how["called"]
    due = [row for row in plan if row[0] <= (called or as_of)]
    if called:
        rest = sum(row[1] for row in plan if row[0] > called)
        since = max((row[0] for row in due), default=lent.contract_on)
        due.append((called, rest, half_up(rest * rate * (called - since).days / basis), Fraction(0)))
    penalty = compound = Fraction(0)
    for day, principal, interest, fee in due:
        days = (as_of - day).days + (1 if how["both"] else 0)
        base = principal + (interest if how["base"] == "principal_and_interest" else 0) + (fee if how["fee"] else 0)
        plain_rate = rate * Fraction(3, 2)
        penalty += half_up(base * (plain_rate + (rate if how["top"] else 0)) / basis * days)
        if how["compound"] == "interest":
            compound += half_up(interest * plain_rate / basis * days)
        elif how["compound"] in ("monthly", "quarterly"):
            step = 1 if how["compound"] == "monthly" else 3
            grown = Fraction(0)
            rested, seen = Fraction(0), day - timedelta(1) if how["both"] else day
            for n in range(1, 200):
                mark = min(corresponding(day, step * n), as_of)
                grown += (interest + rested) * plain_rate / basis * (mark - seen).days
                if mark == as_of:
                    break
                passed = (mark - day).days + (1 if how["both"] else 0)
                rested = base * (plain_rate + (rate if how["top"] else 0)) / basis * passed
                seen = mark
            compound += half_up(grown)
    lines = {
        "principal": sum((row[1] for row in due), Fraction(0)),
        "interest": sum((half_up(row[2]) for row in due), Fraction(0)),
        "penalty": penalty,
        "compound": compound,
        "fees": sum((row[3] for row in due), Fraction(0)),
    }
    return {name: yuan(value) for name, value in lines.items()} | {"total": yuan(sum(lines.values(), Fraction(0)))}


def random_loan(rng):
    first = date(2025, 1, 1) + timedelta(rng.randrange(300))
    count = rng.randrange(2, 9)
    rows = [
        Instalment(
            due_on=corresponding(first, n),
            principal=D(rng.randrange(20_000, 500_000)) / 100,
            interest=D(rng.randrange(1_000, 40_000)) / 100,
            fee=D(rng.randrange(500, 5_000)) / 100,
        )
        for n in range(count)
    ]
    return loan(
        contract_on=first - timedelta(30),
        annual_rate=D(rng.randrange(60, 240)) / 1000,
        instalments=rows,
        penalty=Penalty(uplift="0.5", day_basis=rng.choice([360, 365])),
    )


def random_how(rng, lent, as_of):
    bearing = rng.choice(
        [("principal", c) for c in ("none", "interest", "monthly", "quarterly")] + [("principal_and_interest", "none")]
    )
    first = lent.instalments[0].due_on
    later = any(i.due_on > as_of for i in lent.instalments)
    return {
        "day_basis": rng.choice([360, 365]),
        "both": rng.random() < 0.4,
        "top": rng.random() < 0.4,
        "fee": rng.random() < 0.4,
        "base": bearing[0],
        "compound": bearing[1],
        "called": rng.choice([None, first, as_of]) if later else rng.choice([None, first]),
    }


def expected(lent, how):
    want = {}
    if how["day_basis"] != lent.penalty.day_basis:
        want["day_basis"] = how["day_basis"]
    want |= {name: True for name, key in (("both_days", "both"), ("on_top", "top"), ("fee_in_base", "fee")) if how[key]}
    if how["base"] != "principal":
        want["base"] = how["base"]
    if how["compound"] != "none":
        want["compound"] = how["compound"]
    if how["called"]:
        want["accelerated_on"] = how["called"]
    return want


@pytest.mark.parametrize("shown", ["all lines", "penalty with compound", "total"])
def test_the_reading_a_bill_was_made_by_is_named(shown):
    rng = random.Random(shown)
    named = 0
    for _ in range(60):
        lent = random_loan(rng)
        as_of = lent.instalments[0].due_on + timedelta(rng.randrange(20, 260))
        how = random_how(rng, lent, as_of)
        lines = write_bill(lent, as_of, how)
        if shown == "penalty with compound":
            lines["penalty"] += lines.pop("compound")
        elif shown == "total":
            lines = {"total": lines["total"]}
        found = check_bill(lent, lines, as_of)
        assert found.complete
        named += expected(lent, how) in [names(reading) for reading in found.readings]
    assert named == 60


def test_contract_interest_running_on_may_stand_in_its_own_line():
    # 3 x 1000 at 18 % for 171, 140 and 112 days on 360: 85.50 + 70 + 56
    found = check_bill(loan(), Bill(interest="481.50", penalty="317.25"), AS_OF)
    assert {"on_top": True} in [names(r) for r in found.readings]


def test_readings_that_coincide_are_all_named():
    lent = loan(instalments=[Instalment(due_on=date(2026, 6, 1), principal="1000", interest="0")])
    found = [names(r) for r in check_bill(lent, Bill(penalty="21.75"), AS_OF).readings]
    assert {} in found and {"base": "principal_and_interest"} in found and {"compound": "interest"} in found


def test_an_unknown_raise_is_tried_at_the_ends_and_the_middle_of_its_range():
    lent = loan(penalty=Penalty())
    days = 171 + 140 + 112
    for uplift, rate in ((D("0.3"), D("0.234")), (D("0.4"), D("0.252"))):
        penalty = (1000 * rate * days / 360).quantize(D("0.01"))
        assert {"uplift": uplift} in [names(r) for r in check_bill(lent, Bill(penalty=penalty), AS_OF).readings]


def test_payments_are_part_of_every_reading():
    paid = (Payment(paid_on=date(2026, 4, 1), amount="700"),)
    other = loan(penalty=Penalty(uplift="0.5", day_basis=365, compound="interest"))
    theirs = accrue(other, AS_OF, paid)
    bill = Bill(principal=theirs.principal, interest=theirs.interest, penalty=theirs.penalty, compound=theirs.compound)
    found = [names(r) for r in check_bill(loan(), bill, AS_OF, paid).readings]
    assert {"day_basis": 365, "compound": "interest"} in found


def test_a_bill_that_agrees_says_so_and_a_foreign_one_names_the_nearest():
    assert check_bill(loan(), Bill(total="3587.25"), AS_OF).agrees
    found = check_bill(loan(), Bill(principal="3000", penalty="999.99"), AS_OF)
    assert not found.readings and found.nearest is not None and found.off > 0


def test_lines_differences_days_and_the_bills_own_sum():
    bill = Bill(principal="3000", interest="270", penalty="320", total="3600", days=172)
    found = check_bill(loan(), bill, AS_OF)
    rows = {line.name: line for line in found.lines}
    assert rows["penalty"].difference == D("2.75") and rows["fees"].theirs is None
    assert (rows["days"].ours, rows["days"].theirs, rows["days"].difference) == (171, 172, 1)
    assert found.gap == D("10")


def test_what_stands_above_the_line():
    # 24 % on 3 x 1000 over 171 + 140 + 112 days on 365
    line = sum((1000 * D("0.24") * n / 365).quantize(D("0.01")) for n in (171, 140, 112))
    assert check_bill(loan(), Bill(penalty="400"), AS_OF).over_line == 400 - line
    assert check_bill(loan(), Bill(total="3670"), AS_OF).over_line == 400 - line
    assert check_bill(loan(lender=None), Bill(penalty="400"), AS_OF).over_line is None


def test_a_bill_without_an_amount_or_with_a_float_is_refused():
    for fields in ({}, {"days": 3}, {"penalty": 1.5}, {"total": "-1"}, {"fine": "3"}):
        with pytest.raises(ValidationError):
            check_bill(loan(), fields, AS_OF)


def test_many_payments_stop_the_search_and_it_says_so():
    rows = [Instalment(due_on=corresponding(date(2021, 1, 10), n), principal="1000", interest="90") for n in range(36)]
    paid = [Payment(paid_on=corresponding(date(2021, 1, 25), n), amount="300") for n in range(36)]
    found = check_bill(loan(contract_on=date(2020, 12, 1), instalments=rows), Bill(total="1"), AS_OF, paid)
    assert not found.complete and found.nearest is not None


# The band


UNKNOWN = ("lender", "rate", "uplift", "day_basis", "base", "compound")


@settings(max_examples=25, deadline=None)
@given(
    st.sets(st.sampled_from(UNKNOWN), min_size=1),
    st.sampled_from(["illness", "job", "called_in", "micro"]),
    st.sampled_from(["legal", "by_instalment", "principal_first"]),
)
def test_the_band_holds_every_reading(unknown, story, order):
    params = {"story": story, "order": order} | {n: "unknown" if n == "lender" else "?" for n in unknown}
    case, _ = read(params, AS_OF)
    found = case_band(case)
    spans = {r.name: r for r in ranges(case)}
    assert set(spans) == unknown
    totals = []
    for values in product(*([span.low, span.high] for span in spans.values())):
        choice = dict(zip(spans, values, strict=True))
        if choice.get("lender") == "credit_card" and "uplift" in spans:
            choice["uplift"] = (
                min(choice["uplift"], D(0)) if choice["uplift"] == spans["uplift"].low else choice["uplift"]
            )
        if choice.get("compound") == "all":
            choice["rest"] = "monthly"
        changed = case.edited(**choice)
        totals.append(accrue(changed.loan(), AS_OF, case.paid, case.payment_order).total)
    assert (found.low, found.high) == (min(totals), max(totals))
    assert found.low <= found.usual <= found.high
    assert all(0 <= n.by <= found.width for n in found.narrowings)


def test_knowing_it_narrows_by_at_least_what_is_promised():
    case, _ = read({"story": "illness", "rate": "?", "uplift": "?", "day_basis": "?"}, AS_OF)
    found = case_band(case)
    assert found.widest.name == "rate"
    for rate in ("0", "7.5", "12", "24"):
        known = case_band(case.edited(rate=D(rate)))
        assert found.width - known.width >= found.widest.by


def test_nothing_unknown_has_no_band():
    assert case_band(read({}, AS_OF)[0]) is None
    with pytest.raises(OverdueError):
        band(lambda ends: loan(), [], AS_OF)
