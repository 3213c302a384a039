"""The strips of payments and their mover say what a settlement on its own says, at every stop."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from overdue.account import Account
from overdue.casefile import STORIES, read
from overdue.exports.handout.drawing import drawing
from overdue.proposal import InstalmentPlan, LumpSum, Waiver, settle
from overdue.tables import evens, strips
from overdue.tables.moving import MOST_BYTES, MOST_STOPS, plain
from overdue.tables.offers import level
from overdue.words import Lang, words
from tests.cases import LINK as CASE
from tests.told import told

TODAY = date(2026, 6, 30)
NEXT = date(2026, 7, 30)
RUNS_ON = CASE | {"due_on": "2026-04-10", "remaining": "6000"}
FLAT = CASE | {"plan_rate": "7.2", "plan_method": "flat_fee", "lump_on": "2026-09-01"}
CASES = {"base": CASE, "runs on": RUNS_ON, "flat fee": FLAT, "odd": CASE | {"lump_waive": "33", "plan_months": "17"}}


def account(given):
    return Account(read(given, TODAY)[0])


@pytest.mark.parametrize("key", strips.STOPS)
@pytest.mark.parametrize("given", CASES.values(), ids=CASES)
def test_at_every_stop_the_mover_says_what_the_case_answers_there(given, key):
    mine, w = account(given), words(Lang.EN)
    shown = strips.strips(mine, key, w)
    assert len(shown.stops) <= MOST_STOPS and len(shown.packed()) <= MOST_BYTES
    sentences = list(told(shown.packed()).values())
    for place, sentence in zip(strips.stops(mine, key), sentences, strict=True):
        there = Account(replace(mine.case, **{key: place}))
        once, later = there.settled["a"], there.settled["b"]
        apart = later.altogether - once.altogether
        said = f"{w.yuan(abs(apart))} {'less' if apart > 0 else 'more'} than" if apart else "costs the same as"
        assert said in sentence
        months = once.record.last_day, later.record.last_day
        early = (months[1].year - months[0].year) * 12 + months[1].month - months[0].month
        assert f"{early} month{'s' if early != 1 else ''} earlier" in sentence or not early > 0


def test_the_stops_of_the_waiver_are_those_of_an_offer_settled_by_hand():
    # 317.25 of penalty on 3,587.25; every twentieth of it is 15.8625, rounded half up.
    mine = account(CASE)
    loan = mine.loan
    plan = settle(loan, InstalmentPlan(first_on=NEXT, months=12), TODAY)
    for place in strips.stops(mine, "lump_waive"):
        by_hand = settle(loan, LumpSum(pay_on=TODAY, waive=Waiver(penalty=Decimal(place) / 100)), TODAY)
        found = strips.moved(mine, "lump_waive", place)
        assert (found["a"].total, found["b"].total) == (by_hand.total, plan.total)
    assert strips.moved(mine, "lump_waive", Decimal(50))["a"].total == Decimal("3428.62")


def test_bars_are_as_tall_as_payments_and_stand_in_their_month():
    (picture,) = strips.strips(account(CASE), "lump_waive", words(Lang.ZH)).pictures
    tall = {shape["k"]: shape["h"] for shape in picture.shapes if shape["t"] == "rect"}
    lump = next(shape for shape in picture.shapes if shape["t"] == "rect" and isinstance(shape["h"], list))
    assert tall["penalty"] == strips.TALL  # waiting is the tallest: 4,408.50
    assert lump["h"][0] == round(strips.TALL * 3587.25 / 4408.5) and lump["h"][20] == round(strips.TALL * 3270 / 4408.5)
    assert all(up + foot == lump["y"][0] + lump["h"][0] for up, foot in zip(lump["y"], lump["h"], strict=True))
    (gaps,) = (shape["r"].split() for shape in picture.shapes if shape["k"] == "gap")
    assert len(gaps) == 11  # between twelve payments
    drawn = b64decode(str(drawing(picture, 0, Lang.ZH)).split("base64,")[1].split('"')[0]).decode()
    assert drawn.count('stroke="#fff" stroke-width="2"') == 11  # on paper too


def test_the_old_contract_stands_in_every_row_that_leaves_it_alone():
    (picture,) = strips.strips(account(RUNS_ON), "plan_months", words(Lang.ZH)).pictures
    mine = account(RUNS_ON)
    expected = sum(len(one.runs_on) for one in mine.settled.values())
    assert expected and len([shape for shape in picture.shapes if shape["k"] == "rest"]) == expected
    assert not [shape for shape in strips.strips(account(CASE), "plan_months", words(Lang.ZH)).pictures[0].shapes
                if shape["k"] == "rest"]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "code", "share"),
    [
        ({}, "even", None),
        ({"plan_waive": "50"}, "from", Decimal(50)),
        ({"plan_rate": "10"}, "always", None),
        ({"offers": "b:c50"}, "never", None),
        ({"lump_amount": "3000"}, "figure", None),
    ],
)
def test_from_which_waiver_on_the_lump_sum_is_the_cheaper_one(given, code, share):
    mine = account(CASE | given)
    found = level(mine.settled["a"], mine.settled["b"])
    assert found[0] == code
    if share is not None:
        assert found[1] is not None and round(100 * found[1], 1) == share  # 158.62 or 158.63 of 317.25
        at = strips.moved(mine, "lump_waive", share)
        assert abs(at["a"].altogether - at["b"].altogether) <= Decimal("0.01")


def test_a_whole_figure_has_no_share_to_move_and_a_refused_offer_moves_nothing():
    assert strips.moves(account(CASE | {"lump_amount": "3000"})) == ("plan_months",)
    assert strips.moves(account(CASE | {"lump_amount": "9999"})) == ()
    assert strips.moves(account(CASE)) == ("lump_waive", "plan_months")


def test_what_moves_does_not_change_what_the_stops_depend_on():
    one, other = account(CASE | {"lump_waive": "50"}), account(CASE | {"lump_waive": "75"})
    assert strips.of(one, "lump_waive") == strips.of(other, "lump_waive")
    assert strips.of(one, "plan_months") != strips.of(other, "plan_months")
    assert strips.of(account(CASE | {"lump_waive": "33"}), "lump_waive") != strips.of(one, "lump_waive")


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("lang", list(Lang))
def test_the_message_of_every_ready_made_person_stays_small(story, lang):
    mine, w = account({"story": story}), words(lang)
    for key in strips.moves(mine):
        packed = strips.strips(mine, key, w).packed()
        assert len(packed) <= MOST_BYTES
        assert "\\ue00" not in json.dumps(json.loads(packed)["pictures"])


def test_the_waiver_needed_rises_with_the_day_and_is_told_at_its_mark():
    mine, w = account(CASE | {"plan_waive": "50"}), words(Lang.EN)
    once, later = mine.settled["a"], mine.settled["b"]
    days = evens.days(mine, once)
    curve = evens.curve(once, later, days)
    # 2.25 yuan a day: 3,000 x 18 % x 1.5 / 360
    assert [point.waived - curve[0].waived for point in curve] == [Decimal("2.25") * (day - TODAY).days for day in days]
    shown = evens.moving_days(curve, once.waived, "offer B", w)
    assert plain(shown.stops[0].says).startswith("Paid at once on 30 June 2026: at least 158.63 yuan")
    assert len(shown.packed()) <= MOST_BYTES


@pytest.mark.parametrize("lang", list(Lang))
def test_without_a_rate_no_penalty_of_nothing_is_named(lang: Lang) -> None:
    mine = account({name: given for name, given in CASE.items() if name not in ("rate", "uplift")})
    w = words(lang)
    moving = strips.strips(mine, "plan_months", w)
    texts = [shape["s"] for shape in moving.pictures[0].shapes if shape["t"] == "text"]
    # at most 24 % a year and half as much again: three yuan a day, a year of waiting
    assert w("proposals.strips.grows_most", amount="1,095.00") in texts
    assert w("proposals.strips.grows", amount="0.00") not in texts
    assert len({plain(stop.note) for stop in moving.stops}) == 1


def test_where_the_last_payment_differs_it_is_said_and_the_line_comes_to_the_sum():
    mine = account(CASE | {"plan_months": "24", "plan_rate": "12"})
    said = strips.rows(mine, words(Lang.ZH)).iloc[1]
    found = re.fullmatch(r"(\d+) × ([\d,.]+) \+ ([\d,.]+)", said.iloc[2])
    assert found is not None
    count, each, last = (Decimal(one.replace(",", "")) for one in found.groups())
    assert count == 23 and each != last
    assert count * each + last == mine.settled["b"].total == Decimal(said.iloc[1].replace(",", ""))
