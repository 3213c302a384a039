"""One's own figures, in the order of a phone's repayment page, with the running total beside every step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import streamlit as st

from overdue.account import Account
from overdue.casefile.repayment import Repayment, read_repayment
from overdue.casefile.unknowns import ranges
from overdue.model import OverdueError
from overdue.ui import fields, parts, state

DAYS = (30, 60, 90)
ONWARD = ("penalty", "proposals", "bill", "credit", "negotiate")
PASTE = 20_000  # characters


def page() -> None:
    """Draw the page. Whoever comes from an example begins with nothing given."""
    if state.account().is_example:
        state.own_case()
    w = state.reader()
    st.title(w("entry.title"), anchor=False)
    with st.container(key="entry"):
        _running()
        st.caption(w("entry.how"))
        _due()
        _each()
        if state.case().due_on is not None:
            _later()
        _rate()
        fields.guarded(_wait)
    _onward()
    parts.questions("entry", {"paste": _paste, "more": _more})


def _running() -> None:
    """What the figures given so far come to, on the screen at every step."""
    w, account = state.reader(), state.account()
    with st.container(key="running"):
        if account.missing:
            st.caption(w("entry.running"))
            st.markdown(w("entry.first"))
            return
        if not _ready():
            st.caption(w("entry.running"))
            st.markdown(w("entry.how_many"))
            return
        fields.guarded(lambda: _total(account))


def _total(account: Account) -> None:
    w, ledger = state.reader(), account.ledger
    if not ledger.instalments:
        parts.answer(w("entry.running"), w.yuan(ledger.total), w("entry.not_yet", due=account.case.first_due))
    elif account.rate_known:
        says = w("entry.of_it", penalty=w.yuan(ledger.penalty + ledger.compound))
        assumed = next((span.usual for span in ranges(account.case) if span.name == "uplift"), None)
        if assumed is not None:
            says = w.together([says, w("entry.assumed", uplift=assumed)])
        parts.answer(w("entry.owed", day=ledger.until), w.yuan(ledger.total), says)
    else:
        band = account.band
        high = ledger.total if band is None else band.high
        says = w("entry.no_rate", high=w.yuan(high))
        parts.answer(w("entry.owed", day=ledger.until), w("entry.at_least", low=w.yuan(ledger.total)), says)


def _due() -> None:
    fields.day("due_on")


def _each() -> None:
    """Principal and interest of an instalment, or the month's sum where the page does not divide it."""
    w, case = state.reader(), state.case()
    st.session_state["entry_parts"] = "sum" if case.interest == 0 and case.principal else _chosen("entry_parts", "both")
    _pick("entry_parts", ("both", "sum"), _undivided)
    fields.number("principal", 100.0)
    if st.session_state["entry_parts"] == "both":
        fields.number("interest", 10.0)
    else:
        st.caption(w("entry.sum_note"))


def _undivided() -> None:
    st.session_state["entry_chosen_entry_parts"] = st.session_state["entry_parts"]
    state.change("interest", "0" if st.session_state["entry_parts"] == "sum" else "")


def _later() -> None:
    """How many are unpaid: nothing is chosen for the person, and the count is shown as it is understood."""
    case, most = state.case(), _most()
    if most > 1:
        st.session_state["entry_later"] = _counted()
        _pick("entry_later", ("one", "more"), _count)
        if case.missed > 1:
            fields.missed()
    fields.number("remaining", 100.0)
    fields.later()


def _most() -> int:
    """How many can have fallen due since the first day."""
    case = state.case()
    return (
        1 if case.due_on is None or case.rows else case.edited(principal=case.principal or Decimal(1)).can_be_missed()
    )


def _ready() -> bool:
    """Whether everything that makes the sum was said."""
    return not state.account().missing and (_most() == 1 or _counted() is not None)


def _counted() -> str | None:
    """What was said about how many are unpaid; None while nothing was."""
    if state.case().missed > 1:
        return "more"
    chosen: str | None = st.session_state.get("entry_chosen_entry_later")
    return None if chosen == "more" else chosen


def _count() -> None:
    chosen = st.session_state["entry_later"]
    st.session_state["entry_chosen_entry_later"] = chosen
    state.change("missed", "2" if chosen == "more" else "1")


def _rate() -> None:
    """The yearly rate, or the daily one that many apps show; not knowing is an answer."""
    case = state.case()
    given = "year" if case.rate is not None else "day" if case.daily_rate is not None else None
    st.session_state["entry_rate"] = given or _chosen("entry_rate", "year")
    _pick("entry_rate", ("year", "day", "unknown"), _known)
    kind = st.session_state["entry_rate"]
    if kind == "year":
        fields.number("rate", 1.0)
    elif kind == "day":
        fields.number("daily_rate", 0.01, 4)


def _known() -> None:
    st.session_state["entry_chosen_entry_rate"] = st.session_state["entry_rate"]
    for name in ("rate", "daily_rate"):
        state.change(name, "")


def _chosen(name: str, first: str) -> str:
    chosen: str = st.session_state.get(f"entry_chosen_{name}", first)
    return chosen


def _pick(name: str, codes: tuple[str, ...], on_change: Callable[[], None]) -> None:
    w = state.reader()
    st.segmented_control(
        w(f"entry.{name}.ask"),
        codes,
        format_func=lambda code: w(f"entry.{name}.{code}"),
        key=name,
        required=True,
        on_change=on_change,
    )


def _wait() -> None:
    """What waiting adds: one tap."""
    w, account = state.reader(), state.account()
    if not _ready():
        return
    st.markdown(f"**{w('entry.wait')}**")
    with st.container(key="wait", horizontal=True, gap="small"):
        for days in DAYS:
            day = account.as_of + timedelta(days=days)
            st.button(
                w("entry.days", days=days),
                key=f"wait_{days}",
                on_click=state.change,
                args=("pay_on", day.isoformat()),
            )
    if account.pay_on > account.as_of:
        _waited(account)


def _waited(account: Account) -> None:
    w, day = state.reader(), account.pay_on
    waiting, then = account.waiting(day), account.ledger_on(day)
    held = {"day": day, "days": (day - account.as_of).days, "total": w.yuan(then.total)}
    if account.rate_known:
        st.markdown(w("entry.waited", grows=w.yuan(waiting.grows), **held))
    else:
        band = Account(account.case.edited(as_of=day)).band
        st.markdown(w("entry.waited_band", high=w.yuan(then.total if band is None else band.high), **held))
    if waiting.falls_due:
        st.caption(w("entry.falls_due", amount=w.yuan(waiting.falls_due)))


def _onward() -> None:
    """Where these figures lead: first where the person came from."""
    if not _ready():
        return
    first = state.own("to")
    names = dict.fromkeys([first, *ONWARD] if first in ONWARD else ONWARD)
    with st.container(key="entry_onward", gap="xsmall"):
        for name in names:
            parts.door(name)


def _paste() -> None:
    """The page's text instead of typing: what was understood stands below, to be mended in the text or taken."""
    w = state.reader()
    st.markdown(w("entry.paste.how"))
    given = st.text_area(w("entry.paste.label"), key="entry_text", height=160, placeholder=w("entry.paste.example"))
    if not given or not given.strip():
        return
    try:
        if len(given) > PASTE:
            raise OverdueError("field.text", given=len(given), most=PASTE)
        read = read_repayment(given, state.case().as_of)
    except OverdueError as error:
        st.warning(fields.sentence(error))
        return
    _understood(read)
    st.button(w("entry.paste.take"), key="entry_take", on_click=_take, args=(read,))


def _understood(read: Repayment) -> None:
    w = state.reader()
    lines = [
        w("entry.paste.row", day=r.due_on, principal=r.principal, interest=r.interest, fee=r.fee) for r in read.rows
    ]
    rates = {"rate": read.rate, "daily_rate": read.daily_rate}
    lines += [w(f"entry.paste.{name}", rate=rate) for name, rate in rates.items() if rate is not None]
    st.markdown("\n".join(f"- {line}" for line in lines))
    st.caption(w("entry.paste.mend"))


def _take(read: Repayment) -> None:
    """Put what was understood into the case; what was entered before and was not read stays."""
    state.change("rows", "")
    for name, text in read.figures(state.case().as_of).items():
        state.change(name, text)
    state.set_own(state.OPEN, "")
    st.session_state["q_paste"] = False


def _more() -> None:
    """What changes the answer less often: the lender, the terms of the penalty, what was paid."""
    fields.grid(
        (fields.choice, "lender"),
        (fields.day, "contract_on"),
        (fields.number, "uplift", 10.0),
        (fields.number, "fee", 1.0),
    )
    fields.payments()
