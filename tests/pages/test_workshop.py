"""The workshop without a browser: the plan, the stage without a form or a foot, a room that is not there."""

from __future__ import annotations

import pytest

from overdue.words import Lang
from tests.pages.conftest import said


@pytest.mark.parametrize("lang", list(Lang))
def test_the_plan_opens_in_every_script(visit, lang):
    at = visit("workshop", lang=str(lang))
    assert "{" not in said(at)
    assert len([e for e in at.expander if e.proto.label.startswith(("1.", "7."))]) == 2


@pytest.mark.parametrize("page", ["penalty", "proposals", "credit", "court", "claims", "workshop"])
def test_on_stage_there_is_no_foot_and_no_list_of_questions(visit, page):
    at = visit(page, story="job", stage="1", step="grow")
    assert not at.exception and not [e for e in at.expander if str(e.key or "").startswith("q_")]
    assert "不是法律意见" not in said(at)
    assert any(button.key == "mask" for button in at.button) == (page != "workshop")


@pytest.mark.parametrize(("room", "sentence"), [("ACDEFG", "没有这个房间"), ("](//e.co/a)", "不像房间码")])
def test_a_room_that_is_not_there_is_a_sentence(visit, room, sentence):
    assert sentence in "\n".join(note.value for note in visit("workshop", room=room).warning)
