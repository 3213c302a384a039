"""The money of each month: what comes when, what the taken offers ask of it, and where it does not reach."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from overdue.household.model import Help
from overdue.household.track import Agreed
from overdue.model import ZERO, OverdueError, fen
from overdue.periods import add_period

NOTHING = fen(ZERO)
MOST_MONTHS = 600


@dataclass(frozen=True, slots=True)
class Short:
    """A month whose money does not reach: its paying day, by how many yuan, and for what.

    ``income``: income and savings less needs do not carry the monthly sum. ``offer``: the month cannot carry the
    payments of the offer of ``key``, which is therefore divided as if it were not taken.
    """

    on: date
    missing: Decimal
    kind: Literal["income", "offer"]
    key: str | None = None


class Ask(NamedTuple):
    """What a taken offer asks for on a day, in yuan."""

    day: date
    key: str
    amount: Decimal


@dataclass(slots=True)
class Span:
    """One month of paying, after the day ``since`` up to its paying day ``on``; the first holds the day agreed too.

    ``lumps`` come on their days, ``on`` itself too; ``helps`` is what of them comes from others.
    """

    number: int
    since: date | None
    on: date
    monthly: Decimal
    lumps: dict[date, Decimal] = field(default_factory=dict)
    helps: Decimal = NOTHING

    def __contains__(self, day: date) -> bool:
        """Whether a day lies in this month."""
        return (self.since is None or self.since < day) and day <= self.on

    def lacking(self, asks: Iterable[Ask]) -> Decimal:
        """What is lacking at most on a day of these asks: a lump sum that comes later does not pay them."""
        due, most = NOTHING, NOTHING
        for ask in asks:
            due += ask.amount
            come = sum((lump for day, lump in self.lumps.items() if day <= ask.day), self.monthly)
            most = max(most, due - come)
        return most


def spans(as_of: date, months: int, monthly: Decimal, helps: Iterable[Help]) -> tuple[Span, ...]:
    """The months of paying after ``as_of``, each ending on its corresponding day; a lump sum lies in its month."""
    if not 1 <= months <= MOST_MONTHS:
        raise OverdueError("household.months", given=months, most=MOST_MONTHS)
    days = [add_period(as_of, months=number) for number in range(1, months + 1)]
    found = tuple(
        Span(number, since, on, monthly) for number, (since, on) in enumerate(zip([None, *days], days, strict=False), 1)
    )
    for lump in helps:
        if lump.on < as_of:
            raise OverdueError("household.help_before", given=lump.on, as_of=as_of)
        for span in found:
            if lump.on in span:
                span.lumps[lump.on] = span.lumps.get(lump.on, NOTHING) + lump.amount
                span.helps += NOTHING if lump.from_savings else lump.amount
    return found


def asked(offers: Iterable[Agreed], span: Span) -> list[Ask]:
    """What offers ask for in a month, the earliest day first."""
    return sorted(Ask(day, offer.key, amount) for offer in offers for day, amount in offer.cash if day in span)


def carried(offers: Iterable[Agreed], months: Sequence[Span]) -> tuple[list[Agreed], list[Short]]:
    """The offers that the months can carry together, the earlier ones first, and where the others fall short."""
    taken: list[Agreed] = []
    shorts: list[Short] = []
    for offer in offers:
        for span in months:
            missing = span.lacking(asked([*taken, offer], span))
            if missing > 0 and asked([offer], span):
                shorts.append(Short(span.on, missing, "offer", offer.key))
                break
        else:
            taken.append(offer)
    return taken, shorts


def held_back(months: Sequence[Span], talk_months: int, offers: Sequence[Agreed]) -> None:
    """While talking nothing is divided: lump sums wait for the end, except for what the offers need of them."""
    if not 0 <= talk_months < len(months):
        raise OverdueError("household.talk_months", given=talk_months, most=len(months) - 1)
    waiting = NOTHING
    for span in months[:talk_months]:
        needed = max(NOTHING, sum((ask.amount for ask in asked(offers, span)), NOTHING) - span.monthly)
        for day in sorted(span.lumps):
            kept = min(span.lumps[day], needed)
            waiting += span.lumps.pop(day) - kept
            needed -= kept
            if kept:
                span.lumps[day] = kept
    first = months[talk_months]
    if waiting:
        first.lumps[first.on] = first.lumps.get(first.on, NOTHING) + waiting
