"""The picture of fixed days: each mark tells its own day, in every script, and is where a tap on its row goes."""

from __future__ import annotations

from datetime import date

import pytest

from overdue.account import Account
from overdue.casefile import STORIES, read
from overdue.tables import dated
from overdue.tables import timeline as tables
from overdue.tables.moving import MOST_BYTES, plain
from overdue.words import Lang, words
from tests.told import told


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("story", STORIES)
def test_each_mark_tells_its_own_day(story, lang):
    account, w = Account(read({"story": story, "lang": lang}, date(2026, 11, 22))[0]), words(lang)
    found, held = tables.fixed(account.milestones), tables.facts(w, account.as_of)
    moving = dated.moving(found, account.as_of, w, held)
    packed = moving.packed()
    said = told(packed)
    assert len(packed) <= MOST_BYTES and len(said) == len(found) + 1
    assert dated.at(found, account.as_of) in said
    for m in found:
        for piece in (tables.when(m, w), tables.says(m, "name", w, held), tables.says(m, "what", w, held)):
            assert plain(piece) in said[m.key]
    assert w.day(account.as_of) in said[dated.LOOKED]
    rows = [shape for shape in moving.pictures[0].shapes if "g" in shape]
    assert sorted(shape["y"] for shape in rows) == [shape["y"] for shape in rows]
    assert [shape["g"] for shape in rows] == list(range(len(moving.stops)))
