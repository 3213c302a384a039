"""The instalments still to come: one interest everywhere, and sums of the whole loan that each say what they hold.

Four of 1,000 and 85 missed by 30 November 2026, 3,000 to come at 24 % a year: by the rate the later ones bear 60, 40
and 20, as entered 85 each. Worked out by hand.
"""

from datetime import date
from decimal import Decimal as D

import pytest

from overdue.account import Account
from overdue.casefile import read, write
from overdue.casefile.fields import read_debts
from overdue.casefile.remarks import interest_to_come
from overdue.debts import Debts
from overdue.tables import owing, settles, strips
from overdue.words import Lang, words

NOW = date(2026, 11, 30)
LOAN = {"due_on": "2026-08-20", "principal": "1000", "interest": "85", "missed": "4", "remaining": "3000", "rate": "24"}


def case(**more):
    found, notes = read(LOAN | {"as_of": str(NOW)} | more, NOW)
    assert not notes
    return found


@pytest.mark.parametrize(("how", "later"), [({}, [60, 40, 20]), ({"to_come": "rate"}, [60, 40, 20])])
def test_until_it_is_answered_the_yearly_rate_counts(how, later):
    assert [i.interest for i in case(**how).instalments()] == [85, 85, 85, 85, *later]


def test_what_was_entered_wins_once_it_is_said_to():
    made = case(to_come="entered", remaining="2500")
    assert [i.interest for i in made.instalments()[4:]] == [85, 85, D("42.50")]  # the last one is half an instalment
    assert write(made)["to_come"] == "entered" and "to_come" not in write(case())
    assert not owing.by_rate(Account(made)) and owing.by_rate(Account(case()))


@pytest.mark.parametrize(
    "more", [{"rate": ""}, {"interest": ""}, {"remaining": ""}, {"accelerated_on": "2026-11-01"}, {"interest": "60"}]
)
def test_it_is_asked_only_where_two_figures_part(more):
    assert interest_to_come(case()) == (85, 60)
    assert interest_to_come(case(**more)) is None


def test_a_further_debt_keeps_its_answer():
    (debt,), refused = read_debts("bank:20260820:1000:85:24:50:m4:n3000:jhentered")
    found = Debts(Account(case(debts="bank:20260820:1000:85:24:50:m4:n3000:jhentered"))).accounts[2]
    assert not refused and ("to_come", "entered") in debt.figures
    assert found.ledger.not_due == 3 * 1085


@pytest.mark.parametrize("more", [{}, {"to_come": "entered"}, {"rate": ""}, {"later": "paid", "missed": "3"}])
def test_what_is_still_to_come_is_one_figure_wherever_it_is_named(more):
    account = Account(case(**more))
    later = account.ledger.not_due
    assert later > 2000
    for letter in ("a", "b"):
        one = account.settled[letter]
        assert one.altogether - one.total == later  # what the strips add for the contract
    assert Account(case(**more)).ledger.total + later == sum(
        i.principal + i.interest for i in account.loan.instalments
    ) + (account.ledger.penalty)


@pytest.mark.parametrize("lang", list(Lang))
def test_every_sum_of_the_whole_loan_says_what_it_holds(lang):
    w, account = words(lang), Account(case())
    (said,) = owing.to_come(Account(case(interest="")), w)
    assert w.yuan(D(3000)) in said and w("penalty.not_due_bare", amount="") not in said
    assert owing.to_come(Account(case(rate="0", interest="")), w) == [w("penalty.not_due_bare", amount=w.yuan(D(3000)))]
    over = settles.over(Account(case(lump_amount="6000")), "a", w)
    assert over is not None and over[1]
    marks = {Lang.EN: ("principal", "interest")}.get(lang, ("本金", "利息"))
    title = strips.strips(account, "plan_months", w).pictures[0].title
    assert "连本带利" in title or "連本帶利" in title or "with interest" in title
    blank = dict.fromkeys(("given", "months", "total", "due", "whole"), "")
    asks = [w(f"errors.proposal.monthly_{what}", **blank) for what in ("whole", "due")]
    assert all(mark in text for mark in marks for text in (over[0], *asks))
