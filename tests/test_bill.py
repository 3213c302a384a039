"""The bill check names the reading a bill was made by; the band holds every reading of what is not known."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal as D
from itertools import product
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from overdue.accrual import accrue
from overdue.bill import Bill, Reading, band, check_bill
from overdue.bill.course import Courses
from overdue.bill.figures import figures
from overdue.casefile import read
from overdue.casefile.unknowns import case_band, ranges
from overdue.model import Instalment, Lender, Loan, Order, OverdueError, Payment, Penalty
from tests import WIDE
from tests import bills as maker
from tests.naive import corresponding

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


def names(reading):
    return {difference.name: difference.value for difference in reading.differs}


# Bills made apart from the engine, by ``tests/bills.py``.


def random_loan(rng, most=6, fees=True):
    first = date(2025, 1, 1) + timedelta(rng.randrange(300))
    rows = [
        Instalment(
            due_on=corresponding(first, n),
            principal=D(rng.randrange(20_000, 500_000)) / 100,
            interest=D(rng.randrange(1_000, 40_000)) / 100,
            fee=D(rng.randrange(500, 5_000)) / 100 if fees else 0,
        )
        for n in range(rng.randrange(2, most + 1))
    ]
    return loan(
        contract_on=first - timedelta(30),
        annual_rate=D(rng.randrange(60, 240)) / 1000,
        instalments=rows,
        penalty=Penalty(uplift="0.5", day_basis=rng.choice([360, 365])),
    )


def random_day(rng, lent):
    """A day to look at; often one on which an instalment falls due."""
    first = lent.instalments[0].due_on
    return (
        corresponding(first, rng.randrange(1, 7)) if rng.random() < 0.3 else first + timedelta(rng.randrange(20, 220))
    )


def random_payments(rng, lent, as_of):
    first = lent.instalments[0].due_on
    days = sorted(first + timedelta(rng.randrange((as_of - first).days)) for _ in range(rng.randrange(1, 5)))
    return [Payment(paid_on=day, amount=D(rng.randrange(1_000, 90_000)) / 100) for day in days]


def shown(lines, how):
    """What of its figures a bill prints."""
    if how == "total":
        return {"total": lines["total"]}
    if how == "penalty with compound":
        return {k: v for k, v in lines.items() if k != "compound"} | {"penalty": lines["penalty"] + lines["compound"]}
    return lines


@pytest.mark.parametrize("how", ["all lines", "penalty with compound", "total"])
@pytest.mark.parametrize("order", [None, "legal", "by_instalment"])
def test_the_reading_a_bill_was_made_by_is_named(how, order):
    rng, bills = random.Random(f"{how} {order}"), 15 * WIDE
    missed = []
    for _ in range(bills):
        lent = random_loan(rng)
        as_of = random_day(rng, lent)
        paid = random_payments(rng, lent, as_of) if order else []
        held = accrue(lent, as_of, paid, order or "legal")
        late = next((o.due_on for o in held.instalments if o.total), as_of)
        reading = rng.choice(list(maker.readings(lent, as_of, late)))
        bill = shown(maker.make(lent, as_of, reading, paid, order), how)
        found = check_bill(lent, bill, as_of, paid, order or "legal")
        if maker.name(lent, reading) not in [names(r) for r in found.readings]:
            missed.append((reading, bill))
    assert len(missed) <= bills // 100, missed[0]


def test_a_bill_no_reading_makes_is_explained_only_where_a_second_reader_finds_the_same():
    rng, told = random.Random("foreign"), 0
    for at in range(3 * WIDE):
        lent = random_loan(rng, most=3, fees=at % 3 == 0)
        as_of = corresponding(lent.instalments[0].due_on, 2) + timedelta(rng.choice([0, 17]))
        known = [(how, maker.make(lent, as_of, how)) for how in maker.readings(lent, as_of, lent.instalments[0].due_on)]
        for _ in range(25):
            bill = dict(rng.choice(known)[1])
            for line in rng.sample(["penalty", "interest", "compound", "principal"], 2):
                bill[line] += D(rng.randrange(1, 400)) / 100
            bill["total"] = sum((bill[line] for line in maker.LINES), D(0))
            if rng.random() < 0.3:
                bill = {"total": bill["total"]}
            found = check_bill(lent, bill, as_of)
            listed = [maker.name(lent, how) for how, lines in known if maker.fits(bill, lines)]
            assert all(names(reading) in listed for reading in found.readings), (lent, bill)
            assert bool(found.readings) == bool(listed) and (found.nearest is None) == bool(listed)
            told += bool(listed)
    assert told <= WIDE


def test_the_due_day_counted_and_contract_interest_on_top_agree_about_today():
    # The instalment of today has its due day in both lines or in none: 32 days at 18 % and 27 % of 10,000, and one.
    rows = [Instalment(due_on=date(2026, m, 10), principal="10000") for m in (1, 2)]
    lent = loan(lender=Lender.BANK, contract_on=date(2025, 12, 10), instalments=rows)
    for interest, penalty, fits in (("160", "240", 1), ("165", "247.50", 1), ("165", "240", 0), ("170", "247.50", 0)):
        found = check_bill(lent, {"interest": interest, "penalty": penalty}, date(2026, 2, 10)).readings
        assert ({"both_days": True, "on_top": True} in [names(r) for r in found]) == bool(fits), (interest, penalty)
        assert bool(found) == bool(fits)


def test_a_point_the_loan_has_nothing_for_is_not_tried():
    bare = loan(instalments=[Instalment(due_on=date(2026, 1, 10), principal="1000")])
    found = check_bill(bare, Bill(penalty="128.25"), AS_OF).readings
    assert [names(r) for r in found] == [{}]
    free = loan(annual_rate="0", penalty=Penalty(daily_rate="0.0005"))
    asked = {name for r in check_bill(free, Bill(principal="3000"), AS_OF).readings for name in names(r)}
    assert "day_basis" not in asked and "on_top" not in asked


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from(list(Order)))
def test_the_whole_numbers_are_the_ledgers(seed, order):
    rng = random.Random(seed)
    lent = random_loan(rng)
    kind = rng.choice(["none", "interest", "monthly", "quarterly"])
    compound = "all" if kind in ("monthly", "quarterly") else kind
    terms = Penalty(
        uplift=D(rng.randrange(60)) / 100,
        compound=compound,
        rest=kind if compound == "all" else "none",
        base=rng.choice(["principal", "principal_and_interest"]) if kind == "none" else "principal",
        late_fee=rng.choice(["0", "25"]),
        grace_days=rng.choice([0, 0, 3, 40]),
    )
    first = lent.instalments[0].due_on
    day = first + timedelta(rng.randrange(-20, 300))
    changes = {rng.choice(["accelerated_on", "compensated_on"]): day} if rng.random() < 0.5 else {}
    lent = lent.model_copy(update={"penalty": terms} | changes)
    until = first + timedelta(rng.randrange(1, 400))
    paid = random_payments(rng, lent, until) if rng.random() < 0.7 else []
    ledger = accrue(lent, until, paid, order)
    walked = next(iter(figures(Courses(until, tuple(paid), order), Reading(lent))))
    assert walked == (ledger.principal, ledger.interest, ledger.penalty, ledger.compound, ledger.fees)


def many(instalments, payments):
    start = date(2006, 1, 10)
    lent = loan(
        contract_on=date(2005, 12, 10),
        annual_rate="0.06",
        instalments=[
            Instalment(due_on=corresponding(start, n), principal=str(900 + n), interest=str(500 - n))
            for n in range(instalments)
        ],
    )
    return lent, [Payment(paid_on=corresponding(date(2006, 1, 25), 4 * n), amount="700") for n in range(payments)]


def test_many_instalments_and_payments_are_checked_to_the_end():
    lent, paid = many(360, 60)
    as_of, done = date(2036, 1, 20), []
    theirs = accrue(lent.model_copy(update={"penalty": Penalty(uplift="0.5", day_basis=365)}), as_of, paid)
    start = process_time()
    found = check_bill(lent, {"total": theirs.total}, as_of, paid, progress=lambda *at: done.append(at))
    assert process_time() - start < 3
    assert {"day_basis": 365} in [names(r) for r in found.readings]
    assert done[-1][0] == done[-1][1] == len(done)


def test_contract_interest_running_on_may_stand_in_its_own_line():
    # 3 x 1000 at 18 % for 171, 140 and 112 days on 360: 85.50 + 70 + 56
    found = check_bill(loan(), Bill(interest="481.50", penalty="317.25"), AS_OF)
    assert {"on_top": True} in [names(r) for r in found.readings]


def test_readings_that_coincide_are_all_named():
    # Two days' interest of 0.01: no line of the bill tells the two readings apart.
    lent = loan(instalments=[Instalment(due_on=date(2026, 6, 1), principal="1000", interest="0.01")])
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


def test_the_band_holds_readings_that_differ_by_a_rounding_alone():
    # Penalty on principal and interest comes to penalty and compound interest, rounded once or twice an instalment.
    rng = random.Random("band")
    for _ in range(12 * WIDE):
        figures = {"principal": rng.randrange(10**4, 10**6) / 100, "interest": rng.randrange(10**3, 10**5) / 100}
        given = {name: f"{value:.2f}" for name, value in figures.items()} | {"rate": f"{rng.randrange(60, 240) / 10}"}
        case, _ = read({"story": "job", **given, "base": "principal_and_interest", "compound": "?"}, AS_OF)
        found = case_band(case)
        totals = [
            accrue(case.edited(base=base, compound=compound).loan(), AS_OF, case.paid, case.payment_order).total
            for base, compound in (("principal_and_interest", "none"), ("principal", "interest"))
        ]
        assert found.low <= min(totals) and max(totals) <= found.high


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
