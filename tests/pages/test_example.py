"""An example's figures are marked where they leave the app, and a person's own never are."""

from __future__ import annotations

import pytest

from overdue.casefile import STORIES, read, stories, write
from overdue.ui import state
from tests.pages.conftest import said

MARK = "示例 · Example"
# Pages whose files and copied texts hold figures of the case, and the question that shows each.
FILES = {"credit": ("how",), "timeline": ("calendar",), "penalty": ("how",), "proposals": ("how",)}


def taken(visit, page, given):
    """Every text to copy on a page: the twins of its files among them."""
    texts = []
    for name in FILES[page]:
        at = visit(page, **given, open=name)
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
