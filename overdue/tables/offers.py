"""The two proposals a lender names, in a few words: which costs less by how much, and from which waiver on."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from overdue.account import WAITING, Account
from overdue.casefile.terms import Terms
from overdue.proposal import Settlement, gap
from overdue.tables import moving
from overdue.tables.moving import run
from overdue.words import Words

LUMP, PLAN = "a", "b"


def typed(value: Decimal | int) -> str:
    """A figure as an address writes it."""
    return f"{Decimal(value).normalize():f}"


def sentence(settled: Mapping[str, Settlement], terms: Mapping[str, Terms], w: Words) -> str:
    """Which of both proposals costs less, by how much, and whose record is clean first; on one scope, to the fen."""
    once, later = settled[LUMP], settled[PLAN]
    apart = gap(once, later)
    key = "less" if apart.cost > 0 else "more" if apart.cost < 0 else "same"
    months = apart.record_months or 0
    record = "earlier" if months > 0 else "later" if months < 0 else "level"
    record += "_one" if abs(months) == 1 else ""
    return w(
        f"proposals.says.{key}",
        lump=said(terms[LUMP], w),
        plan=said(terms[PLAN], w),
        record=w(f"proposals.says.{record}", **({"months": run(str(abs(months)), "strong")} if months else {})),
        **({} if key == "same" else {"amount": run(w.yuan(abs(apart.cost)), "up")}),
    )


def said(terms: Terms, w: Words, where: str = "says") -> str:
    """A proposal in a few words, for a sentence (``says``) or for a name (``strips``): what it is, what is waived."""
    if terms.amount is not None and terms.kind == "lump":
        return w(f"proposals.{where}.figure", amount=w.yuan(terms.amount))
    how = "waived" if terms.penalty and not (terms.interest or terms.principal) else "partly"
    if not (terms.penalty or terms.interest or terms.principal):
        how = "plain"
    told = {"months": run(str(terms.months))} if terms.kind == "plan" else {}
    told |= {"share": run(typed(terms.penalty) + "%")} if how == "waived" else {}
    return w(f"proposals.{where}.{terms.kind}_{how}", **told)


def level(once: Settlement, later: Settlement) -> tuple[str, Decimal | None]:
    """From which share of the penalty on the lump sum costs no more than the plan: a code, and the share (0 to 1).

    ``always`` and ``even`` need no waiver, ``from`` has its share, ``never`` is beyond all penalty waived,
    ``figure`` names a whole figure, where no share plays a part.
    """
    if once.offer.figure is not None:
        return "figure", None
    debt = once.debt
    penalty = debt.penalty + debt.compound + debt.late_fees
    dearer = once.altogether + debt.waived(once.offer.waiver)["penalty"] - later.altogether
    dearer += debt.waived(once.offer.waiver)["compound"] + debt.waived(once.offer.waiver)["late_fees"]
    if dearer <= 0:
        return "even" if not dearer else "always", None
    return ("from", dearer / penalty) if dearer <= penalty else ("never", None)


def note(settled: Mapping[str, Settlement], w: Words) -> str:
    """From which share waived on the lump sum is the cheaper one; a sentence where there is no such share."""
    code, share = level(settled[LUMP], settled[PLAN])
    return w(f"proposals.level.{code}", **({} if share is None else {"share": run(w.percent(round(share, 3)))}))


def title(letter: str, terms: Terms, w: Words) -> str:
    """A proposal's name: its letter and what it is."""
    return moving.plain(w("proposals.strips.name", letter=letter.upper(), says=said(terms, w, "strips")))


def short(letter: str, w: Words) -> str:
    """A proposal's name inside a sentence."""
    return w("proposals.name.wait") if letter == WAITING else w("proposals.name.short", letter=letter.upper())


def named(account: Account, w: Words) -> dict[str, str]:
    """The names of all proposals by letter; waiting has no letter."""
    names = {letter: title(letter, terms, w) for letter, terms in account.desk.proposals.items()}
    return names | {WAITING: w("proposals.strips.wait", day=account.desk.wait_until)}
