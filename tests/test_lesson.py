"""The lesson: minutes that add up, words for every step, and a truth that is the rule's or the account's own."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from overdue import lesson
from overdue.account import Account
from overdue.casefile import read, stories
from overdue.claims import CLAIMS, Verdict
from overdue.household import Way
from overdue.law import LAW
from overdue.lesson import FORMS, divide, grow, question, steps, truth, truths
from overdue.rooms import Memory, Rooms
from overdue.words import pairs
from tests.naive_household import simulate

ON = date(2026, 11, 29)
FIELDS = ("name", "ask", "show", "say", "mistake", "word")


def account(story: str) -> Account:
    return Account(read({"story": story}, ON)[0])


def test_each_form_lasts_as_long_as_it_says() -> None:
    assert [sum(s.minutes[form] for s in lesson.lesson(form)) for form in FORMS] == [45, 30, 10]


def test_every_step_and_answer_has_its_words() -> None:
    wanted = {f"workshop.step.{step.id}.{field}" for step in steps() for field in FIELDS}
    others = [*Verdict, *Way]
    wanted |= {f"workshop.option.{option}" for step in steps() for option in step.options if option not in others}
    wanted |= {f"workshop.guess_label.{step.id}" for step in steps() if step.kind == "number"}
    wanted |= {f"workshop.unit.{step.unit}" for step in steps() if step.kind == "number"}
    wanted |= {f"workshop.forms.{form}" for form in FORMS}
    assert wanted - pairs().keys() == set()


@pytest.mark.parametrize("story", list(stories()))
def test_the_truth_of_every_step_is_an_answer_to_its_question(story: str) -> None:
    held = account(story)
    for step in steps():
        asked = question(step, held, ON)
        assert asked.bin(truth(step, held, ON)) in asked.bins, (story, step.id)


def test_the_truths_of_the_rules_are_the_rules() -> None:
    held = account("job")
    told = {step.id: truth(step, held, ON) for step in steps()}
    assert (told["record"], told["court"], told["call"], told["scam"]) == ("5", "15", "may_not", "distrust")
    # Six instalments of 1,000 overdue from the 10th of January to June at 18 % x 1.5 / 360, seen a year on.
    days = [(date(2027, 6, 30) - date(2026, month, 10)).days for month in range(1, 7)]
    penalty = sum(Decimal(1000) * Decimal("0.27") * n / 360 for n in days)
    assert Decimal(told["grow"]) - held.ledger.principal - held.ledger.interest == round(penalty, 2)


def test_how_to_divide_is_the_least_by_an_independent_walk_and_as_its_own_page_says() -> None:
    step, debts = lesson.find("divide"), divide.household(ON)
    assert step is not None and debts.household is not None
    order, paid = [str(number) for number in debts.accounts], {}
    for way in Way:
        _, courses, _, _ = simulate(debts.household, debts.as_of, "2000", str(way), order, {}, 3, 120)
        paid[str(way)] = Decimal(sum(paid for _, paid, *_ in courses.values())) / 100
    assert divide.paid_by_way(ON) == paid
    assert truth(step, account("job"), ON) == min(paid, key=lambda way: paid[way]) == "dearest"  # as its words say
    assert debts.compare().ties == (Way.DEAREST,) and set(step.options) == paid.keys() - {"own"}


def test_every_common_mistake_names_rules_of_the_shelf() -> None:
    assert all(step.rules for step in steps())
    assert {rule for step in steps() for rule in step.rules} <= LAW.rules.keys()


def test_a_claim_to_discuss_is_guessed_as_its_card_judges_it() -> None:
    held = account("job")
    for step in lesson.of_cards(CLAIMS.cards):
        asked = question(step, held, ON)
        assert asked.bin(truth(step, held, ON)) == str(CLAIMS.card(step.own["card"]).verdict)
    assert lesson.of_cards(["", "V0", "](//e.co/a)"]) == ()


def test_where_two_offers_cost_the_same_both_are_right() -> None:
    step, held = lesson.find("offer"), account("job")  # neither waives anything: 6,791.25 either way
    assert step is not None and {held.settled[letter].altogether for letter in "ab"} == {Decimal("6791.25")}
    assert truths(step, held, ON) == ("a", "b")


@pytest.mark.parametrize("story", list(stories()))
def test_of_what_the_lesson_offers_paying_at_once_costs_least(story: str) -> None:
    step, held = lesson.find("offer"), Account(lesson.person(story, ON))
    assert step is not None and held.case.story == story
    told, debt = lesson.sums(step, held, ON), float(held.ledger.total)
    level = debt * 0.01 / (1 - 1.01**-24)  # 24 months at 12 % a year
    assert abs(float(told["b"] - told["a"]) - (24 * level - debt)) < 24 * 0.005 + 0.01
    # A guarantor who has paid the lender asks for nothing more: there a year costs nothing either.
    assert truths(step, held, ON) == (("a", "w") if story == "guarantor" else ("a",))


def test_a_case_of_ones_own_gets_no_offer_of_the_lesson() -> None:
    own, _ = read({"principal": "1000", "due_on": "2026-06-10", "missed": "1", "rate": "18"}, ON)
    assert lesson.offered(own, ON) == own
    assert lesson.offered(read({"story": "job"}, ON)[0], ON) == lesson.person("job", ON)


def test_with_another_person_every_question_of_a_room_begins_anew() -> None:
    rooms, owner = Rooms(Memory(), lambda: datetime(2026, 6, 30, tzinfo=UTC)), "facilitator-0123"
    code = rooms.open(owner, "job").code
    rooms.ask(code, owner, question(steps()[0], account("job"), ON))
    rooms.guess(code, "phone-0123456789", "7000")
    rooms.close(code, owner)
    assert rooms.lead(code, owner, story="job", step="offer").counts("grow") is not None
    assert rooms.lead(code, owner, story="illness").counts("grow") is None


@pytest.mark.parametrize("story", list(stories()))
def test_the_year_of_the_first_question_adds_up_to_its_answer(story: str) -> None:
    held, year = account(story), grow.year(account(story))
    assert year is not None and sum(year.parts.values()) == year.grows
    assert str(held.ledger.total + year.grows + year.falls_due) == truth(steps()[0], held, ON)


def test_the_sentences_of_the_first_question_follow_the_case() -> None:
    told = {}
    for story in ("job", "illness", "guarantor"):
        year = grow.year(account(story))
        assert year is not None
        told[story] = (year.says, year.shows, year.mistake)
    assert told == {
        "job": ("say", "show", "mistake"),
        "illness": ("say_due", "show_below", "mistake_compound"),
        "guarantor": ("say_still", "show_no_line", "mistake"),
    }
