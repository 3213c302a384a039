"""The window of one account: the payoff day, and the working."""

import streamlit as st

from overdue.credit import Record, Retention
from overdue.law import LAW
from overdue.tables import credit as tables
from overdue.ui import fields, parts, state

LEAP_DAY = (2, 29)


def paid() -> None:
    """The day it was paid off, and how that is meant."""
    w = state.reader()
    fields.day("paid_off_on")
    st.caption(w("credit.fields.paid_off_help"))
    if state.case().paid_off_on is not None:
        st.radio(
            w("credit.fields.whole_label"),
            ["all", "arrears"],
            format_func=lambda code: w(f"credit.fields.whole_{code}"),
            key="credit_whole",
        )
        st.button(w("credit.fields.clear"), key="credit_unpaid", on_click=state.change, args=("paid_off_on", ""))
    fields.day("as_of")
    fields.look_at_today()


def working(record: Record) -> None:
    """The window in a sentence, the formula with these days, and each time in arrears."""
    w = state.reader()
    st.markdown(w("credit.maths.sentence"))
    for formula in _formulas(record.if_paid or record.retention):
        st.markdown(formula)
    frame = tables.spells_table(record, w)
    parts.table(frame, w("credit.maths.table"))
    parts.download(w("common.csv"), parts.csv(frame), "credit-record.csv", "spells_csv")


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
