"""The sixty months as a grid, what each code means, and when the overdue cells roll off."""

from __future__ import annotations

from datetime import date

import streamlit as st

from overdue.charts import credit as charts
from overdue.credit import Record
from overdue.credit.report import SETTLED
from overdue.periods import add_period
from overdue.tables import credit as tables
from overdue.tables import window as rows
from overdue.ui import parts, state
from overdue.ui.credit import window
from overdue.words import Words

YEARS_ON = (1, 2, 3, 4)
MONTHS_ON = (6, 12)


def draw(record: Record) -> None:
    """Draw the section."""
    w = state.reader()
    st.header(w("credit.grid.title"), anchor=False)
    st.markdown(w("credit.grid.says"))
    above = st.container()
    days = _looks(record)
    with st.container(border=True):
        chosen = st.selectbox(
            w("credit.fields.looked_on"),
            list(days),
            format_func=lambda code: f"{_named(code, w)} · {days[code]}",
            key="credit_look",
        )
        late = st.radio(
            w("credit.fields.late"),
            ["N", "M"],
            format_func=lambda code: w(f"credit.fields.late_{code}"),
            key="credit_late",
        )
    seen = record if chosen == "today" and late == "N" else window.seen(days[chosen], late)
    with above:
        _cells(seen)
    with st.expander(w("credit.grid.list"), key="months"):
        frame = tables.months_table(seen, w)
        parts.table(tables.quoted(frame, w("credit.grid.code")), _alt(seen))
        parts.download(w("common.csv"), parts.csv(frame), "sixty-months.csv", "text/csv", "months_csv")
    with st.expander(w("credit.leaving.title"), key="leaving"):
        st.markdown(w("credit.leaving.says"))
        if seen.leaving:
            parts.table(tables.leaving_table(seen, w), w("credit.leaving.title"))
        else:
            st.markdown(w("credit.leaving.none"))
    with st.expander(w("credit.codes.title"), key="codes"):
        st.markdown(w("credit.codes.says"))
        parts.table(tables.codes_table(seen.looked_on, w), w("credit.codes.title"))


def _looks(record: Record) -> dict[str, date]:
    """The days a report may be looked at: today and later, counted from the payoff or, unpaid, from today."""
    paid = record.retention.starts_on
    if paid is None:
        return {"today": record.as_of} | {f"later_{n}": add_period(record.as_of, months=n) for n in MONTHS_ON}
    days = {"today": record.as_of, "after_payoff": add_period(paid, months=1)}
    return days | {f"years_on_{n}": add_period(paid, years=n) for n in YEARS_ON}


def _named(code: str, w: Words) -> str:
    name, _, count = code.rpartition("_")
    return w(f"credit.grid.{name}", count=int(count)) if count.isdigit() else w(f"credit.grid.{code}")


def _alt(record: Record) -> str:
    """The grid in one sentence."""
    late = len(record.leaving)
    normal = sum(1 for month in record.months if month.code == "N")
    ends = {"oldest": record.months[-1].month, "newest": record.months[0].month}
    w = state.reader()
    other = len(record.months) - late - normal
    named = {name: w.month(day) for name, day in ends.items()}
    return w("credit.grid.alt", late=late, normal=normal, other=other, **named)


def _cells(record: Record) -> None:
    w = state.reader()
    sentence = _alt(record)
    parts.figure(
        charts.grid_figure(rows.grid_cells(record, w), w("credit.grid.months"), parts.look()), sentence, "grid"
    )
    meanings: dict[str, list[str]] = {}
    for month, says in tables.told(record, w):
        if says not in meanings.setdefault(month.code, []):
            meanings[month.code].append(says)
    keys = [w("credit.grid.key", code=f"`{code}`", means=w("credit.grid.or").join(meanings[code])) for code in meanings]
    st.caption(" · ".join(keys))
    st.markdown(sentence)
    if SETTLED in meanings:
        st.markdown(
            f"{w('credit.grid.payoff_month')} {w('credit.grid.closed', last_day=record.retention.last_day or '')}"
        )
    st.markdown(w("credit.grid.no_negotiated"))
