"""One lender's share of one budget, as it stands in a letter: what there is, what else is owed, who gets what when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from overdue.household import Division, Household, Way, picture
from overdue.model import ZERO, OverdueError, Payment
from overdue.negotiation.log import printable
from overdue.words import Words

MOST_LISTED = 6


@dataclass(frozen=True, slots=True)
class Share:
    """What a letter to one lender says of the household's budget, in yuan, on the day ``on``.

    ``others`` is what is due to the ``count`` other lenders in all; ``named`` holds them one by one only where the
    writer ticked it. ``payments`` are this lender's, ``done_on`` when they end the debt (None where they do not).
    ``way`` is how the budget is divided: ``part`` of what is due is this lender's (None where nothing is), ``place``
    its turn among those that follow no offer, ``agreed`` how many others do. ``offer`` says that this lender's own
    offer is taken. ``served_on`` is the day its complaint was received. ``unrated`` says whose rate is not known, this
    debt's or another's: then no end and no total can be named, and a payment that would be the last is no promise.
    """

    on: date
    income: Decimal | None
    needs: Decimal | None
    monthly: Decimal
    others: Decimal
    count: int
    named: tuple[tuple[str, Decimal], ...]
    payments: tuple[Payment, ...]
    done_on: date | None
    way: Way
    part: Decimal | None
    place: int
    agreed: int
    offer: bool
    served_on: date | None = None
    unrated: Literal["", "own", "other"] = ""

    @property
    def sum(self) -> Decimal:
        """All its payments together."""
        return sum((payment.amount for payment in self.payments), ZERO)

    def told(self, w: Words) -> Iterator[str]:
        """The share's paragraphs in the words of one language."""
        monthly = w.yuan(self.monthly)
        if self.income is None or self.needs is None:
            yield w("letters.share.sum", monthly=monthly)
        else:
            yield w("letters.share.budget", income=w.yuan(self.income), needs=w.yuan(self.needs), monthly=monthly)
        if self.named:
            listed = w.listed(w("letters.share.owed", name=name, amount=w.yuan(amount)) for name, amount in self.named)
            yield w("letters.share.named", on=self.on, list=listed, sum=w.yuan(self.others))
        elif self.count:
            yield w("letters.share.others", on=self.on, count=self.count, sum=w.yuan(self.others))
        if self.count and not self.offer:
            yield w.together(self._way(w))
        yield self._offer(w)
        if not self.offer and (self.done_on is not None or self.unrated):
            yield w("letters.share.waive")
        if self.served_on is not None:
            yield w("letters.share.served", on=self.served_on)

    def _way(self, w: Words) -> Iterator[str]:
        """How the budget is divided, and why this lender gets what it gets."""
        if self.agreed:
            yield w("letters.share.agreed", count=self.agreed)
        if self.agreed == self.count:
            yield w("letters.share.way.rest")
            return
        yield w(f"letters.share.way.{self.way}", first=self.payments[0].paid_on)
        if self.way in (Way.FAIR, Way.TALK):
            if self.part:
                yield w("letters.share.way.part", on=self.on, part=w.percent(round(self.part, 3)))
        else:
            yield w("letters.share.way.first" if self.place == 1 else "letters.share.way.then", place=self.place)

    def _offer(self, w: Words) -> str:
        """What is proposed: every payment, or the first ones and how it goes on."""
        kept = self.payments[:-1] if self.unrated and self.done_on is not None else self.payments
        shown = (kept or self.payments)[:MOST_LISTED]
        listed = w.listed(
            w("letters.share.payment", on=payment.paid_on, amount=w.yuan(payment.amount)) for payment in shown
        )
        fields = {"first": shown[0].paid_on, "count": len(shown), "list": listed}
        if self.unrated:
            return w(f"letters.share.unrated_{self.unrated}", **fields)
        if self.done_on is None:
            return w("letters.share.open", **fields)
        if self.offer and len(shown) == len(self.payments):
            return w("letters.share.accept", count=len(shown), list=listed, sum=w.yuan(self.sum))
        more = "all" if len(shown) == len(self.payments) else "first"
        return w(f"letters.share.{more}", **fields, sum=w.yuan(self.sum), done=self.done_on)


def called(names: Mapping[str, str], key: str) -> str:
    """The name a debt goes by, its key where it has none; what no document can hold is left out.

    >>> called({"a": "My\\x00 bank"}, "a"), called({}, "b")
    ('My bank', 'b')
    """
    return printable(names.get(key) or key)


def share_of(
    household: Household,
    division: Division,
    key: str,
    names: Mapping[str, str] | None = None,
    named: bool = False,
) -> Share:
    """What a letter to the lender of the debt ``key`` says of a division; ``names`` say what a debt is called.

    The other debts are one sum; with ``named`` they stand one by one. Raises ``OverdueError`` for a key no debt has,
    and where the division pays nothing to that lender.
    """
    course = next((course for course in division.debts if course.key == key), None)
    if course is None:
        raise OverdueError("household.no_such_debt", given=key)
    if not course.payments:
        raise OverdueError("household.no_share", name=called(names or {}, key))
    seen = {debt.key: debt for debt in picture(household, division.as_of).debts if debt.left or debt.key == key}
    others = [debt for debt in seen.values() if debt.key != key]
    offers = {course.key for course in division.debts if course.offer}
    turn = [name for name in division.order if name in seen and (name == key or name not in offers)]
    due = sum((seen[name].owed for name in turn), ZERO)
    return Share(
        on=division.as_of,
        income=household.income,
        needs=household.needs,
        monthly=division.monthly,
        others=sum((debt.owed for debt in others), ZERO),
        count=len(others),
        named=tuple((called(names or {}, debt.key), debt.owed) for debt in others) if named else (),
        payments=course.payments,
        done_on=course.done_on,
        way=division.way,
        part=seen[key].owed / due if due else None,
        place=turn.index(key) + 1,
        agreed=sum(debt.key in offers for debt in others),
        offer=course.offer,
        unrated="" if course.offer or not division.unrated else "own" if key in division.unrated else "other",
        served_on=next(debt.suit.complaint_on for debt in household.debts if debt.key == key),
    )
