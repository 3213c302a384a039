"""Being sued: the papers received, the real steps with their last days, what it costs, and nothing received."""

from __future__ import annotations

from datetime import datetime, time

import streamlit as st

from overdue.casefile.keys import FIRST_DAY, LAST_DAY
from overdue.exports.calendar import ZONE, Entry, calendar_file
from overdue.milestones import CourtStep, Papers, lawsuit
from overdue.model import Day
from overdue.tables import timeline as tables
from overdue.ui import parts, state
from overdue.ui.timeline.start import facts

SMALL = {"small_unknown": None, "small_yes": True, "small_no": False}


def page() -> None:
    """Draw this part."""
    w = state.reader()
    st.markdown(w("lawsuit.lead"))
    st.info(w("lawsuit.phone_is_not_answer"))
    papers = _papers()
    for said in tables.odd_days(papers, state.today(), w):
        st.warning(said)
    steps = lawsuit(papers, state.today())
    _dated(steps)
    st.header(w("lawsuit.steps"), anchor=False)
    for step in steps:
        _step(step)
    with st.expander(w("lawsuit.steps_table"), key="court_table"):
        parts.table(tables.steps_table(steps, w, facts(), state.today()), w("lawsuit.steps_table"))
    with st.expander(w("lawsuit.told_title"), key="told"):
        st.markdown("\n".join(f"{n}. {w(f'lawsuit.told_{n}', **facts())}" for n in (1, 2, 3, 4)))
    _costs()
    parts.cite([c for step in steps for c in step.citations])


def _papers() -> Papers:
    w = state.reader()
    with st.container(key="papers", border=True):
        st.markdown(f"**{w('lawsuit.papers')}**")
        st.caption(w("lawsuit.papers_note"))
        days: dict[str, Day | None] = {}
        for first in range(0, len(tables.PAPERS), 2):
            for column, name in zip(st.columns(2), tables.PAPERS[first : first + 2], strict=False):
                with column:
                    days[name] = st.date_input(
                        w(f"lawsuit.{name}"),
                        None,
                        FIRST_DAY,
                        LAST_DAY,
                        f"papers_{name}",
                        format="YYYY-MM-DD",
                        persist_state="session",
                    )
        small = st.radio(
            w("lawsuit.small_claim"),
            list(SMALL),
            format_func=lambda c: w(f"lawsuit.{c}"),
            key="papers_small",
            horizontal=True,
            persist_state="session",
        )
    return Papers(small_claim=SMALL[small], **days)


def _dated(steps: tuple[CourtStep, ...]) -> None:
    """What the papers' days make certain, first, and as a calendar file."""
    w, held = state.reader(), facts()
    dated = [step for step in steps if step.known_on is not None]
    for step in dated:
        st.markdown(f"- **{w(f'lawsuit.step.{step.key}.name', **held)}** {tables.step_day(step, w, state.today())}")
    entries = [
        Entry(
            step.key,
            step.known_on,
            w(f"lawsuit.step.{step.key}.name", **held),
            w(f"lawsuit.step.{step.key}.do", **held),
            3,
        )
        for step in dated
        if step.known_on is not None and _certain(step)
    ]
    if entries:
        st.caption(w("lawsuit.business_hours"))
        made_at = datetime.combine(state.today(), time(), ZONE)
        name, seed, note = w("lawsuit.steps"), f"court|{state.case().contract_on}", parts.stamp()

        def make() -> bytes:
            return calendar_file(entries, name, seed, made_at, note)

        parts.save(w("timeline.calendar"), make, "court.ics", "text/calendar", "court_ics", copied=True)


def _certain(step: CourtStep) -> bool:
    """Whether its day stands, and is not only "not before"."""
    return step.deadline is None or step.deadline.last_day is not None


def _step(step: CourtStep) -> None:
    w, held = state.reader(), facts()
    name, day = w(f"lawsuit.step.{step.key}.name", **held), tables.step_day(step, w, state.today())
    label = w("timeline.row", kind=tables.kind(step, w), name=name)
    with st.expander(f"{label} · {day}" if day else label, key=f"court_{step.key}"):
        lines = [
            w(f"lawsuit.step.{step.key}.what", **held),
            f"**{w('timeline.field.today')}** {w(f'lawsuit.step.{step.key}.do', **held)}",
        ]
        end = step.deadline
        if end is not None and end.shifted and end.last_day is not None:
            lines.append(w("lawsuit.shifted", counted=end.counted))
        st.markdown("\n\n".join(lines))
        st.caption(w("timeline.basis_line", rules=tables.basis(step.citations, w)))


def _costs() -> None:
    """The court's fees for what is owed in all: what is due, and principal not yet due."""
    w, ledger = state.reader(), state.account().ledger
    amount = ledger.total + ledger.not_due_principal
    if not amount:
        return
    with st.expander(w("lawsuit.money_title"), key="court_costs"):
        st.markdown(w("lawsuit.money_note", amount=w.yuan(amount), **facts()))
        parts.table(
            tables.costs_table(amount, ledger.principal + ledger.not_due_principal, state.today(), w),
            w("lawsuit.money_title"),
        )
