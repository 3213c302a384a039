"""What a household takes away: the statement, the calendar, the workbook and the letters say what the division says."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal as D
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook

from overdue.exports.calendar import calendar_file, division_entries
from overdue.exports.household import workbook
from overdue.exports.letters import letter_file
from overdue.exports.statement import statement_docx
from overdue.household import Debt, Division, Help, Household, Way, divide, near_days, picture
from overdue.milestones.clocks import Suit
from overdue.model import Instalment, Lender, Loan, OverdueError, Penalty
from overdue.negotiation import Letter, LetterKind, Writer, figures, lacking, letter, share_of
from overdue.periods import add_period
from overdue.proposal import LumpSum
from overdue.words import Lang, words
from tests.test_workbook import changed, needs_office, recalculated

AS_OF = date(2026, 6, 30)
NOTE = "示例 · Example：某某；规则核对至2026年11月22日；应用版本 0.1.0；制作于2026年11月29日"
NAMES = {"bank": "某某银行", "app": "=某某小贷", "card": "信用卡\x07"}
ZH, EN = words(Lang.ZH), words(Lang.EN)


def debt(key: str, missed: int, each: str, rate: str, lender: Lender = Lender.PLATFORM, **more: object) -> Debt:
    first = add_period(AS_OF, months=-missed)
    rows = [Instalment(due_on=add_period(first, months=n), principal=each, interest="40") for n in range(missed + 2)]
    loan = Loan(
        lender=lender,
        contract_on=add_period(first, months=-3),
        annual_rate=rate,
        instalments=rows,
        penalty=Penalty(uplift="0.5"),
    )
    return Debt(key=key, loan=loan, **more)


HOME = Household(
    debts=[
        debt("bank", 3, "1000", "0.12", Lender.BANK),
        debt(
            "app",
            5,
            "400",
            "0.24",
            offer=LumpSum(pay_on=date(2026, 7, 20), amount="1500", valid_until=date(2026, 7, 20)),
        ),
        debt("card", 2, "700", "0.18", Lender.CREDIT_CARD),
    ],
    income="6000",
    needs="4200",
    savings="900",
    helps=[Help(on=date(2026, 7, 10), amount="800")],
)


def divided(way: Way = Way.FAIR, monthly: str = "1700", **more: object) -> Division:
    return divide(HOME, AS_OF, monthly, way, **more)


def texts(data: bytes) -> tuple[list[str], list[list[str]], str]:
    paper = Document(BytesIO(data))
    rows = [[box.text for box in row.cells] for table in paper.tables for row in table.rows]
    return [line.text for line in paper.paragraphs if line.text], rows, paper.sections[0].footer.paragraphs[0].text


class TestTheStatement:
    def test_what_comes_in_goes_out_is_left_and_who_gets_what(self) -> None:
        found = divided()
        lines, rows, foot = texts(statement_docx(HOME, found, AS_OF, ZH, NAMES, NOTE))
        money = {row[0]: row[1] for row in rows if len(row) == 2}
        assert (money["每月收入"], money["每月剩余"]) == ("6,000.00 元", "1,800.00 元")
        assert (money["其中用于还债"], money["2026年7月10日一次性投入还债"]) == ("1,700.00 元", "800.00 元")
        shares = {row[0]: row[4] for row in rows if len(row) == 6}
        month = next(row for row in found.months if row.number == 1)
        assert [shares[name] for name in ("某某银行", "=某某小贷", "信用卡")] == [
            ZH.yuan(month.paid[key]) for key in ("bank", "app", "card")
        ]
        assert shares["合计"] == "1,700.00 元" == ZH.yuan(sum(month.paid.values(), D(0)))
        seen = picture(HOME, AS_OF)
        assert [row[1] for row in rows if row[0] == "合计"] == [ZH.yuan(seen.owed)]
        assert ZH.yuan(found.paid) in "".join(lines) and ZH.yuan(found.charges) in "".join(lines)
        assert foot == NOTE

    def test_needs_stand_in_parts_where_they_were_given_and_as_one_sum_where_not(self) -> None:
        spending = {"rent": D(1800), "family": D(900), "other": D(1500)}
        rows = texts(statement_docx(HOME, divided(), AS_OF, ZH, NAMES, spending=spending))[1]
        at = next(place for place, row in enumerate(rows) if row[0].startswith("每月必需支出"))
        assert [row[0].strip("　") for row in rows[at + 1 : at + 5]] == [
            "其中：房租",
            "其中：抚养、赡养，付给别人的工资",
            "其中：其他",
            "每月剩余",
        ]
        assert not any("其中：" in row[0] for row in texts(statement_docx(HOME, divided(), AS_OF, ZH, NAMES))[1])

    def test_in_english_without_an_offer_taken_nothing_is_said_of_offers(self) -> None:
        plain = "".join(texts(statement_docx(HOME, divided(), AS_OF, EN, NAMES))[0])
        taken = "".join(texts(statement_docx(HOME, divided(taken=["app"]), AS_OF, EN, NAMES))[0])
        assert "own offer" not in plain and "own offer: =某某小贷" in taken
        assert "highest penalty rate" in "".join(texts(statement_docx(HOME, divided(Way.DEAREST), AS_OF, EN))[0])

    def test_where_it_is_not_paid_off_it_says_so_and_names_no_day(self) -> None:
        lines, rows, _ = texts(statement_docx(HOME, divided(monthly="20"), AS_OF, EN, NAMES))
        assert "not paid off within 120 months: 某某银行, =某某小贷 and 信用卡" in "".join(lines)
        assert [row[5] for row in rows if len(row) == 6][1:] == ["not paid off"] * 3 + [""]
        assert "everything is paid on" not in "".join(lines)


class TestTheCalendar:
    def test_every_payment_of_every_debt_stands_on_its_day(self) -> None:
        found = divided(taken=["app"])
        entries = division_entries(found, NAMES, ZH)
        assert len({entry.key for entry in entries}) == len(entries)
        days = {p.paid_on for course in found.debts for p in course.payments}
        assert {entry.day for entry in entries if entry.key.startswith("pay")} == days
        offer = next(entry for entry in entries if entry.day == date(2026, 7, 20))
        assert offer.text == "=某某小贷：1,500.00 元" and "1,500.00" in offer.title
        sums = [D(entry.title.split()[1].replace(",", "")) for entry in entries if entry.key.startswith("pay")]
        assert sum(sums) == found.paid
        ends = {entry.key: entry.day for entry in entries if not entry.key.startswith("pay")}
        assert ends == {"done": found.done_on, "record": found.last_record_day}
        file = calendar_file(entries, "x", "case", datetime(2026, 7, 1, tzinfo=UTC), NOTE)
        assert len(Calendar.from_ical(file).walk("VEVENT")) == len(entries)

    def test_what_is_never_paid_off_has_no_last_day(self) -> None:
        keys = {entry.key for entry in division_entries(divided(monthly="20"), {}, EN)}
        assert not keys & {"done", "record"} and len(keys) == 121


def rows_of(sheet: Any) -> dict[object, tuple[object, ...]]:
    """The rows of a sheet by their day."""
    return {row[1].date(): row for row in sheet.iter_rows(values_only=True) if isinstance(row[1], datetime)}


def yuan(value: object) -> D:
    return D(repr(value)).quantize(D("0.01"))


@needs_office
def test_the_workbook_recalculates_to_the_division_and_follows_a_change(tmp_path) -> None:
    found = divided(taken=["app"])
    scarce = HOME.model_copy(update={"needs": D(4500), "savings": D(100)})
    short = divide(scarce, AS_OF, "1700").first_short
    lean = workbook(scarce, divide(scarce, AS_OF, "1700"), AS_OF, EN, NOTE, NAMES)
    plain = workbook(HOME, found, AS_OF, ZH, NOTE, NAMES)
    made, told, moved = recalculated([plain, lean, changed(plain, needs=9999, monthly=2000)], tmp_path)
    months = rows_of(made.worksheets[0])
    assert list(months) == [row.paid_on for row in found.months]
    for row in found.months:
        cells = months[row.paid_on]
        assert (yuan(cells[2]), yuan(cells[7]), yuan(cells[8])) == (
            row.budget,
            sum(row.paid.values(), D(0)),
            row.unused,
        )
        left = rows_of(made.worksheets[2])[row.paid_on]
        assert yuan(left[5]) == sum(row.left.values())
        assert yuan(rows_of(moved.worksheets[0])[row.paid_on][8]) == row.unused + (300 if row.number else 0)
    assert "一共还欠" in [cell.value for row in made.worksheets[2].iter_rows(max_row=4) for cell in row]
    debts = {row[0]: row for row in made.worksheets[1].iter_rows(values_only=True)}
    assert [yuan(debts[name][5]) for name in ("某某银行", "=某某小贷", "信用卡")] == [c.paid for c in found.debts]
    assert yuan(debts["合计"][5]) == found.paid and yuan(debts["合计"][6]) == found.charges
    assert yuan(debts["合计"][1]) == picture(HOME, AS_OF).owed
    missing = {day: yuan(cells[10]) for day, cells in rows_of(told.worksheets[0]).items() if cells[0] != "Lump sum"}
    assert next((day, amount) for day, amount in missing.items() if amount) == (short.on, short.missing)
    assert yuan(list(rows_of(moved.worksheets[0]).values())[-1][10]) > 0
    for sheet in made.worksheets:
        assert NOTE in {cell for row in sheet.iter_rows(max_row=3, values_only=True) for cell in row}


class TestTheLetterToEachLender:
    WRITER = Writer(name="李四", lender="某某银行", contract="NO-1", reason="二月住院，收入减半。")

    def written(self, key: str, division: Division, **more: object) -> Letter:
        seen = next(debt for debt in picture(HOME, AS_OF).debts if debt.key == key)
        share = share_of(HOME, division, key, NAMES, **more)
        return letter(LetterKind.HARDSHIP, self.WRITER, AS_OF, figures(seen.ledger), share=share)

    def test_it_holds_its_share_to_the_fen_and_the_others_as_one_sum(self) -> None:
        found = divided()
        text = self.written("bank", found).text(Lang.ZH)
        bank = found.debts[0]
        listed = [f"{ZH.day(p.paid_on)} {ZH.yuan(p.amount)}" in text for p in bank.payments]
        assert listed == [True] * 6 + [False] * 2
        assert f"预计{ZH.day(bank.done_on)}付清，合计 {ZH.yuan(bank.paid)}" in text
        quick = divided(monthly="4000")
        text = self.written("bank", quick).text(Lang.ZH)
        assert f"合计 {ZH.yuan(quick.debts[0].paid)}，{ZH.day(quick.debts[0].done_on)}付清" in text
        assert all(f"{ZH.day(p.paid_on)} {ZH.yuan(p.amount)}" in text for p in quick.debts[0].payments)
        text = self.written("bank", found).text(Lang.ZH)
        others = sum((debt.owed for debt in picture(HOME, AS_OF).debts if debt.key != "bank"), D(0))
        assert f"还欠其他 2 家，到2026年6月30日到期未还合计 {ZH.yuan(others)}" in text
        assert "6,000.00" in text and "4,200.00" in text and "1,700.00" in text and "按比例分" in text
        for name in ("某某小贷", "信用卡", "____", "None", "示例", "版本"):
            assert name not in text, name

    def test_the_others_are_named_only_where_ticked(self) -> None:
        text = self.written("bank", divided(), named=True).text(Lang.ZH)
        assert "=某某小贷 " in text and "信用卡 " in text and "还欠其他" not in text

    @pytest.mark.parametrize(
        ("way", "key", "taken", "says"),
        [
            # 4 × 1,040 and 1,000 × 18 % / 360 × (92 + 61 + 31) days, of that and 2,822.80 and 2,268.30 in all
            (Way.FAIR, "bank", [], "按比例分：|贵方这一笔占 45.5%。"),
            (Way.FAIR, "bank", ["app"], "其中 1 家我已接受对方的方案，先按方案付款。|贵方这一笔占 65.2%。"),
            (Way.TALK, "card", [], "2026年10月30日以前我先与各家协商，暂不付款|贵方这一笔占 24.3%。"),
            (Way.DEAREST, "bank", [], "罚息率高的先还。|排在第 3 位，所以先付清前面各家"),
            (Way.DEAREST, "app", [], "罚息率高的先还。|排在第一，所以每月的款项先付给贵方。"),
            (Way.SMALLEST, "bank", ["app"], "欠款少的先还。|排在第 2 位，"),
            (Way.OWN, "card", [], "由我按自己的情况排定先后。|排在第 2 位，"),
        ],
    )
    def test_it_names_the_way_and_why_this_lender_gets_its_sum(self, way, key, taken, says) -> None:
        text = self.written(key, divided(way, taken=taken, order=["bank", "card"])).text(Lang.ZH)
        assert all(piece in text for piece in says.split("|")), text

    def test_where_nobody_else_is_left_to_divide_for_the_rest_is_its_own(self) -> None:
        two = HOME.model_copy(update={"debts": HOME.debts[:2]})
        found = divide(two, AS_OF, "1700", taken=["app"])
        assert "先按方案付款。余下的款项都付给贵方。" in "".join(share_of(two, found, "bank", NAMES).told(ZH))
        alone = HOME.model_copy(update={"debts": HOME.debts[:1]})
        told = "".join(share_of(alone, divide(alone, AS_OF, "1700"), "bank", NAMES).told(ZH))
        assert "还款办法" not in told and "余下" not in told

    def test_both_languages_hold_the_same_paragraphs_and_the_file_is_the_chinese_one(self) -> None:
        found = self.written("card", divided(Way.DEAREST), named=True)
        assert all(p.zh and p.en and "{" not in p.zh + p.en for p in found.paragraphs)
        assert "比例" not in found.text(Lang.ZH) and "个性化分期" in found.text(Lang.ZH)
        assert [line.text for line in Document(BytesIO(letter_file(found))).paragraphs] == [
            p.zh for p in found.paragraphs
        ]

    def test_an_offer_taken_is_accepted_and_a_debt_never_paid_off_promises_no_day(self) -> None:
        offered = divided(taken=["app"])
        text = self.written("app", offered).text(Lang.ZH)
        assert f"按贵方提出的方案付款，此后到期的照合同付，共 2 次，合计 {ZH.yuan(offered.debts[1].paid)}" in text
        assert "2026年7月20日 1,500.00 元" in text and "我提议" not in text
        text = self.written("bank", divided(monthly="200")).text(Lang.ZH)
        assert "还不清" in text and "付清" not in text.split("我提议")[1].split("请书面答复")[0]

    def test_a_lender_that_gets_nothing_is_refused_by_name(self) -> None:
        with pytest.raises(OverdueError) as refused:
            share_of(HOME, divided(Way.OWN, "20", order=["app"]), "card", NAMES)
        assert refused.value.key == "household.no_share"
        with pytest.raises(OverdueError) as refused:
            share_of(HOME, divided(), "nobody")
        assert refused.value.key == "household.no_such_debt"

    def test_after_the_limitation_period_no_share_is_offered(self) -> None:
        share = share_of(HOME, divided(), "bank")
        text = letter(LetterKind.HARDSHIP, self.WRITER, AS_OF, None, share=share, over=True).text(Lang.ZH)
        assert "我提议" not in text and "1,700.00" not in text and "任何抗辩" in text
        assert lacking(LetterKind.HARDSHIP, self.WRITER, share) == ()


def test_income_that_was_not_given_is_a_blank_and_no_nought() -> None:
    home = HOME.model_copy(update={"income": None})
    found = divide(home, AS_OF, "1700")
    assert [short.kind for short in found.shorts] == []
    rows = {row[0]: row[1] for row in texts(statement_docx(home, found, AS_OF, EN, NAMES))[1] if len(row) == 2}
    assert (rows["Income a month"], rows["Left each month"]) == ("____________", "____________")
    told = list(share_of(home, found, "bank").told(EN))
    assert (
        told[0] == "1,700.00 yuan a month is what there is for all my debts." and "0.00 yuan a month" not in told[0][8:]
    )
    sheet = load_workbook(BytesIO(workbook(home, found, AS_OF, EN, NOTE))).worksheets[0]
    assert [cell.value for cell in sheet["B"][4:6]] == [None, D(4200)]


def test_a_creditor_who_sued_stands_in_statement_calendar_and_letter() -> None:
    """Served on Friday 19 June 2026, fifteen days end on Saturday 4 July: the Monday after it."""
    sued = HOME.debts[0].model_copy(update={"suit": Suit(complaint_on=date(2026, 6, 19))})
    home = HOME.model_copy(update={"debts": (sued, *HOME.debts[1:])})
    found = divide(home, AS_OF, "1700")
    lines, _, _ = texts(statement_docx(home, found, AS_OF, ZH, NAMES))
    assert (
        "某某银行已经起诉，2026年6月19日收到起诉状副本，答辩期最晚到2026年7月6日，法院文书另有日期的，以文书为准。"
        in lines
    )
    days = {entry.key: entry for entry in division_entries(found, NAMES, ZH, near_days(home, AS_OF))}
    assert (days["answer bank"].day, days["answer bank"].alarm_days) == (date(2026, 7, 6), 3)
    assert days["offer_ends app"].day == date(2026, 7, 20) and "=某某小贷" in days["offer_ends app"].title
    assert "2026年6月19日收到起诉状副本" in list(share_of(home, found, "bank").told(ZH))[-1]
    assert not any("起诉状" in said for said in share_of(home, found, "card").told(ZH))
