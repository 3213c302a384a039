"""The frames and charts of proposals show what the settlements say; one colour and one dash a proposal."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import pytest

from overdue.charts import proposals as charts
from overdue.exports.comparison import comparison_csv
from overdue.model import Instalment, Lender, Loan
from overdue.proposal import Budget, InstalmentPlan, LumpSum, Wait, Waiver, burden, settle
from overdue.tables import proposals as tables
from overdue.words import Lang, words
from tests.test_credit_charts import look
from tests.test_look import contrast

TODAY = date(2026, 6, 30)
HALF = Waiver(penalty="0.5")
LABELS = {"a": "A", "b": "B", "c": "C", "w": "W"}


def proposals(later=0, discount="0"):
    days = [date(2026, month, 10) for month in (1, 2, 3)] + [date(2026, 6 + n, 10) for n in range(1, later + 1)]
    loan = Loan(
        lender=Lender.PLATFORM,
        contract_on=date(2025, 9, 10),
        annual_rate="0.18",
        instalments=[Instalment(due_on=day, principal="1000", interest="90") for day in days],
    )
    offers = {
        "a": LumpSum(pay_on=TODAY, waive=HALF),
        "b": InstalmentPlan(
            first_on=date(2026, 7, 30), months=12, annual_rate="0.072", method="flat_fee", down_payment="500"
        ),
        "c": LumpSum(pay_on=date(2026, 9, 1)),
        "w": Wait(until=date(2027, 6, 30)),
    }
    return {letter: settle(loan, offer, TODAY, discount_rate=discount) for letter, offer in offers.items()}


def line(frame, letter, kind):
    seen = frame[(frame["letter"] == letter) & (frame["kind"] == kind)]
    return list(zip(seen["day"], seen["amount"], strict=True))


def test_owed_ends_at_nothing_and_paid_at_the_total():
    settled = proposals(later=2)
    frame = tables.over_time(settled)
    for letter, one in settled.items():
        owed, paid = line(frame, letter, "owed"), line(frame, letter, "paid")
        assert owed[0] == (TODAY, 3587.25)
        assert owed[-1] == (one.last_paid_on, 0)
        assert paid[-1][1] == pytest.approx(float(one.altogether))
        assert [amount for _, amount in paid] == sorted(amount for _, amount in paid)


def test_a_plan_falls_in_steps_and_waiting_climbs():
    frame = tables.over_time(proposals())
    plan = [amount for _, amount in line(frame, "b", "owed")]
    assert plan[:2] == [3587.25, 3087.25] and plan == sorted(plan, reverse=True)
    wait = [amount for _, amount in line(frame, "w", "owed")]
    assert wait[:-1] == sorted(wait[:-1]) and wait[-2] == 4408.50


@pytest.mark.parametrize("kind", ["owed", "paid"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_each_proposal_has_its_colour_its_dash_and_its_name(kind, theme):
    frame = tables.over_time(proposals())
    figure = charts.over_time(frame, kind, look(theme), LABELS, pinned="a").checked()
    drawn = {trace.name: (trace.line.color, trace.line.dash) for trace in figure.data}
    assert drawn["A"] == (look(theme).colour("grey"), "solid")
    assert len(set(drawn.values())) == len({dash for _, dash in drawn.values()}) == 4
    assert {note.text for note in figure.layout.annotations} >= {"<b>A</b>", "<b>B</b>", "<b>C</b>"}
    shapes = {trace.name: trace.line.shape for trace in figure.data}
    assert shapes["B"] == "hv"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_lines_can_be_seen_on_their_ground(theme):
    seen = look(theme)
    assert min(contrast(charts.colour(letter, seen), seen.paper) for letter in "abcdw") >= 3


MEANS = Budget(income="4500", needs="3000", other_debt="500", savings="0")


def test_a_budget_is_drawn_month_by_month_with_the_old_contract_apart():
    months = burden(proposals(later=2)["b"], MEANS)
    frame = tables.months(months)
    names = {name: name for name in ("offer", "contract", "frees", "across", "up")}
    figure = charts.months(frame, look(), names, "short 1").checked()
    offer, contract, frees = figure.data
    assert (offer.marker.pattern.shape or "", contract.marker.pattern.shape) == ("", "/")  # two, also without colour
    assert [round(x, 2) for x in contract.y[1:3]] == [1090, 1090] and not any(contract.y[3:])
    assert list(frees.y[1:]) == [1000] * 12 and frees.line.dash == "dash"
    short = next(place for place, month in enumerate(months) if month.left < 0)
    assert figure.layout.annotations[0].x == offer.x[short]
    assert (figure.layout.xaxis.title.text, figure.layout.yaxis.title.text) == ("across", "up")


def test_where_nothing_is_short_nothing_is_marked():
    rich = MEANS.model_copy(update={"savings": Decimal(9000)})
    names = {name: name for name in ("offer", "contract", "frees", "across", "up")}
    figure = charts.months(tables.months(burden(proposals()["b"], rich)), look(), names).checked()
    assert not figure.layout.annotations and "contract" not in {trace.name for trace in figure.data}


@pytest.mark.parametrize("lang", Lang)
def test_the_facts_name_both_yearly_costs(lang):
    w = words(lang)
    found = tables.facts(proposals()["b"], w, missed=3)
    cost = proposals()["b"].yearly_cost
    assert found["simple"][1] == f"{round(cost.simple * 100, 2)}%"
    assert found["compound"][1] == f"{round(cost.compound * 100, 2)}%"
    assert found["simple"][0] != found["compound"][0]
    assert w.yuan(proposals()["b"].if_broken(after=2).total) in found["missed"][1]


def test_worth_today_is_said_only_at_a_rate():
    w = words(Lang.EN)
    assert "present_value" not in tables.facts(proposals()["b"], w, 1)
    settled = proposals(discount="0.04")["b"]
    assert tables.facts(settled, w, 1)["present_value"][1] == w.yuan(settled.present_value)


def test_waiting_has_no_payment_to_miss():
    assert "missed" not in tables.facts(proposals()["w"], words(Lang.EN), 1)


def test_the_file_holds_every_payment_under_its_stamp():
    settled, w = proposals(later=1), words(Lang.EN)
    facts = tables.side_by_side(settled, LABELS, w, missed=1)
    text = comparison_csv(facts, tables.payments(settled, LABELS, w), "law as of today")
    stamp, *rows = csv.reader(io.StringIO(text))
    assert stamp == ["# law as of today"]
    paid = rows[rows.index([]) + 2 :]
    for letter, one in settled.items():
        mine = [Decimal(row[3]) for row in paid if row[0] == letter.upper()]
        assert sum(mine) == one.altogether
    assert rows[0] == ["Item", "A", "B", "C", "W"]
