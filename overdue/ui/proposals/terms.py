"""The fields of a proposal: those with a key of their own, and those kept in the compact code."""

from collections.abc import Callable, Collection
from decimal import Decimal
from functools import partial

import streamlit as st

from overdue.account import Account
from overdue.casefile import FIELDS, check
from overdue.casefile.entered_offer import KINDS, EnteredOffer, usual
from overdue.casefile.offers import ITEMS, KEYS, NAMED
from overdue.tables import settles
from overdue.ui import fields, state
from overdue.ui.proposals import each
from overdue.ui.proposals.held import keep
from overdue.words import Words

RANGES = {figure: key for figure, key in ITEMS.values() if key is not None} | {"monthly": "lump_amount"}
STEPS = {"penalty": 10.0, "interest": 10.0, "principal": 5.0, "amount": 100.0, "rate": 0.6, "down": 100.0}
STEPS |= {"monthly": 10.0}
OVER = "over_answered"  # by letter: an offer of more than is due, and what was said it settles


def draw(account: Account, letter: str, without: Collection[str] = ()) -> None:
    """The figures in the order a lender says them, but for those that stand elsewhere; the others under more."""
    w, terms = state.reader(), account.desk.proposals[letter]
    sort = KINDS[terms.kind]
    for figure in (figure for figure in sort.asked if figure not in without):
        ask(account, letter, figure)
    if letter in account.refused and letter not in NAMED:  # those two say it at the answer
        refused(account, letter)
    with st.expander(w("proposals.term.more"), type="compact", key=f"more_{letter}", on_change="rerun") as block:
        if block.open:
            for figure in (figure for figure in sort.further if figure not in without):
                ask(account, letter, figure)


def ask(account: Account, letter: str, figure: str) -> None:
    """One figure of one proposal; its key in the address where it has one, else letter and figure."""
    w, terms, range_ = state.reader(), account.desk.proposals[letter], RANGES.get(figure)
    if figure == "whole" and terms.kind == "lump":
        scope(account, letter)
        return
    own = KEYS.get(letter, {}).get(figure)
    key = own or f"{letter}_{figure}"
    said, help_ = w(f"proposals.term.{_label(terms, figure)}"), f"proposals.term.{figure}_help"
    told = w(help_) if w.has(help_) else None
    if range_ is None:
        st.session_state[key] = getattr(terms, figure)
        st.toggle(said, key=key, help=told, on_change=_switch, args=(letter, figure))
        return
    empty = None
    if figure == "monthly":
        held, empty, put = *_payment(account, letter), partial(each.put, letter)
    else:
        held = getattr(terms, figure)
        put = partial(state.take, own) if own else partial(_put, letter, figure)
    if figure == "rate":
        put = partial(_rate, letter, put)
        if terms.even:  # nobody gave one: what each payment takes comes to it
            held, empty = None, f"≈ {terms.rate:.1f}"
    plain = terms.on if figure == "on" and own and getattr(state.case(), own) is None else None  # nobody entered it
    fields.ask(
        key,
        FIELDS[range_],
        said,
        None if plain else held,
        put,
        help=told,
        step=STEPS.get(figure),
        names=partial(_choice, w),
        usual=plain,
        empty=empty,
    )
    if figure == "monthly":
        each.ask(letter)
    if figure == "penalty" and terms.amount is not None and not own:  # beside the answer it is said under the fields
        st.caption(w("proposals.term.penalty_idle"))


def _payment(account: Account, letter: str) -> tuple[Decimal | None, str | None]:
    """What each payment takes: as it was named, else what the other terms make of it."""
    terms, one = account.desk.proposals[letter], account.settled.get(letter)
    if one is None or not one.schedule.rows:
        return None, None
    first = one.schedule.rows[0].payment
    plain = not (terms.rate or terms.penalty or terms.interest or terms.principal or terms.down)
    return (None, f"{first:.2f}") if plain else (first, None)


def left_out(account: Account, letters: Collection[str]) -> list[str]:
    """The figures of these proposals that were typed and refused, by the name of their field."""
    w, found = state.reader(), []
    for letter in letters:
        terms = account.desk.proposals[letter]
        sort, own = KINDS[terms.kind], KEYS.get(letter, {})
        found += [
            w(f"proposals.term.{_label(terms, figure)}")
            for figure in (*sort.asked, *sort.further)
            if state.refused(own.get(figure) or f"{letter}_{figure}") is not None
        ]
    return found


def scope(account: Account, letter: str) -> None:
    """What a sum paid at once settles: what is due, with the instalments before its day or not, or the whole loan."""
    w, terms, one = state.reader(), account.desk.proposals[letter], account.settled.get(letter)
    coming = one.falls_due if terms.amount is not None and one is not None else ()
    named = {"due": w("proposals.term.scope_due")}
    if coming:
        days = w.listed(w.short_day(day) for day, _ in coming)
        named = {"due": w("proposals.term.scope_with", days=days), "apart": w("proposals.term.scope_apart")}
    named |= {"whole": w("proposals.term.scope_whole")}
    key = f"{letter}_scope"
    st.session_state[key] = terms.scope if terms.scope in named else "due"
    st.segmented_control(
        w("proposals.term.scope"),
        tuple(named),
        format_func=named.__getitem__,
        key=key,
        required=True,
        on_change=_within,
        args=(letter,),
    )


def refused(account: Account, letter: str) -> None:
    """Why a proposal cannot be worked out; a sum the whole loan would hold is asked about, answered by one tap."""
    w = state.reader()
    told, asks = settles.over(account, letter, w) or (w.error(account.refused[letter]), False)
    st.warning(told)
    if not asks:
        return
    with st.container(horizontal=True, key=f"{letter}_over"):
        st.button(w("proposals.settles.over_yes"), key=f"{letter}_is_whole", on_click=_settle, args=(letter, "whole"))
        for code in ("no", "open"):
            label = w(f"proposals.settles.over_{code}")
            st.button(label, key=f"{letter}_over_{code}", on_click=_answer, args=(letter, code))
    terms, answer = st.session_state.get(OVER, {}).get(letter, (None, ""))
    if terms == account.desk.proposals[letter]:
        st.markdown(f"**{settles.beyond(account, letter, answer, w)}**")


def _answer(letter: str, code: str) -> None:
    """Keep what was said of a sum above all that is due, for as long as the offer stays the same."""
    answer = (state.account().desk.proposals[letter], code)
    st.session_state[OVER] = st.session_state.get(OVER, {}) | {letter: answer}


def _within(letter: str) -> None:
    _settle(letter, st.session_state[f"{letter}_scope"])


def _settle(letter: str, scope_: str) -> None:
    found = state.account().desk
    keep(found.edited(letter, found.proposals[letter].within(scope_)))


def _choice(w: Words, code: str) -> str:
    return w(f"fields.plan_method.{code}")


def _label(terms: EnteredOffer, figure: str) -> str:
    if figure == "on":
        return f"on_{terms.kind}"
    return "rate_flat" if figure == "rate" and terms.method == "flat_fee" else figure


def _switch(letter: str, figure: str) -> None:
    found = state.account().desk
    keep(found.edited(letter, found.proposals[letter].edited(figure, bool(st.session_state[f"{letter}_{figure}"]))))


def _rate(letter: str, put: Callable[[str], None], text: str) -> None:
    """Take a rate that was given: it stands in place of what each payment takes."""
    put(text)
    found = state.account().desk
    keep(found.edited(letter, found.proposals[letter].edited("even", False)))


def _put(letter: str, figure: str, text: str) -> None:
    """Take a field of the compact code into the case; an empty one goes back to what is usual."""
    case, found = state.case(), state.account().desk
    plain = getattr(usual(found.proposals[letter].kind, case.as_of, case.pay_on), figure)
    value = check(RANGES[figure], text) if text else plain
    keep(found.edited(letter, found.proposals[letter].edited(figure, value)))
