"""The band of what is not known."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal as D
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overdue.accrual import accrue
from overdue.bill import band
from overdue.casefile import read
from overdue.casefile.unknowns import case_band, ranges
from overdue.model import OverdueError
from tests import WIDE
from tests.cases import loan

AS_OF = date(2026, 6, 30)
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
        if "rate" in choice:  # the interest that was entered is known, whatever the rate
            held = [(i.due_on, i.principal, i.interest, i.fee) for i in case.instalments()]
            changed = changed.edited(rows=tuple(held))
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
        band(lambda _: loan(), [], AS_OF)
