"""What moves the window and what does not; rights with dates, a calendar of them, the way for a wrong entry."""

from datetime import date

import streamlit as st

from overdue.credit import Answer, Ask, Entry, Record, answer_due, compare_payoffs, dispute_route, figures, handover
from overdue.exports.calendar import Entry as Reminder
from overdue.periods import add_period
from overdue.tables import credit as tables
from overdue.ui import fields, parts, state


def draw(record: Record) -> None:
    """The rights around the record, and where a report comes from."""
    w = state.reader()
    facts = figures(record.as_of)
    parts.entries(tables.rights_table(facts, w))
    st.markdown(f"**{w('credit.reports.title')}**  \n{w('credit.reports.says', **facts)} {w('credit.reports.update')}")


def planner(record: Record) -> None:
    """When an answer is due, and the page's days as a calendar."""
    _calendar(record, _planner())


def _planner() -> Answer | None:
    """Turn a day of receipt or of sending into the day an answer is due."""
    w = state.reader()
    with st.container(key="planner"):
        asks: list[Ask] = list(Ask)
        ask = st.radio(w("credit.rights.ask"), asks, format_func=lambda code: w(f"credit.ask.{code}"), key="credit_ask")
        left, right = st.columns(2)
        with left:
            received_on = fields.a_day(w("credit.rights.received_on"), "credit_received_on")
        with right:
            sent_on = fields.a_day(w("credit.rights.sent_on"), "credit_sent_on")
        if received_on is None and sent_on is None:
            st.caption(w("credit.rights.none"))
            return None
        found: list[Answer] = []
        fields.guarded(lambda: found.append(answer_due(ask, received_on, sent_on)))
        for answer in found:
            days = (answer.due_on - answer.counted_from).days
            key = f"credit.answer.{answer.ask}.{'certain' if answer.certain else 'earliest'}"
            st.markdown(f"**{w(key, start=answer.counted_from, due=answer.due_on, days=days)}**")
        st.caption(w("credit.rights.note"))
    return found[0] if found else None


def _calendar(record: Record, answer: Answer | None) -> None:
    """The days of this page as a calendar file, if there is any."""
    w, case = state.reader(), state.case()
    reminders = _reminders(record, answer)
    if not reminders:
        return
    seed = f"{case.lender}|{case.contract_on}|{case.due_on}"
    label, name = w("credit.rights.calendar"), w("credit.rights.calendar_name")
    parts.calendar(label, "credit-record.ics", "credit_ics", name, seed, lambda: reminders)


def _reminders(record: Record, answer: Answer | None) -> list[Reminder]:
    days: dict[str, tuple[date | None, int]] = {}
    if record.retention.starts_on is not None:
        days["check"] = add_period(record.retention.starts_on, months=1), 0
        days["last_day"] = record.retention.last_day, 0
        days["removed"] = record.retention.removed_from, 7
    w = state.reader()
    made = [
        Reminder(name, day, w(f"credit.calendar.{name}"), w(f"credit.calendar.{name}_says"), alarm)
        for name, (day, alarm) in days.items()
        if day is not None and day >= record.as_of
    ]
    if answer is not None:
        title = w("credit.calendar.answer" if answer.certain else "credit.calendar.earliest")
        made.append(Reminder(f"answer_{answer.ask}", answer.due_on, title, w("credit.rights.note"), 1))
    return made


def route(facts: dict[str, object]) -> None:
    """The decision tree: wrong or incomplete is disputed, true gets a statement and time."""
    w = state.reader()
    entries: list[Entry] = list(Entry)
    entry = st.selectbox(
        w("credit.route.ask"), entries, format_func=lambda code: w(f"credit.entry.{code}"), key="credit_entry"
    )
    way = dispute_route(entry)
    verdict = "look_first" if entry is Entry.UNSURE else "disputable" if way.disputable else "not_disputable"
    steps = [f"{place}. {w(f'credit.step.{step}', **facts)}" for place, step in enumerate(way.steps, 1)]
    st.markdown(f"**{w(f'credit.route.{verdict}')}**\n\n" + "\n".join(steps))
    st.caption(w("credit.route.basis", rules=tables.rule_titles(way.rules, w)))


def handed_over(record: Record) -> None:
    """After a guarantor paid: whose account, whose clock."""
    w, case = state.reader(), state.case()
    st.markdown(w("credit.handover.says"))
    fields.day("compensated_on")
    if case.compensated_on is not None:
        both = handover(case.compensated_on, record.retention.starts_on)
        days = {"lender": both.lender.starts_on, "guarantor": both.guarantor.starts_on}
        labels = {name: w(f"credit.handover.{name}") for name in days}
        parts.table(tables.accounts_table(compare_payoffs(days), labels, w), w("credit.handover.title"))
        for name in days:
            says = w(f"credit.handover.{name}_says")
            st.markdown(f"- {w('credit.handover.line', name=labels[name], says=says)}")
    st.markdown(w("credit.handover.for_others"))
