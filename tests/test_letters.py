"""The letters: what they say, what they leave out, and that Word files open with Chinese intact."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from overdue.accrual import accrue
from overdue.exports.letters import file_name, letter_file
from overdue.law import LAW
from overdue.model import Instalment, Lender, Loan
from overdue.negotiation import Ask, Figures, Letter, LetterKind, LogEntry, Role, Writer, figures, lacking, letter
from overdue.negotiation.letters import BLANK
from overdue.words import Lang, words
from tests.needed import needs

ON = date(2026, 7, 1)
FULL = Writer(
    name="李四",
    phone="PHONE",
    lender="某某银行",
    contract="NO-1",
    reason="二月住院，收入减半。",
    facts="六月一日来电。",
    wanted="更正联系方式。",
)
LOG = (LogEntry(on=date(2026, 6, 1), at=time(21, 5), who="自称王某", said="说要通知单位"),)
ASK = Ask(first_on=date(2026, 8, 1), amount="300", months=12)


def case(lender: Lender = Lender.PLATFORM, contract_on: date = date(2025, 9, 10)) -> Figures:
    rows = [Instalment(due_on=date(2026, month, 10), principal="1000", interest="90") for month in (1, 2, 3)]
    loan = Loan(lender=lender, contract_on=contract_on, annual_rate="0.18", instalments=rows)
    return figures(accrue(loan, date(2026, 6, 30)))


def full(kind: LetterKind) -> Letter:
    return letter(kind, FULL, ON, case(), ASK, LOG)


@pytest.mark.parametrize("kind", list(LetterKind))
class TestEveryLetter:
    def test_what_is_for_the_writer_stands_beside_it_and_in_no_paragraph(self, kind: LetterKind) -> None:
        for over in (False, True):
            found = letter(kind, FULL, ON, case(), ASK, LOG, over)
            assert found.note.role is Role.NOTE and found.note.zh and found.note.en
            texts = found.text(Lang.ZH), found.text(Lang.EN)
            assert not [text for text in texts if found.note.zh in text or found.note.en in text]
            for mark in ("这是什么", "【说明】", "计算工具", "重新起算", "必须接受", "No office must accept"):
                assert not [text for text in texts if mark in text], mark

    def test_what_must_be_answered_says_by_when_and_nothing_says_otherwise(self, kind: LetterKind) -> None:
        faces = [p.zh for p in full(kind).paragraphs if p.role is Role.FACE]
        days = {
            LetterKind.COMPLAINT_LENDER: str(LAW.value("PLAN-8", "answer_days", ON)),
            LetterKind.DISPUTE: str(LAW.value("CR-8", "dispute_days", ON)),
        }
        assert bool(faces) == (kind in {*days, LetterKind.COMPLAINT_REGULATOR})
        assert not faces or days.get(kind, "答复") in faces[0]

    def test_after_the_end_of_the_limitation_period_nothing_is_proposed_or_acknowledged(self, kind: LetterKind) -> None:
        over = letter(kind, FULL, ON, case(), ASK, LOG, over=True)
        text = over.text(Lang.ZH)
        assert over.over and not full(kind).over
        if kind in (LetterKind.HARDSHIP, LetterKind.BILL, LetterKind.COMPLAINT_LENDER, LetterKind.STOP_OTHERS):
            assert "我不放弃包括诉讼时效在内的任何抗辩" in text and "limitation included" in over.text(Lang.EN)
        if kind in (LetterKind.HARDSHIP, LetterKind.BILL):
            for trace in ("3,587.25", "300.00", "我提议", "按我自己的计算", "按合同自行计算"):
                assert trace not in text, trace

    def test_it_names_every_rule_it_rests_on(self, kind: LetterKind) -> None:
        found = full(kind)
        rules = next(p for p in found.paragraphs if p.role is Role.RULES)
        assert found.citations
        for cited in found.citations:
            assert LAW.sources[cited.source].title.zh in rules.zh
            assert (cited.clause.zh in rules.zh) == (cited.standing == "text")
            assert LAW.sources[cited.source].title.en in rules.en
            assert cited.standing in ("text", "report"), cited.rule

    def test_both_languages_hold_the_same_paragraphs_and_no_brace(self, kind: LetterKind) -> None:
        for paragraph in full(kind).paragraphs:
            assert paragraph.zh and paragraph.en
            assert "{" not in paragraph.zh + paragraph.en
            assert ("{" in paragraph.zh) == ("{" in paragraph.en)

    def test_what_is_not_given_is_left_out_or_a_blank(self, kind: LetterKind) -> None:
        bare = letter(kind, Writer(), ON)
        text = bare.text(Lang.ZH)
        assert "____" in text and "None" not in text
        announced = ("具体情况：", "困难情况：", "我提议：", "说明：", "另请：")
        given = [p for p in bare.paragraphs if p.zh.startswith(announced)]
        assert not [p for p in given if not (p.zh.endswith("：" + BLANK) and p.en.endswith(": " + BLANK))]
        assert "我记录的来往" not in text and not [p for p in given if p.zh.startswith("另请：")]

    def test_what_it_announces_can_be_filled_in(self, kind: LetterKind) -> None:
        filled = {
            LetterKind.HARDSHIP: ["困难情况：", "我提议："],
            LetterKind.STATEMENT: ["说明："],
            LetterKind.COMPLAINT_LENDER: ["具体情况："],
            LetterKind.COMPLAINT_REGULATOR: ["具体情况："],
            LetterKind.DISPUTE: ["具体情况："],
        }
        paragraphs = [p.zh for p in letter(kind, Writer(), ON).paragraphs if p.role is Role.BODY]
        assert [p for p in paragraphs if p.endswith("：" + BLANK)] == [f"{a}{BLANK}" for a in filled.get(kind, [])]

    def test_the_word_file_is_the_chinese_letter_word_for_word_and_nothing_else(self, kind: LetterKind) -> None:
        found = full(kind)
        document = Document(BytesIO(letter_file(found)))
        assert [line.text for line in document.paragraphs] == [p.zh for p in found.paragraphs]
        assert not document.tables and "version" not in found.text(Lang.ZH)
        assert "SimSun" in str(document.paragraphs[0].runs[0]._element.rPr.rFonts.attrib)
        assert file_name(found, words(Lang.ZH)).endswith(".docx") and "李四" not in file_name(found, words(Lang.ZH))

    def test_a_letter_that_lacks_nothing_has_no_blank_and_one_that_lacks_says_what(self, kind: LetterKind) -> None:
        assert lacking(kind, FULL, ASK, LOG) == () and BLANK not in full(kind).text(Lang.ZH)
        for name in lacking(kind, Writer(), None):
            assert words(Lang.ZH).has(f"letters.lack.{name}")
            given = FULL.model_copy(update={name: ""}) if name != "proposal" else FULL
            less = letter(kind, given, ON, case(), None if name == "proposal" else ASK)
            assert lacking(kind, given, None if name == "proposal" else ASK) == (name,)
            assert BLANK in less.text(Lang.ZH)
        over = letter(kind, FULL.model_copy(update={"reason": ""}), ON, case(), None, LOG, over=True)
        if kind is LetterKind.HARDSHIP:
            assert lacking(kind, FULL.model_copy(update={"reason": ""}), None, LOG, over=True) == ()
            assert BLANK not in over.text(Lang.ZH)

    def test_the_number_of_a_contract_alone_may_be_filled_in_by_hand(self, kind: LetterKind) -> None:
        given = FULL.model_copy(update={"contract": ""})
        assert lacking(kind, given, ASK, LOG) == ()
        assert letter(kind, given, ON, case(), ASK, LOG).text(Lang.ZH).count(BLANK) == 1


def test_the_figures_of_the_case_stand_in_both_languages() -> None:
    text = full(LetterKind.HARDSHIP)
    for amount in ("3,587.25", "317.25", "3,000.00", "270.00", "300.00", "3,600.00"):
        assert amount in text.text(Lang.ZH) and amount in text.text(Lang.EN)
    assert "171天" in text.text(Lang.ZH) and "共 12 期" in text.text(Lang.ZH)


def test_what_asks_for_time_warns_of_limitation_and_what_asks_for_papers_acknowledges_nothing() -> None:
    assert "三年重新起算" in words(Lang.ZH)("letters.note.running", limitation=ON)
    assert "失去抗辩" in words(Lang.ZH)("letters.note.over", limitation=ON)
    assert "不构成对债务或金额的确认" in letter(LetterKind.BILL, Writer(), ON).text(Lang.ZH)
    assert "不删除真实的记录" in letter(LetterKind.DISPUTE, Writer(), ON).note.zh


def test_compound_interest_is_named_where_there_is_some_and_what_is_without_penalty_says_so() -> None:
    held = case()
    assert "复利" not in held.parts(words(Lang.ZH))
    assert "复利 1.00 元" in replace(held, compound=Decimal(1)).parts(words(Lang.ZH))
    assert "没有计入罚息" in replace(held, rate_known=False).parts(words(Lang.ZH))


def test_a_rule_younger_than_the_contract_is_not_cited() -> None:
    def rules(contract_on: date) -> set[str]:
        return {c.rule for c in letter(LetterKind.BILL, Writer(), ON, case(contract_on=contract_on)).citations}

    assert "PEN-9" not in rules(date(2025, 9, 10)) and "PEN-8" in rules(date(2025, 9, 10))
    assert "PEN-8" not in rules(date(2020, 1, 10))


def test_a_personalised_plan_is_asked_of_a_card_issuer_alone() -> None:
    for lender in Lender:
        found = letter(LetterKind.HARDSHIP, Writer(), ON, case(lender))
        assert ("PLAN-1" in {c.rule for c in found.citations}) == (lender is Lender.CREDIT_CARD)
        assert ("个性化分期" in found.text(Lang.ZH)) == (lender is Lender.CREDIT_CARD)


def test_a_rule_of_conduct_is_not_cited_before_its_day() -> None:
    early = letter(LetterKind.STOP_OTHERS, Writer(), date(2026, 1, 29))
    assert {c.rule for c in early.citations} == {"COL-9", "COL-10", "COL-19"}


def test_a_micro_loan_company_is_complained_of_where_it_is_supervised() -> None:
    for lender in Lender:
        to = next(
            p.zh for p in letter(LetterKind.COMPLAINT_REGULATOR, FULL, ON, case(lender)).paragraphs if p.role is Role.TO
        )
        assert ("地方金融管理部门" in to) == (lender is Lender.MICRO_LOAN)


def test_consent_is_withdrawn_only_where_it_was_given() -> None:
    text = full(LetterKind.STOP_OTHERS).text(Lang.ZH)
    assert "如果我以前同意过，现撤回同意" in text and "我没有同意" not in text


def test_a_complaint_that_lists_the_log_needs_no_line_to_fill_in() -> None:
    for kind in (LetterKind.COMPLAINT_LENDER, LetterKind.COMPLAINT_REGULATOR):
        assert "具体情况" not in letter(kind, Writer(), ON, entries=LOG).text(Lang.ZH)
    assert f"具体情况：{BLANK}" in letter(LetterKind.DISPUTE, Writer(), ON, entries=LOG).text(Lang.ZH)


def test_the_log_is_listed_in_letters_on_conduct_and_in_no_other() -> None:
    for kind in LetterKind:
        listed = "自称王某" in full(kind).text(Lang.ZH)
        assert listed == (kind in (LetterKind.COMPLAINT_LENDER, LetterKind.COMPLAINT_REGULATOR, LetterKind.STOP_OTHERS))


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=60), st.text(max_size=120))
def test_whatever_is_typed_is_kept_as_text(name: str, reason: str) -> None:
    writer = Writer(name=name, reason=reason)
    document = Document(BytesIO(letter_file(letter(LetterKind.HARDSHIP, writer, ON))))
    text = "\n".join(line.text for line in document.paragraphs)
    for typed in (writer.name, writer.reason):
        assert typed.replace("\r", "\n").replace("\t", "\t") in text.replace("\r", "\n")


def test_braces_and_markup_are_only_characters() -> None:
    writer = Writer(name="{name} <b>&amp;", reason="{penalty:>99999999}")
    text = letter(LetterKind.HARDSHIP, writer, ON).text(Lang.EN)
    assert "{name} <b>&amp;" in text and "{penalty:>99999999}" in text


@needs("libreoffice-writer", "soffice")
def test_libreoffice_opens_the_letter_with_chinese_intact(tmp_path: Path) -> None:
    found = full(LetterKind.HARDSHIP)
    (tmp_path / "letter.docx").write_bytes(letter_file(found))
    alone = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    asked = ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path), str(tmp_path / "letter.docx")]
    subprocess.run([*alone, *asked], check=True, capture_output=True, timeout=600)
    if not (tmp_path / "letter.txt").exists():
        pytest.skip("this LibreOffice has no Writer (Debian package: libreoffice-writer)")
    text = (tmp_path / "letter.txt").read_text(encoding="utf-8-sig")
    for paragraph in found.paragraphs:
        for line in paragraph.zh.split("\n"):
            assert line.strip() in text
    assert "3,587.25" in text
