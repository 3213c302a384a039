"""An example's figures are marked where they leave the app, and a person's own never are."""

from __future__ import annotations

from datetime import timedelta

import pytest

from overdue.casefile import STORIES, read, stories, write
from overdue.periods import add_period
from overdue.ui import state
from overdue.words import Lang, words
from tests.pages.conftest import moved, said

MARK = "示例 · Example"
# Pages whose files and copied texts hold figures of the case, and the question that shows each.
FILES = {"credit": ("how",), "timeline": ("calendar",), "penalty": ("how",), "proposals": ("how",), "debts": ("take",)}

FOLDED = {"penalty": "penalty_csv_twin"}  # whose copy is made once it is opened


def taken(visit, page, given):
    """Every text to copy on a page: the twins of its files among them."""
    texts = []
    for name in FILES[page]:
        at = visit(page, **given, open=name)
        if page in FOLDED:
            at.session_state[FOLDED[page]] = True
            at.run()
        texts += [code.value for code in at.code if code.value.startswith(("#", "BEGIN"))]
    return texts


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("page", list(FILES))
def test_every_file_of_an_example_says_so(visit, page, lang):
    texts = taken(visit, page, {"story": "illness", "lang": lang})
    assert texts and all(MARK in text for text in texts)
    own = dict(stories()["illness"], principal="2500.01", lang=lang)
    assert not [text for text in taken(visit, page, own) if MARK in text]


@pytest.mark.parametrize("code", STORIES)
def test_an_example_stays_one_through_an_address_and_ends_with_a_figure_of_ones_own(code):
    case, _ = read({"story": code}, state.today())
    assert read(write(case), state.today())[0].story == code
    assert read(write(case) | {"principal": "1.01"}, state.today())[0].story is None


def test_one_story_at_a_time_stands_in_the_frame(visit):
    at = visit("penalty", lang="en")
    assert at.session_state["case"].story == "job" and "Example" in said(at)


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("page", ["home", "penalty", "proposals", "credit"])
def test_the_label_itself_names_whose_figures_an_example_has_and_leads_to_ones_own(visit, page, lang):
    at, w = visit(page, lang=lang), words(lang)
    name = w("home.name.job")
    assert [m for m in at.markdown if w("common.example", name=name) in m.value]
    assert [c for c in at.caption if c.value.startswith(w("common.labelled", label=name, value=""))]
    assert w("pages.entry.door") in [link.proto.label for link in at.get("page_link")]


def test_a_day_of_ones_own_ends_the_example_on_the_record(visit):
    at = visit("credit", lang="en")
    example = words(Lang.EN)("common.example", name=words(Lang.EN)("home.name.job"))
    assert example in said(at)
    at.button(key="own_60").click().run()
    case = at.session_state.case
    assert case.story is None and case.principal is None and case.pay_on == state.today() + timedelta(days=60)
    gone = add_period(case.pay_on, years=5) + timedelta(days=1)
    assert example not in said(at) and moved(at, case.pay_on.isoformat()).startswith(words(Lang.EN).day(gone))
    assert not at.exception


def test_whoever_was_made_an_offer_may_look_at_an_example_first(visit):
    at = visit("entry", lang="en", to="proposals")
    assert words(Lang.EN)("entry.how_offer") in said(at) and "6,791" not in said(at)
    at.button(key="entry_example").click().run()
    assert at.session_state.case.story == "job" and not at.exception
