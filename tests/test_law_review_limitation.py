"""What a second reading of the law found about limitation (row 5 of the table in docs/law-review.md)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from overdue.claims import CLAIMS, DISAGREEMENT
from overdue.law import LAW
from overdue.milestones.limitation import Act, Effect, limitation
from overdue.words import pairs
from tests.test_law_review import TODAY, card, holds, loan, zh

BOTH_SIDES = (
    "lawsuit.step.letter.what",
    "timeline.milestone.limitation.means",
    "timeline.cause.cannot_pay.limitation",
    "timeline.cause.dispute.part",
    "negotiate.friendly.delay.effect",
    "negotiate.friendly.small.effect",
    "negotiate.friendly.sign.effect",
    "negotiate.sheet.promise_warning",
    "negotiate.hard.token.means",
    "negotiate.before.limitation",
    "court.said.token",
    "credit.effect.part_payment.why",
    "credit.effect.promise.why",
    "proposals.points.plan.against_3",
)


@pytest.mark.parametrize("key", BOTH_SIDES)
def test_row_5_what_restarts_a_running_period_says_what_it_does_to_an_expired_one(key: str) -> None:
    text = zh(key)
    assert "没过" in text, key
    assert any(word in text for word in ("已过", "可能已过", "过了以后", "已经过", "可能已经", "已经过期")), key


def test_row_5_no_sentence_says_restarts_without_its_condition() -> None:
    sentences = {key: text.zh for key, text in pairs().items()}
    sentences |= {card.id: card.says.zh for card in CLAIMS.cards.values()}
    conditions = ("没过", "没有过", "还没过", "之前", "期间内", "届满", "中断的", "期内")
    anew = ("重新起算", "重新计算")
    alone = [
        k
        for k, t in sentences.items()
        if "时效" in t and any(a in t for a in anew) and not any(c in t for c in conditions)
    ]
    labels = {"negotiate.friendly.state.restarts", "court.mark.deed_anew", "court.said.enforce"}
    assert set(alone) <= labels


def test_row_5_a_demand_after_the_end_does_nothing_and_a_promise_gives_the_defence_away() -> None:
    end = limitation(loan()).last_day
    assert end is not None
    late = end + timedelta(days=30)
    demanded, promised = limitation(loan(), [(late, Act.DEMAND)]), limitation(loan(), [(late, Act.PROMISE)])
    assert demanded.deeds[0].effect is Effect.LATE and demanded.expired(TODAY)
    assert promised.deeds[0].effect is Effect.REVIVED and not promised.expired(TODAY)
    assert "签字" in LAW.rule("CC-11").says.zh and "limitation-rules" in LAW.rule("CC-11").documents
    assert holds(LAW.rule("CC-10").says.zh, "诉讼时效期间内", "扣收")
    assert "仍然可以起诉" in (LAW.rule("CC-9").note.zh if LAW.rule("CC-9").note else "")


def test_row_5_a_suit_after_the_end_is_answered_and_never_called_without_effect() -> None:
    end = limitation(loan()).last_day
    assert end is not None
    day = end + timedelta(days=1)
    sued = limitation(loan(), [(day, Act.SUIT)])
    assert sued.deeds[0].effect is Effect.SUED_LATE and sued.sued_late(day) and sued.expired(day)
    assert not sued.sued_late(end) and not limitation(loan(), [(end, Act.SUIT)]).sued_late(day)
    assert not limitation(loan(), [(day, Act.SUIT), (day + timedelta(days=9), Act.PROMISE)]).sued_late(TODAY)
    for key in ("court.mark.deed_sued_late", "court.move.sued_late"):
        assert "答辩" in zh(key) and "不起作用" not in zh(key)


def test_row_5_a_suit_may_come_after_three_years_and_our_advice_admits_nothing() -> None:
    for text in (card(4), card(84), zh("lawsuit.step.filing.what")):
        assert any(mark in text for mark in ("三年之后", "三年过后", "三年过了")), text
        assert "自己提" in text or "你自己提" in text, text
    band = next(rule for rule in DISAGREEMENT.rules if rule.id == "rule-suit").bands[0].says.zh
    assert holds(band, "三年后", "自己提出")
    assert holds(zh("timeline.milestone.reminders.today"), "书面账单", "不承认金额")
    assert "会处理" not in zh("timeline.milestone.reminders.today") and "签字" in zh("lawsuit.step.letter.do")


def test_wherever_the_end_of_the_period_is_told_it_is_no_certain_day() -> None:
    for key in ("debts.near.limitation", "letters.note.running", "court.state.none"):
        told = pairs()[key]
        assert "不早于" in told.zh and "假如没有重新起算" in told.zh, key
        assert "not before" in told.en and "if nothing restarted it" in told.en, key
