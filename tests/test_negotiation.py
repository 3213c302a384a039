"""Preparation, the call sheet, what words do in law, the nine points, and the log."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pydantic import ValidationError

from overdue.accrual import accrue
from overdue.exports.log import COLUMNS, log_file
from overdue.milestones import Cause, law_numbers
from overdue.model import Instalment, Lender, Loan, Payment
from overdue.negotiation import (
    Ask,
    Channel,
    Effect,
    Figures,
    LogEntry,
    after_signing,
    before_signing,
    call_sheet,
    figures,
    friendly_sentences,
    hard_sentences,
    nine_points,
    preparation,
    printable,
    red_lines,
    waiting,
)
from overdue.words import Lang, pairs, placeholders, words

TODAY = date(2026, 11, 22)


def held(payments: tuple[Payment, ...] = ()) -> Figures:
    rows = [Instalment(due_on=date(2026, month, 10), principal="1000", interest="90") for month in (1, 2, 3)]
    loan = Loan(lender=Lender.PLATFORM, contract_on=date(2025, 9, 10), annual_rate="0.18", instalments=rows)
    return figures(accrue(loan, date(2026, 6, 30), payments))


def test_the_figures_of_the_shared_case() -> None:
    # design's own example: 317.25 penalty and 3,587.25 in all.
    found = held()
    assert (found.penalty, found.total, found.principal, found.interest) == (
        Decimal("317.25"),
        Decimal("3587.25"),
        Decimal(3000),
        Decimal(270),
    )
    assert found.first_due == date(2026, 1, 10) and found.days == 171


def test_a_paid_instalment_moves_the_first_missed_day() -> None:
    found = held((Payment(paid_on=date(2026, 1, 10), amount="1090"),))
    assert found.first_due == date(2026, 2, 10) and found.days == 140


def test_the_sheet_says_only_what_is_known() -> None:
    keys = [line.key for line in call_sheet()]
    assert not [k for k in keys if k.startswith(("ask", "cause"))]
    once = call_sheet(Cause.CANNOT_PAY, Ask(first_on=date(2026, 8, 1), amount="3000"))
    assert {"cause_cannot_pay", "ask_once"} <= {line.key for line in once}
    monthly = call_sheet(None, Ask(first_on=date(2026, 8, 1), amount="300", months=12))
    asked = next(line for line in monthly if line.key == "ask_monthly")
    assert asked.fields == {"amount": Decimal(300), "first": date(2026, 8, 1), "months": 12}
    assert "CC-10" in {c.rule for c in asked.citations}


def test_the_sheet_never_acknowledges() -> None:
    assert not next(line for line in call_sheet() if line.key == "figures").fields
    assert "不确认任何金额" in words(Lang.ZH)("negotiate.sheet.line_figures")


def test_counts_that_the_reader_is_promised() -> None:
    assert (len(preparation()), len(hard_sentences()), len(nine_points())) == (7, 6, 9)
    assert all(stage.items for stage in preparation())


def test_asking_for_papers_restarts_nothing_and_asking_for_time_does() -> None:
    effect = {f.key: f.effect for f in friendly_sentences()}
    assert (
        effect["ask_bill"] is Effect.NOTHING and effect["delay"] is effect["small"] is effect["sign"] is Effect.RESTARTS
    )
    assert effect["want"] is Effect.CONTESTED
    assert {c.rule for f in friendly_sentences() for c in f.citations} == {"CC-10", "CC-11"}


def test_every_sentence_is_there_and_names_known_numbers_only() -> None:
    wanted = {f"negotiate.{item.key}" for stage in preparation() for item in stage.items}
    wanted |= {f"negotiate.prepare.{stage.key}.why" for stage in preparation()}
    wanted |= {f"negotiate.q.stage_{stage.key}" for stage in preparation()}
    wanted |= {f"negotiate.{s.key}.{field}" for s in hard_sentences() for field in ("says", "means", "answer")}
    wanted |= {
        f"negotiate.friendly.{f.key}.{field}" for f in friendly_sentences() for field in ("says", "effect", "wording")
    }
    wanted |= {f"negotiate.friendly.state.{e}" for e in Effect} | {f"negotiate.log.way.{c}" for c in Channel}
    wanted |= {
        f"negotiate.{s.key}" for s in (*nine_points(), *red_lines(), *waiting(), *before_signing(), *after_signing())
    }
    asks = (None, Ask(first_on=TODAY, amount="1"), Ask(first_on=TODAY, amount="1", months=2))
    wanted |= {
        f"negotiate.sheet.line_{line.key}"
        for cause in (None, *Cause)
        for ask in asks
        for line in call_sheet(cause, ask)
    }
    assert wanted - pairs().keys() == set()
    own = {
        "as_of",
        "total",
        "parts",
        "done",
        "all",
        "on",
        "days",
        "first",
        "months",
        "amount",
        "row",
        "why",
        "count",
        "rules",
        "today",
        "column",
        "given",
        "most",
    }
    for key, text in pairs().items():
        if key.startswith("negotiate."):
            assert placeholders(text.zh) <= own | law_numbers(TODAY).keys(), key


class TestLog:
    def test_a_row_keeps_what_was_typed_and_nothing_unprintable(self) -> None:
        entry = LogEntry(on=TODAY, who=" 王\x00某\x0b ", said="第一行\n第二行")
        assert entry.who == "王某" and entry.said == "第一行\n第二行"
        assert printable("\x1b[31m😀") == "[31m😀"

    @pytest.mark.parametrize(
        "bad", [{"who": "x" * 201}, {"said": "x" * 2001}, {"on": "2026-01-01"}, {"other": "x"}, {"channel": "pigeon"}]
    )
    def test_what_does_not_fit_is_refused(self, bad: dict[str, object]) -> None:
        with pytest.raises(ValidationError):
            LogEntry(**({"on": TODAY} | bad))

    @settings(max_examples=40)
    @given(
        st.builds(
            LogEntry,
            on=st.dates(),
            at=st.none() | st.times().map(lambda t: t.replace(fold=0)),
            who=st.text(max_size=50),
            said=st.text(max_size=200),
        )
    )
    def test_json_and_back(self, entry: LogEntry) -> None:
        assert LogEntry.model_validate_json(entry.model_dump_json()) == entry

    @pytest.mark.parametrize("lang", list(Lang))
    def test_the_workbook_is_read_back_and_runs_nothing(self, lang: Lang) -> None:
        w = words(lang)
        entries = (
            LogEntry(on=date(2026, 6, 2), at=time(21, 5), who='=HYPERLINK("http://x")', said="威胁要公开"),
            LogEntry(on=date(2026, 6, 1), incoming=False, channel=Channel.LETTER, promised="7日内答复"),
        )
        saved = log_file(entries, w, "law as of, version 1")
        sheet = load_workbook(BytesIO(saved)).active
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        assert rows[0] == [w(f"negotiate.log.{name}") for name in COLUMNS]
        assert rows[1][0].date() == date(2026, 6, 1) and rows[2][1] == time(21, 5)
        assert rows[1][7] == "7日内答复" and rows[2][6] == "威胁要公开"
        assert sheet["E3"].data_type == "s"
        assert b"<f>" not in ZipFile(BytesIO(saved)).read("xl/worksheets/sheet1.xml")
        assert "1" in str(rows[-1][0])
