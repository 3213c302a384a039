"""The page of three clocks: what a payoff day does to the penalty, to the court's time and to the record."""

from __future__ import annotations

from datetime import date

import streamlit as st

from overdue.charts import clocks as charts
from overdue.milestones.clocks import Clocks
from overdue.model import Citation
from overdue.periods import add_period
from overdue.tables import court as tables
from overdue.ui import fields, parts, state

WAITS = (3, 6, 12, 24)


def page() -> None:
    """Draw the page."""
    parts.opening("court")
    clocks = fields.beside(_controls, _answer)
    if clocks is not None:
        _working(clocks)


def payoff_day() -> date:
    """The payoff day of the case, else the day looked at."""
    return state.account().paid_off_on


def _clocks(day: date) -> Clocks:
    return state.account().clocks_on(day)


def _answer() -> Clocks:
    """The sentence and the axis."""
    w = state.reader()
    clocks = _clocks(payoff_day())
    sentence = _headline(clocks)
    parts.headline(sentence)
    if clocks.owed:
        payoff = w("court.mark.paid_off")
        figure = charts.clocks(tables.bars(clocks, w), tables.dots(clocks, w), clocks.paid_off_on, payoff, parts.look())
        parts.figure(figure, sentence, "clocks")
        parts.table(tables.marks_table(clocks, w), w("court.section.marks"))
        st.caption(w("court.said.holiday"))
    if clocks.ledger.not_due:
        st.markdown(w("penalty.not_due", amount=w.yuan(clocks.ledger.not_due)))
    return clocks


def _headline(clocks: Clocks) -> str:
    w, under, period = state.reader(), clocks.under_judgment, clocks.limitation
    facts = {"day": clocks.paid_off_on, "owed": w.yuan(clocks.owed), "removed_from": clocks.retention.removed_from}
    if not clocks.owed:
        return w("court.headline.nothing", day=clocks.paid_off_on)
    if under is not None:
        return w("court.headline.judgment", doubled=w.yuan(under.doubled), **facts)
    if period is None:
        return w("court.headline.unknown", **facts)
    if period.revived:
        return w("court.headline.revived", **facts)
    if period.last_day is None:
        return w("court.headline.sued", **facts)
    return w("court.headline.contract", limitation=period.last_day, **facts)


def _controls() -> None:
    """The payoff day first, then what the court's papers say."""
    w, case = state.reader(), state.case()
    with st.container(key="controls", border=True):
        st.markdown(f"**{w('court.section.payoff')}**")
        fields.day("paid_off_on")
        with st.container(horizontal=True):
            _move("reset", case.as_of, w("court.move.today", day=case.as_of))
            for months in WAITS:
                _move(str(months), add_period(case.as_of, months=months), w("court.move.months", count=months))
        fields.day("as_of")
        fields.look_at_today()
        with st.expander(w("court.section.papers"), key="papers", expanded=True):
            fields.grid(
                (fields.day, "demanded_on"),
                (fields.day, "sued_on"),
                (fields.day, "judgment_on"),
                (fields.number, "perform_days"),
                (fields.number, "judged_principal", 100.0),
                (fields.number, "judged_rate", 1.0),
                (fields.number, "judged_costs", 10.0),
                (fields.choice, "procedure"),
            )
        st.caption(w("court.said.contract"))
        parts.door("penalty")


def _move(name: str, day: date, label: str) -> None:
    st.button(label, key=f"move_{name}", on_click=state.change, args=("paid_off_on", day.isoformat()))


def _working(clocks: Clocks) -> None:
    """What starts and stops each, other days, the judgment, fees, limitation, and the rules."""
    w = state.reader()
    st.subheader(w("court.section.clocks"), anchor=False)
    for column, clock in zip(st.columns(3), clocks.all, strict=True):
        with column, st.container(key=f"clock_{clock.name}", border=True):
            st.markdown(f"**{w(f'court.clock.{clock.name}')}**")
            st.markdown(w(f"court.starts.{clock.starts}"))
            st.markdown(w(f"court.stops.{clock.stops}"))
    if clocks.owed:
        _choices()
        _judgment(clocks)
        fields.guarded(lambda: _fees(clocks))
    _limitation(clocks)
    parts.maths(w("court.maths.sentence"), lambda: _formulas(clocks), lambda: _rows(clocks))
    parts.cite(_citations(clocks))
    parts.onward("timeline", "credit", "proposals")


def _choices() -> None:
    w, case = state.reader(), state.case()
    days = [case.as_of, *(add_period(case.as_of, months=months) for months in WAITS)]
    st.subheader(w("court.section.choices"), anchor=False)
    parts.table(tables.choices([_clocks(day) for day in days], w), w("court.section.choices"))


def _judgment(clocks: Clocks) -> None:
    w, case, under = state.reader(), state.case(), clocks.under_judgment
    if under is None:
        return
    st.subheader(w("court.section.judgment"), anchor=False)
    parts.table(tables.owed(under, w), w("court.section.judgment"))
    said = [w("court.said.doubled"), w("court.said.order")]
    if any(p.paid_on > under.judgment.effective_on for p in case.paid):
        said.append(w("court.said.paid"))
    if case.judged_rate is None:
        said.append(w("court.said.assumed_rate", rate=w.percent(under.judgment.annual_rate)))
    if case.judged_principal is None:
        said.append(w("court.said.assumed_principal", amount=w.yuan(under.judgment.principal)))
    if case.perform_days is None:
        said.append(w("court.said.assumed_days", days=under.judgment.perform_days))
    st.markdown("\n".join(f"- {sentence}" for sentence in (*said, w("court.said.living"))))


def _fees(clocks: Clocks) -> None:
    w, case = state.reader(), state.case()
    st.subheader(w("court.section.fees"), anchor=False)
    frame = tables.fees(clocks.ledger.total, clocks.owed, clocks.paid_off_on, case.procedure, w)
    parts.table(frame, w("court.section.fees"))
    st.caption(w("court.fee.on", claim=w.yuan(clocks.ledger.total), owed=w.yuan(clocks.owed)))


def _limitation(clocks: Clocks) -> None:
    w = state.reader()
    st.subheader(w("court.section.limitation"), anchor=False)
    if clocks.no_limitation is not None:
        st.markdown(fields.sentence(clocks.no_limitation))
        return
    said = ["token", "not_own", "enforce"] if clocks.under_judgment is not None else ["token", "not_own"]
    st.markdown("\n".join(f"- {w(f'court.said.{name}')}" for name in said))


def _formulas(clocks: Clocks) -> list[str]:
    w, ledger, under, window = state.reader(), clocks.ledger, clocks.under_judgment, clocks.retention
    names = ("principal", "interest", "fees", "penalty", "compound", "total")
    said = [w("court.maths.contract", day=ledger.until, **{name: w.yuan(getattr(ledger, name)) for name in names})]
    for row in under.rows if under is not None else ():
        figures = {
            "base": w.yuan(row.base),
            "rate": w.percent(row.rate),
            "days": row.days,
            "amount": w.yuan(row.amount),
        }
        if row.kind == "general" and under is not None:
            figures["basis"] = under.judgment.day_basis
        said.append(w(f"court.maths.{row.kind}", **figures))
    days = {"paid": window.starts_on, "last": window.last_day, "gone": window.removed_from}
    return [*said, w("court.maths.record", **days)]


def _rows(clocks: Clocks) -> None:
    w, under = state.reader(), clocks.under_judgment
    frame = tables.marks_table(clocks, w) if under is None else tables.growth(under, w)
    parts.table(frame, w("common.maths_table"))
    parts.download(w("common.csv"), parts.csv(frame), "clocks.csv", "text/csv", "clocks_csv")


def _citations(clocks: Clocks) -> tuple[Citation, ...]:
    """The rules of all three clocks and of the fees, each once."""
    found = [
        c for clock in clocks.all for c in (*clock.citations, *(c for mark in clock.marks for c in mark.citations))
    ]
    return tuple(
        dict.fromkeys([*found, *tables.fee_citations(), *(clocks.limitation.citations if clocks.limitation else ())])
    )
