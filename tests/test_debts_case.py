"""All debts in one case: the code of further debts both ways, one of them opened, added, taken out; nothing is lost."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal as D

import pytest

from overdue.account import Account
from overdue.casefile import fresh, read, write
from overdue.casefile.needs import shown, with_part
from overdue.debts import Debts
from overdue.household import Way
from overdue.tables import dividing, ways
from overdue.tables.debts import answers, line, most, whole
from overdue.words import Lang, words

TODAY = date(2026, 11, 22)
OLD = "bank:20260101:500:20:18:50~private:20260301:1000:0:12:0"
OWN = {
    "due_on": "2026-03-10",
    "principal": "1000",
    "interest": "90",
    "missed": "3",
    "rate": "18",
    "as_of": "2026-06-30",
    "lender": "platform",
}


def household(**more: str) -> Debts:
    return Debts(Account(read({"story": "household"} | more, TODAY)[0]))


def test_the_debt_of_the_other_pages_is_the_first_with_the_same_account():
    debts = household()
    assert debts.accounts[1] is debts.account
    assert debts.picture.debts[0].owed == debts.account.ledger.total


def test_what_cannot_be_counted_leaves_the_others_their_answer():
    debts = Debts(Account(read(OWN | {"debts": "bank::500::18:~private:20260301:1000:0:12:0"}, TODAY)[0]))
    assert list(debts.debts) == [1, 3] and debts.refused[2].key == "case.missing"
    assert debts.compare(D(800)).cheapest is not None


def test_a_debt_without_a_rate_is_counted_at_its_least():
    debts = Debts(Account(read(OWN | {"debts": "private:20260301:1000:0::"}, TODAY)[0]))
    found = debts.divided()
    assert debts.picture.unknown == found.unrated == ("2",) and found.done_on is not None
    for lang in Lang:
        w = words(lang)
        after = w("debts.says.not_before", month=w.month(found.done_on))
        least = w("common.at_least", amount=w.yuan(debts.compare().between(Way.FAIR)[0]))
        assert after in "".join(ways.told(debts, found, w)) and least in str(dividing.divided(debts, w).pictures)
        assert after in [*ways.courses(debts, found, w)[w("debts.column.done")]]


def test_one_debt_beyond_counting_does_not_silence_the_others():
    rests = "bank:20010101:500:20:18:50:kall:emonthly:m300"
    debts = Debts(Account(read(OWN | {"debts": f"{rests}~{OLD}"}, TODAY)[0]))
    assert [*debts.debts, *debts.refused] in ([1, 3, 4, 2], [1, 2, 3, 4]) and debts.picture.owed > 5000


def test_the_most_a_debt_without_a_rate_may_come_to_is_its_highest_reading():
    debts = Debts(Account(read(OWN | {"debts": "bank:20260301:1000:0::"}, TODAY)[0]))
    band = debts.accounts[2].band
    assert most(debts, 2) == band.high > debts.accounts[2].ledger.total == most(debts, 2) - (band.high - 1000)
    assert f"{band.high:,.2f}" in line(debts, 2, words(Lang.EN))


def test_a_card_without_its_contract_has_no_ceiling_in_its_line_nor_in_the_whole():
    """500 and 20 on the card; the platform's three times 1,090 with what is late of them as it stands alone."""
    debts = Debts(Account(read(OWN | {"debts": "credit_card:20260301:500:20::"}, TODAY)[0]))
    owed = D(520) + debts.accounts[1].ledger.total
    assert most(debts, 2) is None
    for lang in Lang:
        w = words(lang)
        said, head = line(debts, 2, w), whole(debts, w)
        assert w.yuan(D(520)) in said and len(re.findall(r"\d\.\d\d", said)) == 1, said
        assert (
            w.yuan(owed) in head and w("debts.whole.top", high="|", line="", uplift="").split("|")[0][-6:] not in head
        )
    assert "and what its contract adds" in line(debts, 2, words(Lang.EN))


def test_an_offer_is_the_one_entered():
    debts = household()
    assert debts.offered == (3,) and debts.debts[3].offer.amount == D(3600)
    plan = Debts(Account(read(OWN | {"deal_months": "12", "deal_monthly": "300"}, TODAY)[0]))
    for course in plan.compare(D(2000), frozenset({1})).divisions[Way.FAIR].debts:
        assert abs(course.paid - 3600) <= D("0.12")  # a fen a month at most: the rate is found, the months are exact
    waived = Debts(Account(read(OWN | {"deal_months": "10", "deal_monthly": "250"}, TODAY)[0]))
    paid = waived.compare(D(2000), frozenset({1})).divisions[Way.FAIR].paid
    assert abs(paid - 2500) <= D("0.10") and paid < waived.picture.owed


def test_an_offer_that_is_over_or_too_high_is_said():
    over = household(debts="bank:20260301:500:20:18:50:q100:u20260601")
    assert over.unfit[2].key == "debts.offer_over" and over.offered == ()
    high = household(debts="bank:20260301:500:20:18:50:q100000")
    assert high.unfit[2].key == "proposal.more_than_owed"


def test_the_last_day_of_an_offer_is_the_one_entered_and_none_where_none_was():
    for terms in ("q400", "h6:i80"):
        for until, days in ((":u20260705", [date(2026, 7, 5)]), ("", [])):
            debts = household(debts=f"bank:20260301:500:20:18:50:{terms}{until}")
            assert [near.day for near in debts.picture.debts[1].days if near.kind == "offer_ends"] == days


def test_the_sum_is_the_one_chosen_else_what_a_month_leaves():
    assert household().monthly == 2000
    assert Debts(Account(read(OWN | {"income": "5000", "needs": "4200"}, TODAY)[0])).monthly == 800
    assert Debts(Account(read(OWN | {"income": "4000", "needs": "4200"}, TODAY)[0])).monthly == 0
    assert Debts(Account(read(OWN, TODAY)[0])).monthly == 200  # 3,500 in 24 months, in hundreds


def test_two_debts_alike_are_noticed():
    twice = "bank:20260101:500:20:18:50"
    assert Debts(Account(read(OWN | {"debts": f"{twice}~{OLD}"}, TODAY)[0])).alike == ((2, 3),)
    assert household().alike == ()


def test_one_place_ahead():
    debts = household()
    assert debts.with_turn(3) == "1.3.2.4.5" and debts.with_turn(1) == "1.2.3.4.5"
    assert (debts.with_taken(3, True), debts.with_taken(3, False)) == ("3", None)


def test_the_day_of_a_lump_sum_that_is_over_counts_no_more():
    debts = household(helps="20260601:500~20260720:2000")
    assert [help_.amount for help_ in debts.household.helps] == [D(2000)]


SERVED = {"as_of": "2026-09-20", "debts": "bank:20260101:500:20:18:50:je20260911"}  # 15 days, past 25 to 27 September
ANSWER = date(2026, 9, 28)


def test_a_complaint_that_came_gives_the_day_to_answer_and_it_stands_in_the_line():
    debts = Debts(Account(read(OWN | SERVED, TODAY)[0]))
    bank = debts.picture.debts[1]
    assert bank.days[0] == ("answer", ANSWER) and "limitation" not in {near.kind for near in bank.days}
    assert answers(debts) == ((2, ANSWER),)
    w = words(Lang.ZH)
    assert "2026年9月28日答辩期满" in line(debts, 2, w) and "法院文书" not in line(debts, 2, w)
    assert "最近的日子是2026年9月28日" in whole(debts, w)
    later = Debts(Account(read(OWN | SERVED | {"as_of": "2026-09-29"}, TODAY)[0]))
    assert later.picture.debts[1].days[0] == ("answer_over", ANSWER) and "答辩期已满" in line(later, 2, w)


def test_a_complaint_in_the_address_is_that_of_the_open_debt_and_a_judgment_ends_its_time():
    case, notes = read(OWN | {"complaint_on": "2026-06-29"}, TODAY)
    assert notes == () and write(case)["complaint_on"] == "2026-06-29"
    debts = Debts(Account(case))
    assert answers(debts) == ((1, date(2026, 7, 14)),)
    assert debts.account.limitation.end is None  # who is sued is sued in time: the period stands still
    over = Debts(Account(read(OWN | {"complaint_on": "2026-03-20", "judgment_on": "2026-06-20"}, TODAY)[0]))
    assert answers(over) == () and "有法院文书" in line(over, 1, words(Lang.ZH))


def test_a_complaint_before_the_contract_is_left_out_with_a_note():
    case, (note,) = read(OWN | {"complaint_on": "2020-01-02"}, TODAY)
    assert (case.complaint_on, note.name, note.key) == (None, "complaint_on", "errors.case.before_contract")


def test_needs_in_parts_make_one_sum_and_a_larger_sum_keeps_what_is_other():
    case = fresh(date(2026, 6, 30), Lang.ZH)
    one = with_part(with_part(case, "rent", D(1800)), "medicine", D("200.50"))
    assert (one.needs, one.spending) == (D("2000.50"), "rent:1800~medicine:200.5")
    assert with_part(one, "rent", D(1500)).needs == D("1700.50")  # made of parts alone, it follows them
    more = with_part(replace(one, needs=D(4200)), "rent", D(1500))
    assert (more.needs, shown(more)["other"]) == (4200, D("2499.50"))
    assert with_part(more, "living", D(5000)).needs == D("6700.50")
    empty = with_part(with_part(one, "rent", None), "medicine", None)
    assert (empty.needs, empty.spending) == (None, None)
    alone = with_part(replace(case, needs=D(4200)), "family", None)
    assert (alone.needs, shown(alone)) == (4200, {})  # the sum still stands alone


def test_parts_above_their_sum_are_left_out_with_a_note_and_refused_in_a_sentence():
    case, (note,) = read(OWN | {"needs": "1000", "spending": "rent:1800"}, TODAY)
    assert (case.needs, case.spending, note.key) == (1000, None, "errors.case.needs_parts")
    kept, notes = read(OWN | {"needs": "3000", "spending": "rent:1800~house:7~family:"}, TODAY)
    assert notes == () and shown(kept) == {"rent": D(1800), "other": D(1200)}
    assert "spending" not in write(kept, budget=False)


@pytest.mark.parametrize("lang", list(Lang))
def test_of_ways_that_cost_the_same_the_one_that_is_followed_is_named(lang):
    """The dearest debt is the smallest too, so both orders are one and the same: one way is named, and followed."""
    first = {"lender": "bank", "due_on": "2026-01-10", "principal": "300", "rate": "24", "as_of": "2026-06-30"}
    further = "bank:20260110:5000:10:10:50~bank:20260110:9000:10:8:50"
    case, _ = read(first | {"debts": further, "monthly": "1500"}, date(2026, 6, 30))
    w = words(lang)
    debts = Debts(Account(case))
    says = next(stop.says for stop in dividing.divided(debts, w).stops if stop.value == "1500")
    assert w("fields.way.dearest") in says and w("fields.way.smallest") not in says
    assert debts.way is Way.DEAREST and Way.SMALLEST in debts.compare().ties
    assert w("fields.way.fair") not in says and w("fields.way.own") not in says


@pytest.mark.parametrize("day", ["2026-11-28", "2026-11-30", "2026-12-15", "2027-01-31"])
def test_a_bar_stands_over_the_month_its_payments_are_in(day):
    """Whatever day of the month is paid on: the months and sums of the drawing are those of the table beside it."""
    first = {"lender": "bank", "due_on": "2026-09-10", "principal": "900", "rate": "24", "as_of": day}
    further = "bank:20260910:700:10:18:50~bank:20260910:2000:10:8:50"
    case, _ = read(first | {"debts": further, "monthly": "600"}, date.fromisoformat(day))
    debts, w = Debts(Account(case)), words(Lang.ZH)
    drawn, found = ways.strips(debts.divided()), ways.courses(debts, debts.divided(), w)
    for course, ends in zip(debts.divided().debts, found[w("debts.column.done")], strict=True):
        bars = drawn[(drawn["key"] == course.key) & (drawn["amount"] > 0)]
        assert w.month(max(bars["day"])) == ends
        assert all(bar.day == 1 for bar in bars["day"])
        assert {(bar.year, bar.month) for bar in bars["day"]} == {
            (p.paid_on.year, p.paid_on.month) for p in course.payments
        }
        assert abs(bars["amount"].sum() - float(course.paid)) < 0.005
