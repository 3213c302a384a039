"""The pairs are in order: complete, equal placeholders, every key used, the scripts kept apart."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from decimal import Decimal as D
from pathlib import Path

import pytest

from overdue.claims import CLAIMS
from overdue.law import LAW
from overdue.model import BadFile, OverdueError
from overdue.words import Lang, pairs, placeholders, read_pairs, traditional, words

ROOT = Path(__file__).parents[1]
# Document numbers and what stands in quotes or brackets may be Chinese in an English sentence.
CITED = re.compile(r"[\u4e00-\u9fff]+〔\d+〕\d+号|[“（《(\"][^”）》)\"]*[”）》)\"]")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
NATIVE = {"fields.lang.simplified", "fields.lang.traditional", "common.stamp_example"}  # said in both at once
# Terms of the field and how Traditional readers write them.
TERMS = {
    "征信": "徵信",
    "罚息": "罰息",
    "复利": "複利",
    "违约金": "違約金",
    "提前到期": "提前到期",
    "减免": "減免",
    "结清": "結清",
    "诉讼时效": "訴訟時效",
    "代偿": "代償",
    "账单": "賬單",
    "催收": "催收",
    "借款合同": "借款合同",
    "民法典": "民法典",
    "复印件": "複印件",
    "回复": "回覆",
    "答复": "答覆",
    "恢复": "恢復",
    "强制执行": "強制執行",
    "还款": "還款",
    "里程": "里程",
}


def test_each_pair_is_whole():
    for key, text in pairs().items():
        assert placeholders(text.zh) == placeholders(text.en), key
        assert text.zh.strip() and text.en.strip(), key


def test_no_chinese_stands_in_the_english_outside_quotes_and_document_numbers():
    found = {key for key, text in pairs().items() if CHINESE.search(CITED.sub("", text.en))}
    assert found == NATIVE


def test_chinese_sentences_use_full_width_marks():
    half = re.compile(r"[\u4e00-\u9fff][,;:?!](?!\d)|[\u4e00-\u9fff]\.(?![\w])")
    assert {key: text.zh for key, text in pairs().items() if half.search(text.zh)} == {}


@pytest.mark.parametrize(("simplified", "wanted"), TERMS.items())
def test_terms_of_the_field_are_written_as_traditional_readers_do(simplified, wanted):
    assert traditional(simplified) == wanted


# Characters that one Simplified character may become, and the words of ours in which each is right.
RIGHT_ONLY_IN = {
    "髮": "",
    "隻": "",
    "籤": "標籤",
    "后": "",
    "里": "里程",
    "摺": "",
    "製": "複製 製作 製卡 定製",
    "併": "一併 合併",
    "復": "修復 恢復",
    "複": "複雜 複利 複製 複述 複印 複息 複核 重複 計複",
    "覆": "反覆 答覆 回覆 批覆",
    "係": "關係",
    "系": "系統",
    "周": "小周",
    "乾": "乾淨 包乾",
    "曆": "日曆 公曆",
    "檯": "櫃檯",
    "彙": "詞彙 彙報",
    "迴": "迴避",
    "儘": "儘快 儘早",
    "盡": "已盡",
    "衝": "衝刺 衝量 衝業績",
    "鬱": "抑鬱",
}


def every_sentence():
    """Each Chinese sentence of the product's data; what adverts and bills are compared with is never shown."""
    nodes = [
        tomllib.loads(path.read_text(encoding="utf-8"))
        for path in (ROOT / "overdue").rglob("*.toml")
        if path.stem not in ("lexicon", "wording", "spelling", "bill_words")
    ]
    while nodes:
        node = nodes.pop()
        if isinstance(node, str):
            if len(node) > 1:
                yield node
        elif isinstance(node, (dict, list)):
            nodes += node.values() if isinstance(node, dict) else node


@pytest.mark.parametrize(("character", "right"), RIGHT_ONLY_IN.items())
def test_a_character_with_several_traditional_forms_takes_the_right_one(character, right):
    for sentence in every_sentence():
        rest = traditional(sentence)
        for word in right.split():
            rest = rest.replace(word, "")
        assert character not in rest, sentence


def test_traditional_readers_meet_their_own_quotation_marks():
    assert traditional("写“暂时困难”，说‘好’") == "寫「暫時困難」，說『好』"
    assert not any(mark in traditional(sentence) for sentence in every_sentence() for mark in "“”")


def test_every_key_named_in_code_exists():
    named = re.compile(r"""\bw\(\s*["']([a-z_]+\.[\w.-]*\w)["']""")
    for path in (ROOT / "overdue").rglob("*.py"):
        for key in named.findall(path.read_text(encoding="utf-8")):
            assert key in pairs(), f"{path.name} asks for {key}"


def test_every_error_raised_has_its_sentence():
    raised = re.compile(r"""(?:OverdueError|NotInForce)\(\s*["']([a-z_.]+)["']""")
    for path in (ROOT / "overdue").rglob("*.py"):
        for key in raised.findall(path.read_text(encoding="utf-8")):
            if ">>>" not in key:
                assert f"errors.{key}" in pairs() or key == "lpr.unknown", f"{path.name} raises {key}"


def test_numbers_are_the_same_in_every_script():
    shown = {words(lang).number(D("1234567.5"), 2) for lang in Lang}
    assert shown == {"1,234,567.50"}
    assert {words(lang).percent(D("0.1434")) for lang in Lang} == {"14.34%"}


@pytest.mark.parametrize(
    ("lang", "day", "month"),
    [
        (Lang.ZH, "2026年6月30日", "2026年6月"),
        (Lang.HANT, "2026年6月30日", "2026年6月"),
        (Lang.EN, "30 June 2026", "June 2026"),
    ],
)
def test_days_are_written_as_the_reader_writes_them(lang, day, month):
    assert (words(lang).day(date(2026, 6, 30)), words(lang).month(date(2026, 6, 30))) == (day, month)


def test_an_error_speaks_the_readers_language():
    error = OverdueError(
        "case.contract_after_due", name="contract_on", contract_on=date(2026, 3, 1), due_on=date(2026, 1, 10)
    )
    assert "1 March 2026" in words(Lang.EN).error(error) and "2026年3月1日" in words(Lang.ZH).error(error)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ('title = { zh = "标题" }', "en"),
        ('title = { zh = "标题", en = "" }', "en"),
        ('title = { zh = "{day}起", en = "from then" }', "placeholders"),
        ('title = "标题"', "pair"),
        ('title = { zh = "标题", en = "Title", fr = "Titre" }', "fr"),
        ("title = ", "Invalid value"),
    ],
)
def test_a_broken_file_is_refused_with_its_name_and_place(tmp_path, content, why):
    path = tmp_path / "page.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadFile, match=rf"page\.toml.*{why}|page\.toml[\s\S]*{why}"):
        read_pairs(path)


def test_a_missing_language_is_one_line_with_its_place(tmp_path):
    path = tmp_path / "pages.toml"
    path.write_text('[x]\ny = { zh = "标题" }', encoding="utf-8")
    with pytest.raises(BadFile) as refused:
        read_pairs(path)
    assert str(refused.value) == "pages.toml: pages.x.y.en: Field required"


PAIRED = ("“”", "（）", "()", "《》", "「」", "『』")


def test_each_mark_that_opens_is_closed():
    wrong = [s for s in every_sentence() for a, b in PAIRED if s.count(a) != s.count(b) and "）、" not in s]
    assert wrong == []


def test_no_mark_follows_another_and_no_bracket_is_empty():
    odd = re.compile(r"[，。；：、]{2}|,,|;;|[,;] ?[.,;]|（\s*）|\(\s*\)|“\s*”")
    assert {key: text for key, text in pairs().items() if odd.search(text.zh) or odd.search(text.en)} == {}


def test_a_label_can_stand_in_a_list():
    """Labels of fields are listed (what a link contains, what is missing): no comma of their own, no question."""
    labels = {key: text.zh for key, text in pairs().items() if re.fullmatch(r"fields\.\w+\.label", key)}
    assert {key: zh for key, zh in labels.items() if re.search("[，；。？！、]", re.sub(r"（.*?）", "", zh))} == {}


def test_the_reference_line_says_what_it_is_wherever_it_is_told():
    """A heading of a column may bear the bare word: the page or sheet around it explains it."""
    bare = {key for key, text in pairs().items() if "参照线" in text.zh and "法院" not in text.zh}
    assert bare == {
        "common.column.line", "glossary.reference_line.term", "workbook.input.line_rate", "workbook.column.line",
        "workbook.column.over_line", "workbook.sum.line", "workbook.sum.over_line",
    }  # fmt: skip
    for key in {key for key, text in pairs().items() if "参照线（" in text.zh and "法院" in text.zh}:
        assert "court" in pairs()[key].en, key


@pytest.mark.parametrize(("count", "said"), [(1, "+1 day"), (11, "+11 days"), (21, "+21 days"), (0, "+0 days")])
def test_one_in_english_is_one(count, said):
    assert words(Lang.EN)("entry.days", days=count) == said
    assert words(Lang.EN).text(pairs()["entry.wait"]) == pairs()["entry.wait"].en


def test_english_has_one_style_of_marks():
    """Curly, as its quotation marks are; only an address in markup is set in straight ones."""
    texts = {key: text.en for key, text in pairs().items() if not key.startswith("search.")}  # those are never shown
    texts |= {f"{rule}.{n}": t.en for rule, r in LAW.rules.items() for n, t in enumerate((r.title, r.says))}
    texts |= {
        f"{card}.{n}": t.en for card, c in CLAIMS.cards.items() for n, t in enumerate((c.claim, c.says, c.do_now))
    }
    straight = re.compile("['\"]")
    assert {key for key, text in texts.items() if straight.search(re.sub("<[^>]*>", "", text))} == set()


@pytest.mark.parametrize("lang", list(Lang))
def test_what_an_error_names_in_yuan_stands_to_the_fen(lang):
    told = {"given": D(1000), "least": D("629.5")}
    said = words(lang).error(OverdueError("proposal.monthly_low", **told))
    assert "1,000.00" in said and "629.50" in said
    range_ = words(lang).error(OverdueError("field.money", given="x", low=D(0), high=D(1000)))
    assert "1,000" in range_ and "1,000.00" not in range_  # what may be entered is no sum of anybody
