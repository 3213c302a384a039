"""Papers of a court: what it is, the day it came, and the last day that follows; then the steps and what they cost."""

from __future__ import annotations

from datetime import date, datetime, time

import streamlit as st

from overdue.casefile.keys import FIRST_DAY, LAST_DAY
from overdue.exports.calendar import ZONE, Entry, calendar_file
from overdue.milestones import CourtStep, Papers, lawsuit
from overdue.tables import timeline as tables
from overdue.ui import parts, state

QUESTIONS = ("told", "steps", "others", "costs")
# What a person may hold in their hands, the day that is asked for it, and the step whose last day answers.
HELD = {
    "complaint": ("complaint_on", "answer"),
    "order": ("order_on", "order"),
    "judgment": ("judgment_on", "appeal"),
    "letter": (None, "letter"),
    "message": (None, "told"),
}
SMALL = {"small_unknown": None, "small_yes": True, "small_no": False}


def page() -> None:
    """Draw this part."""
    w = state.reader()
    held = _held()
    asked, step = HELD[held]
    if asked is not None:
        _day(asked)
    papers = _papers()
    for said in tables.odd_days(papers, state.today(), w):
        st.warning(said)
    steps = lawsuit(papers, state.today())
    _answer(held, next((s for s in steps if s.key == step), None))
    _dated(steps)
    questions = {
        "told": _told,
        "steps": lambda: _steps(steps),
        "others": lambda: _others(asked),
        "costs": _costs,
    }
    parts.questions("timeline", questions)
    parts.cite([c for s in steps for c in s.citations])


def _held() -> str:
    w = state.reader()
    chosen = st.pills(
        w("lawsuit.held.ask"),
        list(HELD),
        default="complaint",
        format_func=lambda code: w(f"lawsuit.held.{code}.name"),
        key="court_held",
        required=True,
        persist_state="session",
    )
    return str(chosen)


def _day(name: str) -> None:
    st.date_input(
        state.reader()(f"lawsuit.{name}"),
        None,
        FIRST_DAY,
        LAST_DAY,
        f"papers_{name}",
        format="YYYY-MM-DD",
        persist_state="session",
    )


def _papers() -> Papers:
    """Everything entered so far, also what is folded away."""
    s = st.session_state
    days = {name: s.get(f"papers_{name}") for name in tables.PAPERS}
    given = {name: day for name, day in days.items() if isinstance(day, date)}
    return Papers(small_claim=SMALL[s.get("papers_small", "small_unknown")], **given)


def _answer(held: str, step: CourtStep | None) -> None:
    """The last day, large; without a day of receipt the period itself; for what is no court paper what it is."""
    w, facts = state.reader(), parts.facts()
    end = None if step is None else step.deadline
    if end is None:
        label, figure = w(f"lawsuit.held.{held}.label"), w(f"lawsuit.held.{held}.figure", **facts)
    else:
        last = end.last_day or end.not_before
        passed = end.last_day is not None and last < state.today()
        label = w("lawsuit.held.passed" if passed else f"lawsuit.held.{held}.label")
        weekday = w("common.days").split()[last.isoweekday() % 7]
        figure = w(
            "lawsuit.not_before_day" if end.last_day is None else "lawsuit.day_weekday", day=last, weekday=weekday
        )
    parts.answer(label, figure, w(f"lawsuit.held.{held}.says", **facts), key="court_answer", of_case=False)
    if end is not None:
        _beside(step)


def _beside(step: CourtStep | None) -> None:
    """What goes with a last day: a rest day that moved it, an unknown year, a day that has passed."""
    w, end = state.reader(), None if step is None else step.deadline
    if end is None:
        return
    said = []
    if end.last_day is None:
        said.append(w("lawsuit.not_before", day=end.not_before))
    elif end.last_day < state.today():
        said.append(w("lawsuit.passed"))
    if end.shifted and end.last_day is not None:
        said.append(w("lawsuit.shifted", counted=end.counted))
    st.caption("  \n".join([*said, w("lawsuit.business_hours")]))


def _dated(steps: tuple[CourtStep, ...]) -> None:
    """Everything the papers' days make certain, as lines and as a calendar file."""
    w, held = state.reader(), parts.facts()
    dated = [step for step in steps if step.known_on is not None]
    if len(dated) > 1:
        lines = [
            f"- **{tables.step_day(s, w, state.today())}** {w(f'lawsuit.step.{s.key}.name', **held)}" for s in dated
        ]
        st.markdown("\n".join(lines))
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
        made_at = datetime.combine(state.today(), time(), ZONE)
        name, seed, note = w("lawsuit.steps"), "court", parts.stamp()

        def make() -> bytes:
            return calendar_file(entries, name, seed, made_at, note)

        parts.save(w("timeline.calendar"), make, "court.ics", "text/calendar", "court_ics", copied=True)


def _certain(step: CourtStep) -> bool:
    """Whether its day stands, and is not only "not before"."""
    return step.deadline is None or step.deadline.last_day is not None


def _told() -> None:
    w = state.reader()
    st.markdown("\n".join(f"{n}. {w(f'lawsuit.told_{n}', **parts.facts())}" for n in (1, 2, 3, 4)))


def _steps(steps: tuple[CourtStep, ...]) -> None:
    """The real steps from a lawyer's letter to enforcement, each with what to do."""
    w, held = state.reader(), parts.facts()
    for step in steps:
        day = tables.step_day(step, w, state.today())
        name = w(f"lawsuit.step.{step.key}.name", **held)
        lines = [f"**{name}**" + (f" · {day}" if day else "")]
        lines += [w(f"lawsuit.step.{step.key}.{field}", **held) for field in ("what", "do")]
        rules = w("timeline.basis_line", rules=tables.basis(step.citations, w))
        st.markdown("  \n".join([*lines, f":small[{tables.kind(step, w)} · {rules}]"]))


def _others(asked: str | None) -> None:
    """The days of the other papers, where more than one has come."""
    w = state.reader()
    st.caption(w("lawsuit.papers_note"))
    for name in tables.PAPERS:
        if name != asked:
            _day(name)
    st.radio(
        w("lawsuit.small_claim"),
        list(SMALL),
        format_func=lambda c: w(f"lawsuit.{c}"),
        key="papers_small",
        persist_state="session",
    )


def _costs() -> None:
    """The court's fees for what is owed in all: what is due, and principal not yet due."""
    w, account = state.reader(), state.account()
    if account.missing:
        parts.ask_first()
        return
    ledger = account.ledger
    amount = ledger.total + ledger.not_due_principal
    st.markdown(w("lawsuit.money_note", amount=w.yuan(amount), **parts.facts()))
    principal = ledger.principal + ledger.not_due_principal
    parts.table(tables.costs_table(amount, principal, state.today(), w), w("lawsuit.money_title"))
    parts.door("court")
