"""A repayment page's text becomes instalments: days in every spelling, what is paid left out, nothing guessed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

import pytest

from overdue.casefile.fields import check
from overdue.casefile.repayment import read_repayment
from overdue.model import OverdueError
from overdue.words import traditional

SEEN = date(2026, 6, 30)
# Written for this test after the layouts of three lenders' apps; the figures are those of the first ready-made person.
PAGE = """借款详情
借款日 2025-09-10
年利率 18%（单利）
第5期 应还日 2026-01-10
本金 1,000.00 利息 90.00
罚息 128.25
已逾期 171 天
第6期 2026年2月10日
应还本金 1000.00
应还利息 90.00
第7期 3月10日 应还 1090.00 本金1000 利息90
第8期 2026/07/10 待还 本金 1000 利息 75
第4期 2025-12-10 已还清 本金 1000 利息 90
"""
FIGURES = {
    "rate": "18",
    "due_on": "2026-01-10",
    "principal": "1000",
    "interest": "90",
    "fee": "",
    "missed": "3",
    "remaining": "1000",
}


@pytest.mark.parametrize("spelling", [PAGE, traditional(PAGE), PAGE.replace("\n", "\r\n"), PAGE.replace("：", ":")])
def test_a_page_becomes_the_figures_of_a_case(spelling):
    assert read_repayment(spelling, SEEN).figures(SEEN) == FIGURES


def test_days_overdue_stand_in_for_a_day():
    read = read_repayment("逾期本金 3000\n应还利息 270\n逾期天数 171天\n日利率 0.05%", SEEN)
    assert [(row.due_on, row.principal, row.interest) for row in read.rows] == [(date(2026, 1, 10), D(3000), D(270))]
    assert (read.rate, read.daily_rate) == (None, D("0.05"))


def test_instalments_that_differ_are_listed_one_by_one():
    read = read_repayment("1 2026-01-10 本金 1000 利息 90\n2 2026-02-10 本金 1000 利息 75", SEEN)
    held = read.figures(SEEN)
    assert set(held) == {"rows"}
    assert [row[:3] for row in check("rows", held["rows"])] == [
        (date(2026, 1, 10), D(1000), D(90)),
        (date(2026, 2, 10), D(1000), D(75)),
    ]


def test_a_sum_that_is_not_divided_is_principal_without_its_penalty():
    row = read_repayment("2026-01-10 应还总额 1,218.25 罚息 128.25", SEEN).rows[0]
    assert (row.principal, row.interest) == (D("1090.00"), D(0))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "bill.file_no_amount"),
        ("你好", "bill.file_no_amount"),
        ("本金 1000", "repayment.no_day"),
        ("2026-01-10", "bill.file_no_amount"),
        ("2026-13-45 本金 1000", "repayment.no_day"),
        ("本金 1\n" * 50_000, "field.text"),
        ("2026-01-10 本金 100 利息 1\n" * 3000, "field.rows_many"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(text, why):
    with pytest.raises(OverdueError) as refused:
        read_repayment(text, SEEN)
    assert refused.value.key == why
