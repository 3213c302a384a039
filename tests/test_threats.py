"""A collector's message: what it threatens with is found, and no sign of an advert is read into it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from overdue.claims.flags import READER
from overdue.claims.threat import collected, threats
from overdue.milestones import Said
from overdue.words import traditional
from tests.flags.learn import texts

MESSAGES = {
    "再不还就去你村里找你,恶意拖欠要坐牢": {Said.VISIT, Said.ARREST},
    "你再不还款，明天我们就上门，到你单位去闹": {Said.VISIT},
    "今天下午五点前不处理，爆你通讯录，让你全村都知道": {Said.PUBLISH},
    "欠款人你好，你已构成诈骗罪，我司已报案，公安将上门，同时起诉": {Said.ARREST, Said.VISIT, Said.WILL_SUE},
}


@pytest.mark.parametrize(("text", "said"), MESSAGES.items())
def test_a_threat_is_found_in_either_script_and_no_advert_is_read_into_it(text, said):
    for written in (text, traditional(text)):
        held, reading = threats(READER, written), READER.read(written)
        assert {threat.said for threat in held} == said
        assert not collected(reading, held) and not replace(reading, marks=collected(reading, held)).warns


@pytest.mark.parametrize(
    "text", ["师傅说明天上门修水管", "依法起诉，请你按期还款", READER.example.zh, "坐牢的人也要吃饭", ""]
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
