"""The answer: which offer costs less, in a sentence and as strips of payments that follow one figure."""

from dataclasses import replace

import streamlit as st

from overdue.account import Account
from overdue.proposal import gap
from overdue.tables import offers as said
from overdue.tables import owing, settles, strips, unrated
from overdue.ui import fields, mover, parts, state
from overdue.ui.proposals import carry, terms
from overdue.words import words

NAMED = {said.LUMP: ("on", "amount", "penalty"), said.PLAN: ("months", "monthly")}
GUESSES = ("lump", "plan", "same")


def draw(account: Account) -> bool:
    """Draw the answer; False while a guess is asked for first."""
    if state.staged():  # the room asks what costs least; whether a budget carries it is longer than the screen
        account = Account(replace(account.case, income=None, monthly=None))
    w, keys = state.reader(), strips.moves(account)
    if account.is_example or state.staged():
        parts.answer(w("proposals.label"), "", "")
    if not state.staged() and not state.own("guess"):
        _named(account)
    carry.first()
    if names := waits(account):
        st.markdown(f"**{w('proposals.each.left_out', figures=w.listed(names))}**")
        return True
    low = [] if state.staged() else settles.below(account.settled, w)
    if low:
        st.markdown(f"**{w.together(low)}**")
    if not state.staged() and (later := owing.unsaid(account, w)):  # what goes on beside any offer
        st.markdown(w.together(later))
    if not keys:
        _apart(account)
        return True
    if not _guessed(account):
        return False
    key = _which(keys)
    plain = words(account.case.lang)
    mover.draw(
        key,
        (strips.of(account, key), state.staged()),
        said.typed(strips.at(account, key)),
        lambda: strips.strips(account, key, plain, state.staged()),
    )
    if state.staged():
        return True
    if asked := settles.asks_first(account.settled[said.LUMP], w):
        st.markdown(w.together(asked))
    with st.expander(w("common.chart_table"), type="compact", key="strips_table", on_change="rerun") as block:
        if block.open:
            parts.table(strips.rows(account, w), w("proposals.strips.alt"))
    return True


def _named(account: Account) -> None:
    """What whoever calls names: a day, one sum or a share of the penalty, a number of months; what a sum settles."""
    w = state.reader()
    fields.grid(*((terms.ask, account, letter, figure) for letter, figures in NAMED.items() for figure in figures))
    if account.desk.proposals[said.LUMP].amount is not None:
        st.caption(w("proposals.term.penalty_idle"))
    if _scoped(account):
        terms.scope(account, said.LUMP)
    if (seen := account.case.pay_on) and account.case.lump_on is None and seen != account.as_of:
        st.markdown(w("proposals.seen.says", day=seen))
        now = account.as_of.isoformat()
        label = w("proposals.seen.now", day=account.as_of)
        st.button(label, key="lump_now", on_click=state.change, args=("lump_on", now))
    here = [account.settled[letter] for letter in strips.LETTERS if letter in account.settled]
    told = [*(sentence for one in here for sentence in settles.settles(one, w)), *said.others(account, w)]
    if told:
        st.markdown(w.together(told))


def _scoped(account: Account) -> bool:
    """Whether it is asked what the sum paid at once settles: one was typed, or either offer settles the whole loan."""
    lump, plan = (account.desk.proposals[letter] for letter in strips.LETTERS)
    return lump.amount is not None or lump.whole or plan.whole


def waits(account: Account) -> tuple[str, ...]:
    """The figures of both offers that were typed and not taken: no verdict is told of other figures than those."""
    return () if state.staged() else tuple(terms.left_out(account, strips.LETTERS))


def asked_above(account: Account, letter: str) -> tuple[str, ...]:
    """The figures of a proposal that are asked at the answer, and so nowhere else."""
    if state.own("guess"):
        return ()
    scope = ("whole",) if letter == said.LUMP and _scoped(account) else ()
    return NAMED.get(letter, ()) + scope


def _which(keys: tuple[str, ...]) -> str:
    """Which figure moves; the only one if there is no choice."""
    w = state.reader()
    if len(keys) == 1 or state.staged():
        return keys[0]
    chosen = st.segmented_control(
        w("proposals.move.which"),
        keys,
        default=keys[0],
        format_func=lambda name: w(f"proposals.move.{name}_name"),
        key="moves",
        label_visibility="collapsed",
        required=True,
        persist_state="session",
    )
    return chosen if chosen in keys else keys[0]


def _apart(account: Account) -> None:
    """What can be told where only one offer, or none, can be worked out."""
    w, names = state.reader(), said.named(account, state.reader())
    if not account.settled:
        st.markdown(w("proposals.nothing"))
    for letter in strips.LETTERS:
        if letter in account.settled:
            one = account.settled[letter]
            st.markdown(
                w(
                    "proposals.says.only" if unrated.known(account) else "proposals.says.only_least",
                    label=names[letter],
                    amount=w.yuan(one.altogether),
                    month=w.month(one.debt_free_on),
                )
            )
            if account.budget is not None:
                st.markdown(carry.sentences(account, letter, names))
    told = {error.key: letter for letter, error in account.refused.items() if letter in strips.LETTERS}
    for letter in told.values():
        terms.refused(account, letter)
        if account.budget is not None and settles.over(account, letter, w):  # it can be asked for, so it is held up
            asked = account.settled_at(account.desk.proposals[letter].offer(), at_least=True)
            st.markdown(carry.sentences(account, letter, names, asked))


def _guessed(account: Account) -> bool:
    """Whether the answer may be drawn: at once, unless a guess is asked for first (``guess`` in the address)."""
    if not state.own("guess") or not account.rate_known:
        return True
    w, given = state.reader(), st.session_state.get("guess_given")
    if given is None:
        st.markdown(w("proposals.guess.ask"))
        with st.container(horizontal=True, key="guess"):
            for code in GUESSES:
                st.button(w(f"proposals.guess.{code}"), key=f"guess_{code}", on_click=_guess, args=(code,))
            st.button(w("proposals.guess.skip"), key="guess_skip", type="tertiary", on_click=_guess, args=("",))
        return False
    if given:
        cost = gap(account.settled[said.LUMP], account.settled[said.PLAN]).cost
        answer = "lump" if cost > 0 else "plan" if cost < 0 else "same"
        told = {"guess": w(f"proposals.guess.{given}"), "answer": w(f"proposals.guess.{answer}")}
        right = given == answer
        st.caption(w("proposals.guess.right", guess=told["guess"]) if right else w("proposals.guess.wrong", **told))
    return True


def _guess(code: str) -> None:
    st.session_state.guess_given = code
