"""What can be said of proposals while no rate is known: between which sums they differ, never that they are equal."""

from collections.abc import Mapping
from decimal import Decimal

from overdue.account import Account
from overdue.casefile.entered_offer import EnteredOffer
from overdue.casefile.unknowns import extreme
from overdue.model import ZERO
from overdue.proposal import Settlement, gap
from overdue.tables import settles
from overdue.tables.moving import run
from overdue.tables.offers import LUMP, PLAN, carried, in_part, once, said
from overdue.words import Words


def most(account: Account) -> Account:
    """The account by the highest reading of what is not known."""
    return Account(extreme(account.case, "high"))


def dear(high: Account, settled: Mapping[str, Settlement], terms: Mapping[str, EnteredOffer]) -> dict[str, Settlement]:
    """The lump sum and the plan by that reading."""
    return dict(settled) | {letter: high.settle(terms[letter].offer()) for letter in (LUMP, PLAN)}


def told(
    account: Account, high: Account, settled: Mapping[str, Settlement], terms: Mapping[str, EnteredOffer], w: Words
) -> tuple[str, str]:
    """The sentence of one stop, and the note under it; ``high`` is the account by its highest reading."""
    by_most = dear(high, settled, terms)
    rests = in_part(settled, w, account.budget)
    return sentence(account, settled, terms, by_most, w), w.together([*rests, note(by_most, w)])


def sentence(
    account: Account,
    settled: Mapping[str, Settlement],
    terms: Mapping[str, EnteredOffer],
    high: Mapping[str, Settlement],
    w: Words,
) -> str:
    """What the lump sum costs less or more than the plan, from no penalty at all to the most that may be; first what
    the budget cannot carry even so."""
    names = {"lump": once(settled, terms, w), "plan": said(terms[PLAN], w)}
    low, top = sorted(gap(one[LUMP], one[PLAN]).cost for one in (settled, high))
    lead = [*settles.unlike(settled, w), *carried(settled, terms, w, account.budget)]
    return w.together([*lead, _between(low, top, names, w)])


def _between(low: Decimal, high: Decimal, names: Mapping[str, str], w: Words) -> str:
    if not low and not high:
        return w("proposals.unrated.level")
    near, far = sorted((abs(low), abs(high)))
    sums = {"near": run(w.yuan(near), "strong"), "far": run(w.yuan(far), "strong")}
    if low < 0 < high:
        sums = {"more": run(w.yuan(-low), "up"), "less": run(w.yuan(high), "saved")}
        return w("proposals.unrated.either", **names, **sums)
    way = "less" if high > 0 else "more"
    if not near:
        return w(f"proposals.unrated.{way}_most", **names, far=sums["far"])
    return w(f"proposals.unrated.{way}", **names, **sums)


def note(high: Mapping[str, Settlement], w: Words) -> str:
    """What the waiver of the lump sum is worth at most."""
    waived = high[LUMP].waived
    return w("proposals.unrated.waiver", waived=run(w.yuan(waived))) if waived else w("proposals.unrated.find")


def waits(account: Account) -> Decimal:
    """What waiting adds at most, in yuan."""
    return max(ZERO, most(account).waiting(account.desk.wait_until).grows)
