"""Collection calls: one call checked, what is allowed, and the ladder of contacts."""

from __future__ import annotations

from datetime import date, time

import streamlit as st

from overdue.milestones import Call, CallCheck, Called, Caller, Said, contacts_ladder, was_call_allowed
from overdue.model import Lender
from overdue.negotiation import LogEntry
from overdue.tables import timeline as tables
from overdue.ui import parts, state, typed
from overdue.ui.negotiate.log import add_entry
from overdue.ui.timeline.start import facts

UNKNOWN = "unknown"
CALLERS: list[Caller] = list(Caller)
CALLED: list[Called] = list(Called)
SAID: list[Said] = list(Said)
LENDERS: list[str] = [*(str(code) for code in Lender), UNKNOWN]


def page() -> None:
    """Draw this part."""
    w = state.reader()
    st.markdown(w("calls.lead"))
    with st.container(key="call_check", border=True):
        st.header(w("calls.check"), anchor=False)
        call = _asked()
        check = was_call_allowed(call)
        _answer(call, check)
    st.header(w("calls.allowed_title"), anchor=False)
    parts.entries(tables.allowed_table(w, facts()))
    rungs = contacts_ladder()
    st.header(w("calls.contacts.title"), anchor=False)
    for rung in rungs:
        with st.expander(w(f"calls.called.{rung.who}"), key=f"rung_{rung.who}"):
            lines = [
                f"**{w(f'calls.contacts.{f}')}** {w(f'calls.contacts.{rung.who}.{f}', **facts())}"
                for f in ("claim", "rule")
            ]
            st.markdown("\n\n".join([*lines, f"**{w('calls.contacts.answer')}**"]))
            st.code(w(f"calls.contacts.{rung.who}.answer"), language=None, wrap_lines=True)
            st.caption(w("timeline.basis_line", rules=tables.basis(rung.citations, w)))
    parts.cite([*check.citations, *(c for rung in rungs for c in rung.citations)])


def _asked() -> Call:
    """The call as the person remembers it; every answer has a default."""
    w = state.reader()
    left, right = st.columns(2)
    with left:
        day = st.date_input(
            w("calls.day"), state.case().as_of, key="call_day", format="YYYY-MM-DD", persist_state="session"
        )
        at = st.time_input(w("calls.time"), time(21, 30), key="call_at", persist_state="session")
        caller = st.selectbox(
            w("calls.caller_field"),
            CALLERS,
            1,
            lambda c: w(f"calls.caller.{c}"),
            "call_caller",
            persist_state="session",
        )
        lender = st.selectbox(
            w("calls.lender_field"),
            LENDERS,
            LENDERS.index(state.case().lender),
            lambda c: w("calls.not_said") if c == UNKNOWN else w(f"fields.lender.{c}"),
            "call_lender",
            persist_state="session",
        )
    with right:
        called = st.selectbox(
            w("calls.called_field"),
            CALLED,
            0,
            lambda c: w(f"calls.called.{c}"),
            "call_called",
            persist_state="session",
        )
        agreed = st.checkbox(w("calls.agreed"), key="call_agreed", persist_state="session")
        reachable = st.checkbox(w("calls.reachable"), True, key="call_reachable", persist_state="session")
        stop = st.checkbox(w("calls.told_to_stop"), key="call_stop", persist_state="session")
        attempts = typed.count(w("calls.attempts"), "call_attempts", 0, 1000)
        answered = typed.count(w("calls.answered"), "call_answered", 0, 1000)
    said = st.pills(
        w("calls.said_field"),
        SAID,
        selection_mode="multi",
        format_func=lambda code: w(f"calls.said.{code}"),
        key="call_said",
        persist_state="session",
    )
    return Call(
        day=day if isinstance(day, date) else state.case().as_of,
        at=at or time(12),
        caller=caller,
        lender=None if lender == UNKNOWN else Lender(lender),
        called=called,
        said=tuple(said),
        agreed=agreed,
        reachable=reachable,
        told_to_stop=stop,
        attempts=attempts,
        answered=answered,
    )


def _answer(call: Call, check: CallCheck) -> None:
    """The verdict in a sentence, what to do next, each finding with its rule, and a way into the log."""
    w = state.reader()
    held = {
        **tables.facts(w, state.today(), call.day),
        "at": call.at.strftime("%H:%M"),
        "attempts_given": call.attempts,
        "answered_given": call.answered,
    }
    st.markdown(f"### {w(f'calls.headline.{check.verdict}')}")
    if check.steps:
        st.markdown(f"**{w('calls.next_steps')}**")
        st.markdown("\n".join(f"{n}. {w(f'calls.step.{step}', **held)}" for n, step in enumerate(check.steps, 1)))
    parts.entries(tables.findings_table(check, w, held))
    st.button(w("calls.to_log"), key="call_to_log", on_click=_log, args=(call,))
    if st.session_state.pop("call_logged", False):
        st.success(w("calls.logged"))


def _log(call: Call) -> None:
    w = state.reader()
    said = w("timeline.basis_mark").join(w(f"calls.said.{code}") for code in call.said)
    for_whom = w("calls.not_said") if call.lender is None else w(f"fields.lender.{call.lender}")
    add_entry(LogEntry(on=call.day, at=call.at, who=w(f"calls.caller.{call.caller}"), for_whom=for_whom, said=said))
    st.session_state["call_logged"] = True
