"""A debt without a rate in one household: papers and letters name its first payments, no total and no end."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal as D
from io import BytesIO

import pytest
from openpyxl import load_workbook

from overdue.exports.calendar import division_entries
from overdue.exports.household import workbook
from overdue.exports.statement import statement_docx, statement_text
from overdue.household import Debt, Division, Household, divide
from overdue.model import Instalment, Lender, Loan, Penalty
from overdue.negotiation import share_of
from overdue.words import Lang, words

AS_OF = date(2026, 6, 30)


def owing(key: str, principal: str, rate: str = "0", known: bool = True) -> Debt:
    row = Instalment(due_on=date(2026, 5, 30), principal=principal)
    loan = Loan(
        lender=Lender.BANK,
        contract_on=date(2026, 1, 1),
        annual_rate=rate,
        instalments=[row],
        penalty=Penalty(uplift="0.5"),
    )
    return Debt(key=key, loan=loan, rate_known=known)


HOME = Household(debts=[owing("open", "3500", known=False), owing("told", "3500")])


def divided() -> Division:
    return divide(HOME, AS_OF, "2000", lowest=True)


@pytest.mark.parametrize("lang", list(Lang))
def test_a_letter_names_the_payments_that_can_be_kept_and_neither_total_nor_end(lang):
    """3,500 each out of 2,000 a month in equal shares: 1,000 three times, and 500 that only a debt without penalty
    ends with; that one is left out."""
    w, found = words(lang), divided()
    assert found.unrated == ("open",) and [p.amount for p in found.debts[0].payments] == [1000, 1000, 1000, 500]
    for key in ("open", "told"):
        said = "".join(share_of(HOME, found, key).told(w))
        last = found.debts[0].payments[-1].paid_on
        assert said.count(w.yuan(D(1000))) == 3 and re.search(r"[^\d,]500\.00", said) is None
        assert w.day(last) not in said and said.count(w.yuan(D(3500))) == 1  # what the other one is owed
        asks = "tell me in writing the yearly rate" if lang is Lang.EN else "年利率"
        assert (asks in said) == (key == "open")


@pytest.mark.parametrize("lang", list(Lang))
def test_statement_and_calendar_name_no_end_before_the_rate_is_known(lang):
    w, found = words(lang), divided()
    text = statement_text(statement_docx(HOME, found, AS_OF, w))
    day = w.day(found.done_on)
    assert text.count(day) == text.count(w("statement.not_before", day=day)) == 1
    assert w.yuan(found.paid) not in text.split(w("statement.no_end", names="open"))[1]
    assert {entry.key.split()[0] for entry in division_entries(found, {}, w)} == {"pay"}
    sheet = load_workbook(BytesIO(workbook(HOME, found, AS_OF, w, ""))).worksheets[1]
    ends = [row[7] for row in sheet.iter_rows(values_only=True) if row[0] in ("open", "told")]
    assert ends == [w("statement.not_before", day=day)] * 2


@pytest.mark.parametrize("lang", list(Lang))
def test_a_sum_that_a_rate_not_known_adds_to_says_at_least(lang):
    """3,500 each, due: what is owed in all, and on the open one, and what a month adds in all."""
    w = words(lang)
    held = owing("told", "3500", rate="0.24"), owing("open", "3500", known=False)
    home = HOME.model_copy(update={"debts": held})
    text = statement_text(statement_docx(home, divide(home, AS_OF, "2000", lowest=True), AS_OF, w))
    lines = {line.split(" | ")[0]: line.split(" | ")[1:4] for line in text.splitlines() if line.count(" | ") == 5}
    least = {name: [w("common.at_least", amount="").strip() in cell for cell in cells] for name, cells in lines.items()}
    assert least["told"] == [False, False, False] and least["open"] == [True, False, False]
    assert least[w("common.total")] == [True, False, True]
    known = home.model_copy(update={"debts": held[:1]})
    alone = statement_text(statement_docx(known, divide(known, AS_OF, "2000"), AS_OF, w))
    assert w("common.at_least", amount="").strip() not in alone


def test_once_its_rate_is_known_the_end_and_the_total_are_named():
    home = HOME.model_copy(update={"debts": (owing("open", "3500"), HOME.debts[1])})
    found, w = divide(home, AS_OF, "2000"), words(Lang.ZH)
    said = "".join(share_of(home, found, "open").told(w))
    assert found.unrated == () and f"合计 {w.yuan(D(3500))}，{w.day(found.done_on)}付清" in said
