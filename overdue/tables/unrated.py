"""What can be said of proposals while no rate is known: between which sums they differ, never that they are equal."""

from collections.abc import Mapping
from decimal import Decimal

from overdue.account import Account
from overdue.casefile.entered_offer import EnteredOffer
from overdue.casefile.unknowns import between
from overdue.model import ZERO
from overdue.proposal import Settlement, gap
from overdue.tables import settles
from overdue.tables.moving import run
from overdue.tables.offers import LUMP, PLAN, carried, costs, in_part, once, said
from overdue.words import Words

Readings = tuple[tuple[Account, Account], ...]


def known(account: Account) -> bool:
    """Whether no yearly rate that nobody gave moves what the proposals cost."""
    if account.case.rate is not None or not account.rate_known:
        return account.rate_known
    most, settled = account.most.settled, account.settled
    return all(most[letter].altogether == one.altogether for letter, one in settled.items() if letter in most)


def readings(account: Account) -> Readings:
    """The pairs of accounts between which the truth lies: one for all stops, so that each is worked out once."""
    pairs = between(account.case)
    made = {case: Account(case) for pair in pairs for case in pair} | {one.case: one for one in (account, account.most)}
    return tuple((made[low], made[high]) for low, high in pairs)


def _at(account: Account, letter: str, terms: Mapping[str, EnteredOffer]) -> Settlement:
    """A proposal by one reading, whatever its figure is beside what is owed by that."""
    if letter in account.settled and account.desk.proposals[letter] == terms[letter]:
        return account.settled[letter]
    return account.settled_at(terms[letter].offer(), at_least=True)


def apart(among: Readings, terms: Mapping[str, EnteredOffer]) -> tuple[Decimal, Decimal]:
    """The least and the most that the plan can take more than the lump sum, in yuan."""
    ends = []
    for low, high in among:
        (lump, plan), (dear_lump, dear_plan) = ([_at(one, x, terms) for x in (LUMP, PLAN)] for one in (low, high))
        ends += [gap(dear_lump, plan).cost, gap(lump, dear_plan).cost]
    return min(ends), max(ends)


def told(
    account: Account, among: Readings, settled: Mapping[str, Settlement], terms: Mapping[str, EnteredOffer], w: Words
) -> tuple[str, str]:
    """The sentence of one stop, and the note under it; ``among`` are the account's readings."""
    rests = in_part(settled, w, account.budget)
    under = w.together([*rests, note(_at(account.most, LUMP, terms), w)])
    return sentence(account, settled, terms, apart(among, terms), w), under


def sentence(
    account: Account,
    settled: Mapping[str, Settlement],
    terms: Mapping[str, EnteredOffer],
    ends: tuple[Decimal, Decimal],
    w: Words,
) -> str:
    """What the lump sum costs less or more than the plan, between two ends; first what the budget cannot carry even
    so."""
    names = {"lump": once(settled, terms, w), "plan": said(terms[PLAN], w)}
    lead = [*settles.unlike(settled, w), *carried(settled, terms, w, account.budget)]
    low, top = ends
    same = low == top and (low != 0 or account.rate_known)
    return w.together([*lead, costs(settled, terms, w) if same else _between(low, top, names, w)])


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


def title(account: Account, w: Words) -> str:
    """What the totals of the strips are."""
    if known(account):
        return w("proposals.strips.title")
    return w("proposals.strips.title_open" if account.rate_known else "proposals.strips.title_least")


def note(high: Settlement, w: Words) -> str:
    """What the waiver of the lump sum is worth at most."""
    waived = high.waived
    return w("proposals.unrated.waiver", waived=run(w.yuan(waived))) if waived else w("proposals.unrated.find")


def waits(account: Account) -> Decimal:
    """What waiting adds at most, in yuan."""
    return max(ZERO, account.most.waiting(account.desk.wait_until).grows)
