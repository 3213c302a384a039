"""The debts going from one paying day to the next."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from overdue.household.budget import Ask, Span, asked
from overdue.household.model import Way
from overdue.household.result import Month
from overdue.household.shares import fair_shares, in_turn
from overdue.household.track import Agreed, Track
from overdue.model import ZERO, OverdueError, fen

NOTHING = fen(ZERO)
IN_TURN = (Way.DEAREST, Way.SMALLEST, Way.OWN)


class Walk:
    """The debts going from one paying day to the next; while ``silent`` months last only offers are paid.

    ``work`` is how often an unpaid instalment was brought to a paying day; above ``most`` it is refused.
    """

    def __init__(
        self, tracks: Sequence[Track], agreed: Sequence[Agreed], turn: Sequence[str], way: Way, silent: int, most: int
    ):
        self.tracks, self.agreed, self.silent = tracks, agreed, silent
        self.debts: tuple[Track | Agreed, ...] = (*tracks, *agreed)
        self.turn = turn if way in IN_TURN else ()
        self.most, self.work = most, 0

    def rows(self, months: Sequence[Span]) -> Iterator[Month]:
        """The rows, until nothing is owed any more."""
        for span, following in zip(months, (*months[1:], months[-1]), strict=True):
            if not any(debt.left for debt in self.debts):
                return
            asks = asked(self.agreed, span)
            needed = max(NOTHING, sum((ask.amount for ask in asks), NOTHING) - span.monthly)
            quiet = span.number <= self.silent
            for day in sorted(day for day in span.lumps if day < span.on):
                lump = span.lumps[day]
                share = min(needed, lump)
                needed -= share
                yield self._row(0, day, lump, _met(asks, share), span.on, quiet)
            budget = span.monthly + span.lumps.get(span.on, NOTHING)
            yield self._row(span.number, span.on, budget, _met(asks, budget), following.on, quiet)

    def _row(
        self, number: int, day: date, budget: Decimal, paid: dict[str, Decimal], before: date, quiet: bool
    ) -> Month:
        """Pay the offers' share, and divide the rest on that day."""
        for offer in self.agreed:
            offer.take(paid.get(offer.key, NOTHING))
        for track in self.tracks:
            track.to(day, before)
            self.work += track.open
        if self.work > self.most:
            raise OverdueError("work.divided", given=sum(track.open for track in self.tracks))
        rest = budget - sum(paid.values(), NOTHING)
        if not quiet:
            first = self._shares(rest, {track.key: track.due for track in self.tracks if track.due})
            rest -= sum(first.values(), NOTHING)
            ahead = self._shares(rest, {track.key: track.ahead for track in self.tracks if track.ahead})
            rest -= sum(ahead.values(), NOTHING)
            for track in self.tracks:
                amount = first.get(track.key, NOTHING) + ahead.get(track.key, NOTHING)
                if amount:
                    track.pay(amount)
                    paid[track.key] = amount
        left = {debt.key: debt.left for debt in self.debts}
        return Month(number, day, budget, paid, left, rest)

    def _shares(self, amount: Decimal, asks: dict[str, Decimal]) -> dict[str, Decimal]:
        return in_turn(amount, asks, self.turn) if self.turn else fair_shares(amount, asks)


def _met(asks: list[Ask], amount: Decimal) -> dict[str, Decimal]:
    """What of an amount goes to the offers, the earliest day first; what is met is taken off the list."""
    met: dict[str, Decimal] = {}
    while asks and amount:
        ask = asks.pop(0)
        share = min(ask.amount, amount)
        amount -= share
        if share:  # an instalment of a fen or two may be rounded to nothing
            met[ask.key] = met.get(ask.key, NOTHING) + share
        if share < ask.amount:
            asks.insert(0, ask._replace(amount=ask.amount - share))
    return met
