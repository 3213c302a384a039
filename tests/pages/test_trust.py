"""What the page on how this was made says is so, and it is one tap from every page."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from overdue.law import LAW
from overdue.model import Standing
from overdue.ui.trust import EXAMPLES
from overdue.words import Lang, words
from tests.pages.conftest import said

PUBLISHED = Path(__file__).parents[1] / "published"


def test_as_many_published_examples_are_tried_as_it_says():
    held = (tomllib.loads(path.read_text(encoding="utf-8")) for path in PUBLISHED.glob("*.toml"))
    assert sum(len(each["case"]) for each in held) == EXAMPLES


@pytest.mark.parametrize("lang", list(Lang))
def test_nobody_has_signed_and_it_says_so_first(visit, lang):
    w = words(lang)
    at = visit("trust", lang=lang, open="signed")
    assert w("trust.signed.text") in said(at)
    assert next(fold.label for fold in at.expander) == w("trust.q.signed")
    assert "12348" in said(at) and "12348" in LAW.rules["HOT-5"].title.zh


@pytest.mark.parametrize("lang", list(Lang))
def test_the_shelf_is_counted_by_how_sure_each_rule_is(visit, lang):
    told = said(visit("trust", lang=lang, open="rules"))
    for standing in Standing:
        assert str(sum(rule.standing is standing for rule in LAW.rules.values())) in told
    assert words(lang).day(max(rule.checked for rule in LAW.rules.values())) in told


def test_every_reading_and_every_assumption_is_named(visit):
    w = words(Lang.ZH)
    read = said(visit("trust", open="readings"))
    for name, rule in LAW.rules.items():
        assert (w.text(rule.title) in read) is (rule.standing is Standing.READING), name
    assumed = said(visit("trust", open="unverified"))
    assert all(w.text(each.name) in assumed and w.text(each.why) in assumed for each in LAW.assumptions.values())


@pytest.mark.parametrize("page", ["home", "penalty", "sources"])
def test_it_is_one_tap_from_every_page(visit, page):
    doors = [door.proto.page for door in visit(page).get("page_link")]
    assert "trust" in doors
