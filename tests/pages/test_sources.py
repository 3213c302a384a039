"""The sources page without a browser: the shelf as of a day, what is not known, and taking it away."""

from __future__ import annotations

from datetime import date

import pytest

from overdue.law import LAW
from overdue.words import Lang, words
from tests.pages.conftest import led, said


def lines(at):
    """The rules that are listed to be opened."""
    return [query for query in led(at) if "rule=" in query]


@pytest.mark.parametrize("lang", list(Lang))
def test_every_rule_is_printed_with_document_force_and_standing(visit, lang):
    at, w = visit("sources", lang=lang), words(lang)
    for name, rule in LAW.rules.items():
        at.session_state.own = {"rule": name}
        at.run()
        shown, source = said(at).replace("\\", ""), LAW.sources[rule.source]
        assert at.title[0].value == w.text(rule.title)
        for text in (rule.says, rule.clause, source.title, source.issuer):
            assert w.text(text) in shown
        assert w(f"force.{source.force}") in shown and w(f"standing.{rule.standing}") in shown


def test_every_rule_is_behind_one_topic_and_none_is_listed_before_it_is_asked(visit):
    topics = dict.fromkeys(rule.topic for rule in LAW.rules.values())
    at = visit("sources", lang="zh")
    assert lines(at) == []
    found = []
    for topic in topics:
        found += lines(visit("sources", lang="zh", open=topic))
    assert sorted(found) == sorted(f"rule={name}" for name in LAW.rules)


@pytest.mark.parametrize(("day", "state"), [("2026-07-31", "not yet begun"), ("2026-08-01", "applies")])
def test_the_law_is_shown_as_of_the_day_in_the_address(visit, day, state):
    at = visit("sources", rule="PEN-9", law_on=day, lang="en")
    assert f":{'green' if state == 'applies' else 'blue'}-badge[{state}]" in said(at)
    assert at.query_params["law_on"] in (day, [day])


def test_an_earlier_value_is_shown_for_an_earlier_day(visit):
    assert "4.25%" in said(visit("sources", rule="LPR-1", law_on="2019-09-01", lang="en"))
    later = visit("sources", rule="LPR-1", law_on="2025-06-01", lang="en")
    assert "**3%" in said(later)
    assert len(later.table[0].value) == len(LAW.rule("LPR-1").values["one_year"].rows)


def test_no_value_is_said_to_hold_beyond_what_is_known(visit):
    assert "no value for this day" in said(visit("sources", rule="LPR-1", law_on="2026-11-22", lang="en"))


def test_rules_past_their_review_are_named_and_others_are_not(visit):
    at = visit("sources", lang="en")
    past = [name for name, rule in LAW.rules.items() if rule.review_by and rule.review_by < date(2026, 11, 22)]
    assert past == ["LPR-1"] and "LPR-1" in at.info[0].value


@pytest.mark.parametrize("lang", list(Lang))
def test_what_could_not_be_verified_is_said(visit, lang):
    at, w = visit("sources", lang=lang, open="unsure"), words(lang)
    assert w("sources.open.intro") in said(at)
    assert said(at).count("\n- ") >= 10 and "GB/T 45251-2025" in said(at)
    at = visit("sources", lang=lang, open="assumed")
    for assumption in LAW.assumptions.values():
        assert w.text(assumption.says) in said(at)


def test_topic_and_words_narrow_the_list(visit):
    at = visit("sources", lang="en")
    at.text_input(key="sources_text").set_value("征信業管理條例").run()
    assert "rule=CR-2" in lines(at) and "rule=COL-1" not in lines(at)
    at.text_input(key="sources_text").set_value("no such words").run()
    assert words(Lang.EN)("sources.find.none") in said(at)


@pytest.mark.parametrize(("key", "given"), [("rule", "CR-999"), ("law_on", "yesterday"), ("law_on", "2026-13-01")])
def test_an_address_that_means_nothing_gets_a_sentence(visit, key, given):
    at = visit("sources", lang="en", **{key: given})
    assert given in at.warning[0].value
    assert "rules" in said(at)


def test_the_shelf_can_be_downloaded_and_copied(visit):
    at = visit("sources", lang="en", open="take")
    assert {d.proto.id.split("-")[-1] for d in at.get("download_button")} >= {"law_csv", "law_json"}
    copies = [block.value for block in at.code]
    assert any('"CR-2"' in copy for copy in copies) and any("Law as of" in copy for copy in copies)


def test_a_day_out_of_the_calendar_is_brought_into_it(visit):
    at = visit("sources", lang="en", law_on="1900-01-01")
    assert "1 January 2000" in at.text_input(key="law_on").value
    assert "0 apply" in said(at)
