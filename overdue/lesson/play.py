"""Playing the lender: a talk in lines and replies, walked until there is a written plan or a refusal."""

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from overdue.account import Account
from overdue.accrual import split_payment
from overdue.model import Frozen, Payment
from overdue.periods import add_period

Told = Literal["used", "given", "open"]
START, ENDS = "opening", ("paper", "refused")
TOKEN, MONTHS = Decimal(100), 12


class Reply(Frozen):
    """One reply: where it leads, whether it uses a right or gives one away, the rules behind what it does.

    ``says`` names the words of its sentence where they are another page's.
    """

    to: str
    mark: Told
    rules: tuple[str, ...]
    says: str = ""


class Place(Frozen):
    """A line of the lender and the replies to it, by name; ``line`` as ``says`` of a reply."""

    name: str
    line: str
    replies: dict[str, Reply]


class Turn(NamedTuple):
    """One reply that was given at a place."""

    place: Place
    name: str
    reply: Reply


class Talk(NamedTuple):
    """A talk so far: its turns, and where it stands, a place or the name of an end."""

    turns: tuple[Turn, ...]
    place: Place | None
    end: str | None


@cache
def places() -> dict[str, Place]:
    """All places of the talk by name.

    >>> sorted(places()["opening"].replies)
    ['hang_up', 'record', 'sorry']
    """
    held = tomllib.loads((Path(__file__).parent / "play.toml").read_text(encoding="utf-8"))
    made = {}
    for name, told in held.items():
        line = told.pop("line", f"play.{name}.line")
        replies = {key: Reply.model_validate({"says": f"play.{name}.{key}.says", **one}) for key, one in told.items()}
        made[name] = Place(name=name, line=line, replies=replies)
    return made


def talk(given: Sequence[str]) -> Talk:
    """The talk of these replies, as far as they are replies; what is none ends the reading.

    >>> talk(["record", "parts", "writing", "nine"]).end
    'paper'
    >>> talk(["record", "no such reply"]).place.name
    'figures'
    """
    turns: list[Turn] = []
    at = START
    for name in given:
        place = places().get(at)
        reply = place.replies.get(name) if place else None
        if place is None or reply is None:
            break
        turns.append(Turn(place, name, reply))
        at = reply.to
    return Talk(tuple(turns), places().get(at), at if at in ENDS else None)


def days(account: Account) -> int:
    """How many days the oldest unpaid instalment is overdue; 0 where none is."""
    return max((one.overdue_days for one in account.ledger.instalments), default=0)


def after(account: Account, given: Talk) -> Account:
    """The case once what the talk has agreed to is done: with the hundred that was paid in it."""
    if not any(turn.place.name == "token" and turn.name == "pay" for turn in given.turns):
        return account
    paid = Payment(paid_on=account.as_of, amount=min(TOKEN, account.ledger.total))
    return Account(replace(account.case, paid=(*account.case.paid, paid)))


def figures(account: Account) -> dict[str, Decimal]:
    """Yuan that the words of the talk name: what is owed and its parts, a twelfth of it, what a month more adds."""
    now = account.ledger
    later = account.ledger_on(add_period(account.as_of, months=1))
    return {
        "total": now.total,
        "principal": now.principal,
        "penalty": now.penalty,
        "share": round(now.total / MONTHS, 2),
        "month": later.penalty + later.compound - now.penalty - now.compound,
    }


def split(account: Account) -> dict[str, Decimal]:
    """Where a payment of 100 goes, in yuan, in the order of article 561 of the Civil Code (rule CC-7)."""
    now = account.ledger
    bearing = now.interest + now.penalty + now.compound + now.fees
    found = split_payment(TOKEN, interest=bearing, principal=now.principal)
    return {"to_interest": found.interest, "to_principal": found.principal}
