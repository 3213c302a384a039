"""One's own figures, in the order of a phone's repayment page, with the running total beside every step."""

import streamlit as st

from overdue.account import Account
from overdue.casefile import STORIES
from overdue.tables import growing, owing
from overdue.ui import entry_count, entry_wait, fields, parts, pasted, state
from overdue.ui.pasted import PARTS

SUMMED = ("due_on", "principal", "interest", "missed", "remaining", "rate", "daily_rate")  # what makes the sum
ONWARD = ("penalty", "proposals", "bill", "credit", "negotiate", "debts")


def page() -> None:
    """Draw the page. Whoever comes from an example begins with nothing given."""
    if st.session_state.pop("example_taken", False):
        st.switch_page("pages/proposals.py")
    if state.account().is_example:
        state.own_case()
    w = state.reader()
    offered = state.own("to") == "proposals"
    st.title(w("proposals.title" if offered else "entry.title"), anchor=False)
    _body()
    if offered and state.account().missing:
        _example()


@fields.alone
def _body() -> None:
    """The total and every step: all that a figure changes."""
    state.alone("entry")
    w, offered = state.reader(), state.own("to") == "proposals"
    with st.container(key="entry"):
        says = _running()
        with st.container(key="running_says"):  # never empty: it keeps its room, and no field moves
            if says:
                st.markdown(says)
            else:
                st.caption(w("entry.how_offer" if offered else "entry.how"))
        if state.case().bill() is not None and state.own("to") == "bill":
            st.markdown(w("entry.bill_kept", door=w("pages.bill.door")))
        fields.day("due_on")
        if state.case().rows:
            fields.listed()
        else:
            _each()
            entry_count.draw()
        _rate()
        if entry_count.ready():
            if state.case().missed > 1 or state.case().remaining:  # “only this one” has answered it
                fields.later()
                fields.to_come()
            fields.guarded(entry_wait.draw)
    _onward()
    parts.questions("entry", {"paste": pasted.draw, "more": _more})


def _running() -> str:
    """What the figures given so far come to, in sight at every step; gives what is not in it, which stands below."""
    w, account = state.reader(), state.account()
    wrong = next((name for name in SUMMED if state.refused(name)), None)
    with st.container(key="running"):
        if wrong is None and entry_count.ready():
            return fields.guarded(lambda: _total(account)) or ""
        st.caption(w("entry.running"))
        if wrong is not None:
            st.markdown(w("entry.mend", name=_label(wrong)))
        else:
            st.markdown(w("entry.first" if account.missing else "entry.how_many"))
    return ""


def _total(account: Account) -> str:
    """The sum of the day of paying that was chosen, else of today, and what it rests on; gives what is not in it."""
    w, ledger, day = state.reader(), account.ledger, account.pay_on
    left_out = [*owing.unsaid(account, w), *(owing.to_come(account, w) if day == account.as_of else ())]
    if not ledger.instalments:
        parts.answer(w("entry.running"), w.yuan(ledger.total), "")
        return w("entry.not_yet", due=account.case.first_due)
    then = account.ledger_on(day)
    whole = owing.whole(account)
    label = w("entry.owed" if whole else "entry.at_least", day=day)
    if day > account.as_of:  # what is moved changes here, in sight
        beside = ledger.total if whole else entry_wait.most(account, day)
        label = w(f"entry.chosen{'' if whole else '_least'}", day=day, beside=w.number(beside, 2))
    if account.rate_known:
        says = growing.of_it(account, day, w)
    else:
        says = w("entry.no_rate", high=w.yuan(entry_wait.most(account, day)))
    parts.answer(label, w.yuan(then.total), "")
    st.caption(says)  # of the same day, and what it rests on: it stays in sight with the sum
    return w.together(left_out)


def _example() -> None:
    """Whoever would rather look first: what a ready-made person was offered."""
    w, code = state.reader(), STORIES[0]
    label = w("home.see", name=w(f"home.name.{code}"))
    st.button(label, key="entry_example", on_click=_take_example, args=(code,), type="tertiary", icon=parts.DOOR)


def _take_example(code: str) -> None:
    state.take_story(code)
    st.session_state.example_taken = True


def _each() -> None:
    """Principal and interest of an instalment, or the month's sum where the page does not divide it: what was chosen
    stays chosen, whatever is typed."""
    w, case, s = state.reader(), state.case(), st.session_state
    s.setdefault(PARTS, "sum" if case.interest == 0 and case.principal else "both")
    s["entry_parts"] = s[PARTS]
    entry_count.pick("entry_parts", ("both", "sum"), _undivided)
    fields.number("principal", 100.0, label=_label("principal"))
    if s["entry_parts"] == "both":
        fields.number("interest", 10.0)
    else:
        st.caption(w("entry.sum_note"))


def _label(name: str) -> str:
    """What a field is called: with one sum a month it is not the principal that is asked for."""
    summed = name == "principal" and st.session_state.get(PARTS) == "sum"
    return state.reader()("entry.one_sum" if summed else f"fields.{name}.label")


def _undivided() -> None:
    st.session_state[PARTS] = st.session_state["entry_parts"]
    state.change("interest", "0" if st.session_state["entry_parts"] == "sum" else "")


def _rate() -> None:
    """The yearly rate, or the daily one that many apps show; not knowing is an answer."""
    case = state.case()
    given = "year" if case.rate is not None else "day" if case.daily_rate is not None else None
    st.session_state["entry_rate"] = given or _chosen("entry_rate", "year")
    entry_count.pick("entry_rate", ("year", "day", "unknown"), _known)
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


def _onward() -> None:
    """Where these figures lead: first where the person came from."""
    if not entry_count.ready():
        return
    first, w = state.own("to"), state.reader()
    names = dict.fromkeys([first, *ONWARD] if first in ONWARD else ONWARD)
    with st.container(key="entry_onward", gap="xsmall"):
        for name in names:
            label = f":primary[**{w(f'pages.{name}.door')}**]" if name == first else None
            if name == "negotiate" and "letter_kind" in st.session_state:  # back to the letter under way
                parts.door(name, label=label, talk="write")
            else:
                parts.door(name, label=label)


def _more() -> None:
    """What changes the answer less often: the lender, the terms of the penalty, what was paid."""
    fields.grid(
        (fields.choice, "lender"),
        (fields.day, "contract_on"),
        (fields.number, "uplift", 10.0),
        (fields.number, "fee", 1.0),
    )
    fields.payments()
