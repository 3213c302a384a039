"""A call goes into the log as it was told: no hour is made up, and the day it goes in under is named."""

import streamlit as st

from overdue.milestones import Call, Caller, Said
from overdue.negotiation import Channel, LogEntry
from overdue.ui import keep, log, parts, state

UNKNOWN = "unknown"
WAYS = ("call", "message", "visit")
SAID, BY = "said", "by"  # in the address: what was said, with points between, and how it came
HOURS = ("before", "day", "after")


def arrive() -> None:
    """Take what a link says was said; while the address names it, it follows what is tapped."""
    s, given = st.session_state, state.own(SAID)
    if not given:
        return
    if state.arrived():
        s["call_said"] = [Said(code) for code in given.split(".") if code in set(Said)]
        s["call_by"] = state.own(BY) if state.own(BY) in WAYS else None
    state.set_own(SAID, ".".join(s["call_said"]))


def draw(call: Call) -> None:
    """Into the log at a tap, with what it goes in under; once it is there the way to it, and the file."""
    w = state.reader()
    st.button(w("calls.to_log"), key="call_to_log", on_click=_log, args=(call,))
    if st.session_state.pop("call_logged", False):
        st.markdown(w("calls.logged"))
        keep.save("call_case_file", of_log=True)
        parts.door("negotiate", label=w("calls.logged_door"), talk="log")
    else:
        st.caption(w("calls.log_day" if call.day != state.today() else "calls.log_today", day=call.day))
        log.told()


def hour(call: Call) -> str:
    """The hour as it was told: a time of day, or the part of the day that was tapped."""
    w, part = state.reader(), st.session_state.get("call_hour")
    if st.session_state.get("call_at") is None and part in HOURS:
        return w(f"calls.hour.{part}", **parts.facts())
    return w("calls.an_hour") if call.at is None else call.at.strftime("%H:%M")


def _log(call: Call) -> None:
    w = state.reader()
    told = st.session_state.get("call_at")  # a part of the day is written as one: no hour is made up
    said = [hour(call)] if call.at is not None and told is None else []
    said += [w(f"calls.called.{call.called}")] if call.called else []
    said += [w(f"calls.said.{code}") for code in call.said]
    named = st.session_state.get("call_lender")
    for_whom = w("calls.not_said") if named in (None, UNKNOWN) else w(f"fields.lender.{named}")
    who = w(f"calls.caller.{call.caller or Caller.UNKNOWN}")
    said_ = w.clauses(said)
    way = Channel(st.session_state.get("call_by") or Channel.CALL)
    entry = LogEntry(on=call.day, at=told, channel=way, who=who, for_whom=for_whom, said=said_)
    st.session_state["call_logged"] = log.add(entry)
