"""The offers themselves: the two a lender names, up to two more, where to start, and the facts of each."""

from dataclasses import replace
from decimal import Decimal

import streamlit as st

from overdue.account import WAITING, Account
from overdue.casefile.entered_offer import KINDS, usual
from overdue.law import LAW
from overdue.model import fen
from overdue.proposal import months_for
from overdue.proposal.terms import OfferKind
from overdue.tables import offers as said
from overdue.tables import proposals as tables
from overdue.ui import fields, state
from overdue.ui.proposals import answer, held, terms

FEE = Decimal("7.2")  # percent a year: 0.6 % a month, as lenders often name it


def draw(account: Account) -> None:
    """The fields of the two offers."""
    w = state.reader()
    for letter, place in zip((said.LUMP, said.PLAN), st.columns(2), strict=True):
        with place, st.container(key=f"card_{letter}"):
            st.markdown(f"**{letter.upper()} {w(f'proposals.name.{account.desk.proposals[letter].kind}')}**")
            terms.draw(account, letter, answer.asked_above(account, letter))
    with st.container(horizontal=True, key="starts"):
        st.button(w("proposals.start.lender"), key="start_lender", on_click=_from_lender)
        st.button(w("proposals.start.mine"), key="start_mine", on_click=_from_me)
    note = st.session_state.pop("proposals_note", None)
    if note:
        st.info(w(f"proposals.start.{note}"))


def further(account: Account) -> None:
    """Up to two more offers, and what there is to know of each."""
    w, names = state.reader(), said.named(account, state.reader())
    for letter in [letter for letter in account.desk.proposals if letter not in (said.LUMP, said.PLAN)]:
        with st.container(key=f"card_{letter}"):
            st.markdown(f"**{letter.upper()} {w(f'proposals.name.{account.desk.proposals[letter].kind}')}**")
            terms.draw(account, letter)
            st.button(w("proposals.start.remove"), key=f"remove_{letter}", on_click=_remove, args=(letter,))
    with st.container(horizontal=True, key="adds"):
        if account.desk.free() is None:
            st.caption(w("proposals.start.full"))
        else:
            for kind in KINDS:
                st.button(w(f"proposals.start.add_{kind}"), key=f"add_{kind}", on_click=_add, args=(kind,))
    for letter, one in account.settled.items():
        facts = tables.facts(one, w, account.desk.missed).values()
        lines = [w("common.labelled", label=label, value=value) for label, value in facts]
        st.markdown("\n".join([f"**{names[letter]}**", "", *(f"- {line}" for line in lines)]))
    for letter, error in account.refused.items():
        if letter == WAITING:
            st.warning(fields.sentence(error))


def _remove(letter: str) -> None:
    held.keep(state.account().desk.edited(letter, None))


def _add(kind: OfferKind) -> None:
    found, case = state.account().desk, state.case()
    letter = found.free()
    if letter is not None:
        held.keep(found.edited(letter, usual(kind, case.as_of, case.pay_on)))


def _from_lender() -> None:
    """An example of an offer: half the penalty for a lump sum, a flat fee of 0.6 % a month for a plan."""
    found, case = state.account().desk, state.case()
    lump = replace(usual("lump", case.as_of, case.pay_on), penalty=Decimal(50))
    plan = replace(usual("plan", case.as_of), rate=FEE, method="flat_fee")
    held.lay_out(found.edited(said.LUMP, lump).edited(said.PLAN, plan))
    st.session_state.proposals_note = "lender_note"


def _from_me() -> None:
    """What the budget allows: the savings at once, or what a month leaves until it is over."""
    account, case = state.account(), state.case()
    means = account.budget
    if means is None or means.free <= 0 or said.PLAN not in account.settled:
        st.session_state.proposals_note = "mine_missing"
        return
    owed = account.settled[said.PLAN].debt.total
    lump = usual("lump", case.as_of, case.pay_on)
    if 0 < means.savings < owed:
        lump = replace(lump, amount=fen(means.savings))
    most = LAW.value("PLAN-1", "max_months", case.as_of)
    months = min(months_for(owed, fen(means.free)).months or most, most)
    plan = replace(usual("plan", case.as_of), months=months)
    held.lay_out(account.desk.edited(said.LUMP, lump).edited(said.PLAN, plan))
    st.session_state.proposals_note = "mine_note"
