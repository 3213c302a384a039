"""The law shelf in tables and files: how a rule stands on a day, values in words, CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from overdue.exports.shelf import shelf_csv, shelf_json
from overdue.law import LAW
from overdue.tables import sources as tables
from overdue.words import Lang, traditional, words

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("rule", "day", "state"),
    [
        ("CR-2", date(2013, 3, 14), "later"),
        ("CR-2", date(2013, 3, 15), "force"),
        ("FIX-1", date(2026, 3, 31), "force"),
        ("FIX-1", date(2026, 4, 1), "ended"),
    ],
)
def test_a_rule_begins_and_ends_on_its_days(rule, day, state):
    assert tables.state_on(LAW.rule(rule), day) == state


@pytest.mark.parametrize("lang", list(Lang))
def test_every_value_has_words_for_its_unit_and_its_name(lang):
    w = words(lang)
    for rule in LAW.rules.values():
        for name, value in rule.values.items():
            for row in value.rows:
                assert tables.row_text(row, value, w)
            assert not tables.told(value) or w.has(f"sources.name.{name}")
        assert w.has(f"sources.q.{rule.topic}")


@pytest.mark.parametrize(
    ("rule", "name", "zh", "en"),
    [
        ("CR-2", "retention_years", "5 年", "5 years"),
        ("CAP-3", "annual_rate", "每年 24%", "24% a year"),
        ("JUD-2", "daily_rate", "每日 0.0175%", "0.0175% a day"),
        ("PLAN-4", "principal_min", "本金 50,000 元", "50,000 yuan of principal"),
        ("FIX-3", "paid_by", "2026年3月31日（含当日）", "31 March 2026, included"),
    ],
)
def test_a_value_is_written_with_its_unit(rule, name, zh, en):
    value = LAW.rule(rule).values[name]
    assert tables.row_text(value.rows[-1], value, words(Lang.ZH)) == zh
    assert tables.row_text(value.rows[-1], value, words(Lang.EN)) == en


@pytest.mark.parametrize("lang", list(Lang))
def test_the_csv_holds_every_row_of_every_rule_under_its_stamp(lang):
    stamp, _, rest = shelf_csv(DAY, words(lang), "made today").partition("\n")
    assert stamp == "# made today"
    rows = list(csv.reader(io.StringIO(rest)))
    expected = sum(max(1, sum(len(v.rows) for v in rule.values.values())) for rule in LAW.rules.values())
    assert len(rows) == expected + 1
    assert {row[0] for row in rows[1:]} == set(LAW.rules)


def test_the_csv_says_which_value_holds_on_the_day():
    rows = list(csv.DictReader(io.StringIO(shelf_csv(date(2019, 9, 25), words(Lang.EN), "x").partition("\n")[2])))
    lpr = [row for row in rows if row["Rule"] == "LPR-1" and row["Holds on the day"] == "yes"]
    assert [row["Since"] for row in lpr] == ["2019-09-20"]


def test_the_json_is_the_shelf_in_both_languages():
    shelf = json.loads(shelf_json("made today"))
    assert shelf["stamp"] == "made today"
    assert shelf["rules"].keys() == LAW.rules.keys() and shelf["documents"].keys() == LAW.sources.keys()
    for name, rule in shelf["rules"].items():
        held = LAW.rule(name)
        assert rule["says"] == {"zh": held.says.zh, "en": held.says.en}
        assert rule["source"] in shelf["documents"] and rule["since"] == held.since.isoformat()
        assert {n: len(v["rows"]) for n, v in rule.get("values", {}).items()} == {
            n: len(v.rows) for n, v in held.values.items()
        }
    assert shelf["rules"]["CAP-3"]["values"]["annual_rate"]["rows"][0]["value"] == "0.24"
    assert shelf["assumptions"].keys() == LAW.assumptions.keys()


@pytest.mark.parametrize("text", ["罚息利率", "GB/T 45251", "people's bank", "cr-2"])
def test_rules_are_found_in_either_script_and_language(text):
    assert tables.find(text, "") == tables.find(traditional(text).upper(), "") != ()


def test_a_topic_narrows_and_ids_come_in_order():
    found = tables.find("", "record")
    assert found[:3] == ("CR-1", "CR-2", "CR-3") and found[-1] == "CR-14"
    assert len(tables.find("", "")) == len(LAW.rules)
