"""Bills made at random: the reading each was made by is found, and none that a second reader does not find."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal as D
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overdue.accrual import accrue
from overdue.bill import Reading, check_bill, readings
from overdue.bill.course import CHARGED, Courses
from overdue.bill.readings import readings_of, ways
from overdue.bill.walk import walk
from overdue.model import Instalment, Order, Payment, Penalty
from tests import WIDE
from tests import bills as maker
from tests.cases import loan
from tests.naive import corresponding
from tests.test_bill import names


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
        if not named_in(found.readings, reading, lent, as_of, paid, order):
            missed.append((reading, bill))
    assert len(missed) <= bills // 100, missed[0]


def named_in(found, reading, lent, as_of, paid, order):
    """Whether a reading is named; what it has no effect by (paid interest in the base, a rest not reached) may lack."""
    told, own = [names(r) for r in found], maker.name(lent, reading)
    if own in told:
        return True
    plain = {"base": "principal", "compound": "none", "fee": False}
    less = [reading | {key: plain[key] for key in keys} for keys in (("base",), ("compound",), ("fee",), tuple(plain))]
    bill = maker.make(lent, as_of, reading, paid, order)
    return any(maker.name(lent, how) in told and maker.make(lent, as_of, how, paid, order) == bill for how in less)


def test_a_bill_no_reading_makes_is_explained_only_where_a_second_reader_finds_the_same():
    rng, told = random.Random("foreign"), 0
    for at in range(4 * WIDE):
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
    courses = Courses(until, tuple(paid), order)
    walked = next(walk(courses.of(lent), next(ways(Reading(lent), courses))))
    assert walked == (ledger.principal, ledger.interest, 0, ledger.penalty, ledger.compound, ledger.fees)


# Another value of each term of a contract that no reading changes yet.
OTHER = {"grace_days": 0, "late_fee": D(31)}


@pytest.mark.parametrize("term", sorted(Penalty.model_fields.keys() - {"day_basis", *CHARGED}))
def test_a_reading_of_a_term_that_none_changed_before_is_found(term, monkeypatch):
    assert term in OTHER, f"say another value of {term} in OTHER of tests/test_bill_search.py"
    monkeypatch.setattr(readings, "_uplifts", lambda _: [readings.AS_ENTERED, readings._option(term, OTHER[term])])
    monkeypatch.setitem(readings.RULES, term, ())
    rng = random.Random(7)
    for _ in range(4):
        lent = random_loan(rng)
        terms = Penalty(uplift="0.5", grace_days=12, late_fee="20")
        lent, as_of = lent.model_copy(update={"penalty": terms}), lent.instalments[-1].due_on + timedelta(5)
        paid = random_payments(rng, lent, as_of)[:1]
        billed = accrue(lent.model_copy(update={"penalty": terms.model_copy(update={term: OTHER[term]})}), as_of, paid)
        bill = {"penalty": billed.penalty, "fees": billed.fees, "total": billed.total}
        assert {term: OTHER[term]} in [names(reading) for reading in check_bill(lent, bill, as_of, paid).readings]
        assert bill != {name: getattr(accrue(lent, as_of, paid), name) for name in bill}


LINES = ("principal", "interest", "penalty", "compound", "fees", "total")


def written(lent, as_of, paid, order, bill):
    """Every reading and what it shows of the lines a bill gives, each counted out."""
    ours = accrue(lent, as_of, paid, order)
    courses = Courses(as_of, tuple(paid), order)
    more = {"interest", "total"} & set(bill)
    for reading in readings_of(lent, courses, next((o.due_on for o in ours.instalments if o.total), None)):
        for terms in ways(reading, courses):
            ranked = terms.compound and bool(paid)
            tops = {"interest": ("interest",) if ranked else ("interest", "penalty")}.get(terms.running, ("penalty",))
            into = ("compound",) if "compound" in bill else ("interest", "penalty") if more else ("penalty",)
            for sums, top, line in product(walk(courses.of(reading.loan), terms), tops, into):
                if more or top == "penalty":
                    lines = sums._asdict() | {"total": sum(sums)}
                    lines[top] += sums.running
                    lines[line] += sums.compound if line != "compound" else 0
                    yield reading, [lines[name] for name in bill]


def corner_loan(rng):
    """A loan with what changes which reading charges more: late fees, days of grace, a raise not known, a call."""
    lent = random_loan(rng, fees=rng.random() < 0.3)
    bearing = {"compound": "all", "rest": "monthly"} if rng.random() < 0.2 else {}
    terms = Penalty(
        uplift=rng.choice([None, None, "0.3"]),
        late_fee=rng.choice(["0", "25"]),
        grace_days=rng.choice([0, 7]),
        **bearing,
    )
    called = {"accelerated_on": lent.instalments[1].due_on} if rng.random() < 0.2 else {}
    return lent.model_copy(update={"penalty": terms} | called)


def test_what_is_not_counted_out_could_not_have_fitted():
    rng = random.Random("search")
    for _ in range(12 * WIDE):
        lent, order = corner_loan(rng), rng.choice(list(Order))
        as_of = random_day(rng, lent)
        paid = random_payments(rng, lent, as_of) if rng.random() < 0.7 else []
        named = sorted(rng.sample(LINES, rng.choice([1, 1, 2, 4])))
        shown = list(written(lent, as_of, paid, order, named))
        bill = dict(zip(named, rng.choice(shown)[1], strict=True))
        bill[named[0]] += D(rng.choice([0, 0, 1, 500, 20_000])) / 100
        away = {}
        for reading, lines in shown:
            off = sum(abs(a - b) for a, b in zip(lines, bill.values(), strict=True))
            away[reading.differs] = min(off, away.get(reading.differs, off))
        least = min(away.values())
        found = check_bill(lent, bill, as_of, paid, order)
        assert found.off == least, (lent, bill)
        fits = [differs for differs, off in away.items() if off == least]
        assert [reading.differs for reading in found.readings] == ([] if least else fits)
        assert least == 0 or found.nearest.differs == fits[0]
