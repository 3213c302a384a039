"""One case, one account: the ten disagreements that were found, and what one figure has to mean wherever it stands."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date
from decimal import Decimal as D

import pytest
import pyxirr

from overdue.account import Account
from overdue.accrual import accrue, true_cost
from overdue.casefile import STORIES, fresh, read
from overdue.casefile.entered_offer import usual
from overdue.model import BY_INSTALMENT, OverdueError, Payment, answering, refusal
from overdue.periods import add_period
from overdue.words import Lang
from tests.cases import LINK, without

TODAY = date(2026, 11, 22)


def account(**changes: str) -> Account:
    case, notes = read(LINK | changes, TODAY)
    assert notes == ()
    return Account(case)


def test_offers_follow_the_order_of_the_case():
    one = account(order="by_instalment", paid="20260301:700~20260520:333.33", remaining="4000")
    assert one.settled["a"].total == one.ledger.total == D("5741.50")
    assert one.ledger == accrue(one.loan, one.as_of, one.case.paid, BY_INSTALMENT)


def test_a_debt_paid_in_full_keeps_its_record_everywhere():
    one = account(paid="20260401:5000")
    assert one.ledger.total == 0
    gone = date(2031, 4, 2)
    assert (one.record.retention.removed_from, one.clocks.retention.removed_from) == (gone, gone)
    assert {m.key: m.day for m in one.milestones}["record_gone"] == gone
    assert one.clocks.penalty.ends_on == date(2026, 4, 1) and one.overdue_since is None


def test_offers_stand_on_the_same_scope():
    one = account(due_on="2026-04-10", remaining="6000", lump_on="2026-07-30")
    whole = {letter: s.altogether for letter, s in one.settled.items()}
    assert whole["a"] - whole["b"] == D("82.50")


@pytest.mark.parametrize("change", [{}, {"paid": "20260601:100"}, {"demanded_on": "2026-05-20"}])
def test_timeline_and_court_name_one_last_day_for_suing(change):
    one = account(**change)
    days = {m.day for m in one.milestones if m.key == "limitation"}
    assert days == {one.limitation.last_day} == {one.clocks.limitation.last_day}
    moved = {"paid": date(2029, 6, 1), "demanded_on": date(2029, 5, 20)}
    assert one.limitation.last_day == moved.get(next(iter(change), ""), date(2029, 3, 10))


def test_a_loan_due_before_the_rule_on_limitation_gets_everything_but_that_day():
    one = account(contract_on="2019-09-10", due_on="2020-01-10")
    with pytest.raises(OverdueError) as said:
        _ = one.limitation
    assert one.clocks.no_limitation is not None and one.clocks.no_limitation.key == said.value.key
    assert "limitation" not in {m.key for m in one.milestones} and one.clocks.owed == one.ledger.total


@pytest.mark.parametrize("months", [1, 3, 12])
@pytest.mark.parametrize("code", STORIES)
def test_waiting_is_one_figure_and_what_falls_due_stands_beside_it(code, months):
    one = Account(read({"story": code}, TODAY)[0])
    until = add_period(one.as_of, months=months)
    wait, then = one.waiting(until), one.ledger_on(until)
    assert one.ledger.total + wait.grows + wait.falls_due == then.total == one.clocks_on(until).owed
    assert one.points([until])[0].total == then.total
    charged = [ledger.penalty + ledger.compound + ledger.late_fees for ledger in (one.ledger, then)]
    assert wait.grows == charged[1] - charged[0] >= 0


def test_the_day_of_paying_moves_what_was_not_entered_apart():
    plain = account(pay_on="2026-09-01")
    assert plain.settled["a"].debt.on == plain.clocks.paid_off_on == plain.record.retention.starts_on == plain.pay_on
    assert plain.as_of == date(2026, 6, 30) and plain.settled["a"].total == plain.ledger_on(plain.pay_on).total
    entered = account(pay_on="2026-09-01", lump_on="2026-07-15", paid_off_on="2026-08-15")
    assert (entered.settled["a"].debt.on, entered.clocks.paid_off_on) == (date(2026, 7, 15), date(2026, 8, 15))
    assert entered.record.retention.starts_on == date(2026, 8, 15)
    assert usual("lump", date(2026, 6, 30)).on == date(2026, 6, 30)


def test_money_of_a_later_day_is_not_paid_yet_for_any_answer():
    one, plain = account(paid="20260801:500"), account()
    until = date(2026, 12, 31)
    assert one.ledger_on(until).total == plain.ledger_on(until).total == one.clocks_on(until).owed
    assert one.waiting(until) == plain.waiting(until) and one.settled["a"].total == plain.settled["a"].total


def test_an_account_without_its_figures_says_which():
    one = Account(fresh(TODAY, Lang.ZH))
    assert one.missing == ("due_on", "principal") and not one.is_example and not one.rate_known
    for name in ("ledger", "clocks", "record", "milestones", "band"):
        with pytest.raises(OverdueError) as said:
            getattr(one, name)
        assert said.value.key == "case.missing"
    assert {error.key for error in one.refused.values()} == {"case.missing"} and not one.settled
    assert Account(read({}, TODAY)[0]).is_example


@pytest.mark.parametrize(
    "change",
    [
        {"daily_rate": "3", "judgment_on": "2026-05-01", "lender": "unknown"},
        {"principal": "100000000", "daily_rate": "10", "pay_on": "2100-12-31", "lump_on": "2100-01-01"},
        {"principal": "0.05", "interest": "0", "plan_months": "36"},
        {"rows": "20260110:100000000:0:0~20260210:1:0:0", "received": "0.01"},
        {"contract_on": "2026-01-01", "as_of": "2026-01-02", "missed": "1", "offers": "a:w~b:w~c:L:o20260102:w"},
        {"accelerated_on": "2025-09-11", "rate": "1000", "remaining": "100000000", "principal": "100000000"},
    ],
)
def test_figures_that_bear_no_calculation_are_a_sentence(change):
    one = account(**change)
    for name in ("ledger", "clocks", "record", "milestones", "settled", "band", "limitation"):
        try:
            getattr(one, name)
        except OverdueError as error:
            assert str(error).endswith(f"[{error.key}]") and "{" not in str(error)
    for settled in one.settled.values():
        for after in range(len(settled.schedule.rows)):
            assert settled.if_broken(after).total >= 0
    with pytest.raises(OverdueError) if "received" in change else nullcontext():
        true_cost(one.loan)


def test_a_table_with_gaps_never_says_that_the_loan_costs_more_than_it_does():
    """Twelve months of 1,000 and 90 against 10,800 in hand, each month left out of the table or not."""
    months = [f"{day:%Y%m%d}:1000:90:0" for day in (add_period(date(2026, 1, 10), months=n) for n in range(12))]
    told = {"contract_on": "2025-12-10", "received": "10800"}
    whole = account(**told, rows="~".join(months)).true_cost
    assert float(whole.cost.simple) == pytest.approx(12 * pyxirr.irr([10800.0, *[-1090.0] * 12]), abs=1e-9)
    gaps = [months[:first] + months[last:] for first in range(12) for last in range(first + 1, 13)]
    found = [account(**told, rows="~".join(left)).true_cost for left in gaps if left]
    counted = [one for one in found if one is not None]
    assert counted and None in found  # nine of twelve come to less than was paid out: nothing is claimed of those
    assert all(one.cost.simple < whole.cost.simple and one.kept < whole.kept for one in counted)
    assert account(contract_on=told["contract_on"], rows="~".join(months)).true_cost is None
    no_day = without("contract_on") | {"received": told["received"], "rows": "~".join(months)}
    assert Account(read(no_day, TODAY)[0]).true_cost is None


def test_what_came_through_no_door_is_told_apart_from_a_fault():
    with pytest.raises(OverdueError, match=r"beyond what can be worked out.*\[figures.beyond\]"), answering():
        Payment(paid_on=date(2026, 1, 1), amount=10**13)
    assert refusal(OverdueError("case.missing")) is not None and refusal(KeyError("x")) is None
