"""What CONTRIBUTING's recipes ask for, and in words what is missing where one was not followed to its end."""

from __future__ import annotations

import inspect
import re
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from overdue.bill import search
from overdue.bill.course import Charging, Courses, Sums
from overdue.bill.readings import BASES, COMPOUNDS, RULES, Name, Reading, readings_of, ways
from overdue.bill.walk import walk
from overdue.casefile.entered_offer import KINDS, usual
from overdue.casefile.offers import ITEMS
from overdue.claims import CLAIMS
from overdue.claims.cards import Topic
from overdue.law import LAW
from overdue.model import Instalment, Order, Penalty
from overdue.negotiation.letters import _RULES as LETTER_RULES
from overdue.negotiation.paragraphs import LetterKind as Letter
from overdue.proposal import Offer
from overdue.proposal.terms import OfferKind
from overdue.search import ANSWERS, DOORS, PARTS, places
from overdue.tables import sources as tables
from overdue.ui.bar import FURTHER
from overdue.ui.proposals.sides import CONDITIONS, POINTS, SIDES
from overdue.words import pairs, placeholders
from tests.cases import loan

ROOT = Path(__file__).parents[1]
WORDS = "overdue/words"
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
HERE = ROOT / "tests"
TESTS = {path.relative_to(HERE).as_posix(): path.read_text(encoding="utf-8") for path in HERE.glob("**/test_*.py")}
LETTER = ("label", "use", "title", "to", "open", "ask", "close")
SOURCES_ONLY = (ROOT / "tests/sources_only.txt").read_text(encoding="utf-8").split()
UI = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "overdue/ui").rglob("*.py")))
# What the search would show without a title: nothing is found until it is written.
UNTITLED = sorted({key for _, _, key in PARTS.values()} - pairs().keys())
# Every id of a rule that code or a claim names.
NAMED = {
    id_
    for path in [*(ROOT / "overdue").rglob("*"), *(ROOT / "pages").glob("*.py")]
    if path.suffix in {".py", ".toml"} and (path.parent.name != "law" or path.name == "lines.py")
    for id_ in re.findall(r"\b[A-Z]+-\d+\b", path.read_text(encoding="utf-8"))
}
# Reached from the bar's name, from the doors of the first screen, or from the figures; not from the menu.
NOT_IN_MENU = {"home", "handout"}


def none(missing: list[str]) -> None:
    """Each line of ``missing`` says what to write, and where."""
    assert not missing, "\n".join(["", *missing])


def words_for(section: str, *keys: str) -> list[str]:
    return [f"write its sentence {key} in {WORDS}/{section}.toml" for key in keys if key not in pairs()]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole(name):
    missing = words_for("pages", f"pages.{name}.menu", f"pages.{name}.door") + words_for(name, f"{name}.title")
    behind_a_door = {page for page, _ in DOORS.values()}
    if name not in {*FURTHER, *behind_a_door, *ANSWERS.values(), *NOT_IN_MENU}:
        missing.append(f"no way leads to pages/{name}.py: add it to FURTHER in overdue/ui/bar.py")
    if not UNTITLED and name != "home" and name not in {place.page for place in places()}:
        missing.append(f"the search does not know {name}: add it to PARTS in overdue/search.py")
    script = (ROOT / f"pages/{name}.py").read_text(encoding="utf-8")
    if "frame.guard()" not in script:
        missing.append(f"pages/{name}.py does not begin with frame.guard(): a deep link to it would have no frame")
    if f'opening("{name}")' in UI:
        missing += words_for(name, f"{name}.next")
    if not any(f'visit("{name}"' in text for text in TESTS.values()):
        missing.append(f'no test opens it: write tests/pages/test_{name}.py with visit("{name}")')
    none(missing)


def test_what_is_in_the_menu_and_behind_doors_is_a_page():
    named = {*FURTHER, *(page for page, _ in DOORS.values())}
    none([f"there is no pages/{name}.py, and a menu or a door leads to it" for name in sorted(named - set(PAGES))])


def test_what_the_search_finds_has_a_title():
    none([line for key in UNTITLED for line in words_for(key.split(".")[0], key)])


@pytest.mark.parametrize("name", LAW.rules)
def test_a_rule_is_whole(name):
    rule, law = LAW.rules[name], TESTS["test_law.py"]
    missing = [
        f'copy its value by hand from the document into VALUES of tests/test_law.py: ("{name}", "{value}", day, value)'
        for value in rule.values
        if not re.search(rf'"{name}",\s*"{value}"', law)
    ]
    named = name in NAMED
    if named == (name in SOURCES_ONLY):
        said = "take its id out of" if named else "no code and no claim names it: if a sentence is to tell its value, a"
        said += (
            "" if named else " line in _HELD of overdue/milestones/numbers.py gives it a {name}; else write its id into"
        )
        missing.append(f"{said} tests/sources_only.txt ({name})")
    kind, number = name.split("-")
    last = re.search(rf'"{kind}": (\d+),', law)
    if last is None or int(last[1]) < int(number):
        missing.append(f'count it in ROWS of tests/test_law.py: "{kind}": {number}')
    for known, value in rule.values.items():
        if tables.told(value):
            missing += words_for("sources", f"sources.name.{known}")
        unit = "sources.unit." + re.sub(r"[^a-z0-9]+", "_", value.unit.lower())
        missing += words_for("sources", unit)
    none(missing)


def test_a_topic_of_rules_is_whole():
    none(words_for("sources", *(f"sources.q.{name}" for name in sorted({rule.topic for rule in LAW.rules.values()}))))


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_proposal_is_whole(kind):
    sort = KINDS[kind]
    waives = ("waived", "partly") if "penalty" in sort.figures else ()
    how = [f"{where}.{kind}_{how}" for where in ("says", "strips") for how in ("plain", *waives)]
    points = [f"points.{kind}.{side}_{number}" for side in SIDES for number in POINTS]
    told = (f"name.{kind}", f"start.add_{kind}", *how, *points)
    missing = words_for("proposals", *(f"proposals.{key}" for key in told))
    for asked in (*sort.asked, *sort.further):
        if not any(f"proposals.term.{own}" in pairs() for own in (asked, f"{asked}_{kind}")):
            missing.append(f"the figure {asked} has no label: proposals.term.{asked} in {WORDS}/proposals.toml")
        if asked not in {figure for figure, _ in ITEMS.values()} | {"monthly"}:
            missing.append(f"the figure {asked} has no letter in a code: ITEMS in overdue/casefile/offers.py")
    if [other for other, held in KINDS.items() if held.letter == sort.letter] != [kind]:
        missing.append(f"the letter {sort.letter} of {kind} in a code is taken: choose another in casefile/terms.py")
    if kind not in CONDITIONS:
        missing.append(f"what would make it the better one: CONDITIONS in overdue/ui/proposals/sides.py ({kind})")
    if not any(re.search(rf"\b[c-f]:{sort.letter}\b", text) for text in TESTS.values()):
        missing.append(f"no test opens the page with it: tests/pages/test_proposals.py, offers=c:{sort.letter}…")
    for key in how:
        held = pairs().get(f"proposals.{key}")
        for name in sorted(placeholders(held.zh) - {"months", "share"}) if held else ():
            missing.append(
                f"proposals.{key} asks for {{{name}}}: `said` of overdue/tables/offers.py tells months, share"
            )
    none(missing)


def test_the_kinds_of_offers_are_those_that_can_be_entered():
    offers, named = {offer.kind for offer in get_args(Offer)}, set(get_args(OfferKind))
    missing = [f"no class of Offer in overdue/proposal/offers.py is a {kind}" for kind in sorted(named - offers)]
    missing += [f"name {kind} in OfferKind of overdue/proposal/terms.py" for kind in sorted(offers - named)]
    missing += [f"nobody can enter a {kind}: KINDS of casefile/entered_offer.py" for kind in named - {"wait", *KINDS}]
    for kind, sort in KINDS.items():
        if (made := sort.makes(usual(kind, date(2026, 6, 30))).kind) != kind:
            missing.append(f"what KINDS makes of a {kind} is a {made}: overdue/casefile/entered_offer.py")
    none(missing)


@pytest.mark.parametrize("offer", get_args(Offer), ids=lambda offer: offer.__name__)
def test_an_offer_of_the_domain_is_public_and_published(offer):
    import overdue

    missing = [] if offer.__name__ in overdue.__all__ else [f"add {offer.__name__} to overdue/__init__.py"]
    if f"{offer.__name__}(" not in TESTS["test_proposal.py"]:
        missing.append(f"no test settles a {offer.__name__}: tests/test_proposal.py")
    none(missing)


# What every reading has something to bear on: interest and fees late, a month to come, no raise entered.
RICH = loan(
    penalty=Penalty(),
    instalments=[Instalment(due_on=date(2026, m, 10), principal="1000", interest="90", fee="30") for m in (1, 2, 7)],
)
COURSES = Courses(date(2026, 6, 30), (), Order.LEGAL)


def lines_by(reading: Reading) -> set[Sums]:
    return {sums for way in ways(reading, COURSES) for sums in walk(COURSES.of(reading.loan), way)}


@pytest.mark.parametrize("name", get_args(Name))
def test_a_reading_of_a_bill_is_whole(name):
    by_value = {"base": BASES, "compound": [rest if kind == "all" else kind for kind, rest in COMPOUNDS]}
    told = [f"bill.differs.{name}_{value}" for value in by_value.get(name, ())] or [f"bill.differs.{name}"]
    missing = words_for("bill", *told, f"bill.ask.{name}")
    plain, *others = readings_of(RICH, COURSES, date(2026, 1, 10))
    alone = [reading for reading in others if {difference.name for difference in reading.differs} == {name}]
    if not alone:
        missing.append(f"{name} is tried on no bill: give readings_of its option, RICH here what it is tried on")
    if any(lines_by(reading) <= lines_by(plain) for reading in alone):
        missing.append(f"{name} moves no figure of RICH: give RICH what it bears on, or say it in ways (a field of")
        missing.append("Charging in course.py) and walk it in walk.py, or let Course take it from the loan")
    if not any(f'"{name}"' in text for text in (*TESTS.values(), (ROOT / "tests/bills.py").read_text("utf-8"))):
        missing.append(f"no bill is made by it apart from our code: tests/bills.py ({name})")
    if name not in RULES:
        missing.append(f"say which rules it rests on, or none: RULES in overdue/bill/readings.py ({name})")
    held = RULES.get(name, ())
    missing += [f"{name} rests on {rule}, which is not on the shelf" for rule in held if rule not in LAW.rules]
    none(missing)


def test_the_search_orders_the_ways_by_all_that_they_charge():
    """The two rates stand in its order as one."""
    told = inspect.getsource(search._charges) + inspect.getsource(search._Way)
    named = [field.name for field in fields(Charging) if field.name not in ("penalty", "contract")]
    none([f"add terms.{name} to _charges in overdue/bill/search.py" for name in named if f"terms.{name}" not in told])


@pytest.mark.parametrize("card", CLAIMS.cards.values(), ids=lambda card: card.id)
def test_a_claim_is_whole(card):
    missing = [f"{card.id} rests on {rule}, which is not on the shelf" for rule in card.rules if rule not in LAW.rules]
    if not card.rules and card.no_rule is None:
        missing.append(f"{card.id} names no rule: give rules, or no_rule with scope and day of search")
    missing += words_for("claims", f"claims.topic.{card.topic}", f"claims.verdict.{card.verdict}")
    none(missing)


def test_a_topic_of_claims_has_its_file():
    files = {path.stem for path in (ROOT / "overdue/claims").glob("*.toml")}
    none([f"there is no overdue/claims/{topic}.toml" for topic in Topic if topic not in files])


@pytest.mark.parametrize("kind", Letter)
def test_a_letter_is_whole(kind):
    missing = words_for("letters", *(f"letters.{kind}.{part}" for part in LETTER), f"letters.note.{kind}")
    opening = pairs().get(f"letters.{kind}.open")
    if opening and not {"name", "contract"} <= placeholders(opening.zh):
        missing.append(f"letters.{kind}.open says who writes about which contract: {{name}}, {{contract}}")
    if not LETTER_RULES.get(kind):
        missing.append(f"say which rules it rests on: _RULES in overdue/negotiation/letters.py ({kind.name})")
    if f"LetterKind.{kind.name}" not in TESTS["test_letters.py"] + TESTS["test_negotiation.py"]:
        missing.append(f"no test writes it: tests/test_letters.py, LetterKind.{kind.name}")
    none(missing)
