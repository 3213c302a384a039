"""The way in to one's own figures, without a browser: nothing of an example, the total at every step."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest

from overdue.periods import add_period
from overdue.ui import state
from overdue.words import Lang, words
from tests.cases import LINK as CASE
from tests.pages.conftest import said


@pytest.mark.parametrize("lang", list(Lang))
def test_one_begins_with_nothing_and_nothing_is_claimed(visit, lang):
    at = visit("entry", lang=lang)
    assert at.text_input(key="due_on").value == "" and at.number_input(key="principal").value is None
    told = said(at)
    assert words(lang)("entry.first") in told
    assert "1,000" not in told and words(lang)("home.name.job") not in told


def test_the_total_follows_every_step_and_waiting_is_one_tap(visit):
    today = state.today()
    due = add_period(today, months=-2)
    at = visit("entry", lang="en")
    at.text_input(key="due_on").set_value(str(due)).run()
    at.number_input(key="principal").set_value(1000.0).run()
    told = words(Lang.EN)("entry.how_many")
    assert told in said(at) and "1,000.00 yuan" not in said(at)  # no count was said, so no sum is claimed
    at.number_input(key="interest").set_value(90.0).run()
    at.number_input(key="rate").set_value(18.0).run()
    at.get("segmented_control")[[c.key for c in at.get("segmented_control")].index("entry_later")].set_value(
        "more"
    ).run()
    assert at.number_input(key="missed").value is None and told in said(at)  # no count is put into one's mouth
    assert at.number_input(key="remaining").value is None
    at.number_input(key="missed").set_value(3.0).run()
    assert told not in said(at)
    assert at.session_state.case.missed == 3
    # 3 × 1,090 and 1,000 × 27 % / 360 a day since each due day (Civil Code 201: the due day does not count)
    days = sum((today - add_period(due, months=n)).days for n in range(3))
    assert f"{3270 + 0.75 * days:,.2f} yuan" in said(at)
    assert "usual 50%" in said(at)  # what was not given is said to be assumed
    at.button(key="wait_60").click().run()
    later = today + timedelta(days=60)
    assert at.session_state.case.pay_on == later and at.session_state.case.as_of == today
    assert f"**{60 * 3 * 0.75:,.2f} yuan**" in said(at)
    assert not at.exception


def test_what_nobody_said_is_in_no_sum_and_named(visit):
    given = {"due_on": "2026-08-10", "as_of": "2026-11-30", "principal": "1000", "interest": "90", "missed": "3"}
    at = visit("entry", lang="zh", rate="18", pay_on="2027-01-29", **given)
    # 1,000 x 27 % / 360 a day since 10 August, 10 September and 10 October: 112 + 81 + 51 days; then 3 x 60 more
    told = said(at)
    assert "3,453.00" in told and "3,588.00" in told and told.count("11月10日起到期的没答，没到期的没填") == 2
    asked = next(c for c in at.get("segmented_control") if c.key == "later")
    assert asked.value is None
    asked.set_value("missed").run()
    assert at.session_state.case.missed == 4 and at.session_state.case.remaining is None
    # a fourth 1,090 and its 20 days
    assert "4,558.00" in said(at) and said(at).count("还没到期的没填，没算在内") == 2
    at.number_input(key="remaining").set_value(0.0).run()
    assert at.session_state.case.remaining == 0 and "没填，没算在内" not in said(at)


def test_a_passed_day_of_what_is_left_is_asked_before_it_counts(visit):
    given = {"due_on": "2026-08-10", "as_of": "2026-11-30", "principal": "1000", "interest": "90", "missed": "3"}
    at = visit("entry", lang="zh", rate="18", **given)
    at.number_input(key="remaining").set_value(9000.0).run()
    assert "3,453.00" in said(at) and "11月10日到期的那期还没答" in said(at)
    next(c for c in at.get("segmented_control") if c.key == "later").set_value("missed").run()
    # 1,000, 9,000 x 18 % / 12 and 20 days of 0.75
    assert "4,603.00" in said(at) and "还没答" not in said(at)


def test_a_count_that_cannot_be_is_told_beside_the_field(visit):
    due = add_period(state.today(), months=-2)
    at = visit("entry", lang="en", due_on=due.isoformat(), principal="1000", missed="2", rate="18")
    at.number_input(key="missed").set_value(9.0).run()
    assert at.session_state.case.missed == 2
    assert len(at.warning) == 1 and "9" in at.warning[0].value


def test_the_pasted_page_is_shown_as_understood_and_taken_only_then(visit):
    at = visit("entry", lang="en", open="paste")
    at.text_area(key="entry_text").set_value("2026-01-10 principal 1,000 interest 90\nAPR 18%").run()
    assert "10 January 2026: principal 1,000, interest 90" in said(at)
    assert at.session_state.case.principal is None
    at.button(key="entry_take").click().run()
    case = at.session_state.case
    assert (case.due_on, case.principal, case.rate) == (date(2026, 1, 10), 1000, 18)
    assert not at.exception


def test_what_cannot_be_read_says_so_and_changes_nothing(visit):
    at = visit("entry", lang="en", open="paste")
    at.text_area(key="entry_text").set_value("**hello** <b>").run()
    assert len(at.warning) == 1 and not at.exception
    assert at.session_state.case.principal is None


def test_ones_own_figures_stay_when_one_comes_back(visit):
    at = visit("entry", lang="zh", due_on="2026-01-10", principal="1234")
    assert at.number_input(key="principal").value == 1234.0


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_waiting_that_adds_nothing_is_said_as_that(visit, lang):
    at = visit("entry", **CASE | {"rate": "0"}, pay_on="2026-08-29", lang=lang)
    text = said(at)
    assert words(Lang(lang)).yuan(Decimal(3270)) in text and not re.search(r"(?<![\d.,])0\.00", text)
