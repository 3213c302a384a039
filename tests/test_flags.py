"""The reader of warning signs: acts, who speaks, how a text is worded, and its files."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from overdue.claims import Question, Speaker, flags
from overdue.claims.flags import READER, TextReading
from overdue.claims.wording import Wording
from overdue.law import LAW
from overdue.model import BadFile
from overdue.words import traditional
from overdue.words.script import fold
from tests.flags.learn import texts
from tests.flags.measure import interval, measure

TUNING = texts("tuning")


def signs_in(text):
    """The ids of the acts done in a text."""
    return {mark.sign.id for mark in READER.read(text).done}


def test_every_sign_has_a_rule_or_is_a_caution_and_answers_a_question():
    assert {sign.asks for sign in READER.signs} == set(Question)
    for sign in READER.signs:
        assert set(sign.rules) <= LAW.rules.keys()
        assert sign.rules or sign.origin == "caution"


# The acts the regulators' notices name (SCAM-1 to SCAM-6) and those that suffice alone, each in plain words.
ACTS = {
    "cards": "请把银行卡和手机卡寄给我们统一保管。",
    "codes": "等一下把收到的验证码发给我，再打开屏幕共享。",
    "borrow": "黑户也能下款，不看征信。",
    "fee": "放款前请先交保证金。",
    "forged": "没有病历我们帮你做一份诊断证明。",
    "poses": "我是银保监会的客服，您的校园贷账户需要注销，否则影响征信。",
    "bought": "您的债权我们已经收购，现在打折结清。",
    "cleans": "逾期记录三天消除，征信洗白。",
    "policy": "国家新政策，网贷全部清零。",
    "silence": "签约后中途退出算违约，服务费不退。",
}


@pytest.mark.parametrize(("act", "text"), ACTS.items())
@pytest.mark.parametrize("script", [fold, traditional])
def test_a_strong_act_is_a_warning_by_itself_in_either_script(act, text, script):
    reading = READER.read(script(text))
    assert act in {mark.sign.id for mark in reading.done} and reading.warns


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("警方提醒：凡是让您把银行卡寄给他们的，都是诈骗。", Speaker.WARNS),
        ("中介让我把银行卡寄过去，我没敢寄，已经报警了。", Speaker.REPORTS),
        ("请问对方让我把银行卡寄过去，靠谱吗？", Speaker.ASKS),
        ("【某银行】尊敬的客户，您的账单已出，请登录手机银行还款。", Speaker.OFFICE),
    ],
)
def test_what_somebody_else_tells_of_is_no_warning(text, speaker):
    reading = READER.read(text)
    assert reading.speaker is speaker and not reading.warns and not reading.done


def test_an_impostor_is_not_believed_for_speaking_like_an_office():
    assert READER.read("【某银行】尊敬的客户，请把收到的验证码发给我，资金转入安全账户。").warns


@pytest.mark.parametrize("text", ["", " ", "你好", "今天吃什么", "How is the weather?", "🙂", "1234567890"])
def test_where_nothing_is_said_nothing_is_found(text):
    assert READER.read(text).marks == () and not READER.read(text).warns


def test_how_well_it_reads_what_it_was_tuned_on():
    found = measure("tuning")
    assert found.tp + found.fn >= 500 and found.tn + found.fp >= 500
    assert found.precision >= 0.98 and found.recall >= 0.95


def test_one_soft_act_warns_only_in_an_offers_wording():
    act = READER.read("债务清零").marks
    assert not TextReading(Speaker.OFFERS, act, 0.0).warns and TextReading(Speaker.OFFERS, act, 1.0).warns
    assert not TextReading(Speaker.OFFERS, (), 9.0).warns


def test_wording_is_weighed_by_the_pieces_and_classes_it_holds_once_each():
    wording = Wording(0.5, -4.0, {"debt": 3.0}, {"a": 2.0, "ab": -1.0, "0": 4.0, "<a": 0.5, ">ab": 0.25})
    # Of the pieces of "ab" five have a weight, 2 - 1 + 0.5 + 0.25 together; fewer than forty count as forty.
    assert wording.weigh("ab", ()) == pytest.approx(0.5 + 1.75 / 40**0.5)
    assert wording.weigh("ab", ("debt", "other"), 0.5) == pytest.approx(1.5 + 1.75 / 40**0.5)
    assert wording.weigh("12", ()) == wording.weigh("987", ()) and wording.weigh("", ()) == 0.5


def test_hints_are_shown_only_where_a_text_is_worded_like_an_offer():
    offer = "负债太多怎么熬？一位懂行的大姐带了我们三百多人出来，想听经过的点我橱窗，名额留给真想解决的。"
    plain = "这位大姐是我邻居，昨天我们一起去橱窗看衣服。"
    assert READER.read(offer).warns and READER.read(offer).done
    assert not READER.read(plain).marks


def test_the_interval_is_wilsons():
    # Brown, Cai and DasGupta (2001) and every textbook: 0 of 10 reaches up to 0.278, 10 of 10 down to 0.722.
    assert [round(end, 3) for end in interval(0, 10)] == [0.0, 0.278]
    assert [round(end, 3) for end in interval(10, 10)] == [0.722, 1.0]


@pytest.mark.parametrize(
    "text",
    [
        "债 务 清 零",
        "债*务*清*零",
        "债\u200b务\u200b清\u200b零",
        "债🔥务🔥清🔥零",
        "债、务、清、零",
        "債　務　清　零",
        "债·务～清—零",
        "债。务。清。零",
    ],
)
def test_characters_kept_apart_are_read_together(text):
    assert signs_in(text) == {"promise"}


@pytest.mark.parametrize("word", ["加ＶＸ聊", "加Vx聊", "➕薇❤信聊", "加威信聊", "jia微信聊", "佳微聊", "加v聊"])
def test_a_private_channel_is_known_under_its_other_spellings(word):
    assert "channel" in signs_in(f"网贷逾期的，{word}")


def test_latin_letters_inside_a_word_are_no_code():
    assert READER.read("请在 iPhone 的 App 里查看网贷 PDF 合同，下载 Vxworks 手册。").marks == ()


@pytest.mark.parametrize("script", [fold, traditional])
def test_the_example_holds_most_acts_and_no_contact(script):
    assert len(signs_in(script(READER.example.zh))) >= 8
    assert not re.search(r"\d{5,}|[A-Za-z]{4,}", READER.example.zh)


SIGN = """
example = { zh = "a", en = "a" }
[voices]
framed = []
offers = []
warns = []
reports = []
asks = []
office = []
honest = []
kin = []
not_kin = []
[[signs]]
id = "one"
asks = "who"
origin = "notice"
title = { zh = "a", en = "a" }
why = { zh = "a", en = "a" }
do_now = { zh = "a", en = "a" }
rules = ["SCAM-1"]
lines = ["*=甲 =乙 5"]
"""


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ('rules = ["SCAM-1"]', 'rules = ["SCAM-99"]', "SCAM-99"),
        ('rules = ["SCAM-1"]', "", "caution"),
        ('origin = "notice"', 'origin = "hearsay"', "origin"),
        ('asks = "who"', 'asks = "why"', "asks"),
        ("=乙 5", "=乙 500", "distance"),
        ("=乙 5", "nowhere 5", "nowhere"),
        ('why = { zh = "a", en = "a" }', 'why = { zh = "a" }', "why"),
        ('asks = "who"', 'asks = "who"\nspeed = 1', "speed"),
    ],
)
def test_a_broken_file_of_signs_is_refused(tmp_path: Path, good, bad, told):
    path = tmp_path / "signs.toml"
    path.write_text(SIGN, encoding="utf-8")
    assert [m.sign.id for m in flags.load(path).read("甲 乙").marks] == ["one"]
    path.write_text(SIGN.replace(good, bad), encoding="utf-8")
    with pytest.raises(BadFile, match=told):
        flags.load(path)


def test_a_sign_given_twice_is_refused(tmp_path: Path):
    path = tmp_path / "signs.toml"
    path.write_text(SIGN + SIGN[SIGN.index("[[signs]]") :], encoding="utf-8")
    with pytest.raises(BadFile, match="twice"):
        flags.load(path)


def test_the_files_of_texts_hold_no_contact():
    for path in Path(__file__).parent.glob("flags/tuning.toml"):
        said = path.read_text(encoding="utf-8")
        tomllib.loads(said)
        assert not re.findall(r"1[3-9]\d{9}|https?://|[a-z]{2,}\d{4,}", said)


def test_an_insider_s_way_with_a_sure_end_is_a_warning_of_its_own_and_its_denial_or_a_driving_school_is_none():
    for text in ("内部渠道包过", "我们有关系，保成功"):
        reading = READER.read(text)
        assert reading.warns and {"inside", "promise"} <= {mark.sign.id for mark in reading.done}
    for text in ("没有内部渠道，也没有包过", "驾校包过班报名优惠"):
        assert not READER.read(text).warns
