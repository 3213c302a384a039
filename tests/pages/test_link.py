"""A link opened later, and a link to pass on, without a browser."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

import pytest

from overdue.ui import state
from overdue.words import Lang, words
from tests.cases import LINK
from tests.pages.conftest import said

LATER = date(2026, 11, 30)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(state, "today", lambda: LATER)


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("page", ["penalty", "credit", "court", "debts"])
def test_a_link_says_its_day_and_today_is_one_tap_away(visit, page, lang):
    at, w = visit(page, **LINK, pay_on="2026-07-30", lang=lang), words(lang)
    line = w("address.day", day=date(2026, 6, 30))
    assert line in said(at)
    (button,) = [one for one in at.button if one.key == "look_at_today"]  # one, also where the page has its own
    button.click().run()
    assert not at.exception and line not in said(at)
    assert at.query_params["as_of"] == "2026-11-30" and "pay_on" not in at.query_params


def test_an_example_and_a_link_of_today_say_no_day(visit):
    w = words(Lang.ZH)
    for given in ({"story": "job"}, LINK | {"as_of": "2026-11-30"}, {}):
        assert w("address.day", day=date(2026, 6, 30)) not in said(visit("penalty", lang="zh", **given))


def test_what_a_link_could_not_bring_is_named_and_why_with_the_way_to_mend_it(visit):
    at, w = visit("penalty", **(LINK | {"missed": "9", "rate": "-18"}), lang="zh"), words(Lang.ZH)
    names = w.listed([w("fields.rate.label"), w("fields.missed.label")])
    assert w("address.dropped", names=names) in said(at) and "-18" not in said(at)
    at.session_state["notes_why"] = True
    at.run()
    assert "-18" in said(at) and "最多有 6 期到期" in said(at)
    assert any("entry" in str(link.proto) for link in at.get("page_link") if w("address.mend") in str(link.proto.label))
    at.session_state["case"] = at.session_state["case"].edited(rate=D(18))
    at.run()
    assert w("address.dropped", names=w("fields.missed.label")) in said(at)  # what is mended is named no more


def test_what_a_messenger_adds_to_a_link_is_no_fault_of_the_figures(visit):
    w = words(Lang.ZH)
    at = visit("penalty", **LINK, lang="zh", **{"from": "timeline"})
    told = said(at)
    assert w("address.unknown_key", given="from") in told
    assert w("address.dropped", names="").split("：")[0] not in told
    at.switch_page("pages/credit.py").run()
    assert w("address.unknown_key", given="from") not in said(at)  # said once


@pytest.mark.parametrize("budget", [False, True])
def test_the_link_to_pass_on_holds_the_budget_only_where_it_is_ticked(visit, budget):
    at = visit("penalty", **LINK, lang="zh")
    at.session_state.case = at.session_state.case.edited(income=5000)
    at.session_state["share"] = True
    at.run()
    w = words(Lang.ZH)
    assert w("link.says") in said(at) and w("fields.rate.label") not in said(at)  # no wall of names
    if budget:
        at.checkbox(key="share_budget").check().run()
    copier = next(one for one in at.get("bidi_component") if one.proto.component_name == "copier")
    assert ("income=5000" in str(copier.proto)) is budget and "principal=1000" in str(copier.proto)
