"""A plan named by what each payment takes: said as a rate or a waiver; whether it settles the whole loan is asked."""

from contextlib import suppress
from dataclasses import replace
from decimal import ROUND_UP, Decimal

import streamlit as st

from overdue.account import Account
from overdue.casefile import check
from overdue.casefile.entered_offer import EnteredOffer
from overdue.model import FEN, ZERO, OverdueError
from overdue.proposal import rate_for
from overdue.ui import state
from overdue.ui.proposals.held import lay_out

ASKS = ("proposal.monthly_whole", "proposal.monthly_due")
TRIED = "monthly_tried"  # by letter: the case a payment was tried on, and whether it was answered what it settles


def key(letter: str) -> str:
    """The field of a payment."""
    return f"{letter}_monthly"


def put(letter: str, text: str, answered: bool = False) -> None:
    """Say a payment as terms. Where it is nearer the whole loan than what is due, or fits the other of both alone,
    it is asked which one it settles, unless that was ``answered``."""
    account = state.account()
    st.session_state[TRIED] = st.session_state.get(TRIED, {}) | {letter: (account.case, answered)}
    terms, given = account.desk.proposals[letter], check("lump_amount", text)
    paid = given if isinstance(given, Decimal) else ZERO
    if not answered and (error := _asked(account, terms, paid)) is not None:
        raise error
    lay_out(account.desk.edited(letter, _meant(account, terms, paid)))


def again() -> None:
    """Try a payment that was refused once more where the case is another one than then: it may fit now."""
    for letter, (case, answered) in st.session_state.get(TRIED, {}).items():
        held = state.refused(key(letter))
        if held is None or case == state.case() or letter not in state.account().desk.proposals:
            continue
        _try(letter, held[0], answered)


def _try(letter: str, text: str, answered: bool) -> None:
    try:
        put(letter, text, answered)
    except OverdueError as error:
        state.refuse(key(letter), text, error)
    else:
        state.accept(key(letter))


def ask(letter: str) -> None:
    """The two answers, one tap each, beside the sentence that asks; where one of them was refused, the other."""
    w, held = state.reader(), state.refused(key(letter))
    if held is None:
        return
    answers = ("whole", "due") if held[1].key in ASKS else _other(letter, held[0])
    if not answers:
        return
    with st.container(horizontal=True, key=f"remark_{key(letter)}"):
        for what in answers:
            name = f"{letter}_settles_{what}"
            st.button(w(f"proposals.each.{what}"), key=name, on_click=_answer, args=(letter, held[0], what == "whole"))


def _other(letter: str, text: str) -> tuple[str, ...]:
    """What a payment that was refused would settle instead, where it fits that."""
    account = state.account()
    terms = account.desk.proposals[letter]
    try:
        paid = check("lump_amount", text)
    except OverdueError:
        return ()
    other = replace(terms, whole=not terms.whole)
    fits = isinstance(paid, Decimal) and _fits(account, other, paid)
    return ("whole" if other.whole else "due",) if fits else ()


def _answer(letter: str, text: str, whole: bool) -> None:
    found = state.account().desk
    lay_out(found.edited(letter, found.proposals[letter].edited("whole", whole)))
    _try(letter, text, True)


def _plain(account: Account, terms: EnteredOffer) -> Decimal:
    """What the payments have to pay off where nothing is waived."""
    bare = replace(terms, method="level_payment", rate=ZERO, penalty=ZERO, even=False)
    return account.settle(bare.offer()).schedule.received


def _asked(account: Account, terms: EnteredOffer, paid: Decimal) -> OverdueError | None:
    """The question, where there is one: a plan of what is due that may be the whole loan's, or the other way round."""
    other = replace(terms, whole=not terms.whole)
    with suppress(OverdueError):
        here, there, total = _plain(account, terms), _plain(account, other), paid * terms.months
        if here == there or not _fits(account, other, paid):
            return None
        if _fits(account, terms, paid) and abs(total - here) <= abs(total - there):
            return None
        what, (due, whole) = "due" if terms.whole else "whole", sorted((here, there))
        told = {"given": paid, "months": terms.months, "total": total, "due": due, "whole": whole}
        return OverdueError(f"proposal.monthly_{what}", **told)
    return None


def _fits(account: Account, terms: EnteredOffer, paid: Decimal) -> bool:
    try:
        _meant(account, terms, paid)
    except OverdueError:
        return False
    return True


def _meant(account: Account, terms: EnteredOffer, paid: Decimal) -> EnteredOffer:
    """The terms such a payment makes: what it adds to the debt is the plan's rate, what it leaves out is waived."""
    terms = replace(terms, method="level_payment", rate=ZERO, penalty=ZERO, even=False)
    plain = account.settle(terms.offer())
    debt, total = plain.debt, paid * terms.months
    if total >= plain.schedule.received:
        return _even(account, replace(terms, rate=round(rate_for(plain, paid) * 100, 6)))
    penalty = debt.penalty + debt.compound + debt.late_fees
    lacks = plain.schedule.received - total
    if lacks > penalty:
        least = ((plain.schedule.received - penalty) / terms.months).quantize(FEN, ROUND_UP)
        raise OverdueError("proposal.monthly_low", given=paid, least=least)
    return _even(account, replace(terms, penalty=round(100 * lacks / penalty, 4)))


def _even(account: Account, terms: EnteredOffer) -> EnteredOffer:
    """Those terms with every payment the same: so many times what each takes is what was offered, to the fen."""
    payments = account.settle(terms.offer()).schedule.payments
    return replace(terms, even=bool(payments) and payments[-1] != payments[0])
