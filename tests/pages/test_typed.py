"""What cannot be used stays as it was typed, beside a sentence of ours; the browser is given no limit of its own."""

from __future__ import annotations

import pytest

from overdue.casefile import FIELDS, check
from overdue.model import OverdueError
from overdue.words import Lang, words
from tests.pages.conftest import said
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
            ("timeline", {"part": "crime"}, "crime_principal", 1e9, "money", 0, 10**8),
            ("credit", {}, "credit_accounts", 9, "count", 1, 5),
        ],
    )
    def test_out_of_range_is_told_in_the_readers_language(self, visit, lang, page, part, key, given, kind, low, high):
        at = visit(page, **CASE, **part, lang=str(lang))
        at.number_input(key=key).set_value(given).run()
        assert not at.exception and at.number_input(key=key).value == given
        typed = f"{given:.0f}" if given == int(given) else str(given)
        assert told(at) == [words(lang)(f"errors.field.{kind}", given=typed, low=low, high=high)]

    def test_a_refused_sum_is_not_counted_with(self, visit):
        at = visit("timeline", **CASE, part="crime")
        at.number_input(key="crime_principal").set_value(-1.0).run()
        assert "至少有一条没有满足" not in said(at)
        at.number_input(key="crime_principal").set_value(1.0).run()
        assert "至少有一条没有满足" in said(at) and not at.warning

    def test_no_field_lets_the_browser_answer(self, visit):
        for page, part in (("timeline", "calls"), ("timeline", "crime"), ("credit", ""), ("penalty", "")):
            at = visit(page, **CASE, part=part)
            assert [n.label for n in at.number_input if n.proto.has_min or n.proto.has_max] == []

    @pytest.mark.parametrize("key", ["plan_months", "missed_number", "fit_months"])
    def test_half_a_month_is_refused_and_kept(self, visit, key):
        at = visit("proposals", **CASE)
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
