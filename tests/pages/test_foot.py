"""The glossary and the privacy page, without a browser."""

from __future__ import annotations

import pytest

from overdue.ui.glossary import EVERYWHERE, ON_PAGE, TERMS
from overdue.ui.privacy import SECTIONS
from overdue.words import Lang, words
from tests.pages.conftest import said


def terms(at):
    """The terms listed, as they stand."""
    return [fold.label for fold in at.expander if (fold.key or "").startswith("q_") and fold.key != "q_terms"]


@pytest.mark.parametrize("lang", list(Lang))
def test_the_glossary_lists_every_term_and_opens_the_one_asked_for(visit, lang):
    at = visit("glossary", lang=lang, open="penalty")
    w = words(lang)
    assert sorted(terms(at)) == sorted(w(f"glossary.{term}.term") for term in TERMS)
    assert w("glossary.penalty.means") in said(at) and w("glossary.uplift.means") not in said(at)


@pytest.mark.parametrize("asked", ["罰息", "罚息", "PENALTY interest"])
def test_a_word_is_found_in_any_script_and_explained_at_once(visit, asked):
    at = visit("glossary", lang="en")
    at.text_input(key="glossary_search").set_value(asked).run()
    told = said(at)
    assert words(Lang.EN)("glossary.penalty.means") in told and words(Lang.EN)("glossary.lpr.means") not in told


def test_a_word_that_is_not_there_is_said_plainly(visit):
    at = visit("glossary", lang="en")
    at.text_input(key="glossary_search").set_value("<img src=x>zzz").run()
    assert len(at.info) == 1 and "<img" not in at.info[0].value and not terms(at)


@pytest.mark.parametrize("page", ["home", *ON_PAGE])
def test_every_page_explains_its_own_words(visit, page):
    at = visit(page, lang="en", story="job")
    assert all(term in TERMS for term in ON_PAGE.get(page, EVERYWHERE))
    at.session_state["q_terms"] = True
    at.run()
    assert not at.exception
    first = ON_PAGE.get(page, EVERYWHERE)[0]
    assert words(Lang.EN)(f"glossary.{first}.means") in said(at)


@pytest.mark.parametrize("lang", list(Lang))
def test_privacy_speaks_of_the_link_and_the_platform(visit, lang):
    assert "Streamlit Community Cloud" in said(visit("privacy", lang=lang, open="cloud"))


def test_a_question_has_an_address_that_follows_what_is_opened(visit):
    at = visit("privacy", lang="en", open="cloud")
    assert at.query_params["open"] == "cloud"
    at.session_state["q_cloud"] = False
    at.session_state["q_link"] = True
    at.run()
    told = said(at)
    assert "Streamlit Community Cloud" not in told  # what is closed is not drawn
    assert words(Lang.EN)("privacy.link.text") in told
    other = visit("privacy", lang="en", open="<nonsense>")
    assert not any(words(Lang.EN)(f"privacy.{name}.text") in said(other) for name in SECTIONS)


@pytest.mark.parametrize(
    ("lang", "first", "then"), [("zh", "本金", "催收"), ("zh-Hant", "罰息", "減免"), ("en", "fee", "lender")]
)
def test_terms_stand_where_a_reader_looks_for_them(visit, lang, first, then):
    listed = terms(visit("glossary", lang=lang))
    assert listed.index(first) < listed.index(then)


@pytest.mark.parametrize("page", ["home", "penalty", "timeline", "court", "negotiate", "claims", "credit", "sources"])
def test_whoever_cannot_go_on_finds_a_number_on_every_page(visit, page):
    at = visit(page, lang="zh", story="job")
    assert not at.exception
    drawn = [block.proto.body for block in at.get("html")]
    assert [body for body in drawn if all(f"tel:{number}" in body for number in ("12356", "110", "120"))]
    about = [body for body in drawn if all(f"tel:{number}" in body for number in ("12378", "12368"))]
    assert bool(about) == (page != "home")  # the first screen has room for those alone that cannot wait
    assert "不是犯罪" in said(at) and "人品" in said(at)
