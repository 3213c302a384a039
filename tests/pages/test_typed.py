"""What cannot be used stays as it was typed, beside a sentence of ours; the browser is given no limit of its own."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from overdue.casefile import FIELDS, check
from overdue.casefile.bill_file import MOST_BYTES
from overdue.casefile.file import LARGEST
from overdue.model import OverdueError
from overdue.negotiation import LetterKind
from overdue.periods import add_period
from overdue.ui import state
from overdue.words import Lang, words
from tests.pages.conftest import ROOT, said
from tests.pages.test_timeline import CASE


def told(at):
    return [note.value for note in at.warning]


class TestNumbers:
    @pytest.mark.parametrize("lang", list(Lang))
    @pytest.mark.parametrize(
        ("page", "part", "key", "given", "kind", "low", "high"),
        [
            ("timeline", {"part": "calls"}, "call_attempts", 1001, "count", 0, 1000),
            ("timeline", {"part": "calls"}, "call_answered", -1, "count", 0, 1000),
            ("timeline", {"part": "calls"}, "call_answered", 2.5, "count", 0, 1000),
            ("timeline", {"open": "card_offence"}, "crime_principal", 1e9, "money", 0, 10**8),
            ("credit", {"open": "accounts"}, "credit_accounts", 99, "count", 1, 25),
        ],
    )
    def test_out_of_range_is_told_in_the_readers_language(self, visit, lang, page, part, key, given, kind, low, high):
        at = visit(page, **CASE, **part, lang=str(lang))
        at.number_input(key=key).set_value(given).run()
        assert not at.exception and at.number_input(key=key).value == given
        typed = f"{given:.0f}" if given == int(given) else str(given)
        assert told(at) == [words(lang)(f"errors.field.{kind}", given=typed, low=low, high=high)]

    def test_a_refused_sum_is_not_counted_with(self, visit):
        at = visit("timeline", **CASE, open="card_offence")
        w = words(Lang.ZH)
        at.number_input(key="crime_principal").set_value(-1.0).run()
        assert w("lawsuit.crime.state_not_met") not in said(at)
        at.number_input(key="crime_principal").set_value(1.0).run()
        assert w("lawsuit.crime.state_not_met") in said(at) and not at.warning

    def test_no_field_lets_the_browser_answer(self, visit):
        for page, part in (("timeline", "calls"), ("timeline", "crime"), ("credit", ""), ("penalty", "")):
            at = visit(page, **CASE, part=part)
            assert [n.label for n in at.number_input if n.proto.has_min or n.proto.has_max] == []

    @pytest.mark.parametrize(
        ("key", "question"), [("plan_months", "offer"), ("missed_number", "missed"), ("fit_months", "carry")]
    )
    def test_half_a_month_is_refused_and_kept(self, visit, key, question):
        at = visit("proposals", **CASE, open=question)
        at.number_input(key=key).set_value(2.5).run()
        assert not at.exception and at.number_input(key=key).value == 2.5
        assert any("“2.5”" in note and "整数" in note for note in told(at))

    @pytest.mark.parametrize("lang", list(Lang))
    @pytest.mark.parametrize("key", [name for name, field in FIELDS.items() if field.kind == "percent"])
    def test_no_percentage_is_told_of_a_yearly_rate_alone(self, key, lang):
        with pytest.raises(OverdueError) as refused:
            check(key, "-100")
        sentence = words(lang).error(refused.value)
        assert "18" not in sentence and "“-100”" in sentence.replace("「", "“").replace("」", "”")


class TestDays:
    def test_a_day_with_two_readings_counts_once_one_of_them_is_tapped(self, visit):
        at = visit("timeline", lang="en", part="court", held="order")
        at.text_input(key="papers_order_on").set_value("11/10/2026").run()
        w = words(Lang.EN)
        assert at.text_input(key="papers_order_on").value == "11/10/2026"
        assert w("lawsuit.passed") not in said(at) and "more than one day" in told(at)[0]
        assert at.button(key="papers_order_on_0").label == "Sunday, 11 October 2026"
        at.button(key="papers_order_on_1").click().run()
        assert at.text_input(key="papers_order_on").value == "Tuesday, 10 November 2026" and not told(at)

    def test_it_waits_through_other_fields_and_is_a_figure_of_the_case(self, visit):
        at = visit("debts", lang="en", open="add")
        at.text_input(key="debt_0_due_on").set_value("05/09/2026").run()
        at.number_input(key="debt_0_principal").set_value(800.0).run()
        assert at.text_input(key="debt_0_due_on").value == "05/09/2026" and "more than one day" in told(at)[0]
        at.button(key="debt_0_due_on_1").click().run()
        assert at.session_state["debt_draft"].due_on == date(2026, 9, 5)
        at = visit("penalty", **CASE, lang="en", open="terms")
        at.text_input(key="due_on").set_value("02/01/2026").run()
        at.number_input(key="rate").set_value(12.0).run()
        at.button(key="due_on_0").click().run()
        assert at.session_state["case"].due_on == date(2026, 1, 2)

    def test_a_day_still_to_come_this_year_is_asked_with_both_years(self, visit, monkeypatch):
        monkeypatch.setattr(state, "today", lambda: date(2026, 11, 30))
        at = visit("timeline", lang="en", part="court", held="complaint")
        at.text_input(key="papers_complaint_on").set_value("Dec 12").run()
        assert "last day has passed" not in said(at).lower() and len(told(at)) == 1
        at.button(key="papers_complaint_on_1").click().run()
        assert at.text_input(key="papers_complaint_on").value == "Saturday, 12 December 2026"
        at = visit("entry", step="due_on", lender="platform")
        at.text_input(key="due_on").set_value("12/31").run()
        assert at.button(key="due_on_0").label == "2025年12月31日 星期三" and at.session_state["case"].due_on is None

    def test_in_chinese_the_month_comes_first(self, visit, monkeypatch):
        monkeypatch.setattr(state, "today", lambda: date(2026, 11, 30))
        at = visit("debts", open="add")
        at.text_input(key="debt_0_due_on").set_value("1/5").run()
        day = at.session_state["debt_draft"].due_on
        assert (day.month, day.day) == (1, 5) and not at.warning


class TestTexts:
    @pytest.mark.parametrize("lang", list(Lang))
    @pytest.mark.parametrize(("key", "most"), [("letter_name", 200), ("letter_reason", 2000)])
    def test_a_long_paste_stays_and_the_letter_waits(self, visit, lang, key, most):
        at = visit("negotiate", **CASE, talk="write", lang=str(lang))
        at.selectbox(key="letter_kind").set_value(LetterKind.STATEMENT).run()
        field = at.text_input(key=key) if most == 200 else at.text_area(key=key)
        at.text_input(key="letter_phone").input("PHONE-7")
        field.input("长" * (most + 1)).run()
        w = words(lang)
        assert w("errors.field.text", given=most + 1, most=most) in told(at)
        assert w("letters.too_long") in said(at) and not at.text and not at.get("download_button")
        field = at.text_input(key=key) if most == 200 else at.text_area(key=key)
        assert field.value == "长" * (most + 1)
        field.input("长" * most).run()
        assert not at.exception and w("letters.too_long") not in said(at)
        assert "PHONE-7" in at.text[0].value and "长" * most in at.text[0].value

    def test_a_long_log_entry_waits_in_its_form(self, visit):
        at = visit("negotiate", **CASE, talk="log")
        at.text_input(key="log_who").input("王某")
        at.text_area(key="log_said").input("x" * 2001)
        at.button(key="log_submit").click().run()
        assert told(at) == ["这里写了 2,001 个字符，最多 2,000 个。请删短一些；写下的都还在，其他内容不受影响。"]
        assert not at.session_state["log"] and at.text_input(key="log_who").value == "王某"
        at.text_area(key="log_said").input("x" * 2000)
        at.button(key="log_submit").click().run()
        assert not at.exception and not at.warning
        assert [(e.who, e.said) for e in at.session_state["log"]] == [("王某", "x" * 2000)]
        assert at.text_input(key="log_who").value == "" and at.text_area(key="log_said").value == ""

    def test_an_entry_without_its_day_waits_too(self, visit):
        at = visit("negotiate", **CASE, talk="log")
        at.text_input(key="log_on").set_value("")
        at.text_input(key="log_who").input("王某")
        at.button(key="log_submit").click().run()
        assert "请先填日期" in told(at)[0] and at.text_input(key="log_who").value == "王某"

    def test_a_row_too_long_waits_in_the_table_through_other_parts(self, visit):
        at = visit("negotiate", **CASE, talk="log")
        row = {"on": "2026-06-03", "who": "李某", "said": "x" * 2001}
        at.session_state["log_table_0"] = {"edited_rows": {}, "added_rows": [row], "deleted_rows": []}
        at.run()
        assert "“说了什么”写了 2,001 个字符" in told(at)[0] and not at.session_state["log"]
        at.segmented_control(key="talk").set_value("paper").run()
        at.segmented_control(key="talk").set_value("log").run()
        assert not at.exception and "2,001" in told(at)[0]
        at.text_input(key="log_who").input("张某")
        at.button(key="log_submit").click().run()
        assert not at.exception and "2,001" in told(at)[0]
        assert [entry.who for entry in at.session_state["log"]] == ["张某"]

    def test_a_long_search_is_told_and_hides_nothing(self, visit):
        at = visit("glossary", lang="en")
        whole = len(at.header)
        at.text_input(key="glossary_search").set_value("z" * 41).run()
        assert "41 characters" in told(at)[0] and len(at.header) == whole
        assert at.text_input(key="glossary_search").value == "z" * 41


class TestProposal:
    def ask(self, visit, **more):
        at = visit("negotiate", **(CASE | more), talk="call")
        return at.radio(key="ask_kind").set_value("monthly").run()

    @pytest.mark.parametrize("as_of", ["2026-06-30", "2099-06-30"])
    def test_no_day_is_proposed_for_the_person(self, visit, as_of):
        at = self.ask(visit, as_of=as_of)
        assert at.text_input(key="ask_first").value == "" and "我提出的方案" not in said(at) and not at.warning

    def test_a_first_day_gone_by_is_said_to_be_one(self, visit):
        at = self.ask(visit)
        at.text_input(key="ask_first").set_value(str(date(2026, 8, 1))).run()
        assert "2026年8月1日已经过去了" in told(at)[0]

    @pytest.mark.parametrize(("key", "given"), [("ask_months", 61), ("ask_months", 2.5), ("ask_amount", 0.0)])
    def test_what_cannot_be_proposed_is_not(self, visit, key, given):
        at = self.ask(visit)
        at.number_input(key="ask_amount").set_value(300.0)
        at.number_input(key="ask_months").set_value(12)
        at.text_input(key="ask_first").set_value(str(add_period(state.today(), months=1))).run()
        assert "我提出的方案" in said(at)
        at.number_input(key=key).set_value(given).run()
        assert not at.exception and len(at.warning) == 1 and "我提出的方案" not in said(at)

    def test_a_plan_of_one_month_in_the_case_opens(self, visit):
        assert not self.ask(visit, plan_months="1").exception


class TestFiles:
    def opened(self, visit, page, fold):
        at = visit(page, **CASE)
        at.session_state[fold] = True
        return at.run()

    def test_a_case_file_too_large_is_told_by_us_and_each_sentence_is_of_the_last_file(self, visit):
        at = self.opened(visit, "penalty", "keep")
        at.file_uploader(key="case_file_in").set_value(("case.json", b"x" * 3_000_000, "application/json")).run()
        assert told(at) == [words(Lang.ZH)("errors.file.too_large", size=3_000_000, most=LARGEST)]
        at.file_uploader(key="case_file_in").set_value(("photo.png", b"\x89PNG", "image/png")).run()
        assert told(at) == [words(Lang.ZH)("errors.file.not_json")]
        at.file_uploader(key="case_file_in").set_value(None).run()
        assert not at.exception and not at.warning

    def test_a_bill_file_likewise(self, visit):
        at = self.opened(visit, "bill", "q_paste")
        at.file_uploader(key="bill_file").set_value(("bill.csv", b"x" * 3_000_000, "text/csv")).run()
        assert told(at) == [words(Lang.ZH)("errors.bill.file_big", given=3000, most=MOST_BYTES // 1000)]
        at.file_uploader(key="bill_file").set_value(("bill.pdf", b"%PDF-1.7", "application/pdf")).run()
        assert told(at) == [words(Lang.ZH)("errors.bill.file_pdf")]
        at.file_uploader(key="bill_file").set_value(None).run()
        assert not at.exception and not at.warning

    def test_the_browser_lets_every_file_through_that_we_answer(self):
        config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
        assert config["server"]["maxUploadSize"] * 10**6 > 2 * max(LARGEST, MOST_BYTES)


def test_no_text_has_a_limit_that_drops_a_paste_in_silence():
    assert [
        path.name for path in (ROOT / "overdue" / "ui").rglob("*.py") if "max_chars" in path.read_text("utf-8")
    ] == []
