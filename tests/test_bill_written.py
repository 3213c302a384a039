"""Bills are made here in many writings: each is read back exactly, or the figure is left out by name; never wrong."""

from __future__ import annotations

from decimal import Decimal as D
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from overdue.casefile.bill_file import read_bill_file, read_bill_text
from overdue.model import OverdueError
from overdue.words import Lang, words

NAMES = {
    "principal": ["本金", "逾期本金", "應還本金", "Principal"],
    "interest": ["利息", "应还利息", "contract interest"],
    "penalty": ["罚息", "逾期罰息", "Penalty"],
    "total": ["合计", "应还总额", "Total amount due"],
}
WRITINGS = [
    lambda a: f"{a:.2f}",
    lambda a: f"{a:,.2f}",
    lambda a: f"￥{a:,.2f}",
    lambda a: f"{a:.2f}元",
    lambda a: f"{a:,.2f} 元",
    lambda a: f"{a:,.2f}".replace(",", "\u00a0"),
    lambda a: f"{a:.2f}".translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789."}),
]
SPOILT = [
    lambda a: f"{a / 10000:.2f}万元",
    lambda a: f"{a:.0f}千元",
    lambda a: f"{a:,.2f}".replace(",", " "),
    lambda a: f"{a:,.2f}".replace(",", ", "),
    lambda a: f"{a:,.2f}".replace(",", "'"),
    lambda a: f"{a:.2f}".replace(".", ","),
    lambda a: f"{a:,.2f}".replace("0", "O"),
    lambda a: f"{a:.2f}"[:1] + "\u200b" + f"{a:.2f}"[1:],
    lambda a: f"{a:.2f}"[:1] + "\x00" + f"{a:.2f}"[1:],
    lambda a: f"\u2212{a:.2f}",
    lambda a: f"\u2013{a:.2f}",
    lambda a: f"({a:.2f})",
    lambda a: f"{a:.2f}-",
    lambda a: f"{a:.0f}-{a + 10:.0f}元",
    lambda a: f"{a:.2f}元/天",
    lambda a: f"约{a:.2f}",
    lambda a: f"2026年1月10日到期 {a:.2f}",
    lambda a: f"{a:.2f}①",
    lambda a: f"{a:.2f} USD",
]
money = st.integers(1_000_00, 9_999_999_99).map(lambda fen: D(fen) / 100)
figures = st.fixed_dictionaries(dict.fromkeys(NAMES, money))
marks = st.sampled_from([("：", "\n"), (" ", "，"), ("", "；"), ("\t", "\n"), (":\n", "\n"), (" ", " ")])


def lines(data, held, writings):
    between, after = data.draw(marks)
    return after.join(
        data.draw(st.sampled_from(NAMES[name])) + between + data.draw(st.sampled_from(writings(name)))(amount)
        for name, amount in held.items()
    )


def taken(read, given_):
    """What was read of a bill, or nothing where it was refused with a sentence."""
    try:
        found = read(given_)
    except OverdueError as error:
        assert all(words(lang).error(error) for lang in Lang)
        return {}, ()
    return found.bill.model_dump(exclude_none=True), found.unread


@settings(max_examples=150, deadline=None)
@given(st.data(), figures)
def test_a_bill_written_well_is_read_back(data, held):
    assert taken(read_bill_text, lines(data, held, lambda _: WRITINGS)) == (held, ())


@settings(max_examples=300, deadline=None)
@given(st.data(), figures, st.sampled_from(list(NAMES)))
def test_a_figure_that_is_not_certain_is_never_read_wrong(data, held, spoilt):
    text = lines(data, held, lambda name: SPOILT if name == spoilt else WRITINGS)
    read, unread = taken(read_bill_text, text)
    assert read.items() <= held.items()
    assert unread or spoilt in read or not read


@settings(max_examples=100, deadline=None)
@given(
    st.data(),
    figures,
    st.sampled_from(["已还{}", "减免{}", "可减免{}", "实还{}", "未到期{}", "waived {}", "{}减免", "每日{}"]),
    st.sampled_from(list(NAMES)),
    money,
)
def test_what_was_paid_or_waived_is_not_owed(data, held, aside, name, other):
    said = f"{aside.format(NAMES[name][0])} {other:.2f}"
    text = lines(data, held, lambda _: WRITINGS)
    for whole in (f"{said}\n{text}", f"{text}\n{said}", f"{text}。{said}"):
        assert taken(read_bill_text, whole)[0].items() <= held.items()
    assert not taken(read_bill_text, said)[0]


def book(rows):
    made, saved = Workbook(), BytesIO()
    for row in rows:
        made.active.append(row)
    made.save(saved)
    return saved.getvalue()


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.tuples(money, money), min_size=1, max_size=4),
    st.sampled_from(["小计", "共计", "汇总", "合 计", "Sum", "TOTAL", "第1-3期小计", "总 计"]),
    st.sampled_from(["已结清", "未到期", "已还清"]),
    st.sampled_from([None, "约1000", "1000/2000", "#REF!", "=A1+1", "1,00", "待定"]),
    st.booleans(),
)
def test_a_table_is_added_up_or_its_column_left_out(rows, sum_, standing, odd, parts):
    table = (
        [["期数", "实还本金", "应还本金", "利息", "剩余本金", "状态"]]
        if parts
        else [["期数", "已还", "本金", "利息", "备注", "状态"]]
    )
    for number, (principal, interest) in enumerate(rows):
        table.append([number + 1, D("77.77"), principal, interest, D("5000"), "逾期"])
    table.append([9, D("1"), D("500"), D("50"), D("1"), standing])
    sums = [sum(column) for column in zip(*rows, strict=True)]
    table.append([sum_, "", sums[0], sums[1], "", ""])
    held = {"principal": sums[0], "interest": sums[1]}
    if odd is not None:
        table.insert(1, [0, "", odd, D("1"), "", "逾期"])
    csv = "\n".join("\t".join(str(cell) for cell in row) for row in table)
    for read, unread in (taken(read_bill_text, csv), taken(read_bill_file, book(table))):
        assert read.items() <= held.items()
        assert odd is None or "principal" not in read
        assert odd is not None or parts or (read == held and any(standing in piece for piece in unread))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("项目\t已还\t未还\n本金\t5000\t3000", {"principal": 3000}),
        ("已还本金 5000.00 … 剩余本金 3000.00", {"principal": 3000}),
        ("今日还款可减免罚息300元，逾期金额1500元", {"total": 1500}),
        ("本金 1000，请于3天内还清", {"principal": 1000}),
        ("本金 1000，宽限期3天，逾期10天", {"principal": 1000, "days": 10}),
        ("本金(万元)\t利息\n1.20\t0.3", {}),
        ("单位：万元\n本金 1.20", {}),
        ("第1期 本金 1000 利息 90\n第2期 本金 1000 利息 90", {}),
        ("名称\t金额/万元\n本金\t3", {}),
        ("每期本金 500", {}),
        ("手续费 20，手续费 20，本金 100", {}),
        ("本金 1.2 w", {}),
        ("借款一 本金 1000 利息 50\n借款二 本金 2000 利息 70\n合计 3120", {}),
        ("本金\n利息\n罚息\n3000\n270\n317.25", {}),
        ("3000.00\n本金\n270\n利息\n317.25\n罚息", {}),
        ("期数\t本金\t利息\n1\t1000\t90\n本金\t利息\t罚息\n2000\t80\t5", {}),
    ],
)
def test_figures_that_belong_elsewhere(text, expected):
    assert taken(read_bill_text, text)[0] == expected


def test_a_comma_that_was_not_quoted_parts_no_amount():
    assert taken(read_bill_file, "逾期本金,3,000.00".encode())[0] == {}
    assert taken(read_bill_file, "本金,利息\n3,000.00,270".encode())[0] == {}
