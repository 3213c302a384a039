"""A repayment page's text becomes instalments: days in every spelling, what is paid left out, nothing guessed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

import pytest

from overdue.casefile import read
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


def read_on(text, seen=SEEN):
    return [(row.due_on, row.principal, row.interest, row.fee) for row in read_repayment(text, seen).rows]


def refused(text, seen=SEEN):
    with pytest.raises(OverdueError) as caught:
        read_repayment(text, seen)
    return caught.value


@pytest.mark.parametrize("spelling", [PAGE, traditional(PAGE), PAGE.replace("\n", "\r\n"), PAGE.replace("：", ":")])
def test_a_page_becomes_its_instalments(spelling):
    shown = [(date(2026, 1, 10), 90), (date(2026, 2, 10), 90), (date(2026, 3, 10), 90), (date(2026, 7, 10), 75)]
    assert read_on(spelling) == [(day, 1000, interest, 0) for day, interest in shown]
    assert read_repayment(spelling, SEEN).rates.year == 18
    assert read_repayment(spelling, SEEN).settled == 1


def test_instalments_that_are_all_alike_become_the_figures_of_a_case():
    text = "".join(f"2026-{month:02}-10 本金 1000 利息 90\n" for month in (5, 6, 7, 8)) + "年利率 18%"
    given = read_repayment(text, SEEN).figures(SEEN)
    assert (given["due_on"], given["missed"], given["remaining"]) == ("2026-05-10", "2", "2000")
    case = read({name: value for name, value in given.items() if value}, SEEN)[0]
    assert case.instalments() == read_repayment(text, SEEN).rows


@pytest.mark.parametrize("column", range(1, 4))
@pytest.mark.parametrize("place", range(4))
def test_what_is_taken_is_what_was_shown(place, column):
    """One figure of one instalment differs, due or still to come: the case then holds that very figure."""
    rows = [[f"2026-{month:02}-10", 1000, 90, 20] for month in (5, 6, 7, 8)]
    rows[place][column] += 1
    text = "\n".join("{} 本金 {} 利息 {} 服务费 {}".format(*row) for row in rows) + "\n年利率 18%"
    read_back = read_repayment(text, SEEN)
    given = {name: value for name, value in read_back.figures(SEEN).items() if value}
    case = read(given, SEEN)[0]
    assert case.instalments() == read_back.rows
    assert [[str(r.due_on), r.principal, r.interest, r.fee] for r in case.instalments()] == rows


def test_days_overdue_stand_in_for_a_day():
    assert read_on("逾期本金 3000\n应还利息 270\n逾期天数 171天") == [(date(2026, 1, 10), 3000, 270, 0)]
    assert refused("已逾期，请3天内处理\n本金 3000 利息 270").key == "repayment.no_day"
    assert refused("逾期30天上报征信\n本金 3000 利息 270").key == "repayment.no_day"


def test_instalments_that_differ_are_listed_one_by_one():
    held = read_repayment("1 2026-01-10 本金 1000 利息 90\n2 2026-02-10 本金 1000 利息 75", SEEN).figures(SEEN)
    assert set(held) == {"rows"}
    assert [row[:3] for row in check("rows", held["rows"])] == [
        (date(2026, 1, 10), D(1000), D(90)),
        (date(2026, 2, 10), D(1000), D(75)),
    ]


@pytest.mark.parametrize(
    ("text", "principal", "interest", "parts"),
    [
        ("2026-01-10 应还总额 1,218.25 罚息 128.25", "1090.00", 0, "sum"),
        ("2026-01-10 应还 1,090.00 利息 90.00", "1000.00", 90, "both"),
        ("2026-01-10 应还 1,090.00", "1090.00", 0, "sum"),
        ("2026-01-10 本金 1,000.00", "1000.00", 0, "principal"),
    ],
)
def test_a_sum_leaves_the_principal_or_stands_for_it_and_that_is_said(text, principal, interest, parts):
    row = read_repayment(text, SEEN).rows[0]
    assert (row.principal, row.interest) == (D(principal), interest)
    assert read_repayment(text, SEEN).parts == parts


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "bill.file_no_amount"),
        ("你好", "bill.file_no_amount"),
        ("本金 1000", "repayment.no_day"),
        ("2026-01-10", "bill.file_no_amount"),
        ("2026-13-45 本金 1000", "field.day"),
        ("26/01/10 本金 1000 利息 90", "field.day"),
        ("1/12 本金 1000 利息 90", "repayment.pair"),
        ("2026-01-10 本金 1.2万", "repayment.figure"),
        ("2026-01-10 本金 1,2345.00", "repayment.figure"),
        ("2026-01-10 本金 1 234.56 利息 90", "repayment.loose"),
        ("2026-01-10 应还 1090.00 ×2\n合计应还 2180.00", "repayment.no_principal"),
        ("2026-01-10 应还 1090.00 服务费 20", "repayment.no_principal"),
        ("2026-01-10 应还 1100.00 本金 1000 利息 90", "repayment.total"),
        ("2026-01-10 本金 1000 利息 90 信息费 20.00", "repayment.loose"),
        ("2026-01-10 本金 1000 利息 90 已还 500.00", "repayment.paid"),
        ("2026-01-10 本金 1000 利息 90 减免 5.00", "repayment.waived"),
        ("2026-01-10 本金 1000 利息 90\n2026-01-10 本金 1000 利息 90", "repayment.twice"),
        ("2026-01-10 本金 1000 利息 90 本金 900", "repayment.two"),
        ("2026-01-10 已还清 本金 1000 利息 90", "repayment.all_paid"),
        ("2026-01-10 本金 1000 利息 90\n已还清的部分", "repayment.status"),
        ("1,000.00\n应还本金\n90.00\n应还利息\n2026-01-10", "repayment.loose"),
        ("2026-01-10\n本金\n利息\n1000\n90", "repayment.unclear"),
        ("2026-01-10 本金 1000\n本金 1000\n2026-02-10", "repayment.unclear"),
        ("应还日 2026-01-10 本金 1000 利息 90\n2026-02-10 本金 1000 利息 90", "repayment.day"),
        ("2026-01-10 已还清 本金 1000 利息 90\n2026-02\n-10 本金 1000 利息 90", "repayment.two"),
        ("2026-01-10 本金 1000 利息 90\n换卡 2026-02-10", "repayment.day"),
        ("本金 1\n" * 50_000, "field.text"),
        ("2026-01-10 本金 100 利息 1\n" * 3000, "field.rows_many"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(text, why):
    assert refused(text).key == why


def test_what_was_paid_nothing_of_and_links_to_what_is_paid_drop_nothing():
    text = "2026-01-10 本金 1000 利息 90 已还 0.00\n2026-02-10 本金 1000 利息 90\n查看已还清的借款"
    assert len(read_on(text)) == 2


@pytest.mark.parametrize("day", ["2026.01.10", "20260110", "Jan 10, 2026", "10 Jan 2026", "2026年1月10日", "2026/1/10"])
def test_a_day_is_read_in_every_spelling_its_field_takes(day):
    assert read_on(f"{day} 本金 1000 利息 90") == [(date(2026, 1, 10), 1000, 90, 0)]


@pytest.mark.parametrize(
    ("day", "days"),
    [
        ("10/01/2025", (date(2025, 1, 10), date(2025, 10, 1))),
        ("11/10/2026", (date(2026, 10, 11), date(2026, 11, 10))),
        ("3月10日", (date(2026, 3, 10), date(2027, 3, 10))),
    ],
)
def test_a_day_that_can_be_two_is_asked_with_its_place(day, days):
    text = f"还款计划\n{day} 本金 1000 利息 90"
    error = refused(text)
    assert (error.key, error.fields["days"]) == ("field.which_day", days)
    start, end = error.fields["at"]
    assert text[start:end] == day
    for meant in days:
        assert read_on(text[:start] + meant.isoformat() + text[end:])[0][0] == meant


def test_days_overdue_and_the_instalment_beside_it_give_a_day_its_year():
    assert read_on("1月10日 已逾期324天 本金 1000 利息 90", date(2026, 11, 30))[0][0] == date(2026, 1, 10)
    page = "12月10日 本金 1000 利息 90\n2027-01-10 本金 1000 利息 90\n2月10日 本金 1000 利息 90"
    assert [row[0] for row in read_on(page)] == [date(2026, 12, 10), date(2027, 1, 10), date(2027, 2, 10)]


@pytest.mark.parametrize("other", ["上次还款 2026-02-10", "2026-02-10 放款", "截至 2026-02-10", "借款日 2026-02-10"])
def test_another_day_is_no_due_day(other):
    assert [row[0] for row in read_on(f"2026-01-10 本金 1000 利息 90\n{other}")] == [date(2026, 1, 10)]


@pytest.mark.parametrize(
    ("line", "year", "day", "late", "left"),
    [
        ("年利率 18%", 18, None, None, ()),
        ("逾期年利率 36%\n年利率 24%", 24, None, None, ("逾期年利率 36%",)),
        ("日利率 0.05%", None, D("0.05"), None, ()),
        ("逾期日利率 0.05%", None, None, D("0.05"), ()),
        ("年化利率7.2%-24%", None, None, None, ("年化利率7.2%-24%",)),
        ("年化利率 7.2%起", None, None, None, ("年化利率 7.2%",)),
        ("年利率 18%\n年利率 24%", None, None, None, ("年利率 18%", "年利率 24%")),
        ("年利率 18%\n综合年化成本 23.5%", 18, None, None, ("综合年化成本 23.5%",)),
        ("利率 18%", None, None, None, ("利率 18%",)),
        ("首期享8% 优惠", None, None, None, ()),
    ],
)
def test_a_rate_is_the_contracts_only_where_the_page_says_so(line, year, day, late, left):
    rates = read_repayment(f"2026-01-10 本金 1000 利息 90\n{line}", SEEN).rates
    assert (rates.year, rates.day, rates.late, rates.left) == (year, day, late, left)


def test_a_rate_by_the_day_is_taken_as_it_was_answered():
    read_back = read_repayment("2026-01-10 本金 1000 利息 90\n日利率 0.05%", SEEN)
    answered = {meant: read_back.figures(SEEN, meant, D(18)) for meant in (None, "loan", "late", "year")}
    assert {meant: (held.get("rate"), held.get("daily_rate")) for meant, held in answered.items()} == {
        None: (None, None),
        "loan": ("18", ""),
        "late": ("", "0.05"),
        "year": ("0.05", ""),
    }
