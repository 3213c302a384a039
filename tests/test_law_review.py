"""What a second reading of the law found: the dangerous sentences stay away, the missing conditions stay in.

One test a row of ``docs/law-review.md`` (row 5: ``test_law_review_limitation``). A sentence is held by what it must
name, not by a copy of it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from overdue.claims import CLAIMS
from overdue.law import LAW
from overdue.milestones import (
    Binding,
    Papers,
    Said,
    hotlines,
    law_numbers,
    lawsuit,
    milestones_of,
)
from overdue.model import Instalment, Lender, Loan, NotInForce
from overdue.negotiation import LetterKind as Letters
from overdue.negotiation import Role, Writer, letter
from overdue.words import pairs

TODAY = date(2026, 11, 25)
REVIEW = Path(__file__).parents[1] / "docs" / "law-review.md"


def zh(key: str) -> str:
    return pairs()[key].zh


def card(number: int) -> str:
    return CLAIMS.card(f"V{number}").says.zh


def loan(lender: Lender | None = Lender.PLATFORM) -> Loan:
    rows = [Instalment(due_on=date(2022, 1, 10), principal="60000")]
    return Loan(lender=lender, contract_on=date(2021, 9, 10), annual_rate="0.18", instalments=rows)


def holds(text: str, *words: str) -> bool:
    return all(word in text for word in words)


# 1. Letters


@pytest.mark.parametrize("kind", list(Letters))
@pytest.mark.parametrize("over", [False, True])
def test_row_1_no_note_to_the_writer_is_in_a_letter(kind: Letters, over: bool) -> None:
    found = letter(kind, Writer(name="李四"), TODAY, over=over)
    text = "\n".join(p.zh for p in found.paragraphs)
    assert found.note.zh not in text
    for mark in ("没有哪个机构必须", "重新起算", "不是法律意见", "寄出"):
        assert mark not in text, mark
    assert all(p.role is not Role.NOTE for p in found.paragraphs)


# 2. Payment orders


def test_row_2_silence_makes_a_payment_order_enforceable() -> None:
    says = LAW.rule("JUD-7").says.zh
    assert holds(says, "书面", "申请强制执行", "没有能力清偿", "口头异议无效", "其他各项")
    assert {"civil-procedure-law", "civil-procedure-interpretation"} <= LAW.rule("JUD-7").documents
    for text in (zh("lawsuit.step.order.what"), zh("lawsuit.held.order.says"), card(67)):
        assert holds(text, "书面异议", "强制执行", "不算异议"), text
    order = next(s for s in lawsuit(Papers(order_on=date(2026, 9, 5)), date(2026, 9, 6)) if s.key == "order")
    assert order.deadline is not None and order.deadline.last_day == date(2026, 9, 20)


# 3. Electronic service


def test_row_3_consent_to_electronic_service_may_lie_in_the_contract() -> None:
    assert "诉讼前" in LAW.rule("JUD-23").says.zh and "电子送达须经本人同意" not in LAW.rule("JUD-21").says.zh
    for text in (zh("lawsuit.told_2"), card(73), zh("lawsuit.held.message.true_says")):
        assert holds(text, "约定", "短信", "期限可能已"), text
    step = next(s for s in lawsuit(Papers(), TODAY) if s.key == "service")
    assert "JUD-23" in {c.rule for c in step.citations}


# 4. The line that listens


def test_row_4_the_psychological_line_is_printed_from_the_shelf() -> None:
    numbers = law_numbers(TODAY)
    assert (numbers["support"], numbers["ambulance"], numbers["police"]) == ("12356", "120", "110")
    assert numbers["support_hours"] == 18 and hotlines(TODAY)[0].key == "support"
    for key in ("help.calm.five", "help.reach"):
        assert holds(zh(key), "{support}", "{police}", "{ambulance}"), key
    assert "没有核实到" not in zh("help.calm.five")
    with pytest.raises(NotInForce):
        LAW.value("HOT-11", "number", date(2025, 4, 30))


# 6. Crime


def test_row_6_nobody_is_judged_and_no_day_of_a_crime_is_dated() -> None:
    for lender in (*Lender, None):
        for m in milestones_of(loan(lender), TODAY):
            assert m.kind is Binding.CLAIMED or not {"PLAN-4", "PLAN-6"} & {c.rule for c in m.citations}
    assert not [key for key in pairs() if "card_line" in key]
    for key, text in pairs().items():
        if key.startswith(("lawsuit.crime.", "lawsuit.condition.", "help.")):
            assert "不构成" not in text.zh and "才可能涉及刑法" not in text.zh, key
            assert "换不换手机号" not in text.zh, key
    assert holds(zh("lawsuit.crime.civil"), "造假", "转移财产", "有能力", "换了号码")
    assert "先还本金" not in zh("lawsuit.crime.facts_decide") and "不一定先算本金" in zh("lawsuit.crime.payments")
    assert holds(LAW.rule("PLAN-4").says.zh, "数额较大", "两次以上处罚")
    assert "构成其他犯罪" in LAW.rule("PLAN-5").says.zh
    assert holds(zh("lawsuit.crime.some_not_met"), "同时都有", "似乎没达到", "不能当结论")


# 7. Uninvolved people


def test_row_7_who_is_involved_is_said_wherever_nobody_else_may_be_approached() -> None:
    texts = [LAW.rule("COL-6").says.zh, card(19), card(60), zh("calls.finding.person_told")]
    texts += [zh("calls.allowed.persons.rule"), zh("glossary.collection.means"), zh("negotiate.hard.family.means")]
    for text in texts:
        assert "担保人" in text and "配偶" in text and ("与债务无关" in text or "无关的人" in text), text
    for key, pair in pairs().items():
        for wrong in ("只能向债务人", "只能催债务人", "对其他人一律", "只能对借款人本人"):
            assert wrong not in pair.zh, key


# 8. Harassing messages


def test_row_8_only_obscene_insulting_or_threatening_messages_count() -> None:
    for text in (LAW.rule("COL-11").says.zh, zh("calls.allowed.threats.rule")):
        assert holds(text, "淫秽、侮辱、恐吓", "滋扰、纠缠、跟踪"), text
    note = LAW.rule("COL-11").note
    assert note is not None and "普通" in note.zh and "普通" in zh("calls.allowed.threats.rule")


# 9. Concessions and fees


def test_row_9_concessions_are_protected_during_a_suit_and_the_fee_is_halved_once() -> None:
    for text in (card(16), zh("lawsuit.step.mediation.what"), zh("negotiate.prepare.refused.court")):
        assert (holds(text, "诉讼中", "一般不") and "例外" in text) or "除外" in text, text
    for key in ("lawsuit.step.mediation.what", "negotiate.prepare.refused.court"):
        assert "不再减" in zh(key)
    assert CLAIMS.card("V16").verdict == "partly"


# 10 to 14


def test_row_10_some_contracts_accelerate_by_themselves() -> None:
    for key in ("timeline.milestone.acceleration.means", "glossary.acceleration.means"):
        assert holds(zh(key), "自动", "约定地址", "起诉状"), key
    assert "没有收到通知，就" not in zh("timeline.milestone.acceleration.means")


def test_row_11_consent_is_withdrawn_where_it_was_given() -> None:
    assert "没有同意你们" not in zh("letters.stop_others.open") and "撤回" in zh("letters.stop_others.open")
    rules = {c.rule for c in letter(Letters.STOP_OTHERS, Writer(), TODAY).citations}
    assert "COL-19" in rules and LAW.rule("COL-19").source == "personal-information-law"


def test_row_12_micro_loan_companies_have_another_supervisor() -> None:
    assert "地方金融管理部门" in LAW.rule("HOT-12").says.zh
    for key in ("help.line.regulator.for", "calls.step.complain", "negotiate.prepare.refused.complain"):
        assert "地方金融管理部门" in zh(key), key
    assert holds(card(31), "地方金融管理部门", "12345")


def test_row_13_a_note_on_a_transfer_does_not_change_the_order() -> None:
    assert holds(zh("negotiate.friendly.small.effect"), "本金", "改变不了")
    assert "对方书面同意" in zh("negotiate.friendly.small.wording")


def test_row_14_the_sale_of_bad_debt_has_no_last_day() -> None:
    assert holds(LAW.rule("COL-15").says.zh, "2025年12月29日", "后续政策")
    assert "单笔转让" not in zh("timeline.milestone.debt_sale.what")
    sale = next(m for m in milestones_of(loan(), TODAY) if m.key == "debt_sale")
    assert sale.end is None and not LAW.rule("COL-15").values.keys() & {"pilot_until"}


# 15. What was claimed too much


def test_row_15_readings_are_called_readings() -> None:
    assert "写明" in zh("proposals.points.plan.for_2")
    for name in ("earlier", "later", "level"):
        assert "通常" in zh(f"proposals.says.{name}"), name
    assert "只有这一件事" not in zh("credit.effect.payoff.why")
    note = LAW.rule("CR-1").note
    assert note is not None and "情节严重" in note.zh
    assert "开庭前" in zh("lawsuit.step.no_appeal.do") and "JUD-25" in LAW.rules
    assert holds(zh("calls.finding.said_arrest"), "信用卡", "要同时都有", "拿不准的") and Said.ARREST
    assert "次日" in LAW.rule("CR-14").says.zh and LAW.value("CR-14", "update_after_submission_days", TODAY) == 1


# The cards, the new rules, what stays open

VERDICTS = {16: "partly", 59: "practice", 24: "wrong", 23: "wrong", 47: "partly", 31: "supported", 14: "practice"}
BASES = {14: "PLAN-8", 19: "CC-19", 27: "CC-11", 31: "HOT-12", 47: "PLAN-4", 60: "CC-19", 67: "JUD-7", 68: "CC-11"}


@pytest.mark.parametrize(("number", "verdict"), VERDICTS.items())
def test_a_card_has_the_verdict_of_the_second_reading(number: int, verdict: str) -> None:
    assert CLAIMS.card(f"V{number}").verdict == verdict


@pytest.mark.parametrize(("number", "rule"), BASES.items())
def test_a_card_rests_on_what_supports_it(number: int, rule: str) -> None:
    assert rule in CLAIMS.card(f"V{number}").rules


def test_cards_rest_on_nothing_that_does_not_say_it() -> None:
    assert "PEN-1" not in CLAIMS.card("V23").rules and CLAIMS.card("V23").no_rule is not None
    assert not {"COL-4", "COL-6"} & set(CLAIMS.card("V47").rules)
    assert "我们理解" in card(24) and "不等于认定" in card(59)


NEW = {
    "PLAN-8": "report",
    "PLAN-9": "report",
    "PLAN-10": "report",
    "COL-18": "report",
    "JUD-24": "text",
    "HOT-11": "report",
    "HOT-5": "lead",
}


@pytest.mark.parametrize(("rule", "standing"), NEW.items())
def test_the_new_rules_stand_with_their_standing(rule: str, standing: str) -> None:
    assert LAW.rule(rule).standing == standing


def test_only_shenzhen_is_said_nowhere() -> None:
    assert holds(LAW.rule("PLAN-7").says.zh, "深圳", "厦门")
    assert not [key for key, text in pairs().items() if "深圳" in text.zh and "厦门" not in text.zh]


def test_what_stays_open_is_listed() -> None:
    items = {key.rsplit(".", 1)[1] for key in pairs() if key.startswith("sources.open.item.")}
    assert {"lpr", "standard", "repair", "credit_regulation", "hotline", "line", "disclosure", "list_period"} <= items


UNNATURAL = ("dunn", "is gone from", "the deed", "pass word", "interest-free suspension")


@pytest.mark.parametrize("words", UNNATURAL)
def test_english_stays_plain(words: str) -> None:
    shelf = [text.en for rule in LAW.rules.values() for text in (rule.title, rule.says, rule.note) if text]
    cards = [text.en for one in CLAIMS.cards.values() for text in (one.claim, one.says, one.do_now)]
    assert not [text for text in (*(t.en for t in pairs().values()), *shelf, *cards) if words in text]


def test_every_row_of_the_table_names_tests_and_keys_that_exist() -> None:
    table = REVIEW.read_text(encoding="utf-8")
    tests = "\n".join(p.read_text(encoding="utf-8") for p in Path(__file__).parent.rglob("test_*.py"))
    for row in range(1, 16):
        assert f"| {row} |" in table and f"def test_row_{row}_" in tests
    for name in table.split("`"):
        if name.startswith("test_"):
            assert f"def {name}(" in tests, name
        elif name.startswith(("letters.", "lawsuit.", "timeline.", "calls.", "negotiate.", "help.", "credit.")):
            assert [key for key in pairs() if key == name or key.startswith(name.rstrip("*"))], name
