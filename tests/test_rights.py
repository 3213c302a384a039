"""Rights around the record, and repair."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from overdue.credit import (
    EFFECTS,
    Ask,
    Entry,
    Moves,
    answer_due,
    dispute_route,
    handover,
    one_off_repair,
    retention,
)
from overdue.model import OverdueError


class TestRights:
    @pytest.mark.parametrize(
        ("start", "count", "due"),
        [
            (date(2026, 1, 1), Ask.COMPLAINT, date(2026, 1, 31)),
            (date(2026, 3, 1), Ask.COMPLAINT, date(2026, 3, 31)),
            (date(2026, 12, 25), Ask.DISPUTE, date(2027, 1, 14)),
            (date(2026, 11, 2), Ask.LENDER, date(2026, 11, 17)),  # fifteen days, the first not counted
        ],
    )
    def test_the_first_day_is_not_counted(self, start, count, due):
        answer = answer_due(count, received_on=start)
        assert (answer.due_on, answer.certain) == (due, True)

    def test_only_the_sending_day_gives_an_earliest_day(self):
        answer = answer_due(Ask.DISPUTE, sent_on=date(2026, 11, 1))
        assert (answer.due_on, answer.certain) == (date(2026, 11, 21), False)

    def test_received_wins_over_sent(self):
        assert answer_due(Ask.DISPUTE, date(2026, 11, 5), date(2026, 11, 1)).counted_from == date(2026, 11, 5)

    @pytest.mark.parametrize("days", [(None, None), (date(2026, 11, 1), date(2026, 11, 2))])
    def test_days_that_cannot_be_are_refused(self, days):
        with pytest.raises(OverdueError):
            answer_due(Ask.DISPUTE, *days)

    def test_only_errors_are_disputed(self):
        disputable = {entry for entry in Entry if dispute_route(entry).disputable}
        assert disputable == {Entry.WRONG, Entry.INCOMPLETE, Entry.NOT_MINE, Entry.OVERDUE_TIME}

    def test_only_paying_starts_the_clock(self):
        assert {effect.key for effect in EFFECTS if effect.moves is Moves.STARTS} == {"payoff", "waiver"}
        assert all(effect.citations for effect in EFFECTS)

    def test_lender_and_guarantor_each_have_a_clock(self):
        both = handover(date(2026, 3, 1), date(2027, 6, 30))
        assert both.lender == retention(date(2026, 3, 1))
        assert both.guarantor == retention(date(2027, 6, 30))


class TestRepair:
    @pytest.mark.parametrize(
        ("overdue_on", "amount", "paid_on", "hidden_from", "hidden_by"),
        [
            (date(2020, 1, 1), "10000", date(2025, 11, 30), date(2026, 1, 1), None),
            (date(2025, 12, 31), "10000", date(2025, 12, 31), None, date(2026, 1, 31)),
            (date(2023, 6, 6), "1", date(2025, 12, 1), None, date(2026, 1, 31)),
            (date(2023, 6, 6), "1", date(2026, 3, 31), None, date(2026, 4, 30)),
        ],
    )
    def test_it_applied(self, overdue_on, amount, paid_on, hidden_from, hidden_by):
        check = one_off_repair(overdue_on, Decimal(amount), paid_on)
        assert check.applies
        assert (check.hidden_from, check.hidden_by) == (hidden_from, hidden_by)

    @pytest.mark.parametrize(
        ("overdue_on", "amount", "paid_on", "failed"),
        [
            (date(2019, 12, 31), "10000", date(2025, 11, 30), ["FIX-1"]),
            (date(2026, 1, 1), "10000", date(2026, 2, 1), ["FIX-1"]),
            (date(2024, 1, 1), "10000.01", date(2025, 11, 30), ["FIX-2"]),
            (date(2024, 1, 1), "500", date(2026, 4, 1), ["FIX-3"]),
            (date(2024, 1, 1), "500", None, ["FIX-3"]),
            (date(2026, 5, 1), "20000", None, ["FIX-1", "FIX-2", "FIX-3"]),
        ],
    )
    def test_it_did_not_apply(self, overdue_on, amount, paid_on, failed):
        check = one_off_repair(overdue_on, Decimal(amount), paid_on)
        assert not check.applies
        assert [condition.rule for condition in check.conditions if not condition.met] == failed
        assert (check.hidden_from, check.hidden_by) == (None, None)

    def test_paid_before_it_fell_overdue_is_refused(self):
        with pytest.raises(OverdueError):
            one_off_repair(date(2024, 5, 1), Decimal(10), date(2024, 4, 30))
