"""Papers of a court: what it is, the day it came, and the last day that follows; then the steps and what they cost."""

from datetime import date

import streamlit as st

from overdue.exports.calendar import Entry
from overdue.milestones import CourtStep, Papers, lawsuit
from overdue.milestones.deadlines import Deadline
from overdue.tables import timeline as tables
from overdue.ui import helpline, parts, state
from overdue.ui.timeline import came

QUESTIONS = ("reply", "told", "wages", "steps", "others", "costs")
# What a person may hold in their hands, the day that is asked for it, and the step whose last day answers.
HELD = {
    "complaint": ("complaint_on", "answer"),
    "order": ("order_on", "order"),
    "judgment": ("judgment_on", "appeal"),
    "message": ("message_on", "answer"),
    "mediation": (None, "pre_mediation"),
    "letter": (None, "letter"),
}
NO_BREAK = "\u00a0"
POINTS = range(1, 7)


def page() -> None:
    """Draw this part."""
    held = "complaint" if state.staged() else _held()
    asked, step = HELD.get(held, (None, ""))
    if asked is not None:
        came.arrive(asked)
        came.ask(asked, held=True)
    came.arrive("hearing_on")
    if held in ("complaint", "judgment") and not state.staged():
        came.procedure()
    papers = _papers(held)
    for said in tables.odd_days(papers, state.today(), state.reader()):
        st.warning(said)
    steps = lawsuit(tables.come(papers, state.today()), state.today())
    if held:
        _answer(held, next((s for s in steps if s.key == step), None), papers.small_claim)
    else:
        st.markdown(state.reader()("lawsuit.held.first", **parts.facts()))
        helpline.dial("court_dial", "courts")
    if state.staged():
        return
    if held != "message":  # nothing is noted as a day of the court before it is checked
        _dated(steps)
    questions = {
        "reply": _reply,
        "told": _told,
        "wages": lambda: _steps(tuple(step for step in steps if step.key == "living")),
        "steps": lambda: _steps(steps),
        "others": lambda: _others(asked),
        "costs": _costs,
    }
    parts.questions("timeline", questions)
    parts.cite([c for s in steps for c in s.citations])


def _held() -> str:
    """What a person holds: as the address names it, or a complaint whose day is known; else nothing is chosen."""
    w, known = state.reader(), state.case().complaint_on is not None and not state.account().is_example
    named = state.own("held")
    if state.arrived() and (named in HELD or known):
        st.session_state["court_held"] = named if named in HELD else "complaint"
    st.pills(
        w("lawsuit.held.ask"),
        list(HELD),
        format_func=lambda code: w(f"lawsuit.held.{code}.name"),
        key="court_held",
        required=True,
        persist_state="session",
        on_change=_chosen,
    )
    return str(st.session_state["court_held"] or "")


def _chosen() -> None:
    held = st.session_state["court_held"]
    state.set_own("held", held)
    came.follow(HELD[held][0])


def _papers(held: str) -> Papers:
    """Everything entered so far, also what is folded away; a message is counted as the complaint, if it is genuine.

    While a paper's field holds what is asked about or refused, its day is not known.
    """
    days = came.days((*tables.PAPERS, "message_on"))
    given = {name: day for name, day in days.items() if day is not None and state.refused(f"papers_{name}") is None}
    message = given.pop("message_on", None)
    if held == "message":
        given.pop("complaint_on", None)
        given |= {} if message is None else {"complaint_on": message}
    return Papers(small_claim=came.small_claim(), **given)


def _answer(held: str, step: CourtStep | None, small: bool | None) -> None:
    """The last day, large; without a day of receipt the period itself; for what is no court paper what it is.

    Once the day has passed, the first sentence is what to do today. A message is checked before anything is counted.
    """
    w, facts = state.reader(), parts.facts()
    end = None if step is None else step.deadline
    sooner = small or (small is None and held == "complaint" and not state.staged())  # a court may set less
    label, figure, says = (_said(held, name, sooner) for name in ("label", "figure", "says"))
    if held == "message":
        parts.answer(label, figure, says, key="court_check", of_case=False)
        label, figure, says = (_said("message", f"true_{name}", small) for name in ("label", "figure", "says"))
    passed = end is not None and end.last_day is not None and end.last_day < state.today()
    if end is not None:
        last = end.last_day or end.not_before
        label = w("lawsuit.held.passed") if passed else _left(label, last)
        weekday = w("common.days").split()[last.isoweekday() % 7]
        day = w.day(last).replace(" ", NO_BREAK)  # a day is never broken between two lines
        figure = w(
            "lawsuit.not_before_day" if end.last_day is None else "lawsuit.day_weekday", day=day, weekday=weekday
        )
    if passed:
        says = w.together([w("lawsuit.passed"), _said(held, "passed", small)])
    parts.answer(label, figure, says, key="court_answer", of_case=False)
    if held == "mediation":
        parts.door("timeline", label=w("lawsuit.held.mediation.served", **facts), part="court", held="complaint")
    if not state.staged():
        helpline.dial("court_dial", "courts")
    if held == "complaint" and not state.staged():
        if small is not False and not passed:
            st.markdown(w(f"lawsuit.held.complaint.{'small' if small else 'unclear'}", **facts))
        st.caption(w("lawsuit.held.complaint.which", **facts))
    if end is not None:
        _beside(end, passed)


def _said(held: str, name: str, small: bool | None) -> str:
    """What there is to say of a paper, in small claims its own where it has one."""
    w, key = state.reader(), f"lawsuit.held.{held}.{name}"
    return w(f"{key}_small" if small and w.has(f"{key}_small") else key, **parts.facts())


def _left(label: str, last: date) -> str:
    """How many days are left until the last one, behind what it is."""
    w, days = state.reader(), (last - state.today()).days
    return w("lawsuit.left", label=label, days=days) if days else w("lawsuit.left_none", label=label)


def _beside(end: Deadline, passed: bool) -> None:
    """What goes with a last day: a rest day that moved it, an unknown year; while it is to come, until which hour."""
    w, said = state.reader(), []
    if end.last_day is None:
        said.append(w("lawsuit.not_before", day=end.not_before))
    elif end.shifted:
        said.append(w("lawsuit.shifted", counted=end.counted))
    if not passed:
        said.append(w("lawsuit.business_hours"))
    if said:
        st.caption("  \n".join(said))


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
        label, name = w("timeline.calendar"), w("lawsuit.steps")
        parts.calendar(label, "court.ics", "court_ics", name, "court", lambda: entries)


def _certain(step: CourtStep) -> bool:
    """Whether its day stands, and is not only "not before"."""
    return step.deadline is None or step.deadline.last_day is not None


def _reply() -> None:
    """What stands in an answer to the court."""
    w = state.reader()
    st.markdown(w("lawsuit.reply.own"))
    st.markdown("\n".join(f"{n}. {w(f'lawsuit.reply.point_{n}')}" for n in POINTS))


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
            came.ask(name, held=False)


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
