"""The workshop without a browser: the plan, the stage without a form or a foot, a room that is not there."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest

from overdue.ui.workshop import hall
from overdue.words import Lang
from tests.pages.conftest import said


@pytest.mark.parametrize("lang", list(Lang))
def test_the_plan_opens_in_every_script(visit, lang):
    at = visit("workshop", lang=str(lang))
    assert "{" not in said(at)
    assert len([e for e in at.expander if e.proto.label.startswith(("1.", "8."))]) == 2


@pytest.mark.parametrize("page", ["penalty", "proposals", "credit", "court", "claims", "debts", "workshop"])
def test_on_stage_there_is_no_foot_and_no_list_of_questions(visit, page):
    at = visit(page, story="job", stage="1", step="grow")
    assert not at.exception and not [e for e in at.expander if str(e.key or "").startswith("q_")]
    assert "不是法律意见" not in said(at)
    assert any(button.key == "mask" for button in at.button)


def test_the_mask_takes_the_sum_out_of_the_headline_and_stands_in_the_address(visit):
    at = visit("penalty", story="job", stage="1", step="grow")
    assert any(c.isdigit() for c in at.title[0].value)
    at.button(key="mask").click().run()
    assert not any(c.isdigit() for c in at.title[0].value) and "mask" in at.query_params
    assert not any(c.isdigit() for c in visit("workshop", story="job", stage="1", step="grow", mask="1").title[0].value)


def test_the_last_place_says_what_to_take_home_and_asks_nothing(visit):
    at = visit("workshop", story="job", stage="1", step="end", form="short")
    assert at.title[0].value == "今天带走这三句" and "不付钱" in said(at)
    assert not [b for b in at.button if b.key in ("mask", "room_close", "open_room")]


def test_the_phone_of_a_listener_has_nothing_to_clear_and_no_way_to_the_plan(visit):
    room = hall.rooms().open("facilitator-0123456", "job")
    hall.rooms().lead(room.code, room.owner, step="end")
    for own in ({"room": room.code}, {"view": "play", "story": "job"}):
        at = visit("workshop", **own)
        at.session_state["token"] = "phone-token-012345"
        at.run()
        assert not at.exception and not at.warning
        assert not [b for b in at.button if b.key == "clear_yes"]
        assert not [link for link in at.get("page_link") if link.proto.label == "回到教案"]
    assert [b for b in visit("workshop", story="job").button if b.key == "clear_yes"]


def test_a_phone_stays_in_its_room_until_that_is_over(visit):
    room = hall.rooms().open("facilitator-0123456", "job")
    at = visit("workshop", room=room.code)
    at.session_state["token"] = "phone-token-012345"
    at.run()
    name = next(link for link in at.get("page_link") if link.proto.page == "workshop")
    assert ("room", room.code) in _keys(name)
    del at.query_params["room"]
    assert f"房间 {room.code}" in said(at.run()) and "多数人会答错" not in said(at)
    at.switch_page("pages/glossary.py").run()
    name = at.get("page_link")[0]  # at the top of another page: back into the room
    assert room.code in name.proto.label and ("room", room.code) in _keys(name)
    at.switch_page("pages/workshop.py").run()
    hall.rooms().end(room.code, room.owner)
    for own in ({}, {"room": room.code}):
        for name, given in own.items():
            at.query_params[name] = given
        assert "课讲完了" in said(at.run()) and at.text_input(key="room_typed").value == "" and not at.warning


@pytest.mark.parametrize(("room", "sentence"), [("ACDEFG", "没有这个房间"), ("](//e.co/a)", "不像房间码")])
def test_a_room_that_is_not_there_is_a_sentence(visit, room, sentence):
    assert sentence in "\n".join(note.value for note in visit("workshop", room=room).warning)


def test_a_step_names_its_four_lines_and_the_rules_of_the_common_mistake(visit):
    text = said(visit("workshop", story="job", open="step_record"))
    assert all(field in text for field in ("问", "给看", "说", "多数人会答错")) and "（CR-2）" in text


@pytest.mark.parametrize(("form", "steps"), [("full", 8), ("short", 2)])
def test_the_plan_prints_with_every_step_open_and_nothing_to_press(visit, form, steps):
    at = visit("workshop", view="plan", story="job", form=form)
    assert len(at.subheader) == steps and said(at).count("**多数人会答错**") == steps == said(at).count("**答案**")
    # What the year and the record come to: 6,000 + 360 + 2,073.75 (worked out in the browser's lesson), and five years.
    assert "**答案** 8,433.75 元" in said(at) and "**答案** 5 年" in said(at)
    assert ("37,927.72" in said(at)) == ("7,672.47" in said(at)) == (form == "full")  # ways and offers with their sums
    assert not [e for e in at.expander if str(e.key or "").startswith("q_step")] and "示例" in said(at)


def test_cards_to_discuss_print_without_their_verdicts_until_the_last_page(visit):
    at = visit("workshop", view="cards", cards="V34.V76.](//e.co/a)")
    assert [e.value for e in at.header][:2] == [
        "1. 逾期上了征信，就不能坐飞机和高铁。",
        "2. 客服拒绝后，找“老师”就谈成了。",
    ]
    *before, answers = said(at).split("结论和依据")
    assert "JUD-14" in answers and not any("JUD-14" in text for text in before) and "e.co" not in said(at)


def test_a_claim_on_the_screen_shows_no_verdict_until_the_next_place(visit):
    own = {"stage": "1", "step": "card.v34", "cards": "V34.V76"}
    asked, told = visit("workshop", **own), visit("claims", card="V34", **own)
    assert "限制消费要先有生效判决" not in said(asked) and "限制消费要先有生效判决" in said(told)


@pytest.mark.parametrize("lang", list(Lang))
def test_playing_the_lender_tells_what_each_reply_did_and_at_the_end_all_of_them(visit, lang):
    at = visit("workshop", view="play", story="job", lang=str(lang), play="sorry.pay.writing")
    at.button(key="play_offer_nine").click().run()
    assert not at.exception and "{" not in said(at)
    assert all(f"（{rule}）" in said(at) or f"({rule})" in said(at) for rule in ("CC-10", "CC-7", "CC-17"))
    at.button(key="play_again").click().run()
    assert [b for b in at.button if b.key == "play_opening_record"]


@pytest.mark.parametrize(("story", "grows"), [("job", True), ("guarantor", False)])
def test_a_debt_that_no_longer_grows_is_not_said_to_grow_by_nothing(visit, story, grows):
    for talk in ("hang_up", "sorry.pay.borrow.transfer"):
        told = said(visit("workshop", view="play", story=story, play=talk))
        assert ("大约再多" in told) == grows and " 0.00 元" not in told


def test_before_anything_is_overdue_there_is_nothing_to_play(visit):
    at = visit("workshop", view="play", due_on="2027-01-10", as_of="2026-06-30")
    assert not [b for b in at.button if str(b.key).startswith("play_")]


def test_paper_and_back_keep_the_room_in_the_address(visit):
    for page, own in (("workshop", {"view": "plan"}), ("handout", {}), ("handout", {"of": "worksheet"})):
        at = visit(page, story="job", room="ACDEFG", **own)
        back = [link for link in at.get("page_link") if link.proto.page == "workshop"]
        assert any(("room", "ACDEFG") in _keys(link) for link in back)


def _keys(link):
    return dict(parse_qsl(link.proto.query_string.lstrip("?"))).items()


def test_a_code_is_typed_without_a_camera_and_a_wrong_one_stays_in_the_field(visit):
    at = visit("workshop", story="job")
    at.text_input(key="room_typed").input("zzzzzz").run()
    (note,) = at.warning
    assert "ACDEFGHJKMNPQRTUWXY" in note.value and at.text_input(key="room_typed").value == "zzzzzz"
    room = hall.rooms().open("facilitator-0123456", "job")
    at.text_input(key="room_typed").input(f" {room.code.lower()} ").run()
    assert (
        f"房间 {room.code}" in said(at) and not at.warning and not [e for e in at.text_input if e.key == "room_typed"]
    )


def test_a_question_nobody_answered_closes_only_when_asked_twice(visit):
    owner = "facilitator-0123456"
    room = hall.rooms().open(owner, "job")
    at = visit("workshop", story="job")
    at.session_state["token"] = owner
    del at.query_params["lang"]  # a link within the page brings its own keys alone
    for name, given in {"room": room.code, "stage": "1", "step": "record"}.items():
        at.query_params[name] = given
    at.run()
    at.button(key="room_close").click().run()
    assert hall.rooms().find(room.code).question is not None and "还没有人作答" in said(at)
    at.button(key="room_close").click().run()
    assert hall.rooms().find(room.code).question is None


def test_whole_years_are_counted_by_the_year_and_sums_from_their_lower_edge(visit):
    room = hall.rooms().open("facilitator-0123456", "job")
    at = visit("workshop", story="job", stage="1", step="record", room=room.code)
    at.session_state["token"] = room.owner
    at.run()
    for number, years in enumerate((0, 3, 4, 5, 5, 7, 10)):
        hall.rooms().guess(room.code, f"phone-token-{number:06}", str(years))
    hall.rooms().close(room.code, room.owner)
    drawn = at.run().session_state["move_tally_held"].packed.decode()
    spaces = ("少于 1 年", "1 到 2 年", "3 到 4 年", "5 年 (答案)", "6 到 9 年", "10 年及以上")
    bins = [f"{space}: {count} 人" for space, count in zip(spaces, (1, 0, 2, 2, 1, 1), strict=True)]
    assert " · ".join(bins) in drawn


def test_where_no_further_room_can_be_opened_the_screen_says_so(visit, monkeypatch):
    monkeypatch.setattr("overdue.rooms.rooms.MOST_ROOMS", 0)
    at = visit("workshop", story="job", stage="1", step="record")
    at.session_state["token"] = "facilitator-0123456"
    at.run().button(key="open_room").click().run()
    assert any("房间太多" in note.value for note in at.warning)


def test_a_case_that_owes_nothing_is_said_to_have_nothing_to_guess(visit):
    paid = {
        "principal": "1000",
        "interest": "0",
        "due_on": "2026-06-10",
        "missed": "1",
        "rate": "18",
        "as_of": "2026-06-30",
    }
    at = visit("workshop", lender="bank", **paid, uplift="50", paid="20260610:1000")
    assert "没有可猜的" in said(at) and "0.00 元。一年不还" not in said(at)


def test_the_first_step_tells_what_grows_and_what_falls_due_apart(visit):
    text = said(visit("workshop", story="illness", open="step_grow"))
    # Of 6,850.03 more in a year 2,530 is four contract sums of 632.50 falling due.
    assert "4,320.03" in text and "2,530" in text and "本金没有变" not in text and "默认不再生息" not in text


def test_on_stage_the_day_of_the_question_is_a_stop_of_the_picture(visit):
    at = visit("penalty", story="job", stage="1", step="grow")
    assert at.session_state["move_pay_on_held"].values[-1] == "2027-06-30"


def test_without_a_case_the_first_step_names_no_sum(visit):
    text = said(visit("workshop", lender="platform", open="step_grow"))
    assert "{" not in text and "是算得出来的" in text and "本金没有变" not in text
