"""The person's own days: chart, entry by entry, table, calendar file."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, time

import streamlit as st

from overdue.charts import timeline as charts
from overdue.exports.calendar import ZONE, Entry, calendar_file
from overdue.milestones import Kind, Milestone
from overdue.periods import overdue_days
from overdue.tables import timeline as tables
from overdue.ui import fields, parts, state
from overdue.ui.timeline.start import facts

DATED = ("due", "next_due", "extension", "record_if_paid")  # what a calendar may hold: a day, not a possibility


def page() -> None:
    """Draw this part."""
    w, case = state.reader(), state.case()
    account = state.account()
    found, due = account.milestones, account.overdue_since or case.first_due
    late = overdue_days(due, case.as_of)
    days = {"due": due, "as_of": case.as_of, "days": late}
    settled = next((m.day for m in found if m.key == "settled"), None)
    key = "settled" if settled else "late" if account.overdue_since else "not_yet"
    parts.headline(w(f"timeline.headline_{key}", **days, day=settled))
    left, right = st.columns([3, 1], gap="large")
    with right:
        _controls()
    with left:
        _chart(found)
    st.header(w("timeline.list"), anchor=False)
    for m in found:
        if m.kind is not Kind.CLAIMED:
            _entry(m)
    st.header(w("timeline.claims"), anchor=False)
    for m in found:
        if m.kind is Kind.CLAIMED:
            _entry(m)
    with st.expander(w("common.chart_table"), key="timeline_table", on_change="rerun") as block:
        if block.open:
            frame = tables.table(found, w, facts())
            parts.table(frame, w("common.chart_table"))
            parts.download(w("common.csv"), parts.csv(frame), "timeline.csv", "text/csv", "timeline_csv")
    _calendar(found)
    parts.cite([c for m in found for c in m.citations])


def _controls() -> None:
    with st.container(key="controls", border=True):
        fields.day("due_on")
        fields.day("as_of")
        fields.look_at_today()
        fields.choice("lender")
        fields.number("missed")
        fields.day("accelerated_on")


def _chart(found: tuple[Milestone, ...]) -> None:
    """The chart with its sentence; claims can be left out."""
    w, case = state.reader(), state.case()
    claims = st.toggle(w("timeline.show_claims"), True, key="show_claims", persist_state="session")
    shown = [m for m in found if claims or m.kind is not Kind.CLAIMED]
    seen = tables.window(case.first_due, case.as_of)
    counts = Counter(m.kind for m in found)
    alt = w("timeline.chart_alt", count=len(found), as_of=case.as_of, **{str(kind): counts[kind] for kind in Kind})
    rows = tables.bands(shown, seen, w, facts())
    chart = charts.plan(rows, seen, case.as_of, w("timeline.as_of_line"), parts.look())
    parts.figure(chart, alt, "timeline_chart")
    st.caption(w("timeline.chart_note"))
    if beyond := sum(1 for m in shown if m.start > seen[1]):
        st.caption(w("timeline.later", count=beyond))


def _entry(m: Milestone) -> None:
    """One entry in full, behind its name."""
    w, held = state.reader(), facts()
    name = tables.says(m, "name", w, held)
    label = w("timeline.entry", when=tables.when(m, w), kind=tables.kind(m, w), name=name)
    with st.expander(label, key=f"entry_{m.key}"):
        head = tables.claim_label(m, w) if m.kind is Kind.CLAIMED else tables.kind(m, w, "kind_long")
        lines = [f"*{head}*"]
        lines += [f"**{w(f'timeline.field.{f}')}** {tables.says(m, f, w, held)}" for f in tables.fields_of(m)]
        st.markdown("\n\n".join(lines))
        basis = "timeline.basis_claim" if m.kind is Kind.CLAIMED else "timeline.basis_line"
        st.caption(w(basis, rules=tables.basis(m.citations, w)))


def _calendar(found: tuple[Milestone, ...]) -> None:
    """The coming days that are certain, as a calendar file."""
    w, case = state.reader(), state.case()
    entries = reminders(found)
    st.header(w("timeline.calendar"), anchor=False)
    if not entries:
        st.markdown(w("timeline.calendar_none"))
        return
    st.caption(w("timeline.calendar_note"))
    seed = f"timeline|{case.lender}|{case.contract_on}|{case.due_on}"
    made_at = datetime.combine(state.today(), time(), ZONE)
    name, note = w("timeline.calendar_name"), parts.stamp()

    def make() -> bytes:
        return calendar_file(entries, name, seed, made_at, note)

    parts.save(w("timeline.calendar"), make, "timeline.ics", "text/calendar", "timeline_ics", copied=True)


def reminders(found: tuple[Milestone, ...]) -> list[Entry]:
    """What lies ahead with a certain last day; no claim, nothing that is only possible or "not before"."""
    w, case, held = state.reader(), state.case(), facts()
    from_day = max(case.as_of, state.today())
    return [
        Entry(m.key, m.end, tables.says(m, "name", w, held), tables.says(m, "today", w, held), 3)
        for m in found
        if m.key in DATED and m.end is not None and not m.not_before and m.end > from_day
    ]
