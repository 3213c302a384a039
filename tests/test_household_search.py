"""All debts on one budget, for any household: held against a simulation day by day and the ledger itself."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal as D

from hypothesis import given, settings
from hypothesis import strategies as st

from overdue.accrual import accrue
from overdue.household import Debt, Help, Household, Way, divide
from overdue.model import Instalment, Lender, Loan, Order, OverdueError, Payment, Penalty
from overdue.periods import add_period
from overdue.proposal import InstalmentPlan, LumpSum, Settlement, Waiver, settle
from tests import WIDE
from tests.naive_household import simulate
from tests.naive_offers import asked

AS_OF = date(2026, 6, 30)


def yuan(fen: int) -> D:
    return D(fen) / 100


@st.composite
def terms(draw: st.DrawFn) -> Penalty:
    compound = draw(st.sampled_from(["none", "none", "interest", "all"]))
    base = "principal" if compound != "none" else draw(st.sampled_from(["principal", "principal_and_interest"]))
    daily = draw(st.sampled_from([None, None, "0.0005"]))
    return Penalty(
        uplift=None if daily else draw(st.sampled_from(["0", "0.3", "0.5"])),
        daily_rate=daily,
        base=base,
        compound=compound,
        rest=draw(st.sampled_from(["monthly", "quarterly"])) if compound == "all" else "none",
        late_fee=draw(st.sampled_from(["0", "0", "20"])),
        grace_days=draw(st.sampled_from([0, 0, 3, 20, 45])),
        day_basis=draw(st.sampled_from([360, 365])),
    )


@st.composite
def debts(draw: st.DrawFn, key: str) -> Debt:
    """A debt as people have them: some instalments missed, some to come, perhaps called in, perhaps with an offer."""
    behind = draw(st.integers(1, 500))
    first = AS_OF - timedelta(days=behind)
    each, interest = draw(st.integers(1, 2_000_00)), draw(st.integers(0, 90_00))
    fee = draw(st.sampled_from(["0", "0", "12.34"]))
    loan = Loan(
        lender=draw(st.sampled_from(Lender)),
        contract_on=first - timedelta(days=draw(st.integers(0, 90))),
        annual_rate=draw(st.sampled_from(["0", "0.1", "0.146", "0.18", "0.36"])),
        instalments=[
            Instalment(due_on=add_period(first, months=n), principal=yuan(each), interest=yuan(interest), fee=fee)
            for n in range(draw(st.integers(1, 14)))
        ],
        penalty=draw(terms()),
        accelerated_on=draw(st.none() | st.integers(0, 800).map(lambda n: first + timedelta(days=n))),
        compensated_on=draw(st.none() | st.none() | st.integers(0, 800).map(lambda n: first + timedelta(days=n))),
    )
    paid = [
        Payment(
            paid_on=first + timedelta(days=draw(st.integers(0, behind + 20))), amount=yuan(draw(st.integers(1, each)))
        )
        for _ in range(draw(st.integers(0, 2)))
    ]
    order = draw(st.sampled_from(Order))
    return Debt(key=key, loan=loan, payments=paid, order=order, offer=draw(st.none() | lumps() | plans_offered()))


@st.composite
def waivers(draw: st.DrawFn) -> Waiver:
    return Waiver(
        penalty=draw(st.sampled_from(["0", "0.5", "1"])),
        interest=draw(st.sampled_from(["0", "0", "0.3"])),
        principal=draw(st.sampled_from(["0", "0", "0.1"])),
    )


@st.composite
def lumps(draw: st.DrawFn) -> LumpSum:
    """A lump sum: the debt of its day less what is waived, or a figure of its own."""
    amount = draw(st.none() | st.integers(1, 5_000).map(yuan))
    waive = Waiver() if amount is not None else draw(waivers())
    return LumpSum(
        pay_on=AS_OF + timedelta(days=draw(st.integers(0, 70))), amount=amount, waive=waive, whole=draw(st.booleans())
    )


@st.composite
def plans_offered(draw: st.DrawFn) -> InstalmentPlan:
    """A plan of any method; at a rate its first payment comes a month after the agreement."""
    rate = draw(st.sampled_from(["0", "0", "0.06", "0.18"]))
    return InstalmentPlan(
        first_on=add_period(AS_OF, months=1) if rate != "0" else AS_OF + timedelta(days=draw(st.integers(1, 40))),
        months=draw(st.integers(1, 12)),
        annual_rate=rate,
        method=draw(st.sampled_from(["level_payment", "level_principal", "flat_fee"])),
        down_payment=draw(st.sampled_from(["0", "0", "0.57"])),
        waive=draw(waivers()),
        whole=draw(st.booleans()),
    )


@st.composite
def households(draw: st.DrawFn) -> Household:
    """One to five debts, and money that is enough, scarce or nothing."""
    count = draw(st.integers(1, 5))
    helps = [
        Help(
            on=AS_OF + timedelta(days=draw(st.integers(0, 200))),
            amount=yuan(draw(st.integers(1, 9_000_00))),
            from_savings=draw(st.booleans()),
        )
        for _ in range(draw(st.integers(0, 2)))
    ]
    return Household(
        debts=[draw(debts(f"d{number}")) for number in range(count)],
        income=draw(st.none() | st.integers(0, 9_000_00).map(yuan)),
        needs=yuan(draw(st.integers(0, 6_000_00))),
        savings=yuan(draw(st.integers(0, 20_000_00))),
        helps=helps,
    )


def offers_of(household: Household) -> dict[str, Settlement]:
    """What each offer asks for; an offer with nothing to settle is none."""
    found = {}
    for debt in household.debts:
        if debt.offer is not None:
            past = [payment for payment in debt.payments if payment.paid_on <= AS_OF]
            try:
                found[debt.key] = settle(debt.loan, debt.offer, AS_OF, past, order=debt.order)
            except OverdueError:
                continue
    return found


plans = st.tuples(
    st.integers(0, 8_000_00).map(yuan), st.sampled_from(Way), st.permutations(range(5)), st.integers(0, 4)
)


@settings(max_examples=40 * WIDE)
@given(households(), plans)
def test_a_simulation_day_by_day_divides_the_same(household, plan):
    monthly, way, turn, talk = plan
    order = [debt.key for debt in (household.debts[n] for n in turn if n < len(household.debts))][:2]
    settled = offers_of(household)
    found = divide(household, AS_OF, monthly, way, order, settled, talk, months=24)
    offers = {debt.key: asked(debt, AS_OF) for debt in household.debts if debt.key in settled}
    rows, courses, shorts, _ = simulate(household, AS_OF, monthly, way, order, offers, talk, 24)
    assert [(row.number, row.paid_on) for row in found.months] == [row[:2] for row in rows]
    for row, (_, _, budget, paid, left, unused) in zip(found.months, rows, strict=True):
        assert (row.budget, row.unused) == (yuan(budget), yuan(unused))
        assert row.paid == {key: yuan(amount) for key, amount in paid.items()}
        assert row.left == {key: yuan(amount) for key, amount in left.items()}
        assert sum(row.paid.values()) + row.unused == row.budget
    assert {c.key: (c.done_on, c.paid, c.charges, c.left, c.record_last_day) for c in found.debts} == {
        key: (done, *map(yuan, sums), record) for key, (done, *sums, record) in courses.items()
    }
    assert [(s.on, s.missing, s.kind, s.key) for s in found.shorts] == [(d, yuan(m), k, key) for d, m, k, key in shorts]


@settings(max_examples=40 * WIDE)
@given(households(), plans)
def test_every_course_is_the_ledger_with_those_payments(household, plan):
    monthly, way, _, talk = plan
    found = divide(household, AS_OF, monthly, way, (), offers_of(household), talk, months=36)
    assert found.paid == sum((sum(row.paid.values()) for row in found.months), D(0))
    for debt, course in zip(household.debts, found.debts, strict=True):
        assert sum((p.amount for p in course.payments), D(0)) == course.paid
        if course.offer:
            continue
        past = [payment for payment in debt.payments if payment.paid_on <= AS_OF]
        before = accrue(debt.loan, AS_OF, past, debt.order)
        for row in found.months[:: 1 + len(found.months) // 6]:
            ledger = accrue(debt.loan, row.paid_on, (*past, *course.payments), debt.order)
            called = debt.loan.accelerated_on
            if called is None or called <= row.paid_on:  # else the ledger does not know yet what will be called in
                assert row.left[debt.key] == max(D(0), ledger.total + ledger.not_due - ledger.surplus)
                # Nothing is paid that is not owed: no more is ahead than what falls due.
                assert ledger.surplus <= max(ledger.not_due, before.surplus)
        if course.done_on is not None:
            end = accrue(debt.loan, course.done_on, (*past, *course.payments), debt.order)
            assert end.total == 0 and end.not_due == 0
