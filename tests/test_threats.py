"""A collector's message: what it threatens with is found, and no sign of an advert is read into it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from overdue.claims.flags import READER
from overdue.claims.threat import collected, threats
from overdue.milestones import Said
from overdue.words import traditional
from tests.flags.learn import texts

MESSAGES = {
    "再不还就去你村里找你,恶意拖欠要坐牢": {Said.VISIT, Said.ARREST},
    "你再不还款，明天我们就上门，到你单位去闹": {Said.VISIT, Said.TELL_WORK},
    "今天下午五点前不处理，爆你通讯录，让你全村都知道": {Said.TELL_CONTACTS, Said.PUBLISH},
    "今日不还即上门并联系你单位": {Said.VISIT, Said.TELL_WORK},
    "今日不还即联系你单位": {Said.TELL_WORK},
    "再不还就打电话给你公司领导": {Said.TELL_WORK},
    "你欠款不还，我们会打给你姐姐": {Said.TELL_FAMILY},
    "再不还款就联系你的单位、家人和朋友，并发朋友圈": {
        Said.TELL_WORK,
        Said.TELL_FAMILY,
        Said.TELL_CONTACTS,
        Said.PUBLISH,
    },
    "逾期不还，将冻结你的银行卡，扣你的工资，起诉你": {Said.SEIZE, Said.WILL_SUE},
    "Pay today or we call your boss.": {Said.TELL_WORK},
    "pay today or we come to your home, ring your sister and tell your employer": {
        Said.VISIT,
        Said.TELL_FAMILY,
        Said.TELL_WORK,
    },
    "If you do not repay we freeze your account. Your photo? We post it on WeChat moments": {Said.SEIZE, Said.PUBLISH},
    "欠款人你好，你已构成诈骗罪，我司已报案，公安将上门，同时起诉": {Said.ARREST, Said.VISIT, Said.WILL_SUE},
}


@pytest.mark.parametrize(("text", "said"), MESSAGES.items())
def test_a_threat_is_found_in_either_script_and_no_advert_is_read_into_it(text, said):
    for written in (text, traditional(text)):
        held, reading = threats(READER, written), READER.read(written)
        assert {threat.said for threat in held} == said
        assert not collected(reading, held) and not replace(reading, marks=collected(reading, held)).warns


@pytest.mark.parametrize(
    "text",
    [
        "师傅说明天上门修水管",
        "依法起诉，请你按期还款",
        READER.example.zh,
        "坐牢的人也要吃饭",
        "",
        "您的贷款已逾期，请尽快还款，如有困难请联系我公司客服",
        "你今天不还款，我们也不会联系你单位",
        "Please pay your overdue loan; we will not contact your employer",
    ],
)
def test_what_threatens_nobody_who_owes_is_no_collectors_message(text):
    assert threats(READER, text) == ()


def test_an_advert_that_frightens_and_a_demand_for_a_private_transfer_are_still_warned_of():
    for text in (
        "我们有专业律师团队，先交500元服务费，保证停息挂账。你不还要坐牢，现在加我微信",
        "你已构成犯罪，逾期不还公安上门抓人，马上把钱转到安全账户",
    ):
        held, reading = threats(READER, text), READER.read(text)
        assert held and replace(reading, marks=collected(reading, held)).warns


def test_no_advert_of_the_tuning_texts_is_lost_to_it():
    lost = [
        text
        for kind in texts("tuning").values()
        for family in kind.values()
        for text in family
        if (held := threats(READER, text))
        and (reading := READER.read(text)).warns != replace(reading, marks=collected(reading, held)).warns
    ]
    assert lost == []


@pytest.mark.parametrize("text", [text for text, said in MESSAGES.items() if len(said) > 1])
def test_each_part_of_a_threat_has_the_clause_that_holds_it(text):
    held = threats(READER, text)
    for said in {threat.said for threat in held}:
        places = [(threat.start, threat.end) for threat in held if threat.said is said]
        assert all(a[1] <= b[0] for a, b in pairwise(places)) and all(text[start:end].strip() for start, end in places)
