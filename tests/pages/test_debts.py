"""The page of all debts, without a browser: the list, one debt more, the budget divided, bad input as sentences."""

from __future__ import annotations

from decimal import Decimal

import pytest

from overdue.casefile import stories
from overdue.tables import dividing
from overdue.ui import state
from overdue.words import Lang, words
from tests.cases import without
from tests.pages.conftest import moved, said

LINK = without("contract_on", "remaining", "day_basis")
OTHERS = "bank:20260101:500:20:18:50~private:20260301:1000:0:12:0"
BUDGET = {"income": "5000", "needs": "4000"}
QUESTIONS = ("add", "first", "money", "ways", "offers", "order", "months", "nothing", "letter", "take", "how")


def labels(at) -> list[str]:
    return [block.label.replace("\xa0", " ") for block in at.expander]


@pytest.mark.parametrize("lang", list(Lang))
def test_without_figures_the_page_shows_a_household_and_says_that_it_is_an_example(visit, lang):
    at = visit("debts", lang=lang)
    w = words(lang)
    assert w("common.example", name=w("home.name.household")) in said(at)
    assert len([label for label in labels(at) if "·" in label or "more a month" in label]) >= 5
    assert at.session_state["case"].story == "household"


def test_another_example_gives_way_and_what_was_tried_out_stays(visit):
    at = visit("debts", lang="en", story="illness", income="3333")
    assert at.session_state["case"].story == "household" and at.session_state["case"].income == 3333


def test_another_debt_of_the_example_can_be_opened_and_is_still_an_example(visit):
    at = visit("debts", lang="en", story="household", open="debt_2")
    assert "have not begun" in said(at)
    at.button(key="debt_open_2").click().run()
    assert at.session_state["case"].story == "household" and "9,484.65" in said(at)
    assert words(Lang.EN)("common.example", name=words(Lang.EN)("home.name.household")) in said(at)


def test_a_link_shows_every_debt_with_its_sum(visit):
    at = visit("debts", lang="en", **LINK, debts=OTHERS)
    assert "**5,215.08 yuan**" in said(at)  # 3587.25, 587.50 and 1040.33: see the old page's own test
    lines = labels(at)
    assert any("3,587.25" in line and "27%" in line for line in lines)
    assert any("587.50" in line for line in lines) and any("1,040.33" in line for line in lines)


def test_the_mover_says_the_cheapest_of_those_computed_and_the_same_as_the_ways_in_words(visit):
    at = visit("debts", lang="en", story="household", open="ways")
    debts = at.session_state["debts_held"]
    ways = debts.compare()
    best = ways.divisions[ways.cheapest]
    assert f"{best.paid:,.2f} yuan" in moved(at, "2000")
    assert all(f"{division.paid:,.2f} yuan in all" in said(at) for division in ways.divisions.values())
    assert f"{ways.talk_costs:,.2f} yuan** more than fair shares" in said(at)


def test_talking_first_may_cost_a_few_fen_less_and_says_so(visit):
    """0.20 at 30 % on 360 days: each month paid by itself is half a fen and a bit, booked as a whole one (4 fen by
    30 October); left for 122 days it is 0.020333, booked as 2. A lump sum pays all on 30 October."""
    given = {"lender": "private", "due_on": "2026-06-30", "principal": "0.2", "interest": "0", "remaining": "0"}
    given |= {"rate": "30", "uplift": "0", "as_of": "2026-06-30", "monthly": "0.01", "helps": "20261030:1"}
    at = visit("debts", lang="en", open="ways", **given)
    ways = at.session_state["debts_held"].compare()
    assert [ways.divisions[way].paid for way in ("fair", "talk")] == [Decimal("0.24"), Decimal("0.22")]
    assert "That costs **0.02 yuan** less than fair shares at once." in said(at)


def test_a_way_that_lets_a_secured_debt_wait_says_so(visit):
    at = visit("debts", lang="en", story="household", way="dearest", open="strips")
    assert "5\xa0Bank loan is secured, and this way its turn comes in" in said(at)
    assert "is secured, and this way" in moved(at, "2000")
    at = visit("debts", lang="en", story="household", way="fair", open="strips")
    assert "is secured, and this way" not in said(at)


def test_whom_to_pay_first_and_when_is_said_without_opening_anything(visit):
    """Dearest first: 3,587.25 at 27 % a year beside 20 % and 12 % gets all of the 800, a month after 30 June."""
    at = visit("debts", lang="en", **LINK, debts=OTHERS, monthly="800", way="dearest")
    assert "The first payments, on 30 July 2026: 1 App loan 800.00 yuan." in said(at).replace("\xa0", " ")
    many = "~".join([OTHERS, *(f"bank:2026020{n}:5{n}:0:1{n}:50" for n in range(1, 5))])
    at = visit("debts", lang="en", **LINK, debts=many, monthly="800", way="dearest")
    assert "1 App loan 800.00 yuan." in said(at).replace("\xa0", " ") and at.selectbox(key="way").value == "dearest"
    at = visit("debts", lang="en", **LINK, debts=OTHERS, monthly="0")
    assert "The first payments" not in said(at)


@pytest.mark.parametrize("name", [*QUESTIONS, "debt_1", "debt_3"])
def test_every_question_opens_for_the_household_and_for_ones_own(visit, name):
    for given in ({"story": "household"}, LINK if name in ("ways", "how", "months") else LINK | {"debts": OTHERS}):
        at = visit("debts", lang="en", open=name, **given)
        assert not at.exception and not at.warning, given


def test_one_debt_opened_is_the_case_of_the_other_pages_and_the_way_back_is_the_same(visit):
    at = visit("debts", lang="en", open="debt_2", **LINK, debts=OTHERS)
    before = at.session_state["case"]
    at.button(key="debt_open_2").click().run()
    assert "587.50" in said(at)  # the page on the penalty answers for it
    assert at.session_state["case"].principal == 500
    at.switch_page("pages/debts.py").run()
    at.session_state["q_debt_2"] = True
    at.run()
    at.button(key="debt_open_2").click().run()
    assert at.session_state["case"] == before


def test_an_offer_taken_changes_the_sum_and_leaves_the_example_one(visit):
    at = visit("debts", lang="en", story="household", open="offers", helps="20260720:2000")
    assert "costs **" in said(at)
    at.toggle(key="take_3").set_value(True).run()
    assert at.session_state["case"].taken == "3" and at.session_state["case"].story == "household"
    assert at.session_state["debts_held"].divided().debts[2].paid == 3600


def test_the_own_order_moves_at_a_tap(visit):
    at = visit("debts", lang="en", story="household", open="order")
    at.button(key="turn_3").click().run()
    case = at.session_state["case"]
    assert (case.turns, case.way) == ("1.3.2.4.5", "own")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"debts": "bank:20260101:500:20::"}, "without a rate"),
        ({"debts": "bank:20260101:USD500:20:18:50"}, "what the statement says in yuan"),
        ({"debts": "bank:20260601:500:20:18:50:m9"}, "9 missed instalments"),
        ({"debts": f"{OTHERS}~{OTHERS}"}, "the very same figures"),
        ({"savings": "99999"}, "more than the 3,587.25 yuan"),
        ({"income": "4000", "needs": "4000"}, "nothing to divide now"),
        ({"income": "3000", "needs": "4000"}, "Needs are **1,000.00 yuan** a month above income"),
        ({"monthly": "9000"} | BUDGET, "more than the 1,000.00 yuan"),
        ({"debts": "~".join(f"bank:202601{n:02}:500:20:18:50" for n in range(1, 9))}, "There are 9 debts now"),
        ({"debts": "bank::500:20:18:50"}, "cannot be counted yet"),
        ({"debts": "bank:20260101:500:20:18:50:q100:u20260601"}, "5,215"),
    ],
)
def test_what_is_odd_is_a_sentence_beside_an_answer(visit, given, says):
    at = visit("debts", lang="en", **LINK | given)
    at.session_state["notes_why"] = True  # why something of the link was of no use is folded
    at.run()
    if says != "5,215":
        assert says in said(at)
    assert "3,587.25" in " ".join(labels(at))  # the debt that is in order keeps its answer


def test_a_budget_of_nothing_leads_to_help_and_never_to_new_borrowing(visit):
    at = visit("debts", lang="en", **LINK, income="3000", needs="4000")
    told = said(at)
    assert "12356" in told and "Shenzhen and Xiamen" in told and "Do not borrow anew" in told


@pytest.mark.parametrize("way", [None, "fair", "smallest"])
def test_one_way_is_followed_on_the_whole_page(visit, way):
    """The way the first sentence names is the way of the picture, the months and what is taken away."""
    w = words(Lang.EN)
    for name in ("months", "take"):
        at = visit("debts", lang="en", story="household", open=name, **({"way": way} if way else {}))
        debts = at.session_state["debts_held"]
        followed = way or debts.compare().cheapest.value
        called = w(f"fields.way.{followed}")
        assert followed == debts.divided().way.value
        drawn = visit("debts", lang="en", story="household", open="strips", **({"way": way} if way else {}))
        assert drawn.selectbox(key="way").value == followed
        assert f"“{called}”" in moved(at, dividing.at(debts)) and f"“{called}”" in said(at)


def test_a_letter_holds_the_share_and_the_other_debts_as_one_sum_unless_ticked(visit):
    given = LINK | BUDGET | {"debts": OTHERS, "lang": "en", "open": "letter"}
    at = visit("debts", **given)
    assert not at.text and words(Lang.EN)("debts.letter.today") in said(at)  # nothing is promised for days gone by
    at.button(key="look_at_today").click().run()
    letter, debts = at.text[0].value, at.session_state["debts_held"]
    one, other = (f"{debts.accounts[number].ledger.total:,.2f}" for number in (2, 3))
    both = debts.accounts[2].ledger.total + debts.accounts[3].ledger.total
    assert f"{debts.divided().debts[0].payments[0].amount:,.2f}" in letter and f"{both:,.2f}" in letter
    assert one not in letter and other not in letter
    at.toggle(key="letter_named").set_value(True).run()
    assert one in at.text[0].value and other in at.text[0].value


def test_a_lender_that_gets_nothing_gets_no_proposal_and_the_page_says_why(visit):
    given = LINK | {"debts": OTHERS, "way": "own", "monthly": "1", "as_of": state.today().isoformat()}
    at = visit("debts", lang="en", open="letter", **given)
    at.selectbox(key="letter_debt").set_value(3).run()
    assert not at.exception and not at.text and "gets nothing, so there is no proposal to write" in said(at)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"debts": "bank:20260101:500:20:18:50:h12:i45"}, "12 payments of 45.00 yuan"),
        ({"debts": "bank:20260101:500:20:18:50:h12:i60"}, "yuan** more."),
        ({"rate": "0", "debts": "private:20260101:500:0:0:0:q500:u20261231"}, "the same is paid in all"),
    ],
)
def test_an_offer_says_what_it_is_and_what_it_changes(visit, given, says):
    at = visit("debts", lang="en", **LINK | {"monthly": "900", "open": "offers"} | given)
    assert says in said(at) + " ".join(toggle.label for toggle in at.toggle)


def test_a_debt_over_which_nobody_may_sue_any_more_gets_no_sum_in_its_letter(visit):
    given = LINK | {"debts": "bank:20210601:500:20:18:50", "as_of": state.today().isoformat(), "open": "letter"}
    at = visit("debts", lang="en", **given)
    at.selectbox(key="letter_debt").set_value(2).run()
    assert words(Lang.EN)("debts.letter.over") in said(at) and "500" not in at.text[0].value


def test_how_it_is_worked_out_says_what_a_missing_rate_means(visit):
    at = visit("debts", lang="en", **LINK | {"debts": "bank:20260101:500:20::"}, open="how")
    assert words(Lang.EN)("debts.how.unknown") in said(at)


def test_no_letter_is_written_with_the_figures_of_an_example(visit):
    at = visit("debts", lang="en", story="household", open="letter")
    assert not at.text and words(Lang.EN)("common.ask_first") in said(at)


def test_what_is_taken_away_can_be_copied_and_an_examples_says_so(visit):
    at = visit("debts", lang="zh", story="household", open="take")
    at.session_state["debts_statement_twin"] = at.session_state["debts_ics_twin"] = True
    at.run()
    told = [code.value for code in at.code]
    assert len(told) == 4 and all("示例 · Example" in text for text in told if text.startswith(("#", "BEGIN")))
    assert any("20,238.56" in text or "4,734.40" in text for text in told)


def test_the_story_is_a_household_of_three_to_five():
    assert 3 <= 1 + stories()["household"]["debts"].count("~") + 1 <= 5
