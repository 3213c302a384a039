"""The credit record: its times in arrears, its sixty months, and what is said about both."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overdue.accrual import accrue
from overdue.credit import (
    Status,
    clearing,
    code_for_days,
    record,
    report_months,
    retention,
    spells,
    status_codes,
)
from overdue.model import BY_INSTALMENT, LEGAL_ORDER, Instalment, Lender, Loan, NotInForce, OverdueError, Payment
from overdue.periods import add_period

TODAY = date(2026, 11, 22)


def loan(*due_days, rate="0", contract_on=None, **terms):
    plan = [Instalment(due_on=day, principal="100") for day in due_days]
    return Loan(
        lender=Lender.PLATFORM, contract_on=contract_on or date(2025, 1, 6), annual_rate=rate, instalments=plan, **terms
    )


def monthly(first, count):
    return [add_period(first, months=n) for n in range(count)]


def pay(day, amount):
    return Payment(paid_on=day, amount=Decimal(amount))


def codes(months):
    return "".join(month.code for month in months)


class TestArrears:
    DUE = monthly(date(2026, 1, 10), 3)

    def test_a_part_cure_ends_nothing(self):
        (spell,) = spells(loan(*self.DUE), [pay(date(2026, 4, 1), "299.99")], TODAY)
        assert (spell.starts_on, spell.ended_on) == (date(2026, 1, 11), None)

    def test_the_last_yuan_ends_it(self):
        paid = [pay(date(2026, 4, 1), "299.99"), pay(date(2026, 5, 2), "0.01")]
        (spell,) = spells(loan(*self.DUE), paid, TODAY)
        assert spell.ended_on == date(2026, 5, 2)
        assert spell.retention.removed_from == date(2031, 5, 3)

    def test_penalty_left_over_keeps_the_arrears_alive(self):
        owing = loan(*self.DUE, rate="0.18")
        total = accrue(owing, date(2026, 4, 1)).total
        short, full = pay(date(2026, 4, 1), total - Decimal("0.01")), pay(date(2026, 4, 1), total)
        assert spells(owing, [short], TODAY)[-1].ended_on is None
        assert spells(owing, [full], TODAY)[-1].ended_on == date(2026, 4, 1)

    def test_later_arrears_start_their_own_clock(self):
        paid = [pay(date(2026, 1, 20), "100"), pay(date(2026, 3, 15), "200")]
        first, second = spells(loan(*self.DUE), paid, TODAY)
        assert (first.starts_on, first.ended_on) == (date(2026, 1, 11), date(2026, 1, 20))
        assert (second.starts_on, second.ended_on) == (date(2026, 2, 11), date(2026, 3, 15))

    def test_curing_the_old_on_the_day_the_next_falls_due_splits_the_spell(self):
        paid = [pay(date(2026, 2, 10), "100"), pay(date(2026, 3, 20), "200")]
        first, second = spells(loan(*self.DUE), paid, TODAY)
        assert (first.ended_on, second.starts_on) == (date(2026, 2, 10), date(2026, 2, 11))

    def test_paid_on_the_due_day_is_not_late(self):
        assert spells(loan(*self.DUE), [pay(day, "100") for day in self.DUE], TODAY) == ()

    def test_money_paid_ahead_covers_what_falls_due_later(self):
        assert spells(loan(*self.DUE), [pay(self.DUE[0], "300")], TODAY) == ()

    def test_clearing_leaves_exactly_nothing(self):
        owing = loan(*self.DUE, rate="0.2")
        paid = clearing(owing, [pay(date(2026, 2, 1), "50")], date(2026, 2, 20))
        assert accrue(owing, date(2026, 2, 20), paid).total == 0
        assert spells(owing, paid, TODAY)[-1].ended_on == date(2026, 2, 20)


def fifo_codes(due_days, paid, as_of, contract_on, bands):
    """An account without interest, told apart from the ledger: money covers the oldest hundred first."""
    covered, money, left = {}, Decimal(0), list(due_days)
    for payment in sorted(paid, key=lambda p: p.paid_on):
        if payment.paid_on > as_of:
            continue
        money += payment.amount
        while left and money >= 100:
            covered[left.pop(0)] = payment.paid_on
            money -= 100
    closed = max(covered.values()) if not left else None
    told, year, month = [], as_of.year, as_of.month
    for _ in range(60):
        start = date(year, month, 1)
        close = min(date(year, month, monthrange(year, month)[1]), as_of)
        unpaid = [day for day in due_days if day <= close and not (day in covered and covered[day] <= close)]
        late = (close - min(unpaid)).days if unpaid else 0
        if close < contract_on or (closed and closed < start):
            told.append("/")
        elif closed and closed <= close:
            told.append("C")
        elif late:
            told.append(next(code for code, most in bands if late <= most))
        elif (
            unpaid
            or any(start <= day <= close for day in due_days)
            or (year, month) < (due_days[0].year, due_days[0].month)
        ):
            told.append("N")
        else:
            told.append("*")
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return "".join(told)


BANDS = [("1", 30), ("2", 60), ("3", 90), ("4", 120), ("5", 150), ("6", 180), ("7", 10**6)]


class TestReport:
    DUE = monthly(date(2026, 1, 10), 3)

    @settings(max_examples=60)
    @given(
        first=st.dates(date(2021, 1, 1), date(2026, 6, 30)),
        count=st.integers(1, 12),
        paid=st.lists(st.tuples(st.dates(date(2021, 1, 1), date(2028, 12, 31)), st.integers(1, 900)), max_size=6),
        as_of=st.dates(date(2021, 1, 1), date(2028, 12, 31)),
        order=st.sampled_from([LEGAL_ORDER, BY_INSTALMENT]),
    )
    def test_sixty_cells_that_a_plain_first_in_first_out_account_shows_too(self, first, count, paid, as_of, order):
        due = monthly(first, count)
        account = loan(*due, contract_on=add_period(first, months=-2))
        payments = [pay(day, amount) for day, amount in paid if day >= account.contract_on]
        months = report_months(account, payments, as_of, order)
        assert len(months) == 60
        newest = as_of.year * 12 + as_of.month
        assert [m.month.year * 12 + m.month.month for m in months] == list(range(newest, newest - 60, -1))
        assert {m.month.day for m in months} == {1}
        assert codes(months) == fifo_codes(due, payments, as_of, account.contract_on, BANDS)

    @given(st.integers(0, 4000))
    def test_the_code_of_a_day_is_its_band(self, days):
        expected = next(code for code, most in [("N", 0), *BANDS] if days <= most)
        assert code_for_days(days, TODAY) == expected

    def test_published_code_table(self):
        days = (1, 30, 31, 60, 61, 90, 91, 120, 121, 150, 151, 180, 181, 400)
        assert "".join(code_for_days(n, TODAY) for n in days) == "11223344556677"

    def test_due_on_the_last_day_of_the_month_is_not_yet_overdue_at_its_close(self):
        account = loan(date(2026, 1, 31), contract_on=date(2026, 1, 1))
        assert codes(report_months(account, (), date(2026, 2, 28)))[:2] == "1N"

    def test_an_account_that_is_never_paid_climbs_to_seven_and_stays(self):
        months = report_months(loan(*self.DUE, contract_on=date(2025, 11, 3)), (), date(2026, 11, 22))
        assert codes(months) == "77777654321NN" + "/" * 47
        assert [month.assumed for month in months[11:13]] == [True, True]
        assert not any(month.assumed for month in months[:11])

    def test_payoff_month_then_nothing(self):
        months = report_months(loan(*self.DUE), [pay(date(2026, 5, 20), "300")], date(2026, 7, 1))
        assert codes(months)[:7] == "//C4321"

    def test_paid_late_within_the_month_is_normal_or_by_choice_m(self):
        paid = [pay(date(2026, 1, 15), "100"), pay(date(2026, 2, 10), "100")]
        account = loan(*self.DUE)
        assert codes(report_months(account, paid, date(2026, 2, 28)))[:2] == "NN"
        assert codes(report_months(account, paid, date(2026, 2, 28), late="M"))[:2] == "NM"

    def test_a_month_without_anything_due_is_starred(self):
        account = loan(date(2026, 1, 10), date(2026, 4, 10))
        assert codes(report_months(account, [pay(date(2026, 1, 10), "100")], date(2026, 3, 31)))[:3] == "**N"

    def test_the_running_month_is_told_as_of_the_day(self):
        account = loan(date(2026, 1, 10))
        assert codes(report_months(account, (), date(2026, 1, 10)))[0] == "N"
        assert codes(report_months(account, (), date(2026, 1, 11)))[0] == "1"

    def test_a_payment_after_the_day_looked_at_changes_nothing(self):
        account = loan(*self.DUE)
        later = [pay(date(2026, 6, 1), "300")]
        assert report_months(account, later, date(2026, 5, 31)) == report_months(account, (), date(2026, 5, 31))

    def test_a_guarantor_ends_the_lenders_account(self):
        account = loan(*self.DUE, compensated_on=date(2026, 3, 20))
        assert codes(report_months(account, (), date(2026, 5, 31)))[:4] == "//D2"

    def test_no_sixty_months_before_the_second_generation(self):
        with pytest.raises(NotInForce):
            report_months(loan(*self.DUE), (), date(2020, 1, 18))

    def test_there_is_no_code_for_having_negotiated(self):
        known = {code.code for code in status_codes(TODAY)}
        assert known == set("*N1234567DZCG#/BMA")
        assert not [code for code in status_codes(TODAY) if "协商" in code.means.zh]

    def test_only_leads_carry_the_codes(self):
        (month, *_) = report_months(loan(*self.DUE), (), TODAY)
        standing = {citation.rule: citation.standing for citation in month.citations}
        assert standing["RPT-2"] == "lead"


class TestRecord:
    DUE = monthly(date(2026, 1, 10), 3)

    @settings(max_examples=40)
    @given(st.dates(date(2026, 1, 11), date(2030, 12, 31)), st.booleans())
    def test_window_grid_and_state_come_from_one_payoff(self, paid_off_on, whole):
        seen = record(loan(*self.DUE, rate="0.2"), TODAY, paid_off_on=paid_off_on, looked_on=paid_off_on, whole=whole)
        first = seen.spells[0]
        assert first.starts_on == date(2026, 1, 11)
        assert first.ended_on == paid_off_on
        assert seen.retention == retention(paid_off_on)
        assert len(seen.spells) == 1
        if whole:
            assert (seen.status, seen.settled_on, seen.months[0].code) == (Status.SETTLED, paid_off_on, "C")
        assert seen.planned == (seen.retention.running and seen.retention.starts_on > TODAY)

    def test_unpaid_says_what_a_payoff_today_would_start(self):
        seen = record(loan(*self.DUE), TODAY)
        assert (seen.status, seen.retention.running) == (Status.UNPAID, False)
        assert seen.if_paid == retention(TODAY)

    def test_a_cured_account_that_lives_on(self):
        seen = record(loan(*self.DUE), date(2026, 2, 8), paid_off_on=date(2026, 2, 3), whole=False)
        assert (seen.status, seen.settled_on) == (Status.CURED, None)
        assert seen.spells[-1].ended_on == date(2026, 2, 3)

    def test_a_contract_that_runs_on_is_paid_on_time(self):
        seen = record(loan(*self.DUE), date(2026, 3, 31), paid_off_on=date(2026, 2, 3), whole=False)
        assert (seen.settled_on, codes(seen.months)[:4]) == (date(2026, 3, 10), "CN1N")

    def test_a_payoff_before_anything_was_overdue_is_refused(self):
        with pytest.raises(OverdueError):
            record(loan(*self.DUE), TODAY, paid_off_on=self.DUE[0])

    def test_never_late_is_clean(self):
        seen = record(loan(*self.DUE), TODAY, [pay(day, "100") for day in self.DUE])
        assert (seen.status, seen.spells, seen.if_paid, seen.leaving) == (Status.CLEAN, (), None, ())

    def test_overdue_cells_leave_sixty_months_later(self):
        seen = record(loan(*self.DUE), TODAY, paid_off_on=date(2026, 4, 2))
        assert [(cell.month, cell.gone_from) for cell in seen.leaving] == [
            (date(2026, month, 1), date(2031, month, 1)) for month in (3, 2, 1)
        ]
        still = report_months(loan(*self.DUE), clearing(loan(*self.DUE), (), date(2026, 4, 2)), date(2030, 12, 31))
        gone = report_months(loan(*self.DUE), clearing(loan(*self.DUE), (), date(2026, 4, 2)), date(2031, 1, 1))
        assert (still[-1].month, still[-1].code) == (date(2026, 1, 1), "1")
        assert gone[-1].month == date(2026, 2, 1)
