"""The page on how this was made: compared with what, read how, verified by whom, signed by nobody."""

from collections import Counter
from functools import partial

import streamlit as st

from overdue.law import LAW
from overdue.model import Standing
from overdue.ui import parts, state

EXAMPLES = 55  # published worked examples that the tests reproduce


def page() -> None:
    """Draw the page."""
    parts.opening("trust")
    said = {name: partial(_say, name) for name in ("signed", "tested", "rules")}
    own = {"readings": _readings, "unverified": _unverified}
    parts.questions("trust", said | own | {"wrong": partial(_say, "wrong")})
    parts.onward("sources", "privacy")


def _say(name: str) -> None:
    w = state.reader()
    of = Counter(str(rule.standing) for rule in LAW.rules.values())
    counts = {f"of_{standing}": of[standing] for standing in Standing}
    checked = w.day(max(rule.checked for rule in LAW.rules.values()))
    given = counts | {"rules": len(LAW.rules), "sources": len(LAW.sources), "checked": checked, "examples": EXAMPLES}
    st.markdown(w(f"trust.{name}.text", **given))


def _readings() -> None:
    """Every rule that stands as a reading, by its title; then what contracts leave open."""
    w = state.reader()
    read = [(name, rule.title) for name, rule in LAW.rules.items() if rule.standing is Standing.READING]
    st.markdown(w("trust.readings.text"))
    st.markdown("\n".join(f"- {w('trust.readings.one', title=title, rule=name)}" for name, title in read))
    st.markdown(w("trust.readings.more"))


def _unverified() -> None:
    """Every assumption with its reason; then what no shelf can hold."""
    w = state.reader()
    st.markdown(w("trust.unverified.text"))
    st.markdown("\n".join(f"- **{w.text(each.name)}**  \n{w.text(each.why)}" for each in LAW.assumptions.values()))
    st.markdown(w("trust.unverified.more"))
