"""The window of one account: the sentence, the axis, the payoff day, the working."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from overdue.charts import credit as charts
from overdue.credit import Record, Retention, Status
from overdue.law import LAW
from overdue.tables import credit as tables
from overdue.tables import window as rows
from overdue.ui import fields, parts, state

LEAP_DAY = (2, 29)


def seen(looked_on: date | None = None, late: str = "N") -> Record:
    """The record of the case, its grid as of ``looked_on``."""
    case = state.case()
    whole = st.session_state.get("credit_whole", "all") == "all"
    return state.account().record_on(case.paid_off_on, looked_on, whole, "M" if late == "M" else "N")


def phase(record_: Record) -> str:
    """Where the day looked at lies: before the payoff, within the five years, or after them."""
    if record_.planned:
        return "planned"
    return "over" if record_.retention.over(record_.as_of) else "waiting"


def headline(record_: Record) -> str:
    """The answer in one sentence, from the same window as chart and grid."""
    w = state.reader()
    if record_.status is Status.CLEAN:
        return w("credit.headline.clean", as_of=record_.as_of)
    held = record_.if_paid or record_.retention
    key = "unpaid" if record_.if_paid else phase(record_)
    return w(
        f"credit.headline.{key}", paid_off_on=held.starts_on, last_day=held.last_day, removed_from=held.removed_from
    )


def draw(record_: Record) -> None:
    """The sentence, the axis, and what they leave out."""
    w = state.reader()
    sentence = headline(record_)
    parts.headline(sentence)
    if record_.spells:
        figure = charts.window_figure(
            rows.window_bars(record_, w),
            rows.window_marks(record_, w),
            rows.missed_months(record_, w),
            w("credit.chart.open"),
            parts.look(),
        )
        alt = w("credit.chart.alt", sentence=sentence)
        parts.figure(figure, alt, "window", lambda: rows.window_table(record_, w))
    for said in _remarks(record_):
        st.markdown(said)


def _remarks(record_: Record) -> list[str]:
    w, case = state.reader(), state.case()
    said = [w("credit.lead")]
    if len(record_.spells) > 1:
        said.append(w("credit.headline.earlier", count=len(record_.spells) - 1))
    if record_.status is Status.CURED:
        said.append(w("credit.headline.living"))
    if case.compensated_on is not None:
        said.append(w("credit.headline.guarantor", day=case.compensated_on))
    return said


def controls() -> None:
    """The payoff day and how it is meant, next to the axis they change."""
    w = state.reader()
    with st.container(key="controls", border=True):
        left, right = st.columns(2)
        with left:
            fields.day("paid_off_on")
            st.caption(w("credit.fields.paid_off_help"))
        with right:
            fields.day("as_of")
            fields.look_at_today()
        if state.case().paid_off_on is not None:
            st.radio(
                w("credit.fields.whole_label"),
                ["all", "arrears"],
                format_func=lambda code: w(f"credit.fields.whole_{code}"),
                key="credit_whole",
            )
            st.button(w("credit.fields.clear"), key="credit_unpaid", on_click=state.change, args=("paid_off_on", ""))


def working(record_: Record) -> None:
    """The window in three depths: a sentence, the formula with these days, each time in arrears."""
    w = state.reader()
    parts.maths(
        w("credit.maths.sentence"), partial(_formulas, record_.if_paid or record_.retention), partial(_rows, record_)
    )


def _formulas(held: Retention) -> list[str]:
    w = state.reader()
    if held.starts_on is None:
        return [w("credit.maths.open")]
    days = {"paid_off_on": held.starts_on, "last_day": held.last_day, "removed_from": held.removed_from}
    years = LAW.value("CR-2", "retention_years", held.starts_on)
    said = [w("credit.maths.formula", years=years, **days)]
    if (held.starts_on.month, held.starts_on.day) == LEAP_DAY:
        said.append(w("credit.maths.leap"))
    return [*said, w("credit.maths.shift")]


def _rows(record_: Record) -> None:
    w = state.reader()
    frame = tables.spells_table(record_, w)
    parts.table(frame, w("credit.maths.table"))
    parts.download(w("common.csv"), parts.csv(frame), "credit-record.csv", "text/csv", "spells_csv")
