"""The page that is printed: no menu, no field, no foot; whose figures they are; a code only where it may be."""

from __future__ import annotations

import pytest

from tests.pages.conftest import said
from tests.test_handout import BASE


def leaves(at):
    """The markup of the leaves."""
    return next(html.proto.body for html in at.get("html") if 'class="leaves"' in html.proto.body)


@pytest.mark.parametrize("of", ["", "worksheet", "<nonsense>"])
@pytest.mark.parametrize("lang", ["zh", "zh-Hant", "en"])
def test_there_is_nothing_but_the_leaves_and_a_few_lines_for_the_screen(visit, lang, of):
    at = visit("handout", story="job", lang=lang, of=of)
    assert not at.number_input and not at.text_input and not at.expander and not at.button and not at.checkbox
    assert leaves(at).count("示例 · Example") == 2 and 'class="qr"' in leaves(at)
    assert "story=job" in leaves(at) and "principal=" not in leaves(at)


def test_own_figures_are_in_a_code_only_once_that_was_confirmed(visit):
    at = visit("handout", **BASE)
    assert 'class="qr"' not in leaves(at) and "principal=1000" not in leaves(at) and "示例" not in leaves(at)
    (tick,) = at.checkbox
    assert "每期本金" in tick.label or "本金" in tick.label
    tick.check().run()
    assert 'class="qr"' in leaves(at) and "principal=1000" in leaves(at) and at.query_params["code"] == "1"
    at.checkbox[0].uncheck().run()
    assert 'class="qr"' not in leaves(at)


def test_a_case_too_long_for_a_code_says_to_use_the_file(visit):
    at = visit("handout", code="1", paid=",".join(f"202605{day:02d}:1" for day in range(1, 21)), **BASE)
    assert 'class="qr"' not in leaves(at) and "案例文件" in leaves(at)


def test_eight_debts_too_long_for_a_code_lead_to_the_file_and_four_fit_once_that_is_confirmed(visit):
    eight = "~".join(f"consumer_finance:2026{n % 5 + 1:02}05:{n}00.50:{n}0.50:18:50:m2" for n in range(1, 8))
    at = visit("handout", of="budget", debts=eight, **BASE)
    assert (
        not at.checkbox and "案例文件" in said(at) and [d for d in at.get("download_button") if "案例" in d.proto.label]
    )
    at = visit("handout", of="budget", debts="~".join(eight.split("~")[:3]), **BASE)
    at.checkbox[0].check().run()
    assert ('class="qr"' in leaves(at) and "debts=bank:" in leaves(at)) or "debts=platform:" in leaves(at)


def test_the_budget_never_travels(visit):
    at = visit("handout", code="1", income="7777", **BASE)
    assert 'class="qr"' in leaves(at) and "7777" not in leaves(at)


def test_without_figures_it_asks_for_them(visit):
    at = visit("handout", rate="18")
    assert "先填几个数字" in said(at) and not [h for h in at.get("html") if 'class="leaves"' in h.proto.body]


@pytest.mark.parametrize("name", ["penalty", "proposals", "credit", "workshop"])
def test_the_way_to_print_stands_on_the_pages_that_answer(visit, name):
    links = [link.proto.page for link in visit(name, story="job").get("page_link")]
    assert "handout" in links


def test_what_is_assumed_is_said_on_paper_too(visit):
    told = leaves(visit("handout", **BASE | {"uplift": "?", "remaining": "6000"}))
    assert "罚息比合同利率加收" in told and "还没到期的另有 " in told and "不算在内" in told
    told = leaves(visit("handout", **BASE | {"rate": "?"}))
    assert "另外 4 笔欠款不在这张纸里" in leaves(visit("handout", story="household"))
    assert "不知道年利率" in told and "× 0%" not in told


OTHERS = "bank:20260101:500:20:18:50~private:20260301:1000:0:12:0"


@pytest.mark.parametrize("lang", ["zh", "zh-Hant", "en"])
def test_all_debts_are_printed_with_their_shares_and_the_statement(visit, lang):
    at = visit("handout", lang=lang, of="budget", debts=OTHERS, income="5000", needs="4000", **BASE)
    told = leaves(at)
    assert all(figure in told for figure in ("3,587.25", "587.50", "1,040.33", "5,215.08", "4,000.00", "1,000.00"))
    assert told.count('class="leaf"') == 2 and 'class="qr"' not in told and "debts=" not in told
    assert not at.number_input and not at.expander


def test_all_debts_of_the_example_are_in_a_code_and_say_whose_they_are(visit):
    told = leaves(visit("handout", story="household", of="budget"))
    assert told.count("示例 · Example") == 2 and 'class="qr"' in told and "debts?story=household" in told


def test_where_no_division_ends_it_the_paper_leads_to_help(visit):
    told = leaves(visit("handout", lang="en", of="budget", debts=OTHERS, income="3000", needs="4000", **BASE))
    assert "12356" in told and "Do not borrow anew" in told and "What each lender gets" not in told


def test_without_a_debt_there_is_nothing_to_print(visit):
    at = visit("handout", rate="18", of="budget")
    assert not [h for h in at.get("html") if 'class="leaves"' in h.proto.body]
