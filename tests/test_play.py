"""Playing the lender: every way ends, every reply has its words and rules, and its figures are the case's own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from overdue.account import Account
from overdue.casefile import read, stories
from overdue.law import LAW
from overdue.lesson.play import ENDS, START, after, figures, places, split, talk
from overdue.words import pairs
from tests.cases import LINK

ON = date(2026, 11, 29)
LONGEST = 8


def ways(at: str = START, so_far: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every way through the talk, replies in order."""
    assert len(so_far) <= LONGEST, so_far
    if at in ENDS:
        yield so_far
        return
    for name, reply in places()[at].replies.items():
        yield from ways(reply.to, (*so_far, name))


def test_every_way_ends_and_both_ends_are_reached() -> None:
    found = [talk(way) for way in ways()]
    assert len(found) > 100 and all(one.place is None for one in found)
    assert {one.end for one in found} == set(ENDS)


def test_a_plan_in_writing_wants_the_reply_that_asks_for_it() -> None:
    for way in ways():
        one = talk(way)
        last = one.turns[-1]
        assert last.reply.mark == "used" or one.end == "refused", way


def test_every_place_is_reached_and_offers_three_replies_of_which_one_uses_a_right() -> None:
    reached = {turn.place.name for way in ways() for turn in talk(way).turns}
    assert reached == places().keys()
    for place in places().values():
        assert len(place.replies) == 3 and "used" in {reply.mark for reply in place.replies.values()}


def test_every_line_and_reply_has_its_words_and_every_reply_rules_of_the_shelf() -> None:
    for place in places().values():
        wanted = {place.line} | {reply.says for reply in place.replies.values()}
        wanted |= {f"play.{place.name}.{name}.does" for name in place.replies}
        assert wanted - pairs().keys() == set()
        for reply in place.replies.values():
            assert reply.rules and set(reply.rules) <= LAW.rules.keys()


@pytest.mark.parametrize("story", list(stories()))
def test_the_figures_are_those_of_the_case(story: str) -> None:
    account = Account(read({"story": story}, ON)[0])
    told = figures(account)
    assert told["total"] == account.ledger.total
    assert sum(split(account).values()) == min(Decimal(100), account.ledger.total)
    assert abs(told["share"] * 12 - account.ledger.total) < Decimal("0.12")


def test_a_hundred_goes_to_interest_and_penalty_before_principal() -> None:
    # 270 contract interest and 317.25 penalty stand before the principal of 3,000.
    account = Account(read(LINK, ON)[0])
    told = figures(account)
    assert (told["penalty"], *split(account).values()) == (Decimal("317.25"), 100, 0)
    # A month more: 3,000 at 18 % x 1.5 / 360 for the 30 days to 30 July.
    assert told["month"] == Decimal(3000) * Decimal("0.27") * 30 / 360


def test_a_hundred_that_was_paid_is_out_of_the_sums_that_follow() -> None:
    account = Account(read({"story": "job"}, ON)[0])
    for given, paid in ((["sorry", "check"], 0), (["sorry", "pay"], 100), (["sorry", "pay", "borrow"], 100)):
        assert account.ledger.total - figures(after(account, talk(given)))["total"] == paid
