"""The bill check, without a browser: a bill typed, pasted and uploaded; bands; tables; several debts; the card."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from overdue.bill import check_bill
from overdue.casefile import Case, read
from overdue.tables import bill as tables
from overdue.words import Lang
from tests.cases import LINK
from tests.pages.conftest import rows, said

DAY = date(2026, 6, 30)
ON_TOP = {"bill_principal": "3000", "bill_interest": "270", "bill_penalty": "528.75", "bill_total": "3798.75"}


def asked(visit, name, **params):
    """The page with one of its questions open."""
    return visit("bill", open=name, **params)


@pytest.mark.parametrize("lang", list(Lang))
def test_the_difference_is_the_answer_and_the_reading_its_sentence(visit, lang):
    at = visit("bill", lang=lang, **LINK, **ON_TOP)
    text = said(at)
    assert "211.50" in text and "528.75" in text and "317.25" in text
    picture = asked(visit, "picture", lang=lang, **LINK, **ON_TOP)
    assert picture.get("plotly_chart")[0].proto.alt.split("211.50")[1] and "211.50" in said(picture)


def test_a_reading_is_named_in_words(visit):
    at = asked(visit, "ask", lang="en", **LINK, **ON_TOP)
    assert "the penalty comes on top of contract interest instead of replacing it" in said(at)
    assert "Why contract interest and penalty are both charged" in said(at)


def test_every_line_of_the_bill_stands_beside_ours_and_none_it_does_not_have(visit):
    at = visit("bill", lang="en", **LINK, **ON_TOP, bill_days="172")
    (lines,) = (m.value for m in at.markdown if m.value.startswith("- **"))
    assert "**Penalty interest**: 211.50 yuan more" in lines and "bill 528.75 yuan · contract 317.25 yuan" in lines
    assert "**Days overdue**: 1 day more" in lines and "Fees" not in lines and "**Principal**: the same" in lines


def test_a_bill_that_agrees(visit):
    at = visit("bill", lang="en", **LINK, bill_total="3587.25")
    assert "The same to the fen" in said(at) and "3,587.25" in said(at)


def test_a_bill_no_reading_makes_names_the_nearest(visit):
    at = asked(visit, "tried", lang="en", **LINK, bill_principal="3000", bill_penalty="999.99")
    assert "None of the usual readings" in said(at) and "The nearest" in said(at)


def test_a_bill_that_does_not_add_up(visit):
    at = visit("bill", lang="en", **LINK, **ON_TOP | {"bill_total": "3800"})
    assert "1.25 yuan more than its lines" in said(at)
    below = said(visit("bill", lang="en", **LINK, bill_principal="3000", bill_total="2900"))
    assert "100.00 yuan less than its lines" in below
    assert "its lines" not in said(visit("bill", lang="en", **LINK, bill_principal="3000", bill_total="3100"))


def test_the_verdict_is_one_sentence_and_the_lender_is_not_its_matter(visit):
    given = {name: code for name, code in LINK.items() if name != "uplift"} | {"lender": "unknown"}
    at = visit("bill", lang="zh", **given, bill_penalty="999.99", bill_total="4269.99")
    verdict = next(m.value for m in at.markdown if "算法" in m.value)
    assert verdict.count("。") == 1 and "参照线" not in verdict + said(at)


@pytest.mark.parametrize(
    "lines", [{}, {"penalty": "300"}, {"penalty": "300", "interest": "270"}, {"principal": "3100"}]
)
def test_the_parts_of_the_difference_add_up_to_the_whole(visit, lines):
    given = {f"bill_{name}": amount for name, amount in lines.items()} | {"bill_total": "3700"}
    late = {"as_of": "2026-11-30", "due_on": "2026-08-10"}
    at = visit("bill", lang="en", **LINK | late, **given)
    # 27 % on 1,000 each over 112, 81 and 51 days on 360; the contract's other lines as entered
    ours = {"principal": 3000, "interest": 270, "penalty": Decimal("84") + Decimal("60.75") + Decimal("38.25")}
    apart = [Decimal(amount) - ours[name] for name, amount in lines.items()]
    more = 3700 - sum(ours.values())
    verdict = next(m.value for m in at.markdown if "that no line accounts for" in m.value)
    told = [Decimal(n.replace(",", "")) for n in re.findall(r"([\d,]+\.\d\d) yuan", verdict)]
    assert told == [*(abs(one) for one in apart if one), more - sum(apart)]
    wanted = said(asked(visit, "ask", lang="en", **LINK | late, **given))
    assert f"What the {told[-1]:,.2f} yuan are that no line of the bill accounts for" in wanted
    (rows,) = (m.value for m in at.markdown if m.value.startswith("- **"))
    assert (f"**Not itemised**: {told[-1]:,.2f} yuan more" in rows) is bool(lines)


def test_what_is_usual_is_not_called_the_contracts_where_it_is_explained(visit):
    given = {name: code for name, code in LINK.items() if name != "uplift"}
    text = said(asked(visit, "how", lang="en", **given, bill_total="3700"))
    assert "the usual 50%, not the contract’s" in text and "Penalty rate by the contract" not in text


def test_the_three_figures_of_the_band_have_their_table(visit):
    at = asked(visit, "band", lang="en", **LINK | {"uplift": "?"})
    at.session_state["band_chart_table"] = True
    at.run()
    frame = next(rows(t) for t in at.table if list(rows(t).columns) == ["Reading", "Total (yuan)"])
    # 18 % raised by 30 % and by 50 % on 3 x 1000 over 171 + 140 + 112 days
    assert list(frame["Total (yuan)"])[::2] == ["3,544.95", "3,587.25"]


def test_a_table_stands_behind_the_picture(visit):
    at = visit("bill", lang="en", **LINK, bill_penalty="400", bill_total="3700", open="picture")
    at.session_state["sides_table"] = True
    at.run()
    frame = next(
        rows(t) for t in at.table if list(rows(t).columns)[1:] == ["By the contract (yuan)", "The bill (yuan)"]
    )
    # 27% on 3 x 1000 over 171, 140 and 112 days, and the rest of 3,587.25; what 3,700 holds beyond 400
    assert frame.values.tolist() == [
        ["Penalty interest", "317.25", "400.00"],
        ["Not itemised", "3,270.00", "3,300.00"],
    ]


def test_the_picture_compares_like_with_like():
    for bill in ({"bill_penalty": "400"}, {"bill_total": "3700"}, {"bill_penalty": "400", "bill_total": "3700"}):
        check = check_bill(Case.loan(read(LINK, DAY)[0]), {k.removeprefix("bill_"): v for k, v in bill.items()}, DAY)
        sides = tables.sides(check)
        assert sides["ours"].keys() == sides["theirs"].keys()
        total = bill.get("bill_total")
        assert sum(sides["theirs"].values()) == float(total or 400)
        assert round(sum(sides["ours"].values()), 2) == (3587.25 if total else 317.25)


def test_a_bill_below_ours_overcharges_nobody_and_says_what_that_rests_on(visit):
    given = {name: code for name, code in LINK.items() if name != "uplift"}
    at = visit("bill", lang="en", **given, **ON_TOP | {"bill_penalty": "300", "bill_total": "3570"})
    text = said(at)
    assert "**Nothing overcharged**" in text and "17.25 yuan less" in text
    assert "penalty 50% above the contract rate" in text and "add up to its total" not in text
    how = said(asked(visit, "how", lang="en", **given, **ON_TOP | {"bill_penalty": "300", "bill_total": "3570"}))
    assert "add up to its total" in how
    one = said(visit("bill", lang="en", **LINK, bill_penalty="400", bill_total="3570"))
    assert "**Not overcharged in all**" in one and "“Penalty interest” is higher" in one


def test_a_raise_that_was_not_entered_is_never_called_the_contracts(visit):
    given = {name: code for name, code in LINK.items() if name != "uplift"}
    at = visit("bill", lang="zh", **given, bill_penalty="211.50", bill_total="3481.50")  # 18% without a raise
    text = said(at)
    assert "罚息比合同利率加收 50%" in text and "这边 317.25 元" in text and "按合同 317.25" not in text
    assert "罚息不加收，按合同利率算" in said(
        asked(visit, "how", lang="zh", **given, bill_penalty="211.50", bill_total="3481.50")
    )
    assert "填合同上怎么写的" in [link.label for link in at.get("page_link")]
    assert "按合同 317.25 元" in said(visit("bill", lang="zh", **LINK, bill_penalty="211.50", bill_total="3481.50"))


QUESTIONS = ("ask", "line", "picture", "how", "more", "paste", "band", "history", "card", "take")


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_opens_for_every_ready_made_person(visit, name):
    for story in ("card", "illness"):
        at = asked(visit, name, story=story, bill_total="9999", lang="en")
        assert not at.exception and not at.warning


def test_an_examples_figures_are_never_checked_as_ones_own(visit):
    at = visit("bill", story="job", lang="en")
    assert not at.get("plotly_chart") and "contract" not in [c.value for c in at.caption]
    assert "no example’s figures are used" in said(at)
    at.number_input(key="bill_total").set_value(9999.0).run()
    assert at.query_params["bill_total"] == "9999"
    assert not {"story", "principal"} & set(at.query_params)
    assert "A few figures of the contract" in said(at) and "owed" not in said(at)


def test_nothing_of_an_example_is_offered_to_take_along(visit):
    at = asked(visit, "ask", story="job", lang="en")
    assert "clause of the contract" not in said(at) and "bill_check" not in at.session_state
    assert not asked(visit, "take", story="job", lang="en").get("download_button")


def test_a_check_is_not_run_again_for_figures_it_does_not_rest_on(visit):
    at = visit("bill", lang="en", **LINK, **ON_TOP)
    first = at.session_state["bill_check"][1]
    at.session_state["q_band"] = True
    at.run()
    assert at.session_state["bill_check"][1] is first
    at.number_input(key="bill_penalty").set_value(317.25).run()
    assert at.session_state["bill_check"][1] is not first


def test_an_unknown_term_becomes_a_band(visit):
    at = asked(visit, "band", lang="en", **LINK | {"uplift": "?"})
    # 30 % to 50 % on 3 x 1000 at 18 % over 171 + 140 + 112 days: 274.95 to 317.25
    assert "3,544.95 yuan to 3,587.25 yuan" in said(at) and "the penalty uplift" in said(at)
    frame = next(rows(t) for t in at.table if "Where to find it" in t.value.columns)
    assert frame.iloc[0, 3] == "42.30"


def test_the_old_address_of_further_debts_leads_to_their_page(visit):
    at = visit("bill", lang="en", **LINK, debts="bank:20260101:500:20:18:50~private:20260301:1000:0:12:0", open="debts")
    # 3587.25, 500 + 20 + 67.50, and 1000 at 12 % over 121 days on 360: 40.33
    assert "3 debts in all" in said(at) and "**5,215.08 yuan**" in said(at)


def test_the_card_shows_each_way_of_counting(visit):
    at = visit("bill", lang="en", story="card")
    assert "207.90 yuan" in said(at) and "22.50 yuan" in said(at)
    frame = next(rows(t) for t in at.table if "Way of counting" in t.value.columns)
    # 9000 for 31 days and 8550 for 16, 15 or, with the day of repayment, 32 and 14 days, at 0.05 %
    assert list(frame["Amount (yuan)"]) == ["207.90", "203.63", "203.85"]


def test_the_workbook_is_offered_for_ones_own_case(visit):
    assert asked(visit, "take", lang="en", **LINK).get("download_button")
