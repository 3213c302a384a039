"""Collection calls: whom they called, at what hour, what they said; whether that is allowed, and what to do next."""

from collections.abc import Callable, Mapping
from datetime import time
from typing import TypeVar, cast

import streamlit as st

from overdue.law import LAW
from overdue.milestones import (
    Call,
    CallCheck,
    Called,
    Caller,
    Said,
    contacts_ladder,
    rests_on,
    was_call_allowed,
)
from overdue.model import Lender
from overdue.tables import Frame
from overdue.tables import timeline as tables
from overdue.tables.told import parts_of
from overdue.ui import fields, helpline, parts, state
from overdue.ui.timeline import noted

T = TypeVar("T")
ASKED_ON_STAGE = {"called": Called.FAMILY, "hour": "before"}  # the call of the lesson: a mother, at seven
QUESTIONS = ("allowed", "contacts")
YES, NO = "yes", "no"
DIAL = {"complain": ("regulator", "government"), "police": ("police",), "verify_court": ("courts",)}  # by step
USUAL = Lender.BANK  # whose rules a call is held against until the lender is named; the page says so
LENDERS: list[str] = [*(str(code) for code in Lender), noted.UNKNOWN]


def page() -> None:
    """Draw this part."""
    with st.container(key="call_check"):
        noted.arrive()
        verdict, told = st.container(key="call_answer"), st.container(gap="xxsmall")
        called, hour = _one(list(Called), "called"), _one(list(noted.HOURS), "hour")
        said, answer = _said(), st.container()
        call = _asked(called, hour, said)
        check = was_call_allowed(call)
        with verdict:
            assumed = _verdict(call, check)
        if check.findings and not state.staged():
            with told:
                _told(call, assumed)
        with answer:
            _answer(call, check)
    parts.questions("timeline", {"allowed": _allowed, "contacts": _contacts})


def _asked(called: Called | None, hour: str | None, said: list[Said]) -> Call:
    """The call as the person remembers it, with what else is wanted. Nothing is pre-filled."""
    if state.staged():
        at = _at(hour) if hour else None
        return Call(day=state.today(), lender=USUAL, called=called, at=at)
    more = _more()
    at = more.at or (_at(hour) if hour else None)
    return more.model_copy(update={"called": called, "said": tuple(said), "at": at})


def _said() -> list[Said]:
    w = state.reader()
    if state.staged():
        return []
    _one(list(noted.WAYS), "by")
    return st.pills(
        w("calls.said_field"),
        list(Said),
        selection_mode="multi",
        format_func=lambda code: w(f"calls.said.{code}"),
        key="call_said",
        persist_state="session",
    )


def _one(codes: list[T], name: str) -> T | None:
    w = state.reader()
    chosen: T | None = st.pills(
        w(f"calls.{name}_field"),
        codes,
        default=cast("T", ASKED_ON_STAGE[name]) if state.staged() else None,
        format_func=lambda code: w(f"calls.{name}.{code}", **parts.facts()),
        key=f"call_{name}",
        label_visibility="collapsed" if state.staged() else "visible",
        persist_state="session",
    )
    return chosen


def _at(hour: str) -> time:
    """A time inside one of the three parts of a day that the rule on hours knows."""
    opens = time.fromisoformat(LAW.value("COL-3", "quiet_to", state.today()))
    closes = time.fromisoformat(LAW.value("COL-3", "quiet_from", state.today()))
    return {"before": time(opens.hour - 1), "day": opens, "after": closes}[hour]


def _more() -> Call:
    """Day, exact time, who called and for whom, how often: each may stay as it is."""
    w = state.reader()
    with st.expander(w("calls.more"), key="call_more", type="compact"):
        day = fields.a_day(w("calls.day"), "call_day", state.today())
        at = st.time_input(w("calls.time"), None, key="call_at", persist_state="session")
        caller = _chosen(list(Caller), "caller", lambda code: w(f"calls.caller.{code}"))
        lender = _chosen(
            LENDERS, "lender", lambda code: w("calls.not_said") if code == noted.UNKNOWN else w(f"fields.lender.{code}")
        )
        agreed = st.checkbox(w("calls.agreed"), key="call_agreed", persist_state="session")
        reachable = _chosen([YES, NO], "reachable", lambda code: w(f"calls.reachable.{code}"))
        stop = st.checkbox(w("calls.told_to_stop"), key="call_stop", persist_state="session")
        attempts = fields.count(w("calls.attempts"), "call_attempts", 0, 1000)
        answered = fields.count(w("calls.answered"), "call_answered", 0, 1000)
    named = USUAL if lender is None else None if lender == noted.UNKNOWN else Lender(lender)
    return Call(
        day=day or state.today(),
        at=at,
        caller=caller,
        lender=named,
        called=None,
        agreed=agreed,
        reachable=reachable != NO,
        told_to_stop=stop,
        attempts=attempts,
        answered=answered,
    )


def _chosen(codes: list[T], name: str, show: Callable[[T], str]) -> T | None:
    w = state.reader()
    chosen: T | None = st.selectbox(
        w(f"calls.{name}_field"),
        codes,
        None,
        show,
        f"call_{name}",
        placeholder=w("calls.not_told"),
        persist_state="session",
    )
    return chosen


def _untold() -> dict[str, object]:
    """What was taken for granted because nobody said it, as it would be if it were not so."""
    s = st.session_state
    if state.staged():
        return {}
    other: dict[str, object] = {"lender": None, "reachable": False}
    return {name: value for name, value in other.items() if s.get(f"call_{name}") is None}


def _verdict(call: Call, check: CallCheck) -> tuple[str, ...]:
    """The answer in a line, in sight while more is tapped below; what it takes for granted that nobody told.

    The first thing told, where all hangs on that, is answered by what it hangs on.
    """
    w, assumed = state.reader(), rests_on(call, _untold())
    if not check.findings:
        st.markdown(w("calls.nothing_chosen") if state.staged() else w("calls.nothing_yet", **parts.facts()))
    elif assumed and (call.called is not None) + (call.at is not None) + len(call.said) == 1:
        on = w.listed([w(f"calls.depends.{name}") for name in assumed])
        st.header(w("calls.headline.depends", on=on), anchor=False)
    else:
        st.header(w(f"calls.headline.{check.verdict}{'_if' if assumed else ''}"), anchor=False)
    return assumed


def _told(call: Call, assumed: tuple[str, ...]) -> None:
    """What holds for every call, on what the answer rests, and the verdict on each thing told."""
    w = state.reader()
    parts_ = parts_of(call, noted.hour(call), w)
    if len(parts_) > 1:
        st.markdown("\n".join(f"- **{verdict}** {name}" for verdict, name in parts_))
    if assumed:
        st.markdown(w("calls.premise", on=w.clauses([w(f"calls.assumed.{name}") for name in assumed])))
    st.caption(w("calls.basics"))


def _answer(call: Call, check: CallCheck) -> None:
    """Each finding with its rule, what to do next, and a way into the log."""
    if not check.findings:
        return
    w = state.reader()
    held = {
        **tables.facts(w, state.today(), call.day),
        **tables.small(state.account(), call.day, w),
        "at": noted.hour(call),
        "attempts_given": call.attempts,
        "answered_given": call.answered,
    }
    found = tables.findings_table(check, w, held)
    if state.staged():
        _large(found)
        return
    with st.container(key="call_found"):
        parts.entries(found)
        if Said.ARREST in call.said:
            parts.door("timeline", label=w("timeline.part.crime"), part="crime")
        if st.session_state.get("call_lender") is None:
            st.caption(w("calls.usual_lender"))
        _steps(call, check, held)
        if "stop_others" in check.steps:
            parts.door("negotiate", label=w("letters.stop_others.label"), talk="write", letter="stop_others")
        noted.draw(call)
        parts.cite(check.citations)


def _steps(call: Call, check: CallCheck, held: Mapping[str, object]) -> None:
    """What to do next, the bill in writing always first where no court calls; the numbers in it to tap."""
    w = state.reader()
    steps = [*(() if call.caller is Caller.COURT else ("bill",)), *check.steps]
    st.markdown(f"**{w('calls.next_steps')}**")
    st.markdown("\n".join(f"{n}. {w(f'calls.step.{step}', **held)}" for n, step in enumerate(steps, 1)))
    helpline.dial("call_dial", *dict.fromkeys(name for step in check.steps for name in DIAL.get(step, ())))
    if "bill" in steps:
        parts.door("negotiate", label=w("letters.bill.label"), talk="write", letter="bill")


def _large(found: Frame) -> None:
    """The findings before a room: a line each, and once whom the rules bind."""
    rows = list(found.astype(str).itertuples(index=False))
    st.markdown("\n".join(f"- **{verdict}** {says}" for verdict, says, _ in rows))
    for bound in dict.fromkeys(bound for *_, bound in rows):
        st.markdown(state.reader()("common.labelled", label=found.columns[2], value=bound))


def _allowed() -> None:
    parts.entries(tables.allowed_table(state.reader(), parts.facts()))


def _contacts() -> None:
    """Who may be approached, from oneself outwards, with words to answer."""
    w = state.reader()
    for rung in contacts_ladder():
        st.markdown(f"**{w(f'calls.called.{rung.who}')}**")
        lines = [w(f"calls.contacts.{rung.who}.rule", **parts.facts())]
        if rung.articles:
            lines.append(w("calls.contacts.claimed", claim=w(f"calls.contacts.{rung.who}.claim")))
        st.markdown("\n\n".join([*lines, f"**{w('calls.contacts.answer')}**"]))
        st.code(w(f"calls.contacts.{rung.who}.answer"), language=None, wrap_lines=True)
    parts.cite([one for rung in contacts_ladder() for one in rung.citations], "basis_contacts")
