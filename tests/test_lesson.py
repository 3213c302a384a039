"""The lesson: minutes that add up, words for every step, and a truth that is the rule's or the account's own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from overdue import lesson
from overdue.account import Account
from overdue.casefile import read, stories
from overdue.lesson import FORMS, question, steps, truth
from overdue.words import pairs

ON = date(2026, 11, 29)
FIELDS = ("name", "ask", "show", "say", "mistake")


def account(story: str) -> Account:
    return Account(read({"story": story}, ON)[0])


def test_each_form_lasts_as_long_as_it_says() -> None:
    assert [sum(s.minutes[form] for s in lesson.lesson(form)) for form in FORMS] == [45, 30, 10]


def test_every_step_and_answer_has_its_words() -> None:
    wanted = {f"workshop.step.{step.id}.{field}" for step in steps() for field in FIELDS}
    wanted |= {f"workshop.option.{option}" for step in steps() for option in step.options}
    wanted |= {f"workshop.unit.{step.id}" for step in steps() if step.kind == "number" and not step.shares}
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
    assert (told["record"], told["court"], told["call"], told["scam"]) == ("5", "15", "no", "no")
    # Six instalments of 1,000 overdue from the 10th of January to June at 18 % x 1.5 / 360, seen a year on.
    days = [(date(2027, 6, 30) - date(2026, month, 10)).days for month in range(1, 7)]
    penalty = sum(Decimal(1000) * Decimal("0.27") * n / 360 for n in days)
    assert Decimal(told["grow"]) - held.ledger.principal - held.ledger.interest == round(penalty, 2)
