"""The frames and charts of proposals show what the settlements say; a row a proposal."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import pytest

from overdue.charts import proposals as charts
from overdue.model import Instalment, Lender, Loan
from overdue.periods import add_period
from overdue.proposal import Budget, InstalmentPlan, LumpSum, Month, Wait, Waiver, burden, settle
from overdue.tables import monthly
from overdue.tables import proposals as tables
from overdue.tables.moving import MOST_BYTES, plain
from overdue.ui.parts import files
from overdue.words import Lang, words
from tests.test_credit_charts import look

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
def test_each_proposal_has_a_row_with_its_name_and_its_highest_sum(kind):
    frame = tables.over_time(proposals(later=2))
    figure = charts.over_time(frame, kind, look(), LABELS).checked()
    said = [note.text for note in figure.layout.annotations]
    areas = [trace for trace in figure.data if trace.name]
    assert [area.name for area in areas] == ["A", "B", "C", "W"] and not figure.layout.showlegend
    for place, (letter, area) in enumerate(zip("abcw", areas, strict=True)):
        highest = max(amount for _, amount in line(frame, letter, kind))
        assert {f"<b>{LABELS[letter]}</b>", f"{highest:,.2f}"} <= set(said) and max(area.customdata) == highest
        foot = 3 - place
        assert min(area.y) >= foot and max(area.y) < foot + 0.5  # the words of a row stand above its line
    tall = {
        round((max(area.y) - foot) / max(area.customdata), 9) for area, foot in zip(areas, (3, 2, 1, 0), strict=True)
    }
    assert len(tall) == 1  # one scale for all


MEANS = Budget(income="4500", needs="3000", other_debt="500", savings="0")


def strip(months, lang=Lang.EN):
    moving = monthly.strip(months, "alt", words(lang))
    return moving, {kind: [shape for shape in moving.pictures[0].shapes if shape["k"] == kind] for kind in KINDS}


KINDS = ("interest", "rest", "line", "short", "up", "hit")


@pytest.mark.parametrize("lang", Lang)
def test_a_budget_is_a_strip_of_months_with_the_old_contract_apart(lang):
    months, w = burden(proposals(later=2)["b"], MEANS), words(lang)
    moving, drawn = strip(months, lang)
    assert [stop.value for stop in moving.stops] == [month.first.isoformat() for month in months]
    for stop, month in zip(moving.stops, months, strict=True):
        for sum_ in (abs(month.free), month.offer, *([month.contract] if month.contract else []), abs(month.left)):
            assert w.yuan(sum_) in plain(stop.says)
    assert len(drawn["rest"]) == 1 and [kind for kind, _ in moving.pictures[0].legend] == ["interest", "rest"]
    short = [n for n, month in enumerate(months) if month.left < 0]
    assert len(drawn["up"]) == 1 and len(drawn["hit"]) == len(months)
    width = drawn["hit"][0]["w"]
    assert sum(band["w"] for band in drawn["short"]) == pytest.approx(width * len(short), abs=len(short))
    assert w.month(months[short[0]].first) in drawn["up"][0]["s"] and monthly.at(months) == moving.stops[short[0]].value


def test_where_nothing_is_short_nothing_is_marked():
    months = burden(proposals()["b"], MEANS.model_copy(update={"savings": Decimal(9000)}))
    _, drawn = strip(months)
    assert not drawn["short"] and not drawn["up"] and not drawn["rest"]
    assert monthly.at(months) == max(months, key=lambda month: month.offer).first.isoformat()


@pytest.mark.parametrize("count", [1, 2, 6, 61, 62, 400])
def test_few_and_many_months_are_small_and_stay_inside(count):
    first = date(2026, 6, 1)
    months = [Month(add_period(first, months=n), *map(Decimal, (-50, 300, 20, -99 * n - 1))) for n in range(count)]
    moving, _ = strip(months, Lang.ZH)
    assert len(moving.stops) <= 61 and monthly.at(months) in {stop.value for stop in moving.stops}
    assert len(moving.packed()) <= MOST_BYTES
    for shape in moving.pictures[0].shapes:
        for point in shape.get("p", "").split():
            x, y = map(float, point.split(","))
            assert 0 <= x <= 1000 and 0 <= y <= moving.pictures[0].height


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


def test_the_file_holds_every_payment_under_its_stamp(monkeypatch):
    monkeypatch.setattr(files, "stamp", lambda _figures: "law as of today")
    settled, w = proposals(later=1), words(Lang.EN)
    facts = tables.side_by_side(settled, LABELS, w, missed=1)
    text = files.csv(facts, tables.payments(settled, LABELS, w))
    stamp, *rows = csv.reader(io.StringIO(text))
    assert stamp == ["# law as of today"]
    paid = rows[rows.index([]) + 2 :]
    for letter, one in settled.items():
        mine = [Decimal(row[3]) for row in paid if row[0] == letter.upper()]
        assert sum(mine) == one.altogether
    assert rows[0] == ["Item", "A", "B", "C", "W"]
