"""Both sides of each kind of offer, what would have to be true for each, and what to have in writing first."""

from collections.abc import Callable

import streamlit as st

from overdue.account import WAITING, Account
from overdue.law import LAW
from overdue.model import ZERO, Lender
from overdue.negotiation import nine_points
from overdue.proposal import Settlement
from overdue.proposal.terms import OfferKind
from overdue.tables import evens, settles, unrated
from overdue.tables import offers as said
from overdue.ui import parts, state
from overdue.ui.proposals.even import SHOWN, Pair, pair

SIDES = ("for", "against")
POINTS = (1, 2, 3)


def draw(account: Account) -> None:
    """For and against, the same number of sentences each; then the conditions."""
    w, found = state.reader(), pair(account)
    st.caption(w("proposals.points.intro"))
    kinds = dict.fromkeys(one.offer.kind for one in account.settled.values())
    for kind in kinds:
        st.markdown(f"**{w(f'proposals.name.{kind}')}**")
        for side in SIDES:
            lines = [f"- {_point(account, kind, f'{side}_{number}')}" for number in POINTS]
            st.markdown("\n".join([w(f"proposals.points.{side}"), *lines]))
    st.markdown(f"**{w('proposals.better.title')}**")
    for kind in kinds:
        lines = CONDITIONS[kind](account, found)
        st.markdown("\n".join([f"**{w(f'proposals.name.{kind}')}**", "", *(f"- {line}" for line in lines)]))


def _point(account: Account, kind: str, name: str) -> str:
    w = state.reader()
    if (kind, name) == ("wait", "against_1"):
        one = account.settled[WAITING]
        if not account.rate_known:
            return w("proposals.unrated.points_wait", day=one.debt.on, amount=w.yuan(unrated.waits(account)))
        return w(f"proposals.points.{kind}.{name}", day=one.debt.on, amount=w.yuan(one.total))
    later = _of_kind(account, kind).runs_on
    if (kind, name) == ("lump", "for_3") and later:
        return w("proposals.points.lump.for_3_beside", amount=w.yuan(sum((amount for _, amount in later), ZERO)))
    return w(f"proposals.points.{kind}.{name}")


def _of_kind(account: Account, kind: str) -> Settlement:
    return next(one for one in account.settled.values() if one.offer.kind == kind)


def _lump(account: Account, found: Pair | None) -> list[str]:
    w, one, lines = state.reader(), _of_kind(account, "lump"), []
    if not unrated.known(account):
        lines.append(w("proposals.unrated.find"))
    elif found is not None and found.even.amount is not None and found.even.waived:
        amount, waived = w.yuan(found.even.amount), w.yuan(found.even.waived)
        lines.append(w("proposals.better.lump_even", amount=amount, day=found.even.pay_on, waived=waived))
    elif found is not None:
        lines.append(w("proposals.better.lump_level", other=said.short(found.plan, w)))
    return [*lines, w("proposals.better.lump_cash", amount=w.yuan(one.total))]


def _plan(account: Account, found: Pair | None) -> list[str]:
    w, one, lines = state.reader(), _of_kind(account, "plan"), []
    if not unrated.known(account):
        lines.append(w("proposals.unrated.find"))
    elif found is not None and round(found.plan_rate.rate or ZERO, SHOWN):
        lines.append(w("proposals.better.plan_rate", rate=w.percent(round(found.plan_rate.rate or ZERO, SHOWN))))
    elif found is not None and found.plan_rate.reason == "proposal.cheaper_at_any":
        lines.append(w("proposals.better.plan_any"))
    elif found is not None:
        lines.append(w("proposals.better.plan_dear", amount=w.yuan(found.once.total)))
    rows = one.schedule.rows
    if rows:
        lines.append(w("proposals.better.plan_keep", count=len(rows), amount=w.yuan(rows[0].payment)))
    return lines


def _wait(account: Account, _found: Pair | None) -> list[str]:
    w, wait = state.reader(), account.settled[WAITING]
    others = [one.altogether for letter, one in account.settled.items() if letter != WAITING]
    lines = [w("proposals.better.wait_need")]
    if not account.rate_known:
        return [w("proposals.unrated.wait", day=wait.debt.on, amount=w.yuan(unrated.waits(account))), *lines]
    if others and wait.altogether > min(others):
        more = w.yuan(wait.altogether - min(others))
        return [w("proposals.better.wait_waiver", day=wait.debt.on, amount=more), *lines]
    return [w("proposals.better.wait_free", day=wait.debt.on), *lines] if others else lines


CONDITIONS: dict[OfferKind, Callable[[Account, Pair | None], list[str]]] = {
    "lump": _lump,
    "plan": _plan,
    "wait": _wait,
}


def sign(account: Account) -> None:
    """The nine points of a written agreement, and what signing and paying set going; each with its basis."""
    w, rules = state.reader(), dict[str, None]()
    for one in account.settled.values():
        for said_ in settles.asks_first(one, w):
            st.markdown(f"**{said_}**")
    for number, step in enumerate(nine_points(), 1):
        st.markdown(f"{number}. {w(f'negotiate.{step.key}')}")
        rules |= dict.fromkeys(citation.rule for citation in step.citations)
    st.markdown(f"**{w('proposals.warn.title')}**")
    for text, basis in _warned(account):
        rules |= dict.fromkeys(basis)
        named = w.listed(
            f"{w.text(LAW.rule(rule).title)} · {w(f'standing.{LAW.rule(rule).standing}')}" for rule in basis
        )
        st.markdown(f"- {text}  \n  :small[{w('proposals.warn.cite', rules=named)}]")
    parts.cite(LAW.cites(rules), key="basis_sign")
    parts.door("negotiate")


def _warned(account: Account) -> list[tuple[str, tuple[str, ...]]]:
    w, case = state.reader(), account.case
    card = case.lender_of_record is Lender.CREDIT_CARD
    told = [
        (w("proposals.warn.written"), ("CC-17",)),
        (w("proposals.warn.limitation"), ("CC-10",)),
        (w("proposals.warn.expired"), ("CC-11", "CC-10")),
        (w("proposals.warn.card"), ("PLAN-1",)) if card else (w("proposals.warn.no_right"), ("PLAN-2",)),
        (w("proposals.warn.closed"), ("CR-2", "CR-3")),
        (w("proposals.warn.clock"), ("CR-4",)),
    ]
    if any(one.waived for one in account.settled.values()):
        told.append((w("proposals.warn.reduction"), ("RPT-4",)))
    names = said.named(account, w)
    told += [
        (_flat(names[letter], account, letter, one), ("PEN-8",))
        for letter, one in account.settled.items()
        if one.yearly_cost is not None and evens.method(one) == "flat_fee"
    ]
    if case.compensated_on is not None and case.compensated_on <= case.as_of:
        told.append((w("proposals.warn.guarantor"), ("RPT-5",)))
    return told


def _flat(label: str, account: Account, letter: str, one: Settlement) -> str:
    w, cost = state.reader(), one.yearly_cost
    if cost is None:
        return label
    rates = {"simple": cost.simple, "compound": cost.compound, "stated": account.desk.proposals[letter].rate / 100}
    return w(
        "proposals.warn.flat", label=label, **{name: w.percent(round(rate, SHOWN)) for name, rate in rates.items()}
    )
