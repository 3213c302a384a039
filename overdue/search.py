"""Where the product answers what, and finding it: doors, parts, questions, claim cards, rules and terms.

Every place has an address (a page and that page's own keys). What a person types is compared in one plain
spelling, so Simplified, Traditional and English find alike; ``words/search.toml`` adds what people say instead
of our words.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache, lru_cache

from overdue.claims import CLAIMS
from overdue.law import LAW
from overdue.model import Text
from overdue.words import pairs
from overdue.words.script import fold

MOST = 8  # hits shown
LONGEST = 60  # characters of a search that are looked at
KNOWN = 0.15  # of the pieces of a search must occur anywhere at all
ENOUGH = 0.6  # of those, weighed by how rare they are, must be found in one place; half, if there is none
LONG, NEAR = 5, 0.8  # a word so long may be mistyped, and is then so near to the one that is meant
ITSELF = 0.25  # what a place itself is called comes before a door that people call so, and after one called so itself
A_DOOR = 0.25  # is enough for a door or a part: it is meant for many words
A_MESSAGE = 10  # characters: so long a search tells of more than one thing, and a word by which one is called is enough


class PlaceKind(StrEnum):
    """What sort of place was found."""

    DOOR = "door"
    PART = "part"
    QUESTION = "question"
    CARD = "card"
    TERM = "term"
    RULE = "rule"


# How far from a person's need each kind is: a door that fits as well as a rule comes first.
NEED = {
    PlaceKind.DOOR: 0.0,
    PlaceKind.PART: 0.2,
    PlaceKind.QUESTION: 0.3,
    PlaceKind.CARD: 0.7,
    PlaceKind.TERM: 0.8,
    PlaceKind.RULE: 1.0,
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place with an address: ``own`` are the page's own keys; ``name`` finds it in ``words/search.toml``."""

    kind: PlaceKind
    name: str
    page: str
    own: tuple[tuple[str, str], ...]
    title: Text
    says: str = ""


# The situations a person comes with, each with the page and the part that answers it.
DOORS: dict[str, tuple[str, dict[str, str]]] = {
    "owed": ("entry", {}),
    "calls": ("timeline", {"part": "calls"}),
    "summons": ("timeline", {"part": "court"}),
    "offer": ("entry", {"to": "proposals"}),
    "debts": ("debts", {}),
    "bill": ("bill", {}),
    "record": ("credit", {}),
    "scam": ("claims", {"view": "reader"}),
    "letter": ("negotiate", {"talk": "write"}),
    "help": ("timeline", {"part": "help"}),
}
# Where the questions lead, once the figures are there.
ANSWERS = {"owed": "penalty", "offer": "proposals"}
# Pages and parts behind no door, and where their titles stand.
PAGES = ("penalty", "proposals", "timeline", "negotiate", "court", "claims", "sources", "glossary", "trust", "privacy")
PARTS: dict[str, tuple[str, dict[str, str], str]] = {
    **{name: (name, {}, f"pages.{name}.door") for name in (*PAGES, "handout")},
    "crime": ("timeline", {"part": "crime"}, "timeline.part.crime"),
    "message": ("timeline", {"part": "court", "held": "message"}, "lawsuit.held.message.name"),
    "complaint": ("timeline", {"part": "court", "held": "complaint"}, "lawsuit.held.complaint.name"),
    "judgment": ("timeline", {"part": "court", "held": "judgment"}, "lawsuit.held.judgment.name"),
    "mediation": ("timeline", {"part": "court", "held": "mediation"}, "lawsuit.held.mediation.name"),
    "order": ("timeline", {"part": "court", "held": "order"}, "lawsuit.held.order.name"),
    "call": ("negotiate", {"talk": "call"}, "negotiate.part.call"),
    "paper": ("negotiate", {"talk": "paper"}, "negotiate.part.paper"),
    "log": ("negotiate", {"talk": "log"}, "negotiate.part.log"),
    "stopped": ("glossary", {"open": "stopped"}, "glossary.stopped.term"),
    "wages": ("timeline", {"open": "wages"}, "timeline.q.wages"),
    "defaulters": ("timeline", {"part": "court", "open": "steps"}, "lawsuit.step.defaulters.name"),
    "guarantor": ("timeline", {"open": "outside"}, "help.outside.guarantor.label"),
}
# Sections of words whose questions stand on another page.
SECTIONS: dict[str, tuple[str, dict[str, str]]] = {
    "calls": ("timeline", {"part": "calls"}),
    "lawsuit": ("timeline", {"part": "court"}),
    "help": ("timeline", {"part": "help"}),
}
QUESTION = re.compile(r"(\w+)\.q\.(\w+)$")
TERM = re.compile(r"glossary\.(\w+)\.term$")
LATIN = re.compile(r"[a-z0-9]+")
HAN = re.compile(r"[\u3400-\u9fff]+")


@cache
def places() -> tuple[Place, ...]:
    """Every place that can be found."""
    return tuple(_places())


def _places() -> Iterator[Place]:
    held = pairs()
    for name, (page, own) in DOORS.items():
        says = held[f"home.door.{name}.says"]
        yield Place(PlaceKind.DOOR, name, page, tuple(own.items()), held[f"home.door.{name}.title"], both(says))
    for name, (page, own, key) in PARTS.items():
        yield Place(PlaceKind.PART, name, page, tuple(own.items()), held[key])
    for key, title in held.items():
        if asked := QUESTION.match(key):
            page, own = SECTIONS.get(asked[1], (asked[1], {}))
            yield Place(PlaceKind.QUESTION, f"{asked[1]}_{asked[2]}", page, (*own.items(), ("open", asked[2])), title)
        elif term := TERM.match(key):
            means = both(held[f"glossary.{term[1]}.means"])
            yield Place(PlaceKind.TERM, term[1], "glossary", (("open", term[1]),), title, means)
    for card in CLAIMS.cards.values():
        told = f"{both(card.says)} {both(card.do_now)}"
        yield Place(PlaceKind.CARD, card.id, "claims", (("card", card.id),), card.claim, told)
    for name, rule in LAW.rules.items():
        yield Place(PlaceKind.RULE, name, "sources", (("rule", name),), rule.title, both(rule.says))


def both(text: Text) -> str:
    """A pair in one text, for comparing."""
    return f"{text.zh} {text.en}"


def units(text: str) -> list[str]:
    """What a text is compared by: pairs of neighbouring Chinese characters, and words of the alphabet.

    >>> units("Fees of 2026")
    ['fees', 'of', '2026']
    """
    plain = fold(text)
    found = LATIN.findall(plain)
    for run in HAN.findall(plain):
        found += [run[at : at + 2] for at in range(max(1, len(run) - 1))]
    return found


@dataclass(frozen=True, slots=True)
class _Entry:
    place: Place
    title: str  # folded
    named: str  # title and what people say instead, folded
    near: frozenset[str]  # their units
    far: frozenset[str]  # units of what the place says
    called: tuple[str, ...]  # the words of a door or a part that people say instead


@cache
def _index() -> tuple[tuple[_Entry, ...], Counter[str]]:
    entries = []
    seen: Counter[str] = Counter()
    for place in places():
        also = pairs().get(f"search.also.{place.kind}.{place.name}")
        named = both(place.title) + (f" {both(also)}" if also else "")
        near = frozenset(units(named))
        said = fold(also.zh).split() if also and place.kind in (PlaceKind.DOOR, PlaceKind.PART) else ()
        called = tuple(word for word in said if len(word) > 1)
        entry = _Entry(place, fold(both(place.title)), fold(named), near, frozenset(units(place.says)), called)
        entries.append(entry)
        seen.update(entry.near | entry.far)
    return tuple(entries), seen


def find(asked: str) -> tuple[Place, ...]:
    """The places that answer a search, the nearest first; () for an empty one, at most eight.

    A place must hold most of what was asked; its title and what people say instead count more than its text.

    >>> [place.name for place in find("debt collectors call my mother")][:1]
    ['calls']
    """
    text = fold(asked.strip()[:LONGEST])
    wanted = list(dict.fromkeys(units(text)))
    wanted = [unit for unit in wanted if unit not in _idle()] or wanted
    entries, seen = _index()
    wanted = [_meant(unit, len(wanted) == 1) for unit in wanted]
    known = [unit for unit in wanted if seen[unit] or _begins(unit, seen)]
    if len(known) < KNOWN * len(wanted):
        known = []
    weights = {unit: math.log(1 + len(entries) / (1 + seen[unit])) for unit in known}
    whole = sum(weights.values()) or 1
    scored: list[tuple[float, int, float]] = []
    for number, entry in enumerate(entries):
        near = sum(weights[unit] for unit in known if unit in entry.near or _begins(unit, entry.near)) / whole
        far = sum(weights[unit] for unit in known if unit in entry.far) / whole
        said = bool(text) and text in entry.named
        told = len(text) >= A_MESSAGE and any(word in text for word in entry.called)
        near_enough = told or said or (entry.place.kind in (PlaceKind.DOOR, PlaceKind.PART) and near >= A_DOOR)
        own = ITSELF * (bool(text) and text in entry.title)
        scored.append(
            (NEED[entry.place.kind] - own - said - near - far / 2, number, 1 if near_enough else max(near, far))
        )
    for enough in (ENOUGH, ENOUGH / 2):
        found = [entries[number].place for _, number, held in sorted(scored) if held >= enough]
        if found:
            break
    nearest = {(place.page, place.own): place for place in reversed(found)}  # one address, one line
    return tuple(place for place in found if nearest[place.page, place.own] is place)[:MOST]


@cache
def _idle() -> frozenset[str]:
    return frozenset(units(both(pairs()["search.idle"])))


@lru_cache(1024)
def _meant(unit: str, alone: bool) -> str:
    """A piece that stands nowhere as the one it is nearest to: a word's stem, or with one letter or character amiss.

    Two characters are looked at only where they are all that was asked, and among what doors and parts are called.
    """
    entries, seen = _index()
    if seen[unit] or _begins(unit, seen) or unit in _idle():
        return unit
    if alone and len(unit) == 2 and HAN.match(unit):
        called = [e.near for e in entries if e.place.kind in (PlaceKind.DOOR, PlaceKind.PART)]
        near = {
            one for names in called for one in names if len(one) == 2 and (one[0] == unit[0]) != (one[1] == unit[1])
        }
        return max(sorted(near), key=lambda one: seen[one], default=unit)
    if len(unit) < LONG or not LATIN.match(unit):
        return unit
    return next(iter(get_close_matches(unit, [word for word in seen if LATIN.match(word)], 1, NEAR)), unit)


def _begins(unit: str, among: Iterable[str]) -> bool:
    """Whether a word begins one of theirs: "summon" finds "summons"; a lone character is found inside."""
    if len(unit) == 1 and HAN.match(unit):
        return any(unit in other for other in among)
    return len(unit) > 2 and bool(LATIN.match(unit)) and any(other.startswith(unit) for other in among)
