"""What an offer is taken to settle, where that is open, and what to ask before it is paid."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from overdue.account import Account
from overdue.casefile.offers import NAMED
from overdue.model import ZERO, OverdueError
from overdue.proposal import Settlement
from overdue.words import Words


def settles(one: Settlement, w: Words) -> list[str]:
    """What one figure, or a plan of the whole loan, is taken to settle, where that is open: at most one sentence."""
    if one.offer.covers_all and len(one.schedule.rows) > 1:
        return [w("proposals.settles.plan")]
    if one.offer.figure is None or not (one.offer.covers_all or one.falls_due):
        return []
    amount = w.yuan(one.offer.figure)
    if one.offer.covers_all:
        return [w("proposals.settles.whole", amount=amount)]
    return [w(f"proposals.settles.{'apart' if one.offer.leaves_new else 'due'}", amount=amount, coming=_coming(one, w))]


def _coming(one: Settlement, w: Words) -> str:
    """The instalments that fall due before a single sum is paid, by day and amount."""
    each = [w("proposals.settles.coming", day=w.short_day(day), amount=w.yuan(sum_)) for day, sum_ in one.falls_due]
    return w.listed(each)


def differ(once: Settlement, later: Settlement) -> bool:
    """Whether only one of two offers takes in what is still to come under the contract."""
    return once.offer.covers_all != later.offer.covers_all and bool(once.runs_on or later.runs_on)


def unlike(settled: Mapping[str, Settlement], w: Words) -> list[str]:
    """That the lump sum and the plan settle different things, where they do: at most one sentence."""
    once, later = (settled[letter] for letter in NAMED)
    if not differ(once, later):
        return []
    whole, due = sorted(NAMED, key=lambda letter: not settled[letter].offer.covers_all)
    names = {
        name: w("proposals.name.short", letter=letter.upper()) for name, letter in (("whole", whole), ("due", due))
    }
    return [w("proposals.settles.unlike", **names)]


def over(account: Account, letter: str, w: Words) -> tuple[str, bool] | None:
    """Why a sum of more than what is due is not counted, and whether it is the whole loan that would hold it: then it
    is asked what it settles, never told to be less."""
    due, terms = _due(account, letter), account.desk.proposals[letter]
    if due is None or terms.amount is None:
        return None
    try:
        owed = account.most.settle(terms.within("whole").offer()).debt.total
    except OverdueError as whole:
        return w.error(whole), False
    sums = {name: _most(account, sum_, w) for name, sum_ in (("due", due), ("whole", owed))}
    return w("proposals.settles.over", amount=w.yuan(terms.amount), **sums), True


def beyond(account: Account, letter: str, answer: str, w: Words) -> str:
    """What follows where such a sum settles only what is due (``no``), or nobody knows what it settles (``open``)."""
    due, terms = _due(account, letter), account.desk.proposals[letter]
    if due is None or terms.amount is None:
        return ""
    sums = {"amount": w.yuan(terms.amount), "due": _most(account, due, w), "more": w.yuan(terms.amount - due)}
    left = account.most.settle(replace(terms, amount=None).offer()).total
    if answer == "no" and left < due:
        return w("proposals.settles.over_waived", left=_most(account, left, w), **sums)
    return w(f"proposals.settles.over_{'plain' if answer == 'no' else 'question'}", **sums)


def _due(account: Account, letter: str) -> Decimal | None:
    """All that is due on the day of a sum paid at once that was refused as more than that; None where it was not."""
    error, terms = account.refused.get(letter), account.desk.proposals[letter]
    if error is None or error.key != "proposal.more_than_owed" or terms.whole or terms.amount is None:
        return None
    return Decimal(str(error.fields["owed"]))


def _most(account: Account, amount: Decimal, w: Words) -> str:
    told = w.yuan(amount)
    return told if account.most is account else w("proposals.settles.at_most", amount=told)


def asks_first(one: Settlement, w: Words) -> list[str]:
    """What to ask before one figure is paid, and whether it drops the penalty at all: a sentence each."""
    if one.offer.figure is None:
        return []
    told = {"amount": w.yuan(one.offer.figure)}
    if one.offer.covers_all:
        return [w("proposals.settles.ask_whole", **told)]
    said_ = [w("proposals.settles.ask", coming=_coming(one, w), **told)] if one.falls_due else []
    known = plain(one)
    if known < one.offer.figure:
        key = "plain_apart" if one.falls_due and not one.offer.leaves_new else "plain"
        kept = w.yuan(one.offer.figure - known)
        said_.append(w(f"proposals.settles.{key}", plain=w.yuan(known), kept=kept, **told))
    return said_


def plain(one: Settlement) -> Decimal:
    """What had fallen due by the agreement without any penalty, in yuan."""
    debt, settled_too = one.debt, () if one.offer.leaves_new else one.falls_due
    return debt.principal + debt.interest + debt.fees - sum((amount for _, amount in settled_too), ZERO)


def below(settled: Mapping[str, Settlement], w: Words) -> list[str]:
    """An offer that takes less than the principal it is meant to settle: only what is confirmed in writing holds."""
    return [
        w(
            "proposals.settles.below",
            offer=w("proposals.name.short", letter=letter.upper()),
            amount=w.yuan(one.total),
            principal=w.yuan(one.debt.principal),
        )
        for letter, one in settled.items()
        if letter in NAMED and one.total < one.debt.principal
    ]
